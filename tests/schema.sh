#!/bin/sh
# tests/schema.sh ZIVOS - the reader and the RELAX NG schemas say the same. Prints TAP lines.
# Run in the repository. In tests/bad, vocabulary-* breaks the vocabulary, so xmllint refuses it too;
# meaning-* and good-* keep to it, so xmllint accepts them.
zivos=$1
n=0
failed=0
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT

# result STATUS NAME
result()
{
	n=$((n + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $n - $2"
	else
		echo "not ok $n - $2"
		failed=1
	fi
}

# validates SCHEMA FILE
validates()
{
	xmllint --nonet --noout --relaxng "$1" "$2" >"$out/log" 2>&1
}

for f in issues/issue.rng layouts/layout.rng layouts/print.rng; do
	v=$(basename "$f" .rng)
	"$zivos" schema "$v" >"$out/$v.rng"
	cmp -s "$out/$v.rng" "$f"
	result $? "schema: $f is what zivos schema $v writes"
done
for f in layouts/print/*.xml; do
	validates layouts/print.rng "$f"
	result $? "schema: $f is accepted"
done
for f in issues/*/issue.xml issues/*/artikel/*.xml; do
	[ -e "$f" ] || continue
	validates issues/issue.rng "$f"
	result $? "schema: $f is accepted"
done
for f in layouts/*/layout.xml; do
	validates layouts/layout.rng "$f"
	result $? "schema: $f is accepted"
done
for f in tests/bad/good-*/*.xml tests/bad/meaning-*/issue.xml; do
	validates issues/issue.rng "$f"
	result $? "schema: $f is accepted"
done
for f in tests/bad/vocabulary-*/issue.xml; do
	! validates issues/issue.rng "$f"
	result $? "schema: $f is refused"
	"$zivos" check "$f" --lang en >"$out/log" 2>&1
	[ $? -eq 1 ]
	result $? "schema: $f is refused by zivos"
done
echo "1..$n"
exit $failed
