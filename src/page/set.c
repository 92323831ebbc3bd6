/* src/page/set.c - a copy set in one measure: headlines, captions, furniture. */
#include "page/compose.h"
#include <string.h>
#include "base/i18n.h"
#include "page/flow/flow.h"
#include "para/hlist.h"
#include "para/lists.h"

const struct style *style_flush(struct composer *c, const struct style *s)
{
	struct style *flush = made_flush(&c->caches->made, s);

	if (flush)
		return flush;
	flush = arena_copy(c->arena, s, sizeof *s);
	flush->align = ALIGN_START;
	made_flush_keep(&c->caches->made, s, flush);
	return flush;
}

Pt style_leading(const struct style *s, const char *lang)
{
	return s->leading * family_face(s->family, lang_script(lang), lang)->leading;
}

void report_lines(struct composer *c, const struct copy *copy, const struct breaks *b, Pt width)
{
	if (b->overfull > 0.5 && width <= 0)
		diag_add(c->diag, D_OVERSET, copy->at, _("no width is left for this text: what stands beside it, or its indent, takes all of its column. Give it more room, or indent it less"));
	else if (b->overfull > 0.5)
		diag_add(c->diag, D_LINE_OVERFULL, copy->at,
			 _("a word is %.1f mm too long for its column of %.1f mm and sticks out; add a soft hyphen (U+00AD) or shorten it"),
			 mm_from_pt(b->overfull).mm, mm_from_pt(width).mm);
	if (b->nloose)
		diag_add(c->diag, D_LINE_LOOSE, copy->at,
			 _("line %zu of this paragraph has very wide spaces, since the word after it finds no room in it: a soft hyphen (U+00AD) in that word helps, or other words, or a narrower picture beside the text"),
			 b->loosest + 1);
}

static struct measure same_measure(const void *ctx, size_t n)
{
	(void)n;
	return (struct measure){ 0, *(const Pt *)ctx };
}

struct text_set set_copy(struct composer *c, const struct copy *copy, const struct style *s, Pt width)
{
	struct hlist *h = hlist_copy(c, copy, s);
	struct choice ch;
	struct text_set t;

	hlist_open(h);
	ch = linebreak(c->arena, h, same_measure, &width, true);
	t = (struct text_set){
		.lang = copy->lang, .n = ch.natural.n, .measure = width, .leading = style_leading(s, copy->lang), .style = s, .rtl = copy->rtl,
		.lines = arena_make_array(c->arena, ch.natural.n, struct set_line *),
	};

	report_lines(c, copy, &ch.natural, width);
	for (size_t i = 0; i < t.n; i++)
		t.lines[i] = line_set(c->arena, h, i ? ch.natural.at[i - 1] : SIZE_MAX, ch.natural.at[i],
				      (struct measure){ 0, width });
	hlist_close(h);
	t.height = (double)t.n * t.leading;
	return t;
}

Pt line_width(struct composer *c, const struct copy *copy, const struct style *s)
{
	struct hlist *h = hlist_copy(c, copy, s);
	Pt w;

	hlist_open(h);
	w = h->sums[h->n].width - h->hang_start - h->items[h->n - 1].hang_end;
	hlist_close(h);
	return w;
}

struct copy *plain_copy(struct composer *c, const char *text, const char *lang, struct src at)
{
	struct copy *p = arena_make(c->arena, struct copy);

	p->text = arena_strdup(c->arena, text);
	p->len = strlen(text);
	p->runs = arena_make(c->arena, struct inline_run);
	p->runs[0] = (struct inline_run){ .end = p->len, .lang = lang };
	p->nruns = p->len ? 1 : 0;
	p->lang = lang;
	p->rtl = lang_is_rtl(lang);
	p->at = at;
	return p;
}

void put_set(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y,
	     struct colour colour, const struct tag *tag)
{
	Pt below = (1 - BASE_SHARE) * c->layout->leading;

	for (size_t i = 0; i < t->n; i++)
		sheet_line(c, s, t->lines[i], x, y + (double)(i + 1) * t->leading - below, colour, tag);
	if (t->further)
		put_set(c, s, t->further, x + t->further_x, y + t->further_y, colour, tag_make(c, tag->role, tag->parent, t->further->lang, tag->at));
}

void put_set_up(struct composer *c, struct sheet *s, const struct text_set *t, Pt x, Pt y,
		struct colour colour, const struct tag *tag)
{
	for (size_t i = 0; i < t->n; i++)
		sheet_line_up(c, s, t->lines[i], x + (double)i * t->leading, t->rtl ? y + t->measure - t->lines[i]->width : y, colour, tag);
}

/* A mosaic's caption says where its pictures stand, which may change while its credit stays. */
static bool is_join_of(const struct copy *j, const struct copy *a, const struct copy *b)
{
	return j->len == a->len + 2 + b->len && memcmp(j->text, a->text, a->len) == 0;
}

struct copy *copy_join(struct composer *c, const struct copy *a, const struct copy *b, unsigned flags)
{
	struct copy *j = made_joined(&c->caches->made, b);
	GArray *places;

	if (j && is_join_of(j, a, b))
		return j;
	j = arena_make(c->arena, struct copy);
	made_joined_keep(&c->caches->made, b, j);
	*j = *a;
	j->text = arena_printf(c->arena, "%s  %s", a->text, b->text);
	j->len = a->len + 2 + b->len;
	places = g_array_new(FALSE, FALSE, sizeof(struct place_span));
	if (b->places.n)
		spans_add_text(places, 0, &a->places, a->len);
	if (places->len)
		spans_add_text(places, a->len + 2, &b->places, b->len);
	j->places = spans_end(c->arena, places);
	j->nruns = a->nruns + b->nruns;
	j->runs = arena_make_array(c->arena, j->nruns, struct inline_run);
	memcpy(j->runs, a->runs, a->nruns * sizeof *a->runs);
	if (a->nruns)
		j->runs[a->nruns - 1].end += 2;
	for (size_t i = 0; i < b->nruns; i++) {
		struct inline_run *r = &j->runs[a->nruns + i];
		*r = b->runs[i];
		r->start += a->len + 2;
		r->end += a->len + 2;
		r->flags |= flags;
		r->isolate = r->isolate ? r->isolate + 1000 : 0;
	}
	return j;
}

const char *copy_one_line(struct arena *a, const struct copy *copy)
{
	char *text = arena_strdup(a, copy->text), *to = text;

	for (const char *p = copy->text; *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);
		if (ch != 0xfffc)
			to += g_unichar_to_utf8(ch == 0x2028 ? ' ' : ch, to);
	}
	*to = 0;
	return text;
}
