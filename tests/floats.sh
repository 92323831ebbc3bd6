#!/bin/bash
# tests/floats.sh ZIVOS - pull quotes and boxes beside the text: where they stand, how large, and that none is lost. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

mkdir "$work/issue"; cp -rL tests/golden/layout "$work/issue/layout"
look() { quietly "$python" tests/floats.py "$@"; }
quietly() { "$@" >"$work/said" 2>&1 </dev/null; }
issue() { "$python" tests/floats.py "$@" >"$work/issue/issue.xml"; }		# make KIND: an issue of the layout of the golden tests
rules() { sed "s|<parallel|$1\n  <parallel|" tests/golden/layout/layout.xml >"$work/issue/layout/layout.xml"; }
dumps() { timeout 120 "$ZIVOS" dump "$1" --stage pages --lang en >"$work/dump" 2>"$work/said" </dev/null; }

for issue in tests/specimens/quotes issues/2026-4; do
	dumps "$issue/issue.xml"; look apart "$work/dump"
								ok "$issue: no quote at one head or foot beside another, none directly over or under a piece" $?
done
issue one; dumps "$work/issue/issue.xml" && look away "$work/dump" 6;	ok "a quote keeps away from the sentence that it repeats" $?
issue wide; rules '<pullquotes widths="wide"/>'; dumps "$work/issue/issue.xml" && look wide "$work/dump"
								ok "a quote over two columns, where the layout says so" $?
rules '<pullquotes sizes="small"/>'; dumps "$work/issue/issue.xml" && look size "$work/dump" 9
								ok "a size smaller, where the layout says so" $?
rules '<pullquotes places="foot"/>'; dumps "$work/issue/issue.xml" && look foot "$work/dump"
								ok "at a column's foot, where the layout allows no other place" $?
rules '<pullquotes places="straddle"/>'; dumps "$work/issue/issue.xml" && look straddle "$work/dump"
								ok "between two columns: both give way" $?
rules '<pullquotes places="corner"/>'; ! quietly "$ZIVOS" check "$work/issue/issue.xml" --lang en && grep -q 'places="corner"' "$work/said"
								ok "a place that there is none of is reported" $?
rules '<pullquotes away="99"/>'; ! quietly "$ZIVOS" check "$work/issue/issue.xml" --lang en && grep -q 'away' "$work/said"
								ok "a distance longer than the page is reported" $?
rules ''
issue many
quietly timeout 60 "$ZIVOS" check "$work/issue/issue.xml" --lang en;	ok "an article of forty quotes is set in bounded time" $?
dumps "$work/issue/issue.xml" && look all "$work/dump" 40;	ok "and each of them stands, once" $?
issue short; dumps "$work/issue/issue.xml" && look all "$work/dump" 1;	ok "a quote in a text too short for it stands all the same" $?
issue section; dumps "$work/issue/issue.xml" && look written "$work/dump"; ok "in articles that share their pages quotes stand where they are written" $?
issue told; dumps "$work/issue/issue.xml" && look told "$work/dump"; ok "quotes stand under the subheads under which they are written" $?
issue high; dumps "$work/issue/issue.xml" && look divided "$work/dump"; ok "a box higher than a page goes into the text, where it is divided" $?
exit $failures
