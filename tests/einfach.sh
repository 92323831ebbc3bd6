#!/bin/bash
# tests/einfach.sh ZIVOS - the same issues in the layout for an office copier: black alone, two columns.
. "$(dirname "$0")/tap.bash"
sample=issues/2026-4/issue.xml

run check $sample --layout einfach; status=$?
[ $status -eq 0 ] && ! grep -qE ": (error|warning):" "$work/said";	ok "the sample issue sets without errors or warnings" $?
says "so that the text fills its pages";				ok "where pictures gave way for that, it is said" $?
grep -o 'template name="[^"]*"' layouts/zivos/layout.xml | sort >"$work/a"
grep -o 'template name="[^"]*"' layouts/einfach/layout.xml | sort >"$work/b"
comm -23 "$work/a" "$work/b" >"$work/said"; [ ! -s "$work/said" ];	ok "it has every template of zivos" $?
grep -o 'rubric id="[^"]*"' layouts/zivos/layout.xml | sort >"$work/a"
grep -o 'rubric id="[^"]*"' layouts/einfach/layout.xml | sort >"$work/b"
cmp "$work/a" "$work/b" >"$work/said" 2>&1;				ok "and the same rubrics" $?
grep -o 'label key="[^"]*" xml:lang="[^"]*"' layouts/zivos/layout.xml | sort >"$work/a"
grep -o 'label key="[^"]*" xml:lang="[^"]*"' layouts/einfach/layout.xml | sort >"$work/b"
comm -23 "$work/a" "$work/b" >"$work/said"; [ ! -s "$work/said" ];	ok "and its labels in all their languages" $?
exits 0 build $sample --layout einfach --profile print --no-delivery -o "$work/k.pdf";	ok "the sample issue is fit for the copier" $?
timeout 300 gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=inkcov -r36 -o "$work/ink" "$work/k.pdf" >"$work/said" 2>&1
awk '$1 + $2 + $3 > 0 { print NR ": " $0; bad = 1 } END { exit bad || NR < 28 }' "$work/ink" >"$work/said"
									ok "all pages are in black alone, placed PDFs too" $?
pdfinfo "$work/k.pdf" >"$work/said" && says "595.276 x 841.89";		ok "nothing lies outside of the paper" $?
[ $(($(awk '$1 == "Pages:" { print $2 }' "$work/said") % 4)) -eq 0 ];	ok "its pages can be stapled" $?
exits 0 check issues/einseiter/issue.xml --layout layouts/einfach;	ok "a layout by its folder" $?
exits 0 check issues/einseiter/issue.xml --layout tests/golden/layout --lang en && says "stand-in" && says 'has no template "story"'
									ok "what another layout lacks is noted, and something near is taken" $?
# Five pages of text in another layout than their own: blank ones are added before the last part.
mkdir "$work/five"
{
	echo '<issue xmlns="urn:zivos:issue" number="1" date="2026-01-01" xml:lang="de" layout="zivos">'
	for i in 1 2 3 4 5; do echo "<article rubric=\"rat\" template=\"story\"><headline>Nummer $i</headline><body><p>Wenig.</p></body></article>"; done
	echo '</issue>'
} >"$work/five/issue.xml"
exits 0 check "$work/five/issue.xml" --lang en && says "add 3";	ok "in its own layout a number of pages that cannot be stapled is the editor's to mend" $?
exits 0 plan "$work/five/issue.xml" --layout einfach -o "$work/p.png" --report "$work/p.json" && ! says "page-count" &&
	"$python" -c 'import json, sys; p = json.load(open(sys.argv[1]))["pages"]; sys.exit(not (len(p) == 8 and p[7]["kind"] == "articles" and p[4]["kind"] == "blank"))' "$work/p.json"
									ok "in another one blank pages come before the last article" $?
timeout 60 "$ZIVOS" fit $sample --layout einfach --article sprachen --lang en >"$work/said" 2>&1 && says "sprachen: "
									ok "copyfitting knows other layouts, too" $?
exits 1 check issues/einseiter/issue.xml --layout nirgends && says "there are: begleitblatt, einfach, zivos";	ok "a layout that is not there" $?
cp layouts/print/make-kopierer.py "$work"
quietly "$python" "$work/make-kopierer.py" && cmp "$work/kopierer.icc" layouts/print/kopierer.icc >"$work/said" 2>&1
									ok "the copier's profile is what its script writes" $?
no_temp;								ok "nothing is left behind" $?
echo "1..$n"
exit $failures
