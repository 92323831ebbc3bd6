#!/bin/bash
# tests/reproduce.sh ZIVOS - the same input gives the same bytes: anywhere, at any time, on any processor.
#
# Each build starts with an empty picture cache of its own, so that pictures are converted anew.
. "$(dirname "$0")/tap.bash"
sanitizer=(${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} ${LSAN_OPTIONS:+"LSAN_OPTIONS=$LSAN_OPTIONS"})
folder=$work/here
other="$work/an other/Straße/$(printf 'lang%.0s' {1..20})"

quietly "$python" tests/print/specimen.py "$folder" plain;		ok "the specimen is made" $?
mkdir -p "$other"
cp -r "$folder/." "$other"
find "$other" -exec touch -d '2001-09-09 01:46:40 UTC' {} +

# What is written, into OUT-*: VARIABLE=VALUE... -- OUT [prefix to the command...]
write()
{
	local -a set=()
	while [ "$1" != -- ]; do set+=("$1"); shift; done
	local out=$2; shift 2
	for p in print screen; do
		env "${set[@]}" timeout 300 "$@" "$ZIVOS" build "$issue" --profile $p --lang en --cache "$work/cache-$out" -o "$work/$out-$p.pdf" >"$work/said" 2>&1 || return 1
	done
}
same()		# OUT
{
	cmp "$work/first-print.pdf" "$work/$1-print.pdf" >>"$work/said" 2>&1 && cmp "$work/first-screen.pdf" "$work/$1-screen.pdf" >>"$work/said" 2>&1
}

issue=$folder/issue.xml
write -- first;								ok "it builds" $?
cp "$work/first-print.pdf" "$work/kept-print.pdf"; cp "$work/first-screen.pdf" "$work/kept-screen.pdf"
write -- first && same kept;						ok "the same bytes with a warm cache" $?
issue=$other/issue.xml
mkdir "$work/home"
(umask 077; cd "$work/home" && write LC_ALL=C LANGUAGE=ar LC_NUMERIC=de_DE.UTF-8 TZ=Pacific/Kiritimati HOME="$work/home" COLUMNS=20 -- place)
same place;								ok "from another folder, home, time zone, locale, umask, with files of another date" $?
issue=$folder/issue.xml
if command -v taskset >/dev/null; then
	write MALLOC_PERTURB_=165 -- core taskset -c 0 && same core;	ok "on one core, with other rubbish in fresh memory" $?
else
	skip "on one core" "there is no taskset"
fi
# An older processor: the C library, libjpeg, liborc and vips take their plain paths.
write GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX2_Usable,-AVX2,-FMA_Usable,-FMA,-FMA4_Usable,-FMA4,-AVX_Usable,-AVX,-BMI2,-ERMS,-SSE4_2,-SSE4_1,-SSSE3 \
	JSIMD_FORCENONE=1 ORC_CODE=backup VIPS_NOVECTOR=1 -- plain && same plain; ok "on a processor without AVX, FMA, SSE4" $?
if [ "${BUILD:-}" = sanitize ]; then
	skip "where the last bit of sin, pow ... is another" "a sanitizer wants to be loaded first"
else
	quietly ${CC:-gcc} -O1 -fno-builtin -shared -fPIC -o "$work/nudge.so" tests/print/nudge.c -ldl -lm &&
	write LD_PRELOAD="$work/nudge.so" NUDGED="$work/nudged" -- nudge && same nudge && [ "$(wc -l <"$work/nudged")" -ge 3 ]
									ok "where the last bit of sin, pow ... is another" $?
fi
exit $failures
