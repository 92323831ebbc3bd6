#!/bin/bash
# tests/source.sh - rules of the source: who may include whom, headers that
# compile alone.
set -u
cd "$(dirname "$0")/.."
ZIVOS=$(realpath "${1:-build/debug/zivos}")
OUT=${ZIVOS%/*}
n=0 failures=0

case_of()	# name command...
{
	local name=$1 said; shift
	n=$((n + 1))
	if said=$("$@" 2>&1); then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		echo "$said" | sed 's/^/# /'
		failures=1
	fi
}

case_of "layers: includes point only towards base" ${MAKE:-make} -s --no-print-directory OUT="$OUT" BUILD="${BUILD:-debug}" check-layers
case_of "headers compile alone" ${MAKE:-make} -s --no-print-directory OUT="$OUT" BUILD="${BUILD:-debug}" check-headers
exit $failures
