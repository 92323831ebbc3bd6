#!/bin/sh
# .ci/setup.sh - install what the build needs and what is not there yet.
#
#   setup.sh 'DEBIAN-PACKAGES' 'PKG-CONFIG-MODULES'
#
# Called by the Makefile only. Does nothing, and asks no network, when all is
# there. Where there is no apt-get, it says which libraries are missing.
set -eu
packages=$1 modules=$2

missing_modules()
{
	for m in $modules; do
		pkg-config --exists "$m" 2>/dev/null || echo "$m"
	done | sort -u | tr '\n' ' '
	command -v pkg-config >/dev/null || printf 'pkg-config '
	command -v msgfmt >/dev/null || printf 'gettext '
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
	[ "$modules" ] || exit 0	# tools of the tests: each test says what it misses
	missing=$(missing_modules)
	[ "$missing" ] || exit 0
	cat >&2 <<END
This machine has no apt-get, so nothing can be installed by itself.
Please install the development files of these libraries (names as pkg-config knows them):
  $missing
Besides: the Noto fonts with their CJK families in /usr/share/fonts/truetype/noto and
/usr/share/fonts/opentype/noto, and hyphenation patterns in /usr/share/hyphen. Then try again.
END
	exit 1
fi

missing=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $packages 2>/dev/null | awk -v want="$packages" '
	$2 == "installed" { have[$1] = 1 }
	END { n = split(want, w, " "); for (i = 1; i <= n; i++) if (!(w[i] in have)) printf "%s ", w[i] }' || true)
[ "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		printf 'Some packages are missing. As root, please run:\n  apt-get install --no-install-recommends %s\nThen try again.\n' "$missing" >&2
		exit 1
	fi
	as_root=sudo
fi
echo "Installing what is missing, once: $missing"
# A broken list of another source need not stand in the way; the install tells.
$as_root apt-get -qq update || true
# -E is not allowed by every sudoers file, so the variable goes through env. A new machine may still be
# busy with its own updates: wait for them.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
	-o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install $missing >/dev/null || {
	printf 'These packages could not be installed; apt-get says why above:\n  %s\n' "$missing" >&2
	exit 1
}
