#!/bin/bash
# tests/pages.sh ZIVOS - pages are filled as they should be: articles made of the sample issue's texts, with pictures, looked at by
# tests/bench/pages.py (which counts 200 of them in make bench-pages). Prints TAP lines.
. "$(dirname "$0")/tap.bash"

# No widow, no orphan, no head parted from its text, all pictures there and on the grid, columns full but for three of a hundred: of so
# few columns one is one of a hundred already.
quietly timeout 600 tests/bench/pages.py "$ZIVOS" "$work/pages" quality --articles 20 --short 0.03 --text issues/2026-4/issue.xml --verbose
ok "twenty articles with pictures" $?

exit $failures
