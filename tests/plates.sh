#!/bin/bash
# tests/plates.sh ZIVOS - the plates of an issue with known inks. Prints TAP lines.
. "$(dirname "$0")/tap.bash"

if ! command -v gs >/dev/null; then
	skip "plates" "Ghostscript is not installed"
	exit 0
fi
"$python" tests/print.py target "$work" layouts/zivos/layout.xml
sed -i 's|<swatch name="patch3"[^/]*|& spot="Gold \&amp; Co"|
s|<swatch name="patch1"[^/]*|<swatch name="patch1" c="90%" m="80%" y="80%" k="60%"|' "$work/probe/layout.xml"
sed 's|spots="0"|spots="1"|; s|limit="300"|limit="320"|' layouts/print/gestrichen.xml >"$work/wide.xml"
cp layouts/print/gestrichen.icc "$work/"
plates() { run pages "$work/issue.xml" --plates --print-profile "$work/wide.xml" --lang en "$@"; }

plates -o "$work/out" --dpi 60 && [ "$(ls "$work/out" | tr '\n' ' ')" = \
"page-01-black.png page-01-cyan.png page-01-gold-co.png page-01-ink.png page-01-magenta.png page-01-yellow.png " ]
								ok "a plate for each ink, and the map" $?
quietly "$python" - "$work/out" <<'END'
import sys
sys.path.insert(0, "tests")
import print as p
W, H = 216, 303                                  # the page with its bleed, mm
patches = list(p.PATCHES)
patches[1] = (.9, .8, .8, .6)
def at(i, image):
    w, h, get = image
    x = 15 + (i % p.COLUMNS + .5) * (210 - 32) / p.COLUMNS
    y = 20 + ((i // p.COLUMNS * p.STEP + 1) + (p.STEP - 1) / 2) * 12.5 / 72 * 25.4
    return get(int((x + 3) / 25.4 * 60), int((y + 3) / 25.4 * 60))
plates = [p.png("%s/page-01-%s.png" % (sys.argv[1], n)) for n in ("cyan", "magenta", "yellow", "black", "gold-co")]
heat = p.png(sys.argv[1] + "/page-01-ink.png")
assert plates[0][0] == round(W / 25.4 * 60) or abs(plates[0][0] - W / 25.4 * 60) < 1.5, plates[0][:2]
for i, inks in enumerate(patches):
    tint = inks[4] if len(inks) > 4 else 1
    inks = (0, 0, 0, 0, 1) if i == 3 else tuple(v * tint for v in inks[:4]) + (0,)
    for k, plate in enumerate(plates):
        got = 1 - at(i, plate)[0] / 255
        assert abs(got - inks[k]) < 0.01, (i, k, got, inks[k])
    r, g, b = at(i, heat)
    if i == 1:      # 310 of 320 per cent: near the limit
        assert (r, g, b) == (245, 224, 51), (r, g, b)
    else:
        assert b >= g >= r, (i, r, g, b)         # under it: blue
        share = sum(inks) / 3.0
        assert abs(r - (255 + share * (26 - 255))) < 4, (i, r, share)
assert heat[1] > plates[0][1] and heat[0] == plates[0][0]     # the legend stands under it
END
								ok "plates and map show the inks" $?
plates -o "$work/marked" --dpi 60 && sed 's|<pictures|<marks crop="yes" registration="yes" colour="yes" slug="yes"/>&|' "$work/wide.xml" >"$work/marks.xml" &&
run pages "$work/issue.xml" --plates --print-profile "$work/marks.xml" --dpi 60 -o "$work/marked" && quietly "$python" - "$work/marked" <<'END'
import sys
sys.path.insert(0, "tests")
import print as p
w, h, get = p.png(sys.argv[1] + "/page-01-cyan.png")
assert abs(w - 232 / 25.4 * 60) < 1.5, w
for name in ("cyan", "magenta", "yellow", "black", "gold-co"):       # registration colour: on every plate
    w, h, get = p.png("%s/page-01-%s.png" % (sys.argv[1], name))
    x = int(232 / 2 / 25.4 * 60)
    assert min(get(x + dx, int(4.5 / 25.4 * 60) + dy)[0] for dx in range(-4, 5) for dy in range(-4, 5)) < 60, name
END
								ok "marks are on every plate" $?
plates -o "$work/again" --dpi 60 && diff -r "$work/out" "$work/again" >"$work/said";	ok "the same bytes again" $?
run pages issues/2026-4/issue.xml --plates --pages 4,28 --dpi 30 -o "$work/some" && [ "$(ls "$work/some" | sed 's/-[a-z]*\.png//' | sort -u | tr '\n' ' ')" = "page-04 page-28 " ]
								ok "only some pages" $?
(cd "$work" && run pages issue.xml --plates --print-profile wide.xml --dpi 20 && [ -e "${work##*/}-plates/page-01-ink.png" ])
								ok "a folder by itself" $?
sed 's|<headline>|<headlin>|' "$work/issue.xml" >"$work/bad.xml"
exits 1 pages "$work/bad.xml" --plates -o "$work/none" --lang en && [ ! -e "$work/none" ];	ok "no plates of a faulty issue" $?
mkdir "$work/bin"
for tool in bash env; do ln -s "$(command -v $tool)" "$work/bin/"; done
PATH=$work/bin "$ZIVOS" pages "$work/issue.xml" --plates --print-profile "$work/wide.xml" -o "$work/none" --lang en >"$work/said" 2>&1
[ $? -eq 3 ] && grep -q "Ghostscript, which is not installed" "$work/said";	ok "without Ghostscript it says so" $?
printf '#!/bin/bash\nexit 1\n' >"$work/bin/gs"; chmod +x "$work/bin/gs"
PATH=$work/bin "$ZIVOS" pages "$work/issue.xml" --plates --print-profile "$work/wide.xml" -o "$work/none" --lang en >"$work/said" 2>&1
[ $? -eq 3 ] && grep -q "could not make the plates" "$work/said" && [ ! -e "$work/none" ];	ok "a Ghostscript that fails" $?
TMPDIR=$work/nowhere "$ZIVOS" pages "$work/issue.xml" --plates --print-profile "$work/wide.xml" -o "$work/none" --lang en >"$work/said" 2>&1
[ $? -eq 3 ] && [ -s "$work/said" ];				ok "no room for temporary files" $?
# Inks whose names make the same file's name, and one that is called like the map.
sed -i 's|spot="Gold &amp; Co"|spot="Gold-877"|; s|<swatch name="patch4"[^/]*|& spot="Gold 877"|; s|<swatch name="patch5"[^/]*|& spot="Ink"|' "$work/probe/layout.xml"
sed -i 's|spots="1"|spots="3"|' "$work/wide.xml"
is_plate() { [ -s "$work/alike/page-01-$1.png" ]; }
plates -o "$work/alike" --dpi 30 && ls "$work/alike" | tr '\n' ' ' >>"$work/said" && [ "$(ls "$work/alike" | wc -l)" -eq 8 ] &&
all is_plate gold-877 gold-877-2 ink ink-2 &&
! cmp -s "$work/alike/page-01-gold-877.png" "$work/alike/page-01-gold-877-2.png"
								ok "every ink has a file of its own" $?
plates -o "$work/out" --dpi 20 && no_temp;			ok "nothing temporary stays" $?
# A Ghostscript that has written a plate and goes on writing.
cat >"$work/bin/gs" <<END
#!/bin/bash
for a; do case \$a in -sOutputFile=*) out=\${a#-sOutputFile=} ;; esac; done
while :; do echo ink >"\${out%/*}/p0000\$((n++ % 9))(Cyan).tif"; [ \$n -eq 20 ] && echo \$\$ >"$work/gs.pid"; done 2>/dev/null
END
for signal in TERM HUP; do
	rm -f "$work/gs.pid"
	PATH=$work/bin:$PATH "$ZIVOS" pages "$work/issue.xml" --plates --print-profile "$work/wide.xml" -o "$work/none" >"$work/said" 2>&1 </dev/null &
	pid=$!
	for _ in $(seq 300); do [ -s "$work/gs.pid" ] && break; sleep 0.1; done
	kill -$signal $pid
	wait $pid 2>/dev/null; status=$?
	gone "$(cat "$work/gs.pid")"; ended=$?
	[ $status -gt 128 ] && [ $ended -eq 0 ] && no_temp;	ok "interrupted by SIG$signal: no plates in the temporary folder" $?
done
exit $failures
