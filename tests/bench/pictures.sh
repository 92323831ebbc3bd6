#!/bin/bash
# tests/bench/pictures.sh [OUT] - how long 20 cold pictures of 12 megapixels take, and with how much memory.
#
# JPEGs of 4000 x 3000 px as tests/tools/make_picture makes them, to inks at 1000 to 2000 px, by two
# processes at once, as zivos runs them. The bar: under 8 s on two cores, under 500 MB together. On a
# busy machine look at the processor's seconds instead: half of them is what two idle cores take.
set -eu
cd "$(dirname "$0")/../.."
out=$(realpath "${1:-build/release}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
profile=$PWD/layouts/print/gestrichen.icc
press=$(sha256sum "$profile" | cut -c1-64)

for i in $(seq 20); do
	nice "$out/tests/tools/make_picture" photo 4000 3000 "$work/$i.jpg[Q=$((72 + i))]"
	: >"$work/$i.out"
	size=$((1000 + i * 50))
	printf 'convert\t%s\tcrop=0%%200%%201%%201\tsize=%d%%20%d\tpress=%s\t@profile=%s\tintent=1\tquality=92\tsharpen=80%%200.8\t@out=%s\n' \
		"$work/$i.jpg" $size $size "$press" "$profile" "$work/$i.out" >>"$work/jobs$((i % 2))"
done
[ "${SHARPEN:-}" ] || sed -i 's/\tsharpen=[^\t]*//' "$work"/jobs?

start=$(date +%s.%N)
for k in 0 1; do
	/usr/bin/time -f '%U %S %M' -o "$work/time$k" "$out/zivos-picture" <"$work/jobs$k" >"$work/answers$k" &
done
wait
end=$(date +%s.%N)
grep -hv '^jpg' "$work"/answers? && { echo "not all were converted"; exit 1; }
[ "$(cat "$work"/answers? | wc -l)" -eq 20 ]
cat "$work"/time? | awk -v wall="$(echo "$end $start" | awk '{ print $1 - $2 }')" '
	{ cpu += $1 + $2; memory += $3 / 1000 }
	END { printf "20 pictures: %.2f s by the clock, %.2f s of processors (%.2f s on two), %.0f MB together\n",
	      wall, cpu, cpu / 2, memory; exit cpu / 2 >= 8 || memory >= 500 }'
