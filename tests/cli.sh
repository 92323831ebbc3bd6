#!/bin/bash
# tests/cli.sh - the command line as its users meet it: help, exit status,
# languages, what is written and what is left alone.
. "$(dirname "$0")/tap.bash"
mounted=
at_end() { [ -z "$mounted" ] || umount "$mounted"; chmod -R u+w "$work"; }
good=issues/einseiter/issue.xml

# An issue with one error, and one whose only article has nothing wrong.
mkdir -p "$work/faulty" "$work/Heft äöü 1"
sed 's/<headline>/<headlin>/; s/<\/headline>/<\/headlin>/' $good >"$work/faulty/issue.xml"
cp $good "$work/Heft äöü 1/issue.xml"

exits 0 --help && says build && says schema && says --version;		ok "help names every command" $?
exits 0 build --help && says --profile && says --cache;			ok "help of a command names its options" $?
exits 0 -h;								ok "-h is help" $?
exits 0 --version && grep -qE '^zivos [0-9]+\.[0-9]+' "$work/said";	ok "version" $?
lost=0; for c in build check pages fonts dump schema plan; do
	exits 0 $c -h || { lost=1; break; }
done;									ok "every command has help" $lost
exits 2 && says "Try: zivos --help";					ok "no command is wrong usage" $?
exits 2 bild $good && says bild;					ok "an unknown command is wrong usage" $?
exits 2 biuld $good && says "did you mean build?";			ok "a command misspelt" $?
exits 2 build $good --profile paper && says "zivos build --help";	ok "wrong usage names the command's own help" $?
exits 2 build $good --profil print && says --profil;			ok "an unknown option is wrong usage" $?
exits 2 build $good -o && says "needs a value";				ok "an option without its value is wrong usage" $?
exits 2 build;								ok "a missing issue is wrong usage" $?
exits 2 check $good $good;						ok "two issues are wrong usage" $?
exits 2 build $good --profile paper && says paper;			ok "an unknown profile is wrong usage" $?
lost=0; for list in 0 8-3 a 1,,2 1, -2; do
	exits 2 build $good --pages $list -o "$work/x.pdf" || { lost=1; break; }
done;									ok "a list of pages that is none is wrong usage" $lost
exits 2 pages $good --dpi 1e9;						ok "impossible dpi are wrong usage" $?
lost=0; for many in 0 65 x; do
	exits 2 check $good --threads $many && ZIVOS_THREADS=$many exits 2 check $good || { lost=1; break; }
done;									ok "an impossible number of threads is wrong usage" $lost
exits 2 dump $good --stage ink;						ok "an unknown stage is wrong usage" $?
exits 2 schema paper;							ok "an unknown schema is wrong usage" $?
exits 2 build $good -o $good;						ok "the output may not be the issue itself" $?

# Languages. No German locale is installed where these run in earnest.
env -i LANG=de_DE.UTF-8 PATH="$PATH" "$ZIVOS" --help >"$work/said" 2>&1
says Aufruf;								ok "German by locale" $?
exits 0 --help --lang de && says Aufruf;				ok "German by option" $?
env -i LANG=de_DE.UTF-8 PATH="$PATH" "$ZIVOS" --lang en --help >"$work/said" 2>&1
says Usage;								ok "English by option" $?
exits 1 check "$work/faulty/issue.xml" --lang de && says "Fehler: unknown-element";
									ok "messages in German" $?
# Numbers stay as in C: the same pages whatever the locale.
LC_ALL=de_DE.UTF-8 "$ZIVOS" dump $good --stage pages >"$work/de" 2>&1
"$ZIVOS" dump $good --stage pages >"$work/said" 2>&1
cmp -s "$work/de" "$work/said" && [ -s "$work/de" ];			ok "the dump does not depend on the locale" $?

# What most runs do not need is not loaded by all of them.
! ldd "$ZIVOS" 2>&1 | grep -E 'libqpdf|libtiff|librsvg' >"$work/said";	ok "libraries of some commands are loaded by those" $?

# Output.
exits 0 check $good;							ok "a good issue passes" $?
exits 0 build $good -o "$work/a/b/one.pdf" && [ -s "$work/a/b/one.pdf" ]; ok "missing folders are made" $?
exits 0 build $good -o "$work/two.pdf" && cmp -s "$work/a/b/one.pdf" "$work/two.pdf"
									ok "building twice gives the same bytes" $?
(cd "$work" && TZ=Asia/Tehran LC_ALL=C LANG=de "$ZIVOS" build "$OLDPWD/$good" --cache "$work/other" -o other.pdf) >"$work/said" 2>&1
cmp -s "$work/two.pdf" "$work/other.pdf";				ok "nor do they depend on time zone, locale, folder, cache" $?
[ ! -s "$work/said" ];							ok "a good build says nothing where no terminal is" $?
# Nothing of the place or the time of a build gets into its output, in any profile.
mkdir "$work/home"
lost=0; for p in screen print draft; do
	exits 0 build $good --profile $p -o "$work/here-$p.pdf" || { lost=1; break; }
	touch "$work/home"			# a later second, another folder's date
	(cd "$work/home" && env -i ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} ${LSAN_OPTIONS:+"LSAN_OPTIONS=$LSAN_OPTIONS"} PATH="$PATH" HOME="$work/home" LANG=ar_EG.UTF-8 LC_NUMERIC=de_DE.UTF-8 TZ=Pacific/Kiritimati COLUMNS=20 \
		XDG_CACHE_HOME="$work/home/cache-$p" "$ZIVOS" build "$OLDPWD/$good" --profile $p -o there.pdf --lang en) >"$work/said" 2>&1 &&
	cmp "$work/here-$p.pdf" "$work/home/there.pdf" >>"$work/said" 2>&1 || { lost=1; break; }
done;									ok "the same bytes from another home, locale, time zone, folder in every profile" $lost
lost=0; for p in screen print draft; do
	exits 0 build "$work/Heft äöü 1/issue.xml" --profile $p -o "$work/" && [ -s "$work/Heft äöü 1-$p.pdf" ] || { lost=1; break; }
done;									ok "into a folder, named by issue and profile" $lost
(cd "$work/a" && "$ZIVOS" build "../Heft äöü 1/issue.xml" >../said 2>&1 && [ -s "Heft äöü 1-screen.pdf" ])
									ok "without -o into the current folder" $?
exits 0 pages $good -o "$work/png" --dpi 50 && [ -s "$work/png/page-01.png" ]; ok "pages as PNG" $?
exits 2 build $good --pages 77 -o "$work/no.pdf" && [ ! -e "$work/no.pdf" ]
									ok "pages that are not there write nothing" $?
exits 0 fonts $good && says "Noto Serif" && says "Latn" && says "Open Font License"; ok "fonts with scripts and licence" $?
lost=0; for s in model text lines pages; do
	exits 0 dump $good --stage $s && [ -s "$work/said" ] || { lost=1; break; }
done;									ok "every stage can be dumped" $lost
exits 0 check $good --timings && says " ms " && says "setting the pages (processors: " && says " MB ";		ok "timings" $?
exits 1 check "$work/faulty/issue.xml" --color always && says $'\033['; ok "colours when asked for" $?
exits 1 check "$work/faulty/issue.xml" && ! says $'\033[';		ok "no colours in a file" $?

# Files of the author's that an output must not replace.
cp -r issues/einseiter "$work/own"; cp issues/2026-4/pictures/papierflieger.svg "$work/own/p.svg"
exits 2 check "$work/own/issue.xml" --report "$work/own/issue.xml" && cmp -s issues/einseiter/issue.xml "$work/own/issue.xml"
									ok "a report does not replace the issue" $?
exits 2 build "$work/own/issue.xml" -o "$work/own/p.svg" && cmp -s issues/2026-4/pictures/papierflieger.svg "$work/own/p.svg"
									ok "a PDF does not replace a picture" $?
exits 2 build "$work/own/issue.xml" -o "$work/own/x.pdf" --report "$work/own/x.pdf"
									ok "a report does not replace the PDF" $?
# Errors.
echo %PDF-earlier >"$work/keep.pdf"
exits 1 build "$work/faulty/issue.xml" -o "$work/keep.pdf" && [ "$(cat "$work/keep.pdf")" = %PDF-earlier ]
									ok "screen: with errors an earlier output stays" $?
exits 1 build "$work/faulty/issue.xml" --profile print -o "$work/keep.pdf" && [ "$(cat "$work/keep.pdf")" = %PDF-earlier ]
									ok "print: with errors an earlier output stays" $?
exits 1 build "$work/faulty/issue.xml" --profile draft -o "$work/draft.pdf" && [ -s "$work/draft.pdf" ]
									ok "draft: with errors what there is, status 1" $?
exits 1 check "$work/none.xml";						ok "an issue that is not there" $?
exits 1 check "$work";							ok "a folder in place of an issue" $?
exits 1 check "$work/faulty/issue.xml" --report "$work/r.json" &&
python3 - "$work/r.json" >"$work/said" 2>&1 <<'END'
import json, sys
m = json.load(open(sys.argv[1]))["messages"]
assert m, "no message"
for one in m:
    assert set(one) == {"code", "severity", "file", "line", "column", "page", "text"}, one
assert any(o["code"] == "unknown-element" and o["severity"] == "error" and o["line"] > 0 and o["column"] > 0 for o in m)
END
									ok "report as JSON" $?
cat >"$work/faulty/warn.xml" <<'END'
<issue xmlns="urn:zivos:issue" title="ZIVOS" number="1/2026" date="2026-02-01" xml:lang="de" layout="zivos">
  <article id="voll" rubric="wir-alle" template="story"><headline>Voll</headline><body><p>Ein Satz.</p></body></article>
  <article id="leer" rubric="wir-alle" template="story"><headline>Leer</headline><body><p/></body></article>
</issue>
END
exits 0 check "$work/faulty/warn.xml" && says "warning:";		ok "warnings are no errors" $?
exits 1 check "$work/faulty/warn.xml" --strict;				ok "strict: warnings are errors" $?
exits 1 build "$work/faulty/warn.xml" --strict -o "$work/strict.pdf"; [ ! -e "$work/strict.pdf" ]
									ok "strict: nothing is written" $?

# The machine.
exits 3 build $good -o /dev/full && [ -c /dev/full ];			ok "a full device: status 3" $?
exits 3 build $good -o "$work/two.pdf/x.pdf";				ok "a file where a folder should be: status 3" $?
if [ "$(id -u)" -ne 0 ]; then
	mkdir "$work/locked"; chmod a-w "$work/locked"
	exits 3 build $good -o "$work/locked/x.pdf";			ok "a folder that cannot be written: status 3" $?
else	# root may write anywhere but where the kernel says no
	exits 3 build $good -o /proc/x.pdf;				ok "a folder that cannot be written: status 3" $?
fi
mkdir "$work/small"
if mount -t tmpfs -o size=8k none "$work/small" 2>/dev/null; then
	mounted=$work/small
	echo %PDF-earlier >"$work/small/x.pdf"
	exits 3 build $good -o "$work/small/x.pdf" && says "disk is full" && [ "$(cat "$work/small/x.pdf")" = %PDF-earlier ] &&
	[ "$(ls -A "$work/small")" = x.pdf ];				ok "a full disk: status 3, the earlier output stays" $?
	exits 3 pages $good -o "$work/small/png";			ok "a full disk under pages: status 3" $?
else
	skip "a full disk" "no right to mount a small one"
fi
"$ZIVOS" schema issue >/dev/full 2>"$work/said"; [ $? -eq 3 ];		ok "standard output on a full disk: status 3" $?
[ -z "$(find "$work" -name '.zivos-*')" ];				ok "no temporary file is left" $?

# Installed under another root, away from the source.
${MAKE:-make} -s --no-print-directory install OUT="$OUT" BUILD="${BUILD:-debug}" DESTDIR="$work/root" PREFIX=/usr >"$work/said" 2>&1
ok "install" $?
mkdir "$work/away"
(cd "$work/away" && env -i ${ASAN_OPTIONS:+"ASAN_OPTIONS=$ASAN_OPTIONS"} ${LSAN_OPTIONS:+"LSAN_OPTIONS=$LSAN_OPTIONS"} PATH="$PATH" HOME="$work/away" "$work/root/usr/bin/zivos" build "$work/Heft äöü 1/issue.xml" -o x.pdf --lang de) >"$work/said" 2>&1 &&
cmp -s "$work/away/x.pdf" "$work/two.pdf";				ok "the installed program makes the same PDF" $?
[ -s "$work/root/usr/share/man/man1/zivos.1" ] && [ -s "$work/root/usr/share/zivos/layouts/zivos/layout.xml" ] &&
[ -s "$work/root/usr/share/zivos/locale/de/LC_MESSAGES/zivos.mo" ];	ok "man page, layouts and catalogue are installed" $?
${MAKE:-make} -s --no-print-directory uninstall OUT="$OUT" DESTDIR="$work/root" PREFIX=/usr >"$work/said" 2>&1
[ -z "$(find "$work/root" -type f)" ];					ok "uninstall leaves no file" $?
exit $failures
