"""tests/fit.py ZIVOS WORK CASE... - copyfitting comes true: every remedy that is said to be enough, and those chosen
together, are written into the issue as an editor would, and the pages are set again. Prints what does not hold.

An article is made of elements that stand in one line of the XML each, so that a remedy's line names its element. Its text
is a chain of words by a small random generator with a seed, so that a case is the same on every day.
"""
import html
import json
import os
import re
import subprocess
import sys

zivos, work = sys.argv[1], sys.argv[2]
GERMAN = ("Ankommen dauert länger als eine Reise und manchmal länger als ein Jahr denn wer seine Koffer auspackt hat noch kein Zuhause "
          "sondern nur ein Zimmer in dem der Herd anders riecht und die Nachbarin im Treppenhaus freundlich nickt ohne etwas zu sagen "
          "am Samstag gehen wir auf den Markt zwischen Rathaus und Dom kaufen Brot Äpfel Kräuter und reden mit allen die stehenbleiben "
          "Sprachkurse Behördenbriefe Wohnungssuche Fahrradwerkstatt Kindergarten Freundschaft Heimweh Gelegenheit Geschichten").split()
ARABIC = ("الوصول يحتاج وقتا أطول من السفر وأحيانا أطول من سنة كاملة لأن من يفتح حقيبته لا يملك بيتا بعد بل غرفة فقط فيها رائحة أخرى والجارة "
          "تبتسم في الدرج ولا تقول شيئا نذهب يوم السبت إلى السوق بين البلدية والكنيسة نشتري الخبز والتفاح والأعشاب ونتحدث مع كل من يقف").split()


class Text:
    def __init__(self, words=GERMAN, seed=7):
        self.words, self.state = words, seed

    def pick(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7fffffff
        return (self.state >> 8) % n

    def sentence(self, n):
        words = [self.words[self.pick(len(self.words))] for _ in range(n)]
        return " ".join([words[0].capitalize()] + words[1:]) + "."

    def paragraph(self, words):
        out = []
        while words > 0:
            n = min(words, 6 + self.pick(12))
            out.append(self.sentence(max(n, 2)))
            words -= n
        return " ".join(out)


def paragraphs(text, words, element="p", attributes=""):
    lines = []
    while words > 0:
        n = min(words, 30 + text.pick(60))
        lines.append(f"<{element}{attributes}>{text.paragraph(n)}</{element}>")
        words -= n
    return lines


def picture(text, size="column", more=""):
    return f'<picture src="land.jpg" alt="Landschaft" size="{size}"{more}><caption>{text.sentence(9)}</caption></picture>'


def spread(lines, extra):
    """The extra lines between the others, evenly."""
    out = list(lines)
    for i, line in enumerate(extra):
        out.insert((i + 1) * len(out) // (len(extra) + 1), line)
    return out


def plain(t, words):
    return "story", "de", paragraphs(t, words)


def pictures(t, words):
    return "story", "de", [picture(t, "opener")] + spread(paragraphs(t, words), [picture(t), picture(t, "wide")])


def quotes(t, words):
    quote = [f"<pullquote>{t.sentence(10)}</pullquote>" for _ in range(2)]
    return "story", "de", spread(paragraphs(t, words), quote)


def boxes(t, words):
    box = '<box title="Kasten" place="text">' + "".join(paragraphs(t, 70)) + "</box>"
    items = ["<list>", *[f"<item>{t.sentence(14)}</item>" for _ in range(5)], "</list>"]
    return "story", "de", spread(paragraphs(t, words), [box]) + items


def interview(t, words):
    lines = []
    for _ in range(max(words // 70, 1)):
        lines += [f'<question by="a">{t.sentence(9)}</question>', f'<answer by="b">{t.paragraph(60)}</answer>']
    return "story", "de", ["<interview>", '<speaker id="a" name="Ada Muster"/>', '<speaker id="b" name="Bo Beispiel"/>'] + lines + ["</interview>"]


def parallel(t, words):
    ar = Text(ARABIC)
    halves = [paragraphs(x, words // 2) for x in (t, ar)]
    n = min(map(len, halves))
    return "parallel", "de", (["<parallel>", '<text xml:lang="de">'] + halves[0][:n] + ["</text>", '<text xml:lang="ar">'] + halves[1][:n] + ["</text>", "</parallel>"])


def table(t, words):
    rows = "".join(f"<row><cell>{t.sentence(3)}</cell><cell>{k * 13}</cell></row>" for k in range(6))
    return "story", "de", spread(paragraphs(t, words), [f"<table><caption>Zahlen</caption>{rows}</table>"])


def recipe(t, words):
    steps = [f"<step>{t.paragraph(25)}</step>" for _ in range(max(words // 40, 2))]
    return "story", "de", (["<recipe>", "<portions>4</portions>", '<ingredients><ingredient amount="2" unit="kg">Kartoffeln</ingredient></ingredients>'] +
                           steps + ["</recipe>"] + paragraphs(t, words // 2))


def arabic(t, words):
    ar = Text(ARABIC)
    return "story", "ar", spread(paragraphs(ar, words), [picture(ar), f"<pullquote>{ar.sentence(10)}</pullquote>"])


def shorts(t, words):
    return "shorts", "de", paragraphs(t, words)


KINDS = {f.__name__: f for f in (plain, pictures, quotes, boxes, interview, parallel, table, recipe, arabic, shorts)}


def issue(kind, words, pages):
    template, lang, body = KINDS[kind](Text(), words)
    head = ['<?xml version="1.0" encoding="UTF-8"?>',
            '<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-01-01" xml:lang="de" layout="zivos">']
    if kind == "shorts":
        return head + [f'<section rubric="rat" template="shorts" pages="{pages}">', '<article id="a">', "<headline>Probe</headline>", "<body>"] + body + \
            ["</body>", "</article>", "</section>", "</issue>"]
    return head + [f'<article id="a" rubric="rat" template="{template}" pages="{pages}" xml:lang="{lang}">', "<headline>Probe</headline>", "<body>"] + \
        body + ["</body>", "</article>", "</issue>"]


def write(lines, name="issue.xml"):
    path = os.path.join(work, name)
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    return path


def run(*arguments):
    return subprocess.run([zivos, *arguments, "--lang", "en"], capture_output=True, text=True, timeout=300)


def fit(path):
    report = os.path.join(work, "fit.json")
    run("fit", path, "--article", "a", "--report", report)
    with open(report, encoding="utf-8") as f:
        found = json.load(f)
    assert len(found) == 1, found
    return found[0]


# ---- what an editor does with a remedy

def inner(line):
    return re.match(r"^(<[^>]*>)(.*)(</[a-z]+>)$", line)


def attribute(line, name, value):
    line = re.sub(rf'^(<[^>]*?) {name}="[^"]*"', r"\1", line)
    return re.sub(r"^(<[a-z]+)", rf'\1 {name}="{value}"', line)


def longer(text, n):
    again = text
    while len(again) < n:
        again += " " + text
    return text + " " + again[:n - 1]


def follow(lines, remedy):
    """The issue with the remedy followed: a line is a character cut from its end, an attribute, or gone."""
    i = remedy["line"] - 1
    line, kind = lines[i], remedy["kind"]
    if kind in ("cut", "add"):
        a, text, z = inner(line).groups()
        n = remedy["characters"]
        lines[i] = a + (text[:-n].rstrip() if kind == "cut" else longer(text, n)) + z
    elif kind in ("crop-picture", "enlarge-picture"):
        lines[i] = attribute(line, "adjust", f"{-remedy['mm'] if kind == 'crop-picture' else remedy['mm']:.0f}mm")
    elif kind in ("quote-smaller", "quote-larger"):
        lines[i] = attribute(line, "size", "small" if kind == "quote-smaller" else "large")
    elif kind == "omit":
        lines[i] = ""
    elif kind == "pages":
        lines[i] = attribute(line, "pages", str(remedy["pages"]))
    elif kind == "filler":
        w, h = remedy["width"], remedy["mm"]
        with open(os.path.join(work, "fueller.svg"), "w") as out:
            out.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}mm" height="{h - 0.1}mm"><rect width="50%" height="50%"/></svg>')
        lines[-1] = '<fillers><filler src="fueller.svg" alt=""/></fillers></issue>'
    else:
        raise AssertionError(kind)


def still_wrong(lines, over):
    said = run("check", write(lines, "followed.xml")).stdout
    said += run("check", os.path.join(work, "followed.xml")).stderr
    keys = [": error: overset:"] if over else [": error: overset:", ": warning: underset:"]
    bad = [line for line in said.splitlines() if any(k in line for k in keys) or ": error:" in line]
    return bad[:2]


def check_all(name, lines, found):
    over = found["linesOver"] > 0
    bad, followed = [], 0
    for r in found["remedies"]:
        if not r["enough"]:
            continue
        changed = list(lines)
        follow(changed, r)
        wrong = still_wrong(changed, over)
        followed += 1
        if wrong:
            bad.append((r["text"], wrong))
    chosen = [r for r in found["remedies"] if r["chosen"]]
    if len(chosen) > 1:
        changed = list(lines)
        for r in chosen:
            follow(changed, r)
        wrong = still_wrong(changed, over)
        followed += 1
        if wrong:
            bad.append(("together: " + "; ".join(r["text"] for r in chosen), wrong))
    assert bool(chosen) == found["solved"], name
    assert all(r["line"] and r["file"] and r["text"] for r in found["remedies"]), name
    return bad, followed


def case(name):
    """KIND:WORDS: an article of this kind with so many words."""
    kind, words = name.split(":")
    lines = issue(kind, int(words), 1 if kind == "shorts" else 2)
    found = fit(write(lines))
    bad, followed = check_all(name, lines, found)
    columns = found["columns"]
    assert all(0 <= c["used"] <= c["lines"] or c["overset"] for c in columns), columns
    if found["linesOver"] and not found["picturesWithoutPlace"]:
        assert sum(c["characters"] for c in columns if c["overset"]) == found["characters"], found
    print(f"{name}: {found['linesOver'] or -found['linesEmpty']} lines, {found['characters']} characters, all in all {found['mustChange']}; "
          f"{len(found['remedies'])} remedies, {followed} followed, solved {found['solved']}")
    for text, wrong in bad:
        print(f"  not so: {text}: {wrong}")
    return not bad and followed > 0


os.makedirs(work, exist_ok=True)
good = [case(name) for name in sys.argv[3:]]
sys.exit(not all(good))
