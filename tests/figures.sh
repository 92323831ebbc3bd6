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
	sed "s|<pictures [^>]*/>|<pictures min-ppi=\"10\" $rules/>|" tests/golden/layout/layout.xml >"$work/issue/layout/layout.xml"
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
lost=0; for part in 0 20; do
	dump "" opener "" "<gallery><picture src=\"hoch.jpg\" alt=\"\" crop=\"$part%\"/><picture src=\"quer.jpg\" alt=\"\"/></gallery>"; eval "$(crop)"
	holds "$w * $h >= 1 - $part / 100 - 0.002" || { lost=1; break; }
done;									ok "in a gallery it gives its neighbours' room instead" $lost
dump "" two "" "$(picture hoch.jpg 'size="full" crop="0%"')"; eval "$(crop)"; eval "$(box)"
holds "$w * $h > 0.99 && $b - $t < 110";				ok "with crop 0% it is shown whole and narrower" $?

# ---- pages of their own ----
# Halves of a picture over two pages: page, left and width of the box, left and width of what is shown of the picture.
halves() { awk '$1 == "page" { page = $2 } $1 == "picture" { for (i = 6; i < NF; i++) if ($i == "crop") printf "P=%s x=%s w=%s cx=%s cw=%s\n", page, $2, $4, $(i + 1), $(i + 3) }' "$work/said" | tail -n 2; }
# What of the picture stands at a place across a half.
at() { awk -v at="$1" -v line="$2" 'BEGIN { n = split(line, f, /[ =]/); for (i = 1; i < n; i += 2) v[f[i]] = f[i + 1]; printf "%.4f", v["cx"] + v["cw"] * (at - v["x"]) / v["w"] }'; }
long() { for i in $(seq "$1"); do echo "<p>Am Morgen öffnet Samira die Läden, stellt Kisten mit Tomaten vor die Tür und grüßt alle, die zur Arbeit gehen.</p>"; done; }
spread() { picture quer.jpg "size=\"spread\" ${1:-}"; }
near() { holds "($1) - ($2) < 0.003 && ($2) - ($1) < 0.003"; }	# about half a pixel

# More of them than pages have room for.
dump "" low "" '<table size="full"><caption>Preise</caption><row><cell>Brot</cell><cell>4</cell></row><row><cell>Salz</cell><cell>1</cell></row><row><cell>Öl</cell><cell>9</cell></row></table>'
says "picture-unplaced: no room for this table or chart";		ok "a table without room is not called a picture" $?
dump "" two "" "$(picture quer.jpg 'size="full"')" "$(picture hoch.jpg 'size="full"')" "$(picture quer.jpg 'size="full"')"
[ "$(grep -c '^  picture' "$work/said")" -eq 3 ];			ok "pictures after the text's end get pages, also where they would fill one wholly" $?
dump "" two "" "$(long 60)" "$(picture quer.jpg 'size="full"')"
sed -i 's|<template name="two">.*|<template name="two"><page at="1"><columns count="2" col="1" span="6"/></page><page at="2"><picture size="full" col="1" span="6" line="1"/></page></template>|' "$work/issue/layout/layout.xml"
run check "$work/issue/issue.xml" --lang en
says "too long for its page" && ! says "more than 2000 pages";		ok "a template with columns on its first pages alone does not grow for the text" $?

dump "" two "" "$(long 8)" "$(spread)" "$(long 24)"
one=$(halves | head -n 1) two=$(halves | tail -n 1)
[[ $one == P=2\ x=-8.50\ * && $two == P=3\ x=-8.50\ * ]];		ok "a picture over two pages stands on the left page after its mention, and on the right one" $?
near "$(at 297.64 "$one")" "$(at 0 "$two")";				ok "what the left half shows at the fold the right one goes on with" $?
near "$(at -8.5 "$one")" 0 && near "$(at 306.14 "$two")" 1 && holds "$(at 306.14 "$one") > $(at 297.64 "$one") + 0.01"
									ok "it is there from bleed to bleed, and on each page goes on beyond the fold" $?
awk '$1 == "page" { page = $2 } $1 == "glyphs" && !/@layout/ && (page == 2 || page == 3) && !/<caption/ { bad = 1 } $1 == "glyphs" && /<caption/ && page != 3 { bad = 1 } END { exit bad }' "$work/said"
									ok "nothing else stands there but its caption, on the page read last" $?
dump 'gutter-loss="4mm" binding="glued"' two "" "$(long 8)" "$(spread)" "$(long 24)"
one=$(halves | head -n 1) two=$(halves | tail -n 1)
near "$(at 286.30 "$one")" "$(at 11.34 "$two")"
									ok "what vanishes in the fold is there on both pages" $?
near "$(at -8.5 "$one")" 0 && near "$(at 306.14 "$two")" 1;		ok "and nothing of it is missing" $?
dump 'gutter-loss="4mm"' two "pages=\"4\"" "$(long 8)" "$(spread)" "$(long 8)"
one=$(halves | head -n 1) two=$(halves | tail -n 1)
near "$(at 297.64 "$one")" "$(at 0 "$two")";				ok "in the middle of a stapled issue nothing vanishes" $?
dump "" two "" "$(long 8)" "$(spread 'focus="50% 50%"')" "$(long 24)"
one=$(halves | head -n 1); fold=$(at 297.64 "$one")
holds "($fold - 0.5) ^ 2 > 0.02 ^ 2" && ! says picture-spread;		ok "the point that an author names does not lie in the fold: the picture is moved" $?
dump "" two "" "$(long 8)" "$(spread 'focus="50% 50%" crop="0%"')" "$(long 24)"
says "picture-spread: what this picture's focus names lies in the fold"; ok "it is said where that cannot be" $?
"$make_picture" photo 1200 400 "$work/issue/breit.jpg"
dump "" two "" "$(long 8)" "$(picture breit.jpg 'size="spread" focus="50% 50%" crop="5%"')" "$(long 24)"
one=$(halves | head -n 1); fold=$(at 297.64 "$one")
holds "($fold - 0.5) ^ 2 > 0.02 ^ 2" && ! says picture-spread && says picture-crop
									ok "a picture of which too much is cut off already is moved all the same" $?
dump "" two 'pages="1"' "$(spread)"
says "picture-spread: the article has no page left" && [ "$(grep -c '^  picture' "$work/said")" -eq 1 ]
									ok "without a page for it, it stands in the text, and that is said" $?
dump "" two 'pages="2"' "$(spread)"
says "picture-spread: a picture over two pages begins on a left page" && [ "$(grep -c '^  picture 2*-8.50' "$work/said")" -eq 1 ]
									ok "without two facing pages it stands on one" $?
dump "" two "" "$(long 8)" "$(picture hoch.jpg 'size="page"')" "$(long 24)"
awk '$1 == "page" { page = $2 } $1 == "picture" { exit !(page == 2 && $2 == "-8.50" && $3 == "-8.50" && $4 == "314.65" && $5 == "328.82") }' "$work/said"
									ok "a page's picture bleeds on all sides" $?
dump "" two "" "$(picture hoch.jpg 'size="page"')" "$(long 8)"
awk '$1 == "page" { page = $2 } $1 == "picture" { exit page != 2 }' "$work/said"; ok "text before it begins on the page before" $?
dump "" three "" "$(long 4)" '<gallery size="page"><picture src="quer.jpg" alt=""/><picture src="hoch.jpg" alt=""/><picture src="quer.jpg" alt=""/><picture src="quer.jpg" alt=""/><caption>Vier.</caption></gallery>' "$(long 20)"
awk '$1 == "page" { page = $2 } $1 == "picture" { n += page == 2; b = $3 + $5 > b ? $3 + $5 : b } END { exit !(n == 4 && b > 240 && b <= 270) }' "$work/said"
									ok "a gallery fills its page but for its caption" $?
sed 's|<picture size="opener" .*/>|<picture size="spread" col="1" span="6" line="1" lines="10" bleed="top inner outer"/>|' tests/golden/layout/layout.xml >"$work/two.xml"
for side in left right; do
	dump "" opener "start=\"$side\" pages=\"2\"" "$(spread)" "$(long 3)"
	cp "$work/two.xml" "$work/issue/layout/layout.xml"
	sed -i 's|<article |<article rubric="markt" template="two" pages="1"><headline>Vorn</headline><body><p>Text.</p></body></article><article |' "$work/issue/issue.xml"
	[ $side = right ] && sed -i 's|pages="1"|pages="2"|' "$work/issue/issue.xml"
	run dump "$work/issue/issue.xml" --stage pages
	if [ $side = left ]; then
		[ "$(halves | grep -c '^P=[23] x=-8.50')" -eq 2 ] && awk '$1 == "page" { page = $2 } /Am Morgen|Samira/ && page > 1 && $3 < 140 { bad = 1 } END { exit bad }' "$work/said"
									ok "a template's place may go over two pages, and text gives way on both" $?
	else
		says "this one is a right one";				ok "on a right page it says what to do" $?
	fi
done

# ---- text beside insets ----
cp tests/golden/inset-alpha/kreis.svg "$work/issue/"
dump 'inset-text="14mm" wrap="3mm"' two "" "$(long 2)" '<picture src="kreis.svg" alt="" size="inset" width="45%" side="left" shape="alpha" distance="3mm"/>' "$(long 6)"
run pages "$work/issue/issue.xml" -o "$work/beside" --dpi 200
quietly "$python" - "$work/beside/page-01.png" <<'END'
import sys
from PIL import Image
im = Image.open(sys.argv[1]).convert("RGB")
w, h = im.size
px = im.load()
red = lambda p: p[0] > 150 and p[1] < 110 and p[2] < 110
dark = lambda p: max(p) < 110
rows = {y: [x for x in range(w // 2) if red(px[x, y])] for y in range(h // 4, h)}
rows = {y: xs for y, xs in rows.items() if xs}
middle = (min(rows) + max(rows)) // 2
gaps = []
for y, xs in rows.items():
    text = [x for x in range(max(xs) + 1, w // 2) if dark(px[x, y])]
    if text:
        gaps.append((min(text) - max(xs)) * 25.4 / 200)
print("rows with text beside the circle: %d, nearest %.2f mm, farthest %.2f mm" % (len(gaps), min(gaps), max(gaps)))
inside = [1 for y, xs in rows.items() for x in range(min(xs), max(xs)) if dark(px[x, y])]
sys.exit(not (len(gaps) > 40 and 2.0 < min(gaps) and min(gaps) < 4.5 and not inside))
END
									ok "text keeps its distance from what is not transparent, and follows it" $?
dump 'inset-text="14mm"' two "" "$(long 2)" '<picture src="quer.jpg" alt="" size="inset" shape="alpha"/>' "$(long 2)"
says "picture-shape: the picture has no transparent parts" ;		ok "a picture without transparent parts has no shape to follow" $?
dump 'inset-text="14mm"' two "" "$(long 2)" '<picture src="quer.jpg" alt="" size="inset" shape="M 5 5 Z"/>' "$(long 2)"
says "picture-shape: the shape encloses nothing";			ok "nor has one whose path encloses nothing" $?

exits 0 check --strict tests/specimens/pictures/issue.xml;		ok "the specimen of all kinds of pictures is set without a message" $?

# In print both halves bleed, over the fold too, and on sheets they meet there.
cp tests/specimens/pictures/bilder/panorama.jpg "$work/issue/quer.jpg"
dump 'gutter-loss="2mm"' naked "pages=\"4\"" "$(long 3)" "$(spread)" "$(long 3)"
run build "$work/issue/issue.xml" --profile print --no-delivery -o "$work/out.pdf" && run impose "$work/out.pdf" -o "$work/sheets.pdf" &&
gs -q -dNOPAUSE -dBATCH -sDEVICE=png16m -r72 -sOutputFile="$work/sheet-%d.png" "$work/sheets.pdf" && quietly "$python" - "$work/sheet-2.png" <<'END'
import sys
from PIL import Image
im = Image.open(sys.argv[1]).convert("L")
w, h = im.size
step = lambda x: sum(abs(im.getpixel((x, y)) - im.getpixel((x + 1, y))) for y in range(30, h - 60)) / (h - 90)
steps = [step(x) for x in range(w // 2 - 20, w // 2 + 20)]
print("from column to column near the fold:", [round(s, 1) for s in steps])
sys.exit(max(steps) > 3 * sorted(steps)[len(steps) // 2] + 2)
END
									ok "on the sheet the halves meet at the fold" $?

# ---- heads that pictures leave no room for ----
# alone TEMPLATE PICTURE: an article of nothing else; says on which page its headline stands, and whether in the page.
alone()
{
	dump "" "$1" "" "$2"
	sed -i 's|<p>Ein Satz.</p>||' "$work/issue/issue.xml"
	run dump "$work/issue/issue.xml" --stage pages --lang en
	awk '$1 == "page" { page = $2 } $1 == "glyphs" && /\|Kopf\|/ && $3 > 0 && $3 < 300 { print page }' "$work/said"
}
[ "$(alone opener "$(picture hoch.jpg 'size="page"')")" = 2 ];		ok "beside a page's picture alone the head has a page of its own" $?
dump "" opener "" "$(picture quer.jpg 'size="opener"')" "$(long 4)"
lines=$(sed -n 's/.*<grid .* lines="\([0-9]*\)".*/\1/p' tests/golden/layout/layout.xml)
sed -i "s|lines=\"12\" min-lines=\"5\"|lines=\"$lines\" min-lines=\"$lines\"|" "$work/issue/layout/layout.xml"
run dump "$work/issue/issue.xml" --stage pages --lang en
awk '$1 == "page" { page = $2 } $1 == "glyphs" && /\|Kopf\|/ { found = page == 2 && $3 > 0 && $3 < 100 } END { exit !found }' "$work/said" && ! says overset
									ok "under an opener that takes all lines it stands at the top of the next page" $?
exit $failures
