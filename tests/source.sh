#!/bin/bash
# tests/source.sh - rules of the source: who may include whom, headers that
# compile alone, schemas that agree with the tables they are written from.
set -u
cd "$(dirname "$0")/.."
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

same_schema()	# vocabulary file
{
	"$ZIVOS" schema "$1" | diff -u "$2" - | head -n 20
	return "${PIPESTATUS[1]}"
}

case_of "layers: includes point only towards base" ${MAKE:-make} -s --no-print-directory OUT="$OUT" check-layers
case_of "headers compile alone" ${MAKE:-make} -s --no-print-directory OUT="$OUT" check-headers
case_of "issues/issue.rng is what zivos writes (make schemas)" same_schema issue issues/issue.rng
case_of "layouts/layout.rng is what zivos writes (make schemas)" same_schema layout layouts/layout.rng
exit $failures
