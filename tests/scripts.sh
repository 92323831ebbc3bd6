#!/bin/bash
# tests/scripts.sh - the specimen of scripts sets every language without a word, and as its readers expect.
source "$(dirname "$0")/tap.bash"
issue=tests/specimens/scripts/issue.xml
languages="de en fr es pt it nl tr pl ro sq sr sr-Latn hr kmr so vi yo ru uk bg el ka hy ar fa prs ps ckb ur he aii \
am ti hi ne bn pa ta si th lo km my zh-Hans zh-Hant ja ko zgh rhg"

run check $issue && ! grep -E ': (error|warning|note): ' "$work/said" | grep -v ': note: line-loose: '	# a wide line is no fault of its script
ok "nothing is missing, too long or left over in any language" $?

for l in $languages; do
	grep -q "href=\"$l.xml\"" $issue && grep -q "xml:lang=\"$l\"" tests/specimens/scripts/$l.xml || echo "$l has no text"
	# Words between spaces, or letters where none are written.
	sed -n '/<body>/,/<box/p' tests/specimens/scripts/$l.xml | sed 's/<[^>]*>//g' | wc -wm | {
		read -r words letters
		[ "$words" -ge 150 ] || { case $l in th|lo|km|my|zh*|ja) [ "$letters" -ge 400 ] ;; *) false ;; esac; }
	} || echo "$l: the text is shorter than 150 words"
	[ $l = de ] || grep -q '<foreign xml:lang="de">' tests/specimens/scripts/$l.xml || echo "$l has no German inside"
done >"$work/said"
[ ! -s "$work/said" ]
ok "every language has a text of 150 words with German inside" $?

run fonts $issue
! grep -E "^(DejaVu|Noto Sans Symbols)" "$work/said" && says "Noto Nastaliq Urdu Regular" && says "Padauk Regular" &&
	says "Noto Serif CJK TC" && says "Noto Serif CJK JP" && says "Noto Serif CJK KR"
ok "each script has its own face, each land its own characters" $?

run dump $issue --stage text
awk '/run .* Arab ur / && /"Noto Serif/ && /[0-9]/ { next } /run .* (Arab|Deva|Beng|Guru|Hani) / { script = $3; face = $0; sub(/.*level [0-9]+ "/, "", face); sub(/".*/, "", face)
	text = $0; sub(/.* width [0-9.]+: /, "", text)
	if (script == "Arab" && face ~ /^Noto Serif/ && text ~ /[0-9]/) print "digits in another face: " $0
	if (script == "Deva" && face !~ /Devanagari/ && text ~ /।/) print "danda in another face: " $0 }' "$work/said" >"$work/faces"
mv "$work/faces" "$work/said"; [ ! -s "$work/said" ]
ok "digits and dandas are of the face of the text around them" $?
# The words that pages say by themselves: every language of the specimen has them, but those nobody was sure of; and fonts have their letters.
"$python" - "$work/words" >"$work/said" 2>&1 <<'PY'
import os, re, sys
folder = sys.argv[1]
os.mkdir(folder)
table = open("src/doc/labels.c", encoding="utf-8").read()
rows = dict(re.findall(r'^\t\{ "([\w-]+)", \{(.*?)\} \}', table, re.S | re.M))
words = {lang: re.findall(r'"[^"]*"|NULL', row) for lang, row in rows.items()}
assert len(words) > 40 and all(len(w) == 18 for w in words.values()), {lang: len(w) for lang, w in words.items()}
specimen = {f[:-4] for f in os.listdir("tests/specimens/scripts") if f.endswith(".xml") and f != "issue.xml"}
lacking = {lang for lang in specimen if lang not in words and lang.split("-")[0] not in words}
assert lacking == {"aii", "rhg", "yo", "zgh"}, lacking
partly = {lang for lang, w in words.items() if "NULL" in w}
assert partly == {"kmr", "ckb", "ps", "ti", "so", "pa", "si", "lo", "km", "my"}, partly
open(folder + "/bild.svg", "w").write('<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="40mm"><path d="M0,0h60v40z"/></svg>')
article = """<article xml:lang="{0}" rubric="kultur" template="story"><headline>1</headline><byline><author>1</author><translator>1</translator>
<photographer>1</photographer></byline><body><gallery><picture src="bild.svg" alt=""><caption>1</caption></picture><picture src="bild.svg" alt=""><caption>2</caption></picture>
</gallery><recipe><time>1</time><ingredients><ingredient>1</ingredient></ingredients><step>1</step><tip>1</tip></recipe></body></article>
<article id="a-{0}" xml:lang="{0}" rubric="kultur" template="story" pages="1"><headline>1</headline><body>{1}</body></article>
<rest of="a-{0}" pages="1"/>
"""
with open(folder + "/issue.xml", "w", encoding="utf-8") as out:
    out.write('<issue xmlns="urn:zivos:issue" number="1" date="2026-01-01" layout="zivos">\n')
    for lang in sorted(words) + sorted(lacking):
        out.write(article.format(lang, "<p>1</p>" * 200))
    out.write("</issue>")
PY
ok "every language has the words that pages say, but for those that are known to lack some" $?
run check "$work/words/issue.xml" --lang en
! grep -E "(glyph|font)-missing|picture-unplaced" "$work/said";		ok "the fonts have the letters of all of them" $?
exit $failures
