/* src/prepress/places.c - a page's items with their places in the XML. */
#include "prepress/places.h"
#include <math.h>
#include <string.h>
#include <glib.h>
#include "base/data.h"
#include "page/model.h"

struct map {
	char *folder, *data;		/* absolute, ending in a slash; data may be NULL */
	GHashTable *known;		/* file as named -> index + 1; 0: left out */
	GPtrArray *names;		/* as written, by index */
	GString *items;
};

static char *with_slash(char *path)
{
	char *s = g_str_has_suffix(path, "/") ? g_strdup(path) : g_strconcat(path, "/", NULL);

	g_free(path);
	return s;
}

/* NULL: the file lies in neither folder. */
static char *relative_name(const struct map *m, const char *file)
{
	char *path = g_canonicalize_filename(file, NULL), *name = NULL;

	if (g_str_has_prefix(path, m->folder))
		name = g_strdup(path + strlen(m->folder));
	else if (m->data && g_str_has_prefix(path, m->data))
		name = g_strconcat("layouts/", path + strlen(m->data), NULL);
	if (name && (!*name || strpbrk(name, "\n\\")))
		g_clear_pointer(&name, g_free);
	g_free(path);
	return name;
}

/* Index of a file, or -1. */
static int index_of(struct map *m, const char *file)
{
	gpointer found;
	char *name;
	int index = -1;

	if (g_hash_table_lookup_extended(m->known, file, NULL, &found))
		return GPOINTER_TO_INT(found) - 1;
	name = relative_name(m, file);
	if (name) {
		index = (int)m->names->len;
		g_ptr_array_add(m->names, name);
	}
	g_hash_table_insert(m->known, (gpointer)file, GINT_TO_POINTER(index + 1));
	return index;
}

static int hundredths(Pt x)
{
	return (int)lround(mm_from_pt(x).mm * 100);
}

static void add_item(struct map *m, const struct item *it)
{
	int file;

	if (it->kind == ITEM_MARK || !it->at.file || it->at.line < 1)
		return;
	file = index_of(m, it->at.file);
	if (file >= 0)
		g_string_append_printf(m->items, "%d %d %d %d %d %d %d\n", hundredths(it->box.x), hundredths(it->box.y),
				       hundredths(it->box.w), hundredths(it->box.h), file, it->at.line, MAX(it->at.col, 1));
}

static qpdf_oh stream_of(qpdf_data q, const struct map *m)
{
	GString *text = g_string_new("zivos-places 1\n");
	qpdf_oh s = qpdf_oh_new_stream(q);

	for (guint i = 0; i < m->names->len; i++)
		g_string_append_printf(text, "%s\n", (const char *)m->names->pdata[i]);
	g_string_append_printf(text, "\n%s", m->items->str);
	qpdf_oh_replace_stream_data(q, s, (const unsigned char *)text->str, text->len, qpdf_oh_new_null(q), qpdf_oh_new_null(q));
	g_string_free(text, TRUE);
	return s;
}

void places_add(qpdf_data q, qpdf_oh pdf_page, const struct page *pg, const char *folder, const char *date)
{
	char *data = data_path("layouts");
	struct map m = {
		.folder = with_slash(g_canonicalize_filename(folder, NULL)), .data = data ? with_slash(data) : NULL,
		.known = g_hash_table_new(g_str_hash, g_str_equal), .names = g_ptr_array_new_with_free_func(g_free),
		.items = g_string_new(NULL),
	};
	qpdf_oh piece = qpdf_oh_new_dictionary(q), all = qpdf_oh_new_dictionary(q);

	for (size_t i = 0; i < pg->nitems; i++)
		add_item(&m, &pg->items[i]);
	qpdf_oh_replace_key(q, piece, "/LastModified", qpdf_oh_new_string(q, date));
	qpdf_oh_replace_key(q, piece, "/Private", stream_of(q, &m));
	qpdf_oh_replace_key(q, all, "/zivos", piece);
	qpdf_oh_replace_key(q, pdf_page, "/PieceInfo", all);
	qpdf_oh_replace_key(q, pdf_page, "/LastModified", qpdf_oh_new_string(q, date));
	g_string_free(m.items, TRUE);
	g_ptr_array_free(m.names, TRUE);
	g_hash_table_destroy(m.known);
	g_free(m.folder);
	g_free(m.data);
}
