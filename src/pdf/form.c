/* src/pdf/form.c - objects out of one PDF into another, with new numbers. */
#include "pdf/form.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/late_qpdf.h"
#include "pdf/file.h"

/* Deeper than any resource dictionary is. */
enum { NESTED_MAX = 32, LEVEL = 6 };

struct import {
	qpdf_data q;
	struct pdf_file *out;
	GHashTable *numbers;		/* there -> here */
	GQueue open;			/* qpdf_oh of objects that were referred to and are not written yet */
	bool bad;
};

static void append_object(struct import *im, GString *s, qpdf_oh o, int depth);

static void append_reference(struct import *im, GString *s, qpdf_oh o)
{
	gpointer there = GINT_TO_POINTER(qpdf_oh_get_object_id(im->q, o)), here = g_hash_table_lookup(im->numbers, there);

	if (!here) {
		here = GINT_TO_POINTER(pdf_reserve(im->out));
		g_hash_table_insert(im->numbers, there, here);
		g_queue_push_tail(&im->open, GUINT_TO_POINTER(o));
	}
	g_string_append_printf(s, "%d 0 R ", GPOINTER_TO_INT(here));
}

/* Without the brackets and without /Length, which a stream gets anew. */
static void append_entries(struct import *im, GString *s, qpdf_oh dict, int depth)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

	/* qpdf iterates over one dictionary at a time only. */
	qpdf_oh_begin_dict_key_iter(im->q, dict);
	while (qpdf_oh_dict_more_keys(im->q))
		g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(im->q)));
	for (guint i = 0; i < keys->len; i++) {
		if (!strcmp(keys->pdata[i], "/Length"))
			continue;
		g_string_append_printf(s, "%s ", qpdf_oh_unparse(im->q, qpdf_oh_new_name(im->q, keys->pdata[i])));
		append_object(im, s, qpdf_oh_get_key(im->q, dict, keys->pdata[i]), depth + 1);
	}
	g_ptr_array_free(keys, TRUE);
}

/* The value itself, wherever it stands. */
static void append_value(struct import *im, GString *s, qpdf_oh o, int depth)
{
	if (depth > NESTED_MAX) {
		im->bad = true;
	} else if (qpdf_oh_is_array(im->q, o)) {
		g_string_append(s, "[ ");
		for (int i = 0; i < qpdf_oh_get_array_n_items(im->q, o); i++)
			append_object(im, s, qpdf_oh_get_array_item(im->q, o, i), depth + 1);
		g_string_append(s, "] ");
	} else if (qpdf_oh_is_dictionary(im->q, o)) {
		g_string_append(s, "<< ");
		append_entries(im, s, o, depth);
		g_string_append(s, ">> ");
	} else {
		g_string_append_printf(s, "%s ", qpdf_oh_unparse_resolved(im->q, o));
	}
}

static void append_object(struct import *im, GString *s, qpdf_oh o, int depth)
{
	if (qpdf_oh_is_indirect(im->q, o))
		append_reference(im, s, o);
	else
		append_value(im, s, o, depth);
}

/* Streams stay as they are encoded. */
static void write_object(struct import *im, qpdf_oh o)
{
	int here = GPOINTER_TO_INT(g_hash_table_lookup(im->numbers, GINT_TO_POINTER(qpdf_oh_get_object_id(im->q, o))));
	GString *s = g_string_new(NULL);
	unsigned char *bytes = NULL;
	size_t n = 0;

	if (!qpdf_oh_is_stream(im->q, o)) {
		append_value(im, s, o, 0);
		pdf_put_object(im->out, here, s->str);
	} else if (qpdf_oh_get_stream_data(im->q, o, qpdf_dl_none, NULL, &bytes, &n) & QPDF_ERRORS) {
		im->bad = true;
	} else {
		append_entries(im, s, qpdf_oh_get_dict(im->q, o), 0);
		pdf_put_stream(im->out, here, s->str, bytes, n);
	}
	free(bytes);
	g_string_free(s, TRUE);
}

static double corner(struct import *im, qpdf_oh box, int i)
{
	return qpdf_oh_get_numeric_value(im->q, qpdf_oh_get_array_item(im->q, box, i));
}

/* What is multiplied by lengths. */
static void append_exactly(GString *s, double x)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf(s, "%s ", g_ascii_formatd(digits, sizeof digits, "%.10f", x));
}

static void write_form(struct import *im, qpdf_oh page, const struct pdf_form *form)
{
	GString *s = g_string_new("/Type /XObject /Subtype /Form /BBox [");
	qpdf_oh box = qpdf_oh_get_key(im->q, page, "/MediaBox");
	double right = corner(im, box, 2), top = corner(im, box, 3), width = form->square ? right : form->width;
	double bottom = form->square ? 0 : top - form->height, x = form->square ? 1 / right : 1, y = form->square ? 1 / top : 1;
	unsigned char *bytes = NULL;
	size_t n = 0;

	if (!(right > 0) || !(top > 0)) {
		im->bad = true;
		g_string_free(s, TRUE);
		return;
	}
	pdf_append_numbers(s, (double[]){ 0, bottom, width, top }, 4, 4);
	g_string_append(s, "] /Matrix [");
	append_exactly(s, x);
	g_string_append(s, "0 0 ");
	append_exactly(s, y);
	g_string_append(s, "0 ");
	append_exactly(s, -bottom * y);
	g_string_append(s, "] /Resources ");
	append_object(im, s, qpdf_oh_get_key(im->q, page, "/Resources"), 0);
	if (qpdf_oh_get_page_content_data(im->q, page, &bytes, &n) & QPDF_ERRORS)
		im->bad = true;
	else
		pdf_put_packed(im->out, form->object, s->str, bytes, n, LEVEL);
	free(bytes);
	g_string_free(s, TRUE);
}

bool pdf_forms_write(struct pdf_file *f, const void *pdf, size_t n, const struct pdf_form *forms, size_t nforms)
{
	struct import im = { .q = qpdf_init(), .out = f, .numbers = g_hash_table_new(NULL, NULL), .open = G_QUEUE_INIT };

	qpdf_silence_errors(im.q);
	qpdf_set_suppress_warnings(im.q, QPDF_TRUE);
	im.bad = qpdf_read_memory(im.q, "drawings", pdf, n, NULL) & QPDF_ERRORS || qpdf_get_num_pages(im.q) != (int)nforms;
	for (size_t i = 0; i < nforms && !im.bad; i++)
		write_form(&im, qpdf_get_page_n(im.q, i), &forms[i]);
	while (!im.bad && !g_queue_is_empty(&im.open))
		write_object(&im, GPOINTER_TO_UINT(g_queue_pop_head(&im.open)));
	g_queue_clear(&im.open);
	g_hash_table_destroy(im.numbers);
	qpdf_cleanup(&im.q);
	return !im.bad;
}
