/* src/preflight/preflight.c - the order of the work. */
#include "preflight/preflight.h"
#include <glib.h>
#include <stdarg.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/font.h"
#include "preflight/ink.h"
#include "preflight/origin.h"
#include "preflight/pdf.h"

static const double MOST_SECONDS = 20, PLACED_SECONDS = 10;
enum { MOST_OPERATIONS = 100000000 };
static const double MM = 25.4 / 72;

void report(struct context *c, enum rule_id rule, enum severity severity, int page, const struct box *where,
	    const char *fmt, ...)
{
	struct mm_box at;
	char *text;
	va_list args;

	if (!(rules[rule].standards & c->limits->standard) || !placed_counts(c, rule, &severity))
		return;
	va_start(args, fmt);
	text = g_strdup_vprintf(fmt, args);
	va_end(args);
	if (where && page > 0 && !box_empty(*where)) {
		const struct sheet *s = sheet_of(c, page);
		struct box b = box_and(*where, s->media);

		if (box_empty(b))
			b = *where;
		at = (struct mm_box){ (b.x0 - s->trim.x0) * MM, (s->trim.y1 - b.y1) * MM, (b.x1 - b.x0) * MM, (b.y1 - b.y0) * MM };
		findings_add(c->findings, rule, severity, page, &at, 1, text, origin_find(c, page, &at));
	} else {
		findings_add(c->findings, rule, severity, page, NULL, 1, text, (struct src){ NULL, 0, 0 });
	}
	g_free(text);
}

bool printed(const struct context *c, const struct event *e)
{
	const double eps = 0.5;		/* a mark may touch the bleed */
	struct box b = box_and(e->box, sheet_of(c, e->page)->bleed);

	if ((e->inside & IN_MASK) || box_empty(b))
		return false;
	return e->box.x1 > sheet_of(c, e->page)->bleed.x0 + eps && e->box.x0 < sheet_of(c, e->page)->bleed.x1 - eps &&
	       e->box.y1 > sheet_of(c, e->page)->bleed.y0 + eps && e->box.y0 < sheet_of(c, e->page)->bleed.y1 - eps;
}

static void on_event(void *ctx, const struct event *e)
{
	struct context *c = ctx;

	for (size_t i = 0; i < nchecks; i++)
		if (checks[i]->event)
			checks[i]->event(c, e);
}

static void look_at_pages(struct context *c)
{
	struct fontbook *fonts = fontbook_new(c->arena, c->pdf);
	struct interpreter *it = interpreter_new(c->arena, c->pdf, fonts, on_event, c, c->seconds, MOST_OPERATIONS);
	int page;

	for (page = c->first; page <= c->last && !interpret_stopped(it); page++) {
		for (size_t i = 0; i < nchecks; i++)
			if (checks[i]->page)
				checks[i]->page(c, page);
		interpret_page(it, (size_t)page - 1, sheet_of(c, page)->start, sheet_of(c, page)->media);
		for (size_t i = 0; i < nchecks; i++)
			if (checks[i]->page_end && !interpret_stopped(it))
				checks[i]->page_end(c, page);
	}
	c->looked = !interpret_stopped(it);
	if (!c->looked)
		report(c, R_CHECK_COMPLETE, SEV_ERROR, page - 1, NULL,
		       _("looking at the pages was broken off here: too much is drawn"));
	interpreter_free(it);
	fontbook_free(fonts);
}

static void trouble_found(struct context *c, enum pdf_trouble trouble, const char *words)
{
	switch (trouble) {
	case PDF_UNREADABLE:
		report(c, R_FILE_SYNTAX, SEV_ERROR, 0, NULL, _("the file cannot be read"));
		break;
	case PDF_ENCRYPTED:
		report(c, R_FILE_ENCRYPT, SEV_ERROR, 0, NULL, _("the file is locked with a password"));
		break;
	case PDF_DAMAGED:
		report(c, R_FILE_SYNTAX, SEV_ERROR, 0, NULL,
		       _("this is no PDF, or it is damaged beyond repair (the reader says: %s)"), words);
		break;
	case PDF_FINE:
		break;
	}
}

static void look_at_file(struct context *c)
{
	const struct placing *placing = &c->limits->placing;

	c->npages = (int)pdf_npages(c->pdf);
	c->first = placing->page ? MIN(placing->page, c->npages) : 1;
	c->last = placing->page ? c->first : c->npages;
	sheets_read(c);
	for (size_t i = 0; i < nchecks; i++)
		if (checks[i]->document)
			checks[i]->document(c);
	look_at_pages(c);
	for (size_t i = 0; i < nchecks; i++)
		if (checks[i]->end)
			checks[i]->end(c);
}

static double seconds_now(void)
{
	return (double)g_get_monotonic_time() / 1e6;
}

struct preflight preflight_file(const struct preflight_request *q, struct findings *f)
{
	struct arena *a = arena_new();
	struct context c = { .arena = a, .limits = q->limits, .findings = f, .seconds = MOST_SECONDS };
	struct preflight done = { .seconds = seconds_now() };
	enum pdf_trouble trouble;
	const char *words;

	c.pdf = pdf_open(a, q->path, &trouble, &words);
	trouble_found(&c, trouble, words);
	if (trouble == PDF_FINE) {
		done.limits = limits_fitting(c.pdf, q->limits, q->nlimits, &done.fits);
		c.limits = &q->limits[done.limits];
		if (c.limits->placing.page)
			c.seconds = PLACED_SECONDS;
		look_at_file(&c);
		done.npages = (size_t)c.npages;
	}
	done.ink_seconds = seconds_now();
	done.seconds = done.ink_seconds - done.seconds;
	if (q->ink && c.looked)
		done.ink = ink_measure(&c, q->path, q->cache);
	done.ink_seconds = seconds_now() - done.ink_seconds;
	findings_sort(f);
	pdf_close(c.pdf);
	arena_free(a);
	return done;
}

size_t preflight_memory(const void *bytes, size_t size, const struct limits *l, double seconds, struct findings *f)
{
	struct arena *a = arena_new();
	struct context c = { .arena = a, .limits = l, .findings = f, .seconds = seconds };
	enum pdf_trouble trouble;
	const char *words;

	c.pdf = pdf_open_memory(a, bytes, size, &trouble, &words);
	trouble_found(&c, trouble, words);
	if (trouble == PDF_FINE)
		look_at_file(&c);
	findings_sort(f);
	pdf_close(c.pdf);
	arena_free(a);
	return (size_t)c.npages;
}
