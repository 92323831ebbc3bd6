# zivos - print layout of a magazine. `make print` and `make check` need nothing but make, git and Debian 12.
#
#   make            the two programs          make print ISSUE=issues/2026-4/issue.xml OPTIONS='--marks all'
#   make check      all tests                 make install PREFIX=/usr/local DESTDIR=
#   make accept     rewrite what the golden tests expect; review the difference like code
#   make bench      quality and speed of paragraphs measured      make bench-pages   of pages
#   make reference  every element and property with a picture, as HTML
#   make po         take new messages into the catalogues      make schemas   write the .rng files anew
#   make bench-hyphen   hyphenation against libhyphen
#   make check-threads  the samples under the thread sanitizer      make check-memory   specimens under valgrind
#   BUILD=debug|release|sanitize|tsan   OUT=folder   V=1 shows the commands
#
# Set-up comes by itself: $(OUT)/config.mk is included below, so make remakes it before anything
# else; its recipe installs the packages that are missing. It is made anew only when this file or
# the list of installed packages has changed.

VERSION := 0.1
ISSUE   ?= issues/2026-4/issue.xml
PREFIX  ?= /usr/local
BUILD   ?= $(if $(filter check accept unit check-%,$(MAKECMDGOALS)),debug,release)
OUT     ?= build/$(BUILD)

PKGS         := cairo cairo-ft cairo-pdf pango pangocairo pangoft2 harfbuzz harfbuzz-subset icu-uc icu-i18n libxml-2.0 \
		fontconfig freetype2 librsvg-2.0 libjpeg libtiff-4 libqpdf lcms2 zlib glib-2.0
PICTURE_PKGS := vips lcms2 librsvg-2.0 libqpdf cairo-pdf pangocairo fontconfig libxml-2.0 libtiff-4 zlib glib-2.0 gio-2.0
PACKAGES     := gcc libc6-dev make pkg-config gettext ghostscript \
		libcairo2-dev libpango1.0-dev libharfbuzz-dev libicu-dev libxml2-dev libfontconfig-dev libfreetype-dev \
		libvips-dev librsvg2-dev libtiff-dev libjpeg62-turbo-dev libqpdf-dev liblcms2-dev zlib1g-dev libglib2.0-dev \
		fonts-noto-core fonts-noto-extra fonts-noto-cjk fonts-noto-cjk-extra fonts-sil-padauk \
		hyphen-de hyphen-en-gb hyphen-fr hyphen-pl hyphen-ru hyphen-uk \
		hyphen-bg hyphen-el hyphen-es hyphen-hr hyphen-it hyphen-nl hyphen-pt-pt hyphen-ro hyphen-sr \
		librust-hyphenation-dev
TEST_PACKAGES := poppler-utils mupdf-tools qpdf libhyphen0 unicode-data libxml2-utils python3 python3-pil python3-pikepdf python3-fonttools time procps

SRC     := $(filter-out src/picture/%,$(sort $(wildcard src/*.c src/*/*.c src/*/*/*.c)))
PICTURE := $(sort $(wildcard src/picture/*.c))
HEADERS := $(sort $(wildcard src/*/*.h src/*/*/*.h))
OBJ     := $(SRC:%.c=$(OUT)/%.o)
LIB     := $(OUT)/libzivos.a
UNIT    := $(patsubst %.c,$(OUT)/%,$(wildcard tests/unit/test_*.c))
TOOLS   := $(patsubst %.c,$(OUT)/%,$(wildcard tests/tools/*.c))
PO      := $(wildcard src/base/po/*.po)
MO      := $(PO:src/base/po/%.po=$(OUT)/locale/%/LC_MESSAGES/zivos.mo)
PROGRAMS := $(OUT)/zivos $(if $(PICTURE),$(OUT)/zivos-picture)

CFLAGS.debug    := -O0 -g
CFLAGS.release  := -O2
CFLAGS.sanitize := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
CFLAGS.tsan     := -O1 -g -fno-omit-frame-pointer -fsanitize=thread
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Isrc -MMD -MP
CFLAGS   += -std=c11 -Wall -Wextra -Wshadow -Wvla -Wmissing-prototypes $(CFLAGS.$(BUILD))
LDFLAGS  += -Wl,--as-needed
# Where the program finds its data as long as it is not installed (base/data.c), and its name.
$(OUT)/src/base/data.o: CPPFLAGS += -DZIVOS_SOURCE='"$(CURDIR)"' -DZIVOS_BUILD='"$(abspath $(OUT))"'
$(OUT)/src/base/late.o: CPPFLAGS += -DLATE_QPDF='"$(SONAME.qpdf)"' -DLATE_TIFF='"$(SONAME.tiff)"' -DLATE_RSVG='"$(SONAME.rsvg-2)"'
$(OUT)/src/cli/%.o: CPPFLAGS += -DZIVOS_VERSION='"$(VERSION)"'
$(OUT)/src/paint/%.o: CPPFLAGS += -DZIVOS_VERSION='"$(VERSION)"'
$(OUT)/src/prepress/%.o: CPPFLAGS += -DZIVOS_VERSION='"$(VERSION)"'

# As many jobs as processors, unless a number was given: make 4.3 does not show its own -j in MAKEFLAGS yet.
GIVEN := $(filter -j% --jobs%,$(MAKEFLAGS) $(shell tr '\0' ' ' </proc/$$PPID/cmdline))
ifeq ($(MAKELEVEL)$(GIVEN),0)
MAKEFLAGS += -j$(shell nproc)
endif
Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$(2)')

all: $(PROGRAMS) $(MO)

# ---- set-up ----
ifneq ($(filter-out clean uninstall,$(or $(MAKECMDGOALS),all)),)
include $(OUT)/config.mk
endif
INSTALLED := $(wildcard /var/lib/dpkg/status)
$(OUT)/config.mk: Makefile .ci/setup.sh $(INSTALLED)
	@mkdir -p $(@D)
	@.ci/setup.sh '$(PACKAGES)' '$(PKGS) $(PICTURE_PKGS)'
	@{ echo "PKGS_CFLAGS := $$(pkg-config --cflags $(PKGS))"; \
	   echo "PKGS_LIBS := $$(pkg-config --libs $(PKGS)) -lm"; \
	   for l in qpdf tiff rsvg-2; do \
	     echo "SONAME.$$l := $$(objdump -p "$$($(CC) -print-file-name=lib$$l.so)" | awk '$$1 == "SONAME" { print $$2 }')"; done; \
	   echo "PICTURE_CFLAGS := $$(pkg-config --cflags $(PICTURE_PKGS))"; \
	   echo "PICTURE_LIBS := $$(pkg-config --libs $(PICTURE_PKGS)) -lm"; } >$@.new && mv $@.new $@
setup: $(OUT)/config.mk
$(OUT)/test-tools: Makefile .ci/setup.sh $(INSTALLED)
	@mkdir -p $(@D)
	@.ci/setup.sh '$(TEST_PACKAGES)' '' && touch $@

# ---- programs ----
# Everything is compiled anew when the flags have changed, not whenever config.mk was rewritten.
FLAGS := $(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(PKGS_CFLAGS) $(PICTURE_CFLAGS) $(PKGS_LIBS) $(PICTURE_LIBS) $(VERSION) $(CURDIR)
$(OUT)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@

$(OUT)/src/picture/%.o: src/picture/%.c $(OUT)/flags
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(PICTURE_CFLAGS) $(CFLAGS) -c -o $@ $<
$(OUT)/%.o: %.c $(OUT)/flags
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(PKGS_CFLAGS) $(CFLAGS) -c -o $@ $<
# An archive, so that each unit test links no more than it calls.
$(LIB): $(filter-out $(OUT)/src/main.o,$(OBJ))
	$(Q)rm -f $@ && $(AR) rcs $@ $^
# Libraries that come when they are needed: base/late.h.
LIBS = $(filter-out -lqpdf -ltiff -lrsvg-2,$(PKGS_LIBS))
$(OUT)/zivos: $(OUT)/src/main.o $(LIB)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
ifeq ($(BUILD),tsan)
# libvips is not compiled for the thread sanitizer, and shares more between its threads than can be listed: an ordinary one stands beside zivos,
# which is what is looked at.
$(OUT)/zivos-picture: FORCE
	@$(MAKE) --no-print-directory BUILD=debug build/debug/zivos-picture
	@cp build/debug/zivos-picture $@
else
$(OUT)/zivos-picture: $(PICTURE:%.c=$(OUT)/%.o) $(LIB)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PICTURE_LIBS)
endif
$(OUT)/tests/tools/%: tests/tools/%.c $(OUT)/flags
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(PICTURE_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(PICTURE_LIBS)
$(OUT)/tests/unit/%: $(OUT)/tests/unit/%.o $(LIB)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
$(OUT)/tests/bench/%: $(OUT)/tests/bench/%.o $(LIB)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
$(OUT)/locale/%/LC_MESSAGES/zivos.mo: src/base/po/%.po $(OUT)/config.mk
	@mkdir -p $(@D)
	$(Q)msgfmt --check-format --check-header -o $@ $<

# ---- magazine ----
print: all
	@mkdir -p build
	$(OUT)/zivos build '$(ISSUE)' --profile print -o build/ $(OPTIONS)

# ---- tests ----
check: $(UNIT) $(TOOLS) $(OUT)/tests/bench/hyphen_compare all $(OUT)/test-tools
	@OUT='$(OUT)' BUILD='$(BUILD)' MAKE='$(MAKE)' tests/run.sh '$(OUT)'
# What threads share, under the thread sanitizer.
check-threads:
	@$(MAKE) --no-print-directory BUILD=tsan all build/tsan/tests/unit/test_pool build/tsan/tests/unit/test_lexicon
	@BUILD=tsan MAKE='$(MAKE)' tests/run.sh build/tsan threads.sh test_pool test_lexicon
# One specimen under valgrind, if it is installed: what the sanitizers do not see, values that were never set.
check-memory: all
	@for s in tables verse parallel; do valgrind -q --error-exitcode=9 --leak-check=no $(OUT)/zivos dump tests/specimens/$$s/issue.xml --stage pages >/dev/null || exit; done
unit: $(UNIT) $(TOOLS) $(OUT)/tests/bench/hyphen_compare
# 20 cold pictures of 12 megapixels; build with BUILD=release.
bench-pictures: all $(TOOLS) $(OUT)/test-tools
	@tests/bench/pictures.sh '$(OUT)'
# How fast dictionaries load, and where our reading of them differs from libhyphen's.
bench-hyphen: $(OUT)/tests/bench/hyphen_compare $(OUT)/test-tools
	@for how in -l ""; do $< $$how /usr/share/hyphen/hyph_de_DE.dic || true; done
	@find issues -name '*.xml' -print0 | sort -z | xargs -0 cat | sed 's/<[^>]*>/ /g' >$(OUT)/bench-hyphen.txt
	@for l in de_DE en_GB fr pl_PL ru_RU uk_UA; do d=/usr/share/hyphen/hyph_$$l.dic; \
	  [ ! -f $$d ] || $< $$d $(OUT)/bench-hyphen.txt || true; done
accept: all
	@ACCEPT=1 tests/golden.sh '$(OUT)/zivos'

# Quality of paragraphs and speed, on a text that lies beside the project (tests/bench/bench.py says more).
bench: all $(OUT)/test-tools $(OUT)/tests/bench/floor
	@tests/bench/bench.py $(OUT)/zivos $(OUT)/tests/bench/floor
# How well pages are filled, on 200 articles with pictures, and how fast (tests/bench/pages.py says more).
bench-pages: all $(OUT)/test-tools
	@tests/bench/pages.py $(OUT)/zivos $(OUT)/tests/bench/work
$(OUT)/tests/bench/floor: $(OUT)/tests/bench/floor.o
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBS)

check-headers: $(HEADERS:%=$(OUT)/%.ok)
$(OUT)/%.h.ok: %.h $(HEADERS) $(OUT)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(filter-out -M%,$(CPPFLAGS)) $(PKGS_CFLAGS) $(CFLAGS) -Werror -fsyntax-only -x c $<
	@touch $@

# Which folders' headers each folder may include, beside its own.
MAY.base      :=
MAY.doc       := base
MAY.text      := base doc
MAY.para      := base doc text
MAY.page      := base doc text para
MAY.pdf       := base text page
MAY.paint     := base page pdf
MAY.prepress  := base doc page
MAY.preflight := base
MAY.picture   := base
MAY.cli       := base doc text page paint prepress preflight
check-layers: $(patsubst src/%/,layer-%,$(wildcard src/*/))
layer-%:
	@! grep -nE '^#include "[a-z]+/' $$(find src/$* -name '*.[ch]') /dev/null | \
	grep -vE "\"($$(echo $* $(MAY.$*) | tr ' ' '|'))/"

# ---- what is written by hand once and kept by tools ----
$(OUT)/zivos.pot: $(SRC) $(PICTURE) $(HEADERS) $(OUT)/config.mk
	$(Q)xgettext --from-code=UTF-8 -k_ -kN_ --add-comments=TRANSLATORS --package-name=zivos \
	  --add-location=file -o $@ $(SRC) $(PICTURE) $(HEADERS)
po: $(OUT)/zivos.pot
	for po in $(PO); do msgmerge --quiet --update --backup=none --add-location=file $$po $< && \
	msgfmt --statistics -o /dev/null $$po || exit; done
schemas: $(OUT)/zivos
	$(OUT)/zivos schema issue >issues/issue.rng
	$(OUT)/zivos schema layout >layouts/layout.rng
	$(OUT)/zivos schema print >layouts/print.rng
# The vocabularies as pages to read, with pictures: build/reference/issue.html, layout.html, print.html.
reference: all
	@.ci/setup.sh 'python3 python3-pil' ''
	/usr/bin/env PATH=/usr/bin:$$PATH python3 docs/reference/make.py $(OUT)/zivos build/reference
# Output profiles from Fogra's data; needs Argyll, takes minutes, see there.
profiles:
	layouts/print/make-profiles.sh

# ---- installation ----
DATA  := $(wildcard issues/issue.rng)
bin   := $(DESTDIR)$(PREFIX)/bin
share := $(DESTDIR)$(PREFIX)/share
exec  := $(DESTDIR)$(PREFIX)/libexec/zivos
install: all
	install -d '$(bin)' '$(exec)' '$(share)/man/man1'
	install -m 755 $(OUT)/zivos '$(bin)/'
	$(if $(PICTURE),install -m 755 $(OUT)/zivos-picture '$(exec)/')
	install -m 644 src/cli/zivos.1 '$(share)/man/man1/'
	find layouts fonts $(DATA) -type f ! -name '.*' ! -name spread.png -exec sh -c 'for f; do \
	  install -D -m 644 "$$f" "$(share)/zivos/$$f" || exit; done' sh {} +
	cd $(OUT) && find locale -type f -exec sh -c 'for f; do \
	  install -D -m 644 "$$f" "$(share)/zivos/$$f" || exit; done' sh {} +
uninstall:
	rm -f '$(bin)/zivos' '$(share)/man/man1/zivos.1'
	rm -rf '$(exec)' '$(share)/zivos'
clean:
	rm -rf build

FORCE:
.PHONY: check-memory bench-pictures bench-pages all setup print bench bench-hyphen check unit accept check-headers check-layers po schemas reference profiles install uninstall clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
-include $(OUT)/tests/bench/hyphen_compare.d $(OBJ:.o=.d) $(PICTURE:%.c=$(OUT)/%.d) $(UNIT:=.d)
