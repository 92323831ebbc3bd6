#!/bin/bash
# tests/robust.sh - inputs beyond reason (tests/robust.py): whatever they are,
# zivos ends in time with status 0, or 1 and a message; it never crashes.
# robust.sh ZIVOS [NAME...] runs only those cases.
set -u
cd "$(dirname "$0")/.."
ZIVOS=$(realpath "${1:-build/debug/zivos}")
shift || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0 failures=0
TIMEFORMAT='%U %S'
# Sanitizers cost time and memory of their own: then only hanging counts.
slow=
case ${BUILD:-} in
sanitize)
	slow=1
	# Leaks are looked for on tamer inputs: finding their stacks takes ten times as long as all the rest.
	export ASAN_OPTIONS=fast_unwind_on_malloc=1:detect_leaks=0 ;;
esac

python3 tests/robust.py "$work" || { echo "not ok 1 - the inputs are written"; exit 1; }

judge()		# case status: prints what is wrong, if anything
{
	local seconds megabytes message took memory
	read -r seconds megabytes message <"$1/limits"
	case $2 in
	0) ;;
	1) grep -qE '(error|warning): [a-z-]+:' "$1/said" || echo "status 1 without a message" ;;
	124) echo "not ended after $limit s" ;;
	*) echo "status $2" ;;
	esac
	! grep -aqE 'runtime error|Sanitizer' "$1/said" || echo "a sanitizer spoke"
	[ -z "$message" ] || grep -q ": $message:" "$1/said" || echo "no message $message"
	[ "$slow" ] && return
	took=$(tail -n 1 "$1/took" | awk '{ printf "%d", $1 + $2 }')	# the processor's: others may be at work beside us
	memory=$(awk '/ MB  memory/ { printf "%d", $1 }' "$1/said")
	[ "$seconds" -eq 0 ] || [ "${took:-999}" -lt "$seconds" ] || echo "took $took s, $seconds are allowed"
	[ "$megabytes" -eq 0 ] || [ "${memory:-9999}" -lt "$megabytes" ] || echo "took $memory MB, $megabytes are allowed"
}

for case in "$work"/*/; do
	case=${case%/}
	name=${case##*/}
	if [ $# -gt 0 ]; then
		case " $* " in *" $name "*) ;; *) continue ;; esac
	fi
	n=$((n + 1))
	limit=30
	if [ "$slow" ] && [ "$(cut -d' ' -f1 "$case/limits")" -gt 0 ]; then
		echo "ok $n - $name # SKIP too long with sanitizers"
		continue
	fi
	[ -z "$slow" ] || limit=300
	{ time timeout -k 5 $limit "$ZIVOS" build "$case/issue.xml" --profile draft -o "$case/x.pdf" --lang en --timings \
		>"$case/said" 2>&1 </dev/null; } 2>"$case/took"
	wrong=$(judge "$case" $?)
	if [ -z "$wrong" ]; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		{ echo "$wrong"; grep -aE 'ERROR|runtime error|Assertion|    #[0-9] ' "$case/said" | head -n 12; } | sed 's/^/# /'
		failures=1
	fi
	rm -rf "$case"
done
echo "1..$n"
exit $failures
