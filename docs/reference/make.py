#!/usr/bin/env python3
"""make.py ZIVOS FOLDER [VOCABULARY.ELEMENT...] - the reference of the vocabularies: HTML from zivos, pictures that zivos sets.

What an element and each of its attributes do is shown by a few lines of an issue (shows_issue.py, shows_layout.py), set with the
layout in the folder `small`: an attribute with two or more of its values, side by side. Fails where the vocabulary has something
that is neither shown nor said to show nothing, where an example is not what zivos reads, and where two values look the same.
With names of elements only their pictures are made, and no page.
"""
import collections
import concurrent.futures
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from PIL import Image, ImageChops

import shows
from shows_issue import INTRODUCTION as ISSUE_FIRST, ISSUE
from shows_layout import INTRODUCTION as LAYOUT_FIRST, LAYOUT

HERE = os.path.dirname(os.path.abspath(__file__))
SMALL = open(os.path.join(HERE, "small", "layout.xml"), encoding="utf-8").read()
PICTURES = os.path.join(HERE, "pictures")
SHOWS = {"issue": ISSUE, "layout": LAYOUT}
FIRST = {"issue": ISSUE_FIRST, "layout": LAYOUT_FIRST}	# of the words before the elements
DPI, TEXT_DPI, SCALE = 75, 110, 1.5	# of pages, of text, as they are seen; the files have SCALE times that
MARGIN = 8		# pixels round what is printed on

# Small pages of nothing but text, made of the layout `small`: for what stands in an article.
PAGES = {
    "column": '<page at="rest" furniture="no"><columns count="1" col="1" span="4"/></page>',
    "columns": '<page at="1" furniture="no"><picture size="opener" col="1" span="6" line="1" lines="10"/><columns count="2" col="1" span="6"/>'
               '<boxes col="1" span="6" count="2"/></page><page at="rest" furniture="no"><columns count="2" col="1" span="6"/></page>',
    "head": '<page at="rest" furniture="no"><headline head="large" col="1" span="4"/><columns count="1" col="1" span="4"/></page>',
    "style": '<page at="rest" furniture="no"><columns count="1" col="1" span="4"/></page>',
}
# What a property of a style is seen on: larger type, in a style of its own.
PROBE = '<style name="probe" family="text" size="9.4pt" leading="12.5pt" align="justify" indent="9.4pt" hyphenate="yes"/>'


class Fault(Exception):
    pass


class Job:
    """One picture: the issue, its layout, what of it is cut out."""
    def __init__(self, name, issue, layout, at, pages, crop, dpi, label):
        self.name, self.issue, self.layout, self.at, self.pages, self.crop, self.dpi, self.label = name, issue, layout, at, pages, crop, dpi, label
        self.image = self.file = None

    def key(self):
        return self.issue, self.layout, tuple(self.pages or ()), self.dpi


def run(zivos, *args, status=(0,)):
    done = subprocess.run([zivos, *args, "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode not in status:
        raise Fault("zivos %s: status %d\n%s" % (" ".join(args), done.returncode, done.stdout.decode("utf-8", "replace")))
    return done.stdout.decode("utf-8", "replace")


def vocabulary(zivos, name):
    """element -> its attributes, by the schema."""
    text = run(zivos, "schema", name)
    return {n: re.findall(r'<attribute name="([^"]*)"', body) for n, body in re.findall(r'<define name="([^"]*)">(.*?)</define>', text, re.S) if not n.startswith("xi.")}


# ---- an example and its variants ----

def with_attribute(text, tag, name, value):
    """The first tag that begins so, with name="value" in it; value None: without."""
    start = re.search(re.escape(tag) + r"(?![\w-])", text)
    if not start:
        raise Fault("nothing begins with %s in what shows %s" % (tag, name))
    end = text.index(">", start.start())
    one = text[start.start():end]
    if value is not None and ' %s="%s"' % (name, value) in one:
        return text
    one = re.sub(r'\s%s="[^"]*"' % re.escape(name), "", one)
    if value is not None:
        last = len(one) - one.endswith("/")
        one = '%s %s="%s"%s' % (one[:last], name, value, one[last:])
    return text[:start.start()] + one + text[end:]


def with_value(text, tag, name, value):
    """value may be a pair of itself and further attributes. Returns the text and what its label says."""
    value, more = value[:2] if isinstance(value, tuple) else (value, "")
    for further, its in re.findall(r'([\w-]+)="([^"]*)"', more):
        text = with_attribute(text, tag, further, its)
    label = "without" if value is None else '%s="%s"' % (name, value)
    return with_attribute(text, tag, name, value), label


def in_issue(xml, at):
    body = {"column": '<article rubric="town" template="probe"><headline>H</headline><body>\n%s</body></article>\n',
            "head": '<article rubric="town" template="probe">%s</article>\n', "issue": "%s",
            "zivos": '<article rubric="kultur" template="story"><headline>Bread Before Dawn</headline><body>\n%s</body></article>\n'}
    body["columns"] = body["style"] = body["column"]
    if at == "head" and "<body>" not in xml:
        xml += "<body><p>On Saturdays the square belongs to those who sell.</p></body>\n"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<issue xmlns="urn:zivos:issue" title="Salam" number="1/2026" date="2026-02-01" theme="Market" xml:lang="en" layout="%s">\n%s</issue>\n'
            % ("zivos" if at == "zivos" else "./small", body[at] % xml))


def in_layout(layout, at):
    if at not in PAGES:
        return layout
    if at == "style":
        layout = layout.replace('<use for="p" style="text"/>', '<use for="p" style="probe"/>')
    return layout.replace("</template>\n", '</template>\n  <template name="probe">%s</template>\n' % PAGES[at], 1)


def edited(layout, edits):
    for a, b in edits:
        if a not in layout:
            raise Fault("the layout has no %s" % a)
        layout = layout.replace(a, b)
    return layout


def jobs_of(voc, element, show):
    """attribute, or None for the element itself -> its pictures."""
    found = collections.OrderedDict()

    def job(what, values, n, xml, layout, label):
        at = values.at or show.at
        crop = values.crop if values.crop is not None else at in PAGES if values.at else show.crop
        name = "-".join([voc, element] + ([what.replace(":", "-")] if what else []) + [str(n)])
        dpi = values.dpi or show.dpi or (TEXT_DPI if crop else DPI)
        found.setdefault(what, []).append(Job(name, in_issue(xml, at), in_layout(layout, at), at, values.pages or show.pages, crop, dpi, label))

    job(None, show, 1, show.xml, edited(SMALL, show.edits), "")
    for attribute, values in show.attributes.items():
        if isinstance(values, shows.Nothing):
            continue
        values = shows.Values(values) if isinstance(values, list) else values
        tag = values.tag or ('<style name="probe"' if values.at == "style" else "<" + element)
        layout = edited(SMALL, list(show.edits) + list(values.edits))
        if values.at == "style":
            layout = layout.replace("  <style name=", "  %s\n  <style name=" % PROBE, 1)
        for n, value in enumerate(values.values, 1):
            xml = value[2] if isinstance(value, tuple) and len(value) > 2 else values.xml or show.xml
            if voc == "layout":
                changed, label = with_value(layout, tag, attribute, value)
                job(attribute, values, n, xml, changed, label)
            elif element == "issue":
                found.setdefault(attribute, [])
                changed, label = with_value(in_issue(xml, "issue"), "<issue", attribute, value)
                job(attribute, values, n, xml, layout, label)
                found[attribute][-1].issue = changed
            else:
                changed, label = with_value(xml, tag, attribute, value)
                job(attribute, values, n, changed, layout, label)
    return found


# ---- pictures ----

def joined(pages):
    """Pages beside each other: left and right ones touch, as they do in the magazine."""
    gap = 12
    width = sum(p.width for _, p in pages) + gap * sum(1 for (n, _) in pages[1:] if n % 2 == 0)
    whole = Image.new("RGB", (width, max(p.height for _, p in pages)), (226, 226, 226))
    x = 0
    for i, (number, page) in enumerate(pages):
        x += gap if i and number % 2 == 0 else 0
        whole.paste(page, (x, 0))
        x += page.width
    return whole


def paint(zivos, cache, job):
    with tempfile.TemporaryDirectory() as work:
        os.mkdir(os.path.join(work, "small"))
        for name, text in (("issue.xml", job.issue), ("small/layout.xml", job.layout)):
            with open(os.path.join(work, name), "w", encoding="utf-8") as out:
                out.write(text)
        for name in set(re.findall(r'src="([^"]*)"', job.issue)):
            shutil.copy(os.path.join(PICTURES, name), work)
        args = ["--pages", ",".join(map(str, job.pages))] if job.pages else []
        try:
            run(zivos, "pages", os.path.join(work, "issue.xml"), "-o", os.path.join(work, "out"), "--dpi", str(job.dpi * SCALE), "--cache", cache, "--threads", "1", *args)
        except Fault as fault:
            raise Fault("%s: %s" % (job.name, fault))
        pages = [(int(re.search(r"(\d+)", n).group(1)), Image.open(os.path.join(work, "out", n)).convert("RGB")) for n in sorted(os.listdir(os.path.join(work, "out")))]
        return joined(pages)


def cropped(jobs):
    """All of a strip in the same place, so that they can be compared."""
    boxes = [ImageChops.difference(j.image, Image.new("RGB", j.image.size, "white")).getbbox() for j in jobs]
    if None in boxes:
        raise Fault("%s: nothing is printed" % jobs[0].name)
    box = [f(b[i] for b in boxes) for i, f in enumerate((min, min, max, max))]
    box = (max(box[0] - MARGIN, 0), max(box[1] - MARGIN, 0), min(box[2] + MARGIN, jobs[0].image.width), min(box[3] + MARGIN, jobs[0].image.height))
    for j in jobs:
        j.image = j.image.crop(box)


def save(job, folder):
    """Text and areas as they are, photographs smaller than PNG can."""
    few = job.image.getcolors(256)
    job.file = job.name + (".png" if few else ".jpg")
    if few:
        job.image.convert("P", palette=Image.ADAPTIVE, colors=len(few)).save(os.path.join(folder, job.file))
    else:
        job.image.save(os.path.join(folder, job.file), quality=80)


def finish(jobs, folder):
    if jobs[0].crop:
        cropped(jobs)
    for i, a in enumerate(jobs):
        for b in jobs[:i]:
            if a.image.size == b.image.size and ImageChops.difference(a.image, b.image).getbbox() is None:
                raise Fault("%s and %s look the same: what is shown does not show it" % (b.name, a.name))
        save(a, folder)


# ---- the pages to read ----

def figure(jobs):
    one = '<div><img loading="lazy" alt="%s" src="%s" width="%d" height="%d">%s</div>'
    return '<figure class="show">%s</figure>' % "".join(
        one % (html.escape(j.label or "As it is set"), j.file, j.image.width / SCALE, j.image.height / SCALE, "<p><code>%s</code></p>" % html.escape(j.label) if j.label else "") for j in jobs)


def indented(xml):
    """Each line as far in as its elements are deep."""
    depth, lines = 0, []
    for line in xml.strip().split("\n"):
        line = line.strip()
        lines.append("  " * max(depth - line.startswith("</"), 0) + line)
        depth += len(re.findall(r"<[a-z](?:[^>]*[^>/])?>", line)) - line.count("</")
    return "\n".join(lines)


def code(text, more=""):
    return "<pre%s><code>%s</code></pre>" % (more, html.escape(text))


def example(voc, element, show):
    """The lines that are shown: of an issue those that were set, of a layout the element's own in the layout `small`."""
    if element in ("issue", "layout"):
        text = in_issue("", "issue") if voc == "issue" else SMALL
        start = text.index("<" + element)
        return code(text[start:text.index(">", start) + 1])
    if voc == "issue":
        return code(indented(show.xml))
    text = re.search(r"[ \t]*<%s\b(?:[^>]*/>|.*?</%s>)" % (element, element), edited(SMALL, show.edits), re.S).group(0)
    return code(indented(text))


def introduction(voc, made):
    """The words before the elements, with a whole file and what else is to be seen first."""
    def first(match):
        name = match.group(1)
        show = FIRST[voc][name]
        text = code(indented(show.xml)) if name != "whole" else code(SMALL, ' class="long"') if voc == "layout" else code(indented(in_issue(show.xml, show.at)), ' class="long"')
        return '<div class="example">%s%s</div>' % (text, figure(made["first-" + name][None]))

    words = open(os.path.join(HERE, voc + ".html"), encoding="utf-8").read()
    return re.sub(r"<!--example (\w+)-->", first, words)


def filled(page, voc, made):
    """The page that zivos wrote, with pictures and examples where it left room for them."""
    def put(match):
        element, attribute = match.group(1), match.group(2)
        show = SHOWS[voc][element]
        if not attribute:
            return '<div class="example">%s%s</div>' % (example(voc, element, show), figure(made[element][None]))
        nothing = show.attributes.get(attribute)
        if attribute not in show.attributes:
            return ""		# xml:lang of an issue: the introduction shows it
        inside = '<p class="nothing">%s</p>' % html.escape(nothing.why) if isinstance(nothing, shows.Nothing) else figure(made[element][attribute])
        return '<tr class="shown"><td colspan="5">%s</td></tr>' % inside
    page = page.replace("<!--introduction-->", introduction(voc, made))
    if voc == "issue":
        page = page.replace("<td><code>xml:lang</code></td>", '<td><a href="#xml-lang"><code>xml:lang</code></a></td>')
    return re.sub(r"<!--show ([\w-]+)(?:\.([\w:-]+))?-->", put, page)


def check_complete(voc, elements):
    lacking = []
    for element, attributes in elements.items():
        if element not in SHOWS[voc]:
            lacking.append("<%s>" % element)
            continue
        told = SHOWS[voc][element].attributes
        lacking += ["%s of <%s>" % (a, element) for a in attributes if a not in told and (voc, a) != ("issue", "xml:lang")]
        lacking += ["<%s> has no %s" % (element, a) for a in told if a not in attributes]
    lacking += ["there is no <%s>" % e for e in SHOWS[voc] if e not in elements]
    if lacking:
        raise Fault("docs/reference/shows_%s.py: not shown, or shown in vain: %s" % (voc, ", ".join(lacking)))


def make(zivos, folder, only):
    os.makedirs(folder, exist_ok=True)
    made = {}
    for voc in SHOWS:
        check_complete(voc, vocabulary(zivos, voc))
        wanted = list(SHOWS[voc].items()) + [("first-" + name, show) for name, show in FIRST[voc].items()]
        made[voc] = {e: jobs_of(voc, e, show) for e, show in wanted if not only or "%s.%s" % (voc, e) in only}
    faults = []

    def whole(strips):
        """An element; the values that are written in its example already are set once."""
        done = {}
        for jobs in strips:
            try:
                for job in jobs:
                    job.image = done.get(job.key()) or paint(zivos, cache, job)
                    done[job.key()] = job.image
                finish(jobs, folder)
            except Fault as fault:
                faults.append(str(fault))

    # The largest first, so that none is left to the end alone.
    elements = sorted((list(e.values()) for voc in made.values() for e in voc.values()), key=len, reverse=True)
    with tempfile.TemporaryDirectory() as cache, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(whole, elements))
    if faults:
        raise Fault("\n".join(faults))
    if only:
        return
    for voc in ("issue", "layout", "print"):
        page = run(zivos, "schema", "--reference", voc)
        with open(os.path.join(folder, voc + ".html"), "w", encoding="utf-8") as out:
            out.write(filled(page, voc, made[voc]) if voc in made else page)


def main():
    try:
        make(os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:])
    except Fault as fault:
        sys.exit("make.py: " + str(fault))


main()
