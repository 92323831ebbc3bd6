#!/bin/bash
# tests/threads.sh ZIVOS - the number of threads decides how long it takes, and nothing else.
#
# Under BUILD=tsan (make check-threads) the thread sanitizer looks on: what it finds ends the program with an error.
. "$(dirname "$0")/tap.bash"

# An article longer than what is made ready ahead, with things to be said of it: a letter that no font has, small capitals that none has,
# words in a language without hyphenation.
mkdir "$work/long"
cp -r tests/bench/layout "$work/long/"
{
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo '<issue xmlns="urn:zivos:issue" title="Threads" number="1" date="2026-01-01" xml:lang="de" layout="./layout"><section rubric="text" template="columns" title="T">'
	for a in 1 2 3; do
		echo "<article><headline>Der $a. Artikel</headline><body>"
		for p in $(seq 60); do
			echo "<p>Absatz $p im Artikel $a: Unter den Linden standen Fahrräder, Kinderwagen und ein Lastenrad mit $((p * a)) Kisten Äpfeln; niemand wusste, wem es gehörte. <foreign xml:lang=\"so\">Waxaan ku noolahay magaalada Osnabrück</foreign>, sagte sie, und <em>alle</em> nickten. Zeichen &#x1$(printf '%04x' $((0xbc00 + p)));.</p>"
		done
		echo '</body></article>'
	done
	echo '</section></issue>'
} >"$work/long/issue.xml"

same()		# ISSUE COMMAND...: output and messages with 1, 2, 3 and 8 threads
{
	local issue=$1; shift
	for t in 1 2 3 8; do
		timeout 600 "$ZIVOS" "$@" "$issue" --threads $t --lang en >"$work/out-$t" 2>"$work/err-$t" </dev/null
		echo "status $?" >>"$work/err-$t"
		cat "$work/err-$t" >"$work/said"
		grep -q 'ThreadSanitizer' "$work/err-$t" && return 1
		cmp "$work/out-1" "$work/out-$t" >>"$work/said" 2>&1 && cmp "$work/err-1" "$work/err-$t" >>"$work/said" 2>&1 || return 1
	done
	[ -s "$work/out-1" ]
}

same "$work/long/issue.xml" dump --stage pages;			ok "the same pages and messages of a long article with any number" $?
says glyph-missing;						ok "... and there were messages" $?
same issues/2026-4/issue.xml dump --stage pages;		ok "of the sample" $?
same tests/specimens/scripts/issue.xml dump --stage pages;	ok "of all scripts" $?
for t in 1 8; do
	exits 0 build issues/2026-4/issue.xml --threads $t -o "$work/sample-$t.pdf" || break
done && cmp "$work/sample-1.pdf" "$work/sample-8.pdf" >>"$work/said" 2>&1
								ok "the same bytes of a PDF" $?
ZIVOS_THREADS=5 exits 0 build issues/einseiter/issue.xml -o "$work/env.pdf" &&
	exits 0 build issues/einseiter/issue.xml --threads 1 -o "$work/one.pdf" && cmp "$work/env.pdf" "$work/one.pdf" >>"$work/said" 2>&1
								ok "also by the environment" $?
exit $failures
