#!/bin/bash
# tests/delivery.sh ZIVOS - the sheet for the print shop: what it says is true, and it goes with its PDF only. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

if ! command -v gs >/dev/null; then
	skip "delivery sheet" "Ghostscript is not installed"
	exit 0
fi
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
# Four pages, a spot colour, an imprint, names that XML could trip over.
sed -i 's|<swatch name="patch3"[^/]*|& spot="Gold \&amp; Co"|' "$work/probe/layout.xml"
cp issues/2026-4/pictures/tee.jpg "$work/"
cat >"$work/issue.xml" <<'END'
<issue xmlns="urn:zivos:issue" title="Heft &amp; &lt;Mehr&gt;" number="1/2026" date="2026-02-03" theme="Probe" xml:lang="de" layout="./probe">
  <article id="a" rubric="wir-alle" template="target"><headline>Farben</headline><body><p>Schwarz auf Weiß.</p></body></article>
  <section template="editorial" rubric="wir-alle">
    <article id="b"><headline>Bild</headline><body><p>Wort</p><p xml:lang="ar">أهلا وسهلا</p>
      <picture src="tee.jpg" alt="Tee" size="column"><caption>Tee</caption></picture></body></article>
    <imprint><headline>Impressum</headline><p>Nichts hier.</p><p>Verlag Muster, Hafenweg 3<br/>post@muster.example</p></imprint>
  </section>
</issue>
END
sed 's|spots="0"|spots="1"|; s|page-multiple="4"|page-multiple="2"|' layouts/print/gestrichen.xml >"$work/shop.xml"
cp layouts/print/gestrichen.icc "$work/"
build() { run build "$work/issue.xml" --profile print --print-profile "$work/shop.xml" "$@"; }
sheet=$work/out/heft-begleitblatt.pdf

build -o "$work/out/heft.pdf" --lang en && [ -s "$work/out/heft.pdf" ] && [ -s "$sheet" ] && says "heft-begleitblatt.pdf"
								ok "a sheet beside the print PDF, and it is named" $?
quietly qpdf --check "$sheet" && [ "$(qpdf --show-npages "$sheet")" = 1 ] && pdfinfo "$sheet" | grep -q 'A4'
								ok "one page of A4" $?
pdffonts "$sheet" >"$work/said" 2>&1 && awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 3 }' "$work/said"
								ok "its fonts are embedded" $?
pdftotext -layout "$sheet" "$work/text"
tr -s ' \n' '  ' <"$work/text" >"$work/said"
sum=$(sha256sum "$work/out/heft.pdf" | cut -c1-64)
tr -d ' ' <"$work/said" | grep -q "$sum";			ok "the checksum is the PDF's" $?
bytes=$(stat -c %s "$work/out/heft.pdf")
sed 's/\xe2\x80\xaf//g; s/ //g' "$work/said" | grep -q "($(echo "$bytes")Byte)";	ok "so is the size" $?
for words in "Heft & <Mehr> 1/2026" "3. Februar 2026" "210 × 297 mm" "3 mm an allen Seiten" "Gold & Co" "Cyan, Magenta, Gelb, Schwarz" \
	"FOGRA39" "PDF/X-4" "heft.pdf" "Verlag Muster, Hafenweg 3" "post@muster.example" "Rückfragen" "alle eingebettet" "keine Fehler"; do
	says "$words";						ok "it says: $words" $?
done
! says "Nichts hier";						ok "only the address of the imprint" $?
"$ZIVOS" preflight "$work/out/heft.pdf" --print-profile "$work/shop.xml" --report "$work/r.json" >/dev/null 2>&1
"$python" - "$work/r.json" "$work/said" >"$work/why" 2>&1 <<'END'
import json, re, sys
report = json.load(open(sys.argv[1]))
text = open(sys.argv[2], encoding="utf-8").read()
most = max(report["ink"])
got = re.search(r"bis (\d+) % \(Seite (\d+)\)", text)
assert got and int(got[1]) == round(most) and report["ink"][int(got[2]) - 1] == most, (got, report["ink"])
n = report["warnings"]
assert report["errors"] == 0
assert ("keine Warnungen" if n == 0 else "%d Warnung" % n) in text, (n, text)
for f in report["findings"]:
    if f["severity"] != "note":
        assert f["code"] in text, f
END
status=$?; [ $status -eq 0 ] || cat "$work/why" >>"$work/said"; ok "ink and findings are the preflight's" $status
cp "$sheet" "$work/first.pdf"
build -o "$work/out/heft.pdf" --lang de && cmp -s "$sheet" "$work/first.pdf";	ok "the same bytes again, whatever the language of messages" $?
build -o "$work/out/heft.pdf" --no-delivery && [ ! -e "$sheet" ] && [ -e "$work/out/heft.pdf" ]
								ok "--no-delivery: none, and no old one stays" $?
build -o "$work/out/heft.pdf" --pages 1 && [ ! -e "$sheet" ];	ok "none for a part of an issue" $?
build -o "$work/out/heft.pdf" && [ -e "$sheet" ] && sed 's|<paper bleed="3mm"|<paper bleed="6mm"|' "$work/shop.xml" >"$work/strict.xml" &&
{ run build "$work/issue.xml" --profile print --print-profile "$work/strict.xml" -o "$work/out/heft.pdf"; [ $? -eq 1 ]; } && [ ! -e "$work/out/heft.pdf" ] && [ ! -e "$sheet" ]
								ok "none of a rejected PDF, and no old one stays" $?
# One page, whatever is to be said.
words() { printf "$1 %.0s" $(seq "$2"); }
sed "s|title=\"[^\"]*\"|title=\"$(words 'Zeitschrift für Wanderer' 30)\"|; s|theme=\"Probe\"|theme=\"$(words Sommerfrische 30)\"|
s|Verlag Muster, Hafenweg 3|$(words 'Verlag Muster' 80)|; s|<p>Wort</p>|<p>Wort <foreign xml:lang=\"he\">שלום</foreign> <foreign xml:lang=\"hi\">नमस्ते</foreign> <foreign xml:lang=\"zh-Hans\">你好</foreign> <foreign xml:lang=\"am\">ሰላም</foreign> <foreign xml:lang=\"th\">สวัสดี</foreign></p>|" "$work/issue.xml" >"$work/long.xml"
sed 's/text="5pt"/text="300pt"/; s/warning="[0-9]*"/warning="2300"/; s/most="[0-9]*"/most="100"/' "$work/shop.xml" >"$work/doubts.xml"
run build "$work/long.xml" --profile print --print-profile "$work/doubts.xml" -o "$work/out/long.pdf" --lang en
[ $? -eq 0 ] && [ -s "$work/out/long.pdf" ] && [ "$(qpdf --show-npages "$work/out/long-begleitblatt.pdf")" = 1 ]
								ok "a long title, theme and imprint, many fonts and findings: still one page" $?
pdftotext -layout "$work/out/long-begleitblatt.pdf" "$work/text"; cp "$work/text" "$work/said"
says "…" && head -n 12 "$work/text" | grep -q "…  *1/2026" && says "Seite 2" && [ "$(tr -d ' \n' <"$work/text" | grep -c "$(sha256sum "$work/out/long.pdf" | cut -c1-64)")" -eq 1 ]
								ok "what is too long is cut, number and checksum stay whole" $?
# The file's own number: of all that is in it, and what it was made for.
instance() { grep -ao 'InstanceID>uuid:[0-9a-f-]*' "$1" | tail -n 1; }
build -o "$work/out/heft.pdf" --no-delivery; a=$(instance "$work/out/heft.pdf")
build -o "$work/out/heft.pdf" --no-delivery; b=$(instance "$work/out/heft.pdf")
sed 's|name="gestrichen"|name="andere"|' "$work/shop.xml" >"$work/andere.xml"
run build "$work/issue.xml" --profile print --print-profile "$work/andere.xml" -o "$work/out/other.pdf" --no-delivery; c=$(instance "$work/out/other.pdf")
cp "$work/tee.jpg" "$work/tee.keep"; "$python" - "$work/tee.jpg" <<'END'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[data.index(b"\xff\xdb") + 5] += 7		# a coarser table: other pixels, the same size
open(sys.argv[1], "wb").write(data)
END
build -o "$work/out/heft.pdf" --no-delivery; d=$(instance "$work/out/heft.pdf"); mv "$work/tee.keep" "$work/tee.jpg"
echo "$a $b $c $d" >"$work/said"
[ -n "$a" ] && [ "$a" = "$b" ] && [ "$a" != "$c" ] && [ "$a" != "$d" ] && [ "$c" != "$d" ] && ! grep -q 00000000-0000 "$work/said"
								ok "its number changes with a picture and with the print profile, and only then" $?
run build "$work/issue.xml" --profile screen --print-profile "$work/shop.xml" -o "$work/out/screen.pdf" && [ ! -e "$work/out/screen-begleitblatt.pdf" ]
								ok "none of a screen PDF" $?
mkdir -p "$work/blocked/heft-begleitblatt.pdf"
build -o "$work/blocked/heft.pdf" --lang en; [ $? -eq 3 ] && says "begleitblatt" && [ -s "$work/blocked/heft.pdf" ]
								ok "a sheet that cannot be written is told; the PDF stays" $?
exit $failures
