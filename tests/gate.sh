#!/bin/bash
# tests/gate.sh ZIVOS - no file that a print shop would send back bears the name of a finished one.
. "$(dirname "$0")/tap.bash"

mkdir "$work/heft" "$work/bin" "$work/out"
issue=$work/heft/issue.xml
write_issue()	# TEXT of the second article: pages beside the first stay as they are
{
	cat >"$issue" <<END
<issue xmlns="urn:zivos:issue" title="Heft" number="1/2026" date="2026-02-01" xml:lang="de" layout="zivos">
  <article id="a" rubric="rat" template="story">
    <headline>Eins</headline>
    <body><p>Der erste Text bleibt, wie er ist.</p></body>
  </article>
  <article id="b" rubric="rat" template="story">
    <headline>Zwei</headline>
    <body><p>$1</p></body>
  </article>
</issue>
END
}
write_issue 'Der zweite Text ändert sich.'
sed 's/bleed="3mm"/bleed="5mm"/; s/page-multiple="4"/page-multiple="1"/' layouts/print/gestrichen.xml >"$work/strict.xml"
sed 's/page-multiple="4"/page-multiple="1"/' layouts/print/gestrichen.xml >"$work/easy.xml"
cp layouts/print/gestrichen.icc "$work/"
heft=$work/out/heft.pdf
build()		# arguments after the issue
{
	run build "$issue" --profile print --lang en --cache "$work/cache" "$@"
}

# ---- what bears which name ----
build -o "$heft" --print-profile "$work/easy.xml" --report "$work/r.json" && [ -s "$heft" ] &&
tail -n 1 "$work/said" | grep -qE 'heft\.pdf: fit for print: [0-9]+ pages, PDF/X-4 for '
							ok "a good file gets its name, the verdict stands last" $?
"$python" - "$work/r.json" >"$work/said" 2>&1 <<'END'
import json, shutil, sys
r = json.load(open(sys.argv[1]))
p = r["preflight"]
assert isinstance(r["messages"], list) and p["errors"] == 0 and p["standard"] == "PDF/X-4", r
assert len(p["ink"]) == p["pages"] > 1
assert all(i is not None and 0 < i <= p["ink_limit"] for i in p["ink"]) if shutil.which("gs") else True, p["ink"]
END
							ok "the report holds what the preflight says" $?
cp "$heft" "$work/first.pdf"
build -o "$heft" --print-profile "$work/strict.xml" --report "$work/r.json"; status=$?
[ $status -eq 1 ] && [ ! -e "$heft" ] && [ -s "$work/out/heft.rejected.pdf" ] && cmp -s "$work/first.pdf" "$work/out/heft.previous.pdf"
							ok "a bad one does not, nor does the earlier one keep it" $?
says 'nothing bears the name' && says 'heft.rejected.pdf' && says 'heft.previous.pdf' && says 'error: box-bleed:' &&
tail -n 1 "$work/said" | grep -q 'not fit for print' && grep -q '"code":"box-bleed"' "$work/r.json"
							ok "and it is said what lies where, and why" $?
build -o "$heft" --print-profile "$work/strict.xml"; [ $? -eq 1 ] && [ ! -e "$heft" ] && cmp -s "$work/first.pdf" "$work/out/heft.previous.pdf"
							ok "rejected again, the finished one of before is kept" $?
build -o "$heft" --print-profile "$work/easy.xml" && [ -s "$heft" ] && [ ! -e "$work/out/heft.rejected.pdf" ] && cmp -s "$work/first.pdf" "$heft"
							ok "a good one takes the rejected one away" $?
sed 's/text="5pt"/text="300pt"/' "$work/easy.xml" >"$work/small.xml"
build -o "$work/out/w.pdf" --print-profile "$work/small.xml" && says 'warning: txt-size' && [ -e "$work/out/w.pdf" ]
							ok "warnings are no reason" $?
build -o "$work/out/w.pdf" --print-profile "$work/small.xml" --strict; [ $? -eq 1 ] && [ ! -e "$work/out/w.pdf" ] && [ -e "$work/out/w.rejected.pdf" ]
							ok "but with --strict they are" $?
build -o "$work/out/p.pdf" --pages 1 && ! says page-count;	ok "some pages are not counted" $?
mkdir -p "$work/out/d.previous.pdf" && cp "$work/first.pdf" "$work/out/d.pdf"
build -o "$work/out/d.pdf" --print-profile "$work/strict.xml"; [ $? -ne 0 ] && says 'd.pdf is still the PDF of an earlier build' && cmp -s "$work/first.pdf" "$work/out/d.pdf"
							ok "an earlier PDF that cannot be moved is not passed over in silence" $?
echo notes >"$work/out/n.rejected.pdf"
build -o "$work/out/n.pdf"; [ $? -eq 2 ] && [ "$(cat "$work/out/n.rejected.pdf")" = notes ]
							ok "a file of another kind is not replaced" $?
# Report and output, however they are named.
ln -s out/x.pdf "$work/x.link"; mkdir -p "$work/out/sub"; ln -s ../out "$work/out/around"
for way in out/./x.pdf x.link out/sub/../x.pdf out/around/x.pdf out/x.rejected.pdf out/around/x.previous.pdf out/x-begleitblatt.pdf; do
	rm -f "$work/out/x.pdf"
	build -o "$work/out/x.pdf" --report "$work/$way"
	[ $? -eq 2 ] && says 'would be one file' && [ ! -e "$work/out/x.pdf" ]
							ok "the report is none of the output's files: $way" $?
done
build -o "$work/none/x.pdf" --report "$work/none/../none/x.pdf"; [ $? -eq 2 ] && [ ! -e "$work/none" ]
							ok "also where nothing is there yet" $?
build -o "$work/out/x.link.pdf" --report "$work/out/x.json" && [ -s "$work/out/x.link.pdf" ] && grep -q '"preflight"' "$work/out/x.json"
							ok "a report of its own name is" $?
rm -f "$work"/out/x.* "$work/x.link"
echo notes >"$work/out/s-begleitblatt.pdf"
build -o "$work/out/s.pdf"; [ $? -eq 2 ] && says "s-begleitblatt.pdf is a file of another kind" && [ "$(cat "$work/out/s-begleitblatt.pdf")" = notes ] && [ ! -e "$work/out/s.pdf" ]
							ok "the sheet replaces no file of another kind either" $?
build -o "$work/out/s.pdf" --no-delivery && [ -s "$work/out/s.pdf" ] && [ "$(cat "$work/out/s-begleitblatt.pdf")" = notes ]
							ok "without a sheet it is not in the way" $?
run build "$issue" --profile print --print-profile "$work/easy.xml" --no-delivery -o "$work/out/S.PDF" --pages 1
[ -s "$work/out/S.PDF" ] && run build "$issue" --profile print --print-profile "$work/strict.xml" -o "$work/out/S.PDF"
[ -s "$work/out/S.rejected.pdf" ] && [ -s "$work/out/S.previous.pdf" ] && [ ! -e "$work/out/S.PDF" ]
							ok "S.PDF is rejected as S.rejected.pdf" $?
rm -f "$work"/out/[sS][.-]*
no_temp;						ok "no temporary file is left" $?

# ---- places in the XML ----
sed 's/text="5pt"/text="11pt"/' "$work/easy.xml" >"$work/eleven.xml"
build -o "$heft" --print-profile "$work/eleven.xml" && grep -qE "^$issue:[0-9]+:[0-9]+: warning: txt-size: .*heft\.pdf, page [0-9]+, [0-9.]+ mm" "$work/said"
							ok "build names file, line and column" $?
line=$(grep -n 'Der zweite Text' "$issue" | cut -d: -f1)
run preflight "$heft" --print-profile "$work/eleven.xml" --no-ink --lang en --report "$work/r.json"
grep -qE "^issue\.xml:$line:[0-9]+: warning: txt-size" "$work/said" && grep -qE "\"file\":\"issue\.xml\",\"line\":$line,\"column\":[0-9]+" "$work/r.json"
							ok "so does a later preflight, relative to the issue's folder" $?
run preflight "$heft" --print-profile "$work/eleven.xml" --no-ink --lang en --source "$work/heft"
grep -qE "^$work/heft/issue\.xml:$line:" "$work/said";	ok "or to the one that is named" $?
qpdf --qdf "$heft" "$work/heft.qdf" && ! grep -aqF "$work" "$work/heft.qdf" && ! grep -aqF "$PWD" "$work/heft.qdf"
							ok "no path of this machine is in the PDF" $?
mkdir "$work/moved" && cp "$issue" "$work/moved/" &&
run build "$work/moved/issue.xml" --profile print --cache "$work/cache" --print-profile "$work/eleven.xml" -o "$work/moved.pdf" && cmp -s "$heft" "$work/moved.pdf"
							ok "the same bytes from another folder" $?
"$python" - "$heft" "$work" >"$work/said" 2>&1 <<'END'
import sys, pikepdf
good = 'zivos-places 1\nissue.xml\n\n0 0 90000 90000 0 1 1\n'
maps = {
    'up': good.replace('issue.xml', '../../etc/passwd'), 'root': good.replace('issue.xml', '/etc/passwd'),
    'steer': good.replace('issue.xml', 'a\033[2Jb'), 'index': good.replace(' 0 1 1', ' 7 1 1'),
    'numbers': good.replace('90000', '99999999999999999999'), 'binary': '\0\1\2' * 999, 'long': good + '1 1 1 1 0 1 1\n' * 100000,
    'name': good.replace('issue.xml', 'x' * 5000), 'none': '', 'head': 'zivos-places 1', 'good': good,
}
for name, text in maps.items():
    with pikepdf.open(sys.argv[1]) as pdf:
        for page in pdf.pages:
            page.obj.PieceInfo.zivos.Private = pdf.make_indirect(pikepdf.Stream(pdf, text.encode('latin-1')))
        pdf.save('%s/map-%s.pdf' % (sys.argv[2], name))
END
							ok "PDFs with maps made to do harm" $?
for f in "$work"/map-*.pdf; do
	run preflight "$f" --print-profile "$work/eleven.xml" --no-ink --lang en --report "$work/r.json"; status=$?
	case $f in
	*-good.pdf) [ $status -eq 0 ] && grep -q '^issue\.xml:1:1: warning: txt-size' "$work/said" ;;
	*-long.pdf) [ $status -eq 0 ] ;;
	*) [ $status -eq 0 ] && grep -q '"code":"txt-size"' "$work/r.json" && ! grep -q '"file":"[^"]*passwd' "$work/r.json" &&
	   grep -q 'pdf: page .*: warning: txt-size' "$work/said" ;;
	esac
	ok "map: $(basename "$f" .pdf)" $?
done

# ---- Ghostscript ----
without_gs() { quietly env PATH="$work/bin" "$ZIVOS" build "$issue" --profile print --lang en --cache "$work/cache2" "$@"; }
without_gs -o "$work/out/g.pdf" --print-profile "$work/easy.xml"; status=$?
[ $status -eq 0 ] && says 'Ghostscript is not installed' && says 'ink coverage NOT measured'
							ok "without Ghostscript it is said that no ink was measured" $?
without_gs -o "$work/out/g.pdf" --print-profile "$work/easy.xml" --strict; [ $? -eq 1 ] && [ ! -e "$work/out/g.pdf" ]
							ok "and with --strict that is too little" $?
if gs=$(command -v gs); then
	printf '#!/bin/sh\necho "$@" >>%s\nexec %s "$@"\n' "$work/gs.log" "$gs" >"$work/bin/gs"
	chmod +x "$work/bin/gs"
	rendered() { grep -o 'sPageList=[0-9,]*' "$work/gs.log" | sed 's/.*=//' | tr ',' '\n' | sort -n | tr '\n' ' '; }
	ink_build() { : >"$work/gs.log"; PATH=$work/bin:$PATH build -o "$heft" --print-profile "$work/easy.xml" --report "$work/$1"; }
	rm -rf "$work/cache"
	ink_build cold.json; cold=$(rendered)
	ink_build warm.json; warm=$(rendered)
	[ -n "$cold" ] && [ -z "$warm" ] && cmp -s "$work/cold.json" "$work/warm.json"
							ok "ink is measured once" $?
	# No new letters: a font that changes is a change of every page with it.
	write_issue 'Der zweite zweite Text ändert sich.'
	ink_build new.json; new=$(rendered); echo "# cold: $cold; after a change: $new" >>"$work/said"
	[ -n "$new" ] && [ "$(wc -w <<<"$new")" -lt "$(wc -w <<<"$cold")" ]
							ok "then only on pages that changed" $?
	# One that gives up over the second page: that page is not fit, the others are measured all the same.
	printf '#!/bin/sh\ncase $* in *sPageList=2,*|*sPageList=2\ *) exit 1;; esac\nexec %s "$@"\n' "$gs" >"$work/bin/gs"
	rm -rf "$work/cache"
	PATH=$work/bin:$PATH build -o "$work/out/lost.pdf" --print-profile "$work/easy.xml" --report "$work/lost.json"; status=$?
	[ $status -eq 1 ] && says 'page 2: error: check-complete: the ink was not measured' && [ "$(grep -c 'ink was not measured' "$work/said")" -eq 1 ] && [ ! -e "$work/out/lost.pdf" ] &&
	"$python" -c 'import json, sys; ink = json.load(open(sys.argv[1]))["preflight"]["ink"]; sys.exit(not (ink[1] is None and all(ink[:1] + ink[2:])))' "$work/lost.json"
							ok "a page whose ink cannot be measured is not fit, and costs no other page" $?
	# One that never ends: interrupted, nothing stays behind.
	printf '#!/bin/sh\n[ "$1" = --version ] && exec %s --version\necho $$ >%s\nexec sleep 600\n' "$gs" "$work/gs.pid" >"$work/bin/gs"
	rm -rf "$work/cache"
	# Started with SIGINT as from a terminal: the shell lets background jobs ignore it.
	heard='import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])'
	for signal in INT TERM; do
		rm -f "$work/gs.pid"
		PATH=$work/bin:$PATH "$python" -c "$heard" "$ZIVOS" build "$issue" --profile print --cache "$work/cache" \
			--print-profile "$work/easy.xml" -o "$work/out/i.pdf" >"$work/said" 2>&1 </dev/null &
		pid=$!
		for _ in $(seq 300); do [ -s "$work/gs.pid" ] && break; sleep 0.1; done
		kill -$signal $pid
		wait $pid 2>/dev/null; status=$?
		for _ in $(seq 50); do kill -0 "$(cat "$work/gs.pid")" 2>/dev/null || break; sleep 0.1; done
		[ $status -gt 128 ] && [ ! -e "$work/out/i.pdf" ] && no_temp && ! kill -0 "$(cat "$work/gs.pid")" 2>/dev/null
							ok "interrupted by SIG$signal: no file, no process" $?
	done
else
	for what in once changed SIGINT SIGTERM; do skip "ink: $what" "Ghostscript is not installed"; done
fi

# ---- where to ----
timeout 120 "$ZIVOS" build "$issue" --profile print --print-profile "$work/easy.xml" --cache "$work/cache" -o /dev/stdout 2>"$work/said" >"$work/stdout.pdf" &&
qpdf --check "$work/stdout.pdf" >/dev/null && cmp -s "$heft" "$work/stdout.pdf"
							ok "to /dev/stdout, a file" $?
timeout 120 "$ZIVOS" build "$issue" --profile print --print-profile "$work/easy.xml" --cache "$work/cache" -o /dev/stdout 2>"$work/said" | cmp -s "$heft" -
							ok "to /dev/stdout, a pipe" $?
{ echo before; timeout 120 "$ZIVOS" build "$issue" --profile print --print-profile "$work/strict.xml" --cache "$work/cache" -o /dev/stdout 2>"$work/said"; echo after; } >"$work/stdout.txt"
[ "$(tr '\n' ' ' <"$work/stdout.txt")" = "before after " ];	ok "a rejected file is not sent anywhere" $?
ln -s "$work/out/there.pdf" "$work/link.pdf"
build -o "$work/link.pdf" --print-profile "$work/easy.xml" && [ -L "$work/link.pdf" ] && [ -f "$work/out/there.pdf" ]
							ok "a link to nothing yet stays a link" $?
mkdir "$work/tiny"
if mount -t tmpfs -o size=40k tmpfs "$work/tiny" 2>/dev/null; then
	build -o "$work/tiny/x.pdf" --print-profile "$work/easy.xml"; status=$?
	left=$(ls -A "$work/tiny"); umount "$work/tiny"
	[ $status -eq 3 ] && [ -z "$left" ] && says 'tiny/x.pdf: error: write-failed: the disk is full';	ok "a full disk" $?
else
	skip "a full disk" "no small disk can be mounted here"
fi
ln -s circle.pdf "$work/circle.pdf"
build -o "$work/circle.pdf" --print-profile "$work/easy.xml"; [ $? -eq 3 ] && [ -L "$work/circle.pdf" ]
							ok "a link to itself is reported" $?
run build "$issue" --lang fr; [ $? -eq 2 ] && says 'there are: de, en';	ok "a language that there is not is said" $?
exit $failures
