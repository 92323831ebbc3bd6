#!/bin/bash
# tests/impose.sh ZIVOS - finished PDFs on sheets: order, places, boxes, and content as it was. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

look() { quietly "$python" tests/impose.py "$@"; }
refuses()	# words, then the arguments: status 1, says the words, writes nothing
{
	local words=$1; shift
	rm -f "$work/no.pdf"
	exits 1 impose "$@" -o "$work/no.pdf" --lang en && says "$words" && [ ! -e "$work/no.pdf" ]
}

look make "$work";						ok "the PDFs are made" $?
for count in 1 4 8 28 30; do
	run impose "$work/$count.pdf" -o "$work/out.pdf" && quietly qpdf --check "$work/out.pdf" && look booklet "$work/out.pdf" $count
								ok "a booklet of $count pages" $?
	run impose "$work/$count.pdf" --scheme spreads -o "$work/out.pdf" && quietly qpdf --check "$work/out.pdf" && look spreads "$work/out.pdf" $count
								ok "spreads of $count pages" $?
	run impose "$work/$count.pdf" --scheme nup -o "$work/out.pdf" && quietly qpdf --check "$work/out.pdf" && look nup "$work/out.pdf" $count 4 2
								ok "small pages: $count" $?
done
run impose "$work/30.pdf" --blanks inside -o "$work/out.pdf" && look booklet "$work/out.pdf" 30 inside
								ok "blank pages before the back cover" $?
run impose "$work/28.pdf" --binding right -o "$work/out.pdf" && look booklet "$work/out.pdf" 28 right
								ok "a booklet bound on the right" $?
run impose "$work/28.pdf" --binding right --scheme spreads -o "$work/out.pdf" && look spreads "$work/out.pdf" 28 right
								ok "spreads bound on the right" $?
run impose "$work/28.pdf" --creep 0.1mm --sheet SRA3 -o "$work/out.pdf" && look booklet "$work/out.pdf" 28 sheet=450x320 creep=0.1
								ok "inner sheets are moved to the spine; bleed where there is room" $?
run impose "$work/8.pdf" --sheet 430x310mm -o "$work/out.pdf" && look booklet "$work/out.pdf" 8 sheet=430x310
								ok "a sheet of any size" $?
run impose "$work/8.pdf" --marks -o "$work/out.pdf" && look booklet "$work/out.pdf" 8 sheet=450x320 &&
qpdf --qdf "$work/out.pdf" - | grep -a -A1 'ZAll CS' | grep -aq '0.2500 w';	ok "marks take a larger sheet" $?
run impose "$work/8.pdf" --marks --sheet A4 --lang en -o "$work/out.pdf" && says "% of their size"
								ok "pages are made smaller for a smaller sheet, and it says so" $?
run impose "$work/30.pdf" --scheme nup --nup 3x2 -o "$work/out.pdf" && look nup "$work/out.pdf" 30 3 2
								ok "--nup 3x2" $?
pdftotext -f 2 -l 2 "$work/out.pdf" - >"$work/said" && [ "$(tr -s ' \n\f' '  ' <"$work/said")" = "7 8 9 10 11 12 " ] &&
pdffonts "$work/out.pdf" >"$work/said" && awk 'NR > 2 && $(NF - 4) != "yes" { bad = 1 } END { exit bad || NR < 3 }' "$work/said"
								ok "numbers can be read, their font is embedded" $?
run impose "$work/30.pdf" -o "$work/a.pdf" && run impose "$work/30.pdf" -o "$work/b.pdf" && cmp "$work/a.pdf" "$work/b.pdf"
								ok "the same bytes again" $?
run impose "$work/turned.pdf" --scheme spreads -o "$work/out.pdf" && look turned "$work/out.pdf"
								ok "turned and scaled pages" $?
run impose "$work/shared.pdf" --scheme spreads -o "$work/out.pdf" && quietly qpdf --check "$work/out.pdf" &&
qpdf --qdf "$work/out.pdf" - | grep -ac '% page 1$' | grep -qx 4;	ok "pages that share their content" $?
run impose "$work/parts.pdf" --scheme spreads -o "$work/out.pdf" --lang en && says "3 links" && quietly qpdf --check "$work/out.pdf" &&
qpdf --qdf "$work/out.pdf" "$work/out.qdf" && grep -aq '1 0 0 1 5 5 cm' "$work/out.qdf" && ! grep -aqE '/(Outlines|OpenAction|Annots)' "$work/out.qdf"
								ok "content in parts, links, a page without content" $?

run impose "$work/crop.pdf" -o "$work/out.pdf" --lang en && says "4 pages on 1 sheet of 450 × 320 mm"
								ok "a crop box beyond the sheet is cut to it" $?

# ---- what cannot be done ----
refuses "password" "$work/locked.pdf";				ok "locked with a password" $?
refuses "may not be changed" "$work/rights.pdf";		ok "not to be changed" $?
run impose "$work/open.pdf" -o "$work/out.pdf" && look booklet "$work/out.pdf" 4 && ! grep -aq '/Encrypt' "$work/out.pdf"
								ok "locked against nothing" $?
refuses "damaged" "$work/rubbish.pdf";				ok "random bytes" $?
refuses "MediaBox" "$work/flat.pdf";				ok "a page without size" $?
refuses "impossible size (200000 × 842 pt)" "$work/wide.pdf";	ok "a page of an impossible size" $?
refuses "this is no PDF, or it is damaged beyond repair" "$work/cut.pdf"
								ok "a file cut in half" $?
TIMEFORMAT=%U
cpu=$( { time timeout 300 "$ZIVOS" impose "$work/many.pdf" --sheet A4 -o "$work/out.pdf" >"$work/said" 2>&1; } 2>&1 )
[ "$(qpdf --show-npages "$work/out.pdf")" = 5000 ] && [ "${cpu%.*}" -lt 60 ];	ok "10,000 pages" $?
echo "# 10,000 pages: $cpu s"
timeout 300 "$ZIVOS" impose "$work/bomb.pdf" -o "$work/bombed.pdf" --lang en >"$work/said" 2>&1
[ $? -eq 1 ] && grep -qE 'the content of page 1 cannot be read|needs too much memory' "$work/said" && [ ! -e "$work/bombed.pdf" ] && no_temp
								ok "a decompression bomb is an answer, and leaves nothing behind" $?
exits 2 impose;							ok "no file is wrong usage" $?
exits 2 impose "$work/none.pdf";				ok "a file that is not there" $?
exits 2 impose "$work";						ok "a folder" $?
cp "$work/4.pdf" "$work/same.pdf"
exits 2 impose "$work/same.pdf" -o "$work/same.pdf";		ok "never onto the PDF itself" $?
for wrong in "--scheme zine" "--sheet B9" "--sheet 1x1mm" "--creep -1mm" "--creep 1m" "--nup 2by4" "--nup 0x4" "--binding top" "--blanks front"; do
	exits 2 impose "$work/4.pdf" $wrong -o "$work/no.pdf";	ok "wrong usage: $wrong" $?
done
(cd "$work" && run impose 4.pdf --scheme nup && [ -e 4-nup.pdf ]);	ok "the output's own name" $?
exits 3 impose "$work/4.pdf" -o /dev/full/x.pdf;		ok "an output that cannot be written" $?

# ---- what the machine does to it ----
mkdir "$work/small"
for size in 4 8 12; do		# the last one has room for all but the end of the file
	if mount -t tmpfs -o size=${size}k none "$work/small" 2>/dev/null; then
		exits 3 impose "$work/28.pdf" -o "$work/small/x.pdf" --lang en && says "the disk is full; nothing was written" &&
		[ -z "$(ls -A "$work/small")" ];		ok "a full disk of $size KB" $?
		umount "$work/small"
	else
		skip "a full disk of $size KB" "no small disk can be mounted here"
	fi
done
(ulimit -f 8; exits 3 impose "$work/28.pdf" -o "$work/no.pdf" --lang en) && says "the file grew too large; nothing was written" &&
[ ! -e "$work/no.pdf" ] && no_temp;				ok "a limit of the file's size" $?
"$python" - "$ZIVOS" "$work" >"$work/said" 2>&1 <<'END'
import os, signal, subprocess, sys
zivos, work = sys.argv[1:]
for name, closed in (("28", 1), ("rubbish", 2)):
    r, w = os.pipe()
    os.close(r)
    out = "%s/closed-%s.pdf" % (work, name)
    p = subprocess.run([zivos, "impose", "%s/%s.pdf" % (work, name), "-o", out], preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL),
                       stdin=subprocess.DEVNULL, **{("stdout", "stderr")[closed - 1]: w})
    os.close(w)
    assert p.returncode == (0, 1)[closed - 1], (name, p.returncode)
    assert os.path.exists(out) == (closed == 1), name
END
[ $? -eq 0 ] && quietly qpdf --check "$work/closed-28.pdf" && no_temp;	ok "into a closed pipe: the PDF is there" $?
for signal in TERM KILL; do
	rm -f "$work/late.pdf"
	"$ZIVOS" impose "$work/many.pdf" --sheet A4 -o "$work/late.pdf" >"$work/said" 2>&1 </dev/null &
	pid=$!
	child=$(child_of $pid)
	kill -$signal $pid
	wait $pid 2>/dev/null; status=$?
	gone "$child"; ended=$?
	[ $signal = KILL ] && rm -f "$work"/.zivos-*	# nobody can
	[ $status -gt 128 ] && [ -n "$child" ] && [ $ended -eq 0 ] && [ ! -e "$work/late.pdf" ] && no_temp
								ok "interrupted by SIG$signal: no file, no process" $?
done
"$ZIVOS" impose "$work/many.pdf" --sheet A4 -o "$work/late.pdf" --lang en >"$work/said" 2>&1 </dev/null &
pid=$!
kill -TERM "$(child_of $pid)"
wait $pid; [ $? -eq 3 ] && says "was stopped from outside" && [ ! -e "$work/late.pdf" ] && no_temp
								ok "its process stopped by somebody: no fault of the file" $?
exit $failures
