#!/usr/bin/env python3
"""Inputs that nobody should write, for tests/robust.sh: robust.py FOLDER

Writes FOLDER/NAME/issue.xml, for each case of a layout also FOLDER/NAME/layout/layout.xml, and
FOLDER/NAME/limits: seconds, megabytes (0: no limit), and what the messages must hold, if anything.
"""
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(4)
SYLLABLES = "ha fen markt la den brot tisch stra ße brü cke schiff kran korb ap fel gar ten zeit wort le ben ar beit sprach".split()
SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="200pt" viewBox="0 0 3 2">'
       '<rect width="3" height="2" fill="#9bd"/></svg>\n')


def word():
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4)))


def sentence(n):
    w = [word() for _ in range(n)]
    w[0] = w[0].capitalize()
    return " ".join(w) + "."


def paragraphs(words, each=80):
    return "".join("<p>%s</p>\n" % sentence(each) for _ in range(words // each))


def article(body, template="story", extra="", head="Kopf", more=""):
    return '<article rubric="%%(rubric)s" template="%s" %s><headline>%s</headline>%s<body>%s</body></article>\n' % (
        template, extra, head, more, body)


def p(text, lang=None):
    return '<p%s>%s</p>\n' % (' xml:lang="%s"' % lang if lang else "", text)


def picture(extra=""):
    return '<picture src="bild.svg" alt="x" %s><caption>%s</caption><credit>Niemand</credit></picture>\n' % (extra, sentence(5))


# ---- texts: name -> (parts of the issue, seconds, megabytes, message) ----

ARABIC = "في الصباح تفتح سميرة دكانها الصغير "
THAI = "ตอนเช้าซามีราเปิดร้านแล้ววางลังมะเขือเทศไว้หน้าประตู"
CHINESE = "早上萨米拉打开店门把一箱箱西红柿摆在门口，"


def texts():
    yield "text-100000-words", article(paragraphs(100000)), 20, 600, ""
    yield "text-20000-words-in-one-paragraph", article(p(sentence(20000))), 20, 600, ""
    yield "text-word-of-5000-letters", article(p("a" * 5000) + p("wort " + "ש" * 5000, "he")), 0, 0, "line-overfull"
    yield "text-3000-articles", "".join(article(p(sentence(12)), head="Kopf %d" % i) for i in range(3000)), 0, 0, ""
    yield "text-3000-articles-in-a-section", ('<section rubric="%(rubric)s" template="news" title="Viel">' + "".join(
        "<article><headline>Kopf</headline><body>%s</body></article>" % p(sentence(9)) for _ in range(3000)) + "</section>"), 0, 0, ""
    yield "text-only-pictures", article(picture() * 3 + picture('size="wide"') + picture('size="full"') + picture('size="opener"')), 0, 0, ""
    yield "text-400-pictures-and-one-sentence", article(picture() * 400 + p("Ein Satz.")), 0, 0, ""
    yield "text-empty-everywhere", (
        '<cover><picture src="bild.svg" alt=""><caption/><credit/></picture><coverline/><word xml:lang="ar"/></cover><contents title=""/>' +
        article('<p/><p> </p><subhead/><pullquote by=""/><list><item/></list><list kind="number"><item> </item></list>'
                '<picture src="bild.svg" alt=""><caption/><credit/></picture><gallery><picture src="bild.svg" alt=""/><caption/></gallery>'
                '<box title=""><p/></box><verse by=""><line/></verse><verse><stanza><line/></stanza></verse>'
                '<p><em/><strong> </strong><foreign xml:lang="ar"/><link href="https://a.example/"/><sup/><sub/><br/></p>',
                head="", more="<kicker/><shorthead/><standfirst/><byline><author/><translator/><photographer/></byline>".replace("<kicker/>", "")) +
        '<section rubric="%(rubric)s" template="news" title=""><article><headline/><body/></article><imprint><headline/><p/></imprint></section>'), 0, 0, ""
    row = '<row><cell>Zeile %d</cell><cell>%d,%02d</cell><cell>Ein Text, der in einer schmalen Spalte mehrere Zeilen braucht</cell></row>\n'
    yield "table-10000-rows", article('<table><row header="yes"><cell>Was</cell><cell>Zahl</cell><cell>Wozu</cell></row>' + "".join(
        row % (i, i * 7 % 1000, i % 100) for i in range(10000)) + "</table>"), 20, 600, ""
    yield "table-10000-rows-wide", article('<table size="full">' + "".join(row % (i, i, i % 100) for i in range(10000)) + "</table>"), 0, 0, ""
    yield "table-30000-rows", article("<table>" + "<row><cell>a</cell></row>" * 30000 + "</table>"), 0, 0, "table"
    yield "table-one-row-higher-than-a-page", article("<table><row><cell>%s</cell><cell>b</cell></row></table>" % sentence(3000)), 0, 0, ""
    yield "table-rows-spanned-all-over", article("<table>" + "".join(
        '<row><cell rows="%d" columns="%d">a</cell><cell>b</cell></row>' % (1 + i % 50, 1 + i % 7) for i in range(500)) + "</table>"), 0, 0, ""
    yield "table-word-of-500-letters", article("<table><row><cell>%s</cell><cell>b</cell></row></table>" % ("a" * 500)), 0, 0, ""
    yield "chart-10000-rows", article("<chart>" + "<row><cell>a</cell><cell>1</cell></row>" * 10000 + "</chart>"), 0, 0, "chart"
    yield "chart-numbers-beyond-reason", article("".join('<chart kind="%s">' % kind + "".join(
        "<row><cell>a%s</cell><cell>%s</cell></row>" % (n, n) for n in ("9" * 300, "-" + "9" * 300, "0", "0,000000000001", "1e9", "-0")) + "</chart>"
        for kind in ("bar", "line", "timeline"))), 0, 0, ""
    yield "chart-one-value", article('<chart kind="line"><row><cell>a</cell><cell>5</cell></row></chart><chart><row><cell/><cell>0</cell></row></chart>'
                                     '<chart kind="line"><row><cell>a</cell><cell>-7</cell></row><row><cell>b</cell><cell>-7</cell></row></chart>'), 0, 0, ""
    yield "table-5000-cells", article("<table>" + "".join("<row>%s</row>" % "".join("<cell>%s</cell>" % word() for _ in range(10)) for _ in range(500)) +
                                      "</table>"), 10, 300, "table"
    yield "table-head-higher-than-a-page", article("<table><row header='yes'><cell>%s</cell><cell>b</cell></row>%s</table>" % (
        sentence(1500), "<row><cell>1</cell><cell>2</cell></row>" * 300)), 0, 0, ""
    yield "timeline-event-higher-than-a-page", article("<chart kind='timeline'><row><cell>1990</cell><cell>%s</cell></row></chart>" % sentence(3000)), 0, 0, ""
    yield "couplet-higher-than-a-page", article("<verse><couplet><half>%s</half><half>%s</half></couplet></verse>" % (sentence(1500), sentence(2000))), 0, 0, ""
    yield "parallel-pair-of-20000-words", article("<parallel><text xml:lang='de'><p>%s</p></text><text xml:lang='ar'><p>%s</p></text></parallel>" % (
        sentence(20000), ARABIC * 3300)), 10, 300, ""
    yield "parallel-5000-unmatched", article("<parallel><text xml:lang='de'>%s</text><text xml:lang='ar'><p>b</p></text></parallel>" % (
        "<p>a</p><subhead>x</subhead>" * 2500)), 0, 0, "parallel-unmatched"
    yield "parallel-100-languages", article("<parallel>%s</parallel>" % "".join(
        '<text xml:lang="%s"><p>%s</p></text>' % (l, sentence(30)) for l in "de en fr pl tr vi ar fa uk ru ti am hi zh ja ko th".split() * 6)), 0, 0, "too-many"
    yield "pictures-10000", article(p(sentence(40)) + picture() * 10000), 20, 1400, "picture-unplaced"
    yield "pictures-2000-between-paragraphs", article("".join(p(sentence(15)) + picture() for _ in range(2000))), 25, 700, ""
    yield "insets-200", article((p(sentence(60)) + picture('size="inset"')) * 200), 0, 0, ""
    yield "notes-5000", article(p("Wort<note>a</note> " * 5000)), 0, 0, "too-many"
    yield "notes-in-notes", article(p("Text<note>a<note>b<note>c</note></note></note>.")), 0, 0, "unknown-element"
    yield "rests-of-each-other", (article(p(sentence(900)), extra='id="a" pages="1"') + article(p(sentence(900)), extra='id="b" pages="1"') +
                                  '<rest of="b" pages="1"/><rest of="a" pages="1"/><rest of="b" pages="1"/>'), 0, 0, "bad-value"
    yield "languages-rubbish", article("".join('<p xml:lang="%s">x</p>' % l for l in (
        "", "-", "xx-" * 200, "de-x-" + "y" * 5000, "日本語", "de_DE", "../../etc", "%s%n"))), 0, 0, "bad-value"
    yield "fillers-5000", "".join(article(p(sentence(300))) for _ in range(40)) + "<fillers>%s</fillers>" % ('<filler src="bild.svg" alt="x"/>' * 5000), 0, 0, ""
    yield "fit-250-remedies", article("".join(p(sentence(60)) + "<pullquote>%s</pullquote>" % sentence(8) + picture() for _ in range(250)),
                                      extra='pages="3"'), 25, 1000, "copyfit"
    yield "recipe-500-steps", article("<recipe>" + "".join('<ingredients><ingredient amount="%d">%s</ingredient></ingredients>' % (i, word()) for i in range(300)) +
                                      "".join("<step>%s</step>" % sentence(20) for _ in range(500)) + "</recipe>"), 0, 0, ""
    yield "text-nested-50-deep", article(p("<em>" * 25 + '<foreign xml:lang="ar">' * 25 + "مرحبا" + "</foreign>" * 25 + "</em>" * 25)), 0, 0, ""
    yield "text-isolates-alternating", article(p("".join('<foreign xml:lang="%s">%s</foreign>' % (("ar", "بيت"), ("en", "house"))[i % 2] for i in range(1000)))), 0, 0, ""
    yield "text-bidi-controls", article(p("".join(chr(c) for c in (0x202a, 0x202b, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x200e, 0x200f, 0x61c)) * 200 + "Wort " + ARABIC) +
                                        p("Wort" + "\u202c\u2069" * 500 + "Wort", "ar") + p("\u202e" * 300, "ar")), 0, 0, ""
    yield "text-unassigned", article(p("a\u0378b \ufdd0 \ue000 \U0001fffe \U000e0001 \U0010fffd \ufffd \ufffc c")), 0, 0, "glyph-missing"
    yield "text-only-marks", article(p("\u0301" * 3000) + p("\u064e" * 300, "ar") + p("\u0e31" * 300, "th") + p("\u0941" * 300, "hi")), 0, 0, ""
    yield "text-1000-marks-on-a-letter", article(p("a" + "\u0301" * 1000 + " b")), 0, 0, ""
    yield "text-only-unseen", article(p("\u00ad" * 2000) + p("\u200b" * 2000) + p("\u2060" * 2000) + p("\u200d" * 2000, "fa") + p("\ufeff")), 0, 0, ""
    yield "text-only-spaces", article(p("\u00a0" * 3000) + p("\u3000" * 500, "zh") + p("\u2003" * 500) + p("\u2028" * 200) + p("\u2029" * 20) + p("\u0085")), 0, 0, ""
    yield "text-emoji", article(p("👩‍👩‍👧‍👦 🇩🇪 👍🏽 ❤️")), 0, 0, "glyph-missing"
    yield "text-arabic-word-of-5000-letters", article(p("ب" * 5000), extra='xml:lang="ar"'), 0, 0, "line-overfull"
    yield "text-20000-ideographs", article(p(CHINESE * 900), extra='xml:lang="zh"'), 0, 0, ""
    yield "text-20000-thai-letters", article(p(THAI * 350), extra='xml:lang="th"'), 0, 0, ""
    yield "text-all-languages-mixed", article(p((ARABIC + "wort " + CHINESE + THAI + "слово ምብጻሕ हिन्दी। ") * 150)), 0, 0, ""
    yield "text-list-of-3000", article('<list kind="number">%s</list>' % ("<item>Eins</item>" * 3000), extra='xml:lang="ar"'), 0, 0, ""
    yield "text-verse-of-3000-lines", article("<verse>%s</verse>" % ("<line>Zeile</line>" * 3000)), 0, 0, ""
    yield "text-verse-line-of-2000-words", article("<verse><line>%s</line></verse>" % sentence(2000)), 0, 0, ""
    yield "text-box-of-10000-words", article("<box title='Kasten'>%s</box>" % paragraphs(10000) + p("Text.")), 0, 0, ""
    yield "text-box-of-10000-words-in-column", article("<box>%s</box>" % paragraphs(10000), "feature"), 0, 0, ""
    yield "text-quote-of-3000-words", article("<pullquote>%s</pullquote>" % sentence(3000)), 0, 0, ""
    yield "text-headline-of-2000-words", article(p("Text."), head=sentence(2000)), 0, 0, ""
    yield "text-headline-of-one-long-word", article(p("Text."), head="Donaudampf" * 200), 0, 0, "line-overfull"
    yield "text-standfirst-of-2000-words", article(p("Text."), more="<standfirst>%s</standfirst>" % sentence(2000)), 0, 0, ""
    yield "text-caption-of-3000-words", article('<picture src="bild.svg" alt="x"><caption>%s</caption></picture>' % sentence(3000) + p("Text.")), 0, 0, ""
    yield "text-alt-of-3000-words", article('<picture src="bild.svg" alt="%s"/>' % sentence(3000) + p("Text.")), 0, 0, ""
    yield "text-only-subheads", article("<subhead>Kopf</subhead>" * 500), 0, 0, ""
    yield "text-only-breaks", article(p("<br/>" * 3000)), 0, 0, ""
    yield "text-sub-in-sup", article(p("a" + "<sup><sub>" * 20 + "b" + "</sub></sup>" * 20)), 0, 0, ""
    yield "text-2000-references", article(p('<ref to="a"/> ' * 2000), extra='id="a"'), 0, 0, ""
    yield "text-cover-with-1000-lines", '<cover><picture src="bild.svg" alt="x"/>%s%s</cover>' % (
        "<coverline>Zeile</coverline>" * 1000, '<word xml:lang="ar">بيت</word>' * 1000) + article(p("Text.")), 0, 0, ""
    yield "text-pages-2000", article(p("Text."), extra='pages="2000"'), 0, 0, ""
    yield "text-pages-0", article(p("Text."), extra='pages="0"'), 0, 0, ""
    yield "text-pages-minus-1", article(p("Text."), extra='pages="-1"'), 0, 0, ""
    yield "text-pages-enormous", article(p("Text."), extra='pages="99999999999999999999"'), 0, 0, ""
    yield "text-50-half-ads", article(p("Text."), more="").replace("</body>", "</body>" + '<ad size="half" src="bild.svg" alt="x"/>' * 50), 0, 0, ""
    yield "text-300-missing-pictures", article('<picture src="keins.jpg" alt="x"/>' * 300 + p("Text.")), 0, 0, "picture-missing"


# ---- layouts: name -> (what to replace in tests/golden/layout, by what) ----

LAYOUTS = {
    "columns-too-narrow": ('<columns count="2" col="1" span="6"/></page></template>\n  <template name="three">', '<columns count="6" col="1" span="2"/></page></template>\n  <template name="three">'),
    "columns-over-each-other": ('<template name="two"><page at="rest"><columns count="2" col="1" span="6"/></page>',
                                '<template name="two"><page at="rest">' + '<columns count="2" col="1" span="6" line="1" lines="24"/>' * 50 + '</page>'),
    "columns-500": ('<template name="two"><page at="rest"><columns count="2" col="1" span="6"/></page>',
                    '<template name="two"><page at="rest">' + '<columns count="6" col="1" span="6"/>' * 500 + '</page>'),
    "threads-60": ('<template name="two"><page at="rest"><columns count="2" col="1" span="6"/></page>', '<template name="two">' + '<thread articles="1"/>' * 60 +
                   '<page at="rest">' + "".join('<columns thread="%d" count="1" col="1" span="1"/>' % (i + 1) for i in range(60)) + '</page>'),
    "columns-behind-the-head": ('<template name="two"><page at="rest"><columns count="2" col="1" span="6"/></page>',
                                '<template name="two"><page at="rest"><headline head="head" col="1" span="6" line="1"/><columns count="2" col="1" span="6" line="24" lines="1"/></page>'),
    "columns-off-the-page": ('<columns count="2" col="1" span="6"/>', '<columns count="2" col="5" span="60"/>'),
    "column-0": ('<columns count="2" col="1" span="6"/>', '<columns count="2" col="0" span="6"/>'),
    "column-minus": ('<columns count="2" col="1" span="6"/>', '<columns count="2" col="-3" span="6"/>'),
    "lines-off-the-page": ('<columns count="2" col="1" span="6"/>', '<columns count="2" col="1" span="6" line="20" lines="400"/>'),
    "lines-minus": ('<columns count="2" col="1" span="6"/>', '<columns count="2" col="1" span="6" line="-9" lines="-5"/>'),
    "columns-of-3mm": ('<columns count="2" col="1" span="6"/>', '<columns count="12" col="1" span="6"/>'),
    "columns-0": ('<columns count="2" col="1" span="6"/>', '<columns count="0" col="1" span="6"/>'),
    "columns-100000": ('<columns count="2" col="1" span="6"/>', '<columns count="100000" col="1" span="6"/>'),
    "column-one-line-high": ('<columns count="2" col="1" span="6"/>', '<columns count="2" col="1" span="6" line="1" lines="1"/>'),
    "no-columns": ('<columns count="2" col="1" span="6"/>', ''),
    "thread-99": ('<columns count="2" col="1" span="6"/>', '<columns thread="99" count="2" col="1" span="6"/>'),
    "thread-articles-99": ('<thread articles="all" head="short"/>', '<thread articles="99-" head="short"/>'),
    "only-page-9": ('<page at="rest"><columns count="2" col="1" span="6"/></page>', '<page at="9"><columns count="2" col="1" span="6"/></page>'),
    "size-0": ('size="8pt" leading="10pt" align="justify"', 'size="0pt" leading="10pt" align="justify"'),
    "size-minus": ('size="8pt" leading="10pt" align="justify"', 'size="-8pt" leading="10pt" align="justify"'),
    "size-tiny": ('size="8pt" leading="10pt" align="justify"', 'size="0.001pt" leading="10pt" align="justify"'),
    "size-300": ('size="8pt" leading="10pt" align="justify"', 'size="300pt" leading="10pt" align="justify"'),
    "size-300-and-leading": ('size="8pt" leading="10pt" align="justify"', 'size="300pt" leading="360pt" align="justify"'),
    "size-1e9": ('size="8pt" leading="10pt" align="justify"', 'size="1000000000pt" leading="10pt" align="justify"'),
    "leading-0.1": ('size="8pt" leading="10pt" align="justify"', 'size="8pt" leading="0.1pt" align="justify"'),
    "leading-0": ('size="8pt" leading="10pt" align="justify"', 'size="8pt" leading="0pt" align="justify"'),
    "leading-minus": ('size="8pt" leading="10pt" align="justify"', 'size="8pt" leading="-10pt" align="justify"'),
    "leading-higher-than-page": ('size="8pt" leading="10pt" align="justify"', 'size="8pt" leading="900pt" align="justify"'),
    "grid-leading-0.1": ('lines="24" leading="10pt"/>', 'lines="24" leading="0.1pt"/>'),
    "grid-leading-0": ('lines="24" leading="10pt"/>', 'lines="24" leading="0pt"/>'),
    "grid-1-line": ('lines="24" leading="10pt"/>', 'lines="1" leading="10pt"/>'),
    "grid-500-lines": ('lines="24" leading="10pt"/>', 'lines="500" leading="0.5pt"/>'),
    "grid-1000000-lines": ('lines="24" leading="10pt"/>', 'lines="1000000" leading="10pt"/>'),
    "grid-0-columns": ('<grid columns="6"', '<grid columns="0"'),
    "grid-48-columns": ('<grid columns="6" gutter="3mm"', '<grid columns="48" gutter="0mm"'),
    "grid-gutter-wide": ('gutter="3mm"', 'gutter="100mm"'),
    "grid-gutter-minus": ('gutter="3mm"', 'gutter="-3mm"'),
    "margin-minus": ('inner="10mm"', 'inner="-10mm"'),
    "margin-wide": ('inner="10mm"', 'inner="100mm"'),
    "baseline-minus": ('first-baseline="40pt"', 'first-baseline="-40pt"'),
    "paper-1mm": ('width="105mm"', 'width="1mm"'),
    "paper-10km": ('height="110mm"', 'height="10000000mm"'),
    "bleed-1m": ('bleed="3mm"', 'bleed="1000mm"'),
    "style-cycle": ('<style name="text" family="text"', '<style name="text" parent="ragged" family="text"'),
    "style-own-parent": ('<style name="text" family="text"', '<style name="text" parent="text" family="text"'),
    "style-parent-missing": ('<style name="text" family="text"', '<style name="text" parent="keiner" family="text"'),
    "style-twice": ('<style name="ragged"', '<style name="text"'),
    "style-without-family": ('<style name="text" family="text"', '<style name="text"'),
    "family-missing": ('<style name="text" family="text"', '<style name="text" family="keine"'),
    "fonts-missing": ('<face script="Latn Cyrl" fonts="Noto Serif"/>', '<face script="Latn Cyrl" fonts="Keine Schrift"/>'),
    "fonts-empty": ('<face script="Latn Cyrl" fonts="Noto Serif"/>', '<face script="Latn Cyrl" fonts=" , ,"/>'),
    "all-fonts-missing": ('fonts="', 'fonts="Kein '),
    "face-without-latin": ('<face script="Latn Cyrl" fonts="Noto Serif"/>', ''),
    "face-size-0": ('size="1.15"', 'size="0"'),
    "face-size-minus": ('size="1.15"', 'size="-1"'),
    "face-leading-0": ('leading="1.5" max-weight', 'leading="0" max-weight'),
    "face-weights-crossed": ('max-weight="700"', 'min-weight="900" max-weight="100"'),
    "indent-wide": ('indent="8pt"', 'indent="500pt"'),
    "indent-minus": ('indent="8pt"', 'indent="-50pt"'),
    "hang-wide": ('hang="10pt"', 'hang="500pt"'),
    "hang-minus": ('hang="10pt"', 'hang="-50pt"'),
    "before-1000": ('before="1"/>', 'before="1000"/>'),
    "before-minus": ('before="1"/>', 'before="-3"/>'),
    "after-1000": ('after="1" balance="yes"/>', 'after="1000" balance="yes"/>'),
    "dropcap-100": ('dropcap="3"', 'dropcap="100"'),
    "dropcap-minus": ('dropcap="3"', 'dropcap="-1"'),
    "tracking-minus": ('<style name="text" family="text"', '<style name="text" family="text" tracking="-1"'),
    "tracking-100": ('<style name="text" family="text"', '<style name="text" family="text" tracking="100"'),
    "shrink-1": ('space-shrink="0.3"', 'space-shrink="1"'),
    "shrink-5": ('space-shrink="0.3"', 'space-shrink="5"'),
    "stretch-0": ('track-limit="0.01" space-shrink="0.3" space-stretch="0.5"', 'track-limit="0" space-shrink="0" space-stretch="0"'),
    "stretch-minus": ('space-stretch="0.5"', 'space-stretch="-0.5"'),
    "track-limit-5": ('track-limit="0.01"', 'track-limit="5"'),
    "track-limit-minus": ('track-limit="0.01"', 'track-limit="-1"'),
    "protrusion-50": ('protrusion="1"', 'protrusion="50"'),
    "penalty-minus": ('hyphen-penalty="60"', 'hyphen-penalty="-100000"'),
    "penalty-1e12": ('hyphen-penalty="60"', 'hyphen-penalty="1000000000000"'),
    "picture-min-lines-over-lines": ('min-lines="5"', 'min-lines="500"'),
    "picture-lines-1000": ('line="1" lines="12" min-lines="5"', 'line="1" lines="1000" min-lines="0"'),
    "picture-lines-minus": ('line="1" lines="12" min-lines="5"', 'line="-3" lines="-12" min-lines="-5"'),
    "boxes-off-the-page": ('<boxes col="1" span="6" count="2"/>', '<boxes col="9" span="9" count="200"/>'),
    "box-columns-50": ('<boxes col="1" span="6" count="2"/>', '<boxes col="1" span="1" count="50"/>'),
    "head-in-column-300": ('<style name="headline" family="display" weight="800" size="16pt" leading="20pt"',
                           '<style name="headline" family="display" weight="800" size="300pt" leading="20pt"'),
    "initial-style-tiny": ('<style name="initial" family="display" weight="800" size="30pt"', '<style name="initial" family="display" weight="800" size="0.01pt"'),
    "max-pages-minus": ('<template name="two">', '<template name="two" max-pages="-1">'),
    "max-pages-1": ('<template name="two">', '<template name="two" max-pages="1">'),
    "furniture-off-the-page": ('y="296pt"', 'y="99999pt"'),
    "furniture-width-minus": ('w="8pt" h="20pt" step="30pt"', 'w="-8pt" h="-20pt" step="-300pt"'),
    "cover-fit-width-0": ('w="120pt" style="headline" fit="1"', 'w="0pt" style="headline" fit="1"'),
    "cover-words-width-0": ('y="140pt" w="240pt"', 'y="140pt" w="0pt"'),
    "cover-lines-width-0": ('y="220pt" w="160pt"', 'y="220pt" w="0pt"'),
    "cover-style-missing": ('style="headline" fit="1"', 'fit="1"'),
    "contents-width-0": ('y="80pt" w="246pt"', 'y="80pt" w="0pt"'),
    "contents-width-minus": ('y="80pt" w="246pt"', 'y="80pt" w="-246pt"'),
    "contents-below-the-page": ('y="80pt" w="246pt"', 'y="8000pt" w="246pt"'),
    "no-rubric": ('<rubric id="markt" name="Markt" swatch="red" tint="20%"/>', ''),
    "swatch-missing": ('swatch="red"', 'swatch="keine"'),
    "no-furniture-cover-contents": ('<furniture>', '<furniture/><!--'),
    "ink-missing": ('ink="rubric"', 'ink="keine"'),
    "template-empty": ('<template name="two"><page at="rest"><columns count="2" col="1" span="6"/></page></template>', '<template name="two"><page at="rest"/></template>'),
    "not-finished": ('</layout>', ''),
    "nothing-in-it": ('<paper', '</layout><!--'),
    "plain": ('', ''),
}


def whole_issue():
    """One of everything, in the small layout."""
    text = sentence(90)
    every = (p(text) + "<subhead>Kopf</subhead>" + p(ARABIC * 6, "ar") + "<pullquote by='Wer'>Ein Satz.</pullquote>" +
             "<list kind='number'><item>Eins</item><item>%s</item></list>" % sentence(20) + picture() + picture('size="wide"') +
             picture('size="full"') + picture('size="opener"') + "<box title='Kasten'>%s</box>" % p(sentence(30)) +
             "<verse by='Wer'><stanza><line>Eine Zeile</line></stanza><stanza><line>%s</line></stanza></verse>" % sentence(12) + p(text))
    head = "<standfirst>%s</standfirst><byline><author>Wer</author></byline>" % sentence(9)
    out = '<cover><picture src="bild.svg" alt="x"/><coverline ref="a">Zeile</coverline><word xml:lang="ar">بيت</word></cover><contents/>'
    for i, template in enumerate("two initial head opener boxes low outside balanced".split()):
        out += article(every, template, 'id="%s"' % "abcdefgh"[i] + (' xml:lang="ar"' if i % 3 == 2 else ""), more=head)
    out += article(every, "two", 'pages="1"').replace("</body>", '</body><ad size="half" src="bild.svg" alt="x"/>')
    out += '<section rubric="markt" template="news" title="Kurz">' + "".join(
        "<article%s><headline>Kopf</headline><body>%s</body></article>" % (l, p(sentence(20))) for l in ("", ' xml:lang="ar"', "")) + "</section>"
    out += ('<section rubric="markt" template="editorial"><article><headline>Kopf</headline><body>%s</body></article>'
            '<imprint><headline>Impressum</headline><p>Wer</p></imprint></section>' % p(text))
    return out + '<ad size="full" src="bild.svg" alt="x"/><fillers><filler src="bild.svg" alt="x"/></fillers>'


def write(folder, name, body, layout, rubric, limits):
    path = os.path.join(folder, name)
    os.makedirs(path)
    with open(os.path.join(path, "issue.xml"), "w", encoding="utf-8") as f:
        f.write('<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="%s" theme="Viel">\n%s</issue>\n' % (
            layout, body.replace("%(rubric)s", rubric)))
    with open(os.path.join(path, "bild.svg"), "w") as f:
        f.write(SVG)
    with open(os.path.join(path, "limits"), "w") as f:
        f.write("%d %d %s\n" % limits)


def main():
    folder = sys.argv[1]
    with open(os.path.join(HERE, "golden/layout/layout.xml"), encoding="utf-8") as f:
        base = f.read()
    for name, body, seconds, megabytes, message in texts():
        write(folder, name, body, "zivos", "wir-alle", (seconds, megabytes, message))
    for name, (old, new) in LAYOUTS.items():
        write(folder, "layout-" + name, whole_issue(), "./layout", "markt", (0, 0, ""))
        if old not in base:
            sys.exit("robust.py: tests/golden/layout has no %s (%s)" % (old, name))
        os.makedirs(os.path.join(folder, "layout-" + name, "layout"))
        text = base.replace(old, new) if old else base
        if "<!--" in new:
            text += "-->" + ("" if "</layout>" in new else "</layout>")
            text = text.replace("</layout>\n-->", "-->", 1) if "</layout>" not in new else text
        with open(os.path.join(folder, "layout-" + name, "layout", "layout.xml"), "w", encoding="utf-8") as f:
            f.write(text)


if __name__ == "__main__":
    main()
