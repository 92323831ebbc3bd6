/* src/cli/placed.c - the preflight over every PDF that is placed. */
#include "cli/placed.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/cache.h"
#include "base/i18n.h"
#include "base/job.h"
#include "base/memo.h"
#include "base/store.h"
#include "base/unit.h"
#include "cli/gate.h"
#include "cli/load.h"
#include "cli/output.h"
#include "doc/print.h"
#include "page/model.h"
#include "preflight/guard.h"
#include "preflight/record.h"

/* An edge that lies so near to the page's lies on it. */
#define EDGE pt_from_mm((Mm){ 0.5 })

/* What was found of one page in one size: the same for all places that ask the same. */
struct verdict { struct findings *findings; size_t npages; };

struct round {
	struct work *w;
	bool for_print;
	GHashTable *verdicts;		/* path and placing -> struct verdict */
};

static void verdict_free(void *p)
{
	struct verdict *v = p;

	findings_free(v->findings);
	g_free(v);
}

static struct placing placing_of(const struct pages *p, const struct item *it)
{
	const struct picture_item *q = &it->picture;
	double scale = it->box.w / (q->crop_w * q->nominal_w);
	Pt w = q->nominal_w * scale, h = q->nominal_h * scale, x = it->box.x - q->crop_x * w, y = it->box.y - q->crop_y * h;
	struct placing placing = { q->page, scale, 0 };

	/* A picture is cropped and enlarged to where it bleeds, an advertisement brings its bleed along. */
	if (q->booked_w > 0 && !q->misfit)
		placing.edges = (x < EDGE ? PLACED_LEFT : 0) | (y < EDGE ? PLACED_TOP : 0) |
			(x + w > p->width - EDGE ? PLACED_RIGHT : 0) | (y + h > p->height - EDGE ? PLACED_FOOT : 0);
	return placing;
}

/* ---- cache: a line with the number of pages, then findings (preflight/record.h) ---- */

static char *limits_words(const struct limits *l)
{
	return g_strdup_printf("%d %g %g %g %g %d %d %d %s %s %g %g %g %g %g %g %g %g %g %g %g %g %g %g %g %g", (int)l->standard,
		l->bleed_mm, l->safe_mm, l->trim_w_mm, l->trim_h_mm, l->page_multiple, l->most_spots, l->managed, l->condition,
		l->accepts ? l->accepts : "", l->ppi_warning, l->ppi_error, l->ppi_most, l->lineart_warning, l->lineart_error, l->lineart_most,
		l->text_least_pt, l->text_small_pt, l->text_black_pt, l->text_display_pt, l->line_warning_pt, l->line_error_pt,
		l->line_multi_pt, l->line_black_pt, l->black_area_mm, l->ink_percent);
}

/* What a verdict depends on: the file, how it is placed, the figures, the language of the words, and the
 * program itself, whose rules these are. NULL: unreadable. g_free() it. */
static char *cache_key_of(const struct round *r, const char *path, const struct limits *l)
{
	struct memo *memo = store_memo(r->w->store);
	char file[65], program[65], *placing, *words, *key;

	if (memo_hash(memo, path, file) != 0 || memo_hash(memo, "/proc/self/exe", program) != 0)
		return NULL;
	placing = g_strdup_printf("%d %.6f %u", l->placing.page, l->placing.scale, l->placing.edges);
	words = limits_words(l);
	key = cache_key((const char *[]){ "placed", program, file, placing, words, i18n_language() }, 6);
	g_free(words);
	g_free(placing);
	return key;
}

static bool known(const struct round *r, const char *key, struct verdict *v)
{
	struct entry e;
	char **line;

	if (!key || !cache_get(store_cache(r->w->store), key, &e))
		return false;
	line = g_strsplit(e.record, "\n", -1);
	v->npages = line[0] ? (size_t)g_ascii_strtoull(line[0], NULL, 10) : 0;
	for (size_t i = 1; v->npages && line[i]; i++) {
		char **field = job_fields(line[i]);

		finding_take(field, v->findings);
		g_strfreev(field);
	}
	g_strfreev(line);
	entry_clear(&e);
	return v->npages > 0;
}

/* What was not looked at to its end is looked at again: time and memory are the machine's. */
static void keep(const struct round *r, const char *key, const struct verdict *v)
{
	GString *record = g_string_new(NULL);
	const struct finding *f;
	bool whole = key && v->npages > 0;

	g_string_append_printf(record, "%zu\n", v->npages);
	for (size_t i = 0; (f = findings_get(v->findings, i)) != NULL; i++) {
		char *line = finding_line(f);

		g_string_append(record, line);
		g_free(line);
		whole = whole && f->rule != R_CHECK_COMPLETE;
	}
	if (whole)
		cache_put(store_cache(r->w->store), key, record->str, record->len);
	g_string_free(record, TRUE);
}

/* NULL: the preflight could not be started (reported). */
static const struct verdict *judge(struct round *r, const struct item *it)
{
	struct placing placing = placing_of(r->w->pages, it);
	char *key = g_strdup_printf("%s\n%d %.6f %u", it->picture.path, placing.page, placing.scale, placing.edges), *kept;
	struct verdict *v = g_hash_table_lookup(r->verdicts, key);
	struct limits limits = gate_limits(r->w->print);
	struct preflight done;
	const char *why;

	if (v) {
		g_free(key);
		return v;
	}
	limits.placing = placing;
	v = g_new0(struct verdict, 1);
	v->findings = findings_new();
	kept = cache_key_of(r, it->picture.path, &limits);
	if (known(r, kept, v)) {
		g_free(kept);
		g_hash_table_insert(r->verdicts, key, v);
		return v;
	}
	why = preflight_guarded(&(struct preflight_request){ .path = it->picture.path, .limits = &limits, .nlimits = 1 }, v->findings, &done);
	if (why) {
		diag_add(r->w->d, D_MACHINE, it->at, _("the preflight could not be made: %s"), why);
		verdict_free(v);
		g_free(kept);
		g_free(key);
		return NULL;
	}
	v->npages = done.npages;
	g_free(done.ink);
	keep(r, kept, v);
	g_free(kept);
	g_hash_table_insert(r->verdicts, key, v);
	return v;
}

/* ---- telling ---- */

static void tell(struct round *r, struct item *it, enum severity severity, const char *text, const char *advice)
{
	bool refused = severity == SEV_ERROR, print = r->for_print;
	char *name = g_path_get_basename(it->picture.path);

	/* No page of the magazine: it would be taken for the PDF's. */
	diag_add(r->w->d, refused && print ? D_PDF_UNPRINTABLE : D_PDF_DOUBTFUL, it->at, _("%s, page %d: %s. %s%s"),
		      name, it->picture.page, text, advice, refused && !print ? _(" For print this is an error.") : "");
	if (refused && !it->picture.refused)
		it->picture.refused = arena_printf(r->w->arena, _("%s, page %d: %s"), name, it->picture.page, text);
	g_free(name);
}

static void add_finding(GString *s, const struct finding *f)
{
	char *place = finding_place(f);

	if (s->len)
		g_string_append(s, "; ");
	g_string_append(s, f->text);
	if (place)
		g_string_append_printf(s, " (%s)", place);
	g_free(place);
	if (f->count > 1)
		g_string_append_printf(s, ngettext(" (%u time)", " (%u times)", f->count), f->count);
}

/* All of one rule in one message. */
static void tell_findings(struct round *r, struct item *it, const struct findings *all)
{
	const struct finding *f, *next;
	GString *s = g_string_new(NULL);

	for (size_t i = 0; (f = findings_get(all, i)) != NULL; i++) {
		/* What is made into pixels is made into the press's own inks, whatever it was meant for. */
		if (f->severity == SEV_NOTE || (f->rule == R_OI_CONDITION && r->w->print->pages_as_pixels))
			continue;
		add_finding(s, f);
		next = findings_get(all, i + 1);
		if (next && next->rule == f->rule && next->severity == f->severity)
			continue;
		tell(r, it, f->severity, s->str, _(rules[f->rule].advice));
		g_string_truncate(s, 0);
	}
	g_string_free(s, TRUE);
}

static void tell_size(struct round *r, struct item *it)
{
	const struct picture_item *q = &it->picture;
	char *text = g_strdup_printf(_("the advertisement is %.1f × %.1f mm when trimmed, booked are %.1f × %.1f mm"),
				     mm_from_pt(q->nominal_w).mm, mm_from_pt(q->nominal_h).mm, mm_from_pt(q->booked_w).mm, mm_from_pt(q->booked_h).mm);

	tell(r, it, SEV_ERROR, text, _("Make it in the size that was booked, with its trim box at the cut and the bleed outside of that."));
	g_free(text);
}

static bool shows(const struct page *p, const char *file)
{
	for (size_t i = 0; i < p->nitems; i++)
		if (p->items[i].kind == ITEM_PICTURE && p->items[i].picture.path && same_file(p->items[i].picture.path, file))
			return true;
	return false;
}

const char *placed_among(const struct work *w, char *const *files)
{
	for (size_t i = 0; files[i]; i++)
		for (size_t k = 0; w->pages && k < w->pages->npages; k++)
			if (shows(&w->pages->pages[k], files[i]))
				return files[i];
	return NULL;
}

static void look_at(struct round *r, struct item *it)
{
	const struct picture_item *q = &it->picture;
	const struct verdict *v;
	char *text;

	if (it->kind != ITEM_PICTURE || !q->page || !q->path || q->fault)
		return;
	v = judge(r, it);
	if (!v)
		return;
	if (q->misfit)
		tell_size(r, it);
	if (q->page_open && q->booked_w > 0 && v->npages > 1) {
		text = g_strdup_printf(ngettext("the file has %zu page, of which this one is placed", "the file has %zu pages, of which this one is placed",
						v->npages), v->npages);
		tell(r, it, SEV_WARNING, text, _("Send a file of one page, or say which it is: page=\"2\"."));
		g_free(text);
	}
	tell_findings(r, it, v->findings);
}

void placed_check(struct work *w, bool for_print)
{
	struct round r = { w, for_print, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, verdict_free) };

	for (size_t i = 0; w->pages && w->print && i < w->pages->npages; i++)
		for (size_t k = 0; k < w->pages->pages[i].nitems; k++)
			look_at(&r, &w->pages->pages[i].items[k]);
	if (w->store)
		memo_save(store_memo(w->store));
	if (w->pages)
		work_end(w, N_("judging placed PDFs"));
	g_hash_table_destroy(r.verdicts);
}
