/* src/doc/layout_font.c - families of fonts: a face for each script, and marks that hang out of the edge. */
#include "doc/layout_build.h"

#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"

static const char **read_fonts(struct layout_builder *b, const struct node *n)
{
	const char *fonts = node_get(n, "fonts");
	char **words = g_strsplit(fonts ? fonts : "", ",", -1);
	const char **out = arena_make_array(b->a, g_strv_length(words) + 1, const char *);
	size_t k = 0;

	for (char **w = words; *w; w++)
		if (*g_strstrip(*w))
			out[k++] = arena_strdup(b->a, *w);
	g_strfreev(words);
	if (k == 0 && fonts)
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "fonts"), _("fonts=\"%s\" names no font"), fonts);
	return out;
}

static void check_face(struct layout_builder *b, const struct node *n, struct face *f)
{
	if (f->size <= 0 || f->size > 10 || f->leading <= 0 || f->leading > 10) {
		diag_add(b->d, D_LAYOUT, n->at, _("a face's size and leading are factors, such as 1.2; set as 1"));
		f->size = f->leading = 1;
	}
	if (f->min_weight < 1 || f->max_weight > 1000 || f->min_weight > f->max_weight) {
		diag_add(b->d, D_LAYOUT, n->at, _("a face's weights lie between 100 and 900, the lighter one first"));
		f->min_weight = 100;
		f->max_weight = 900;
	}
	if (!(f->ragged >= 0 && f->ragged <= 100) || !(f->kashida >= 0 && f->kashida <= 2) ||
	    !(f->clusters >= 0 && f->clusters <= 1) || !(f->latin_gap >= 0 && f->latin_gap <= 1)) {
		diag_add(b->d, D_LAYOUT, n->at, _("a face's ragged, kashida, clusters and latin-gap are parts of its size, such as 0.25; set as 0"));
		f->ragged = f->kashida = f->clusters = f->latin_gap = 0;
	}
}

/* One struct face for every script of the list. */
static void read_face(struct layout_builder *b, const struct node *n, GArray *faces)
{
	static const char *const emphases[] = { "italic", "bold", "spaced", "none", NULL };
	struct face f = {
		.lang = node_get(n, "lang"), .fonts = read_fonts(b, n),
		.size = number_of(n, "size", 1), .leading = number_of(n, "leading", 1),
		.min_weight = int_of(n, "min-weight", 100), .max_weight = int_of(n, "max-weight", 900),
		.emphasis = (unsigned)choice_of(n, "emphasis", emphases, 0), .baseline = number_of(n, "baseline", 0),
		.ragged = number_of(n, "ragged", 0), .kashida = number_of(n, "kashida", 0),
		.clusters = number_of(n, "clusters", 0), .latin_gap = number_of(n, "latin-gap", 0),
	};
	const char *scripts = node_get(n, "script");
	char **words = g_strsplit(scripts ? scripts : "", " ", -1);

	check_face(b, n, &f);
	for (char **w = words; *w; w++) {
		if (strlen(*w) != 4)
			diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "script"),
				 _("script=\"%s\": a script's code has four letters, such as Latn or Arab"), *w);
		f.script = arena_strdup(b->a, *w);
		g_array_append_val(faces, f);
	}
	g_strfreev(words);
}

static int by_character(gconstpointer a, gconstpointer b)
{
	const struct hang *x = a, *y = b;

	return x->c < y->c ? -1 : x->c > y->c;
}

/* One struct hang for every character. */
static void read_hang(const struct node *n, GArray *hangs)
{
	struct hang h = { 0, node_get(n, "font"), percent_of(n, "start", 0), percent_of(n, "end", 0) };
	const char *letters = node_get(n, "letters");

	for (const char *p = letters ? letters : ""; *p; p = g_utf8_next_char(p)) {
		h.c = g_utf8_get_char(p);
		if (h.c != ' ')
			g_array_append_val(hangs, h);
	}
}

static void read_family(struct layout_builder *b, const struct node *n)
{
	struct family *f = &b->l->families[b->l->nfamilies];
	GArray *faces = g_array_new(FALSE, FALSE, sizeof(struct face)), *hangs = g_array_new(FALSE, FALSE, sizeof(struct hang));
	bool latin = false;

	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "face"))
			read_face(b, c, faces);
		else if (node_is(c, "hang"))
			read_hang(c, hangs);
	for (guint i = 0; i < faces->len; i++)
		latin = latin || strcmp(g_array_index(faces, struct face, i).script, "Latn") == 0;
	f->name = node_get(n, "name");
	f->faces = arena_copy(b->a, faces->data, faces->len * sizeof(struct face));
	f->nfaces = faces->len;
	g_array_free(faces, TRUE);
	g_array_sort(hangs, by_character);
	f->hangs = arena_copy(b->a, hangs->data, hangs->len * sizeof(struct hang));
	f->nhangs = hangs->len;
	g_array_free(hangs, TRUE);
	if (!latin && f->nfaces)
		diag_add(b->d, D_LAYOUT, n->at, _("<family name=\"%s\"> needs a <face> for the script Latn"), f->name ? f->name : "");
	if (f->name && f->nfaces)
		b->l->nfamilies++;
}

bool layout_read_families(struct layout_builder *b)
{
	b->l->families = arena_make_array(b->a, count_children(b->root, "family"), struct family);
	check_unique(b, b->root, "family", "name");
	for (const struct node *c = b->root->first; c; c = c->next)
		if (node_is(c, "family"))
			read_family(b, c);
	return b->l->nfamilies > 0;
}
