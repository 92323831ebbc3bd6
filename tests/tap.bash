# tests/tap.bash ZIVOS - what suites of the command line begin with: source it with the suite's own argument.
#
# It goes to the project's folder and sets ZIVOS (absolute), OUT (its folder), work (a folder that goes at
# the end, after the function `at_end` if the suite has one), python (with pikepdf, a package of Debian's),
# TMPDIR (empty, the suite's own, so that no_temp sees what this suite leaves and nobody else).
# A case's explanation is what stands in $work/said. The suite ends with `exit $failures`.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ZIVOS=$(realpath "${1:-build/debug/zivos}")
OUT=${ZIVOS%/*}
export LC_ALL=C.UTF-8
n=0 failures=0
python=/usr/bin/python3; [ -x $python ] || python=python3
work=$(mktemp -d)
export TMPDIR=$work/tmp
mkdir "$TMPDIR"
at_end() { :; }
trap 'at_end; rm -rf "$work"' EXIT

ok()		# name, with the status of the test before it: ok NAME $?
{
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		head -n 25 "$work/said" 2>/dev/null | sed 's/^/# /'
		failures=1
	fi
}
skip() { n=$((n + 1)); echo "ok $n - $1 # SKIP $2"; }	# name why
run() { timeout 120 "$ZIVOS" "$@" >"$work/said" 2>&1 </dev/null; }	# both outputs
exits()		# status arguments...
{
	local want=$1 got; shift
	run "$@"; got=$?
	[ "$got" -eq "$want" ] || { echo "status $got instead of $want" >>"$work/said"; return 1; }
}
all()			# COMMAND WORD...: it holds with each of them
{
	local command=$1 word; shift
	for word; do "$command" "$word" || { echo "not so: $command $word" >>"$work/said"; return 1; }; done
}
says() { grep -qF -- "$1" "$work/said"; }
no_temp()		# nothing that was only meanwhile is left: among temporary files, outputs, in a cache
{
	local left; left=$(ls -A "$TMPDIR"; find "$work" -name '.zivos-*' -o -path '*/new/*')
	[ -z "$left" ] || { echo "left: $left" >>"$work/said"; return 1; }
}
child_of()		# PID: the process it started, once there is one
{
	local child
	for _ in $(seq 100); do
		read -r child _ <"/proc/$1/task/$1/children"
		[ "$child" ] && { echo "$child"; return; }
		sleep 0.05
	done 2>/dev/null
	return 1
}
gone()			# PID: it ends, at once or soon
{
	for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.05; done
	return 1
}
quietly() { "$@" >"$work/said" 2>&1; }		# any command
