/* src/doc/spans.c - spans of places. */
#include "doc/spans.h"
#include "base/arena.h"

/* The span that holds the byte. */
static const struct place_span *span_of(const struct spans *p, uint32_t byte)
{
	uint32_t lo = 0, hi = p->n;

	while (hi - lo > 1) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (p->spans[mid].byte <= byte)
			lo = mid;
		else
			hi = mid;
	}
	return &p->spans[lo];
}

static uint32_t offset_in(const struct place_span *s, uint32_t byte)
{
	return s->still || byte < s->byte ? s->offset : s->offset + (byte - s->byte);
}

uint32_t spans_at(const struct spans *p, size_t byte)
{
	uint32_t at = (uint32_t)byte + p->skip;

	return p->n ? offset_in(span_of(p, at), at) : 0;
}

static struct place_span *last_of(GArray *spans)
{
	return spans->len ? &g_array_index(spans, struct place_span, spans->len - 1) : NULL;
}

void spans_add(GArray *spans, size_t byte, uint32_t offset)
{
	struct place_span *last = last_of(spans), s = { (uint32_t)byte, offset, false };

	if (last && offset_in(last, s.byte) == offset)
		return;
	/* A second character at the same place: neither goes on. */
	if (last && last->offset == offset) {
		last->still = true;
		return;
	}
	g_array_append_val(spans, s);
}

void spans_add_still(GArray *spans, size_t byte, uint32_t offset)
{
	struct place_span *last = last_of(spans), s = { (uint32_t)byte, offset, true };

	if (!last || !last->still || last->offset != offset)
		g_array_append_val(spans, s);
}

void spans_add_text(GArray *spans, size_t byte, const struct spans *of, size_t n)
{
	uint32_t end = of->skip + (uint32_t)n;

	for (const struct place_span *s = of->n ? span_of(of, of->skip) : NULL; s && n && s < of->spans + of->n && s->byte < end; s++) {
		uint32_t from = MAX(s->byte, of->skip);
		struct place_span part = { (uint32_t)byte + (from - of->skip), offset_in(s, from), s->still };

		g_array_append_val(spans, part);
	}
}

struct spans spans_end(struct arena *a, GArray *spans)
{
	struct spans p = { arena_copy(a, spans->data, spans->len * sizeof(struct place_span)), spans->len, 0 };

	g_array_unref(spans);
	return p;
}
