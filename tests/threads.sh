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

# Parts that are composed side by side though it cannot be counted where all begin: some whose author gives no number of pages, others that
# run over it, advertisements and fillers that what follows depends on, an article that goes on elsewhere, pages that are added, and the
# numbers of all of them in the text.
mkdir "$work/parts"
cp issues/2026-4/pictures/{stempel.svg,papierflieger.svg,anzeige-radwerk.svg} "$work/parts/"
words()		# how many paragraphs
{
	for p in $(seq "$1"); do
		echo "<p>Absatz $p: Unter den Linden standen Fahrräder, Kinderwagen und ein Lastenrad mit $p Kisten Äpfeln; niemand wusste, wem es gehörte, und doch rückte es jeden Abend ein Stück weiter in die Sonne.</p>"
	done
}
one()		# id, attributes, paragraphs, what follows
{
	echo "<article id=\"$1\" rubric=\"wir-alle\" $2><headline>Der Artikel $1</headline><standfirst>Siehe Seite <ref to=\"${1}x\"/>.</standfirst><body>$(words "$3")</body>${4-}</article>" |
		sed "s/to=\"ax\"/to=\"h\"/; s/to=\"[b-h]x\"/to=\"a\"/"
}
{
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo '<issue xmlns="urn:zivos:issue" title="Threads" number="1" date="2026-01-01" xml:lang="de" layout="zivos" blanks="inside">'
	echo '<cover><picture src="stempel.svg" alt="Stempel"/><coverline ref="g">Ganz hinten</coverline></cover><contents title="Inhalt"/>'
	one a 'template="story" pages="1"' 30
	one b 'template="story"' 60
	one c 'template="feature" pages="1"' 40
	one d 'template="story"' 30 '<ad size="half" src="anzeige-radwerk.svg" alt="Rad"/>'
	one e 'template="shorts" pages="1"' 14
	one f 'template="shorts" pages="2"' 32
	one g 'template="shorts" pages="1"' 12 '<ad size="full" src="anzeige-radwerk.svg" alt="Rad"/>'
	echo '<rest of="c" pages="1"/>'
	one h 'template="story" pages="1"' 25
	echo '<fillers><filler src="papierflieger.svg" alt="Papierflieger"/><filler src="stempel.svg" alt="Stempel"/></fillers></issue>'
} >"$work/parts/issue.xml"

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
same "$work/parts/issue.xml" dump --stage pages;		ok "of parts that are composed side by side" $?
says underset && grep -q papierflieger "$work/out-1" && grep -q 'page.*"+' "$work/out-1"
								ok "... with a filler, text over its pages, and messages" $?
same issues/2026-4/issue.xml dump --stage pages;		ok "of the sample" $?
same tests/specimens/scripts/issue.xml dump --stage pages;	ok "of all scripts" $?
lost=0
for t in 1 8; do
	exits 0 build issues/2026-4/issue.xml --threads $t -o "$work/sample-$t.pdf" || { lost=1; break; }
done
[ $lost -eq 0 ] && cmp "$work/sample-1.pdf" "$work/sample-8.pdf" >>"$work/said" 2>&1
								ok "the same bytes of a PDF" $?
ZIVOS_THREADS=5 exits 0 build issues/einseiter/issue.xml -o "$work/env.pdf" &&
	exits 0 build issues/einseiter/issue.xml --threads 1 -o "$work/one.pdf" && cmp "$work/env.pdf" "$work/one.pdf" >>"$work/said" 2>&1
								ok "also by the environment" $?
exit $failures
