#!/bin/bash
# tests/reference.sh ZIVOS - the reference says all that the reader knows, and shows what each part does.
. "$(dirname "$0")/tap.bash"

for v in issue layout print; do
	"$ZIVOS" schema --reference $v >"$work/$v.html" 2>"$work/said";	ok "the reference of $v is written" $?
	"$python" - "$v" "$work/$v.html" >"$work/said" 2>&1 <<'PY'
import re, sys
rng, html = open("%s/%s.rng" % ("issues" if sys.argv[1] == "issue" else "layouts", sys.argv[1]), encoding="utf-8").read(), open(sys.argv[2], encoding="utf-8").read()
lacking = []
for name, body in re.findall(r'<define name="([^"]*)">(.*?)</define>', rng, re.S):
    if name.startswith("xi."):
        continue
    if not re.search(r'<h3 id="%s">.*\n<p>[^<]+\.</p>' % name, html):
        lacking.append(name)
    for attribute in re.findall(r'<attribute name="([^"]*)"', body):
        row = re.search(r'<tr id="%s\.%s"><td><code>[^<]*</code></td><td>[^<]+</td><td>.+?</td><td>[^<]*</td><td>(.*?)</td></tr>' % (re.escape(name), re.escape(attribute)), html)
        if not row or not row.group(1):
            lacking.append(name + " " + attribute)
print(lacking)
sys.exit(bool(lacking))
PY
	ok "$v: every element and attribute is there, with its meaning and what holds without it" $?
done

# All of it, as `make reference` does: it fails where something is not shown, is not read, or looks like its other value.
make() { timeout 900 "$python" "$@" >"$work/said" 2>&1 </dev/null; }
make docs/reference/make.py "$ZIVOS" "$work/reference";			ok "everything is shown, by examples without errors, and no two values look alike" $?
for v in issue layout print; do
	xmllint --html --noout "$work/reference/$v.html" 2>&1 | grep -vE "Tag (nav|figure) invalid" | grep error >"$work/said"
	[ ! -s "$work/said" ];						ok "$v: the page is well formed" $?
done
"$python" - "$work/reference" >"$work/said" 2>&1 <<'PY'
import os, re, sys
from PIL import Image
folder, shown, faults = sys.argv[1], set(), []
for v in ("issue", "layout", "print"):
    page = open("%s/%s.html" % (folder, v), encoding="utf-8").read()
    ids = re.findall(r' id="([^"]*)"', page)
    faults += ["id twice: " + i for i in set(ids) if ids.count(i) > 1]
    for href in re.findall(r'<a href="([^"]*)"', page):
        if not (href[1:] in ids if href[0] == "#" else os.path.exists(os.path.join(folder, href))):
            faults.append("leads nowhere: " + href)
    shown.update(re.findall(r' src="([^"]*)"', page))
    faults += ["left over: " + c for c in re.findall(r"<!--.*?-->", page) if v != "print"]
    rows = re.findall(r'<tr id="([^"]*)">.*?</tr>\n(.*)', page)
    if v != "print":
        faults += ["not shown: " + name for name, after in rows if not re.match(r'<tr class="shown">.*?(<img.*<img|class="nothing")', after) and not (v == "issue" and name.endswith("xml:lang"))]
faults += ["no page shows " + f for f in os.listdir(folder) if not f.endswith(".html") and f not in shown]
faults += ["too small to see: " + f for f in shown if max(Image.open(os.path.join(folder, f)).size) < 60]
print(faults)
sys.exit(bool(faults))
PY
ok "each attribute has two pictures at least, or says that it shows nothing; all links lead somewhere" $?

# It fails where it should.
broken()	# name, what is put in place of what, what is said
{
	rm -rf "$work/docs"; cp -r docs/reference "$work/docs"
	"$python" -c 'import sys; p, a, b = sys.argv[1:]; s = open(p).read(); assert a in s; open(p, "w").write(s.replace(a, b, 1))' "$work/docs/shows_issue.py" "$2" "$3"
	! make "$work/docs/make.py" "$ZIVOS" "$work/out" issue.verse && says "$4"; ok "$1" $?
}
broken "an element without an example is told" '    "sup": Show' '    "sop": Show' "<sup>"
broken "an attribute without an example is told" 'numbers=["0", "2"], ' '' "numbers of <verse>"
broken "two values that look the same are told" 'numbers=["0", "2"]' 'numbers=["0", "9"]' "look the same"
broken "an example with a fault is told" '<stanza><line>The' '<stanza><lane>The' "unknown element"
grep -q "<img" "$work/reference/issue.html" && ! grep -q "<img" "$work/issue.html";	ok "without make.py no picture is asked for" $?
exits 2 schema --reference paper;					ok "an unknown vocabulary is wrong usage" $?
no_temp;								ok "nothing is left behind" $?
echo "1..$n"
exit $failures
