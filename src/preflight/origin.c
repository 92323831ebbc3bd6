/* src/preflight/origin.c - the map of a page's items, read with suspicion. */
#include "preflight/origin.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

enum { MOST_BYTES = 1 << 20, MOST_FILES = 500, MOST_NAME = 500, MOST_ITEMS = 20000, MOST_LOOKS = 2000 };

struct spot_on_page { struct mm_box at; struct src src; };

struct origins {
	int page;			/* whose map this is */
	struct spot_on_page *items;
	size_t n;
	unsigned looks;			/* how often it was asked on this page */
};

static const struct src nowhere = { NULL, 0, 0 };

/* A relative name that leads nowhere else and cannot upset a terminal. */
static bool good_name(const char *s)
{
	if (!*s || strlen(s) > MOST_NAME || *s == '/' || strchr(s, '\\') || !g_utf8_validate(s, -1, NULL))
		return false;
	for (const char *p = s; *p; p = g_utf8_next_char(p))
		if (!g_unichar_isprint(g_utf8_get_char(p)))
			return false;
	return strcmp(s, "..") != 0 && !g_str_has_prefix(s, "../") && !g_str_has_suffix(s, "/..") && !strstr(s, "/../");
}

static bool read_item(const char *line, char **files, int nfiles, struct spot_on_page *out)
{
	int x, y, w, h, file, row, col, end = 0;

	if (sscanf(line, "%d %d %d %d %d %d %d%n", &x, &y, &w, &h, &file, &row, &col, &end) != 7 || line[end])
		return false;
	if (w < 0 || h < 0 || file < 0 || file >= nfiles || row < 1 || col < 1)
		return false;
	*out = (struct spot_on_page){ { x / 100.0, y / 100.0, w / 100.0, h / 100.0 }, { files[file], row, col } };
	return true;
}

static void read_map(struct context *c, struct origins *o, char **line)
{
	char **files = line + 1;
	size_t n = 0;
	int nfiles = 0;

	if (!line[0] || strcmp(line[0], "zivos-places 1") != 0)
		return;
	while (files[nfiles] && *files[nfiles] && nfiles < MOST_FILES && good_name(files[nfiles])) {
		files[nfiles] = arena_strdup(c->arena, files[nfiles]);
		nfiles++;
	}
	if (!files[nfiles] || *files[nfiles])
		return;
	line = files + nfiles + 1;
	while (line[n])
		n++;
	o->items = arena_make_array(c->arena, MIN(n, MOST_ITEMS), struct spot_on_page);
	for (size_t i = 0; i < MIN(n, MOST_ITEMS); i++)
		o->n += read_item(line[i], files, nfiles, &o->items[o->n]);
}

static void open_map(struct context *c, struct origins *o, int page)
{
	const struct obj *dict = pdf_get(c->pdf, pdf_page(c->pdf, (size_t)page - 1), "PieceInfo");
	const struct obj *map = pdf_get(c->pdf, pdf_get(c->pdf, dict, "zivos"), "Private");
	size_t n = 0;
	unsigned char *data = pdf_data(c->pdf, map, MOST_BYTES, &n);
	char *text = data ? g_strndup((const char *)data, n) : NULL, **lines, **kept;

	free(data);
	*o = (struct origins){ .page = page };
	if (!text)
		return;
	lines = g_strsplit(text, "\n", MOST_ITEMS + MOST_FILES);
	/* The names are replaced by copies in the arena: so the list is one, the strings another. */
	kept = g_memdup2(lines, (g_strv_length(lines) + 1) * sizeof *lines);
	read_map(c, o, kept);
	g_free(kept);
	g_strfreev(lines);
	g_free(text);
}

static double shared(const struct mm_box *a, const struct mm_box *b)
{
	double w = MIN(a->x + a->w, b->x + b->w) - MAX(a->x, b->x), h = MIN(a->y + a->h, b->y + b->h) - MAX(a->y, b->y);

	return w > 0 && h > 0 ? w * h : 0;
}

/* A line has hardly any area: it is given some. */
static struct mm_box thick(const struct mm_box *p)
{
	const double least = 0.3;
	struct mm_box t = { p->x - MAX(0, least - p->w) / 2, p->y - MAX(0, least - p->h) / 2, MAX(p->w, least), MAX(p->h, least) };

	return t;
}

struct src origin_find(struct context *c, int page, const struct mm_box *at)
{
	struct mm_box where = thick(at);
	const struct spot_on_page *best = NULL;
	double least = 0;

	if (!c->origins)
		c->origins = arena_make(c->arena, struct origins);
	if (c->origins->page != page)
		open_map(c, c->origins, page);
	/* A file made to do harm may have a thousand items and a million faults. */
	if (c->origins->looks++ >= MOST_LOOKS)
		return nowhere;
	for (size_t i = 0; i < c->origins->n; i++) {
		const struct spot_on_page *x = &c->origins->items[i];
		struct mm_box p = thick(&x->at);

		/* Of two of one size the later is on top. */
		if (shared(&p, &where) * 2 >= where.w * where.h && (!best || p.w * p.h <= least)) {
			best = x;
			least = p.w * p.h;
		}
	}
	return best ? best->src : nowhere;
}
