#!/bin/bash
# tests/figures.sh ZIVOS - where captions and credits stand, how much is cut off pictures. Prints TAP lines.
. "$(dirname "$0")/tap.bash"
make_picture=$OUT/tests/tools/make_picture
mkdir "$work/issue"
cp -rL tests/golden/layout "$work/issue/layout"
"$make_picture" photo 600 400 "$work/issue/quer.jpg"; "$make_picture" photo 400 600 "$work/issue/hoch.jpg"

# rules template article's-attributes blocks...: the pages of an issue of one article, with these attributes of <pictures>
dump()
{
	local rules=$1 template=$2 attributes=$3; shift 3
	sed "s|<pictures min-ppi=\"200\"|<pictures min-ppi=\"10\" $rules|" tests/golden/layout/layout.xml >"$work/issue/layout/layout.xml"
	{
		echo '<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="./layout">'
		echo "<article rubric=\"markt\" template=\"$template\" $attributes><headline>Kopf</headline><body><p>Ein Satz.</p>"
		printf '%s\n' "$@"
		echo '</body></article></issue>'
	} >"$work/issue/issue.xml"
	timeout 60 "$ZIVOS" dump "$work/issue/issue.xml" --stage pages --lang en >"$work/said" 2>&1 </dev/null
}
words='<caption>Der Hafen am Morgen</caption><credit>Amal Beispiel</credit>'
picture() { echo "<picture src=\"$1\" alt=\"\" $2>$words</picture>"; }
# Of the first picture: left, top, right, bottom. Of the last line with a word: x, baseline.
box() { awk '$1 == "picture" { printf "l=%s t=%s r=%.2f b=%.2f\n", $2, $3, $2 + $4, $3 + $5; exit }' "$work/said"; }
line() { awk -v w="$1" '$1 == "glyphs" && index($0, w) { x = $2; y = $3 } END { printf "x=%s y=%s\n", x, y }' "$work/said"; }
holds() { awk "BEGIN { exit !($1) }"; }	# a condition of numbers

# ---- the grid: line n has its baseline at 40 + 10 (n - 1) ----
dump "" three "" "$(picture quer.jpg 'size="full"')"; eval "$(box)"
holds "int(($b - 40) / 10 + 0.001) * 10 == $b - 40";			ok "a picture ends on a baseline" $?
small=$t
dump 'top="cap-height"' three "" "$(picture quer.jpg 'size="full"')"; eval "$(box)"
holds "$small - $t > 1 && $small - $t < 2";				ok "it begins at the height of small letters, or of capitals" $?

# ---- captions ----
full() { picture quer.jpg 'size="full"'; }
dump 'caption="beside"' two "" "$(full)"; eval "$(box)"; eval "$(line Amal)"
holds "$x > $r + 8 && $r < 200 && $y == $b";				ok "a caption stands beside its picture; its last line is on the picture's last baseline" $?
dump 'caption="beside"' two 'xml:lang="ar"' "$(full)"; eval "$(box)"; eval "$(line Amal)"
holds "$l > 100 && $x < $l - 8";					ok "in an article that reads from the right it stands left" $?
dump 'caption="beside"' two "" "$(picture quer.jpg 'size="column"')"; eval "$(box)"; eval "$(line Amal)"
holds "$y > $b && $x >= $l && $r - $l > 119";				ok "a picture too narrow for that has it below" $?
dump 'caption="over"' two "" "$(full)"; eval "$(box)"; eval "$(line Amal)"
holds "$y < $b && $y > $b - 10" && grep -q '^  rect .* white' "$work/said";	ok "a caption over its picture stands on white, at the foot" $?
sed 's|<picture size="opener" \(.*\)/>|<picture size="opener" \1 caption="beside"/>|' tests/golden/layout/layout.xml >"$work/beside.xml"
dump "" opener "" "$(picture quer.jpg 'size="opener"')"; eval "$(box)"
holds "$l < 0 && $t < 0";						ok "an opener bleeds" $?
cp "$work/beside.xml" "$work/issue/layout/layout.xml"; run dump "$work/issue/issue.xml" --stage pages; eval "$(box)"; eval "$(line Amal)"
holds "$l < 0 && $y > $b";						ok "what bleeds has no caption beside it" $?

# ---- credits ----
dump 'credit="line"' two "" "$(full)"; eval "$(line Hafen)"; caption=$y; eval "$(line Amal)"
holds "$y > $caption && $x < 30";					ok "a credit has a line of its own" $?
dump 'credit="edge"' two "" "$(full)"; eval "$(box)"; eval "$(line Amal)"
holds "$x > $r && $x < $r + 11 && $y == $b" && grep 'Amal Beispiel' "$work/said" | grep -q ' up @'
									ok "a credit stands upright at the picture's edge" $?
dump 'credit="edge"' opener "" "$(picture quer.jpg 'size="opener"')"
! grep -q '^  glyphs.* up @' "$work/said" && grep -q 'Amal Beispiel' "$work/said";	ok "at the page's edge there is no room: it follows the caption" $?

# ---- what may be cut off ----
crop() { awk '$1 == "picture" { for (i = 6; i < NF; i++) if ($i == "crop") printf "w=%s h=%s\n", $(i + 3), $(i + 4); exit }' "$work/said"; }
dump "" opener "" "$(picture hoch.jpg 'size="opener"')"; eval "$(crop)"
holds "$h < 0.4 && $w == 1" && ! says picture-crop;			ok "a picture is cropped to its place" $?
dump "" opener "" "$(picture hoch.jpg 'size="opener" crop="20%"')"
says "issue.xml:2:" && says "picture-crop: 6";				ok "more than its author allows is reported where the place bleeds" $?
for part in 0 20; do
	dump "" opener "" "<gallery><picture src=\"hoch.jpg\" alt=\"\" crop=\"$part%\"/><picture src=\"quer.jpg\" alt=\"\"/></gallery>"; eval "$(crop)"
	holds "$w * $h >= 1 - $part / 100 - 0.002" || break
done;									ok "in a gallery it gives its neighbours' room instead" $?
dump "" two "" "$(picture hoch.jpg 'size="full" crop="0%"')"; eval "$(crop)"; eval "$(box)"
holds "$w * $h > 0.99 && $b - $t < 110";				ok "with crop 0% it is shown whole and narrower" $?
exit $failures
