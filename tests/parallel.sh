#!/bin/bash
# tests/parallel.sh ZIVOS - texts in several languages, made by chance: pairs share their lines and stay together.
. "$(dirname "$0")/tap.bash"

dump() { timeout 120 "$ZIVOS" dump "$work/issue.xml" --stage pages --lang en >"$work/dump" 2>"$work/said" </dev/null; }
# Lines that the text takes with columns divided in this way.
lines()
{
	sed "s/<parallel /<parallel widths=\"$1\" /" tests/golden/layout/layout.xml >"$work/layout/layout.xml"
	dump && "$python" tests/parallel.py lines "$work" "$work/dump"
}

mkdir "$work/layout"
for seed in 1 2 3; do
	cp tests/golden/layout/layout.xml "$work/layout/"
	"$python" tests/parallel.py make "$work" $seed && dump;				ok "seed $seed: the texts are set" $?
	"$python" tests/parallel.py judge "$work" "$work/dump" >"$work/said" 2>&1;	ok "seed $seed: pairs begin on one line, share their lines, and are divided only where they may be" $?
	equal=$(lines equal) grid=$(lines grid) free=$(lines free)
	echo "lines: $equal equal, $grid on the grid, $free free" >"$work/said"
	[ "$equal" -gt 0 ] && [ "$grid" -le "$equal" ] && [ "$free" -lt "$equal" ];	ok "seed $seed: columns that follow the languages make the text shorter" $?
done
# A paragraph that no column is high enough for is divided all the same, and nothing is lost.
cp tests/golden/layout/layout.xml "$work/layout/"
words=$(for i in $(seq 400); do printf 'Wort%d ' "$i"; done)
cat >"$work/issue.xml" <<XML
<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="./layout">
<article rubric="markt" template="side-low"><headline>Kopf</headline><body><parallel>
<text xml:lang="de"><p>$words</p></text><text xml:lang="uk"><p>Ні.</p></text></parallel></body></article></issue>
XML
dump && grep -q 'Wort400' "$work/dump";					ok "a paragraph of many columns is set to its end" $?
exit $failures
