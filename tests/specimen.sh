#!/bin/bash
# tests/specimen.sh ZIVOS - every part of a layout and of an issue, printed for every press.
#
# tests/print/specimen.py makes the issue, tests/print/inspect_pdf.py reads what became of it.
. "$(dirname "$0")/tap.bash"
inspect() { quietly "$python" tests/print/inspect_pdf.py "$@"; }
build() { timeout 300 "$ZIVOS" build "$1/issue.xml" --lang en --profile print "${@:2}" >"$work/said" 2>&1 </dev/null; }

for manner in "spot" "plain plain" "old plain opaque"; do
	set -- $manner
	"$python" tests/print/specimen.py "$work/$1" "${@:2}" >"$work/said" 2>&1;	ok "the specimen is made ($1)" $?
done
quietly "$python" tests/print/specimen.py "$work/all" all;			ok "it uses every element" $?
# A press that has a fifth ink, and those that take older files.
sed 's|spots="0"|spots="1"|' layouts/print/gestrichen.xml >"$work/fifth.xml"
cp layouts/print/*.icc "$work"
for kind in 1a 3; do
	sed "s|standard=\"[^\"]*\"|standard=\"PDF/X-$kind:2003\"|" layouts/print/gestrichen.xml >"$work/x$kind.xml"
done

# What every print PDF keeps to: file, standard, condition, name.
keeps()
{
	quietly qpdf --check "$1" && ! grep -qi warning "$work/said";		ok "$4: qpdf finds nothing" $?
	inspect document "$1" "$2" "$3";					ok "$4: boxes to 0.001 pt, identification, intent, nothing forbidden" $?
	inspect ink "$1" 36;							ok "$4: inks alone; black text overprints, white and areas do not" $?
	pdffonts "$1" >"$work/said" 2>&1 &&
	awk 'NR > 2 && ($(NF - 4) != "yes" || $(NF - 3) != "yes") { bad = 1 } END { exit bad || NR < 6 }' "$work/said"
										ok "$4: all fonts are embedded and subset" $?
	pdfimages -list "$1" >"$work/said" 2>&1 &&
	awk 'NR > 2 && ($6 != "cmyk" && $6 != "gray" || $13 < 225 || $14 < 225) { bad = 1 } END { exit bad || NR < 10 }' "$work/said"
										ok "$4: no picture in RGB, none under 225 ppi" $?
	if command -v gs >/dev/null; then
		mkdir "$work/plates"
		quietly timeout 300 gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffsep -sCompression=none -r40 -sOutputFile="$work/plates/p%02d.tif" "$1" &&
		quietly "$python" tests/print.py sum $(ls "$work"/plates/*.tif | grep -v '(' | sed 's/\.tif$//'); ok "$4: no more than 300 % of ink" $?
		sed 's/^/# /' "$work/said"
		rm -r "$work/plates"
	else
		skip "$4: no more than 300 % of ink" "Ghostscript is not installed"
	fi
}

build "$work/spot" --print-profile "$work/fifth.xml" -o "$work/spot.pdf";	ok "the specimen builds" $?
# What is small and in several inks or white is named, with its place.
lost=0; for place in "28:13: warning: small-text: white text of 7.0 pt" "32:13: warning: small-text: text of 6.0 pt in 4 inks"; do
	says "issue.xml:$place" || { lost=1; break; }
done;										ok "small text in white or in several inks is named with its place" $lost
[ "$(grep -c 'small-text' "$work/said")" -eq 2 ];				ok "and nothing else is" $?
keeps "$work/spot.pdf" PDF/X-4 FOGRA39 "spot colour"
inspect ink "$work/spot.pdf"
lost=0; for tint in 1 0.4 0.2 0.15; do
	grep -q "^/Separation Probe Gold $tint " "$work/said" || { lost=1; break; }
done;										ok "a spot colour and its tints are a Separation" $lost
says "rich black area" && says "black text that is too large to" && says "black text that would be too much ink" && says "white text"
										ok "the specimen has what the rules are about" $?
quietly "$ZIVOS" dump "$work/spot/issue.xml" --stage pages
grep -q '  rect -8.50 -8.50 612.28 ' "$work/said";				ok "an area that bleeds reaches over the page's edges" $?

# Marks stand outside, in all inks, and change nothing within.
build "$work/plain" --marks all -o "$work/marks.pdf";			ok "with all marks the specimen builds" $?
inspect document "$work/marks.pdf" PDF/X-4 FOGRA39 marks;		ok "with marks: boxes, identification, intent" $?
inspect ink "$work/marks.pdf" 36 && grep -q '^/Separation All 1 ' "$work/said"; ok "with marks: inks, and registration colour" $?
# How large black text may be to overprint is the press's to say.
lost=0; for limit in 0 9; do
	sed "s|black-overprint=\"36pt\"|black-overprint=\"${limit}pt\"|" layouts/print/gestrichen.xml >"$work/limit.xml"
	build "$work/plain" --print-profile "$work/limit.xml" -o "$work/limit.pdf" && inspect ink "$work/limit.pdf" $limit || { lost=1; break; }
done;										ok "black text overprints up to the print profile's size" $lost

conditions=(gestrichen FOGRA39 ungestrichen FOGRA29 digital FOGRA39)
for ((i = 0; i < ${#conditions[@]}; i += 2)); do
	p=${conditions[i]}
	build "$work/plain" --print-profile $p -o "$work/$p.pdf";		ok "$p: the specimen builds" $?
	keeps "$work/$p.pdf" PDF/X-4 ${conditions[i + 1]} $p
done

# The older kinds hold nothing transparent: pictures are flattened, drawings refused in their place.
for kind in 1a 3; do
	build "$work/plain" --print-profile "$work/x$kind.xml" -o "$work/no.pdf"
	[ $? -eq 1 ] && [ ! -e "$work/no.pdf" ] && says "issue.xml:39:7: error: transparency"; ok "X-$kind: a drawing with transparency is refused, with its place" $?
	build "$work/old" --print-profile "$work/x$kind.xml" -o "$work/x$kind.pdf"; ok "X-$kind: the specimen without it builds" $?
	keeps "$work/x$kind.pdf" "PDF/X-$kind:2003" FOGRA39 "X-$kind"
	inspect opaque "$work/x$kind.pdf";					ok "X-$kind: nothing transparent is in it" $?
done
exit $failures
