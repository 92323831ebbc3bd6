"""shows_issue.py - for each element and attribute of an issue the few lines that show it."""
from shows import Nothing, Show, Values

TEXT = """<p>On Saturdays the square belongs to those who sell and those who talk. Whoever comes at seven finds the best bread,
whoever comes at noon the best stories.</p>
<p>Samira has both. She bakes before dawn, and she has time for everyone who stays. Her flat loaves are gone by ten; the rest of the
morning she explains how they are made.</p>
"""
MORE = TEXT + """<p>Her neighbour repairs shoes. He came from Aleppo with one suitcase and his grandfather's hammer, and he says that both were
heavy. Now he has three apprentices and a sign in four languages.</p>
<p>At one the stalls are folded, at two the square is swept. Nothing is left of the market but a smell of mint, and the people who
have not finished talking yet.</p>
"""
HEAD = '<headline>Bread Before Dawn</headline>\n'


def article(body, more=HEAD, attributes='rubric="town" template="story"'):
    return '<article %s>\n%s<body>\n%s</body>\n</article>\n' % (attributes, more, body)


NAMED = article(MORE, attributes='id="bread" rubric="town" template="story"')
COVER = """<cover>
  <picture src="oud.jpg" alt="An oud beside a lamp"/>
  <coverline ref="bread">Bread before dawn</coverline>
  <word xml:lang="de">Markt</word>
  <word xml:lang="fr">Marché</word>
</cover>
"""
SECTION = """<section template="short-stories" rubric="advice" title="In Brief">
  <article><headline>Library on Wheels</headline><body><p>The bus with 3,000 books in 40 languages stops at the station on Mondays.</p></body></article>
  <article><headline>Choir Looks for Tenors</headline><body><p>Nobody needs to read music. Rehearsals are on Thursdays at eight.</p></body></article>
</section>
"""
EDITORIAL = """<section template="editorial" rubric="town">
  <article><headline>Good Morning</headline><body>%s</body></article>
  <imprint>
    <headline>Imprint</headline>
    <p>Published by the friends of the market.</p>
    <p>Printed on paper that was paper before.</p>
  </imprint>
</section>
""" % TEXT
OPENER = '<picture src="town.jpg" alt="Roofs at dusk" size="opener"><caption>The old town.</caption><credit>Jonas Feld</credit></picture>\n'
INSET = '<picture src="luggage.png" alt="Suitcases" size="inset"/>\n'
TABLE = """<table>
  <caption>Loaves sold</caption>
  <row header="yes"><cell>Day</cell><cell>Rye</cell><cell>Flat</cell></row>
  <row><cell>Friday</cell><cell>8.5</cell><cell>120</cell></row>
  <row><cell>Saturday</cell><cell>12.25</cell><cell>95</cell></row>
  <source>Samira's notebook</source>
</table>
"""
CELLS = "<table>\n  <row><cell>Friday</cell><cell>8 to 12</cell></row>\n  <row>%s</row>\n</table>\n"
ROWS = "<table>\n  <row><cell>Weekend</cell><cell>Saturday</cell><cell>95</cell></row>\n  <row>%s<cell>Sunday</cell><cell>110</cell></row>\n</table>\n"
CHART = """<chart>
  <caption>Loaves sold</caption>
  <unit>Loaves a day</unit>
  <row header="yes"><cell>Year</cell><cell>Rye</cell><cell>Flat</cell></row>
  <row><cell>2022</cell><cell>30</cell><cell>45</cell></row>
  <row><cell>2024</cell><cell>42</cell><cell>80</cell></row>
  <row><cell>2026</cell><cell>38</cell><cell>120</cell></row>
</chart>
"""
DATES = """<chart kind="timeline">
  <row><cell>1987</cell><cell>First market</cell></row>
  <row><cell>2004</cell><cell>The square is paved</cell></row>
  <row><cell>2026</cell><cell>Open on Sundays, too</cell></row>
</chart>
"""
RECIPE = """<recipe>
  <portions>For four</portions>
  <time label="Baking">12 minutes</time>
  <ingredients title="For the dough">
    <ingredient amount="500" unit="g">flour</ingredient>
    <ingredient amount="1 1/2" unit="tsp">salt</ingredient>
    <ingredient>warm water</ingredient>
  </ingredients>
  <step>Knead everything until the dough no longer sticks.</step>
  <step>Roll it out thinly and bake it on a hot stone.</step>
  <tip>Sesame goes well with it.</tip>
</recipe>
"""
VERSE = """<verse by="A baker">
  <stanza><line>The night is short, the oven warm,</line><line>the dough is rising in its form.</line></stanza>
  <stanza><line>And when the first bell rings at six</line><line>there's bread for all, and tea to mix.</line></stanza>
</verse>
"""
COUPLETS = """<verse xml:lang="fa">
  <couplet><half>بنی‌آدم اعضای یک پیکرند</half><half>که در آفرینش ز یک گوهرند</half></couplet>
  <couplet><half>چو عضوی به درد آورد روزگار</half><half>دگر عضوها را نماند قرار</half></couplet>
</verse>
"""
INTERVIEW = """<interview>
  <speaker id="jf" name="Jonas Feld"/>
  <speaker id="sa" name="Samira Aziz"/>
  <question by="jf">When do you get up?</question>
  <answer by="sa">At two. The dough does not wait.</answer>
  <question by="jf">And when do you sleep?</question>
  <answer by="sa">When the others have lunch.</answer>
</interview>
"""
PARALLEL = """<parallel>
  <text xml:lang="en"><p>On Saturdays the square belongs to those who sell.</p><p>Whoever comes at seven finds the best bread.</p></text>
  <text xml:lang="ar"><p>في أيام السبت تكون الساحة للباعة.</p><p>من يأتي في السابعة يجد أفضل خبز.</p></text>
</parallel>
"""
BILINGUAL = article(PARALLEL, '<headline>Market Day</headline>\n<headline xml:lang="ar">يوم السوق</headline>\n', 'rubric="town" template="languages"')
REST = article(MORE * 3, attributes='id="long" rubric="town" template="story" pages="1"') + SECTION + '<rest of="long" pages="1"/>\n'
ADS = article(TEXT) + """<ads>
  <ad size="half" src="ad-half.svg" alt="Café Babel"/>
  <ad size="quarter" src="ad-quarter.svg" alt="A tailor"/>
  <ad size="eighth" src="ad-eighth.svg" alt="Tea"/>
  <ad size="eighth" src="ad-eighth.svg" alt="Tea"/>
</ads>
"""
FILLED = SECTION.replace('title=', 'pages="1" title=') + '<fillers><filler src="plane.svg" alt="A paper plane"/></fillers>\n'
MAGAZINE = COVER + '<contents/>\n' + NAMED + BILINGUAL
ALT = Nothing("It is not printed: it is read aloud from the PDF.")
PRESS = Nothing("It decides on inks in the print PDF. On a screen the difference is hardly seen.")
CHECKED = Nothing("It is checked, not set: an article on the other side is reported.")
NAME = Nothing("A name is not printed.")


def advert(size, name, attributes=""):
    one = '<ad size="%s" src="ad-%s.svg" alt="An advertisement"%s/>\n' % (size, name, attributes)
    return article(TEXT) + one if size == "full" else article(TEXT).replace("</article>", one + "</article>")


ISSUE = {
    "issue": Show(MAGAZINE, "issue", dpi=70, number=Values(["4/2026", "17"], pages=[1]), date=Nothing("It stands in the PDF's properties."),
                  title=Values([None, "Agora"], pages=[1]), theme=Values([None, "Markets"], pages=[1]),
                  layout=Values(["zivos", "einfach"], xml=article(OPENER + MORE * 2, attributes='rubric="kultur" template="story"'), pages=[1], dpi=36),
                  blanks=Values(["no", "end", "inside"], xml=COVER.replace("  <coverline ref=\"bread\">Bread before dawn</coverline>\n", "") + article(TEXT, "<headline>One</headline>\n") + article(TEXT, "<headline>Two</headline>\n") + article(TEXT, "<headline>Three</headline>\n") + article(TEXT, "<headline>Four</headline>\n") + '<fillers><filler src="plane.svg" alt="A paper plane"/></fillers>\n', dpi=28)),
    "cover": Show(COVER + NAMED, "issue", pages=[1]),
    "coverline": Show(COVER + NAMED, "issue", pages=[1], ref=Values([None, "bread"], xml=COVER.replace(' ref="bread"', "") + NAMED)),
    "word": Show(COVER + NAMED, "issue", pages=[1]),
    "contents": Show(COVER + "<contents/>\n" + NAMED + SECTION, "issue", pages=[2], title=[None, "What Is Inside"]),
    "hyphenation": Show("""<hyphenation>Saturday bi-cycle=re-pair=work-shop</hyphenation>
<headline>Words</headline>
<body>
<p>The bicyclerepairworkshop and the bicyclerepairworkshop next to it open on Saturday and on Saturday and on Saturday only.</p>
</body>
""", "head"),
    "section": Show(SECTION, "issue", template=["short-stories", "story"], rubric=["advice", "table"], title=[None, "In Brief"],
                    pages_=Values([None, "2"], xml=SECTION + article(TEXT), dpi=60),
                    start=CHECKED),
    "imprint": Show(EDITORIAL, "issue"),
    "article": Show(article(OPENER + TEXT), "issue", id=NAME, rubric=["town", "table"], template=["story", "languages"],
                    pages_=Values([None, "2"], xml=article(TEXT) + article(TEXT, "<headline>The Next One</headline>\n"), dpi=60),
                    start=CHECKED),
    "kicker": Show('<kicker>The market</kicker>\n<headline>Bread Before Dawn</headline>\n', "head"),
    "headline": Show('<headline>Bread Before Dawn</headline>\n<headline xml:lang="tr">Şafaktan önce ekmek</headline>\n', "head"),
    "shorthead": Show(COVER + "<contents/>\n" + NAMED.replace("</headline>", "</headline>\n<shorthead>Bread</shorthead>"), "issue", pages=[2]),
    "standfirst": Show('<headline>Bread Before Dawn</headline>\n<standfirst>Samira bakes while the town sleeps. We stayed awake with her.</standfirst>\n', "head"),
    "byline": Show('<headline>Bread Before Dawn</headline>\n<byline><author>Ada Muster</author><photographer>Jonas Feld</photographer></byline>\n', "head"),
    "author": Show('<headline>Bread Before Dawn</headline>\n<byline><author>Ada Muster</author></byline>\n', "head"),
    "translator": Show('<headline>Bread Before Dawn</headline>\n<byline><author>Ada Muster</author><translator>Bao Nguyen</translator></byline>\n', "head"),
    "photographer": Show('<headline>Bread Before Dawn</headline>\n<byline><photographer>Jonas Feld</photographer></byline>\n', "head"),
    "body": Show(article(MORE), "issue"),
    "p": Show(TEXT, id=NAME),
    "subhead": Show("<subhead>At seven</subhead>\n" + TEXT),
    "pullquote": Show("<p>Samira bakes before dawn.</p>\n<pullquote>The dough does not wait</pullquote>\n", by=[None, "Samira Aziz"],
                      size=Values(["small", "normal", "large"], xml="<p>Samira bakes before dawn.</p>\n<pullquote place=\"text\">The dough does not wait</pullquote>\n"),
                      place=Values(["float", "text"], xml=article(TEXT + "<pullquote>The dough does not wait</pullquote>\n" + MORE * 2), at="issue")),
    "list": Show("<list><item>flour</item><item>salt</item><item>warm water</item></list>\n",
                 kind=Values(["bullet", "number", "native", "letter"], xml='<list xml:lang="hi"><item>आटा</item><item>नमक</item><item>गुनगुना पानी</item></list>\n'),
                 start=Values([None, "4"], xml='<list kind="number"><item>Knead.</item><item>Wait.</item><item>Bake.</item></list>\n')),
    "item": Show("<list><item>flour, of wheat or of rye<list><item>not too fine</item><item>not too old</item></list></item><item>salt</item></list>\n"),
    "facts": Show('<facts><fact label="Where">At the fountain</fact><fact label="When">Saturdays, seven to one</fact></facts>\n'),
    "fact": Show('<facts><fact label="Where">At the fountain</fact></facts>\n', label=["Where", "Meeting place"]),
    "picture": Show('<picture src="tea.jpg" alt="Two glasses of tea"><caption>First there is tea.</caption></picture>\n',
                    src=Values(["tea.jpg", "soup.jpg"]), alt=ALT,
                    size=Values(["column", "wide", "full", "opener", "inset", "page", "spread"], xml=article(TEXT + '<picture src="town.jpg" alt="Roofs"/>\n' + MORE * 2), at="issue", crop=False, dpi=38,
                                edits=[('<columns count="2" col="1" span="6" balance="yes"/>', '<columns count="3" col="1" span="6"/>'), ('<pictures ', '<pictures inset-text="8mm" ')]),
                    page=Values([None, "2"], xml='<picture src="two-pages.pdf" alt="A drawing"/>\n'),
                    focus=Values(["50% 0%", "50% 50%", "50% 100%"], xml='<picture src="suitcase.jpg" alt="Suitcase" size="opener"/>\n' + TEXT, at="columns", crop=False),
                    crop_=Values(["100%", "0%"], xml='<picture src="suitcase.jpg" alt="Suitcase" size="opener"/>\n' + TEXT, at="columns", crop=False),
                    adjust=Values(["-8mm", "0mm", "8mm"], xml=article(OPENER + TEXT), at="issue", dpi=60),
                    side=Values(["start", "end"], xml=INSET + TEXT), width=Values(["30%", "55%"], xml=INSET + TEXT),
                    shape=Values([None, "alpha", "M200,0 L400,500 L0,500 z"], xml=INSET + TEXT),
                    distance=Values(["1mm", "6mm"], xml=INSET + TEXT), intent=PRESS, cmyk=PRESS, alpha=PRESS),
    "caption": Show('<picture src="tea.jpg" alt="Two glasses of tea"><caption>First there is tea, then there is more of it.</caption></picture>\n'),
    "credit": Show('<picture src="tea.jpg" alt="Two glasses of tea"><caption>First there is tea.</caption><credit>Jonas Feld</credit></picture>\n'),
    "gallery": Show("""<gallery>
  <picture src="door-blue.jpg" alt="A blue door"><caption>Open.</caption></picture>
  <picture src="door-green.jpg" alt="A green door"><caption>Closed.</caption></picture>
  <picture src="town.jpg" alt="Roofs"/>
  <caption>Doors of the old town.</caption>
</gallery>
""", "columns", size=["column", "full"]),
    "box": Show('<box title="Good to know"><p>Bring a bag, and coins: the fountain takes no cards.</p></box>\n', "columns",
                title=[None, "Good to know"],
                columns=Values(["1", "2"], xml=TEXT + '<box title="Good to know" size="full"><p>Bring a bag, and coins.</p><p>The fountain takes no cards, and the baker none that say so.</p></box>\n'),
                size=Values(["column", "full"], xml=TEXT + '<box title="Good to know" place="float"><p>Bring a bag, and coins.</p></box>\n' + MORE, at="columns"),
                place=Values(["float", "text"], xml=TEXT + '<box title="Good to know"><p>Bring a bag, and coins.</p></box>\n' + MORE)),
    "table": Show(TABLE, id=NAME, size=Values(["column", "full"], at="columns")),
    "column": Show(TABLE.replace("</caption>\n", "</caption>\n  <column/><column/><column/>\n", 1), align=Values(["decimal", "start", "center", "end"], xml=TABLE.replace("</caption>\n", "</caption>\n  <column/><column align=\"auto\"/>\n", 1), tag="<column align"), header=["no", "yes"]),
    "row": Show(TABLE, header=["no", "yes"]),
    "cell": Show(TABLE, columns=Values([("1", "", CELLS % "<cell>Closed, since nobody came</cell><cell/>"), ("2", "", CELLS % "<cell>Closed, since nobody came</cell>")], tag="<cell>Closed"),
                 rows=Values([("1", "", ROWS % "<cell/>"), ("2", "", ROWS % "")]),
                 align=Values(["auto", "end", "center"], tag="<cell>Friday"), header=Values(["no", "yes"], tag="<cell>Friday")),
    "source": Show(TABLE),
    "chart": Show(CHART, kind=Values(["bar", "line"]), arrange=Values(["down", "across"], xml=DATES, at="column"), of=Values([(None, "", CHART), ("t", "", TABLE.replace("<table>", '<table id="t">') + '<chart of="t"/>\n')]),
                  alt=ALT, size=Values(["column", "full"], at="columns")),
    "unit": Show(CHART),
    "recipe": Show(RECIPE, "columns"),
    "portions": Show(RECIPE, "columns"),
    "time": Show(RECIPE.replace(' label="Baking"', ""), "columns", label=[None, "Baking"]),
    "ingredients": Show(RECIPE.replace(' title="For the dough"', ""), "columns", title=[None, "For the dough"]),
    "ingredient": Show(RECIPE, "columns", amount=["500", "1/2"], unit=["g", "cups"]),
    "step": Show(RECIPE, "columns"),
    "tip": Show(RECIPE, "columns"),
    "verse": Show(VERSE, by=[None, "A baker"], numbers=["0", "2"], start=Values(["1", "13"], xml=VERSE.replace("<verse ", '<verse numbers="2" '))),
    "stanza": Show(VERSE),
    "line": Show(VERSE, indent=Values([None, "2"], tag="<line>the dough")),
    "couplet": Show(COUPLETS),
    "half": Show(COUPLETS),
    "interview": Show(INTERVIEW),
    "speaker": Show(INTERVIEW, id=NAME, name=["Jonas Feld", "J. M. Feld"], initials=[None, "Editor"]),
    "question": Show(INTERVIEW, by=[None, "jf"]),
    "answer": Show(INTERVIEW, by=[None, "sa"]),
    "parallel": Show(PARALLEL, "columns", arrange=Values(["columns", "interleaved"], xml=BILINGUAL, at="issue")),
    "text": Show(PARALLEL, "columns"),
    "ad": Show(advert("half", "half"), "issue", size=Values([("full", 'src="ad-full.svg"'), ("half", 'src="ad-half.svg"'), ("quarter", 'src="ad-quarter.svg"'), ("eighth", 'src="ad-eighth.svg"')], dpi=55), position=Values(["left", "right"], xml=advert("quarter", "quarter")), on=Nothing("It is checked, not printed."),
               src=Values(["ad-quarter.svg", "ad-tailor.svg"], xml=advert("quarter", "quarter")), alt=ALT, advertiser=Nothing("It stands in messages and in the flat plan."),
               page=Nothing("As of <picture>."), intent=PRESS, cmyk=PRESS, alpha=PRESS),
    "ads": Show(ADS, "issue", pages=[2]),
    "rest": Show(REST, "issue", of=Nothing("It is the article that goes on."), pages_=Values(["1", "2"], dpi=60)),
    "fillers": Show(FILLED, "issue"),
    "filler": Show(FILLED, "issue", src=["plane.svg", "kettle.svg"], alt=ALT),
    "em": Show("<p>Nobody leaves <em>before</em> the tea.</p>\n"),
    "strong": Show("<p>Nobody leaves <strong>before the tea</strong>.</p>\n"),
    "foreign": Show('<p>She says <foreign xml:lang="ar">أهلا وسهلا</foreign> to everyone.</p>\n'),
    "link": Show('<p>See <link href="https://example.org">our page</link>.</p>\n', href=Nothing("On paper it is not seen; on a screen the words lead there.")),
    "ref": Show(article('<p>More about bread on page <ref to="bread"/>.</p>\n', "<headline>Tea</headline>\n") + NAMED, "issue", pages=[1], to=Nothing("It is the article whose page is set.")),
    "sup": Show("<p>A square of 120 m<sup>2</sup>.</p>\n"),
    "sub": Show("<p>Dough gives off CO<sub>2</sub>.</p>\n"),
    "note": Show("<p>The market is old<note>It is first named in 1147.</note> and loud.</p>\n"),
    "br": Show("<p>Market square 1<br/>Osnabrück</p>\n"),
}

LANGUAGES = """<p>On Saturdays the square belongs to those who sell and those who talk.</p>
<p xml:lang="ar">في أيام السبت تكون الساحة للباعة ومن يأتي في السابعة يجد أفضل خبز.</p>
<p xml:lang="hi">शनिवार को चौक उन लोगों का होता है जो बेचते हैं और जो बातें करते हैं।</p>
"""
INTRODUCTION = {"whole": Show(MAGAZINE, "issue"), "language": Show(LANGUAGES)}
