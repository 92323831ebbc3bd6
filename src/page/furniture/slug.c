/* src/page/furniture/slug.c - two half lines under the page, left and right of the registration target. */
#include "page/furniture/slug.h"
#include <stdio.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "doc/print.h"
#include "page/inks.h"
#include "page/model.h"
#include "page/block/words.h"

#define SIZE ((Pt)6)
#define SMALLEST ((Pt)3.5)
/* From the centre, where a target stands, and from the crop marks. */
#define CLEAR_CENTRE pt_from_mm((Mm){ 5 })
#define CLEAR_CORNER pt_from_mm((Mm){ 3 })

static const struct { const char *lang, *page, *ink[4]; } names[] = {
	{ "de", "Seite", { "Cyan", "Magenta", "Gelb", "Schwarz" } },
	{ "en", "Page",  { "Cyan", "Magenta", "Yellow", "Black" } },
};

static const struct colour registration = { INK_REGISTRATION, 1, 1, 1, 1, 1 };

static size_t language(const char *lang)
{
	return lang && !strncmp(lang, "de", 2) && (!lang[2] || lang[2] == '-') ? 0 : 1;
}

/* "1. Oktober 2026" in German, else as it is; "" where there is none. */
static char *date_words(const char *date, const char *lang)
{
	static const char *const months[] = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
					      "Oktober", "November", "Dezember" };
	int year, month, day;

	if (!date || language(lang) != 0 || sscanf(date, "%d-%d-%d", &year, &month, &day) != 3 || month < 1 || month > 12)
		return g_strdup(date ? date : "");
	return g_strdup_printf("%d. %s %d", day, months[month - 1], year);
}

/* ---- inks ---- */

struct word { const char *text; struct colour colour; };

/* The right half: the page's inks, each in itself, so that a plate carries its name. */
static GArray *inks_line(const struct page *pg, const struct layout *l, const char *lang, const char *separation)
{
	GArray *line = g_array_new(FALSE, FALSE, sizeof(struct word));
	GPtrArray *spots = g_ptr_array_new();
	struct word p;

	inks_spots(pg, l, spots);
	for (int i = 0; i < 4; i++) {
		p = (struct word){ names[language(lang)].ink[i], { NULL, 1, i == 0, i == 1, i == 2, i == 3 } };
		g_array_append_val(line, p);
	}
	for (guint i = 0; i < spots->len; i++) {
		const struct swatch *s = spots->pdata[i];

		p = (struct word){ s->spot, { s->name, 1, s->c, s->m, s->y, s->k } };
		g_array_append_val(line, p);
	}
	if (separation) {
		p = (struct word){ separation, registration };
		g_array_append_val(line, p);
	}
	g_ptr_array_free(spots, TRUE);
	return line;
}

/* ---- lines ---- */

/* The size at which a text of this width at SIZE goes into the room. What is still too wide is cut. */
static Pt fitting(Pt width, Pt room)
{
	return width <= room ? SIZE : MAX(SIZE * room / width, SMALLEST);
}

/* The title gives way: page and date tell the sheets apart. */
static void put_left(struct words *w, const struct pages *p, const struct page *pg, Pt room, Pt y)
{
	const char *unit = names[language(p->lang)].page, *title = p->title ? p->title : "";
	char *date = date_words(p->date, p->lang), *text,
	     *rest = g_strdup_printf(" · %s %s%s%s", unit, pg->label, *date ? " · " : "", date);
	Pt most = room * SIZE / SMALLEST;

	title = words_cut(w, title, p->lang, SIZE, 400, MAX(most - words_width(w, rest, p->lang, SIZE, 400), 0));
	text = g_strconcat(title, rest, NULL);
	words_put(w, text, p->lang, fitting(words_width(w, text, p->lang, SIZE, 400), room), 400, CLEAR_CORNER, y, WORDS_LEFT, registration);
	g_free(text);
	g_free(rest);
	g_free(date);
}

static void put_right(struct words *w, const struct pages *p, const struct page *pg, const struct layout *l,
		      const char *separation, Pt room, Pt y)
{
	GArray *line = inks_line(pg, l, p->lang, separation);
	struct word *piece = (struct word *)(void *)line->data;
	const char *lang = names[language(p->lang)].lang;
	Pt width = 0, size, x, gap = SIZE * 0.6, most = room * SIZE / SMALLEST;
	guint n = 0;

	for (; n < line->len && width < most; n++) {
		Pt before = width + (n ? gap : 0);

		piece[n].text = words_cut(w, piece[n].text, lang, SIZE, 400, most - before);
		width = before + words_width(w, piece[n].text, lang, SIZE, 400);
	}
	size = fitting(width, room);
	x = p->width - CLEAR_CORNER - width * size / SIZE;
	for (guint i = 0; i < n; i++)
		x += words_put(w, piece[i].text, lang, size, 400, x, y, WORDS_LEFT, piece[i].colour) + gap * size / SIZE;
	g_array_free(line, TRUE);
}

void slug_set(struct pages *p, struct arena *a, struct text_tools *t, const struct layout *l,
	      const struct print_marks *m, const char *separation, struct diag *d)
{
	Pt room = p->width / 2 - CLEAR_CENTRE - CLEAR_CORNER;
	Pt y = p->height + print_marks_from(m, p->bleed) + PRINT_MARKS_LENGTH / 2 + 0.35 * SIZE;

	p->margin = print_marks_margin(m, p->bleed);
	if (!m->slug)
		return;
	for (size_t i = 0; i < p->npages; i++) {
		struct words *w = words_new(a, t, l, d);

		put_left(w, p, &p->pages[i], room, y);
		put_right(w, p, &p->pages[i], l, separation, room, y);
		p->pages[i].slug = words_items(w, &p->pages[i].nslug);
	}
}
