#!/usr/bin/env python3
"""An issue out of a text of the benchmark: issue.py TEXT.txt ISSUE.xml [TIMES]

TEXT has a block a line, KIND, tab, text (h1, h2, p0, p); a blank line ends an article. A line without a tab is a paragraph, and
every 14 of those make an article. TIMES repeats the articles, or with a fraction takes only that part of them. The layout is
copied beside the issue.
"""
import shutil
import sys
from pathlib import Path
from xml.sax.saxutils import escape


def articles(text):
    out, block = [], []
    for line in text.splitlines():
        if not line.strip():
            if block:
                out.append(block)
            block = []
            continue
        kind, tab, words = line.partition('\t')
        if not tab:
            if len(block) == 15:
                out.append(block)
                block = []
            if not block:
                block = [('h1', ' '.join(kind.split()[:4]))]
            kind, words = 'p', line
        block.append((kind, words.strip()))
    return out + [block] if block else out


def main():
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    times = float(sys.argv[3]) if len(sys.argv) > 3 else 1
    arts = articles(source.read_text(encoding='utf-8'))
    arts = arts[:max(1, round(len(arts) * times))] if times < 1 else arts * int(times)
    tags = {'h2': 'subhead', 'p0': 'p', 'p': 'p'}
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(Path(__file__).parent / 'layout', target.parent / 'layout', dirs_exist_ok=True)
    with open(target, 'w', encoding='utf-8') as f:
        f.write('<?xml version="1.0" encoding="UTF-8"?>\n<issue xmlns="urn:zivos:issue" title="Bench" number="1" '
                'date="2026-01-01" xml:lang="de" layout="./layout">\n<section rubric="text" template="columns" title="Bench">\n')
        for a in arts:
            f.write(f'<article><headline>{escape(a[0][1])}</headline><body>\n')
            for kind, words in a[1:]:
                f.write(f'<{tags[kind]}>{escape(words)}</{tags[kind]}>\n')
            f.write('</body></article>\n')
        f.write('</section>\n</issue>\n')


if __name__ == '__main__':
    main()
