#!/bin/sh
# layouts/print/make-profiles.sh - the two output profiles, from Fogra's characterisation data.
#
#   make profiles          needs: apt-get install argyll icc-profiles-free
#
# Run by hand and its results committed: colprof's tables differ in the last
# bits from processor to processor, and take minutes each.
#
#   -l294   no separation has more than 300 % of ink: JPEG adds some per cent in places
#   -kp     black from the middle tones on (GCR, medium): greys hold in the press, the skin stays clean
#   -qm     17 steps per ink to Lab, 33 from Lab to ink
#   -nc     without the measured data, which would be half of the file
#   -S      from the gamut of sRGB: what intent="perceptual" and intent="saturation" of a picture take;
#           -cmt -dpp: seen on a monitor, printed. The black point of the colorimetric table is
#           compensated by lcms when a picture is converted.
set -eu
data=/usr/share/color/icc
screen=/usr/share/color/argyll/ref/sRGB.icm
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

profile()	# NAME DATA DESCRIPTION
{
	cp "$data/$2.ti3" "$work/$1.ti3"
	colprof -v -qm -l294 -kp 0 0.15 1 0.95 0.8 -nc -S "$screen" -cmt -dpp \
		-A "zivos" -M "$2" -D "$3" -C "Characterisation data: Kai-Uwe Behrmann, zlib licence; no copyright, use freely" \
		-O "$work/$1.icc" "$work/$1" >"$work/$1.log" 2>&1 || { tail -20 "$work/$1.log"; exit 1; }
	# Bytes 24 to 35 of the header are the time of making: 2006-12-01 00:00:00, that of the data.
	printf '\007\326\000\014\000\001\000\000\000\000\000\000' |
		dd of="$work/$1.icc" bs=1 seek=24 conv=notrunc status=none
	mv "$work/$1.icc" "$1.icc"
}
profile gestrichen FOGRA39L "zivos Coated FOGRA39 300%" &
profile ungestrichen FOGRA29L "zivos Uncoated FOGRA29 300%" &
wait
ls -l ./*.icc
