#!/bin/bash
# tests/po.sh - every message of the source is translated in every catalogue.
set -u
cd "$(dirname "$0")/.."
n=0 failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The same call as the Makefile's.
xgettext --from-code=UTF-8 -k_ -kN_ --package-name=zivos -o "$work/zivos.pot" $(find src -name '*.[ch]' | sort)
for po in src/base/po/*.po; do
	n=$((n + 1))
	msgmerge --quiet --no-fuzzy-matching -o "$work/merged.po" "$po" "$work/zivos.pot"
	msgattrib --untranslated "$work/merged.po" >"$work/open" 2>/dev/null
	msgattrib --only-fuzzy "$work/merged.po" >>"$work/open" 2>/dev/null
	if [ ! -s "$work/open" ] && msgfmt --check-format --check-header -o /dev/null "$po" 2>"$work/open"; then
		echo "ok $n - $po is complete"
	else
		echo "not ok $n - $po is complete"
		grep -v '^$' "$work/open" | sed 's/^/# /' | head -n 60
		failures=1
	fi
done
exit $failures
