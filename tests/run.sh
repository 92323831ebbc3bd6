#!/bin/bash
# tests/run.sh - run all tests: run.sh OUT [NAME...]
#
# A suite is a unit test program (OUT/tests/unit/test_*) or an executable
# tests/*.sh; NAME runs only those of that name. Each prints TAP, a line a case:
#     ok N - name      not ok N - name      ok N - name # SKIP why
# Scripts get the program zivos as their argument, and OUT in the environment.
# A failed case's explanation stands after it, in lines that start with "#". A
# program that prints no such line is one case, judged by its exit status.
#
# Suites run side by side. Printed are only the failures with their
# explanations, and on the last line the counts. Exit status 1 if any failed.
set -u
cd "$(dirname "$0")/.."
out=$(realpath "${1:-build/debug}")
shift || true
export OUT=$out ZIVOS=$out/zivos
export LC_ALL=C.UTF-8 TZ=UTC
unset LANGUAGE LANG ZIVOS_DATA SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# One picture cache for all suites, so that each picture is converted once.
export XDG_CACHE_HOME=$work/cache
mkdir "$work/cache"
if [ -f tests/suppress.lsan ]; then
	export LSAN_OPTIONS=suppressions=$PWD/tests/suppress.lsan:print_suppressions=0
	export ASAN_OPTIONS=fast_unwind_on_malloc=0${ASAN_OPTIONS:+:$ASAN_OPTIONS}
fi

if [ -f tests/suppress.tsan ]; then
	export TSAN_OPTIONS=suppressions=$PWD/tests/suppress.tsan:halt_on_error=1:print_suppressions=0
fi

suites=()
for s in "$out"/tests/unit/test_* tests/*.sh; do
	case $s in *.o|*.d|tests/run.sh) continue ;; esac
	name=$(basename "$s")
	# A test program whose source is gone is an old one.
	case $s in "$out"/*) [ -f "tests/unit/$name.c" ] || continue ;; esac
	[ -x "$s" ] || continue
	if [ $# -gt 0 ]; then
		wanted=
		for n; do [ "$n" = "$name" ] && wanted=1; done
		[ "$wanted" ] || continue
	fi
	suites+=("$s")
done

run_one()	# suite: output and status into files named after it
{
	local name; name=$(basename "$1")
	timeout -k 10 900 "$1" "$ZIVOS" >"$2/$name.out" 2>"$2/$name.err" </dev/null
	echo $? >"$2/$name.status"
}
export -f run_one
printf '%s\0' "${suites[@]}" | xargs -0 -r -P "$(nproc)" -I{} bash -c 'run_one "$1" "$2"' _ {} "$work"

passed=0 failed=0 skipped=0
for s in "${suites[@]}"; do
	name=$(basename "$s")
	status=$(cat "$work/$name.status")
	read -r ok bad skip plan < <(awk '
		/^ok .*# *SKIP/ { skip++; next }
		/^ok /          { ok++; next }
		/^not ok /      { bad++; next }
		/^1\.\.[0-9]+/  { plan = substr($0, 4) + 0 }
		END { print ok + 0, bad + 0, skip + 0, plan + 0 }' "$work/$name.out")
	awk -v suite="$name" '
		/^not ok / { show = 1; print suite ": " $0; next }
		/^(ok |1\.\.)/ { show = 0 }
		show { print "    " $0 }
		/^ok .*# *SKIP/ { print suite ": " $0 }' "$work/$name.out"
	total=$((ok + bad + skip))
	if [ "$total" -eq 0 ] && [ "$status" -eq 0 ]; then
		ok=1
	elif { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; } || [ "$total" -lt "$plan" ]; then
		bad=$((bad + 1))
		echo "$name: stopped with status $status after $total cases"
		tail -n 40 "$work/$name.err" | sed 's/^/    /'
	fi
	passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + skip))
done
[ ${#suites[@]} -gt 0 ] || { echo "no tests found"; failed=1; }
[ "$skipped" -eq 0 ] && more= || more=", $skipped skipped"
echo "$passed passed, $failed failed$more"
[ "$failed" -eq 0 ]
