#!/bin/bash
# tests/speed.sh ZIVOS - what setting the pages costs, as ratios (tests/speed.py).
. "$(dirname "$0")/tap.bash"

case ${BUILD:-} in
sanitize|tsan) skip "ratios of time" "a sanitizer has costs of its own"; exit 0 ;;
esac
"$python" tests/speed.py "$ZIVOS" "$work" ${2:+"$2"} || failures=1
exit $failures
