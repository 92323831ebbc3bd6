#!/bin/bash
# tests/print.sh ZIVOS - the print PDF as a print shop meets it. Prints TAP lines.
# What it measures in pixels is in tests/print.py; Ghostscript's part is skipped where it is not installed.
. "$(dirname "$0")/tap.bash"

build() { timeout 300 "$ZIVOS" build "$@" --lang en --profile print >"$work/said" 2>&1 </dev/null; }
refuses()	# key words, then the arguments: status 1, says the words, writes nothing
{
	local words=$1; shift
	rm -f "$work/no.pdf"
	build "$@" -o "$work/no.pdf"
	[ $? -eq 1 ] && grep -qF -- "$words" "$work/said" && [ ! -e "$work/no.pdf" ]
}
gs_run() { timeout 300 gs -q -dNOPAUSE -dBATCH -dSAFER "$@" >"$work/said" 2>&1; }

# ---- the whole sample ----
sample=$work/sample.pdf
build issues/2026-4/issue.xml -o "$sample" --timings;			ok "the sample builds" $?
stage=$(awk '/inks for the press/ { print $1 }' "$work/said")
echo "# inks for the press: $stage ms"
build issues/2026-4/issue.xml -o "$work/again.pdf" && cmp -s "$sample" "$work/again.pdf"
									ok "the same bytes again" $?
quietly qpdf --check "$sample" && ! grep -qi warning "$work/said";		ok "qpdf finds nothing" $?
pdffonts "$sample" >"$work/said" 2>&1 && awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 10 }' "$work/said"
									ok "all fonts are embedded" $?
pdfimages -list "$sample" >"$work/said" 2>&1 && awk 'NR > 2 && $6 != "cmyk" && $6 != "gray" { bad = 1 } END { exit bad || NR < 10 }' "$work/said"
									ok "no picture is in RGB" $?
quietly "$python" tests/print/inspect_pdf.py document "$sample" PDF/X-4 FOGRA39;	ok "boxes, output intent, metadata, nothing forbidden" $?
quietly "$python" tests/print/inspect_pdf.py ink "$sample" 36;			ok "inks alone; black text overprints, white and areas do not" $?
sed 's/^/# /' "$work/said"

# ---- kinds of PDF/X, spots, what is refused: a small issue with a layout of its own ----
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
small=$work/issue.xml
profile()	# NAME sed-program: a print profile of its own
{
	sed "$2" layouts/print/gestrichen.xml | sed "s|profile=\"gestrichen|profile=\"../$1-gestrichen|" >"$work/$1.xml"
	sed -i "s|\.\./$1-||" "$work/$1.xml"
	cp layouts/print/gestrichen.icc "$work/"
}
for kind in 'PDF/X-3:2003' 'PDF/X-1a:2003'; do
	profile old "s|standard=\"[^\"]*\"|standard=\"$kind\"|"
	build "$small" --print-profile "$work/old.xml" -o "$work/old.pdf" && quietly qpdf --check "$work/old.pdf" &&
	head -c 8 "$work/old.pdf" | grep -q 'PDF-1.4' && pdfinfo "$work/old.pdf" >"$work/said" 2>&1 && grep -q "PDF subtype: *$kind" "$work/said" &&
	qpdf --qdf "$work/old.pdf" "$work/old.qdf" && ! grep -aqE '/Group|/SMask [^/]|/ObjStm|/XRef' "$work/old.qdf"
									ok "$kind" $?
done
cat >"$work/glass.svg" <<'END2'
<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="60" height="40" fill="#c00"/>
<rect x="30" y="10" width="60" height="40" fill="#00c" opacity="0.5"/><text x="5" y="20" font-size="10">Glas</text></svg>
END2
sed 's|template="target"|template="plain"|; s|<body>|&<picture src="glass.svg" alt="Glas" size="column"/>|' "$small" >"$work/glass.xml"
build "$work/glass.xml" -o "$work/glass.pdf" && quietly qpdf --check "$work/glass.pdf"; ok "a drawing with transparency goes into PDF/X-4" $?
refuses "glass.xml:" "$work/glass.xml" --print-profile "$work/old.xml" && grep -q transparency "$work/said"
									ok "and is refused by the older kinds, with its place" $?
profile spots 's|spots="0"|spots="1"|'
sed -i 's|<swatch name="patch3"[^/]*|& spot="ZIVOS Gold \&amp; Co"|' "$work/probe/layout.xml"
refuses "spot-colours" "$small";					ok "a spot colour too many is refused" $?
build "$small" --print-profile "$work/spots.xml" -o "$work/spot.pdf" && quietly qpdf --check "$work/spot.pdf" &&
qpdf --qdf "$work/spot.pdf" - | tr -d '\n' >"$work/spot.qdf" && grep -aq '/Separation *'"/ZIVOS#20Gold#20&#20Co"' */DeviceCMYK' "$work/spot.qdf"
									ok "a spot colour is a Separation with a CMYK alternate" $?
sed -i 's| spot="[^"]*"||; s|<swatch name="patch3"[^/]*|<swatch name="patch3" c="90%" m="90%" y="90%" k="90%"|' "$work/probe/layout.xml"
line=$(grep -n '<swatch name="patch3"' "$work/probe/layout.xml" | cut -d: -f1)
refuses "layout.xml:$line:" "$small" && says "error: ink-limit"; ok "a colour over the ink limit is refused, at its line" $?
run check "$small" --lang en; [ $? -eq 1 ] && says "layout.xml:$line:"; ok "and already when the layout is read" $?
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
refuses "print-profile" "$small" --print-profile glanz;			ok "an unknown print profile" $?
# The layout may name an ICC file itself.
cp layouts/print/ungestrichen.icc "$work/probe/"
sed -i '0,/<layout /s//<layout output-profile="ungestrichen.icc" /' "$work/probe/layout.xml"
build "$small" -o "$work/other.pdf" && quietly "$python" tests/print/inspect_pdf.py document "$work/other.pdf" PDF/X-4 FOGRA29
									ok "another ICC file by the layout" $?
head -c 5000 layouts/print/ungestrichen.icc >"$work/probe/ungestrichen.icc"
line=$(grep -n 'output-profile=' "$work/probe/layout.xml" | cut -d: -f1)
refuses "layout.xml:$line:" "$small" && says "print-profile";		ok "a damaged one is named where the layout names it" $?
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
# Info and XMP agree, whatever the title; dates come from outside.
sed 's|title="Probe"|title="A \&amp; B \&lt;Ü\&gt; \&quot;عربي\&quot;"|' "$small" >"$work/title.xml"
SOURCE_DATE_EPOCH=1 build "$work/title.xml" -o "$work/title.pdf" &&
quietly "$python" tests/print/inspect_pdf.py document "$work/title.pdf" PDF/X-4 FOGRA39 &&
quietly pdfinfo "$work/title.pdf" && says 'A & B <Ü> "عربي"' && says "CreationDate:    Thu Jan  1 00:00:01 1970"
									ok "title and dates agree in both kinds of metadata" $?
head -c 400 layouts/print/gestrichen.icc >"$work/cut.icc"
refuses "cannot be used" "$small" --output-profile "$work/cut.icc";	ok "an ICC file cut short" $?
refuses "cannot be used" "$small" --output-profile "$small";		ok "an ICC file that is none" $?
refuses "cannot be used" "$small" --output-profile "$work/none.icc";	ok "an ICC file that is not there" $?
mkfifo "$work/fifo.icc"
refuses "no ordinary file" "$small" --output-profile "$work/fifo.icc"; ok "a pipe as an ICC file does not hang" $?
refuses "no ordinary file" "$small" --output-profile /dev/zero;		ok "nor does a device without end" $?
truncate -s 20M "$work/huge.icc"
refuses "larger than 16 MiB" "$small" --output-profile "$work/huge.icc";	ok "nor is a huge file read" $?
build "$small" --output-profile layouts/print/ungestrichen.icc -o "$work/other.pdf" &&
quietly "$python" tests/print/inspect_pdf.py document "$work/other.pdf" PDF/X-4 FOGRA29; ok "another ICC file by option, with the condition it is for" $?
# The same tables under a name that says nothing, and as a later version of the format.
"$python" - "$work" <<'END2'
import sys
work = sys.argv[1]
b = bytearray(open("layouts/print/gestrichen.icc", "rb").read())
for name in (b"FOGRA39", "FOGRA39".encode("utf-16-be")):
    while name in b:
        at = b.index(name)
        b[at:at + len(name)] = (b"OURPRES" if len(name) == 7 else "OURPRES".encode("utf-16-be"))
open(work + "/own.icc", "wb").write(b)
b[8] = 4
open(work + "/four.icc", "wb").write(b)
open(work + "/long.icc", "wb").write(open("layouts/print/gestrichen.icc", "rb").read() + bytes(1000))
for name, at, what in (("screen", 12, b"mntr"), ("rgb", 16, b"RGB ")):
    c = bytearray(open("layouts/print/gestrichen.icc", "rb").read())
    c[at:at + 4] = what
    open("%s/%s.icc" % (work, name), "wb").write(c)
END2
build "$small" --output-profile "$work/own.icc" -o "$work/own.pdf" &&
quietly "$python" tests/print/inspect_pdf.py document "$work/own.pdf" PDF/X-4 Custom; ok "one of no known condition is called Custom" $?
size=$(stat -c %s layouts/print/gestrichen.icc)
refuses "it has $((size + 1000)) bytes, but says that it has $size" "$small" --output-profile "$work/long.icc"; ok "an ICC file of another size than it says" $?
refuses "class output" "$small" --output-profile "$work/screen.icc";	ok "a screen's ICC file" $?
refuses "four inks" "$small" --output-profile "$work/rgb.icc";		ok "an ICC file that is not for inks" $?
profile old 's|standard="[^"]*"|standard="PDF/X-3:2003"|'
refuses "ICC version 4" "$small" --print-profile "$work/old.xml" --output-profile "$work/four.icc"; ok "PDF 1.4 takes no ICC file of version 4" $?
lost=0; for p in gestrichen ungestrichen digital; do
	build "$small" --print-profile $p -o "$work/$p.pdf" || { lost=1; break; }
done;									ok "every print profile works" $lost

# What would become pixels, or vanish: a letter that its font holds as a picture.
mkdir -p "$work/data" "$work/letter/own"
cp -r layouts fonts "$work/data/"
"$python" tests/print/colour_font.py "$work/data/fonts/probe.ttf" 2>"$work/said"
sed 's|fonts="Noto Serif,|fonts="Noto Serif, Probe Colour,|' layouts/zivos/layout.xml >"$work/letter/own/layout.xml"
sed 's|layout="zivos"|layout="./own"|; s|<p>|<p>\&#xE000; |' issues/einseiter/issue.xml >"$work/letter/issue.xml"
ZIVOS_DATA=$work/data refuses "(page 1)" "$work/letter/issue.xml" && says "error: prepress" && says "pictures instead of outlines"
									ok "a letter in a colour font is refused, with its page" $?
ZIVOS_DATA=$work/data quietly "$ZIVOS" build "$work/letter/issue.xml" -o "$work/letter.pdf" && quietly qpdf --check "$work/letter.pdf" &&
quietly pdfimages -list "$work/letter.pdf" && [ "$(grep -c ' image .* 64 *64 ' "$work/said")" -eq 3 ]
									ok "on the screen it is shown as its font has it" $?
ZIVOS_DATA=$work/data quietly "$ZIVOS" pages "$work/letter/issue.xml" --dpi 72 -o "$work/letter" &&
quietly "$python" tests/print.py coloured "$work/letter/page-01.png"
									ok "and in pixels" $?

# ---- plates and colours, by Ghostscript ----
names=("screen and print show the colours alike" "the screen PDF too" "and on uncoated paper" "a picture's colours are kept" "black text is on the black plate alone"
       "no more ink than the paper takes" "pictures look alike on screen and in print")
if ! command -v gs >/dev/null; then
	for name in "${names[@]}"; do skip "$name" "Ghostscript is not installed"; done
	exit $failures
fi
# Through the output profile to sRGB, relative colorimetric; 0 or 1: with black point compensation.
show() { gs_run -sDEVICE=png16m -r40 -dUsePDFX3Profile -dRenderIntent=1 -dBlackPtComp=$1 "${@:4}" -sOutputFile="$3" "$2"; }
"$python" tests/print.py target "$work" layouts/zivos/layout.xml spot
fifth=("--print-profile" "$work/spots.xml")
build "$small" "${fifth[@]}" -o "$work/target.pdf" && quietly "$ZIVOS" pages "$small" --dpi 40 -o "$work/png"
show 0 "$work/target.pdf" "$work/target.png"
quietly "$python" tests/print.py colours "$work/png/page-01.png" "$work/target.png"; ok "${names[0]}" $?
sed 's/^/# /' "$work/said"
"$ZIVOS" build "$small" "${fifth[@]}" --profile screen -o "$work/screen.pdf" 2>/dev/null
gs_run -sDEVICE=png16m -r40 -sOutputFile="$work/screen.png" "$work/screen.pdf"
quietly "$python" tests/print.py colours "$work/png/page-01.png" "$work/screen.png" 0; ok "${names[1]}" $?
sed 's/^/# /' "$work/said"
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
sed -i '0,/<layout /s//<layout print="ungestrichen" /' "$work/probe/layout.xml"
build "$small" -o "$work/target.pdf" && quietly "$ZIVOS" pages "$small" --dpi 40 -o "$work/png"
show 0 "$work/target.pdf" "$work/target.png"
quietly "$python" tests/print.py colours "$work/png/page-01.png" "$work/target.png"; ok "${names[2]}" $?
sed 's/^/# /' "$work/said"
"$python" tests/print.py target "$work" layouts/zivos/layout.xml spot
build "$work/photo.xml" "${fifth[@]}" -o "$work/photo.pdf"
show 1 "$work/photo.pdf" "$work/photo.png-printed"
quietly "$python" tests/print.py photo "$work/photo.png-printed";	ok "${names[3]}" $?
sed 's/^/# /' "$work/said"
sed 's/template="target"/template="plain"/' "$small" >"$work/text.xml"
build "$work/text.xml" "${fifth[@]}" -o "$work/text.pdf"
gs_run -sDEVICE=tiffsep -sCompression=none -r72 -sOutputFile="$work/text%02d.tif" "$work/text.pdf"
quietly "$python" tests/print.py black "$work/text01";			ok "${names[4]}" $?
sed 's/^/# /' "$work/said"
gs_run -sDEVICE=tiffsep -sCompression=none -r50 -sOutputFile="$work/plate%02d.tif" "$sample"
quietly "$python" tests/print.py sum $(ls "$work"/plate*.tif | grep -v '(' | sed 's/\.tif$//');	ok "${names[5]}" $?
sed 's/^/# /' "$work/said"
quietly "$ZIVOS" pages issues/2026-4/issue.xml --pages 4 --dpi 40 -o "$work/png"
show 0 "$sample" "$work/four.png" -dFirstPage=4 -dLastPage=4
quietly "$python" tests/print.py near "$work/png/page-04.png" "$work/four.png"; ok "${names[6]}" $?
sed 's/^/# /' "$work/said"
exit $failures
