#!/usr/bin/env python3
"""floats.py - issues with pull quotes and boxes (one, wide, many, short, section, told, high: to the standard output), and what tests/floats.sh
looks for in a dump of their pages: floats.py CHECK DUMP [NUMBER]. Exit status 1 and a word if it is not so."""
import re
import sys

TEXT = ["Am Morgen öffnet Samira die Läden, stellt Kisten mit Tomaten vor die Tür und grüßt alle, die zur Arbeit gehen.",
        "Später kommt Herr Brinkmann. Er kauft nie mehr als drei Äpfel, aber er bleibt eine halbe Stunde und erzählt vom Hafen, von Kränen und von Schiffen, deren Namen er noch alle weiß.",
        "Mittags sitzen die Fahrer der Buslinie am Fenster. Sie trinken Tee aus kleinen Gläsern und rechnen aus, wie viele Haltestellen ein Mensch im Leben sieht.",
        "Niemand hat es eilig, denn der Bus fährt ohnehin erst um elf, und wer wartet, der redet.",
        "Abends wird gefegt. Der Regen steht in den Pfützen, und aus dem ersten Stock ruft jemand herunter, ob noch Brot da sei."]
GUTTER = 8.50


def write(articles, template='two', section=False):
    print('<?xml version="1.0" encoding="UTF-8"?>\n<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="./layout">')
    if section:
        print('<section template="news" rubric="markt" title="Kurz">')
    for body in articles:
        print('<article rubric="markt"' + ('' if section else f' template="{template}"') + '><headline>Kopf</headline><body>')
        print(*body, sep='\n')
        print('</body></article>')
    print('</section></issue>' if section else '</issue>')


def text(n, start=0):
    return [f'<p>{TEXT[(start + i) % len(TEXT)]}</p>' for i in range(n)]


def make(kind):
    quote = '<pullquote>„Wer wartet, der redet.“</pullquote>'
    if kind == 'one':
        write([text(4) + [quote] + text(4, 4)])
    elif kind == 'wide':
        write([text(2) + ['<pullquote>„Ein Satz, den niemand sonst gesagt hat.“</pullquote>'] + text(6, 2)])
    elif kind == 'many':
        write([sum((text(2, 2 * i) + [f'<pullquote>„Satz Nummer {i}.“</pullquote>'] for i in range(40)), [])])
    elif kind == 'short':
        write([text(1) + [quote]])
    elif kind == 'section':
        write([text(2) + [quote] + text(2, 2), text(2)], section=True)
    elif kind == 'told':
        write([sum(([f'<subhead>Tag {i}</subhead>'] + text(6 + i, i) + [f'<pullquote>„An Tag {i} gesagt.“</pullquote>'] for i in range(1, 6)), [])])
    elif kind == 'high':
        write([text(2) + ['<box title="Kasten">'] + text(40) + ['</box>'] + text(4)])


class Item:
    def __init__(self, page, x, y, size, role, words, line):
        self.page, self.x, self.y, self.size, self.role, self.words, self.line = page, x, y, size, role, words, line


GLYPHS = re.compile(r'  glyphs (-?[\d.]+) (-?[\d.]+) "[^"]*" ([\d.]+) .*@[^:]+:(\d+):\d+ <(\w+) \S+>.* \|(.*)\|$')
RECT = re.compile(r'  rect (-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) (\S+) (\d+)%')
PICTURE = re.compile(r'  picture (-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) ')


def read(path):
    """Glyph runs; pieces: (page, x0, x1, top, foot, what) of quotes, tints and pictures."""
    items, pieces, page, quotes = [], [], 0, {}
    for row in open(path, encoding='utf-8'):
        if row.startswith('page '):
            page += 1
        elif m := GLYPHS.match(row):
            items.append(Item(page, float(m[1]), float(m[2]), float(m[3]), m[5], m[6], int(m[4])))
            if m[5] == 'quote':
                quotes.setdefault((page, int(m[4])), []).append(items[-1])
        elif (m := RECT.match(row)) and int(m[6]) < 50 and float(m[4]) > 25:
            x, y, w, h = map(float, m.groups()[:4])
            pieces.append((page, x, x + w, y, y + h, 'box'))
        elif m := PICTURE.match(row):
            x, y, w, h = map(float, m.groups()[:4])
            pieces.append((page, x, x + w, y, y + h, 'picture'))
    for (page, line), runs in quotes.items():
        x = min(r.x for r in runs)
        pieces.append((page, x, x + 30, min(r.y - r.size for r in runs), max(r.y for r in runs), 'quote'))
    return items, pieces


def fail(words):
    sys.exit(words)


def check(what, path, number=0):
    items, pieces = read(path)
    quotes = [p for p in pieces if p[5] == 'quote']
    words = ' '.join(i.words for i in items if i.role == 'quote')
    if what == 'apart':
        if not pieces:
            fail('nothing stands there')
        for p in quotes:
            for q in pieces:
                if p is q or p[0] != q[0]:
                    continue
                same = p[1] < q[2] and q[1] < p[2]
                if same and p[3] - 25 < q[4] and q[3] < p[4] + 25:
                    fail(f'page {p[0]}: a quote at {p[3]:.0f} touches a {q[5]} at {q[3]:.0f}')
                if q[5] == 'quote' and not same and (abs(p[4] - q[4]) < 3 or abs(p[3] - q[3]) < 3):
                    fail(f'page {p[0]}: two quotes beside each other at {p[3]:.0f}')
    elif what == 'away':
        at = [i for i in items if i.role == 'p' and ('wartet,' in i.words or 'der redet' in i.words)]
        if not at or not quotes:
            fail('the sentence or its quote is missing')
        for i in at:
            for p in quotes:
                if p[0] == i.page and abs(p[1] - i.x) < 60 and p[3] - number * 10 < i.y < p[4] + number * 10:
                    fail(f'{p[3]:.0f} to {p[4]:.0f}, its sentence at {i.y:.0f}')
    elif what == 'wide':
        run = [i for i in items if i.role == 'quote']
        beside = [i for i in items if i.role == 'p' and i.page == run[0].page and run[0].y - 12 < i.y < run[-1].y]
        if beside:
            fail('text stands beside it')
        if len(run) > 2 or not any(i.role == 'p' and i.page == run[0].page and i.x > 150 for i in items):
            fail('it is not as wide as both columns')
    elif what == 'size':
        sizes = {i.size for i in items if i.role == 'quote'}
        if sizes != {float(number)}:
            fail(f'sizes {sizes}')
    elif what == 'foot':
        if not quotes or any(abs(p[4] - 270) > 6 for p in quotes):
            fail(f'feet {[p[4] for p in quotes]}, the page ends at 270')
    elif what == 'straddle':
        p = quotes[0]
        left = [i for i in items if i.role == 'p' and i.page == p[0] and i.x < 100 and p[3] < i.y < p[4] + 3]
        right = [i for i in items if i.role == 'p' and i.page == p[0] and i.x > p[2] and p[3] < i.y < p[4] + 3]
        if not left or not right or any(i.x < 157 for i in right):
            fail(f'left {[i.words for i in left]}, right {[(i.x, i.words) for i in right]}')
    elif what == 'all':
        found = len(re.findall('„', words))
        if found != number or any(i.words.count('overset') for i in items):
            fail(f'{found} quotes of {number}')
    elif what == 'written':
        p = quotes[0]
        over = [i for i in items if i.role == 'p' and i.page == p[0] and abs(i.x - p[1]) < 10 and i.y < p[3]]
        under = [i for i in items if i.role == 'p' and i.page == p[0] and abs(i.x - p[1]) < 10 and i.y > p[4]]
        if not over or 'Hafen' not in ' '.join(i.words for i in over) and 'weiß' not in ' '.join(i.words for i in over):
            fail('not after the second paragraph')
        if under and not under[0].words.startswith('Mittags'):
            fail(f'{under[0].words} under it')
    elif what == 'told':
        day, told = None, []
        for i in sorted((i for i in items if i.role in ('h2', 'quote')), key=lambda i: (i.page, i.x > 140, i.y)):
            m = re.search(r'Tag (\d)', i.words)
            if m and i.role == 'h2':
                day = m[1]
            elif m:
                told.append((m[1], day))
        if len(told) != 5 or any(said != day for said, day in told):
            fail(f'(said, under): {told}')
    elif what == 'divided':
        boxes = [p for p in pieces if p[5] == 'box']
        if len({(p[0], p[1]) for p in boxes}) < 3 or any(p[4] > 275 for p in boxes):
            fail(f'{boxes}')


if len(sys.argv) == 2:
    make(sys.argv[1])
else:
    check(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
