/*
 * src/cli/delivery_facts.c - what a print shop wants to know of a print PDF, as an issue in XML.
 *
 * The words are German and stand here, not in the catalogues: the sheet is a
 * document for a German print shop, whatever language the messages have.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "base/icc.h"
#include "cli/delivery.h"
#include "cli/gate.h"
#include "cli/load.h"
#include "doc/issue.h"
#include "doc/layout.h"
#include "doc/print.h"
#include "page/inks.h"
#include "page/model.h"

/* How much is said: characters of a name, of a fact in one of two columns, of one across the page and of whom
 * to ask; findings, font families. Lines of a column take some 36 characters, those across the page 90. */
static const struct room { size_t name, narrow, wide, contact; int notes; guint families; } rooms[] = {
	[SHEET_WORDIEST] = { 72, 300, 300, 240, 4, 16 },
	[1]              = { 60, 60, 160, 160, 4, 6 },
	[SHEET_TERSEST]  = { 40, 32, 80, 80, 3, 3 },
};

/* Beyond so many characters a title is set in the smaller of the layout's two sizes. */
enum { LARGE_TITLE = 16 };

struct sheet_of {			/* what the facts are taken from */
	const struct work *w;
	const struct room *room;
	size_t most;			/* characters of a fact, where we are */
	const int *chosen;
	size_t n;
	GString *x;
};

/* ---- XML ---- */

/* At most so many characters, the last of them an ellipsis where something is missing; never between a
 * letter and its accent. g_free() it. */
static char *cut(const char *text, size_t most)
{
	char *valid = g_utf8_make_valid(text, -1), *end, *shorter;

	if ((size_t)g_utf8_strlen(valid, -1) <= most)
		return valid;
	end = g_utf8_offset_to_pointer(valid, (glong)most - 1);
	while (end > valid && g_unichar_ismark(g_utf8_get_char(end)))
		end = g_utf8_prev_char(end);
	while (end > valid && strchr(" ,;", end[-1]))
		end--;
	shorter = g_strdup_printf("%.*s…", (int)(end - valid), valid);
	g_free(valid);
	return shorter;
}

static char *printed(size_t most, const char *fmt, va_list args)
{
	char *text = g_strdup_vprintf(fmt, args), *shorter = cut(text, most), *safe = g_markup_escape_text(shorter, -1);

	g_free(shorter);
	g_free(text);
	return safe;
}

static void element(struct sheet_of *s, const char *name, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void element(struct sheet_of *s, const char *name, const char *fmt, ...)
{
	va_list args;
	char *safe;

	va_start(args, fmt);
	safe = printed(G_MAXINT, fmt, args);
	va_end(args);
	g_string_append_printf(s->x, "<%s>%s</%s>\n", name, safe, name);
	g_free(safe);
}

static void put_fact(struct sheet_of *s, const char *label, size_t most, const char *fmt, va_list args)
{
	char *safe = printed(most, fmt, args), *name = g_markup_escape_text(label, -1);

	if (*safe)
		g_string_append_printf(s->x, "<fact label=\"%s\">%s</fact>\n", name, safe);
	g_free(safe);
	g_free(name);
}

static void fact(struct sheet_of *s, const char *label, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void fact(struct sheet_of *s, const char *label, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_fact(s, label, s->most, fmt, args);
	va_end(args);
}

/* What is of no use in part. */
static void whole_fact(struct sheet_of *s, const char *label, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
static void whole_fact(struct sheet_of *s, const char *label, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	put_fact(s, label, G_MAXINT, fmt, args);
	va_end(args);
}

static void group(struct sheet_of *s, const char *title)
{
	element(s, "subhead", "%s", title);
	g_string_append(s->x, "<facts>\n");
}

static void group_end(struct sheet_of *s)
{
	g_string_append(s->x, "</facts>\n");
}

/* ---- words ---- */

/* "210" or "209,5" */
static char *number(double x, int places)
{
	char *s = g_strdup_printf("%.*f", places, x), *comma;

	if (places > 0) {
		while (s[strlen(s) - 1] == '0')
			s[strlen(s) - 1] = 0;
		if (s[strlen(s) - 1] == '.')
			s[strlen(s) - 1] = 0;
	}
	comma = strchr(s, '.');
	if (comma)
		*comma = ',';
	return s;
}

static char *millimetres(Pt x)
{
	return number(mm_from_pt(x).mm, 1);
}

/* "26 459 155": thin spaces between groups of three. */
static char *grouped(size_t n)
{
	char digits[32];
	GString *s = g_string_new(NULL);
	size_t len = (size_t)snprintf(digits, sizeof digits, "%zu", n);

	for (size_t i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			g_string_append(s, "\xe2\x80\xaf");
		g_string_append_c(s, digits[i]);
	}
	return g_string_free(s, FALSE);
}

static char *date_words(const char *date)
{
	static const char *const months[] = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
					      "Oktober", "November", "Dezember" };
	int year, month, day;

	if (!date || sscanf(date, "%d-%d-%d", &year, &month, &day) != 3 || month < 1 || month > 12)
		return g_strdup(date ? date : "");
	return g_strdup_printf("%d. %s %d", day, months[month - 1], year);
}

/* "keine Fehler, 3 Warnungen": of the file and of the run that made it */
static char *verdict(const struct gate *g)
{
	size_t n = g->warnings + g->run_warnings;

	return n == 0 ? g_strdup("keine Fehler, keine Warnungen") : g_strdup_printf("keine Fehler, %zu %s", n, n == 1 ? "Warnung" : "Warnungen");
}

static const struct page *page_at(const struct sheet_of *s, size_t i)
{
	return &s->w->pages->pages[s->chosen[i]];
}

/* ---- the issue ---- */

static void put_issue(struct sheet_of *s)
{
	const struct issue *is = s->w->issue;
	const struct pages *p = s->w->pages;
	char *theme = cut(is->theme ? is->theme : "", s->most - 16), *date = date_words(is->date), *w = millimetres(p->width), *h = millimetres(p->height), *bleed = millimetres(p->bleed),
	     *margin = millimetres(p->margin);

	group(s, "Heft");
	fact(s, "Titel", "%s", is->title);
	fact(s, "Ausgabe", is->theme ? "%s, „%s“" : "%s", is->number, theme);
	fact(s, "Erscheint", "%s", date);
	fact(s, "Endformat", "%s × %s mm, %s", w, h, p->width > p->height ? "quer" : "hoch");
	fact(s, "Beschnitt", "%s mm an allen Seiten", bleed);
	if (p->margin > p->bleed)
		fact(s, "Druckmarken", "ja, bis %s mm vom Endformat", margin);
	fact(s, "Umfang", s->n == 1 ? "%zu Seite" : "%zu Einzelseiten in Leserichtung", s->n);
	group_end(s);
	g_free(theme);
	g_free(date);
	g_free(w);
	g_free(h);
	g_free(bleed);
	g_free(margin);
}

/* ---- colour ---- */

static char *spot_names(const struct sheet_of *s)
{
	GString *names = g_string_new(NULL);
	GPtrArray *used = g_ptr_array_new();

	for (size_t i = 0; i < s->n; i++)
		inks_spots(page_at(s, i), s->w->layout, used);
	for (guint i = 0; i < used->len; i++)
		g_string_append_printf(names, "%s%s", i ? ", " : "", ((const struct swatch *)used->pdata[i])->spot);
	g_ptr_array_free(used, TRUE);
	return g_string_free(names, FALSE);
}

static void put_colour(struct sheet_of *s)
{
	const struct print_profile *p = s->w->print;
	const struct gate *g = s->w->gate;
	char *spots = spot_names(s);

	group(s, "Farbe");
	fact(s, "Druckfarben", "Cyan, Magenta, Gelb, Schwarz");
	fact(s, "Sonderfarben", "%s", *spots ? spots : "keine");
	fact(s, "Bedingung", "%s", p->condition);
	fact(s, "Profil", "%s", icc_description(p->output));
	if (g->ink_most >= 0)
		fact(s, "Farbauftrag", "bis %.0f %% (Seite %d), erlaubt %.0f %%", g->ink_most, g->ink_page, p->ink_limit * 100);
	else
		fact(s, "Farbauftrag", "nicht gemessen; erlaubt %.0f %%", p->ink_limit * 100);
	group_end(s);
	g_free(spots);
}

/* ---- file, fonts, pictures ---- */

static void put_file(struct sheet_of *s, const char *name, size_t bytes)
{
	char *size = number((double)bytes / 1e6, 1), *exact = grouped(bytes);

	g_string_append(s->x, "<facts>\n");
	fact(s, "Name", "%s", name);
	whole_fact(s, "Größe", "%s MB (%s Byte)", size, exact);
	fact(s, "Norm", "%s", print_standard_name(s->w->print->standard));
	group_end(s);
	g_free(size);
	g_free(exact);
}

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* As the preflight saw the finished file: drawings and placed PDFs too. */
static bool all_embedded(const struct findings *f)
{
	const struct finding *x;

	for (size_t i = 0; (x = findings_get(f, i)); i++)
		if (x->rule == R_FONT_EMBEDDED || x->rule == R_FONT_PROGRAM || x->rule == R_CHECK_COMPLETE)
			return false;
	return true;
}

static void put_fonts(struct sheet_of *s)
{
	GHashTable *families = g_hash_table_new(g_str_hash, g_str_equal), *fonts = g_hash_table_new(NULL, NULL);
	GPtrArray *names = g_ptr_array_new();
	GString *list = g_string_new(NULL);

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < page_at(s, i)->nitems; k++) {
			const struct item *it = &page_at(s, i)->items[k];

			if (it->kind != ITEM_GLYPHS || !it->glyphs.nglyphs)
				continue;
			g_hash_table_add(fonts, (gpointer)it->glyphs.font);
			if (g_hash_table_add(families, (gpointer)it->glyphs.font->family))
				g_ptr_array_add(names, (gpointer)it->glyphs.font->family);
		}
	g_ptr_array_sort(names, by_name);
	/* "Noto Sans, Serif": the same beginning is said once. */
	for (guint i = 0; i < MIN(names->len, s->room->families); i++)
		g_string_append_printf(list, "%s%s", i ? ", " : "",
			i && g_str_has_prefix(names->pdata[i], "Noto ") && g_str_has_prefix(names->pdata[i - 1], "Noto ") ?
			(char *)names->pdata[i] + strlen("Noto ") : (char *)names->pdata[i]);
	if (names->len > s->room->families)
		g_string_append_printf(list, " und %u weitere", names->len - s->room->families);
	if (names->len)
		fact(s, "Schriften", "%s", list->str);
	if (names->len)
		fact(s, "Schnitte", "%u%s", g_hash_table_size(fonts), all_embedded(s->w->gate->findings) ? ", alle eingebettet" : "");
	g_string_free(list, TRUE);
	g_ptr_array_free(names, TRUE);
	g_hash_table_destroy(fonts);
	g_hash_table_destroy(families);
}

/* Pixels an inch of a placed picture as it is printed; 0: a drawing, or unknown. */
static double resolution(const struct work *w, const struct item *it)
{
	for (size_t i = 0; !it->picture.vector && it->picture.path && it->box.w > 0 && i < w->issue->npictures; i++) {
		const struct picture *p = w->issue->pictures[i];

		if (p->path && !strcmp(p->path, it->picture.path) && !p->vector)
			return MIN(it->picture.crop_w * p->px_w / (it->box.w / 72), w->print->ppi);
	}
	return 0;
}

static void put_pictures(struct sheet_of *s)
{
	int pictures = 0, drawings = 0, pages = 0;
	double least = 0;
	const char *where = NULL;

	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < page_at(s, i)->nitems; k++) {
			const struct item *it = &page_at(s, i)->items[k];
			double ppi = it->kind == ITEM_PICTURE ? resolution(s->w, it) : 0;

			if (it->kind != ITEM_PICTURE)
				continue;
			pages += it->picture.page > 0;
			drawings += ppi <= 0 && !it->picture.page;
			pictures += ppi > 0;
			if (ppi > 0 && (!where || ppi < least)) {
				least = ppi;
				where = page_at(s, i)->label;
			}
		}
	if (pictures)
		fact(s, "Bilder", "%d; wenigstens %.0f ppi (Seite %s)", pictures, floor(least), where);
	if (drawings)
		fact(s, "Zeichnungen", "%d, als Vektoren", drawings);
	if (pages)
		fact(s, "Anzeigen", "%d, aus PDF-Dateien unverändert übernommen", pages);
}

/* ---- how it was checked ---- */

/* What a finding means: the first sentence of its rule's advice, in German, and the rule's key; only that where
 * there is no German catalogue. g_free() it. */
static char *meaning(enum rule_id rule)
{
	char *text = i18n_in("de", rules[rule].advice), *end = strstr(text, ". "), *all;

	if (end)
		end[1] = 0;
	all = strncmp(text, rules[rule].advice, strlen(text)) ? g_strdup_printf("%s (%s)", text, rules[rule].key) : g_strdup(rules[rule].key);
	g_free(text);
	return all;
}

/* "Seite 3", "Seiten 3, 5–7, 9": pages of findings from i on that share its rule. */
static char *pages_of(const struct findings *f, size_t *i)
{
	enum rule_id rule = findings_get(f, *i)->rule;
	GString *s = g_string_new(NULL);
	int from = 0, to = 0, n = 0;

	for (const struct finding *x; (x = findings_get(f, *i)) && x->rule == rule; ++*i) {
		if (x->page < 1 || x->page == to)
			continue;
		if (from && x->page == to + 1) {
			to = x->page;
		} else {
			if (from)
				g_string_append_printf(s, to > from ? "%d–%d, " : "%d, ", from, to);
			from = to = x->page;
		}
		n++;
	}
	if (from)
		g_string_append_printf(s, to > from ? "%d–%d" : "%d", from, to);
	g_string_prepend(s, n > 1 ? "Seiten " : n ? "Seite " : "");
	return g_string_free(s, FALSE);
}

static void put_findings(struct sheet_of *s)
{
	const struct findings *f = s->w->gate->findings;
	const struct finding *x;
	int shown = 0, more = 0;

	for (size_t i = 0; (x = findings_get(f, i)); ) {
		char *pages = pages_of(f, &i), *text = meaning(x->rule);

		if (x->severity != SEV_NOTE && shown < s->room->notes) {
			fact(s, *pages ? pages : "Datei", "%s", text);
			shown++;
		} else {
			more += x->severity != SEV_NOTE;
		}
		g_free(pages);
		g_free(text);
	}
	if (more)
		fact(s, "Weitere", "%d Arten von Warnungen; vollständig im Bericht von zivos preflight", more);
}

static void add_name(GPtrArray *names, const char *path)
{
	char *name = g_path_get_basename(path);

	if (g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
		g_free(name);
	else
		g_ptr_array_add(names, name);
}

/* Advertisements, and other PDFs, that were placed in spite of a warning. */
static void put_doubtful(struct sheet_of *s)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	const struct message *m;
	char *list;

	for (size_t k = 0; (m = diag_get(s->w->d, k)); k++)
		for (size_t i = 0; m->id == D_PDF_DOUBTFUL && i < s->w->issue->npictures; i++) {
			const struct picture *p = s->w->issue->pictures[i];

			if (p->path && p->at.line == m->at.line && p->at.col == m->at.col && !g_strcmp0(p->at.file, m->at.file))
				add_name(names, p->path);
		}
	if (names->len) {
		g_ptr_array_add(names, NULL);
		list = g_strjoinv(", ", (char **)names->pdata);
		fact(s, "Anzeigen", "mit Warnungen übernommen: %s", list);
		g_free(list);
	}
	g_ptr_array_free(names, TRUE);
}

static void put_check(struct sheet_of *s, const char *sha256)
{
	char *found = verdict(s->w->gate);
	GString *sum = g_string_new(NULL);

	for (size_t i = 0; sha256[i]; i++)
		g_string_append_printf(sum, i && i % 8 == 0 ? " %c" : "%c", sha256[i]);
	s->most = s->room->wide;
	g_string_append(s->x, "<facts>\n");
	whole_fact(s, "Ergebnis", "%s; nach %s und dem Druckprofil „%s“", found, print_standard_name(s->w->print->standard), s->w->print->title);
	put_findings(s);
	put_doubtful(s);
	whole_fact(s, "SHA-256", "%s", sum->str);
	group_end(s);
	g_string_free(sum, TRUE);
	g_free(found);
}

/* ---- contact ---- */

/* The imprint's first paragraph with an address for mail; NULL: there is none. */
static const struct copy *contact(const struct issue *is)
{
	for (size_t i = 0; i < is->narticles; i++) {
		const struct article *a = is->articles[i];

		for (size_t k = 0; a->imprint && k < a->nblocks; k++)
			if (a->blocks[k]->kind == BLOCK_P && strchr(a->blocks[k]->copy->text, '@'))
				return a->blocks[k]->copy;
	}
	return NULL;
}

static void put_contact(struct sheet_of *s)
{
	const struct copy *c = contact(s->w->issue);
	char *shorter, *safe, **lines, *joined;

	if (!c)
		return;
	shorter = cut(c->text, s->room->contact);
	safe = g_markup_escape_text(shorter, -1);
	g_free(shorter);
	lines = g_strsplit(safe, "\xe2\x80\xa8", -1);		/* U+2028 is <br/> */
	joined = g_strjoinv("<br/>", lines);
	g_string_append_printf(s->x, "<article xml:lang=\"de\">\n<headline>Rückfragen</headline>\n<body>\n<facts>\n"
		"<fact label=\"Redaktion\">%s</fact>\n</facts>\n</body>\n</article>\n", joined);
	g_free(joined);
	g_strfreev(lines);
	g_free(safe);
}

/* ---- the whole ---- */

/* "Heft 2026/4", cut to what a headline has room for; the number stays. g_free() it. */
static char *title_of(const struct sheet_of *s)
{
	char *number = cut(s->w->issue->number, 20), *title = cut(s->w->issue->title, s->room->name), *all = g_strdup_printf("%s %s", title, number);

	g_free(title);
	g_free(number);
	return all;
}

static void put_head(struct sheet_of *s)
{
	const struct pages *p = s->w->pages;
	char *found = verdict(s->w->gate), *w = millimetres(p->width), *h = millimetres(p->height), *safe, *title = title_of(s);

	element(s, "headline", "%s", title);
	g_free(title);
	safe = g_markup_escape_text(found, -1);
	g_string_append_printf(s->x, "<standfirst>%zu %s, %s × %s mm.<br/>Geprüft und frei zum Druck: %s.</standfirst>\n", s->n,
			       s->n == 1 ? "Seite" : "Seiten", w, h, safe);
	g_free(safe);
	g_free(found);
	g_free(w);
	g_free(h);
}

static void article_begin(struct sheet_of *s, const char *title)
{
	g_string_append(s->x, "<article xml:lang=\"de\">\n");
	element(s, "headline", "%s", title);
	g_string_append(s->x, "<body>\n");
}

static void article_end(struct sheet_of *s)
{
	g_string_append(s->x, "</body>\n</article>\n");
}

GString *delivery_xml(const struct work *w, const char *name, size_t bytes, const char *sha256, const int *chosen, size_t n, int terse)
{
	const struct room *room = &rooms[CLAMP(terse, SHEET_WORDIEST, SHEET_TERSEST)];
	struct sheet_of s = { w, room, room->narrow, chosen, n, g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") };
	char *both = title_of(&s), *short_title = cut(w->issue->title, s.room->name), *title = g_markup_escape_text(short_title, -1),
	     *short_number = cut(w->issue->number, 20), *num = g_markup_escape_text(short_number, -1);

	g_string_append_printf(s.x, "<issue xmlns=\"urn:zivos:issue\" title=\"%s\" number=\"%s\" date=\"%s\" theme=\"Begleitblatt\" xml:lang=\"de\" "
		"layout=\"begleitblatt\">\n<section template=\"%s\" rubric=\"druck\" pages=\"1\">\n<article xml:lang=\"de\">\n", title, num, w->issue->date,
		g_utf8_strlen(both, -1) > LARGE_TITLE ? "sheet-long" : "sheet");
	put_head(&s);
	g_string_append(s.x, "<body>\n");
	put_issue(&s);
	put_colour(&s);
	article_end(&s);
	article_begin(&s, "Datei");
	put_file(&s, name, bytes);
	group(&s, "Schriften und Bilder");
	put_fonts(&s);
	put_pictures(&s);
	group_end(&s);
	article_end(&s);
	article_begin(&s, "Prüfung");
	put_check(&s, sha256);
	article_end(&s);
	put_contact(&s);
	g_string_append(s.x, "</section>\n</issue>\n");
	g_free(both);
	g_free(short_title);
	g_free(short_number);
	g_free(title);
	g_free(num);
	return s.x;
}
