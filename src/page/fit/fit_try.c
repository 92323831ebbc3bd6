/* src/page/fit/fit_try.c - remedies tried: what is set in the place of the author's, and how the part then comes out. */
#include <math.h>
#include <string.h>
#include "page/fit/fit_work.h"

#define OBJECT "\xef\xbf\xbc"		/* a page number or a note's: nothing of theirs is repeated */

/* ---- what is set ---------------------------------------------------------------------- */

static struct remedy *remedy_for(const struct composer *c, const void *target)
{
	for (size_t i = 0; c->fitting && i < c->fitting->n; i++)
		if (c->fitting->remedies[i]->target == target)
			return c->fitting->remedies[i];
	return NULL;
}

static struct remedy *remedy_of(const struct composer *c, enum remedy_kind kind)
{
	for (size_t i = 0; c->fitting && i < c->fitting->n; i++)
		if (c->fitting->remedies[i]->kind == kind)
			return c->fitting->remedies[i];
	return NULL;
}

static struct copy *copy_like(struct composer *c, const struct copy *copy, const char *text, size_t len)
{
	struct copy *k = arena_copy(c->arena, copy, sizeof *copy);

	k->text = text;
	k->len = len;
	k->runs = arena_make_array(c->arena, copy->nruns + 1, struct inline_run);
	memcpy(k->runs, copy->runs, copy->nruns * sizeof *copy->runs);
	return k;
}

/* The copy without its last n characters. */
static const struct copy *copy_cut(struct composer *c, const struct copy *copy, int n)
{
	const char *end = copy->text + copy->len;
	struct copy *k;
	size_t len;

	for (int i = 0; i < n && end > copy->text; i++)
		end = g_utf8_prev_char(end);
	while (end > copy->text && end[-1] == ' ')
		end--;
	len = MAX((size_t)(end - copy->text), MIN(copy->len, 1));
	k = copy_like(c, copy, arena_strndup(c->arena, copy->text, len), len);
	while (k->nruns > 1 && k->runs[k->nruns - 1].start >= len)
		k->nruns--;
	k->runs[k->nruns - 1].end = len;
	return k;
}

/* n characters of the text from its beginning, over and over, after a space. */
static char *text_again(const struct copy *copy, int n)
{
	GString *out = g_string_new_len(copy->text, (gssize)copy->len);
	const char *at = copy->text, *end = copy->text + copy->len;

	g_string_append_c(out, ' ');
	for (int i = 1, idle = 0; i < n && idle < 2; ) {
		const char *next = at < end ? g_utf8_next_char(at) : end;

		if (at >= end) {
			g_string_append_c(out, ' ');
			at = copy->text;
			idle++;
			i++;
			continue;
		}
		if (strncmp(at, OBJECT, 3) && *at != '\n') {
			g_string_append_len(out, at, next - at);
			idle = 0;
			i++;
		}
		at = next;
	}
	return g_string_free(out, FALSE);
}

/* What is added stands where the text ends. */
static struct spans spans_closed(struct arena *a, const struct copy *copy)
{
	GArray *spans = g_array_new(FALSE, FALSE, sizeof(struct place_span));

	spans_add_text(spans, 0, &copy->places, copy->len);
	spans_add_still(spans, copy->len, spans_at(&copy->places, (size_t)(g_utf8_prev_char(copy->text + copy->len) - copy->text)));
	return spans_end(a, spans);
}

/* The copy with n characters more. */
static const struct copy *copy_longer(struct composer *c, const struct copy *copy, int n)
{
	char *text = text_again(copy, n);
	struct copy *k = copy_like(c, copy, arena_strdup(c->arena, text), strlen(text));

	g_free(text);
	k->runs[k->nruns++] = (struct inline_run){ .start = copy->len, .end = k->len, .lang = copy->lang };
	if (copy->places.n)
		k->places = spans_closed(c->arena, copy);
	return k;
}

static const struct copy *copy_changed(struct composer *c, const struct copy *copy, int more)
{
	if (copy->len == 0 || copy->nruns == 0 || more == 0)
		return copy;
	return more < 0 ? copy_cut(c, copy, -more) : copy_longer(c, copy, more);
}

static const struct copy *copy_shared(struct composer *c, const struct copy *copy)
{
	struct fitting *f = c->fitting;
	const struct copy *made;

	if (!g_hash_table_contains(f->shared, copy))
		return copy;
	made = g_hash_table_lookup(f->shared, copy);
	if (!made) {
		made = copy_changed(c, copy, (int)lround(f->share * (double)g_utf8_strlen(copy->text, (gssize)copy->len)));
		g_hash_table_insert(f->shared, (gpointer)copy, (gpointer)made);
	}
	return made;
}

const struct copy *fit_copy(struct composer *c, const struct copy *copy)
{
	struct remedy *r = remedy_for(c, copy);

	if (c->fitting && c->fitting->shared)
		return copy_shared(c, copy);
	if (!r)
		return copy;
	if (!r->made)
		r->made = copy_changed(c, copy, r->kind == REMEDY_CUT ? -r->amount : r->amount);
	return r->made;
}

bool fit_changes_texts(const struct composer *c)
{
	return c->fitting && (c->fitting->shared || remedy_of(c, REMEDY_CUT) || remedy_of(c, REMEDY_ADD));
}

int fit_step(struct composer *c, const struct block *quote, int step)
{
	const struct remedy *r = remedy_for(c, quote);

	if (!r || r->kind == REMEDY_OMIT)
		return step;
	return CLAMP(step + (r->kind == REMEDY_SMALLER ? -1 : 1), -1, 1);
}

double fit_lines(struct composer *c, const struct picture *p, double lines)
{
	const struct remedy *r = remedy_for(c, p);

	if (c->fitting && c->fitting->seen) {
		struct fit_seen s = { p, lines };
		g_array_append_val(c->fitting->seen, s);
	}
	if (!r)
		return lines;
	return r->kind == REMEDY_CROP ? MAX(lines - r->amount, 1) : lines + r->amount;
}

bool fit_omits(const struct composer *c, const struct block *b)
{
	const struct remedy *r = remedy_for(c, b);

	return r && r->kind == REMEDY_OMIT;
}

bool fit_has_filler(const struct composer *c)
{
	return remedy_of(c, REMEDY_FILLER) != NULL;
}

const struct picture *fit_filler(struct composer *c, double width, double lines)
{
	struct remedy *r = remedy_of(c, REMEDY_FILLER);
	struct picture *p;

	if (!r || lines < r->amount)
		return NULL;
	lines = floor(lines);
	p = arena_make(c->arena, struct picture);
	*p = (struct picture){ .alt = "", .src_attr = "", .vector = true, .crop = 1, .focus_x = 0.5, .focus_y = 0.5, .nominal_w = width,
			       .nominal_h = (lines - 1) * c->layout->leading + c->rise, .at = r->at };
	r->width_mm = mm_from_pt(width).mm;
	r->mm = mm_from_pt(p->nominal_h).mm;
	return p;
}

/* ---- trying ---------------------------------------------------------------------------- */

/* The part with as many pages as one of the remedies says. */
static struct part part_with(const struct search *s, struct remedy **r, size_t n)
{
	struct part p = *s->p;

	for (size_t i = 0; i < n; i++)
		if (r[i]->kind == REMEDY_PAGES)
			p.pages = r[i]->amount;
	return p;
}

static int excess_now(struct search *s, struct fitting *f, int *need)
{
	struct part p = part_with(s, f->remedies, f->n);
	struct outcome t;

	*need = s->need;
	if (s->tries >= s->most)
		return s->before;
	s->tries++;
	s->c->fitting = f;
	t = attempt_shrunk(s->c, &p, s->a->ad_page);
	s->c->fitting = NULL;
	*need = t.need;
	s->shared = t.shared;
	s->unplaced = t.unplaced;
	if (t.over || t.unplaced)
		return MAX(t.over, 1);
	return t.filler ? 0 : -MAX(t.left, 0);	/* the white at a block's foot may reach over its column's */
}

int fit_excess(struct search *s, struct remedy **r, size_t n, int *need)
{
	struct fitting f = { .remedies = r, .n = n };

	return excess_now(s, &f, need);
}

int fit_excess_share(struct search *s, double share)
{
	struct fitting f = { .share = share, .shared = g_hash_table_new(NULL, NULL) };
	int need, excess;

	for (guint i = 0; i < s->texts->len; i++)
		g_hash_table_insert(f.shared, (gpointer)g_array_index(s->texts, struct fit_text, i).copy, NULL);
	excess = excess_now(s, &f, &need);
	g_hash_table_unref(f.shared);
	return excess;
}

bool fit_is_good(const struct search *s, int excess)
{
	return excess <= 0 && (s->before > 0 || excess > -outcome_hole(s->p, s->shared));
}

int fit_try(struct search *s, struct remedy *r)
{
	int need, after;

	r->made = NULL;
	after = fit_excess(s, &r, 1, &need);
	r->gain = s->before > 0 ? s->need - need : need - s->need;
	if (r->kind == REMEDY_FILLER)
		r->gain = s->before - after == 0 ? 0 : -s->before;
	if (r->kind == REMEDY_PAGES)
		r->gain = fit_is_good(s, after) || after < 0 ? abs(s->before) : 0;
	r->left = MAX(-after, 0);
	r->enough = fit_is_good(s, after);
	return r->gain;
}
