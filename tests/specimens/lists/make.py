"""tests/specimens/lists/make.py - writes issue.xml: a list in every kind of numeral. Run it after a change of these tables."""
LANGUAGES = [  # language, words of three items
    ("de", "Brot", "Salz und ein Satz, der lang genug ist, dass er auf der nächsten Zeile weitergeht", "Wasser"),
    ("ar", "خبز", "ملح وجملة طويلة بما يكفي لكي تستمر في السطر التالي من هذا العمود", "ماء"),
    ("fa", "نان", "نمک و جمله‌ای که آن‌قدر بلند است که در سطر بعد ادامه می‌یابد", "آب"),
    ("ckb", "نان", "خوێ و ڕستەیەک کە ئەوەندە درێژە لە دێڕی دواتر بەردەوام دەبێت", "ئاو"),
    ("ur", "روٹی", "نمک", "پانی"),
    ("he", "לחם", "מלח ומשפט ארוך דיו שימשיך בשורה הבאה של הטור הזה", "מים"),
    ("hi", "रोटी", "नमक और एक वाक्य जो इतना लंबा है कि अगली पंक्ति में चलता है", "पानी"),
    ("ne", "रोटी", "नुन", "पानी"),
    ("bn", "রুটি", "লবণ", "জল"),
    ("th", "ขนมปัง", "เกลือ", "น้ำ"),
    ("my", "ပေါင်မုန့်", "ဆား", "ရေ"),
    ("ti", "ሕብስቲ", "ጨው", "ማይ"),
    ("am", "ዳቦ", "ጨው", "ውሃ"),
    ("zh-Hans", "面包", "盐", "水"),
    ("ja", "パン", "塩", "水"),
    ("ko", "빵", "소금", "물"),
    ("uk", "хліб", "сіль", "вода"),
    ("el", "ψωμί", "αλάτι", "νερό"),
    ("ka", "პური", "მარილი", "წყალი"),
    ("hy", "հաց", "աղ", "ջուր"),
]

print('<?xml version="1.0" encoding="UTF-8"?>')
print("<!-- Made by make.py beside it: a list in every kind of numeral; nested, started late, from the right, in a box. -->")
print('<issue xmlns="urn:zivos:issue" title="PROBE" number="1" date="2026-02-01" xml:lang="de" layout="zivos">')
print('  <article rubric="kultur" template="story">\n    <headline>Listen</headline>\n    <body>')
for kind in ("number", "native", "letter"):
    print(f'      <subhead>kind="{kind}"</subhead>')
    for lang, *items in LANGUAGES:
        inner = "".join(f"<item>{i}</item>" for i in items)
        print(f'      <list kind="{kind}" xml:lang="{lang}"{" start=" + chr(34) + "9" + chr(34) if lang in ("de", "ar") else ""}>{inner}</list>')
print("""      <subhead>ineinander</subhead>
      <list kind="number">
        <item>Erstens, mit einer Liste darin:
          <list kind="letter"><item>der erste Teil, der so lang ist, dass er auf der nächsten Zeile weitergeht</item>
          <item>der zweite, mit einer weiteren: <list><item>ein Punkt</item><item>noch einer</item></list></item></list></item>
        <item>Zweitens</item>
      </list>
      <list kind="number" xml:lang="ar">
        <item>أولا وفيه قائمة: <list kind="letter"><item>الجزء الأول وهو طويل بما يكفي لكي يستمر في السطر التالي</item><item>الجزء الثاني</item></list></item>
        <item>ثانيا</item>
      </list>
      <box title="Im Kasten"><list kind="number" start="98"><item>vorletzter</item><item>letzter</item><item>noch einer, dessen Nummer breiter ist</item></list></box>
    </body>
  </article>
</issue>""")
