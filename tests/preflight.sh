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
cut -d' ' -f3- "$work/list" | tr ' ' '\n' | sort -u >"$work/tested"
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
run preflight "$work/pdf/hairline.pdf" --no-ink --color always && says $'\033[';	ok "colours in a pipe when asked for" $?
timeout 60 "$ZIVOS" preflight "$work/pdf/hairline.pdf" --no-ink 2>/dev/null | tee "$work/said" | grep -q line-width && ! says $'\033['
									ok "and none where not" $?
exits 1 preflight "$work/pdf/hairline.pdf" --no-ink --strict;		ok "with --strict warnings count" $?

# Ink is measured where there is a page, and it is said where not.
if command -v gs >/dev/null; then
	"$python" - "$work" >"$work/said" 2>&1 <<'END'
import sys, pikepdf
work = sys.argv[1]
far = "1" + 30 * "0" + ".5"
for name, box in ("beside", "[5000 5000 6000 6000]"), ("huge", "[-%s -%s %s %s]" % (far, far, far, far)):
    with pikepdf.open(work + "/pdf/good-ink.pdf") as pdf:
        pdf.pages[1].BleedBox = pikepdf.Object.parse(box.encode())
        pdf.save(work + "/pdf/ink-%s.pdf" % name)
with pikepdf.open(work + "/pdf/good-ink.pdf") as pdf:
    pdf.pages.extend([pdf.pages[1]] * 2)
    pdf.save(work + "/pdf/ink-alike.pdf")
END
	ok "PDFs with odd bleed boxes" $?
	inks()		# NAME python-expression over `ink`, a figure or None for each page
	{
		run preflight "$work/pdf/$1.pdf" --print-profile gestrichen --lang en --report "$work/r.json" --cache "${3:-$work/cache}"
		"$python" -c 'import json, sys; ink = json.load(open(sys.argv[1]))["ink"]; print(ink); assert eval(sys.argv[2])' "$work/r.json" "$2" >>"$work/said" 2>&1
	}
	inks ink-beside 'ink[1] is None and ink[0] is not None' && says "page 2: warning: tac: the ink was not measured" && says "NOT measured" &&
	inks ink-beside 'ink[1] is None' && says "page 2: warning: tac: the ink was not measured"
									ok "nothing to measure is no ink of 400 %, also from the cache" $?
	inks ink-huge 'ink[1] > 200';					ok "a bleed box beyond all bounds is that of the sheet" $?
	inks ink-alike 'len(ink) > 4 and None not in ink and ink[1] == ink[-1]' /dev/null/none
									ok "pages alike have their ink without a cache too" $?
fi

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

# Streams of many megabytes of nothing, in every place that somebody might unpack.
def zeros(megabytes):
    z = zlib.compressobj(9)
    return b''.join(z.compress(bytes(1 << 20)) for _ in range(megabytes)) + z.flush()
def one_page(fill, name, **how):
    p = Pdf.new()
    p.add_blank_page(page_size=(595, 842))
    fill(p, p.pages[0].obj)
    p.save(out + '/' + name + '.pdf', **how)
def bomb(p, **keys):
    s = Stream(p, b'', **keys)
    s.write(big, filter=Name.FlateDecode)
    return p.make_indirect(s)
big = zeros(1000)
def image(p, o):
    o.Resources = Dictionary(XObject=Dictionary(I=bomb(p, Type=Name.XObject, Subtype=Name.Image, Width=30000, Height=30000,
                                                       ColorSpace=Name.DeviceGray, BitsPerComponent=8)))
    o.Contents = p.make_indirect(Stream(p, b'q 595 0 0 842 0 0 cm /I Do Q'))
def font(p, o):
    d = Dictionary(Type=Name.FontDescriptor, FontName=Name.X, Flags=32, FontBBox=[0, 0, 1, 1], ItalicAngle=0, Ascent=1, Descent=0,
                   CapHeight=1, StemV=1, FontFile2=bomb(p))
    o.Resources = Dictionary(Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.X, FirstChar=32,
                             LastChar=33, Widths=[500, 500], Encoding=Name.WinAnsiEncoding, FontDescriptor=d)))
    o.Contents = p.make_indirect(Stream(p, b'BT /F 12 Tf 99 99 Td (!!) Tj ET'))
def places(p, o):
    o.PieceInfo = Dictionary(zivos=Dictionary(Private=bomb(p)))
    o.Contents = p.make_indirect(Stream(p, b'1 0 0 rg 0 0 99 99 re f'))
def profile(p, o):
    p.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier='FOGRA39', DestOutputProfile=bomb(p, N=4))])
one_page(image, 'image')
one_page(font, 'font')
one_page(places, 'places')
one_page(profile, 'profile')
one_page(lambda p, o: None, 'locked', encryption=pikepdf.Encryption(owner='x', user='y', R=6))
big = zeros(200)
data = b'%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n'
at = len(data)
data += b'9 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n' % len(big) + big + b'\nendstream endobj\n'
x = len(data)
rows = b''.join(r.to_bytes(1, 'big') + a.to_bytes(4, 'big') + b.to_bytes(2, 'big') for r, a, b in
                [(0, 0, 65535), (1, 9, 0), (1, data.index(b'2 0 obj'), 0), (2, 9, 0)] + [(0, 0, 0)] * 5 + [(1, at, 0), (1, x, 0)])
data += b'10 0 obj<</Type/XRef/Size 11/W[1 4 2]/Root 1 0 R/Length %d>>stream\n' % len(rows) + rows
open(out + '/objects.pdf', 'wb').write(data + b'\nendstream endobj\nstartxref\n%d\n%%%%EOF\n' % x)
noise = bytes((i * i * 7919 >> 7) % 256 for i in range(300000))
open(out + '/noise.pdf', 'wb').write(noise)
open(out + '/header.pdf', 'wb').write(b'%PDF-1.6\n' + noise)
END
mkdir "$work/hostile"
"$python" "$work/hostile.py" "$work/hostile" 2>"$work/said";			ok "hostile files are made" $?
# A program run with limits: seconds of the processor, megabytes; its own status, or 99.
cat >"$work/bounded.py" <<'END'
import os, resource, subprocess, sys
seconds, megabytes, *command = sys.argv[1:]
status = subprocess.run(command).returncode
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print('# %.1f s, %d MB' % (use.ru_utime + use.ru_stime, use.ru_maxrss // 1024))
tight = os.environ.get('BUILD') != 'sanitize'
sys.exit(99 if tight and (use.ru_utime + use.ru_stime > float(seconds) or use.ru_maxrss >> 10 > int(megabytes)) else status)
END
hostile()	# FILE options: a finding, an error, within bounds, and the file's name in what is said
{
	timeout 150 "$python" "$work/bounded.py" 90 1600 "$ZIVOS" preflight "$@" --lang en --cache "$work/cache" --report "$work/r.json" >"$work/said" 2>&1
	[ $? -eq 1 ] && grep -q '"severity":"error"' "$work/r.json" && says "$1: not fit for print"
}
for f in "$work"/hostile/*.pdf; do
	hostile "$f" --no-ink;						ok "hostile: $(basename "$f" .pdf)" $?
	grep '^# [0-9]' "$work/said"
done
if command -v gs >/dev/null; then
	for f in image font places pages objects tree; do
		hostile "$work/hostile/$f.pdf";				ok "hostile to Ghostscript: $f" $?
		grep '^# [0-9]' "$work/said"
	done
fi

# ---- Ghostscript sees the file, and nothing else ----
if gs=$(command -v gs); then
	mkdir "$work/names" "$work/bin"
	good=$work/pdf/good.pdf zivos=$ZIVOS
	measured()	# NAME options: in its folder, measured anew; its findings and inks into NAME.json
	{
		rm -rf "$work/fresh"
		(cd "$work/names" && timeout 100 "$zivos" preflight "$@" --lang en --cache "$work/fresh" --report "$work/r.json" >"$work/said" 2>&1 </dev/null)
	}
	inks() { grep -o '"ink":\[[^]]*\]' "$work/r.json"; }
	measured "$good"; want=$(inks)
	echo '-sOutputFile=taken -dNOSAFER ./@ad.pdf' >"$work/names/ad.pdf"
	for name in @ad.pdf -dNOSAFER.pdf 'a%%b %d.pdf'; do
		cp "$good" "$work/names/$name"
		measured ./"$name"; plain=$(inks)
		[[ $name = -* ]] || measured "$name"
		[ "$want" ] && [ "$plain" = "$want" ] && [ "$(inks)" = "$want" ] && [ ! -e "$work/names/taken" ]
								ok "a file of the name $name" $?
	done
	# Ghostscript has no way to open this one, but it must not run it.
	cp "$good" "$work/names/%pipe%touch taken"
	measured '%pipe%touch taken'; [ $? -eq 1 ] && says "ink coverage NOT measured" && [ ! -e "$work/names/taken" ]
								ok "a file of the name of a command" $?
	echo '(taken) (w) file closefile quit' >"$work/names/quit.ps"
	GS_OPTIONS="-dNOSAFER $work/names/quit.ps" GS_LIB=$work/names GS_DEVICE=nothing measured "$good"
	[ "$(inks)" = "$want" ] && [ ! -e "$work/names/taken" ];	ok "settings of the user's Ghostscript change nothing" $?

	# A slow one, so that signals meet a preflight at work: to its process, that is Ghostscript's parent.
	printf '#!/bin/sh\n[ "$1" = --version ] || [ "$7" = --version ] || { echo $PPID >%s; sleep 2; }\nexec %s "$@"\n' "$work/gs.parent" "$gs" >"$work/bin/gs"
	chmod +x "$work/bin/gs"
	signalled()	# SIGNAL command...: the preflight's status
	{
		local signal=$1; shift
		rm -rf "$work/gs.parent" "$work/fresh" "$work/r.json"
		PATH=$work/bin:$PATH "$@" "$ZIVOS" preflight "$good" --lang en --cache "$work/fresh" --report "$work/r.json" >"$work/said" 2>&1 </dev/null &
		for _ in $(seq 100); do [ -s "$work/gs.parent" ] && break; sleep 0.1; done
		kill -$signal "$(cat "$work/gs.parent")"
		wait $!
	}
	signalled HUP nohup; [ $? -eq 0 ] && [ "$(inks)" = "$want" ];	ok "under nohup it does not end with the terminal" $?
	signalled TERM env; [ $? -eq 3 ] && says "stopped from outside" && [ ! -e "$work/r.json" ]
								ok "stopped by somebody, it says nothing of the file" $?
	no_temp;						ok "nothing temporary stays" $?
else
	skip "Ghostscript" "it is not installed"
fi
exit $failures
