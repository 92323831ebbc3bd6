#!/usr/bin/env python3
"""Does the text of every article come out of the PDF as it went in?

    roundtrip.py ISSUE.xml FILE.pdf PAGES       PAGES: what `zivos dump ISSUE.xml --stage pages` printed

Prints TAP, a line an article. An article passes if enough of its words are found in their order on
the pages where it stands (by the dump), by the best of three readers: pdftotext, pdftotext -raw,
mutool: all of them where it is in Latin, Cyrillic or Greek letters, else 0.97. Urdu's Nastaliq is only
reported: its glyphs stand one above the other, and no reader puts them in order. What stands beside the
text - captions, boxes, quotations, names, notes, cells of tables - has an order by itself, so each such piece is looked for by itself.

Words are compared without case, hyphens and punctuation, after NFC and without
characters that do not show (bidi controls, joiners, soft hyphens). Scripts that write no spaces
are compared letter by letter.
"""
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from xml.parsers import expat

WANTED, EXACT = 0.97, 1.0
EXACT_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
UNREADABLE = {"ur"}
XML_LANG = "http://www.w3.org/XML/1998/namespace}lang"
NS = "{urn:zivos:issue}"
XI_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
APART = {"caption", "credit", "pullquote", "box", "byline", "kicker", "headline", "standfirst", "imprint", "note", "cell"}
BLOCKS = APART | {"p", "subhead", "item", "line", "author", "translator", "photographer", "br"}
SKIPPED = {"shorthead", "hyphenation"}	# stands in the contents; says how words may be divided
PRINTED = {"box": ("title",), "pullquote": ("by",), "verse": ("by",)}
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
HYPHENS = re.compile("[-\u2010\u2011]")
# Thai, Lao, Burmese, Khmer; kana, ideographs.
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def words(text):
    text = UNSEEN.sub("", unicodedata.normalize("NFC", text))
    text = re.sub("(?<=\\w)[-\u2010]\\s*\n\\s*", "", text)
    text = HYPHENS.sub("", UNSPACED.sub(r" \g<0> ", text)).casefold()
    # Letters and figures; an address may be broken at its signs.
    return "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text).split()


def common(a, b):
    """Length of the longest common subsequence: a bit for each word of a, one step for each of b."""
    where = {}
    for i, word in enumerate(a):
        where[word] = where.get(word, 0) | 1 << i
    full = (1 << len(a)) - 1
    row = full
    for word in b:
        hit = row & where.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(a) - bin(row).count("1")


# ---- the source ----

def parse(path):
    """The tree of a file; every element knows its line."""
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")

    def start(tag, attrs):
        builder.start("{" + tag if "}" in tag else tag, dict(attrs, **{":line": str(parser.CurrentLineNumber)}))

    parser.StartElementHandler = start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    with open(path, "rb") as f:
        parser.ParseFile(f)
    return builder.close()


def name_of(e):
    return e.tag[len(NS):] if isinstance(e.tag, str) and e.tag.startswith(NS) else ""


def last_line(e):
    return max([int(e.get(":line"))] + [last_line(c) for c in e if isinstance(c.tag, str)])


def pieces_of(article):
    """The running text, then each piece that stands apart from it."""
    flow, apart = [], []

    def walk(e, into):
        name = name_of(e)
        if name in SKIPPED:
            return
        if name in APART:
            into = []
            apart.append(into)
        if name in BLOCKS:
            into.append("\n")
        for attr in PRINTED.get(name, ()):
            piece = e.get(attr, "")
            if piece:
                apart.append([piece])
        into.append(e.text or "")
        for child in e:
            if isinstance(child.tag, str):
                walk(child, into)
            into.append(child.tail or "")
        if name in BLOCKS:
            into.append("\n")

    walk(article, flow)
    return [w for w in (words("".join(p)) for p in [flow] + apart) if w]


def articles_of(path):
    """name, file, first and last line, element of each article of the issue."""
    out = []

    def walk(e, file):
        if e.tag == XI_INCLUDE:
            inner = os.path.join(os.path.dirname(file), e.get("href"))
            walk(parse(inner), inner)
        elif name_of(e) in ("article", "imprint"):
            out.append((e.get("id") or name_of(e), os.path.basename(file), int(e.get(":line")), last_line(e) + 1, e))
        else:
            for child in e:
                if isinstance(child.tag, str):
                    walk(child, file)

    walk(parse(path), path)
    return out


# ---- the pages ----

def places(dump):
    """Per page of the PDF, the places (file, line) of what stands on it."""
    pages = []
    for row in dump.splitlines():
        if re.match(r'page \d+ "', row):
            pages.append(set())
        place = re.search(r" @(.*?):(\d+):\d+ <(?!toci)", row.split("|")[0])
        if place and pages:
            pages[-1].add((place.group(1), int(place.group(2))))
    return pages


def readings(pdf):
    """Name and the pages' words of each reader that is installed."""
    out = []
    for name, command in (("pdftotext", ["pdftotext", "-enc", "UTF-8", pdf, "-"]),
                          ("raw", ["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"]),
                          ("mutool", ["mutool", "draw", "-q", "-F", "text", pdf])):
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        out.append((name, [words(p) for p in done.stdout.decode("utf-8", "replace").split("\f")]))
    return out


def judge(article, pages, read):
    """Share of its words found, by which reader, and on which pages it stands."""
    _, file, first, last, element = article
    on = [i for i, there in enumerate(pages) if any(f == file and first <= n <= last for f, n in there)]
    pieces = pieces_of(element)
    total = sum(len(p) for p in pieces)
    best = (0.0, "nothing", on, total)
    for name, text in read:
        found = [w for i in on if i < len(text) for w in text[i]]
        share = sum(common(p, found) for p in pieces) / total if total else 1.0
        if share > best[0]:
            best = (share, name, on, total)
    return best


def wanted(article):
    """The share that must be found: by what most letters are."""
    if article[4].get(XML_LANG, "") in UNREADABLE:
        return 0.0
    letters = [c for p in pieces_of(article[4]) for w in p for c in w if c.isalpha()]
    plain = sum(unicodedata.name(c, "").startswith(EXACT_SCRIPTS) for c in letters)
    return EXACT if plain == len(letters) else WANTED


def main():
    issue, pdf, dump = sys.argv[1:]
    with open(dump, encoding="utf-8") as f:
        pages = places(f.read())
    read = readings(pdf)
    if not read:
        print("ok 1 - text round trip # SKIP neither pdftotext nor mutool is installed")
        return 0
    failed = 0
    articles = articles_of(issue)
    for n, article in enumerate(articles, 1):
        share, by, on, total = judge(article, pages, read)
        good = share >= wanted(article)
        failed += not good
        print("%s %d - %s: %.3f of %d words by %s, page %s" % (
            "ok" if good else "not ok", n, article[0], share, total, by, ", ".join(str(i + 1) for i in on) or "none"))
    print("1..%d" % len(articles))
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
