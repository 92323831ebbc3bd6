#!/bin/bash
# tests/fit.sh ZIVOS - copyfitting: what zivos fit advises, and that it comes true. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

over=tests/golden/overset/issue.xml
cp -rL tests/golden/overset "$work/over"
# A few lines too long only: of two paragraphs the beginnings stay.
"$python" - "$over" "$work/over/issue.xml" <<'E'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
for paragraph, words in zip(re.findall(r"<p>.*?</p>", text, re.S), (5, 8)):
    text = text.replace(paragraph, " ".join(paragraph.split()[:words]) + ".</p>")
open(sys.argv[2], "w", encoding="utf-8").write(text)
E
cut()			# REPORT FROM TO: do what the report chose
{
	"$python" - "$@" <<'E'
import json, re, sys
fits = json.load(open(sys.argv[1], encoding="utf-8"))
assert len(fits) == 1 and fits[0]["solved"], fits
lines = open(sys.argv[2], encoding="utf-8").read().split("\n")
chosen = [r for r in fits[0]["remedies"] if r["chosen"]]
assert chosen and all(r["kind"] == "cut" and r["lines"] > 0 for r in chosen), chosen
for r in chosen:
    line = lines[r["line"] - 1]
    assert line.endswith("</p>"), line
    lines[r["line"] - 1] = line[:-len("</p>") - r["characters"]] + "</p>"
open(sys.argv[3], "w", encoding="utf-8").write("\n".join(lines))
E
}

exits 1 fit "$work/over/issue.xml" --lang en --report "$work/fit.json" && says "too long for 1 page" && says "all over it" && says "to lose its last line" && says "without a page: "
								ok "a text too long: how much, where, and what helps" $?
quietly cut "$work/fit.json" "$work/over/issue.xml" "$work/over/cut.xml" && exits 0 check "$work/over/cut.xml"
								ok "what is advised brings the text onto its page" $?
cp -rL tests/golden/overset "$work/far"
"$python" - "$over" "$work/far/issue.xml" <<'E'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
last = re.findall(r"<p>.*?</p>", text, re.S)[-1]
open(sys.argv[2], "w", encoding="utf-8").write(text.replace(last, last * 12))
E
exits 1 fit "$work/far/issue.xml" --lang en && says "is not enough: more text must go" && says "give it 5 pages";	ok "where nothing is enough it says so" $?
exits 1 check "$work/over/issue.xml" --lang en && says "note: copyfit: cut about";	ok "the advice is among the messages of every run" $?
exits 1 check "$work/over/issue.xml" --lang de && says "Zeichen";	ok "in German" $?
exits 0 fit tests/golden/picture-full/issue.xml --lang en --report "$work/room.json" && says "make picture 1 higher by" && says "which is enough"
								ok "a text too short: a picture can fill the room" $?
cp -rL tests/golden/picture-full "$work/whole" && sed -i 's/size="full"/size="full" crop="0%"/' "$work/whole/issue.xml"
exits 0 fit "$work/whole/issue.xml" --lang en && ! says "make picture"; ok "a picture of which nothing may be cut off is left as it is" $?
quietly "$python" - "$work/room.json" <<'E'
import json, sys
f = json.load(open(sys.argv[1], encoding="utf-8"))[0]
assert f["linesOver"] == 0 and f["linesEmpty"] == 17 and f["pages"] == 1, f
assert sum(c["lines"] - c["used"] for c in f["columns"]) >= 17, f["columns"]
r = f["remedies"][0]
assert r["kind"] == "enlarge-picture" and r["mm"] > 0 and r["enough"] and r["chosen"], r
E
								ok "the report says the same" $?
# What is advised is written into made-up articles as an editor would, and set again: tests/fit.py KIND:WORDS...
cp tests/specimens/pictures/bilder/land-1.jpg "$work/land.jpg"
for article in pictures:1250 boxes:1420 interview:1480 parallel:1270 recipe:1130 arabic:1800 arabic:1500 shorts:680; do
	quietly timeout 300 "$python" tests/fit.py "$ZIVOS" "$work" $article;	ok "every advice comes true: $article" $?
	grep -v "^  not so" "$work/said" | sed 's/^/# /'
done
exits 0 fit issues/einseiter/issue.xml --lang en && says "every text comes out on its pages";	ok "nothing to advise" $?
exits 0 fit issues/einseiter/issue.xml --article hallo --lang en && says "hallo: ";	ok "one article, whether it fits or not" $?
exits 2 fit issues/einseiter/issue.xml --article hallo-welt --lang en && says "no article with the id hallo-welt";	ok "an article that is not there" $?
# Three texts too long, and pages that move from pass to pass: what was found for each is told once.
{
	echo '<issue xmlns="urn:zivos:issue" number="1" date="2026-01-01" xml:lang="de" layout="zivos" blanks="inside">'
	for i in 1 2 3 4 5; do
		echo "<article id=\"a$i\" rubric=\"rat\" template=\"story\"$([ $i -le 3 ] && echo ' pages="1"')><headline>Nummer $i</headline><body>"
		for k in $(seq $((i <= 3 ? 26 : 1))); do echo "<p>Am Anfang steht, wie es ausgeht; bis dahin reden alle durcheinander, und keiner hört zu. Wer zuhört, schweigt meistens, und wer schweigt, denkt an etwas anderes, an Äpfel und Brot, an den Markt am Samstag und an alle, die dort stehenbleiben.</p>"; done
		echo '</body></article>'
	done
	echo '</issue>'
} >"$work/passes.xml"
exits 1 fit "$work/passes.xml" --lang en && [ "$(grep -c "too long for 1 page" "$work/said")" -eq 3 ];	ok "several texts over several passes" $?
cp issues/einseiter/issue.xml "$work/mine.xml"
exits 2 fit issues/einseiter/issue.xml --report "$work/mine.xml" && cmp -s issues/einseiter/issue.xml "$work/mine.xml"
								ok "a report that would replace an author's file" $?
"$ZIVOS" fit "$work/over/issue.xml" >"$work/one" 2>&1; "$ZIVOS" fit "$work/over/issue.xml" >"$work/two" 2>&1
cmp -s "$work/one" "$work/two";					ok "the same advice again" $?
exit $failures
