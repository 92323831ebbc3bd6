#!/bin/bash
# tests/reference.sh ZIVOS - the reference says all that the reader knows, and every part has a picture.
. "$(dirname "$0")/tap.bash"

for v in issue layout print; do
	"$ZIVOS" schema --reference $v >"$work/$v.html" 2>"$work/said";	ok "the reference of $v is written" $?
	xmllint --html --noout "$work/$v.html" 2>&1 | grep -v "Tag nav invalid" | grep -c error >"$work/said"
	[ "$(cat "$work/said")" = 0 ];					ok "$v: it is well formed" $?
	"$python" - "$v" "$work/$v.html" >"$work/said" 2>&1 <<'PY'
import re, sys
rng, html = open("%s/%s.rng" % ("issues" if sys.argv[1] == "issue" else "layouts", sys.argv[1]), encoding="utf-8").read(), open(sys.argv[2], encoding="utf-8").read()
lacking = []
for name, body in re.findall(r'<define name="([^"]*)">(.*?)</define>', rng, re.S):
    if name.startswith("xi."):
        continue
    if '<h2 id="%s">' % name not in html:
        lacking.append(name)
    for attribute in re.findall(r'<attribute name="([^"]*)"', body):
        row = re.search(r'<tr id="%s\.%s"><td><code>[^<]*</code></td><td>([^<]+)' % (re.escape(name), re.escape(attribute)), html)
        cells = re.search(r'<tr id="%s\.%s">.*?</tr>' % (re.escape(name), re.escape(attribute)), html)
        if not row or not cells or "<td></td></tr>" in cells.group(0):
            lacking.append(name + " " + attribute)
print(lacking)
sys.exit(bool(lacking))
PY
	ok "$v: every element and attribute is there, with its meaning and what holds without it" $?
done
quietly "$python" docs/reference/make.py "$ZIVOS" "$work/reference" only;	ok "every element and every property of a style has a picture that shows it" $?
! grep -q "<img" "$work/print.html" && grep -q "<img" "$work/issue.html"
									ok "no picture is asked for that nothing makes" $?
exits 2 schema --reference paper;					ok "an unknown vocabulary is wrong usage" $?
no_temp;								ok "nothing is left behind" $?
echo "1..$n"
exit $failures
