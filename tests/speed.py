#!/usr/bin/env python3
"""How long setting the pages takes, as ratios within one run: speed.py ZIVOS FOLDER

Each case is an issue beside a plainer one with the same text, and how many times as long it may take, by the processor and with one
thread: so it matters little how fast the machine is, and who else is at work on it. Prints TAP.
"""
import random
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETTING = re.compile(r'setting the pages \(processors: ([\d.]+) ms\)')
SYLLABLES = 'ha fen markt la den brot tisch stra ße brü cke schiff kran korb ap fel gar ten zeit wort le ben ar beit sprach'.split()
SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt" viewBox="0 0 3 2">'
       '<rect width="3" height="2" fill="#9bd"/></svg>\n')


def sentence(rng, words):
    return ' '.join(''.join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(words)).capitalize() + '.'


def paragraphs(seed, n, words):
    rng = random.Random(seed)
    return [f'<p>{sentence(rng, words)}</p>\n' for _ in range(n)]


def write(folder, name, body, layout='zivos'):
    (folder / name).mkdir()
    (folder / name / 'b.svg').write_text(SVG)
    issue = folder / name / 'issue.xml'
    issue.write_text('<?xml version="1.0" encoding="UTF-8"?>\n<issue xmlns="urn:zivos:issue" title="Speed" number="1" date="2026-01-01" '
                     f'xml:lang="de" layout="{layout}">\n{body}</issue>\n', encoding='utf-8')
    return issue


def article(n, body, attributes=''):
    return f'<article id="a{n}" rubric="wir-alle" template="story" {attributes}><headline>Kopf {n}</headline><body>{body}</body></article>\n'


def pages_named(folder, named):
    """Articles of two pages each, which name each other's pages or do not: what stays the same is not composed anew for that."""
    ref = '<p>Seite <ref to="a1"/>.</p>' if named else '<p>Seite 5.</p>'
    picture = '<picture src="b.svg" alt="x"><caption>Bild</caption></picture>'
    body = ''.join(article(n, picture.join(paragraphs(n, 5, 120)) + (ref if n == 3 else '<p>Seite 5.</p>')) for n in range(8))
    return write(folder, f'named-{named}', body)


def section(folder, name, n):
    body = ''.join(f'<article><headline>Kopf {a}</headline><body>{"".join(paragraphs(a, 14, 70))}</body></article>\n' for a in range(n))
    return write(folder, name, f'<section rubric="text" template="columns" title="T">{body}</section>\n', str(HERE / 'bench/layout'))


def pairs(folder, name, n, words, pictures=0, arrange='interleaved'):
    texts = ''.join(f'<text xml:lang="{lang}">{"".join(paragraphs(lang, n, words))}</text>' for lang in ('de', 'tr'))
    picture = '<picture src="b.svg" alt="x"><caption>Bild</caption></picture>'
    return write(folder, name, article(0, f'{picture * pictures}<p>Zuerst.</p><parallel arrange="{arrange}">{texts}</parallel>'))


def cases(folder):
    """Name, issue, the plainer one, times."""
    yield 'page numbers in the text', pages_named(folder, True), pages_named(folder, False), 1.3
    yield 'eight times the pages', section(folder, 'long', 48), section(folder, 'short', 6), 8 * 1.2
    yield 'three pictures beside pairs', pairs(folder, 'beside', 40, 60, 3), pairs(folder, 'alone', 40, 60), 16
    yield 'a pair of 20,000 words', pairs(folder, 'one-pair', 1, 20000, 0, 'columns'), pairs(folder, 'many-pairs', 200, 100, 0, 'columns'), 2


def took(zivos, issue):
    run = subprocess.run([zivos, 'check', issue, '--threads', '1', '--timings', '--lang', 'en'], capture_output=True, text=True, timeout=300)
    m = SETTING.search(run.stderr)
    return (float(m[1]), '') if m and run.returncode <= 1 else (None, run.stderr[-2000:])


def ratio(zivos, issue, plain, most):
    """The least of a few runs of each, in alternation; more only where it seems too much."""
    least = [float('inf'), float('inf')]
    for _ in range(6):
        for i, path in enumerate((issue, plain)):
            ms, fault = took(zivos, path)
            if fault:
                return None, fault
            least[i] = min(least[i], ms)
        if least[0] <= most * least[1]:
            break
    return least[0] / least[1], f'{least[0]:.0f} ms, {least[1]:.0f} ms'


def main():
    zivos, folder = sys.argv[1], Path(sys.argv[2])
    failed = False
    for n, (name, issue, plain, most) in enumerate(cases(folder), 1):
        got, said = ratio(zivos, issue, plain, most)
        good = got is not None and got <= most
        failed |= not good
        print(f'{"ok" if good else "not ok"} {n} - {name}: at most {most:.3g} times as long')
        if not good or '-v' in sys.argv:
            print(f'# {"no time" if got is None else f"{got:.2f} times"}: {said}'.replace('\n', '\n# '))
    return int(failed)


if __name__ == '__main__':
    sys.exit(main())
