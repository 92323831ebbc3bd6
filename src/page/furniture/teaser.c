/* src/page/furniture/teaser.c - a text in one line: whole, or cut where it reads best. */
#include <string.h>
#include "page/compose.h"

/* A copy of the first `end` bytes, followed by `tail`, in one line. */
static struct copy *cut_copy(struct composer *c, const struct copy *copy, size_t end, const char *tail)
{
	struct copy *cut = arena_make(c->arena, struct copy);
	char *text = arena_printf(c->arena, "%.*s%s", (int)end, copy->text, tail);

	*cut = *copy;
	for (char *p = text; (p = strstr(p, "\xe2\x80\xa8")); )	/* a forced line break becomes a space */
		memcpy(p, " \xcd\x8f", 3);	/* as many bytes: a space and an invisible joiner */
	cut->text = text;
	cut->len = strlen(text);
	cut->places = (struct spans){ NULL, 0, 0 };
	cut->source = NULL;
	cut->runs = arena_copy(c->arena, copy->runs, copy->nruns * sizeof *copy->runs);
	cut->nruns = 0;
	for (size_t i = 0; i < copy->nruns && copy->runs[i].start < end; i++) {
		cut->runs[cut->nruns] = copy->runs[i];
		cut->runs[cut->nruns++].end = MIN(copy->runs[i].end, end);
	}
	if (cut->nruns && !cut->runs[cut->nruns - 1].ref) {
		cut->runs[cut->nruns - 1].end = cut->len;
	} else if (*tail && cut->nruns) {
		struct inline_run r = cut->runs[cut->nruns - 1];
		cut->runs = arena_copy(c->arena, cut->runs, (cut->nruns + 1) * sizeof r);
		r.ref = NULL;
		r.start = r.end;
		r.end = cut->len;
		cut->runs[cut->nruns++] = r;
	}
	return cut;
}

/* Where a teaser of at most `end` bytes is best cut: after its last sentence if that is not too short
 * (*whole), else after its last word without the signs that follow it. */
static size_t teaser_end(const struct copy *copy, size_t end, bool *whole)
{
	const char *t = copy->text, *p;

	*whole = true;
	for (p = t + end; p > t + end * 2 / 5; p = g_utf8_prev_char(p)) {
		gunichar last = g_utf8_get_char(g_utf8_prev_char(p)), next = g_utf8_get_char(p);
		if ((last == '.' || last == '?' || last == '!' || last == 0x1362 || last == 0x61f) && (next == ' ' || next == 0))
			return (size_t)(p - t);
	}
	*whole = false;
	for (p = t + end; p > t; p = g_utf8_prev_char(p)) {
		gunichar last = g_utf8_get_char(g_utf8_prev_char(p));
		if (g_unichar_isalnum(last) || g_unichar_ismark(last))
			break;
	}
	return (size_t)(p - t);
}

/* The longest beginning of whole characters that goes in with the sign: of one word that is wider than the room. */
static struct text_set cut_word(struct composer *c, const struct copy *copy, const struct style *s, Pt width)
{
	glong least = 0, most = g_utf8_strlen(copy->text, -1);
	struct text_set best = set_copy(c, cut_copy(c, copy, 0, "…"), s, width);

	while (least < most) {
		glong n = (least + most + 1) / 2;
		const char *end = g_utf8_offset_to_pointer(copy->text, n);
		struct text_set t;

		while (*end && g_unichar_ismark(g_utf8_get_char(end)))		/* with its accents */
			end = g_utf8_next_char(end);
		t = set_copy(c, cut_copy(c, copy, (size_t)(end - copy->text), "…"), s, width);
		if (t.n == 1 && t.lines[0]->width <= width) {
			best = t;
			least = n;
		} else {
			most = n - 1;
		}
	}
	return best;
}

struct text_set set_one_line(struct composer *c, const struct copy *copy, const struct style *style, Pt width)
{
	struct style *s = arena_copy(c->arena, style, sizeof *style);
	struct copy *line = cut_copy(c, copy, copy->len, "");
	struct text_set t;
	size_t end;
	bool whole;

	s->hyphenate = false;
	t = set_copy(c, line, s, width);
	if (t.n == 1 && t.lines[0]->width > width + 0.5)
		return cut_word(c, line, s, width);
	if (t.n < 2)
		return t;
	t = set_copy(c, line, s, width - s->size);
	end = teaser_end(line, MIN(shaped_place(t.lines[0]->text, t.lines[0]->end), line->len), &whole);
	t = set_copy(c, cut_copy(c, line, end, whole ? "" : "…"), s, width);
	return t.n && t.lines[0]->width > width + 0.5 ? cut_word(c, line, s, width) : t;
}
