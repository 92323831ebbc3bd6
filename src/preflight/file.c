/*
 * src/preflight/file.c - the file as such: syntax, version, ID, encryption, and
 * what may lie in any corner of it: filters, external streams, actions, OPI.
 *
 * Every object that can be reached is visited once, those of a page first, so
 * that a finding names the page.
 */
#include <string.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

static void check_syntax(struct context *c)
{
	const char *words;

	for (size_t i = 0; (words = pdf_warning(c->pdf, i)); i++)
		report(c, R_FILE_SYNTAX, SEV_WARNING, 0, NULL, _("the file is damaged and was repaired while reading it (%s)"), words);
	if (pdf_incomplete(c->pdf))
		report(c, R_CHECK_COMPLETE, SEV_ERROR, 0, NULL, _("the file is too large or too deeply nested to be looked at completely"));
}

static int version_number(const char *s)
{
	return s[0] && s[1] == '.' && g_ascii_isdigit(s[0]) && g_ascii_isdigit(s[2]) ? (s[0] - '0') * 10 + s[2] - '0' : 0;
}

static void check_version(struct context *c)
{
	const struct obj *own = pdf_get(c->pdf, pdf_root(c->pdf), "Version");
	int header = version_number(pdf_header_version(c->pdf)), catalog = own->kind == OBJ_NAME ? version_number(own->bytes) : 0,
	    v = MAX(header, catalog), most = c->limits->standard == STANDARD_X4 ? 16 : 14;

	if (v > most)
		report(c, R_FILE_VERSION, SEV_ERROR, 0, NULL, _("the PDF version is %d.%d, allowed is %d.%d"), v / 10, v % 10, most / 10, most % 10);
	else if (v < 16 && c->limits->standard == STANDARD_X4)
		report(c, R_FILE_VERSION, SEV_WARNING, 0, NULL, _("the PDF version is %d.%d, expected is %d.%d"), v / 10, v % 10, 1, 6);
}

static void check_trailer(struct context *c)
{
	const struct obj *id = pdf_get(c->pdf, pdf_trailer(c->pdf), "ID");
	bool good = id->kind == OBJ_ARRAY && id->n == 2;

	for (size_t i = 0; good && i < 2; i++)
		good = pdf_at(c->pdf, id, i)->kind == OBJ_STRING && pdf_at(c->pdf, id, i)->n > 0;
	if (!good)
		report(c, R_FILE_ID, SEV_ERROR, 0, NULL, _("the file has no ID"));
	if (pdf_encrypted(c->pdf))
		report(c, R_FILE_ENCRYPT, SEV_ERROR, 0, NULL, _("the file is encrypted"));
	if (obj_is_name(pdf_get(c->pdf, pdf_trailer(c->pdf), "Type"), "XRef") || obj_has(pdf_trailer(c->pdf), "XRefStm"))
		report(c, R_FILE_OBJSTM, SEV_ERROR, 0, NULL, _("the file's table of objects is compressed, as from PDF 1.5 on"));
}

/* ---- any corner ---- */

struct walk { struct context *c; int page; GHashTable *seen; GPtrArray *todo; };

static void check_filters(struct context *c, const struct obj *stream, int page)
{
	size_t n = pdf_nfilters(c->pdf, stream);

	for (size_t i = 0; i < n && i < 8; i++) {
		const char *f = pdf_filter(c->pdf, stream, i);

		if (strcmp(f, "LZWDecode") == 0)
			report(c, R_FILTER_LZW, SEV_ERROR, page, NULL, _("something is compressed with LZW"));
		else if (strcmp(f, "JBIG2Decode") == 0)
			report(c, R_FILTER_JBIG2, SEV_ERROR, page, NULL, _("a picture is compressed with JBIG2"));
		else if (strcmp(f, "JPXDecode") == 0)
			report(c, R_FILTER_JPX, c->limits->standard == STANDARD_X4 ? SEV_WARNING : SEV_ERROR, page, NULL,
			       _("a picture is compressed with JPEG 2000"));
		else if (strcmp(f, "Crypt") == 0)
			report(c, R_FILTER_CRYPT, SEV_ERROR, page, NULL, _("something is encrypted by itself"));
	}
}

static void check_stream(struct context *c, const struct obj *o, int page)
{
	const struct obj *subtype = pdf_get(c->pdf, o, "Subtype"), *alternates = pdf_get(c->pdf, o, "Alternates");

	check_filters(c, o, page);
	if (obj_has(o, "F"))
		report(c, R_FILE_EXTERNAL, SEV_ERROR, page, NULL, _("some data lie in another file"));
	if (obj_is_name(subtype, "PS") || obj_is_name(pdf_get(c->pdf, o, "Subtype2"), "PS"))
		report(c, R_XOBJ_POSTSCRIPT, SEV_ERROR, page, NULL, _("there is a PostScript program in the file"));
	if (obj_has(o, "OPI"))
		report(c, R_XOBJ_OPI, SEV_ERROR, page, NULL, _("a picture is only a preview of another one (OPI)"));
	if (obj_is_name(subtype, "Form") && obj_has(o, "Ref"))
		report(c, R_XOBJ_REFERENCE, SEV_ERROR, page, NULL, _("a part of the page refers to another PDF"));
	for (size_t i = 0; alternates->kind == OBJ_ARRAY && i < alternates->n && i < 100; i++)
		report(c, R_IMG_ALTERNATES, pdf_get(c->pdf, pdf_at(c->pdf, alternates, i), "DefaultForPrinting")->flag ?
		       SEV_ERROR : SEV_WARNING, page, NULL, _("a picture has an alternate version"));
}

static void check_action(struct context *c, const struct obj *o, int page)
{
	const struct obj *s = pdf_get(c->pdf, o, "S");

	/* An array is a destination inside the file. */
	if (o->kind == OBJ_NULL || (obj_is_dict(o) && obj_is_name(s, "JavaScript")))
		return;
	report(c, R_ACT_ACTIONS, SEV_ERROR, page, NULL, _("there is an action (%s)"), s->kind == OBJ_NAME ? pdf_text(c->pdf, s) : "?");
}

static void check_dict(struct context *c, const struct obj *o, int page)
{
	const struct obj *action = pdf_get(c->pdf, o, "A"), *more = pdf_get(c->pdf, o, "AA");

	if (obj_is_name(pdf_get(c->pdf, o, "S"), "JavaScript") || (obj_has(o, "JS") && !obj_has(o, "S")))
		report(c, R_ACT_JAVASCRIPT, SEV_ERROR, page, NULL, _("there is a JavaScript program in the file"));
	/* Structure elements have an A too, their attributes: those know no S. */
	if (obj_is_dict(action) && obj_has(action, "S"))
		check_action(c, action, page);
	for (size_t i = 0; more->kind == OBJ_DICT && i < more->n && i < 100; i++)
		check_action(c, pdf_resolve(c->pdf, &more->items[i]), page);
	if (o == pdf_root(c->pdf))
		check_action(c, pdf_get(c->pdf, o, "OpenAction"), 0);
}

static void visit(struct walk *w, const struct obj *o)
{
	if (o->kind == OBJ_REF) {
		if (!g_hash_table_add(w->seen, GINT_TO_POINTER(o->id)))
			return;
		o = pdf_resolve(w->c->pdf, o);
	}
	if (o->kind == OBJ_ARRAY || obj_is_dict(o))
		g_ptr_array_add(w->todo, (gpointer)o);
}

static void walk_from(struct walk *w, const struct obj *start, int page)
{
	w->page = page;
	visit(w, start);
	while (w->todo->len) {
		const struct obj *o = g_ptr_array_remove_index_fast(w->todo, w->todo->len - 1);

		if (obj_is_dict(o)) {
			check_dict(w->c, o, w->page);
			if (o->kind == OBJ_STREAM)
				check_stream(w->c, o, w->page);
		}
		for (size_t i = 0; i < o->n; i++)
			if (!obj_is_dict(o) || !page || (strcmp(o->keys[i], "Parent") != 0 && strcmp(o->keys[i], "P") != 0 &&
			    strcmp(o->keys[i], "Dest") != 0 && strcmp(o->keys[i], "D") != 0 && strcmp(o->keys[i], "B") != 0))
				visit(w, &o->items[i]);
	}
}

static void walk_all(struct context *c)
{
	struct walk w = { c, 0, g_hash_table_new(NULL, NULL), g_ptr_array_new() };

	for (int page = 1; page <= c->npages; page++)
		g_hash_table_add(w.seen, GINT_TO_POINTER(pdf_page(c->pdf, (size_t)page - 1)->id));
	for (int page = c->first; page <= c->last; page++)
		walk_from(&w, pdf_page(c->pdf, (size_t)page - 1), page);
	walk_from(&w, pdf_trailer(c->pdf), 0);
	g_hash_table_destroy(w.seen);
	g_ptr_array_free(w.todo, TRUE);
}

/* ---- content ---- */

static void on_event(struct context *c, const struct event *e)
{
	if (e->kind == EV_FAULT) {
		char *text = g_strdup_printf(strstr(e->words, "%s") ? _(e->words) : "%s", e->what);

		report(c, R_CONTENT_PARSE, SEV_ERROR, e->page, NULL, "%s", text);
		g_free(text);
	} else if (e->kind == EV_DEEP) {
		report(c, R_CONTENT_PARSE, SEV_WARNING, e->page, NULL, _("more than 28 graphics states are saved in one another"));
	} else if (e->kind == EV_XOBJECT && e->obj->kind == OBJ_DICT) {
		check_filters(c, e->obj, e->page);
	}
}

static void document(struct context *c)
{
	check_version(c);
	check_trailer(c);
	walk_all(c);
}

const struct check file_checks = { .document = document, .event = on_event, .end = check_syntax };
