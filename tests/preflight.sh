#!/bin/bash
# tests/preflight.sh - every rule of the preflight finds its own fault, and nothing else does.
#
# tests/preflight/mutations.py makes one good PDF/X-4 and, for every rule, PDFs that break just
# that rule. Exactly that rule may report. A rule without such a PDF is a failure as well.
. "$(dirname "$0")/tap.bash"

"$python" tests/preflight/mutations.py "$work/pdf" >"$work/list" 2>"$work/said"
ok "the PDFs are made" $?

judge()		# name profile: the rules that report, sorted, on one line; JSON and text must agree
{
	timeout 60 "$ZIVOS" preflight "$work/pdf/$1.pdf" --print-profile "$2" $ink --report "$work/r.json" >"$work/said" 2>&1
	status=$?
	found=$(sed -n 's/^{"code":"\([a-z0-9-]*\)".*/\1/p' "$work/r.json" | sort -u | tr '\n' ' ')
	worst=0
	grep -q '"severity":"error"' "$work/r.json" && worst=1
	echo "# found: ${found:-nothing}, status $status" >>"$work/said"
	[ "$status" -eq "$worst" ]
}

while read -r name profile rule; do
	ink=--no-ink
	[ "$rule" = tac ] && ink=
	if [ "$rule" = tac ] && ! command -v gs >/dev/null; then
		skip "$name: $rule" "Ghostscript is not installed"
		continue
	fi
	judge "$name" "$profile"; status=$?
	want="$rule "
	[ "$rule" = - ] && want=
	[ "$status" -eq 0 ] && [ "$found" = "$want" ]
	ok "$name: $rule" $?
done <"$work/list"

sed -n 's/^\tX([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' src/preflight/rules.h | sort >"$work/rules"
cut -d' ' -f3 "$work/list" | sort -u >"$work/tested"
comm -23 "$work/rules" "$work/tested" >"$work/said"
[ -s "$work/rules" ] && [ ! -s "$work/said" ]
ok "every rule has a PDF that breaks it" $?

# Places in millimetres from the trim's top left corner: the text stands 30 mm from the left and on 97 mm.
ink=--no-ink
judge text-4pt gestrichen
grep -q '"page":2,"x":30\.[0-9]*,"y":9[0-9]\.[0-9]*,' "$work/r.json"
ok "a place is counted from the trim's top left corner" $?
LC_ALL=C.UTF-8 LANGUAGE= "$ZIVOS" preflight "$work/pdf/hairline.pdf" --no-ink --lang de >"$work/said" 2>&1
grep -q 'Seite 2: Warnung: line-width: eine Linie' "$work/said"
ok "findings in German" $?

# Without --print-profile: the one that fits the file.
judges_by()	# NAME profile words
{
	run preflight "$work/pdf/$1.pdf" --no-ink --lang en --report "$work/r.json"
	grep -q "print profile $2 .*$3" "$work/said" && grep -q "\"profile\":\"$2\"" "$work/r.json"
}
judges_by good gestrichen 'fits its output intent';			ok "the print profile that fits the output intent" $?
judges_by good-x3 gestrichen-x3 'fits its output intent' && judges_by good-x1a gestrichen-x1a 'fits its output intent'
									ok "and the standard" $?
judges_by intent-uncoated ungestrichen 'fits its output intent';	ok "and the paper" $?
judges_by intent-none gestrichen 'names no paper';			ok "the usual one where nothing fits" $?
sed 's/<ink /<ink colour="red" /' layouts/print/gestrichen.xml >"$work/pdf/broken.xml"
exits 2 preflight "$work/pdf/good.pdf" --print-profile "$work/pdf/broken.xml" && grep -q unknown-attribute "$work/said"
									ok "a print profile with a fault is none" $?
exits 1 preflight "$work/pdf/hairline.pdf" --no-ink --strict;		ok "with --strict warnings count" $?

exits 2 preflight;								ok "no file is wrong usage" $?
exits 2 preflight "$work/none.pdf";						ok "a file that is not there is wrong usage" $?
exits 2 preflight "$work/pdf/good.pdf" --print-profile paper;			ok "an unknown print profile is wrong usage" $?
exits 1 preflight "$work";							ok "a folder is no PDF" $?
mkfifo "$work/fifo"
exits 1 preflight "$work/fifo";							ok "a pipe does not hang" $?
if [ -e /dev/full ]; then
	exits 3 preflight "$work/pdf/good.pdf" --report /dev/full/r.json;	ok "a report that cannot be written is the machine's fault" $?
fi

# Hostile files: an answer within bounds, never a crash.
cat >"$work/hostile.py" <<'END'
import pikepdf, sys, zlib
from pikepdf import Array, Dictionary, Name, Pdf, Stream
out = sys.argv[1]
p = Pdf.new()
for i in range(10000):
    p.add_blank_page()
p.save(out + '/pages.pdf')
p = Pdf.new()
p.add_blank_page()
bomb = zlib.compress(b'0 0 m ' * 100000000, 9)
p.pages[0].obj.Contents = p.make_indirect(Stream(p, b''))
p.pages[0].obj.Contents.write(bomb, filter=Name.FlateDecode)
p.save(out + '/bomb.pdf')
p = Pdf.new()
p.add_blank_page()
forms = [p.make_indirect(Stream(p, b'', Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])) for _ in range(19)]
for a, b in zip(forms, forms[1:]):
    a.write(b'/F Do ' * 10)
    a.Resources = Dictionary(XObject=Dictionary(F=b))
p.pages[0].obj.Resources = Dictionary(XObject=Dictionary(F=forms[0]))
p.pages[0].obj.Contents = p.make_indirect(Stream(p, b'/F Do'))
p.save(out + '/forms.pdf')
open(out + '/nested.pdf', 'wb').write(b'%PDF-1.6\n1 0 obj\n' + b'[' * 200000 + b'\nendobj\ntrailer<</Root 1 0 R>>\n')
kids = 20000
body = b'%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n'
for i in range(2, kids):
    body += b'%d 0 obj<</Type/Pages/Count 1/Kids[%d 0 R]>>endobj\n' % (i, i + 1)
body += b'%d 0 obj<</Type/Page/MediaBox[0 0 9e99 9e99]>>endobj\ntrailer<</Root 1 0 R>>\n' % kids
open(out + '/tree.pdf', 'wb').write(body)
open(out + '/empty.pdf', 'wb').close()
END
mkdir "$work/hostile"
"$python" "$work/hostile.py" "$work/hostile" 2>"$work/said";			ok "hostile files are made" $?
for f in "$work"/hostile/*.pdf; do
	timeout 120 "$ZIVOS" preflight "$f" --no-ink --report "$work/r.json" >"$work/said" 2>&1
	status=$?
	[ $status -eq 1 ] && grep -q '"severity":"error"' "$work/r.json"
	ok "hostile: $(basename "$f" .pdf)" $?
done
echo "1..$n"
exit $failures
