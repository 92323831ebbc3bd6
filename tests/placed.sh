#!/bin/bash
# tests/placed.sh ZIVOS - advertisements that come as PDFs: how they are placed, and what is said of bad ones. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

quietly "$python" tests/placed.py make "$work/ads"
ok "the advertisements are made" $?

# An issue round the advertisement NAME (full, or half under a short article), with more attributes.
issue()		# name size attributes
{
	local ad="<ad size=\"$2\" src=\"ads/$1.pdf\" alt=\"Anzeige\" ${3:-}/>"
	[ "$2" = full ] || ad="<article rubric=\"wir-alle\" template=\"story\"><headline>Kopf</headline><body><p>Kurzer Text.</p></body>$ad</article>"
	echo "<issue xmlns=\"urn:zivos:issue\" title=\"T\" number=\"1/2026\" date=\"2026-02-01\" xml:lang=\"de\" layout=\"zivos\">" >"$work/$1.xml"
	echo "$ad</issue>" >>"$work/$1.xml"
}
print()		# name size attributes options...: NAME.print.pdf
{
	issue "$1" "$2" "${3:-}"
	rm -f "$work/$1.print.pdf"
	timeout 200 "$ZIVOS" build "$work/$1.xml" --profile print --lang en -o "$work/$1.print.pdf" "${@:4}" >"$work/said" 2>&1 </dev/null
}
# What is said about the PDF, without the place.
told() { sed -n 's/^[^ ]*:2:[0-9]*: \([a-z]*: p[di][a-z-]*: \)/\1/p' "$work/said"; }
placed()	# name size page-of-the-PDF BBox expected
{
	print "$1" "$2" && [ -z "$(told)" ] && "$python" tests/placed.py form "$work/$1.print.pdf" 0 >"$work/form" 2>>"$work/said" &&
		cat "$work/form" >>"$work/said" && grep -q "^$3 |" "$work/form"
}

# ---- as it is ----
# The fixture's trim lies 8 mm inside its sheet, the bleed 5 mm.
placed good full "14.17 14.17 626.46 873.07";			ok "a full page goes in with its bleed on all sides" $?
quietly "$python" tests/placed.py same "$work/ads/good.pdf" "$work/good.print.pdf"
								ok "its streams are copied byte for byte" $?
placed packed full "14.17 14.17 626.46 873.07" && quietly "$python" tests/placed.py same "$work/ads/packed.pdf" "$work/packed.print.pdf"
								ok "so are compressed ones" $?
placed half half "22.68 22.68 527.24 377.01";			ok "inside the page no bleed shows" $?
placed wide half "14.17 14.17 626.46 442.20";			ok "at the foot it bleeds to the left, the right and downwards, not upwards" $?
quietly qpdf --check "$work/wide.print.pdf";			ok "qpdf finds nothing" $?
print pieces full && [ -z "$(told)" ];				ok "content in several streams" $?
print inherits full && [ -z "$(told)" ] && quietly "$python" tests/placed.py same "$work/ads/inherits.pdf" "$work/inherits.print.pdf"
								ok "inherited resources come along" $?
placed crop full "114.17 -35.83 726.46 823.07";		ok "boxes away from 0" $?
print turned full && [ -z "$(told)" ];				ok "a page turned by Rotate" $?
print unit full && [ -z "$(told)" ];				ok "a page scaled by UserUnit" $?
print two full 'page="2"' && [ -z "$(told)" ];			ok "another page" $?
print group_cmyk full && [ -z "$(told)" ] && "$python" tests/placed.py form "$work/group_cmyk.print.pdf" 0 >"$work/said" && says "/DeviceCMYK"
								ok "its transparency group is kept" $?
cp "$work/good.print.pdf" "$work/first.pdf" && print good full && quietly cmp "$work/first.pdf" "$work/good.print.pdf"
								ok "the same bytes again" $?

# ---- inks ----
mkdir "$work/press" && cp layouts/print/gestrichen.icc "$work/press/" &&
	sed 's/spots="0"/spots="1"/; s/name="gestrichen"/name="eins"/' layouts/print/gestrichen.xml >"$work/press/eins.xml"
print spot full "" --print-profile "$work/press/eins.xml" && [ -z "$(told)" ] &&
	qpdf --qdf --object-streams=disable "$work/spot.print.pdf" - | grep -a -q '/Separation' &&
	qpdf --qdf --object-streams=disable "$work/spot.print.pdf" - | grep -a -q '/HKS#2013#20K'
ok "a spot that the print profile allows stays an ink of its own" $?
print good full "" --print-profile gestrichen-x1a && [ -z "$(told)" ] && [ -s "$work/good.print.pdf" ]
ok "PDF/X-1a takes an advertisement without transparency" $?
cp "$work/first.pdf" "$work/good.print.pdf"
! print group_cmyk full "" --print-profile gestrichen-x1a && [ ! -e "$work/group_cmyk.print.pdf" ] &&
	says "pdf-unprintable: group_cmyk.pdf, page 1: a transparency group is used"
ok "and none with it" $?
print over full && [ -z "$(told)" ]
ok "black that overprints" $?
# A picture gets smaller: so do its letters, while its pixels get finer.
echo '<issue xmlns="urn:zivos:issue" title="T" number="1/2026" date="2026-02-01" xml:lang="de" layout="zivos">
<article rubric="wir-alle" template="story"><headline>Kopf</headline><body><p>Kurzer Text.</p>
<picture src="ads/coarse.pdf" alt="Plakat"/></body></article></issue>' >"$work/picture.xml"
exits 0 build "$work/picture.xml" --profile print --lang en -o "$work/picture.pdf" && says "text of 2." && ! says "ppi, 225 are needed"
ok "a picture is judged in the size it gets" $?

# ---- as it looks ----
run_without_gs() { timeout 60 env PATH=/nonexistent "$ZIVOS" "$@" >"$work/said" 2>&1 </dev/null; }
if command -v gs >/dev/null; then
	look() { timeout 60 gs -q -dSAFER -dBATCH -dNOPAUSE -dUseTrimBox -sDEVICE=ppmraw -r60 "-sOutputFile=$2" "$1" >>"$work/said" 2>&1; }
	look "$work/ads/good.pdf" "$work/alone.ppm"
	for name in good packed pieces inherits crop turned unit; do
		look "$work/$name.print.pdf" "$work/$name.ppm" && "$python" tests/placed.py colours "$work/alone.ppm" "$work/$name.ppm" >"$work/said" 2>&1
		ok "$name: Ghostscript shows the print PDF like the advertisement by itself" $?
	done
	look "$work/two.print.pdf" "$work/two.ppm" && ! quietly "$python" tests/placed.py colours "$work/alone.ppm" "$work/two.ppm"
	ok "another page looks different" $?
	timeout 60 gs -q -dSAFER -dBATCH -dNOPAUSE -dUseTrimBox -sDEVICE=pamcmyk32 -r36 "-sOutputFile=$work/over.pam" "$work/over.print.pdf" &&
		[ "$("$python" tests/placed.py ink "$work/over.pam" 150 117) $("$python" tests/placed.py ink "$work/over.pam" 125 117)" = "255 0 0 255 255 0 0 0" ]
	ok "overprint is kept" $?
	look2() { timeout 60 gs -q -dSAFER -dBATCH -dNOPAUSE -dUseTrimBox -sDEVICE=png16m -r60 -dTextAlphaBits=4 -dGraphicsAlphaBits=4 \
		-sDefaultCMYKProfile=layouts/print/gestrichen.icc -dRenderIntent=1 -dBlackPtComp=0 "-sOutputFile=$2" "$1" >>"$work/said" 2>&1; }
	look2 "$work/good.print.pdf" "$work/print.png" && run pages "$work/good.xml" -o "$work/pages" --dpi 60 &&
		"$python" tests/placed.py near "$work/pages/page-01.png" "$work/print.png" >>"$work/said" 2>&1 && echo "# $(tail -1 "$work/said")"
	ok "the screen shows it as the press prints it" $?
	run_without_gs pages "$work/good.xml" -o "$work/pages" --dpi 60
	ok "and what Ghostscript drew is kept" $?
	issue rgb full ""
	exits 0 build "$work/rgb.xml" --lang en -o "$work/rgb.pdf" && [ -s "$work/rgb.pdf" ] &&
		says "warning: pdf-doubtful: rgb.pdf, page 1: an area in RGB (100.0 mm from the left, 177.0 mm from the top)" && says "For print this is an error."
	ok "on the screen a faulty one is shown, with a warning" $?
else
	skip "pixels" "Ghostscript is not installed"
fi
run_without_gs pages "$work/good.xml" --cache "$work/empty" -o "$work/pages" --lang en; [ $? -eq 1 ] &&
	says "Ghostscript (gs), which shows placed PDFs on the screen, is not installed; install the package ghostscript"
ok "without Ghostscript it is said what is missing" $?

# ---- bad ones: name, size, and all that is said of them; nothing is printed with an error ----
# Line by line, each as far as it is given: the advice at the end is the preflight's own.
begins()	# said expected
{
	local said want i
	mapfile -t said <<<"$1"; mapfile -t want <<<"$2"
	[ ${#said[@]} -eq ${#want[@]} ] || return 1
	for i in "${!want[@]}"; do
		[ "${want[i]}" ] && [ "${said[i]#"${want[i]}"}" != "${said[i]}" ] || return 1
	done
}
bad()		# name size exact messages...
{
	local name=$1 size=$2 want; shift 2
	want=$(printf '%s\n' "$@")
	rm -f "$work/$name.print.pdf"
	print "$name" "$size"; local status=$?
	begins "$(told)" "$want" || { { echo "expected:"; echo "$want"; } >>"$work/said"; ok "$name" 1; return; }
	case $want in
	*error:*) [ "$status" -eq 1 ] && [ ! -e "$work/$name.print.pdf" ] ;;
	*) [ "$status" -eq 0 ] && [ -s "$work/$name.print.pdf" ] ;;
	esac
	ok "$name" $?
}

bad bomb full \
"error: pdf-unprintable: bomb.pdf, page 1: a part of the page's drawing is damaged or too large." \
"warning: pdf-doubtful: bomb.pdf, page 1: the page is empty."
bad coarse full \
"error: pdf-unprintable: coarse.pdf, page 1: a picture has 127 ppi, 225 are needed (40.0 mm from the left, 202.0 mm from the top)."
bad fork full \
"error: pdf-unprintable: fork.pdf, page 1: looking at the pages was broken off here: too much is drawn."
bad group_none full \
"warning: pdf-doubtful: group_none.pdf, page 1: transparency without a colour space to blend in; CMYK is taken."
bad group_rgb full \
"error: pdf-unprintable: group_rgb.pdf, page 1: a transparency group blends in DeviceRGB instead of CMYK."
bad header full \
"error: picture-bad: ads/header.pdf: the PDF is damaged or incomplete: unable to find trailer dictionary while recovering damaged file"
bad icc full \
"error: pdf-unprintable: icc.pdf, page 1: an area in a colour space with a profile (ICCBased) (100.0 mm from the left, 177.0 mm from the top)."
bad javascript full \
"warning: pdf-doubtful: javascript.pdf, page 1: there is a JavaScript program in the file."
bad layers full \
"error: pdf-unprintable: layers.pdf, page 1: the file has hidden layers; placed on the page they would be printed."
bad locked full \
"error: picture-bad: ads/locked.pdf: the PDF is locked with a password; ask for a file without one"
bad many full \
"warning: pdf-doubtful: many.pdf, page 1: the file has 10000 pages, of which this one is placed. Send a file of one page, or say which it is: page=\"2\"."
bad no_bleed full \
"error: pdf-unprintable: no_bleed.pdf, page 1: the bleed is too small: on the left 0.0 mm, at the top 0.0 mm, on the right 0.0 mm, at the foot 0.0 mm; 3.0 mm are needed."
bad no_trim full \
"warning: pdf-doubtful: no_trim.pdf, page 1: the page does not say where it is cut (TrimBox)." \
"error: pdf-unprintable: no_trim.pdf, page 1: the bleed is too small: on the left 0.0 mm, at the top 0.0 mm, on the right 0.0 mm, at the foot 0.0 mm; 3.0 mm are needed."
bad nofont full \
"error: pdf-unprintable: nofont.pdf, page 1: the font Helvetica is not embedded (20.0 mm from the left, 259.4 mm from the top)."
bad not_pdfx full \
"warning: pdf-doubtful: not_pdfx.pdf, page 1: the file does not call itself PDF/X."
bad other_paper full \
"warning: pdf-doubtful: other_paper.pdf, page 1: the colours are made for \"FOGRA52\", expected is one of: FOGRA39 FOGRA51 ISOcoated ISO_Coated PSOcoated PSO_Coated."
bad pdf20 full \
"warning: pdf-doubtful: pdf20.pdf, page 1: the file is PDF 2.0, which print shops do not work with yet."
bad recursion full \
"error: pdf-unprintable: recursion.pdf, page 1: a form draws itself, without end."
bad restricted full \
"error: pdf-unprintable: restricted.pdf, page 1: the file is encrypted."
bad rgb full \
"error: pdf-unprintable: rgb.pdf, page 1: an area in RGB (100.0 mm from the left, 177.0 mm from the top)."
bad sheet full \
"error: pdf-unprintable: sheet.pdf, page 1: the advertisement is 226.0 × 313.0 mm when trimmed, booked are 210.0 × 297.0 mm. Make it in the size that was booked, with its trim box at the cut and the bleed outside of that." \
"warning: pdf-doubtful: sheet.pdf, page 1: the page does not say where it is cut (TrimBox)."
bad small full \
"error: pdf-unprintable: small.pdf, page 1: the advertisement is 200.0 × 280.0 mm when trimmed, booked are 210.0 × 297.0 mm. Make it in the size that was booked, with its trim box at the cut and the bleed outside of that."
bad small_half half \
"error: pdf-unprintable: small_half.pdf, page 1: the advertisement is 170.0 × 120.0 mm when trimmed, booked are 178.0 × 125.0 mm. Make it in the size that was booked, with its trim box at the cut and the bleed outside of that."
bad spot full \
"error: pdf-unprintable: spot.pdf, page 1: the file uses 1 spot colour (HKS 13 K), none is allowed."
bad stamp full \
"warning: pdf-doubtful: stamp.pdf, page 1: a note or form field (Stamp) shows on the page; it is not printed."
bad truncated full \
"error: picture-bad: ads/truncated.pdf: the PDF is damaged or incomplete: unable to find trailer dictionary while recovering damaged file"
bad two full \
"warning: pdf-doubtful: two.pdf, page 1: the file has 2 pages, of which this one is placed. Send a file of one page, or say which it is: page=\"2\"."
issue good full 'page="3"'
exits 1 build "$work/good.xml" --profile print --lang en -o "$work/no.pdf" &&
	says "picture-bad: ads/good.pdf: the PDF has no such page; its last one is page 1" && [ ! -e "$work/no.pdf" ]
ok "a page that is not there" $?
issue good full 'page="0"'
exits 1 check "$work/good.xml" --lang en && says 'page="0": pages are counted from 1; the first one is taken'
ok "page 0" $?
# Judged by the commands that judge, once.
issue fault full ""; cp "$(ls "$work"/ads/rgb*.pdf | head -n 1)" "$work/ads/fault.pdf"
exits 0 dump "$work/fault.xml" --lang en && ! says pdf-; ok "a dump judges no PDFs" $?
exits 0 check "$work/fault.xml" --lang en --cache "$work/verdicts" && says pdf-doubtful && cp "$work/said" "$work/first" &&
exits 0 check "$work/fault.xml" --lang en --cache "$work/verdicts" && cmp -s "$work/said" "$work/first"
ok "what is kept of a verdict is the whole of it" $?
exits 0 check "$work/fault.xml" --lang de --cache "$work/verdicts" && ! grep -qF "$(head -n 1 "$work/first" | cut -d: -f5-)" "$work/said"
ok "but not in another language" $?
cp "$work/ads/good.pdf" "$work/ads/fault.pdf"
exits 0 check "$work/fault.xml" --lang en --cache "$work/verdicts" && ! says pdf-doubtful
ok "and not of another file" $?
if command -v gs >/dev/null; then
	issue fork full ""
	ZIVOS_PICTURE_SECONDS=2 exits 1 build "$work/fork.xml" --lang en --cache "$work/fork" -o "$work/no.pdf" &&
		says "reading the picture took too long; it was given up" && [ ! -e "$work/no.pdf" ]
	ok "drawing without end is given up" $?
	sleep 0.2
	! ps -eo args | grep -F "$work" | grep -q "^gs "
	ok "and no Ghostscript stays behind" $?
	[ -d "$work/fork/new" ] && no_temp;			ok "nor a file in the cache" $?
	"$ZIVOS" build "$work/fork.xml" --cache "$work/fork" -o "$work/no.pdf" >"$work/said" 2>&1 </dev/null &
	pid=$!
	for _ in $(seq 100); do ps -eo args | grep -F "$work/fork" | grep -q '^gs ' && break; sleep 0.1; done
	kill -TERM $pid
	wait $pid 2>/dev/null; status=$?
	for _ in $(seq 50); do ps -eo args | grep -F "$work/fork" | grep -q '^gs ' || break; sleep 0.1; done
	[ $status -gt 128 ] && no_temp && ! ps -eo args | grep -F "$work/fork" | grep -q '^gs '
	ok "interrupted while a page is drawn: no file, no process" $?
fi
mkdir "$work/small"
issue large full ""
if mount -t tmpfs -o size=400k none "$work/small" 2>/dev/null; then
	timeout 100 "$ZIVOS" build "$work/large.xml" --profile print --lang en --cache "$work/small" -o "$work/no.pdf" >"$work/said" 2>&1 </dev/null
	status=$?
	kept=$(find "$work/small" -name '*.pdf')
	umount "$work/small"
	[ $status -eq 3 ] && says "the disk is full" && ! says "damaged" && [ ! -e "$work/no.pdf" ] && [ -z "$kept" ]
	ok "a full cache is the disk's fault, not the advertiser's; it keeps no half page" $?
else
	skip "a full cache" "no small disk can be mounted here"
fi
# ---- what the whole run says of it ----
print other_paper full && [ "$(tail -1 "$work/said" | grep -c ", 2 warnings;")" -eq 1 ];	ok "the verdict counts the run's warnings" $?
quietly pdftotext -layout "$work/other_paper.print-begleitblatt.pdf" - && says "keine Fehler, 2 Warnungen" && says "other_paper.pdf"
ok "the sheet for the print shop counts them too and names the advertisement" $?
! print other_paper full "" --strict -o "$work/strict.pdf" && says "because of --strict" && ! says "--profile draft"
ok "what only --strict refuses says so" $?
echo "%PDF-earlier" >"$work/rgb.print.pdf"; issue rgb full ""
exits 1 build "$work/rgb.xml" --profile print --lang en -o "$work/rgb.print.pdf" && says "still the earlier one" && says "zivos build $work/rgb.xml --profile draft"
ok "a refused one: the earlier file stays, and a draft would show where" $?
exits 1 build "$work/rgb.xml" --profile print --print-profile PDF/X-1a --lang en -o "$work/no.pdf" && says "there are: gestrichen" && ! says "--profile draft"
ok "a standard is no print profile, and no draft helps there" $?

# ---- print profiles of one's own ----
issue good full ""
mkdir "$work/own"; sed 's/limit="300"/limit="300%"/' layouts/print/gestrichen.xml >"$work/own/druck.xml"
exits 1 build "$work/good.xml" --profile print --print-profile "$work/own/druck.xml" --lang en -o "$work/no.pdf" &&
	says 'write limit="300", without the sign %' && [ "$(grep -c ' error: ' "$work/said")" -eq 1 ]
ok "a per cent sign is one fault, not many" $?
cp layouts/print/gestrichen.xml "$work/own/druck.xml"
exits 1 build "$work/good.xml" --profile print --print-profile "$work/own/druck.xml" --lang en -o "$work/no.pdf" && says "Copy the ICC file along"
ok "a copy without its ICC file" $?

# ---- not by an output ----
issue good full ''
cp "$work/ads/good.pdf" "$work/ads/kept.pdf"; ln -s ads/good.pdf "$work/ad.link.pdf"; ln "$work/ads/good.pdf" "$work/late.rejected.pdf"
for out in ads/good.pdf ad.link.pdf late.pdf; do
	timeout 200 "$ZIVOS" build "$work/good.xml" --profile print --lang en -o "$work/$out" >"$work/said" 2>&1 </dev/null
	[ $? -eq 2 ] && says 'a picture or advertisement of the issue' && cmp -s "$work/ads/good.pdf" "$work/ads/kept.pdf" && [ -e "$work/late.rejected.pdf" ]
	ok "an advertisement is not replaced by the output: $out" $?
done
timeout 200 "$ZIVOS" build "$work/good.xml" --lang en -o "$work/ads/good.pdf" >"$work/said" 2>&1 </dev/null
[ $? -eq 2 ] && cmp -s "$work/ads/good.pdf" "$work/ads/kept.pdf";	ok "nor by one for the screen" $?

exit $failures
