#!/usr/bin/env python3
"""Whether pages are filled as they should be: pages.py ZIVOS WORK [quality] [speed] [--articles N] [--seed N] [--text FILE]

Quality: N articles are made of a text (seeded, so always the same), with subheads, pull quotes and none to four pictures of all
sizes, set with layouts/zivos, and the dumps are looked at: what a reader would mind is counted.
Speed: the sample issue's pages, the cost of a page in issues of growing length, one very long article.
The text lies outside this project, in ../shared or where BENCH_SHARED says; --text takes any file with a paragraph a line, or an
issue of zivos, whose German paragraphs are taken. Exit status 1 if a figure misses its bar.
"""
import argparse
import os
import random
import re
import struct
import subprocess
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = Path(os.environ.get('BENCH_SHARED', ROOT.parent / 'shared'))
NS = '{urn:zivos:issue}'
PT = 72 / 25.4

# ---- the text -------------------------------------------------------------------


def paragraphs(path):
    if path.suffix == '.xml':
        out = []
        for file in sorted(path.parent.glob('**/*.xml')):
            for e in ElementTree.parse(file).iter(f'{NS}p'):
                words = ' '.join(''.join(e.itertext()).split())
                if len(words) > 200 and re.search(r'\b(der|die|und|nicht)\b', words):
                    out.append(words)
        return out
    return [p for p in path.read_text(encoding='utf-8').splitlines() if len(p) > 60]


def png(path, width, height):
    """A grey slope; nobody looks at it."""
    row = bytes([0]) + bytes(90 + 80 * x // width for x in range(width))

    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    path.write_bytes(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) +
                     chunk(b'IDAT', zlib.compress(row * height)) + chunk(b'IEND', b''))


PICTURES = {'wide.png': (1800, 1200), 'tall.png': (1200, 1700), 'square.png': (1500, 1500), 'flat.png': (2000, 1000)}
SIZES = ['column', 'column', 'wide', 'wide', 'full']


class Writer:
    """The issue, an element a line, and what stands in each line."""

    def __init__(self):
        self.lines = []
        self.kinds = {}                         # line -> (kind, article)

    def put(self, text, kind=None, article=None):
        self.lines.append(text)
        if kind:
            self.kinds[len(self.lines)] = (kind, article)
        return len(self.lines)


def write_article(w, rng, text, number):
    words = rng.choice([300, 500, 800, 1200, 1600, 2200, 3000])
    template = rng.choice(['story', 'story', 'feature', 'essay'])
    at = rng.randrange(len(text))
    w.put(f'<article id="a{number}" rubric="wir-alle" template="{template}">')
    w.put(f'<headline>{escape(" ".join(text[at].split()[:4]))}</headline>', 'head', number)
    w.put(f'<standfirst>{escape(" ".join(text[at].split()[4:18]))}</standfirst><body>', 'head', number)
    figures = sorted(rng.randrange(words) for _ in range(rng.randrange(5)))
    if rng.random() < 0.3:
        w.put('<picture src="flat.png" alt="A" size="opener"/>', 'opener', number)
    done, since, quote = 0, 0, rng.random() < 0.4
    while done < words:
        p = text[at % len(text)]
        at += 1
        if since > 3 and words - done > 150 and rng.random() < 0.3:
            w.put(f'<subhead>{escape(" ".join(p.split()[-4:]))}</subhead>', 'subhead', number)
            since = 0
        w.put(f'<p>{escape(p)}</p>', 'p', number)
        done += len(p.split())
        since += 1
        while figures and figures[0] <= done:
            figures.pop(0)
            name = rng.choice(sorted(PICTURES))
            size = 'column' if name == 'tall.png' else rng.choice(SIZES)
            w.put(f'<picture src="{name}" alt="B" size="{size}"><caption>{escape(" ".join(p.split()[:14]))}</caption>'
                  '<credit>Amal Beispiel</credit></picture>', 'picture', number)
        if quote and done > words / 2:
            w.put(f'<pullquote>{escape(" ".join(p.split()[:9]))}</pullquote>', 'quote', number)
            quote = False
    w.put('</body></article>')
    return template


def write_issue(folder, text, articles, seed):
    rng, w = random.Random(seed), Writer()
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in PICTURES.items():
        png(folder / name, *size)
    w.put('<?xml version="1.0" encoding="UTF-8"?>')
    w.put('<issue xmlns="urn:zivos:issue" title="Bench" number="1/2026" date="2026-01-01" xml:lang="de" layout="zivos">')
    templates = [write_article(w, rng, text, n) for n in range(articles)]
    w.put('</issue>')
    target = folder / 'issue.xml'
    target.write_text('\n'.join(w.lines) + '\n', encoding='utf-8')
    return target, w.kinds, templates

# ---- the pages -------------------------------------------------------------------


class Grid:
    def __init__(self, path):
        ns = '{urn:zivos:layout}'
        layout = ElementTree.parse(path).getroot()
        grid, paper = layout.find(f'{ns}grid'), layout.find(f'{ns}paper')

        def length(e, key):
            value = e.get(key)
            return float(value[:-2]) * (PT if value.endswith('mm') else 1)
        self.units, self.gutter = int(grid.get('columns')), length(grid, 'gutter')
        self.inner, self.outer = length(grid, 'inner'), length(grid, 'outer')
        self.first, self.leading, self.lines = length(grid, 'first-baseline'), length(grid, 'leading'), int(grid.get('lines'))
        live = length(paper, 'width') - self.inner - self.outer
        self.column = (live - 2 * self.gutter) / 3      # all templates used set text over four units of twelve

    def column_of(self, x, right):
        left = self.inner if right else self.outer
        return int((x - left + 4) // (self.column + self.gutter))

    def column_x(self, column, right):
        return (self.inner if right else self.outer) + column * (self.column + self.gutter)

    def line_of(self, y):
        return (y - self.first) / self.leading + 1


class Page:
    def __init__(self, number, right, overset):
        self.number, self.right, self.overset = number, right, overset
        self.lines = []                         # (column, grid line, kind, element, text)
        self.pictures = []                      # (x0, x1, top line, bottom line, element)
        self.hyphens = set()                    # (column, grid line) of lines that end in one


LINE = re.compile(r'  line (-?[\d.]+) (-?[\d.]+) w(-?[\d.]+)( justified)? @issue\.xml:(\d+) \|(.*)\|$')
PICTURE = re.compile(r'  picture (-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) \S+ crop ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) @issue\.xml:(\d+)')


GLYPHS = re.compile(r'  glyphs (-?[\d.]+) (-?[\d.]+) .* <p [^>]*>.* \|.*-\|$')


def dump(zivos, issue, stage):
    run = subprocess.run([zivos, 'dump', issue, '--stage', stage, '--lang', 'en'], capture_output=True, text=True)
    if run.returncode > 1 or not run.stdout:
        sys.exit(f'zivos dump ended with status {run.returncode}\n{run.stderr[-2000:]}')
    return run.stdout.splitlines(), run.stderr


def read_pages(zivos, issue, kinds, grid):
    pages, messages = [], ''
    stage, messages = dump(zivos, issue, 'pages')
    for text in stage:
        if text.startswith('page '):
            pages.append(Page(len(pages) + 1, ' right' in text, ' overset' in text))
        elif m := PICTURE.match(text):
            x, y, w, h, _, _, cw, ch = map(float, m.groups()[:8])
            pages[-1].pictures.append((x, x + w, grid.line_of(y), grid.line_of(y + h), int(m[9]), cw, ch))
        elif m := GLYPHS.match(text):
            pages[-1].hyphens.add((grid.column_of(float(m[1]), pages[-1].right), round(grid.line_of(float(m[2])))))
    page = -1
    for text in dump(zivos, issue, 'lines')[0]:
        if text.startswith('page '):
            page += 1
        elif (m := LINE.match(text)) and int(m[5]) in kinds:
            element = int(m[5])
            x, y = float(m[1]), float(m[2])
            pages[page].lines.append((grid.column_of(x, pages[page].right), grid.line_of(y), kinds[element][0], element, m[6]))
    return pages, messages

# ---- what a reader would mind ------------------------------------------------------


BODY = ('p', 'subhead', 'quote')


def columns_of(pages):
    """Body lines by (page, column), from the top, columns in reading order."""
    out = {}
    for p in pages:
        for column in range(3):
            lines = sorted((line, element, kind, text) for c, line, kind, element, text in p.lines if c == column and kind in BODY)
            out[p.number, column] = lines
    return out


def judge(pages, kinds, templates, grid, say):
    count, columns = Counter(), columns_of(pages)
    where = defaultdict(list)                   # element -> [(page, column, line)]
    for (page, column), lines in columns.items():
        for line, element, kind, text in lines:
            where[element].append((page, column, line))
            count['lines'] += 1
            count['offgrid'] += abs(line - round(line)) > 0.004 and kind != 'quote'
    for element, places in where.items():
        if kinds[element][0] != 'p' or len(places) < 2:
            continue
        runs = Counter((page, column) for page, column, _ in places)
        first, last = places[0][:2], places[-1][:2]
        if first != last:
            count['paragraphs_divided'] += 1
            if runs[first] == 1:
                count['orphans'] += 1
                say('orphan', places[0])
            if runs[last] == 1:
                count['widows'] += 1
                say('widow', places[-1])
    judge_heads(columns, kinds, count, say)
    judge_hyphens(pages, columns, count, say)
    judge_columns(pages, columns, kinds, templates, grid, count, say)
    judge_pictures(pages, where, kinds, grid, count, say)
    judge_quotes(where, kinds, count, say)
    return count


def judge_heads(columns, kinds, count, say):
    for key, lines in columns.items():
        for i, (line, element, kind, text) in enumerate(lines):
            if kind != 'subhead':
                continue
            rest = [l for l in lines[i + 1:] if l[2] != 'subhead']
            under = [l for l in rest if l[1] == rest[0][1]] if rest else []
            whole = sum(l[1] == rest[0][1] for ls in columns.values() for l in ls) if rest else 0
            count['heads'] += 1
            if len(under) < min(2, whole) or not rest:
                count['heads_stranded'] += 1
                say('stranded head', key + (line,))


def judge_hyphens(pages, columns, count, say):
    """Words divided between two columns."""
    for p in pages:
        for c in range(3):
            lines = columns[p.number, c]
            if lines and lines[-1][2] == 'p' and (c, round(lines[-1][0])) in p.hyphens:
                count['hyphens_over'] += 1
                say('a column ends in a hyphen', (p.number, c, lines[-1][0]))


def judge_columns(pages, columns, kinds, templates, grid, count, say):
    article_pages = defaultdict(list)
    for p in pages:
        owners = {kinds[e][1] for _, _, kind, e, _ in p.lines if kind in BODY + ('head',)} | {kinds[q[4]][1] for q in p.pictures if q[4] in kinds}
        for a in owners:
            article_pages[a].append(p)
    for a, own in sorted(article_pages.items()):
        with_text = [p.number for p in own if any(columns[p.number, c] for c in range(3))]
        for p in own:
            if p.number > with_text[-1]:        # figures that come after the text's end
                count['pages_without_text'] += 1
                continue
            last = p.number == with_text[-1]
            ends = []
            for c in range(3):
                x = grid.column_x(c, p.right)
                lines = columns[p.number, c]
                blocks = [q for q in p.pictures if q[0] < x + grid.column - 1 and x + 1 < q[1]]
                foot = min((q[2] for q in blocks if not lines or q[2] > lines[0][0]), default=None)
                end = round(foot) - 2 if foot is not None else grid.lines
                got = round(lines[-1][0]) if lines else round(max([q[3] for q in blocks] + [0]))
                if last:
                    ends.append(got if lines and foot is None else None)
                    continue
                if not lines and blocks and end - got < 8:
                    continue                    # too low a rest for text
                count['columns'] += 1
                short = end - got
                if short >= 1:
                    count['columns_short'] += 1
                    count['lines_short'] += short
                    say(f'column short by {short}', (p.number, c, got))
            ends = [e for e in ends if e is not None]
            if last and templates[a] != 'feature' and len(ends) > 1:
                count['last_pages'] += 1
                if max(ends) - min(ends) > 1:
                    count['unbalanced'] += 1
                    say(f'last page unbalanced by {max(ends) - min(ends)}', (p.number, 0, max(ends)))


def judge_pictures(pages, where, kinds, grid, count, say):
    order = []                                  # mention of each picture: the text element before it
    before = {}
    for element in sorted(kinds):
        if kinds[element][0] == 'picture':
            before[element] = order[-1] if order and kinds[order[-1]][1] == kinds[element][1] else None
        elif kinds[element][0] in BODY:
            order.append(element)
    placed = set()
    for p in pages:
        for x0, x1, top, bottom, element, cw, ch in p.pictures:
            if kinds.get(element, ('',))[0] != 'picture':
                continue
            placed.add(element)
            count['pictures'] += 1
            count['pictures_offgrid'] += abs(bottom - round(bottom)) > 0.01 or abs(top - round(top) + 0.4) > 0.05
            if before[element] is None or not where[before[element]]:
                continue
            page, column, line = where[before[element]][-1]
            last = grid.column_of(x1 - grid.column + 2, p.right)
            pages_off = p.number - page
            if pages_off < 0 or (pages_off == 0 and (last < column or (last == column and bottom < line))):
                count['pictures_early'] += 1
                say('picture before its mention', (p.number, grid.column_of(x0, p.right), round(top)))
            elif pages_off > 1:
                count['pictures_late'] += 1
                say(f'picture {pages_off} pages after its mention', (p.number, grid.column_of(x0, p.right), round(top)))
            count['pages_off'] += max(0, pages_off)
            count['cropped'] += (1 - cw * ch)
    missing = [e for e in before if e not in placed]
    count['pictures_missing'] = len(missing)
    for e in missing:
        say('picture missing', (0, 0, e))


def judge_quotes(where, kinds, count, say):
    """Each repeats the beginning of the paragraph before it."""
    paragraph = None
    for element in sorted(kinds):
        kind = kinds[element][0]
        paragraph = element if kind == 'p' else paragraph
        if kind != 'quote':
            continue
        count['quotes'] += 1
        if element not in where or paragraph not in where:
            count['quotes_missing'] += 1
            say('quote missing', (0, 0, element))
            continue
        page, column, line = where[paragraph][0]
        gap = min((abs(at - line) for p, c, at in where[element] if (p, c) == (page, column)), default=99)
        if gap < 10:
            count['quotes_near'] += 1
            say('quote beside its sentence', (page, column, line))
        count['quotes_elsewhere'] += min(abs(p - page) for p, _, _ in where[element]) > 1


# figure, what it must be; none: only told
BARS = [('widows', 0), ('orphans', 0), ('heads_stranded', 0), ('columns_short_share', 0.01), ('offgrid', 0),
        ('hyphens_over_share', 0.03), ('pictures_missing', 0), ('pictures_offgrid', 0), ('quotes_missing', 0), ('quotes_near', None), ('quotes_elsewhere', None),
        ('pictures_early', None), ('pictures_late', None), ('unbalanced', None), ('pages_without_text', None)]


def report(count, short):
    count['columns_short_share'] = count['columns_short'] / max(1, count['columns'])
    count['hyphens_over_share'] = count['hyphens_over'] / max(1, count['columns'])
    missed = 0
    print('  ' + ', '.join(f'{k} {count[k]:.0f}' for k in ('pages', 'lines', 'columns', 'paragraphs_divided', 'heads', 'pictures', 'quotes', 'last_pages')))
    for name, bar in BARS:
        value, bar = count[name], short if name == 'columns_short_share' else bar
        form = f'{value:.2%}' if isinstance(value, float) else str(value)
        good = bar is None or value <= bar
        missed += not good
        print(f'  {name:22} {form:>8}' + ('' if bar is None else f'   <= {bar:<6} {"pass" if good else "MISS"}'))
    return missed


def quality(zivos, work, text, articles, seed, short, verbose):
    issue, kinds, templates = write_issue(work / f'pages-{articles}-{seed}', paragraphs(text), articles, seed)
    grid = Grid(ROOT / 'layouts/zivos/layout.xml')
    pages, messages = read_pages(zivos, issue, kinds, grid)
    say = (lambda what, place: print(f'    page {place[0]} column {place[1] + 1} line {place[2]:.0f}: {what}')) if verbose else lambda *_: None
    print(f'quality, {articles} articles (seed {seed})')
    count = judge(pages, kinds, templates, grid, say)
    count['pages'] = len(pages)
    count['overset'] = sum(p.overset for p in pages)
    keys = Counter(re.findall(r': (?:error|warning|note): ([a-z-]+):', messages))
    print('  messages: ' + (', '.join(f'{k} {n}' for k, n in sorted(keys.items())) or 'none'))
    return report(count, short)

# ---- speed ---------------------------------------------------------------------------


SETTING = re.compile(r'([\d.]+) ms  setting the pages \(processors: ([\d.]+) ms\)')


def setting(zivos, issue, runs, threads=0):
    """The least of several runs that setting the pages took, by the clock and of the processors, s."""
    clock, processors = [], []
    for _ in range(runs):
        run = subprocess.run([zivos, 'build', issue, '--profile', 'screen', '--timings', '--lang', 'en', '-o', Path('/dev/null')] +
                             (['--threads', str(threads)] if threads else []), capture_output=True, text=True)
        m = SETTING.search(run.stdout + run.stderr)
        if not m:
            sys.exit(f'no timings: {run.stderr[-1000:]}')
        clock.append(float(m[1]) / 1000)
        processors.append(float(m[2]) / 1000)
    return min(clock), min(processors)


def long_article(folder, text, words):
    folder.mkdir(parents=True, exist_ok=True)
    done, lines = 0, []
    for p in paragraphs(text) * 100:
        lines.append(f'<p>{escape(p)}</p>')
        done += len(p.split())
        if done >= words:
            break
    target = folder / 'issue.xml'
    target.write_text('<issue xmlns="urn:zivos:issue" title="B" number="1" date="2026-01-01" xml:lang="de" layout="zivos">\n'
                      '<article rubric="wir-alle" template="story"><headline>Lang</headline><body>\n' + '\n'.join(lines) +
                      '\n</body></article></issue>\n', encoding='utf-8')
    return target


def bar(name, value, most, form):
    good = value <= most
    print(f'  {name:34} {form.format(value):>10}   <= {form.format(most):<10} {"pass" if good else "MISS"}')
    return not good


def speed(zivos, work, text):
    sample = ROOT / 'issues/2026-4/issue.xml'
    clock, processors = setting(zivos, sample, 15)
    one = setting(zivos, sample, 9, 1)
    print(f'  sample issue, all threads: {clock:.3f} s by the clock, {processors:.3f} s of processors; one thread: {one[0]:.3f} s, {one[1]:.3f} s')
    missed = bar('sample issue, pages set', clock, 0.35, '{:.3f} s')
    workload, cost = SHARED / 'bench/workload-128.txt', {}
    if workload.exists():
        # One thread, by the processor: the clock says more of others at work beside us, and the longer a run the more.
        for pages, times in (8, 1 / 16), (32, 0.25), (128, 1), (512, 4):
            target = work / f'speed-{pages}' / 'issue.xml'
            subprocess.run([sys.executable, HERE / 'issue.py', workload, target, str(times)], check=True)
            cost[pages] = setting(zivos, target, 15 if pages < 128 else 5, 1)[1] / pages
            print(f'  {pages} pages: {cost[pages] * 1000:.2f} ms a page')
        missed += bar('cost of a page, 512 over 8 pages', cost[512] / cost[8], 1.15, '{:.2f}')
    missed += bar('an article of 100,000 words', setting(zivos, long_article(work / 'long', text, 100000), 1)[0], 5, '{:.2f} s')
    return missed


def main():
    ap = argparse.ArgumentParser(usage=__doc__)
    ap.add_argument('zivos', type=Path)
    ap.add_argument('work', type=Path)
    ap.add_argument('what', nargs='*', default=[])
    ap.add_argument('--articles', type=int, default=200)
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--text', type=Path, default=SHARED / 'bench/de.txt')
    ap.add_argument('--short', type=float, default=0.01, help='share of columns that may end early')
    ap.add_argument('--verbose', action='store_true')
    o = ap.parse_args()
    if not o.text.exists():
        print(f'left out: {o.text} is not there')
        return 0
    missed = 0
    if 'quality' in o.what or not o.what:
        missed += quality(o.zivos, o.work, o.text, o.articles, o.seed, o.short, o.verbose)
    if 'speed' in o.what or not o.what:
        missed += speed(o.zivos, o.work, o.text)
    return int(missed > 0)


if __name__ == '__main__':
    sys.exit(main())
