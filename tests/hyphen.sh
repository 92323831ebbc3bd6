#!/bin/bash
# tests/hyphen.sh ZIVOS - our reading of hyphenation dictionaries against libhyphen's (tests/bench/hyphen_compare.c).
. "$(dirname "$0")/tap.bash"
compare=$OUT/tests/bench/hyphen_compare

agree()		# name arguments...
{
	local name=$1 status; shift
	timeout 120 "$compare" "$@" >"$work/said" 2>&1
	status=$?
	if [ $status -eq 77 ]; then
		skip "$name" "$(head -n 1 "$work/said")"
	else
		ok "$name" $status
	fi
}

# The text of the sample issue without its markup.
find issues/2026-4 -name '*.xml' -print0 | sort -z | xargs -0 cat | sed 's/<[^>]*>/ /g' >"$work/text"

agree 'two levels: 10,000 words of the German dictionary as libhyphen divides them' -l /usr/share/hyphen/hyph_de_DE.dic
agree 'German, as zivos reads it' /usr/share/hyphen/hyph_de_DE.dic "$work/text"
agree 'English, as zivos reads it' /usr/share/hyphen/hyph_en_GB.dic "$work/text"
agree 'Polish, as zivos reads it' /usr/share/hyphen/hyph_pl_PL.dic "$work/text"
agree 'French, as zivos reads it' /usr/share/hyphen/hyph_fr.dic "$work/text"
exit $failures
