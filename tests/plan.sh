#!/bin/bash
# tests/plan.sh ZIVOS - the flat plan: what stands where, as a picture and as JSON.
. "$(dirname "$0")/tap.bash"
sample=issues/2026-4/issue.xml
ask() { "$python" - "$work/plan.json" "$1" >"$work/said" 2>&1 <<'PY'; }	# expression over plan, page(label), article(id)
import json, sys
plan = json.load(open(sys.argv[1], encoding="utf-8"))
page = lambda label: [p for p in plan["pages"] if p["page"] == label][0]
article = lambda name: [a for a in plan["articles"] if a["id"] == name][0]
got = eval(sys.argv[2])
print(got)
sys.exit(not got)
PY

exits 0 plan $sample -o "$work/plan.pdf" --report "$work/plan.json" && [ ! -s "$work/said" ];	ok "a plan is made" $?
pdfinfo "$work/plan.pdf" >"$work/said" 2>&1 && says "(A3)" && grep -q "^Pages: *1$" "$work/said";	ok "28 pages go on one A3" $?
ask 'len(plan["pages"]) == 28 and plan["layout"] == "zivos"';		ok "the JSON has every page" $?
ask 'page("1")["kind"] == "cover" and page("3")["kind"] == "contents" and page("19")["kind"] == "ad"'; ok "pages have their kinds" $?
ask 'article("feature")["pages"] == ["4", "5", "6", "13"] and article("feature")["overset"] == 0';	ok "an article names its pages" $?
ask '[a["size"] for a in page("25")["ads"]] == ["half"] and abs(page("25")["ads"][0]["width"] - 178) < 0.1'; ok "an advertisement has its place in mm" $?
ask 'page("4")["rubric"] == "Wir alle sind Osnabrück" and page("4")["pictures"] == 1';	ok "rubric and pictures of a page" $?
ask 'all(a["lines"] > 0 and a["file"].endswith(".xml") for a in plan["articles"] if a["title"] and a["id"] != "tueren")'; ok "every article has lines and a place in the XML" $?
pdftotext -layout "$work/plan.pdf" "$work/said" && says "28 Seiten" && says "Sechs Türen (weiter)" && says "Sprachcaf"
									ok "the picture says titles, what goes on, and advertisements" $?
exits 0 plan $sample -o "$work/plan.png" && [ "$(head -c 4 "$work/plan.png" | tail -c 3)" = PNG ];	ok "a plan as PNG" $?
cp "$work/plan.pdf" "$work/first.pdf"
exits 0 plan $sample -o "$work/plan.pdf" --lang de && cmp -s "$work/first.pdf" "$work/plan.pdf";	ok "the same plan has the same bytes, whatever the messages' language" $?

# An issue with everything a plan must not hide: text too long, room left, a page count that cannot be stapled.
mkdir "$work/heft"
{
	echo '<issue xmlns="urn:zivos:issue" number="1" date="2026-01-01" xml:lang="en">'
	echo '<article id="long" rubric="rat" template="story" pages="1"><headline>Too long</headline><body>'
	for i in $(seq 60); do echo "<p>$(printf 'Nine of ten words in this paragraph say nothing at all. %.0s' 1 2 3 4 5 6)</p>"; done
	echo '</body></article><article id="short" rubric="rat" template="story" pages="4"><headline>Short</headline><body><p>One line.</p></body></article></issue>'
} >"$work/heft/issue.xml"
exits 1 plan "$work/heft/issue.xml" -o "$work/plan.pdf" --report "$work/plan.json" --lang en && says "overset";	ok "errors are said, the plan is made" $?
ask 'article("long")["overset"] > 20 and any(p["overset"] for p in plan["pages"])';	ok "text that does not fit is counted" $?
ask 'page("5")["room"]["lines"] > 100 and page("5")["room"]["characters"] > 1000';	ok "room left is counted" $?
ask 'any(m["code"] == "overset" for m in plan["messages"])';		ok "messages are in the JSON" $?
pdftotext -layout "$work/plan.pdf" "$work/said" && says "not a multiple of four" && says "lines too many" && says "free:"
									ok "the picture says what an editor must act on" $?

# Of many articles on a page the first are named and the others counted, the fifth too.
{
	echo '<issue xmlns="urn:zivos:issue" number="1" date="2026-01-01" xml:lang="de"><section rubric="rat" template="news"><title>Kurz</title>'
	for i in $(seq 5); do echo "<article><headline>Nummer $i</headline><body><p>Wenig.</p></body></article>"; done
	echo '</section></issue>'
} >"$work/heft/issue.xml"
run plan "$work/heft/issue.xml" -o "$work/plan.pdf"; pdftotext -layout "$work/plan.pdf" "$work/said" && says "Nummer 4" && grep -q "^ *+ *1$" "$work/said"
									ok "the fifth article of a page is counted" $?

# 130 articles: more sheets, or one high picture.
{
	echo '<issue xmlns="urn:zivos:issue" number="1" date="2026-01-01" xml:lang="de">'
	for i in $(seq 130); do echo "<article rubric=\"rat\" template=\"story\"><headline>Nummer $i</headline><body><p>Wenig.</p></body></article>"; done
	echo '</issue>'
} >"$work/heft/issue.xml"
exits 0 plan "$work/heft/issue.xml" -o "$work/plan.pdf" && pdfinfo "$work/plan.pdf" >"$work/said" && ! grep -q "^Pages: *1$" "$work/said"
									ok "many pages take more sheets" $?
exits 0 plan "$work/heft/issue.xml" -o "$work/plan.png";		ok "many pages in one picture" $?

exits 2 plan $sample -o "$work/plan.txt" && says ".pdf";		ok "another ending is wrong usage" $?
cp $sample "$work/own.pdf"
exits 2 plan $sample -o "$work/own.pdf" && cmp -s $sample "$work/own.pdf";	ok "a file of another kind is not replaced" $?
cp "$work/first.pdf" "$work/keep.json"
exits 2 plan $sample -o "$work/plan.pdf" --report "$work/keep.json" && cmp -s "$work/first.pdf" "$work/keep.json";	ok "nor by the report" $?
exits 3 plan $sample -o /proc/none/plan.pdf;				ok "a folder that cannot be written is the machine's fault" $?
no_temp;								ok "nothing is left behind" $?
echo "1..$n"
exit $failures
