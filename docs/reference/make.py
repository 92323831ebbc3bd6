#!/usr/bin/env python3
"""make.py ZIVOS FOLDER [only] - the reference of the vocabularies: HTML from zivos, with pictures that zivos sets.

An element of an issue is shown on the page of an example where it stands first; a layout's element on a page that
shows what it does (LAYOUT below); a style's property on a few lines of text that are set with it (PROPERTIES).
Says what has no picture, and fails. `only`: check that everything has one, make none.
"""
import collections
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SAMPLE = "issues/2026-4/issue.xml"
EXAMPLES = [SAMPLE] + sorted(os.path.relpath(p, ROOT) for p in glob.glob(ROOT + "/tests/specimens/*/issue.xml") if "/scripts/" not in p) + \
    ["docs/reference/more/issue.xml"]
DPI = 40

# Element of a layout -> an element of an issue that shows it.
LAYOUT = {
    "layout": "cover", "paper": "cover", "grid": "body", "pictures": "picture", "ad": "ads", "swatch": "contents", "rubric": "contents",
    "family": "foreign", "face": "foreign", "hang": "p", "style": "body", "head": "headline", "part": "standfirst", "use": "pullquote",
    "template": "article", "thread": "section", "page": "body", "picture": "picture", "headline": "headline", "title": "section",
    "columns": "body", "fill": "box", "boxes": "box", "furniture": "body", "cover": "cover", "contents": "contents", "put": "cover",
    "label": "byline", "parallel": "parallel", "tables": "table", "charts": "table", "recipes": "list",
}

# Property of a style -> a value that shows.
PROPERTIES = {
    "name": None, "parent": None, "family": "display", "weight": "800", "width": ("62", 'family="display"'), "italic": "yes", "size": "13pt",
    "leading": "16pt", "align": "center", "indent": "24pt", "hang": "24pt", "ink": "coral", "tint": "50%", "hyphenate": "no", "upper": "yes",
    "capital-sharp-s": ("yes", 'upper="yes"'), "small-caps": "yes", "tabular": "yes", "balance": ("yes", 'align="start"'),
    "cling": ("yes", 'align="start"'), "tracking": "0.12", "track-limit": "0.06", "expand-limit": "0.08", "space": "1.8",
    "space-shrink": "0.8", "space-stretch": "3", "protrusion": "1", "hyphen-penalty": "-200", "ladder": "1", "contrast": "20", "runt": "12", "line-numbers": "1", "hang-quotes": "yes",
    "looseness": "1", "hyphen-before": "6", "hyphen-after": "6", "before": "1", "after": "1", "rule": "1pt", "dropcap": "2", "numerals": "onum",
}


def shows(element):
    """The element of an issue that shows this one of a layout: what is not told, any text."""
    return LAYOUT.get(element, "body")


def run(*args):
    done = subprocess.run(args, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.stdout.decode("utf-8", "replace")


def names(zivos, vocabulary):
    return [n for n in re.findall(r'<define name="([^"]*)"', run(zivos, "schema", vocabulary)) if not n.startswith("xi.")]


def properties(zivos):
    style = run(zivos, "schema", "layout").split('<define name="style">')[1].split("</define>")[0]
    return re.findall(r'<attribute name="([^"]*)"', style)


def files_of(issue):
    folder = os.path.dirname(os.path.join(ROOT, issue))
    found = [os.path.join(ROOT, issue)]
    for href in re.findall(r'<xi:include[^>]*href="([^"]*)"', open(found[0], encoding="utf-8").read()):
        found.append(os.path.join(folder, href))
    return found


def first_places(issue):
    """element -> (file's name, line) of its first start tag."""
    places = {}
    for path in files_of(issue):
        text = re.sub(r"<!--.*?-->", lambda m: "\n" * m.group(0).count("\n"), open(path, encoding="utf-8").read(), flags=re.S)
        for line, words in enumerate(text.split("\n"), 1):
            for name in re.findall(r"<([a-z]+)[\s>/]", words):
                places.setdefault(name, (os.path.basename(path), line))
    return places


def pages_of(zivos, issue):
    """file's name -> [(line, page)], by the dump of the finished pages."""
    at, page = collections.defaultdict(list), 0
    for line in run(zivos, "dump", issue, "--lang", "en").split("\n"):
        start = re.match(r"page (\d+) ", line)
        page = int(start.group(1)) if start else page
        place = re.search(r" @([^ :]+):(\d+):", line)
        if place:
            at[place.group(1)].append((int(place.group(2)), page))
    return at


def shown(zivos, wanted):
    """element -> (issue, page) for all that an example shows."""
    found = {}
    for issue in EXAMPLES:
        places = first_places(issue)
        pages = None
        for name in wanted:
            if name in found or name not in places:
                continue
            pages = pages if pages is not None else pages_of(zivos, issue)
            file, line = places[name]
            after = sorted((abs(l - line), l < line, p) for l, p in pages[file])
            found[name] = (issue, after[0][2] if after else 1)
    return found


def property_layout(value, attribute):
    base = open(os.path.join(HERE, "style", "layout", "layout.xml"), encoding="utf-8").read()
    more = "" if value is None else '%s="%s"' % (attribute, value) if isinstance(value, str) else '%s="%s" %s' % (attribute, *value)
    for name in re.findall(r'([\w-]+)="', more):
        base = re.sub(r'(<style name="text"[^>]*?) %s="[^"]*"' % name, r"\1", base)
    return base.replace('<style name="text"', '<style name="text" ' + more)


def make_properties(zivos, folder):
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(os.path.join(HERE, "style"), os.path.join(work, "style"))
        for attribute in properties(zivos):
            value = PROPERTIES.get(attribute)
            with open(os.path.join(work, "style", "layout", "layout.xml"), "w", encoding="utf-8") as out:
                out.write(property_layout(value, attribute))
            run(zivos, "pages", os.path.join(work, "style", "issue.xml"), "-o", work, "--dpi", "110", "--pages", "1")
            shutil.move(os.path.join(work, "page-01.png"), os.path.join(folder, "layout-style-%s.png" % attribute))


def make_pages(zivos, folder, pictures):
    by_issue = collections.defaultdict(list)
    for name, (issue, page) in pictures.items():
        by_issue[issue].append((page, name))
    with tempfile.TemporaryDirectory() as work:
        for issue, wanted in by_issue.items():
            run(zivos, "pages", issue, "-o", work, "--dpi", str(DPI), "--pages", ",".join(str(p) for p in sorted({p for p, _ in wanted})))
            for page, name in wanted:
                shutil.copy(os.path.join(work, "page-%02d.png" % page), os.path.join(folder, name + ".png"))


def main():
    zivos, folder, only = os.path.abspath(sys.argv[1]), sys.argv[2], "only" in sys.argv[3:]
    issue, layout = names(zivos, "issue"), names(zivos, "layout")
    found = shown(zivos, set(issue) | {shows(n) for n in layout})
    lacking = ["<%s>" % n for n in issue if n not in found] + ["<%s> of a layout" % n for n in layout if shows(n) not in found]
    lacking += ["%s is no element of a layout" % n for n in LAYOUT if n not in layout] + ["%s is no property" % p for p in PROPERTIES if p not in properties(zivos)]
    if lacking:
        sys.exit("no picture shows: " + ", ".join(lacking) + ". Use it in an example, or name what shows it in docs/reference/make.py")
    if only:
        return
    os.makedirs(folder, exist_ok=True)
    for vocabulary in ("issue", "layout", "print"):
        with open(os.path.join(folder, vocabulary + ".html"), "w", encoding="utf-8") as out:
            out.write(run(zivos, "schema", "--reference", vocabulary))
    make_properties(zivos, folder)
    make_pages(zivos, folder, {"issue-" + n: found[n] for n in issue})
    make_pages(zivos, folder, {"layout-" + n: found[shows(n)] for n in layout})


main()
