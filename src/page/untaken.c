/* src/page/untaken.c - what the template has no place for: it must not vanish without a word. */
#include "base/i18n.h"
#include "page/work.h"

bool thread_takes(const struct thread *th, const struct article *a, int n)
{
	if (a->imprint || th->imprint)
		return a->imprint && th->imprint;
	return n >= th->first && (th->last == 0 || n <= th->last);
}

/* ---- parts of heads ---- */

static void add_parts(const struct head *h, bool *shown)
{
	for (size_t i = 0; h && i < h->nitems; i++)
		shown[h->items[i].part] = true;
}

/* Of article nth of the part (from 1), nth_text without imprints. */
static void find_shown(const struct work *w, const struct article *a, int nth, int nth_text, bool *shown)
{
	const struct template *t = w->t;

	for (size_t k = 0; k < w->nthreads; k++)
		if (thread_takes(&t->threads[k], a, nth_text))
			add_parts(t->threads[k].head, shown);
	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++)
			if (t->patterns[i].places[k].kind == PLACE_HEAD && t->patterns[i].places[k].article == nth)
				add_parts(t->patterns[i].places[k].head, shown);
}

/* Where the author wrote the part; NULL: there is none. */
static const struct copy *part_of(const struct article *a, enum head_part part)
{
	switch (part) {
	case HEAD_KICKER:     return a->kicker;
	case HEAD_HEADLINE:   return a->headline;
	case HEAD_STANDFIRST: return a->standfirst;
	case HEAD_BYLINE:     return a->nauthors ? a->authors[0] : a->ntranslators ? a->translators[0] : a->nphotographers ? a->photographers[0] : NULL;
	default:              return NULL;
	}
}

static bool any_shown(const bool *shown)
{
	for (int part = 0; part < HEAD_PARTS; part++)
		if (shown[part])
			return true;
	return false;
}

/* A template may do without heads. */
static void report_parts(const struct work *w, const struct article *a, const bool *shown)
{
	static const char *const names[HEAD_PARTS] = {
		[HEAD_KICKER] = "kicker", [HEAD_HEADLINE] = "headline", [HEAD_STANDFIRST] = "standfirst", [HEAD_BYLINE] = "byline",
	};

	for (int part = 0; part < HEAD_PARTS && any_shown(shown); part++) {
		const struct copy *copy = part_of(a, part);

		if (copy && copy->len && !shown[part])
			diag_add(w->c->diag, D_HEAD_PART, copy->at, _("template %s does not show <%s> here; left out"), w->t->name, names[part]);
	}
}

void untaken_report(struct work *w)
{
	int n = 0;

	for (size_t i = 0; i < w->part->narticles; i++) {
		const struct article *a = w->part->articles[i];
		bool taken = false, shown[HEAD_PARTS] = { false };

		n += !a->imprint;
		for (size_t k = 0; k < w->nthreads; k++)
			taken |= thread_takes(&w->t->threads[k], a, n);
		if (!taken)
			diag_add(w->c->diag, D_LAYOUT, a->at, _("template %s has no columns for this article; left out. Put it into a section of its own"),
				 w->t->name);
		if (!taken || a->imprint)
			continue;
		find_shown(w, a, (int)i + 1, n, shown);
		report_parts(w, a, shown);
	}
}
