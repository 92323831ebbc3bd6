#!/bin/bash
# tests/roundtrip.sh - the text of every article of the sample and of the specimen of scripts comes
# out of its PDF as it went in: tests/roundtrip.py has the rules. roundtrip.sh ZIVOS [ISSUE...]
source "$(dirname "$0")/tap.bash"
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- issues/2026-4/issue.xml tests/specimens/scripts/issue.xml

for issue; do
	[ -f "$issue" ] || { skip "text round trip" "there is no $issue"; continue; }
	# A draft has every page, also where something is wrong; that is for other tests to say.
	run build "$issue" --profile draft -o "$work/issue.pdf"
	"$ZIVOS" dump "$issue" --stage pages >"$work/pages" 2>>"$work/said"
	if [ -s "$work/issue.pdf" ] && [ -s "$work/pages" ]; then
		python3 tests/roundtrip.py "$issue" "$work/issue.pdf" "$work/pages" || failures=1
	else
		ok "$issue becomes a PDF" 1
	fi
	rm -f "$work/issue.pdf" "$work/pages"
done
exit $failures
