#!/bin/bash
# tests/marks.sh ZIVOS - printer's marks: where they stand, in which inks, and what the preflight says. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

build() { timeout 300 "$ZIVOS" build "$@" --lang en --profile print >"$work/said" 2>&1 </dev/null; }
found()		# FILE: the rules that report, on one line
{
	"$ZIVOS" preflight "$1" --no-ink --report "$work/r.json" >"$work/said" 2>&1
	sed -n 's/^{"code":"\([a-z0-9-]*\)".*/\1/p' "$work/r.json" | sort -u | tr '\n' ' '
}

"$python" tests/print.py target "$work" layouts/zivos/layout.xml
issue=$work/issue.xml
sed -i 's|<swatch name="patch3"[^/]*|& spot="Gold"|' "$work/probe/layout.xml"
sed 's|spots="0"|spots="1"|' layouts/print/gestrichen.xml >"$work/spots.xml"
cp layouts/print/gestrichen.icc "$work/"
spots="--print-profile $work/spots.xml"

build "$issue" $spots -o "$work/none.pdf" && build "$issue" $spots --marks all -o "$work/all.pdf"
								ok "an issue with all marks" $?
build "$issue" $spots --marks all -o "$work/again.pdf" && cmp -s "$work/all.pdf" "$work/again.pdf"
								ok "the same bytes again" $?
sed "s|title=\"Probe\"|title=\"$(printf 'Zeitschrift %.0s' $(seq 40))\"|" "$issue" >"$work/long.xml"
build "$work/long.xml" $spots --marks all -o "$work/long.pdf" && pdftotext -bbox "$work/long.pdf" "$work/bbox" && quietly "$python" - "$work/bbox" <<'END'
import re, sys
mm = 72 / 25.4
words = [(float(m[1]), float(m[2]), float(m[3]), m[4]) for m in re.finditer(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)"[^>]*>([^<]*)<', open(sys.argv[1], encoding="utf-8").read())]
slug = [w for w in words if w[1] > (11 + 297 + 3) * mm]
left = [w for w in slug if w[0] < (11 + 105) * mm]
assert any("…" in w[3] for w in left) and any(w[3] == "Seite" for w in left), slug
assert max(w[2] for w in left) < (11 + 105 - 4.9) * mm, left
assert any(w[3] == "Cyan" for w in slug), slug
END
								ok "a long title stays clear of the target, page and date stay" $?
quietly qpdf --check "$work/all.pdf";				ok "qpdf finds nothing" $?
quietly "$python" - "$work/none.pdf" "$work/all.pdf" <<'END'
import re, sys, pikepdf
mm = 72 / 25.4
files = [pikepdf.open(f) for f in sys.argv[1:]]
none, marked = (f.pages[0] for f in files)
def box(page, name):
    return [float(v) for v in page.obj[name]]
W, H, B, M = 210 * mm, 297 * mm, 3 * mm, 11 * mm
for name, want in (("/MediaBox", (0, 0, W + 2 * M, H + 2 * M)), ("/BleedBox", (M - B, M - B, M + W + B, M + H + B)),
                   ("/TrimBox", (M, M, M + W, M + H))):
    assert all(abs(a - b) < 0.001 for a, b in zip(box(marked, name), want)), (name, box(marked, name), want)
assert all(abs(a - b) < 0.001 for a, b in zip(box(none, "/MediaBox"), (0, 0, W + 2 * B, H + 2 * B)))
form = marked.obj.Resources.XObject["/ZMarks"]
assert str(form.Resources.ColorSpace["/ZAll"][1]) == "/All"
bleed, trim = box(marked, "/BleedBox"), box(marked, "/TrimBox")
inks, halfline, lines, fills, curves, used = None, None, [], [], 0, set()
at = None
for operands, operator in pikepdf.parse_content_stream(form):
    v = [float(x) for x in operands if not isinstance(x, pikepdf.Name)]
    o = str(operator)
    if o == "w":
        halfline = v[0] / 2
    elif o == "m":
        at = v
    elif o == "l":
        lines.append((at, v))
    elif o == "k":
        inks = tuple(v); used.add(inks)
    elif o in ("cs", "scn"):
        inks = (str(operands[0]),) if o == "cs" else inks[:1] + (v[0],)
        used.add(inks)
    elif o == "re":
        fills.append((v[0], v[1], v[0] + v[2], v[1] + v[3]))
    elif o == "c":
        curves += 1
        fills.append((min(v[::2]), min(v[1::2]), max(v[::2]), max(v[1::2])))
assert halfline == 0.125
assert curves == 4 * 2 * 4, curves
boxes = [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in lines] + fills
for b in boxes:
    out = max(trim[0] - b[2], b[0] - trim[2], trim[1] - b[3], b[1] - trim[3])
    assert out > 3 * mm - 0.001 + halfline, b
    assert b[2] + halfline < bleed[0] or b[0] - halfline > bleed[2] or b[3] + halfline < bleed[1] or b[1] - halfline > bleed[3], b
# Crop marks: eight lines, two in the line of each edge of the trim.
for k in (0, 2):
    assert sum(1 for a, b in lines if abs(a[0] - trim[k]) < 0.001 and abs(b[0] - trim[k]) < 0.001) == 2
for k in (1, 3):
    assert sum(1 for a, b in lines if abs(a[1] - trim[k]) < 0.001 and abs(b[1] - trim[k]) < 0.001) == 2
want = {(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (.5, 0, 0, 0), (0, .5, 0, 0), (0, 0, .5, 0), (0, 0, 0, .5),
        (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 0, 0), (1, 1, 1, 0)}
assert want <= used, want - used
gold = [n for n, s in form.Resources.ColorSpace.items() if str(s[1]) == "/Gold"]
assert gold and {(gold[0], 1.0), (gold[0], 0.5)} <= used, (gold, used)
END
								ok "boxes, lines, inks of the marks" $?
pdftotext -bbox "$work/all.pdf" "$work/text.html" && quietly "$python" - "$work/text.html" <<'END'
import re, sys
mm = 72 / 25.4
words = [(float(a), float(b), float(c), float(d), t) for a, b, c, d, t in re.findall(
    r'<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)</word>', open(sys.argv[1], encoding="utf-8").read())]
slug = [w for w in words if w[1] > (11 + 297 + 3) * mm - 0.1]
text = [w[4] for w in slug]
left = "Probe 1/2026 · Seite 1 · 1. Februar 2026".split()
assert text[:9] == left, text
assert all(b[0] - a[2] > 1 for a, b in zip(slug[:8], slug[1:9])), slug[:9]        # spaces that are seen
assert text[9:14] == ["Cyan", "Magenta", "Gelb", "Schwarz", "Gold"], text
assert "FOGRA39" in text, text
assert all(w[0] >= 11 * mm and w[2] <= (11 + 210) * mm for w in slug)
END
								ok "the slug says what the sheet is, and can be read" $?
pdffonts "$work/all.pdf" >"$work/said" 2>&1 && awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 3 }' "$work/said"
								ok "its font is embedded" $?
# One page, and a spot more than the built-in profile takes: with marks no more is found than without.
[ "$(found "$work/all.pdf")" = "$(found "$work/none.pdf")" ];	ok "the preflight takes marks outside the bleed" $?
quietly "$python" - "$work/all.pdf" "$work" <<'END'
import sys, pikepdf
mm = 72 / 25.4
for name, wider in (("corner", 5), ("near", 1.5)):
    pdf = pikepdf.open(sys.argv[1])
    p = pdf.pages[0].obj
    b = [float(v) for v in p.BleedBox]
    p.BleedBox = [b[0] - wider * mm, b[1] - wider * mm, b[2] + wider * mm, b[3] + wider * mm]
    pdf.save("%s/%s.pdf" % (sys.argv[2], name))
END
for name in corner near; do
	[[ " $(found "$work/$name.pdf")" == *" marks-outside "* ]] && grep -q '"code":"marks-outside","severity":"error"' "$work/r.json"
								ok "and refuses them inside it: $name" $?
done
for kind in crop registration colour slug; do
	build "$issue" $spots --marks $kind -o "$work/$kind.pdf" && quietly qpdf --check "$work/$kind.pdf" &&
	pdfinfo -box "$work/$kind.pdf" | grep -q 'MediaBox: *0.00 *0.00 *657.64 *904.25'
								ok "--marks $kind alone" $?
done
build "$issue" $spots --marks none -o "$work/no.pdf" && cmp -s "$work/no.pdf" "$work/none.pdf"
								ok "--marks none is no marks" $?
build "$issue" $spots --marks crop,slugs -o "$work/no2.pdf"; [ $? -eq 2 ] && grep -q slugs "$work/said" && [ ! -e "$work/no2.pdf" ]
								ok "an unknown mark is wrong usage" $?
exits 2 build "$issue" --marks all -o "$work/no2.pdf" && [ ! -e "$work/no2.pdf" ];	ok "marks are for print only" $?
sed 's|<pictures|<marks crop="yes" registration="yes" colour="yes" slug="yes"/>&|' "$work/spots.xml" >"$work/marked.xml"
build "$issue" --print-profile "$work/marked.xml" -o "$work/profile.pdf" && cmp -s "$work/profile.pdf" "$work/all.pdf"
								ok "a print profile may ask for them" $?
build "$issue" --print-profile "$work/marked.xml" --marks none -o "$work/no.pdf" && cmp -s "$work/no.pdf" "$work/none.pdf"
								ok "and the command line take them back" $?
sed -i 's|<marks|& offset="2mm"|' "$work/marked.xml"
build "$issue" --print-profile "$work/marked.xml" -o "$work/no2.pdf"; [ $? -eq 1 ] && grep -q 'marked.xml:.*2.0 mm' "$work/said"
								ok "marks too near to the edge are refused" $?
sed 's|standard="[^"]*"|standard="PDF/X-1a:2003"|' "$work/spots.xml" >"$work/old.xml"
build "$issue" --print-profile "$work/old.xml" --marks all -o "$work/old.pdf" && quietly qpdf --check "$work/old.pdf" &&
head -c 8 "$work/old.pdf" | grep -q 'PDF-1.4';			ok "marks in PDF/X-1a" $?
exit $failures
