/* src/preflight/ink.c - coverage out of the cache or out of Ghostscript, judged. */
#include "preflight/ink.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/cache.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/digest.h"
#include "preflight/separate.h"

/* Seconds: at most so many, fewer where there are few pages. */
static const double FULL = 255 / 100.0, ROUNDING = 1, LEAST_SECONDS = 60, MOST_SECONDS = 600;

/* Changes when coverage is measured differently. */
#define INK_VERSION "3"

struct measuring {
	struct context *c;
	struct cache *cache;
	char *version;			/* of Ghostscript; NULL: it is not there */
	double *most;			/* the result */
};

/* ---- one page's coverage ---- */

static double square_percent(const struct coverage *v)
{
	return v->square / (INK_SQUARE * INK_SQUARE) / FULL;
}

static void judge(struct measuring *m, const struct coverage *v, int page)
{
	const struct sheet *s = sheet_of(m->c, page);
	double limit = m->c->limits->ink_percent + ROUNDING, worst = square_percent(v), percentile = 0;
	const double pt = 72.0 / INK_DPI, x = s->media.x0 + v->x * pt, y = s->media.y1 - v->y * pt;
	const struct box where = { x, y - INK_SQUARE * pt, x + INK_SQUARE * pt, y };
	guint64 over = 0, above = 0;
	bool much;

	if (v->n == 0) {
		report(m->c, R_TAC, SEV_WARNING, page, NULL, _("the ink was not measured: no pixel of the page lies within its bleed box"));
		return;
	}
	for (int i = INK_SUMS - 1; i >= 0; i--) {
		above += v->count[i];
		if (i / FULL > limit)
			over = above;
		if (percentile == 0 && above * 1000 >= v->n)
			percentile = i / FULL;
	}
	m->most[page - 1] = fmax(worst, percentile);
	much = over * 100 > v->n || percentile > limit + 10;
	if (worst > limit || much)
		report(m->c, R_TAC, much ? SEV_ERROR : SEV_WARNING, page, &where, _("the inks add up to %.0f %%, allowed are %.0f %%"),
		       fmax(worst, percentile), m->c->limits->ink_percent);
}

/* What of the bleed box lies on the sheet. Boxes are as the PDF has them: of any size, anywhere. */
static struct inked_page inked_page_of(const struct context *c, int page)
{
	const struct sheet *s = sheet_of(c, page);
	const struct box *m = &s->media;
	struct inked_page x = { .page = page, .x1 = 1e4, .y1 = 1e4 };

	/* A turned page is measured whole: which side its boxes are on is not worth the trouble. */
	if (s->rotate == 0 && s->unit == 1) {
		x.x0 = (CLAMP(s->bleed.x0, m->x0, m->x1) - m->x0) / 72;
		x.x1 = (CLAMP(s->bleed.x1, m->x0, m->x1) - m->x0) / 72;
		x.y0 = (m->y1 - CLAMP(s->bleed.y1, m->y0, m->y1)) / 72;
		x.y1 = (m->y1 - CLAMP(s->bleed.y0, m->y0, m->y1)) / 72;
	}
	return x;
}

/* ---- cache: "SQUARE X Y SUM:COUNT SUM:COUNT ..." ---- */

static char *record_of(const struct coverage *v)
{
	GString *s = g_string_new(NULL);

	g_string_append_printf(s, "%u %d %d", v->square, v->x, v->y);
	for (int i = 0; i < INK_SUMS; i++)
		if (v->count[i])
			g_string_append_printf(s, " %d:%u", i, v->count[i]);
	return g_string_free(s, FALSE);
}

static bool record_read(const char *s, struct coverage *v)
{
	int at = 0, sum;
	unsigned n;

	memset(v, 0, sizeof *v);
	if (sscanf(s, "%u %d %d%n", &v->square, &v->x, &v->y, &at) != 3)
		return false;
	for (s += at; sscanf(s, " %d:%u%n", &sum, &n, &at) == 2; s += at) {
		if (sum < 0 || sum >= INK_SUMS)
			return false;
		v->count[sum] = n;
		v->n += n;
	}
	return *s == 0;
}

static char *key_of(const struct measuring *m, struct digests *d, int page)
{
	char hex[DIGEST_HEX];
	const char *part[] = { "ink", INK_VERSION, m->version, hex };

	return digest_page(d, (size_t)page - 1, hex) ? cache_key(part, G_N_ELEMENTS(part)) : NULL;
}

static bool known(struct measuring *m, const char *key, int page)
{
	struct entry e;
	struct coverage v;
	bool found = key && cache_get(m->cache, key, &e);

	if (!found)
		return false;
	found = record_read(e.record, &v);
	if (found)
		judge(m, &v, page);
	entry_clear(&e);
	return found;
}

static void keep(struct measuring *m, const char *key, const struct coverage *v)
{
	char *record = key ? record_of(v) : NULL;

	if (record)
		cache_put(m->cache, key, record, strlen(record));
	g_free(record);
}

/* ---- all pages ---- */

/* A page with unknown ink is not fit for print: what draws it may have been made so slow on purpose. */
static void say_missing(struct measuring *m)
{
	if (!m->version) {
		report(m->c, R_TAC, SEV_WARNING, 0, NULL,
		       _("the ink was not measured: Ghostscript is not installed (on Debian: apt install ghostscript)"));
		return;
	}
	for (int page = 1; page <= m->c->npages; page++)
		if (m->most[page - 1] < 0)
			report(m->c, R_CHECK_COMPLETE, SEV_ERROR, page, NULL,
			       _("the ink was not measured: Ghostscript gave up or took too long; what is drawn here must be made simpler"));
}

static void measure_pages(struct measuring *m, const char *path, struct inked_page *s, char **keys, size_t n)
{
	if (m->version && n)
		separate(path, s, n, fmin(LEAST_SECONDS + (double)n, MOST_SECONDS));
	for (size_t i = 0; i < n; i++) {
		if (!s[i].done)
			continue;
		judge(m, &s[i].coverage, s[i].page);
		keep(m, keys[i], &s[i].coverage);
	}
}

/* Sort pages into those the cache knows, those to be measured, and pages like one of these. */
struct alike { int page; guint first; };	/* index of what is measured for it */
struct sorted { GArray *unknown; GPtrArray *keys; GHashTable *first; GArray *alike; };

static void sort_page(struct measuring *m, struct sorted *s, int page, char *key)
{
	struct inked_page x = inked_page_of(m->c, page);
	gpointer first;

	if (known(m, key, page)) {
		g_free(key);
	} else if (key && g_hash_table_lookup_extended(s->first, key, NULL, &first)) {
		struct alike a = { page, GPOINTER_TO_UINT(first) };

		g_free(key);
		g_array_append_val(s->alike, a);
	} else {
		if (key)
			g_hash_table_insert(s->first, key, GUINT_TO_POINTER(s->unknown->len));
		g_array_append_val(s->unknown, x);
		g_ptr_array_add(s->keys, key);
	}
}

/* Where the first was not measured, neither are these. */
static void judge_alike(struct measuring *m, const struct sorted *s)
{
	for (guint i = 0; i < s->alike->len; i++) {
		const struct alike *a = &g_array_index(s->alike, struct alike, i);
		const struct inked_page *first = &g_array_index(s->unknown, struct inked_page, a->first);

		if (first->done)
			judge(m, &first->coverage, a->page);
	}
}

double *ink_measure(struct context *c, const char *path, const char *cache)
{
	struct measuring m = { c, cache_new(cache), separate_version(), g_new(double, c->npages + 1) };
	struct digests *d = digests_new(c->pdf);
	struct sorted s = { g_array_new(FALSE, FALSE, sizeof(struct inked_page)), g_ptr_array_new_with_free_func(g_free),
			    g_hash_table_new(g_str_hash, g_str_equal), g_array_new(FALSE, FALSE, sizeof(struct alike)) };

	for (int page = 1; page <= c->npages; page++) {
		m.most[page - 1] = -1;
		sort_page(&m, &s, page, m.version ? key_of(&m, d, page) : NULL);
	}
	measure_pages(&m, path, (struct inked_page *)(void *)s.unknown->data, (char **)s.keys->pdata, s.unknown->len);
	judge_alike(&m, &s);
	say_missing(&m);
	g_hash_table_destroy(s.first);
	g_ptr_array_free(s.keys, TRUE);
	g_array_free(s.unknown, TRUE);
	g_array_free(s.alike, TRUE);
	digests_free(d);
	cache_free(m.cache);
	g_free(m.version);
	return m.most;
}
