"""shows_layout.py - for each element and attribute of a layout what of an issue shows it, set with the layout `small`."""
import re
from shows import Nothing, Show, Values
from shows_issue import ADS, BILINGUAL, CHART, CHECKED, COVER, EDITORIAL, FILLED, INSET, MAGAZINE, MORE, NAMED, OPENER, RECIPE, SECTION, TABLE, TEXT, VERSE, article

STORY = article(OPENER + MORE)
PLAIN = article(MORE)
FLOATING_QUOTE = article(MORE * 3 + "<pullquote>The dough does not wait</pullquote>\n" + MORE * 5)
ECHOED = article(MORE + "<pullquote>We bake before dawn, and the dough does not wait</pullquote>\n<p>We bake before dawn, she says, and the dough does not wait.</p>\n" + MORE * 2)
FLOATING_BOX = article(MORE * 3 + '<box title="Good to know" place="float"><p>Bring a bag, and coins.</p></box>\n' + MORE * 5)
UNEVEN = article("""<parallel>
  <text xml:lang="en"><p>On Saturdays the square belongs to those who sell and to those who talk.</p><p>Come at seven.</p></text>
  <text xml:lang="zh-Hans"><p>星期六的广场属于卖东西的人和聊天的人。</p><p>七点来。</p></text>
</parallel>
""", "<headline>Market Day</headline>\n", 'rubric="town" template="languages"')
SMALLER = ADS.replace("ad-half", "ad-half-small")
ONE_SERIES = re.sub(r"<cell>(Flat|45|80|120)</cell>", "", CHART)
BOXED = article(TEXT + '<box title="Good to know"><p>Bring a bag, and coins.</p><p>The fountain takes no cards, and the baker none that say so.</p></box>\n')
FRONT = COVER + NAMED
INSIDE = COVER + "<contents/>\n" + NAMED + SECTION
HEADED = article(TEXT, """<kicker>The market</kicker>
<headline>Bread Before Dawn</headline>
<headline xml:lang="tr">Şafaktan önce ekmek</headline>
<standfirst>Samira bakes while the town sleeps.</standfirst>
<byline><author>Ada Muster</author></byline>
""")
ARABIC = article("""<p xml:lang="ar">في أيام السبت تكون الساحة للباعة ومن يأتي في السابعة يجد أفضل خبز ومن يأتي في الظهيرة يجد أجمل القصص.</p>
<p>She says <foreign xml:lang="ar"><em>أهلا</em> وسهلا</foreign> to everyone.</p>
""")
WHOLE_ARABIC = article("""<p>في أيام السبت تكون الساحة للباعة ومن يأتي في السابعة يجد أفضل خبز ومن يأتي في الظهيرة يجد أجمل القصص.
تستيقظ سميرة قبل الفجر وتخبز الأرغفة في المخبز الصغير عند النافورة وتبيعها كلها قبل العاشرة ثم تشرح لكل من يسأل كيف تخبز.</p>
""", "<headline>يوم السوق</headline>\n", 'rubric="town" template="story" xml:lang="ar"')
QUOTED = article("<p>“Yes,” she says. “No,” he says. “Well,” they say, “that depends.” On Saturdays, at seven, in the square.</p>\n" + TEXT)
GALLERY = article("""<gallery size="column">
  <picture src="door-blue.jpg" alt="A blue door"><caption>Open.</caption></picture>
  <picture src="door-green.jpg" alt="A green door"><caption>Closed.</caption></picture>
</gallery>
""" + TEXT)
TALL = article('<picture src="door-blue.jpg" alt="A blue door"><caption>Open.</caption><credit>Jonas Feld</credit></picture>\n' + TEXT)
LANDSCAPE = article('<picture src="town.jpg" alt="Roofs" size="full"><caption>The old town.</caption><credit>Jonas Feld</credit></picture>\n' + TEXT)
ONLY_PRINT = Nothing("It decides on inks in the print PDF. On a screen the difference is hardly seen.")
NAME = Nothing("A name is not printed.")


def place(xml, tag, spans, col=("1", "3"), edits=(), **others):
    """The attributes of a place: columns and lines of the grid."""
    show = lambda values: Values(list(values), xml=xml, tag=tag, edits=edits)
    others.setdefault("line", ("0", "14"))
    return {"col": show([(c, 'span="%s"' % spans[1]) for c in col]), "span": show(spans), **{name: show(values) for name, values in others.items()}}


def probe(*values, xml=None, **more):
    """Of a style: a few lines that are set with it."""
    return Values(list(values), xml=xml, at="style", **more)


FIGURES = "<p>On 17 March 1987 the first 3 loaves cost 46 pence, the next 250 were sold at 90 each.</p>\n"
LONG = """<p>The bicycle repair workshop opens on Saturdays, and its apprentices understand Portuguese, Vietnamese and Ukrainian equally well.</p>
<p>Nobody remembers when the first international flea market took place, but the photographer's grandmother still possesses a programme.</p>
"""
STYLE = dict(
    name=NAME, parent=Values([None, "bold"], tag='<style name="caption"', xml=LANDSCAPE, at="issue"),
    family=probe("text", "display"), weight=probe("400", "800"), width=probe(("100", 'family="display"'), ("62", 'family="display"')),
    italic=probe("no", "yes"), size=probe("9.4pt", "12pt"), leading=probe("12.5pt", "16pt"), align=probe("justify", "start", "center", "end"),
    indent=probe("0pt", "20pt"), hang=Values(["6pt", "24pt"], tag='<style name="list"', xml="<list><item>On Saturdays the square belongs to those who sell.</item><item>On Sundays it belongs to those who talk.</item></list>\n", at="column"), ink=probe(None, "coral"), tint=probe("100%", "50%"), hyphenate=probe("no", "yes", xml=LONG),
    upper=probe("no", "yes"), capital_sharp_s=probe(("no", 'upper="yes"'), ("yes", 'upper="yes"'), xml='<p xml:lang="de">Grüße aus der Großen Straße.</p>\n'),
    small_caps=probe("no", "yes", xml="<p>Founded in AD 1147, says the NOTICE at the Old Town Hall.</p>\n"), tabular=Nothing("The Noto fonts have figures of one width in any case."),
    balance=probe(("no", 'align="start"'), ("yes", 'align="start"'), xml="<p>Whoever comes at seven finds the best bread of all</p>\n"),
    cling=probe(("no", 'align="start"'), ("yes", 'align="start"'), xml="<p>Whoever comes at seven in the finds a lot of bread</p>\n"),
    tracking=probe("0", "0.1"), track_limit=probe("0", "0.06"), expand_limit=probe("0", "0.08"),
    space=probe("1", "1.8"), space_shrink=probe("0.05", "0.8"), space_stretch=probe("0.1", "3", xml=LONG), protrusion=probe("0", "1", xml=QUOTED.split("<body>\n")[1].split("</p>")[0] + "</p>\n"),
    hyphen_penalty=probe("-300", "1000", xml=LONG), ladder=probe(("1", 'hyphen-penalty="-300"'), ("0", 'hyphen-penalty="-300"'), xml=LONG), contrast=probe("0", "100", xml="<p>Information about apartments, kindergartens and language courses is available at the fountain every Wednesday afternoon, without appointment. Nobody remembers when the first international flea market took place, but the.</p>\n"), runt=probe(("0", 'align="start"'), ("4", 'align="start"'), xml="<p>Whoever comes at seven finds the best bread, whoever comes at noon finds neighbourly conversation instead, and extraordinarily refreshing lemonade besides. Afterwards everybody helps: the umbrellas are folded, the leftovers distributed.</p>\n"),
    looseness=probe("0", "1"), hyphen_before=probe(("2", 'hyphen-penalty="-300"'), ("6", 'hyphen-penalty="-300"'), xml=LONG), hyphen_after=probe(("2", 'hyphen-penalty="-300"'), ("6", 'hyphen-penalty="-300"'), xml=LONG),
    before=probe("0", "1"), after=probe("0", "1"), rule=probe("0pt", "1pt"), line_numbers=Values(["0", "2"], tag='<style name="verse"', xml=VERSE, at="column"),
    hang_quotes=Values(["no", "yes"], tag='<style name="pullquote"', xml="<pullquote>“The dough does not wait”</pullquote>\n" + TEXT, at="column"),
    edge_size=Values([("0pt", 'size="40pt" leading="36pt"'), ("7pt", 'size="40pt" leading="36pt"')], tag='<style name="subhead"', xml="<subhead>Hello</subhead>\n" + TEXT, at="column"),
    dropcap=Values(["0", "2"], tag='<style name="text"', xml="<p>" + re.sub(r"</?p>", "", MORE).strip() + "</p>\n"), numerals=probe("lnum", "onum", xml=FIGURES))

LAYOUT = {
    "layout": Show(STORY, "issue", name=NAME, print=Nothing("It names the press; what that is, the vocabulary of a print profile says."), output_profile=ONLY_PRINT),
    "paper": Show(STORY, "issue", width=["96mm", "120mm"], height=["128mm", "148mm"], bleed=Nothing("It is cut off: only sheets with marks show it.")),
    "grid": Show(PLAIN, "issue", columns=["6", "8"], gutter=["3mm", "8mm"], inner=["9mm", "22mm"], outer=["8mm", "22mm"], first_baseline=["14mm", ("30mm", 'lines="25"')],
                 lines=Values(["33", "20"], xml=article(MORE * 2)), leading=Values(["9pt", ("11pt", 'lines="26"')], edits=[('leading="9pt" align="justify"', 'leading="1gr" align="justify"')])),
    "pictures": Show(STORY, "issue", min_ppi=Nothing("It decides when a picture is reported as too coarse."), intent=ONLY_PRINT, cmyk=ONLY_PRINT, alpha=ONLY_PRINT,
                     sharpen=Nothing("Photographs are sharpened in the print PDF only."), sharpen_radius=Nothing("Photographs are sharpened in the print PDF only."),
                     top=Values(["x-height", "cap-height"], xml=article(TEXT + '<picture src="tea.jpg" alt="Tea"/>\n' + TEXT)),
                     caption=Values(["below", "beside", "over"], xml=LANDSCAPE), credit=Values(["after", "line", "edge"], xml=LANDSCAPE),
                     max_lines=Values([None, "8"], xml=TALL), keys=Values(["places", "numbers"], xml=GALLERY),
                     inset=Values(["30%", "55%"], xml=article(INSET + TEXT), edits=[('<columns count="2"', '<columns count="1"')]), inset_text=Values(["12mm", "36mm"], xml=article(INSET + TEXT), edits=[('<columns count="2"', '<columns count="1"')]),
                     wrap=Values(["1mm", "8mm"], xml=article(INSET + TEXT), edits=[('<columns count="2"', '<columns count="1"')]),
                     gutter_loss=Values(["0mm", "12mm"], xml=article(TEXT + '<picture src="town.jpg" alt="Roofs" size="spread"/>\n') + PLAIN, pages=[2, 3], edits=[('<pictures ', '<pictures binding="glued" ')]),
                     binding=Values(["stapled", "glued"], xml=article(TEXT + '<picture src="town.jpg" alt="Roofs" size="spread"/>\n') + PLAIN, pages=[2, 3], edits=[('<pictures ', '<pictures gutter-loss="12mm" ')])),
    "pullquotes": Show(FLOATING_QUOTE, "issue", places=["head", "foot", "inside"], widths=["column", "wide"], sizes=["small", "large"], away=Values(["1", "18"], xml=ECHOED)),
    "sidebars": Show(FLOATING_BOX, "issue", places=["head", "foot"], widths=["column", "full"]),
    "parallel": Show(BILINGUAL, "issue", arrange=Values(["columns", "interleaved"], edits=[('<template name="languages" parallel="columns">', '<template name="languages">')]),
                     widths=Values([(v, 'min-width="6"') for v in ("grid", "free", "equal")], xml=UNEVEN), min_width=["12", "22"], ragged=["10", "30"], gap=["1", "0"],
                     divide=Nothing("It is seen only where a column ends in a long paragraph.")),
    "ad": Show(ADS, "issue", pages=[2], size=Nothing("It says which <ad> the row is for."), width=Values(["79mm", ("60mm", 'height="38mm"', SMALLER)]), height=Values(["50mm", ("38mm", 'width="60mm"', SMALLER)])),
    "tables": Show(TABLE, rule=["0pt", "1pt"], head_rule=["0pt", "2pt"], ink=[None, "coral"], tint=["100%", "30%"], stripe=["0%", "20%"], gap=Values(["1mm", "12mm"], xml="<table>\n  <row><cell>Every Friday evening</cell><cell>at the fountain</cell></row>\n  <row><cell>Every Saturday morning</cell><cell>before the old town hall</cell></row>\n</table>\n")),
    "charts": Show(CHART, ink=["rubric", "blue"], tint=["100%", "50%"], line=Values(["1pt", "4pt"], xml=CHART.replace("<chart>", '<chart kind="line">')), rule=["0pt", "1pt"], bar=Values(["0.3", "0.9"], xml=ONE_SERIES),
                   lines=Values(["6", "14"], xml=CHART.replace("<chart>", '<chart kind="line">'))),
    "recipes": Show(RECIPE, "columns", panel=Values(["18mm", "30mm"], xml="<recipe>" + RECIPE.split("<recipe>")[1], at="column"), tint=[None, "40%"]),
    "swatch": Show(STORY, "issue", name=NAME, c=Values(["0%", "60%"], tag='<swatch name="coral"'), m=Values(["80%", "20%"], tag='<swatch name="coral"'), y=Values(["80%", "0%"], tag='<swatch name="coral"'),
                   k=Values(["0%", "60%"], tag='<swatch name="coral"'), spot=Nothing("It is an ink of its own in the print PDF; on a screen it looks as c, m, y and k say.")),
    "rubric": Show(EDITORIAL, "issue", id=NAME, name=["About Town", "Out and About"], swatch=["coral", "blue"],
                   tint=Values(["12%", "40%"], xml=article(RECIPE)), dark=Values(["yes", "no"], xml=HEADED)),
    "family": Show(TEXT, name=NAME),
    "face": Show(ARABIC, "issue", script=Nothing("It says which characters the fonts are for."), lang=Nothing("It says which language the fonts are for."),
                 fonts=Values(["Noto Serif", "Noto Sans Mono"]), size=Values(["1", "1.4"], tag='<face script="Arab"'), leading=Values(["1", "1.75"], tag='<face script="Arab"', xml=WHOLE_ARABIC),
                 min_weight=Values(["400", "700"], tag='<face script="Arab"'), max_weight=Values(["900", "400"], tag='<face script="Latn Cyrl Grek" fonts="Noto Sans"'),
                 emphasis=Values(["bold", "none"], tag='<face script="Arab"'), baseline=Values(["0", "0.2"], tag='<face script="Arab"'), ragged=Values(["0", "40"], tag='<face script="Arab"'),
                 kashida=Values(["0", "0.9"], tag='<face script="Arab"', xml=WHOLE_ARABIC),
                 clusters=Values(["0", "0.3"], tag='<face script="Thai"', xml=article('<p xml:lang="th">ทุกวันเสาร์จัตุรัสเป็นของคนขายและคนคุย ใครมาตอนเจ็ดโมงจะได้ขนมปังที่ดีที่สุด ใครมาตอนเที่ยงจะได้ฟังเรื่องเล่าที่ดีที่สุด</p>\n')),
                 latin_gap=Values(["0", "0.5"], tag='<face script="Hani Hans"', xml=article('<p xml:lang="zh-Hans">星期六的广场有30个摊位和Samira的面包店，七点来的人能买到最好的面包。</p>\n'))),
    "hang": Show(QUOTED, "issue", edits=[('fonts="Noto Serif"/>\n', 'fonts="Noto Serif"/>\n    <hang letters="“” ,." start="0%" end="0%"/>\n')],
                 font=Nothing("It says which font the figures are for."), letters=["“”", ",."], start=["0%", "100%"], end=["0%", "100%"]),
    "style": Show(TEXT, **STYLE),
    "head": Show(HEADED, "issue", name=NAME, before=Values(["1", "4"], xml=SECTION, tag='<head name="short"'), languages=Values(["under", "beside"], tag='<head name="beside"', xml=BILINGUAL)),
    "part": Show(HEADED, "issue", kind=Values(["kicker", "headline"], tag='<part kind="kicker"'), style=Values(["kicker", "standfirst"], tag='<part kind="kicker"'),
                 further=Values([None, "headline-further"], tag='<part kind="headline"'), span=Values(["0", "3"], tag='<part kind="headline"')),
    "use": Show(STORY, "issue", for_=Nothing("It says what is set; the other attribute how."), style=["text", "sans"]),
    "template": Show(STORY, "issue", name=NAME, start=CHECKED, mirror=Values(["no", "yes"], xml=EDITORIAL, tag='<template name="editorial"'), max_pages=Nothing("A text that needs more pages is reported."),
                     fillers=Values(["no", "yes"], xml=FILLED, tag='<template name="short-stories"'), parallel=Values(["columns", "interleaved"], xml=BILINGUAL, tag='<template name="languages"')),
    "thread": Show(SECTION, "issue", articles=Nothing("It says which articles stand there."), head=Values([None, "short"], tag='<thread articles="all"')),
    "page": Show(STORY, "issue", at_=Nothing("It says which page is meant."), furniture=["yes", "foot", "no"]),
    "picture": Show(STORY, "issue", size=Nothing("It says which pictures stand there."), caption=["below", "over"],
                    min_lines=Values(["0", "6"], xml=article(OPENER + MORE + TEXT), dpi=60),
                    **place(STORY, "<picture size", ["6", "3"], ("1", "4"), lines=("12", "18"), line=("1", "6"), bleed=(None, "top inner outer"))),
    "headline": Show(STORY, "issue", article=Nothing("It says of which article of a section."), head=["large", "short"],
                     **place(STORY, "<headline head", ["6", "3"], ("1", "4"), line=("0", "20"))),
    "title": Show(SECTION, "issue", of=["section", "issue"], style=["headline", "kicker"], **place(SECTION, "<title", ["6", "1"], line=("1", "6"))),
    "columns": Show(STORY, "issue", thread=Nothing("It says which text flows through them."), count=["2", "3"], balance=Values(["no", "yes"], xml=PLAIN),
                    **place(PLAIN, "<columns count", ["6", "3"], lines=("0", "16"))),
    "fill": Show(EDITORIAL, "issue", ink=["rubric", "yellow"], tint=["12%", "40%"],
                 **place(EDITORIAL, "<fill", ["2", "1"], ("5", "1"), [(' bleed="top bottom outer"', "")], line=("1", "12"), lines=("0", "12"), bleed=(None, "top bottom outer"))),
    "boxes": Show(BOXED, "issue", count=["1", "2"], **place(BOXED, "<boxes", ["6", "3"], lines=("0", "2"))),
    "furniture": Show(STORY, "issue"),
    "cover": Show(FRONT, "issue", pages=[1]),
    "contents": Show(INSIDE, "issue", pages=[2]),
    "put": Show(STORY, "issue", what=Values(["rubric", "folio", "issue"], tag='<put what="rubric"'), edge=Values(["inner", "outer"], tag='<put what="rubric"'),
                x=Values(["3mm", "20mm"], tag='<put what="rubric"'), y=Values(["8.3mm", "6mm"], tag='<put what="rubric"'), w=Values(["2mm", "8mm"]), h=Values(["2mm", "5mm"]),
                step=Values(["13mm", "30mm"], tag='<put what="tab"', xml=SECTION), style=Values(["bold", "kicker"], tag='<put what="rubric"'),
                style2=Values(["headline-small", "kicker"], xml=INSIDE, pages=[2], tag='<put what="entries"'), style3=Values(["sans", "text"], xml=INSIDE.replace(NAMED, NAMED.replace("</headline>", "</headline>\n<standfirst>Samira bakes at night.</standfirst>")), pages=[2], tag='<put what="entries"'),
                style4=Values(["caption", "bold"], xml=COVER + "<contents/>\n" + NAMED + WHOLE_ARABIC, pages=[2], tag='<put what="entries"'),
                ink=Values([None, "blue"]), tint=Values(["100%", "30%"]), align=Values([("start", 'w="79mm"'), ("center", 'w="79mm"')], tag='<put what="theme"', xml=FRONT, pages=[1]),
                text=Values(["About us", "Read on"], edits=[('<put what="folio"', '<put what="text" edge="inner" y="122mm" style="bold" text="-"/>\n    <put what="folio"')], tag='<put what="text"'),
                fit=Values(["0", "1"], tag='<put what="title" x="0mm" y="26mm"', xml=FRONT, pages=[1])),
    "label": Show(HEADED, "issue", key=Nothing("It says what the word is for."), **{"xml:lang": Nothing("It says in which articles the word stands.")}),
}

INTRODUCTION = {"whole": Show(MAGAZINE, "issue")}
