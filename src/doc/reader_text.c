/*
 * src/doc/reader_text.c - text with a place for every byte: the page shows where a word came from.
 *
 * Each chunk that the parser hands over is followed through the source: r->pos is
 * the byte after the last event. What may differ there is known: \r\n comes as \n,
 * and a reference as what it means.
 */
#include "doc/reader.h"

#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/check.h"

static void clear_text(struct reader *r)
{
	g_string_truncate(r->text, 0);
	g_array_set_size(r->offsets, 0);
}

void text_flush(struct reader *r)
{
	struct load *l = r->load;
	struct frame *f = reader_top(r);
	size_t lead = strspn(r->text->str, " \t\r\n");
	struct node *n;

	if (r->text->len == 0)
		return;
	if (r->skip || l->frames->len <= r->base)
		goto out;
	if (f->node->el->content == CONTENT_CHILDREN || f->node->el->content == CONTENT_EMPTY) {
		if (lead < r->text->len)
			check_stray_text(l->v, f->node->el, r->text->str + lead,
					 source_at(r->src, g_array_index(r->offsets, uint32_t, lead)), l->d);
		goto out;
	}
	n = arena_make(l->a, struct node);
	n->source = r->src;
	n->at = source_at(r->src, g_array_index(r->offsets, uint32_t, 0));
	n->text = arena_strndup(l->texts, r->text->str, r->text->len);
	n->len = r->text->len;
	n->offset = arena_copy(l->texts, r->offsets->data, n->len * sizeof(uint32_t));
	reader_append(f->node, n);
out:
	clear_text(r);
}

void text_take(struct reader *r, const char *chunk, size_t n, bool cdata)
{
	const char *s = r->src->bytes;
	size_t end = r->src->n;

	for (size_t i = 0; i < n; i++) {
		uint32_t at;

		if (r->pos + 1 < end && s[r->pos] == '\r' && s[r->pos + 1] == '\n')
			r->pos++;
		at = (uint32_t)(r->pos < end ? r->pos : end);
		g_array_append_val(r->offsets, at);
		/* A reference is a chunk of its own; its bytes all come from the '&'. */
		if (r->pos >= end || (!cdata && s[r->pos] == '&'))
			continue;
		r->pos++;
	}
	if (!cdata && r->pos < end && s[r->pos] == '&' && n > 0 &&
	    g_array_index(r->offsets, uint32_t, r->offsets->len - 1) == r->pos) {
		const char *semicolon = memchr(s + r->pos, ';', end - r->pos);

		r->pos = semicolon ? (size_t)(semicolon - s) + 1 : end;
	}
	g_string_append_len(r->text, chunk, (gssize)n);
}
