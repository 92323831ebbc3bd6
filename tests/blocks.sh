#!/bin/bash
# tests/blocks.sh - poems, interviews, boxes, lists, notes and initials: their specimens say nothing, and however many there are it comes to an end.
source "$(dirname "$0")/tap.bash"

for s in verse interview boxes lists notes initials; do
	run check tests/specimens/$s/issue.xml
	! grep -E ': (error|warning): ' "$work/said" | grep -qv page-count
	ok "nothing is missing, too long or parted in the specimen of $s" $?
done

"$python" tests/specimens/lists/make.py | cmp -s - tests/specimens/lists/issue.xml
ok "the specimen of lists is what its script writes" $?

issue()		# NAME BODY: an issue in the folder NAME
{
	mkdir -p "$work/$1"
	printf '<issue xmlns="urn:zivos:issue" number="1" date="2026-02-01" layout="zivos"><article rubric="kultur" template="story"><headline>K</headline><body>%s</body></article></issue>' \
		"$2" >"$work/$1/issue.xml"
}
repeat() { local k; for ((k = 0; k < $2; k++)); do printf "%s" "$1"; done; }

issue high "<p>Eins.</p>
<table><row><cell>Zwei</cell><cell>$(repeat 'Ein Satz, der nicht aufhören will. ' 400)</cell></row></table><p>Drei.</p>"
exits 0 dump "$work/high/issue.xml" --stage pages --lang en && [ "$(grep -o Satz "$work/said" | wc -l)" -eq 400 ] && ! says overset
ok "a row higher than any column is divided between its lines, and all of them stand" $?
issue spanned "<p>Eins.</p>
<table><row><cell rows=\"2\">Zwei</cell><cell>$(repeat 'Ein Satz, der nicht aufhören will. ' 400)</cell></row><row><cell>Vier</cell></row></table><p>Drei.</p>"
exits 1 check "$work/spanned/issue.xml" --lang en && says "issue.xml:2:1: error: overset: a part of this that cannot be divided is"
ok "one that a cell goes on from into the next is not, and is reported, at its table" $?
issue rows "<table>$(for ((i = 0; i < 150; i++)); do printf '<row><cell>Zeile</cell><cell>%s</cell></row>' "$(repeat 'Wort ' $((4 + 6 * (i * i * 7 % 4))))"; done)</table>"
exits 0 dump "$work/rows/issue.xml" --stage pages --lang en && [ "$(grep -c '|Zeile|' "$work/said")" -eq 150 ] && ! says overset
ok "a table of 150 rows of unlike heights, where columns are balanced, stands whole" $?
issue couplets "<verse xml:lang=\"fa\">$(repeat '<couplet><half>بنی‌آدم اعضای یک پیکرند</half><half>که در آفرینش ز یک گوهرند</half></couplet>' 1000)</verse>"
issue notes "$(repeat '<p>Wort<note>Anmerkung</note></p>' 1001)"
issue deep "$(repeat '<list><item>x' 40)$(repeat '</item></list>' 40)"
issue box "<box title=\"B\">$(repeat '<p>Am Morgen öffnet Samira die Läden und grüßt alle.</p>' 1000)</box>"
issue boxes "$(repeat '<box title="B"><p>Am Morgen öffnet Samira die Läden.</p></box>' 200)"
issue half "<verse xml:lang=\"fa\"><couplet><half>$(repeat 'کلمه ' 1000)</half><half>x</half></couplet></verse>"
for c in couplets notes deep box boxes half; do
	timeout 60 "$ZIVOS" check "$work/$c/issue.xml" --lang en >"$work/said" 2>&1 </dev/null
	[ $? -le 1 ]
	ok "very many: $c, and it comes to an end" $?
	[ $c != notes ] || { says "more than 999 notes in one article"; ok "notes beyond the limit are told" $?; }
done

issue linked "<p>Wort<note>Erste.</note> und<note>Zweite.</note></p>$(repeat '<p>Am Morgen öffnet Samira die Läden und grüßt alle, die vorbeikommen.</p>' 150)"
run build "$work/linked/issue.xml" -o "$work/linked.pdf" && quietly "$python" - "$work/linked.pdf" 2 <<'PY'
import sys, pikepdf
pdf, there, back, last = pikepdf.open(sys.argv[1]), [], [], 0
pages = {p.objgen: i for i, p in enumerate(pdf.pages)}
for i, page in enumerate(pdf.pages):
    for link in page.get("/Annots", []):
        rect, to = [float(x) for x in link.Rect], link.get("/Dest")
        if to is not None:
            (there if pages[to[0].objgen] > i else back).append((i, rect, pages[to[0].objgen], float(to[3])))
assert len(pdf.pages) > 1 and len(there) == len(back) == int(sys.argv[2]), (there, back)
for a, b in zip(there, back):
    assert a[0] == b[2] and a[2] == b[0], (a, b)	# page to page,
    assert 0 < b[3] - a[1][3] < 20 and 0 < a[3] - b[1][3] < 20, (a, b)	# with the other number just under the upper edge,
    assert min(a[1][2] - a[1][0], a[1][3] - a[1][1], b[1][2] - b[1][0]) > 8.9, (a, b)	# and wide enough to be hit
PY
ok "in the PDF a note's number leads to the note, and the note's back" $?

issue gaps '<chart kind="timeline"><row><cell/><cell/></row><row><cell>1900</cell><cell>Anfang</cell></row><row><cell/><cell/></row></chart>'
run check "$work/gaps/issue.xml"
[ $? -le 1 ] && ! says "error: "
ok "a timeline may have empty rows" $?
# Letters of two bytes are counted once.
long_recipe() { issue recipe "<recipe><ingredients><ingredient>Brot</ingredient></ingredients>$(repeat "<step>$(repeat "$1" 9)</step>" 150)</recipe>"; sed -i 's/template="story"/& pages="1"/' "$work/recipe/issue.xml"; }
long_recipe 'Hase an Hase. '; exits 1 check "$work/recipe/issue.xml" --lang en; plain=$(grep -o '(about [0-9]* characters)' "$work/said")
long_recipe 'Häse än Häse. '; exits 1 check "$work/recipe/issue.xml" --lang en && [ "$plain" ] && says "$plain"
ok "what a recipe is too long by is counted in characters, not bytes" $?
exit $failures
