#!/usr/bin/env python3
"""What zivos reaches on the benchmark's text, beside what it must: bench.py ZIVOS FLOOR [quality|speed]

Quality: the text in three narrow columns, measured in the PDF by linequality.py (what each figure means stands there).
Speed: CPU time as a ratio to the floor program's (floor.c) in the same run, the least of several runs each, so that other work on
the machine matters little. Both with one thread: cores that share caches count the same work longer when both are busy.
Clock: with as many threads as zivos likes, over that CPU time. Memory: the most that was resident then, without files (fonts, libraries).
Text and tool lie outside this project, in ../shared or where BENCH_SHARED says; what is absent is said and left out.
Exit status 1 if a figure misses its bar.
"""
import json
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get('BENCH_SHARED', HERE.parents[1].parent / 'shared'))
FONTS = Path('/usr/share/fonts/truetype/noto')
ROOM = 40                                       # MB

# figure of the tool, what it must be, how it is printed
QUALITY = [
    ('space_sd', '<=', 0.065, '{:.4f} em'), ('space_p99', '<=', 0.52, '{:.3f} em'), ('lines_loose', '<=', 0.015, '{:.2%}'),
    ('lines_tight', '<=', 0, '{:.2%}'), ('hyphens_100', '<=', 22, '{:.2f}'), ('ladders_1000', '<=', 0, '{:.2f}'),
    ('colfill', '<=', 0.2, '{:.3f}'), ('lines_justified', '<=', 19033, '{:.0f}'), ('glyph_scale_min', '>=', 0.98, '{:.4f}'),
    ('glyph_scale_max', '<=', 1.02, '{:.4f}'), ('track_p95', '<=', 0.011, '{:.4f} em'), ('edge_over', '<=', 0, '{:.4f}'),
    ('widows_100col', '<=', 0, '{:.2f}'), ('orphans_100col', '<=', 0, '{:.2f}'), ('runts_100par', '<', 1, '{:.2f}'),
    ('heads_stranded', '<=', 0, '{:.2f}'), ('offgrid', '<=', 0, '{:.4f}'), ('full_pages', '>=', 0.95, '{:.1%}'),
]
TESTS = {'<=': lambda a, b: a <= b + 1e-9, '<': lambda a, b: a < b, '>=': lambda a, b: a >= b - 1e-9}
missed = 0


def row(name, value, sign, bar, form, counts=True):
    global missed
    good = TESTS[sign](value, bar)
    missed += counts and not good
    print(f'  {name:18} {form.format(value):>14}   {sign} {form.format(bar):<14} {"pass" if good else "MISS"}')


def issue(text, folder, times=1):
    target = folder / 'issue.xml'
    subprocess.run([sys.executable, HERE / 'issue.py', text, target, str(times)], check=True)
    return target


def anonymous(pid):
    """Resident memory that is no file's, MB."""
    try:
        for line in open(f'/proc/{pid}/status'):
            if line.startswith('RssAnon'):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def measure(command, watch=False):
    """CPU seconds, wall seconds, MB."""
    start, most = time.monotonic(), 0.0
    p = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        pid, status, use = os.wait4(p.pid, os.WNOHANG if watch else 0)
        if pid:
            break
        most = max(most, anonymous(p.pid))
        time.sleep(0.002)
    p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        sys.exit(f'{command[0]} ended with status {p.returncode}')
    return use.ru_utime + use.ru_stime, time.monotonic() - start, most


def full_pages(pdf, g, tool):
    """Share of pages whose longest column ends on the grid's last line."""
    pages = {}
    for line in tool.lines_of(pdf, g):
        pages[line.page] = max(pages.get(line.page, 0), line.y)
    last = max(pages.values())
    pages.pop(max(pages))
    return sum(y > last - 1 for y in pages.values()) / max(1, len(pages))


def quality(zivos, work):
    tool = SHARED / 'tools' / 'linequality.py'
    for size in 32, 128:
        text = SHARED / 'bench' / f'workload-{size}.txt'
        if not text.exists() or not tool.exists():
            print(f'quality, {size} pages: left out, {text if tool.exists() else tool} is not there')
            continue
        pdf = work / f'{size}.pdf'
        measure([zivos, 'build', issue(text, work / str(size)), '--profile', 'screen', '-o', pdf])
        out = subprocess.run([sys.executable, tool, '--json', pdf], check=True, capture_output=True, text=True).stdout
        figures = next(iter(json.loads(out).values()))
        sys.path.insert(0, str(tool.parent))
        import linequality
        figures['full_pages'] = full_pages(pdf, linequality.GEOM, linequality)
        print(f'quality, text of {size} pages' + ('' if size == 128 else ' (the bars are meant for 128)'))
        for name, sign, bar, form in QUALITY:
            if size == 128 or name != 'lines_justified':
                row(name, figures[name], sign, bar, form, size == 128)


def speed(zivos, floor, work, runs=7):
    text = SHARED / 'bench' / 'workload-128.txt'
    if not text.exists():
        print(f'speed: left out, {text} is not there')
        return
    per_page = {}
    for pages, times in (8, 1 / 16), (32, 0.25), (128, 1), (512, 4):
        target = issue(text, work / f'speed-{pages}', times)
        ours = [zivos, 'build', target, '--profile', 'screen', '-o', work / 'speed.pdf']
        least = [floor, FONTS / 'NotoSerif-Regular.ttf', FONTS / 'NotoSerif-Bold.ttf', text, work / 'floor.pdf', str(times)]
        n = runs if pages < 512 else 3
        all_runs = [(measure(ours + ['--threads', '1']), measure(least), measure(ours)) for _ in range(n)]
        cpu, base = min(r[0][0] for r in all_runs), min(r[1][0] for r in all_runs)
        wall, shared = min(r[2][1] for r in all_runs), min(r[2][0] for r in all_runs)
        memory = measure(ours, True)[2]
        per_page[pages] = cpu / pages
        print(f'speed, {pages} pages: {cpu:.3f} s of CPU, floor {base:.3f} s; {wall:.3f} s on the clock ({shared:.3f} s of CPU), {memory:.1f} MB')
        if pages in (32, 128):
            row('cpu / floor', cpu / base, '<=', 1.6, '{:.2f}')
        if pages == 128:
            row('clock / cpu', wall / cpu, '<=', 0.65, '{:.2f}')
            row('memory', memory, '<=', ROOM, '{:.1f} MB')
    row('growth 32 to 512', per_page[512] / per_page[32], '<=', 1.1, '{:.2f}')


def main():
    zivos, floor, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or ['quality', 'speed']
    work = floor.parent / 'work'
    work.mkdir(parents=True, exist_ok=True)
    if 'quality' in what:
        quality(zivos, work)
    if 'speed' in what:
        speed(zivos, floor, work)
    sys.exit(missed > 0)


if __name__ == '__main__':
    main()
