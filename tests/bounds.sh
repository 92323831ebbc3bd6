#!/bin/bash
# tests/bounds.sh ZIVOS - where the page builder's searches and repetitions end (src/page/build.h), and that it says so.
. "$(dirname "$0")/tap.bash"

repeat() { local k; for ((k = 0; k < $2; k++)); do printf "%s" "$1"; done; }
issue()		# TEMPLATE BODY [after it]: an issue on the small pages of the golden tests
{
	rm -rf "$work/issue"; mkdir -p "$work/issue"; cp -r tests/golden/layout "$work/issue/layout"
	cp tests/golden/cover/bild.svg "$work/issue/"
	printf '<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="./layout"><article rubric="markt" template="%s"><headline>K</headline><body>%s</body>%s</article></issue>' \
		"$1" "$2" "${3-}" >"$work/issue/issue.xml"
}
template() { sed -i "s|<template name=\"two\">.*|<template name=\"two\">$1</template>|" "$work/issue/layout/layout.xml"; }
sheets() { [ "$(grep -c '^page [0-9]* "+' "$work/dump")" -eq "$1" ]; }
dump() { timeout 120 "$ZIVOS" dump "$work/issue/issue.xml" --stage pages --lang en >"$work/dump" 2>"$work/said" </dev/null; }

issue low "<p>$(repeat 'a<br/>' 30000)</p>"
exits 1 check "$work/issue/issue.xml" --lang en && says "error: overset: the text needs more than 2000 pages";	ok "no part has more than 2000 pages" $?
issue two "<pullquote>$(repeat 'Wort an Wort. ' 5000)</pullquote>"
! dump && says "takes more than 50 pages" && sheets 50;			ok "what reaches over a page's foot is shown on 50 pages, not on more" $?
issue two "<pullquote>$(repeat 'Wort an Wort. ' 500)</pullquote>"
! dump && ! says "takes more than" && says "higher than the column" && [ "$(grep -o 'Wort' "$work/dump" | wc -l)" -ge 1000 ]
									ok "... and all of it where there is less" $?
issue two "$(repeat '<p>Am Morgen öffnet Samira die Läden, stellt Kisten mit Tomaten vor die Tür und grüßt alle.</p><picture src="bild.svg" alt="x"/>' 40)"
template "<page at=\"rest\">$(repeat '<columns count="6" col="1" span="6" line="1" lines="24"/>' 40)</page>"
run check "$work/issue/issue.xml" --lang en && says "note: pages-bounded:";	ok "more ways to arrange a page than are followed are told" $?
issue two "$(repeat '<picture src="bild.svg" alt="x" size="page"/><p>Text.</p>' 60)"
run check "$work/issue/issue.xml" --lang en && says "note: picture-narrow:";	ok "more pictures on pages of their own than an article may have are told" $?
issue two "<p>Eins.</p>" "$(repeat '<ad size="quarter" src="bild.svg" alt="x"/>' 30)"
exits 1 check "$work/issue/issue.xml" --lang en && says "no room for this advertisement";	ok "advertisements that all want one page: those without room are told" $?
issue two "<p>Text.</p>$(repeat '<picture src="bild.svg" alt="x"/>' 20)"
sed -i 's/template="two"/& pages="1"/' "$work/issue/issue.xml"
! dump && says "error: picture-unplaced:" && sheets 2 && [ "$(grep -c '^  picture' "$work/dump")" -eq 20 ]
									ok "pictures without a place are shown in drafts, on pages after their article" $?
exit $failures
