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
qpdf --qdf --object-streams=disable "$sample" "$work/sample.qdf"
"$python" - "$sample" >"$work/said" 2>&1 <<'END2'
import re, sys, pikepdf
never = {"/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/Annots", "/OpenAction", "/AA", "/JavaScript", "/JS",
         "/AcroForm", "/EmbeddedFile", "/LZWDecode", "/StructTreeRoot", "/Encrypt", "/Type3"}
found, names = set(), 0
def look(o, depth=0):
    global names
    if isinstance(o, pikepdf.Name):
        names += 1
        if str(o) in never:
            found.add(str(o))
    elif isinstance(o, (pikepdf.Dictionary, pikepdf.Stream)) and (depth == 0 or not o.is_indirect):
        for k, v in o.items():
            if k in never:
                found.add(k)
            look(v, depth + 1)
        if isinstance(o, pikepdf.Stream) and (o.get("/Subtype") == "/Form" or ("/Subtype" not in o and "/Length1" not in o)):
            text = bytes(o.read_bytes())
            if re.search(rb"(^|\s)[-0-9.]+ (rg|RG)\s", text):
                found.add("rg")
    elif isinstance(o, pikepdf.Array) and (depth == 0 or not o.is_indirect):
        for v in o:
            look(v, depth + 1)
pdf = pikepdf.open(sys.argv[1])
for o in pdf.objects:
    look(o)
assert names > 500 and not found, (names, found)
END2
									ok "no RGB anywhere, no links, actions, forms, LZW" $?
"$python" - "$sample" >"$work/said" 2>&1 <<'END2'
import sys, pikepdf
pdf = pikepdf.open(sys.argv[1])
mm = 72 / 25.4
W, H, B = 210 * mm, 297 * mm, 3 * mm
assert pdf.pdf_version == "1.6", pdf.pdf_version
for page in pdf.pages:
    for name, want in (("/MediaBox", (0, 0, W + 2 * B, H + 2 * B)), ("/BleedBox", (0, 0, W + 2 * B, H + 2 * B)),
                       ("/TrimBox", (B, B, B + W, B + H))):
        got = [float(v) for v in page.obj[name]]
        assert all(abs(a - b) < 0.001 for a, b in zip(got, want)), (name, got, want)
    assert page.obj.Group.CS == "/DeviceCMYK"
info, (intent,) = pdf.docinfo, pdf.Root.OutputIntents
assert intent.S == "/GTS_PDFX" and str(intent.OutputConditionIdentifier) == "FOGRA39"
assert intent.DestOutputProfile.N == 4 and bytes(intent.DestOutputProfile.read_bytes())[12:20] == b"prtrCMYK"
assert info["/Trapped"] == "/False" and len(pdf.trailer.ID) == 2
with pdf.open_metadata(set_pikepdf_as_editor=False) as x:
    assert x["pdfxid:GTS_PDFXVersion"] == "PDF/X-4" and x["pdf:Trapped"] == "False"
    assert x["dc:title"] == str(info["/Title"]) and x["xmp:CreatorTool"] == str(info["/Creator"])
    assert x["pdf:Producer"] == str(info["/Producer"])
    day = x["xmp:CreateDate"]
    assert day == x["xmp:ModifyDate"] == x["xmp:MetadataDate"]
    for key in ("/CreationDate", "/ModDate"):
        assert str(info[key])[:2] == "D:" and str(info[key])[2:16] == "".join(c for c in day if c.isdigit())[:14], info[key]
    assert x["xmpMM:DocumentID"] and x["xmpMM:VersionID"] and x["xmpMM:RenditionClass"] == "default"
raw = bytes(pdf.Root.Metadata.read_raw_bytes())
assert raw.startswith(b"<?xpacket"), "compressed XMP"
END2
									ok "boxes, output intent, metadata" $?
! grep -aqE ' (0 0 0 0 k).*ZO[1-3] gs' "$work/sample.qdf" && grep -aq '^/ZO1 gs' "$work/sample.qdf" &&
grep -aqE '/op true' "$work/sample.qdf" && grep -aqE '/OPM 1' "$work/sample.qdf"; ok "black text overprints" $?

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
refuses "layout.xml" "$small" && grep -q ink-limit "$work/said";	ok "a colour over the ink limit is refused, with its place" $?
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
refuses "print-profile" "$small" --print-profile glanz;			ok "an unknown print profile" $?
head -c 400 layouts/print/gestrichen.icc >"$work/cut.icc"
refuses "cannot be used" "$small" --output-profile "$work/cut.icc";	ok "an ICC file cut short" $?
refuses "cannot be used" "$small" --output-profile "$small";		ok "an ICC file that is none" $?
refuses "cannot be used" "$small" --output-profile "$work/none.icc";	ok "an ICC file that is not there" $?
build "$small" --output-profile layouts/print/ungestrichen.icc -o "$work/other.pdf" &&
qpdf --qdf "$work/other.pdf" "$work/other.qdf" && grep -aq '/OutputConditionIdentifier (FOGRA29)' "$work/other.qdf"
									ok "another ICC file by option, with the condition it is for" $?
sed 's/FOGRA29/XXXXX29/g' layouts/print/ungestrichen.icc >"$work/shop.icc"
build "$small" --output-profile "$work/shop.icc" -o "$work/other.pdf" &&
qpdf --qdf "$work/other.pdf" "$work/other.qdf" && grep -aq '/OutputConditionIdentifier (Custom)' "$work/other.qdf"
									ok "an ICC file of no registered condition" $?
for p in gestrichen ungestrichen digital; do
	build "$small" --print-profile $p -o "$work/$p.pdf" || break
done;									ok "every print profile works" $?

# ---- plates and colours, by Ghostscript ----
names=("screen and print show the colours alike" "black text is on the black plate alone" "no more ink than the paper takes"
       "pictures look alike on screen and in print")
if ! command -v gs >/dev/null; then
	for name in "${names[@]}"; do skip "$name" "Ghostscript is not installed"; done
	exit $failures
fi
build "$small" -o "$work/target.pdf" && quietly "$ZIVOS" pages "$small" --dpi 40 -o "$work/png"
gs_run -sDEVICE=png16m -r40 -dUsePDFX3Profile -dRenderIntent=1 -dBlackPtComp=0 -sOutputFile="$work/target.png" "$work/target.pdf"
quietly "$python" tests/print.py colours "$work/png/page-01.png" "$work/target.png"; ok "${names[0]}" $?
sed 's/^/# /' "$work/said"
sed 's/template="target"/template="plain"/' "$small" >"$work/text.xml"
build "$work/text.xml" -o "$work/text.pdf"
gs_run -sDEVICE=tiffsep -sCompression=none -r72 -sOutputFile="$work/text%02d.tif" "$work/text.pdf"
quietly "$python" tests/print.py black "$work/text01";			ok "${names[1]}" $?
sed 's/^/# /' "$work/said"
gs_run -sDEVICE=tiffsep -sCompression=none -r50 -sOutputFile="$work/plate%02d.tif" "$sample"
quietly "$python" tests/print.py sum $(ls "$work"/plate*.tif | grep -v '(' | sed 's/\.tif$//');	ok "${names[2]}" $?
sed 's/^/# /' "$work/said"
quietly "$ZIVOS" pages issues/2026-4/issue.xml --pages 4 --dpi 40 -o "$work/png"
gs_run -sDEVICE=png16m -r40 -dFirstPage=4 -dLastPage=4 -dUsePDFX3Profile -dRenderIntent=1 -dBlackPtComp=0 -sOutputFile="$work/four.png" "$sample"
quietly "$python" tests/print.py near "$work/png/page-04.png" "$work/four.png";	ok "${names[3]}" $?
sed 's/^/# /' "$work/said"
exit $failures
