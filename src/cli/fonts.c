/*
 * src/cli/fonts.c - zivos fonts: which font sets what, and what its maker allows.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <hb.h>
#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "doc/layout.h"
#include "page/model.h"
#include "text/font.h"

/* What one font sets in the issue. */
struct use {
	const struct font *font;
	GTree *scripts;			/* name -> GTree of languages, both in alphabetical order */
	size_t runs, characters;
};

static int compare(gconstpointer a, gconstpointer b, gpointer unused)
{
	(void)unused;
	return strcmp(a, b);
}

static void use_free(void *use)
{
	g_tree_destroy(((struct use *)use)->scripts);
	g_free(use);
}

/* ISO 15924 code of a character's script; NULL where it has none of its own (digits, punctuation). g_free() it. */
static char *script_of(gunichar c)
{
	GUnicodeScript s = g_unichar_get_script(c);
	guint32 tag = g_unicode_script_to_iso15924(s);

	if (s == G_UNICODE_SCRIPT_COMMON || s == G_UNICODE_SCRIPT_INHERITED || s == G_UNICODE_SCRIPT_UNKNOWN)
		return NULL;
	return g_strdup_printf("%c%c%c%c", (int)(tag >> 24 & 255), (int)(tag >> 16 & 255), (int)(tag >> 8 & 255), (int)(tag & 255));
}

static void note_language(struct use *u, char *script, const char *lang)
{
	GTree *langs = g_tree_lookup(u->scripts, script);

	if (langs) {
		g_free(script);
	} else {
		langs = g_tree_new_full(compare, NULL, g_free, NULL);
		g_tree_insert(u->scripts, script, langs);
	}
	if (lang && !g_tree_lookup(langs, lang))
		g_tree_insert(langs, g_strdup(lang), langs);
}

static void note_run(GHashTable *uses, const struct item *it)
{
	const struct glyphs *g = &it->glyphs;
	const char *lang = it->tag ? it->tag->lang : NULL, *end = g->text + g->nbytes;
	struct use *u = g_hash_table_lookup(uses, g->font);
	GUnicodeScript last = G_UNICODE_SCRIPT_INVALID_CODE;

	if (!u) {
		u = g_new0(struct use, 1);
		u->font = g->font;
		u->scripts = g_tree_new_full(compare, NULL, g_free, (GDestroyNotify)g_tree_destroy);
		g_hash_table_insert(uses, (gpointer)g->font, u);
	}
	u->runs++;
	for (const char *c = g->text; c < end; c = g_utf8_next_char(c)) {
		gunichar ch = g_utf8_get_char(c);
		char *script;

		u->characters++;
		if (g_unichar_get_script(ch) == last)
			continue;
		last = g_unichar_get_script(ch);
		script = script_of(ch);
		if (script)
			note_language(u, script, lang);
	}
}

static gboolean append_name(gpointer key, gpointer value, gpointer text)
{
	GString *s = text;

	(void)value;
	g_string_append_printf(s, "%s%s", s->len && s->str[s->len - 1] != '(' ? ", " : "", (char *)key);
	return FALSE;
}

static gboolean append_script(gpointer script, gpointer langs, gpointer text)
{
	GString *s = text, *in = g_string_new(NULL);

	g_tree_foreach(langs, append_name, in);
	g_string_append_printf(s, in->len ? "%s%s (%s)" : "%s%s", s->len ? ", " : "", (char *)script, in->str);
	g_string_free(in, TRUE);
	return FALSE;
}

static unsigned coverage(const struct font *f)
{
	hb_set_t *set = hb_set_create();
	unsigned n;

	hb_face_collect_unicodes(f->face, set);
	n = hb_set_get_population(set);
	hb_set_destroy(set);
	return n;
}

/* Licence texts run over pages: their first sentences, on one line. g_free() it. */
static char *in_short(const char *text)
{
	enum { MOST = 90 };
	char *line = g_strdup(text && *text ? text : _("not stated in the font"));

	g_strdelimit(line, "\r\n\t", ' ');
	if (g_utf8_strlen(line, -1) > MOST) {
		char *cut = g_utf8_offset_to_pointer(line, MOST), *whole;

		*cut = '\0';
		whole = g_strconcat(g_strchomp(line), " ...", NULL);
		g_free(line);
		line = whole;
	}
	return line;
}

static void print_row(const char *label, const char *text)
{
	enum { COLUMN = 13 };
	glong fill = COLUMN - g_utf8_strlen(label, -1);

	printf("    %s%*s%s\n", label, (int)MAX(fill, 1), "", text);
}

static void print_use(const struct use *u)
{
	GString *scripts = g_string_new(NULL);
	char *amount = g_strdup_printf(_("%zu runs, %zu characters"), u->runs, u->characters);
	char *has = g_strdup_printf(_("%u characters in the font"), coverage(u->font));
	char *licence = in_short(font_licence(u->font));

	g_tree_foreach(u->scripts, append_script, scripts);
	printf("%s %s\n", u->font->family, u->font->style);
	print_row(_("sets"), scripts->len ? scripts->str : _("signs and figures only"));
	print_row("", amount);
	print_row(_("coverage"), has);
	print_row(_("embedding"), font_embedding(u->font));
	print_row(_("licence"), licence);
	print_row(_("file"), u->font->file);
	g_free(licence);
	g_free(has);
	g_free(amount);
	g_string_free(scripts, TRUE);
}

static int by_family(gconstpointer a, gconstpointer b)
{
	const struct font *x = (*(struct use *const *)a)->font, *y = (*(struct use *const *)b)->font;
	int d = strcmp(x->family, y->family);

	return d ? d : x->width != y->width ? y->width - x->width : x->weight != y->weight ? x->weight - y->weight :
	       x->italic - y->italic;
}

static void print_uses(const struct pages *p)
{
	GHashTable *uses = g_hash_table_new_full(NULL, NULL, NULL, use_free);
	GPtrArray *sorted = g_ptr_array_new();
	GHashTableIter it;
	gpointer use;

	for (size_t i = 0; i < p->npages; i++)
		for (size_t k = 0; k < p->pages[i].nitems; k++)
			if (p->pages[i].items[k].kind == ITEM_GLYPHS)
				note_run(uses, &p->pages[i].items[k]);
	g_hash_table_iter_init(&it, uses);
	while (g_hash_table_iter_next(&it, NULL, &use))
		g_ptr_array_add(sorted, use);
	g_ptr_array_sort(sorted, by_family);
	for (guint i = 0; i < sorted->len; i++)
		print_use(sorted->pdata[i]);
	g_ptr_array_free(sorted, TRUE);
	g_hash_table_destroy(uses);
}

/* Families that the layout names for scripts which this issue may not use. */
static void print_missing(const struct layout *l, struct fonts *f)
{
	GTree *missing = g_tree_new_full(compare, NULL, NULL, NULL);
	GString *names = g_string_new(NULL);

	for (size_t i = 0; i < l->nfamilies; i++)
		for (size_t k = 0; k < l->families[i].nfaces; k++)
			for (const char **name = l->families[i].faces[k].fonts; *name; name++)
				if (!fonts_find(f, *name, 400, 100, false))
					g_tree_insert(missing, (gpointer)*name, missing);
	g_tree_foreach(missing, append_name, names);
	if (names->len)
		printf("%s\n    %s\n", _("Named in the layout, but not installed:"), names->str);
	g_string_free(names, TRUE);
	g_tree_destroy(missing);
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const struct work_request q = { .path = arguments[0], .last = STAGE_PAGES };
	struct work w;

	work_run(&w, g, &q);
	if (w.pages)
		print_uses(w.pages);
	if (w.layout && w.fonts)
		print_missing(w.layout, w.fonts);
	fflush(stdout);
	return work_finish(&w, false, NULL);
}

const struct command fonts_command = {
	"fonts", N_("ISSUE"), 1, N_("say which font sets which script, and its licence"), NULL, NULL, run
};
