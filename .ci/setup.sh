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
	command -v pkg-config >/dev/null || { echo "pkg-config" $modules; return; }
	for m in $modules; do
		pkg-config --exists "$m" || echo "$m"
	done | sort -u | tr '\n' ' '
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
	missing=$(missing_modules)
	[ -z "$missing" ] && exit 0
	cat >&2 <<END
This machine has no apt-get, so nothing can be installed by itself.
Please install the development files of these libraries (names as pkg-config knows them):
  $missing
Besides: gettext (msgfmt), the Noto fonts with their CJK families, and hyphenation
patterns in /usr/share/hyphen. Then try again.
END
	exit 1
fi

missing=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $packages 2>/dev/null | awk -v want="$packages" '
	$2 == "installed" { have[$1] = 1 }
	END { n = split(want, w, " "); for (i = 1; i <= n; i++) if (!(w[i] in have)) printf "%s ", w[i] }' || true)
[ -z "$missing" ] && exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		printf 'Some packages are missing. As root, please run:\n  apt-get install --no-install-recommends %s\n' "$missing" >&2
		exit 1
	fi
	as_root=sudo
fi
echo "Installing what is missing: $missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get -qq update
# -E is not allowed by every sudoers file, so the variable goes through env.
$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
	-o Dpkg::Use-Pty=0 install $missing >/dev/null
