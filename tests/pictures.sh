#!/bin/bash
# tests/pictures.sh ZIVOS - pictures and drawings through the whole program: messages, limits, the cache. Prints TAP lines.
. "$(dirname "$0")/tap.bash"
make_picture=$OUT/tests/tools/make_picture

# An issue of one article; its pictures' elements are the arguments.
issue()
{
	rm -rf "$work/issue" && mkdir "$work/issue" && cp -rL tests/golden/picture-column/layout "$work/issue/layout"
	{
		echo '<?xml version="1.0" encoding="UTF-8"?>'
		echo '<issue xmlns="urn:zivos:issue" title="Heft" number="1" date="2026-02-01" xml:lang="de" layout="./layout">'
		echo '<article rubric="markt" template="three" pages="1"><headline>Kopf</headline><body><p>Ein Satz.</p>'
		printf '%s\n' "$@"
		echo '</body></article></issue>'
	} >"$work/issue/issue.xml"
}
picture() { echo "<picture src=\"$1\" alt=\"\" ${2:-}/>"; }		# file attributes
build()	# profile arguments...: with a cache of its own
{
	local profile=$1; shift
	timeout 120 "$ZIVOS" build "$work/issue/issue.xml" --lang en --profile "$profile" --cache "$work/cache" -o "$work/out.pdf" "$@" >"$work/said" 2>&1 </dev/null
}
builds() { build "$@" || { echo "status $?" >>"$work/said"; return 1; }; }
silent() { ! grep -F -- "$1" "$work/said"; }

# ---- what is said ----
issue "$(picture a.jpg)" "$(picture b.jpg)"
"$make_picture" photo 900 600 "$work/issue/a.jpg"; "$make_picture" photo 600 900 "$work/issue/b.jpg"
builds print && [ "$(grep -c picture-colour "$work/said")" -eq 1 ] && says "taken as sRGB: a.jpg, b.jpg"
									ok "pictures without a profile are named in one note" $?
builds screen && silent picture-colour;					ok "on the screen there is nothing to say of it" $?

# ---- the cache ----
ZIVOS_PICTURE=/bin/false builds print && ZIVOS_PICTURE=/bin/false builds screen
									ok "a second build converts nothing" $?
[ -z "$(ls "$work/cache/new")" ];					ok "no draft stays in the cache" $?
cp "$work/out.pdf" "$work/first.pdf"
find "$work/cache" -type f -size +60c | while read -r f; do printf X | dd of="$f" bs=1 seek=50 conv=notrunc status=none; done
builds screen && cmp -s "$work/out.pdf" "$work/first.pdf";		ok "a damaged cache is noticed and made anew" $?
cat >"$work/full" <<'END'
#!/bin/sh
while read -r line; do
	case $line in convert*) printf 'fault\twrite\t28\n' ;; *) printf '%s\n' "$line" | "$REAL" ;; esac
done
END
chmod +x "$work/full"; rm -rf "$work/cache" "$work/out.pdf"
REAL=$OUT/zivos-picture ZIVOS_PICTURE=$work/full build print
[ $? -eq 3 ] && says "the disk is full" && says "$work/cache" && [ "$(grep -c 'error:' "$work/said")" -eq 1 ] && [ ! -e "$work/out.pdf" ]
									ok "a full disk is said once, with the folder; status 3" $?
printf '#!/bin/sh\nwhile read -r line; do case $line in convert*) touch "$STARTED"; sleep 30 ;; *) printf "%%s\\n" "$line" | "$REAL" ;; esac; done\n' >"$work/slow"
chmod +x "$work/slow"
for signal in INT TERM; do
	rm -rf "$work/cache" "$work/started"
	REAL=$OUT/zivos-picture ZIVOS_PICTURE=$work/slow STARTED=$work/started setsid "$ZIVOS" build "$work/issue/issue.xml" --profile print \
		--cache "$work/cache" -o "$work/out.pdf" >"$work/said" 2>&1 </dev/null &
	pid=$!
	for i in $(seq 300); do [ -e "$work/started" ] && break; sleep 0.1; done
	drafts=$(ls "$work/cache/new" | wc -l)
	kill -s $signal $pid; wait $pid 2>/dev/null
	[ "$drafts" -gt 0 ] && [ -z "$(ls "$work/cache/new")" ];	ok "SIG$signal leaves no draft in the cache" $?
done
rm -rf "$work/cache"

# ---- resolution ----
issue "$(picture coarse.png)" "$(picture line.png)" "$(picture dot.png)"
"$make_picture" photo 120 90 "$work/issue/coarse.png"; "$make_picture" line 500 375 "$work/issue/line.png"; "$make_picture" grey 4 4 "$work/issue/dot.png"
build print
says "under 150 ppi a picture cannot be printed";			ok "under 150 ppi is an error" $?
says "under 150 ppi a picture" && says "up to 14 mm wide" && says "under 550 ppi a picture" && ! grep -q picture-lowres "$work/said"
									ok "line art has figures of its own; a few pixels none" $?
issue "$(picture line.png)"
"$make_picture" line 2600 1500 "$work/issue/line.png"
builds print && quietly pdfimages -list "$work/out.pdf" && awk 'NR == 3 { exit !($6 == "gray" && $8 == 1 && $13 > 1000) }' "$work/said"
									ok "line art is one bit in the PDF" $?

# ---- greys that let the paper through ----
for kind in veil neutral; do
	issue "$(picture fades.png)"
	"$make_picture" $kind 1200 900 "$work/issue/fades.png"
	builds print && silent picture-bad && quietly pdfimages -list "$work/out.pdf" &&
	awk '$3 == "image" { n++; if ($6 != "gray") n += 9 } $3 == "smask" { m++ } END { exit !(n == 1 && m == 1) }' "$work/said"
									ok "grey with an alpha is black ink and a mask: $kind" $?
done

# ---- damaged and large ----
issue "$(picture torn.jpg)"
"$make_picture" photo 900 600 "$work/issue/torn.jpg"
printf '%4000s' '' | tr ' ' 'q' | dd of="$work/issue/torn.jpg" bs=1 seek=40000 conv=notrunc status=none
builds print && says "warning: picture-damaged" && says "torn.jpg";	ok "a picture damaged in the middle is shown, and said" $?
issue "$(picture large.webp)"
"$make_picture" photo 7000 6000 "$work/issue/large.webp[Q=20,effort=0]"
build screen; says "picture-bad" && says "must be read into memory as a whole"; ok "what needs too much memory is refused with its reason" $?
issue "$(picture rows.png)"
"$make_picture" photo 9000 9000 "$work/issue/rows.png[compression=1]"
if [ -x /usr/bin/time ] && [ "${BUILD:-debug}" != sanitize ]; then
	/usr/bin/time -f '%M' -o "$work/memory" timeout 120 "$ZIVOS" build "$work/issue/issue.xml" --lang en --profile print --cache "$work/cache" -o "$work/out.pdf" >"$work/said" 2>&1
	[ $? -eq 0 ] && [ "$(tail -1 "$work/memory")" -lt 500000 ];	ok "81 megapixels in rows take less than 500 MB" $?
else
	skip "81 megapixels in rows take less than 500 MB" "no /usr/bin/time, or a sanitizer's memory"
fi

# ---- drawings ----
svg() { echo "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='80mm' height='60mm' viewBox='0 0 80 60'>$1</svg>"; }
issue "$(picture a.svg)"
svg "<image xlink:href='foto.jpg' width='20' height='20'/><text x='5' y='30' font-size='9' font-family='Comic Sans MS'>Wort</text>" >"$work/issue/a.svg"
builds print && says "drawing-link" && says "foto.jpg" && says "drawing-font" && says "Comic Sans MS"
									ok "links and fonts that a drawing lacks are said" $?
builds screen && says "drawing-link" && says "drawing-font";		ok "on the screen too" $?
# A font is looked for where the words stand, by rules as by attributes; all are named, and each link.
svg "<defs><style>.bad .in, #one { font-family: 'Nowhere One' } @import 'sheet.css'; @media print { tspan.two { font: italic 700 9px/1.2 \"Nowhere Two\", serif } }
	/* url(comment.svg) */ .known { font-family: 'Noto Sans' } @font-face { font-family: F; src: url(font.woff) }</style></defs>
	<text font-family='Nowhere Three'><tspan font-family='Noto Sans'>A</tspan>B</text>
	<g class='known bad'><text font-family='Nowhere Four'><tspan class='in'>D</tspan></text></g><text><tspan class='two'>E</tspan></text>
	<rect width='9' height='9' fill='url(other.svg#g)' style='stroke:url(\"#own\")'/><text style='font-family: Nowhere Five'/><text class='known'>F</text>" >"$work/issue/a.svg"
builds screen && all says "Nowhere One" "Nowhere Two" "Nowhere Three" sheet.css font.woff "other.svg#g"
									ok "all links and fonts, also by style sheets" $?
silent "Nowhere Four" && silent "Nowhere Five" && silent comment.svg && silent '#own';	ok "no font that sets nothing, no link that is none" $?
svg "$(for i in $(seq 20); do echo "<text font-family='Nowhere $i'>A</text>"; done)" >"$work/issue/a.svg"
builds screen && [ "$(grep -c drawing-font "$work/said")" -eq 8 ];	ok "eight of them are enough" $?
rm -f "$work/out.pdf"
svg "$(printf '<g filter="url(#f)">%.0s' $(seq 60))<rect width='80' height='60'/>$(printf '</g>%.0s' $(seq 60))<filter id='f'><feGaussianBlur stdDeviation='9'/></filter>" >"$work/issue/a.svg"
build print --timings; [ $? -le 1 ] && memory=$(awk '/memory at most/ { print int($1) }' "$work/said") && [ "${memory:-999}" -lt 500 ]
									ok "nested filters stay within memory" $?
issue "$(picture a.jpg)" "$(picture b.svg)" "$(picture b.svg)" "<box><p>Auch hier.</p>$(picture a.jpg)</box>"
cp tests/specimens/pictures/bilder/land-5.jpg "$work/issue/a.jpg" && cp tests/golden/picture-column/bild.svg "$work/issue/b.svg"
run check "$work/issue/issue.xml" --lang en; says "note: picture-twice: this picture stands at" && [ "$(grep -c "picture-twice" "$work/said")" -eq 1 ]
									ok "a photograph that stands twice is said, a drawing is not" $?
exit $failures
