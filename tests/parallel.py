#!/usr/bin/env python3
"""Texts in several languages made by chance, and what became of them.

parallel.py make FOLDER SEED     an issue: one article for each arrangement, paragraphs of all lengths
parallel.py judge FOLDER DUMP    its dump of pages: pairs on one line, divided only where they may be
parallel.py lines FOLDER DUMP    lines that the pairs of the article in columns take together

Every paragraph stands in a line of the XML of its own, by which it is known again in the dump.
"""
import random
import re
import sys

WORDS = {
    "de": "Am Samstag ist Markt und alle die sonst nie Zeit haben stehen plötzlich zwischen Äpfeln und Geschichten da".split(),
    "uk": "У суботу базар і всі хто ніколи не має часу раптом стоять там поміж яблуками та розповідями".split(),
    "ar": "يوم السبت سوق وفجأة يقف هناك كل من لا وقت لديه عادة بين التفاح والحكايات".split(),
}
# The facing one comes first, so that its pairs of pages are 1 and 2, 3 and 4 ...
ARTICLES = [("facing", ("uk", "ar")), ("side", ("de", "uk")), ("side-low", ("de", "uk")), ("side", ("ar", "de")), ("under", ("de", "uk"))]
PAIRS = 24
DIVIDE = 9                              # lines a paragraph has to have to be divided, as the layout says nothing


def text(lang, n):
    return " ".join(random.choice(WORDS[lang]) for _ in range(n)) + "."


def make(folder, seed):
    random.seed(seed)
    out = ['<?xml version="1.0" encoding="UTF-8"?>',
           '<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="./layout">']
    where = []
    for number, (template, langs) in enumerate(ARTICLES):
        lengths = [random.choice((2, 8, 20, 40, 90)) for _ in range(PAIRS)]
        out += [f'<article rubric="markt" template="{template}"><headline>Kopf</headline><body><parallel>']
        for lang in langs:
            out.append(f'<text xml:lang="{lang}">')
            for pair, n in enumerate(lengths):
                out.append(f"<p>{text(lang, max(1, int(n * random.uniform(0.6, 1.4))))}</p>")
                where.append(f"{len(out)} {number} {lang} {pair}")
            out.append("</text>")
        out.append("</parallel></body></article>")
    out.append("</issue>")
    open(f"{folder}/issue.xml", "w", encoding="utf8").write("\n".join(out) + "\n")
    open(f"{folder}/where", "w", encoding="utf8").write("\n".join(where) + "\n")


def read(folder, dump):
    """(article, pair) -> language -> [(page, y), ...], one for each line, in order."""
    where = {}
    for row in open(f"{folder}/where", encoding="utf8"):
        line, number, lang, pair = row.split()
        where[int(line)] = (int(number), lang, int(pair))
    found, page, column = {}, 0, {}
    for row in open(dump, encoding="utf8", errors="replace"):
        if m := re.match(r"page (\d+) ", row):
            page = int(m[1])
        m = re.match(r"  glyphs (\S+) (\S+) .* @issue\.xml:(\d+):", row)
        if not m or int(m[3]) not in where:
            continue
        number, lang, pair = where[int(m[3])]
        lines = found.setdefault((number, pair), {}).setdefault(lang, [])
        if (page, float(m[2])) not in lines:
            lines.append((page, float(m[2])))
    return found


def frames(lines, facing):
    """How many lines stand on each page; of facing pages the two are one."""
    count = {}
    for page, _ in lines:
        frame = (page + 1) // 2 if facing else page
        count[frame] = count.get(frame, 0) + 1
    return [count[f] for f in sorted(count)]


def judge_pair(template, langs, name, wrong):
    most = max(len(l) for l in langs.values())
    facing = template == "facing"
    stretches = {l: frames(lines, facing) for l, lines in langs.items()}
    if len({lines[0][1] for lines in langs.values()}) > 1:
        wrong.append(f"{name}: begins at different heights")
    heights = [set(lines) if not facing else {((p + 1) // 2, y) for p, y in lines} for lines in langs.values()]
    longest = max(heights, key=len)
    if any(not h <= longest for h in heights):
        wrong.append(f"{name}: languages do not share their lines")
    divided = max(len(s) for s in stretches.values()) > 1
    if divided and most < DIVIDE:
        wrong.append(f"{name}: of {most} lines, but divided")
    for lang, s in stretches.items():
        if divided and any(n < 2 for n in s):
            wrong.append(f"{name}: {lang} leaves a line alone: {s}")


def judge(folder, dump):
    found, wrong = read(folder, dump), []
    if len(found) != len(ARTICLES) * PAIRS:
        wrong.append(f"{len(found)} pairs of {len(ARTICLES) * PAIRS} found")
    for (number, pair), langs in found.items():
        template, want = ARTICLES[number]
        name = f"article {number + 1} ({template}), pair {pair + 1}"
        if set(langs) != set(want):
            wrong.append(f"{name}: not all languages")
        elif template != "under":
            judge_pair(template, langs, name, wrong)
    print("\n".join(wrong))
    return not wrong


def lines(folder, dump):
    return sum(max(len(l) for l in langs.values()) for (number, _), langs in read(folder, dump).items() if number == 1)


def main():
    command, folder = sys.argv[1], sys.argv[2]
    if command == "make":
        make(folder, int(sys.argv[3]))
    elif command == "judge":
        sys.exit(0 if judge(folder, sys.argv[3]) else 1)
    else:
        print(lines(folder, sys.argv[3]))


main()
