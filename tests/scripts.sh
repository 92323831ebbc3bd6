#!/bin/bash
# tests/scripts.sh - the specimen of scripts sets every language without a word, and as its readers expect.
source "$(dirname "$0")/tap.bash"
issue=tests/specimens/scripts/issue.xml
languages="de en fr es pt it nl tr pl ro sq sr sr-Latn hr kmr so vi yo ru uk bg el ka hy ar fa prs ps ckb ur he aii \
am ti hi ne bn pa ta si th lo km my zh-Hans zh-Hant ja ko zgh rhg"

run check $issue && [ ! -s "$work/said" ]
ok "nothing is missing, too long or left over in any language" $?

for l in $languages; do
	grep -q "href=\"$l.xml\"" $issue && grep -q "xml:lang=\"$l\"" tests/specimens/scripts/$l.xml || echo "$l has no text"
	# Words between spaces, or letters where none are written.
	sed -n '/<body>/,/<box/p' tests/specimens/scripts/$l.xml | sed 's/<[^>]*>//g' | wc -wm | {
		read -r words letters
		[ "$words" -ge 150 ] || { case $l in th|lo|km|my|zh*|ja) [ "$letters" -ge 400 ] ;; *) false ;; esac; }
	} || echo "$l: the text is shorter than 150 words"
	[ $l = de ] || grep -q '<foreign xml:lang="de">' tests/specimens/scripts/$l.xml || echo "$l has no German inside"
done >"$work/said"
[ ! -s "$work/said" ]
ok "every language has a text of 150 words with German inside" $?

run fonts $issue
! grep -E "^(DejaVu|Noto Sans Symbols)" "$work/said" && says "Noto Nastaliq Urdu Regular" && says "Padauk Regular" &&
	says "Noto Serif CJK TC" && says "Noto Serif CJK JP" && says "Noto Serif CJK KR"
ok "each script has its own face, each land its own characters" $?

run dump $issue --stage text
awk '/run .* Arab ur / && /"Noto Serif/ && /[0-9]/ { next } /run .* (Arab|Deva|Beng|Guru|Hani) / { script = $3; face = $0; sub(/.*level [0-9]+ "/, "", face); sub(/".*/, "", face)
	text = $0; sub(/.* width [0-9.]+: /, "", text)
	if (script == "Arab" && face ~ /^Noto Serif/ && text ~ /[0-9]/) print "digits in another face: " $0
	if (script == "Deva" && face !~ /Devanagari/ && text ~ /।/) print "danda in another face: " $0 }' "$work/said" >"$work/faces"
mv "$work/faces" "$work/said"; [ ! -s "$work/said" ]
ok "digits and dandas are of the face of the text around them" $?
exit $failures
