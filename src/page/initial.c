/* src/page/initial.c - the large letter that an article's first paragraph starts with. */
#include "page/units_build.h"
#include <string.h>
#include "text/breaks.h"
#include "text/font.h"

bool initial_taken(const struct copy *c)
{
	const char *s = lang_script(c->lang);
	gunichar first = c->len ? g_utf8_get_char(c->text) : 0;

	return (!strcmp(s, "Latn") || !strcmp(s, "Cyrl") || !strcmp(s, "Grek")) && g_unichar_isalpha(first) &&
	       c->len > 200;
}

/* The copy without its first n bytes. */
static const struct copy *copy_from(struct composer *c, const struct copy *whole, size_t n)
{
	struct copy *k = g_hash_table_lookup(c->caches->made, whole);

	if (k)
		return k;
	k = arena_make(c->arena, struct copy);
	g_hash_table_insert(c->caches->made, (gpointer)whole, k);
	*k = *whole;
	k->text += n;
	k->len -= n;
	if (k->offset)
		k->offset += n;
	k->runs = arena_copy(c->arena, whole->runs, whole->nruns * sizeof *whole->runs);
	for (size_t i = 0; i < k->nruns; i++) {
		k->runs[i].start = k->runs[i].start > n ? k->runs[i].start - n : 0;
		k->runs[i].end = k->runs[i].end > n ? k->runs[i].end - n : 0;
	}
	return k;
}

static size_t first_grapheme(struct composer *c, const struct copy *copy)
{
	size_t len = MIN(copy->len, 64), n = 1;
	uint8_t at[65];

	graphemes_find(c->tools->breaker, copy->text, len, at);
	while (n < len && !at[n])
		n++;
	return n;
}

/* The initial stands on the baseline of line n, its capital as high as the first line's x-height above that line. */
const struct copy *initial_take(struct units *u, const struct copy *copy, const struct style *s,
				struct text_set **set, Pt *width)
{
	struct composer *c = u->c;
	const struct style *base = layout_style(c->layout, "initial");
	struct style *probe = arena_make(c->arena, struct style), *big = arena_make(c->arena, struct style);
	const struct font *f;
	size_t n = first_grapheme(c, copy);
	struct copy *letter;
	const struct shaped *set_letter;

	*probe = base ? *base : *s;
	probe->leading = c->layout->leading;
	probe->protrusion = 0;
	letter = g_hash_table_lookup(c->caches->made, copy->runs);
	if (!letter) {
		letter = plain_copy(c, arena_strndup(c->arena, copy->text, n), copy->lang, copy->at);
		letter->source = copy->source;
		letter->offset = copy->offset;
		g_hash_table_insert(c->caches->made, copy->runs, letter);
	}
	set_letter = shape_copy(c, letter, probe);
	if (set_letter->nruns == 0)	/* no font at all: reported */
		return copy;
	f = set_letter->runs[0].font;
	*big = *probe;
	big->size = ((s->dropcap - 1) * c->layout->leading + 0.68 * s->size) / f->cap_height;
	*set = arena_make(c->arena, struct text_set);
	**set = set_copy(c, letter, big, 400);
	*width = (*set)->lines[0]->width + 0.35 * s->size;
	return copy_from(c, copy, n);
}
