#!/bin/bash
# tests/roundtrip.sh - the text of every article of the sample comes out of its
# PDF as it went in: tests/roundtrip.py has the rules.
set -u
cd "$(dirname "$0")/.."
ZIVOS=$(realpath "${1:-build/debug/zivos}")
issue=${2:-issues/2026-4/issue.xml}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

[ -f "$issue" ] || { echo "ok 1 - text round trip # SKIP there is no $issue"; exit 0; }
# A draft has every page, also where something is wrong; that is for other tests to say.
timeout 300 "$ZIVOS" build "$issue" --profile draft -o "$work/issue.pdf" >"$work/said" 2>&1
timeout 300 "$ZIVOS" dump "$issue" --stage pages >"$work/pages" 2>>"$work/said"
if [ -s "$work/issue.pdf" ] && [ -s "$work/pages" ]; then
	python3 tests/roundtrip.py "$issue" "$work/issue.pdf" "$work/pages"
else
	echo "not ok 1 - the issue becomes a PDF"
	head -n 40 "$work/said" | sed 's/^/# /'
	exit 1
fi
