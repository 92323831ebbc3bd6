#!/bin/bash
# tests/golden.sh - what zivos says and dumps, compared with what is expected.
#
#   tests/bad/CASE/issue.xml      a broken issue; expected.diag: what `zivos check` prints, exit status last
#   tests/golden/CASE/issue.xml   one behaviour; expected.STAGE: `zivos dump --stage STAGE` of each stage there
#
# A case may have a file `arguments`, added to the command. With ACCEPT=1 the
# expectations are rewritten; a new case begins with empty expected files.
set -u
cd "$(dirname "$0")/.."
ZIVOS=${1:-build/debug/zivos}
n=0 failures=0
got=$(mktemp)
trap 'rm -f "$got"' EXIT

judge()		# name expected
{
	n=$((n + 1))
	if [ "${ACCEPT:-}" ]; then
		cmp -s "$got" "$2" || { cp "$got" "$2"; echo "rewritten: $2"; }
	elif cmp -s "$got" "$2"; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		diff -u "$2" "$got" | sed 's/^/# /' | head -n 60
		failures=1
	fi
}

arguments()	# case
{
	[ -f "$1/arguments" ] && cat "$1/arguments"
}

for case in tests/bad/*/; do
	case=${case%/}
	[ -f "$case/issue.xml" ] || [ -f "$case/expected.diag" ] || continue
	timeout 120 "$ZIVOS" check "$case/issue.xml" --lang en $(arguments "$case") >"$got" 2>&1 </dev/null
	status=$?
	sed -i "s|$PWD/||g" "$got"		# a layout beside the issue is named by its whole path
	echo "exit $status" >>"$got"
	judge "$case" "$case/expected.diag"
done
for case in tests/golden/*/; do
	case=${case%/}
	for stage in model text lines pages; do
		[ -f "$case/expected.$stage" ] || continue
		timeout 120 "$ZIVOS" dump "$case/issue.xml" --stage $stage --lang en $(arguments "$case") >"$got" 2>&1 </dev/null
		judge "$case $stage" "$case/expected.$stage"
	done
done
[ "$n" -gt 0 ] || { [ "${ACCEPT:-}" ] || echo "ok 1 - golden # SKIP no cases yet"; }
exit $failures
