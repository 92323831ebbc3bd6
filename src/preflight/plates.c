/*
 * src/preflight/plates.c - tiffsep's files, read and thrown away page by page.
 *
 * For page 3 the device writes p00003.tif, the whole, and p00003(Cyan).tif
 * and so on, in which white is no ink. Names of spots stand in the file's name.
 */
#include "preflight/plates.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <glib.h>
#include "base/late_tiff.h"
#include "preflight/square.h"

static const char *const process[] = { "Cyan", "Magenta", "Yellow", "Black" };
enum { MOST_SIDE = 30000 };

/* Rows of one plate; NULL: unreadable, or of another size. */
static uint8_t *read_plate(const char *path, int *w, int *h)
{
	TIFF *t = TIFFOpen(path, "r");
	uint32_t width = 0, height = 0;
	uint16_t bits = 0, samples = 1;
	uint8_t *ink = NULL;
	bool ok;

	if (!t)
		return NULL;
	TIFFGetField(t, TIFFTAG_IMAGEWIDTH, &width);
	TIFFGetField(t, TIFFTAG_IMAGELENGTH, &height);
	TIFFGetField(t, TIFFTAG_BITSPERSAMPLE, &bits);
	TIFFGetFieldDefaulted(t, TIFFTAG_SAMPLESPERPIXEL, &samples);
	ok = width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE && bits == 8 && samples == 1 &&
	     (*w == 0 || (*w == (int)width && *h == (int)height)) && TIFFScanlineSize(t) == (tmsize_t)width;
	if (ok)
		ink = g_try_malloc((size_t)width * height);
	for (uint32_t y = 0; ink && y < height; y++)
		if (TIFFReadScanline(t, ink + (size_t)y * width, y, 0) < 0)
			g_clear_pointer(&ink, g_free);
	for (size_t i = 0; ink && i < (size_t)width * height; i++)
		ink[i] = (uint8_t)(255 - ink[i]);
	TIFFClose(t);
	*w = (int)width;
	*h = (int)height;
	return ink;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of the page's spot plates, sorted. */
static GPtrArray *spot_names(const char *folder, const char *prefix)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *file;

	while (dir && (file = g_dir_read_name(dir))) {
		size_t n = strlen(prefix), end = strlen(file);
		char *name;

		if (strncmp(file, prefix, n) || file[n] != '(' || !g_str_has_suffix(file, ").tif"))
			continue;
		name = g_strndup(file + n + 1, end - n - 1 - strlen(").tif"));
		if (g_strv_contains((const char *const[]){ "Cyan", "Magenta", "Yellow", "Black", NULL }, name))
			g_free(name);
		else
			g_ptr_array_add(names, name);
	}
	if (dir)
		g_dir_close(dir);
	if (names->len)
		qsort(names->pdata, names->len, sizeof *names->pdata, by_name);
	return names;
}

/* The plate's file is removed. */
static bool take_plate(struct plate_set *s, const char *folder, const char *prefix, const char *name)
{
	char *path = g_strdup_printf("%s/%s(%s).tif", folder, prefix, name);
	uint8_t *ink = s->n < PLATES_MOST ? read_plate(path, &s->w, &s->h) : NULL;

	if (ink)
		s->plates[s->n++] = (struct plate){ name, ink };
	unlink(path);
	g_free(path);
	return ink != NULL;
}

/* false: there is no such page, or it cannot be read, or the caller has enough. */
static bool take_page(const char *folder, int page, bool (*done)(void *ctx, const struct plate_set *s), void *ctx)
{
	char *prefix = g_strdup_printf("p%05d", page), *whole = g_strdup_printf("%s/%s.tif", folder, prefix);
	struct plate_set s = { .page = page };
	GPtrArray *spots = spot_names(folder, prefix);
	bool ok = true;

	for (size_t i = 0; i < G_N_ELEMENTS(process) && ok; i++)
		ok = take_plate(&s, folder, prefix, process[i]);
	for (guint i = 0; i < spots->len && ok && s.n < PLATES_MOST; i++)
		ok = take_plate(&s, folder, prefix, spots->pdata[i]);
	ok = ok && done(ctx, &s);
	for (size_t i = 0; i < s.n; i++)
		g_free(s.plates[i].ink);
	unlink(whole);
	g_ptr_array_free(spots, TRUE);
	g_free(whole);
	g_free(prefix);
	return ok;
}

/* ---- inks added up ---- */

/* Without memory for it: none. */
static struct ink_peak find_peak(const uint16_t *sum, int w, struct px_rect in, int side)
{
	struct square *s = square_new(side, in.x0, in.x1, in.y0);
	struct square_peak peak = { 0, in.x0, in.y0 };

	for (int y = in.y0; s && y < in.y1; y++)
		square_row(s, sum + (size_t)y * (size_t)w);
	if (s)
		peak = square_peak(s);
	square_free(s);
	return (struct ink_peak){ (double)peak.sum / side / side, peak.x, peak.y, side };
}

uint16_t *plates_sum(const struct plate_set *s, double dpi, struct px_rect in, struct ink_peak *peak)
{
	size_t n = (size_t)s->w * (size_t)s->h;
	uint16_t *sum = g_new(uint16_t, n);

	for (size_t i = 0; i < n; i++) {
		unsigned all = 0;

		for (size_t k = 0; k < s->n; k++)
			all += s->plates[k].ink[i];
		sum[i] = (uint16_t)((all * 100 + 127) / 255);
	}
	in.x0 = CLAMP(in.x0, 0, s->w);
	in.y0 = CLAMP(in.y0, 0, s->h);
	in.x1 = CLAMP(in.x1, in.x0, s->w);
	in.y1 = CLAMP(in.y1, in.y0, s->h);
	*peak = find_peak(sum, s->w, in, MAX((int)(SQUARE_SIDE_MM / 25.4 * dpi + 0.5), 1));
	return sum;
}

enum gs_end plates_make(const char *path, const char *folder, double dpi, double seconds,
			bool (*done)(void *ctx, const struct plate_set *s), void *ctx)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	char *resolution, *out = g_strdup_printf("-sOutputFile=%s/p%%05d.tif", folder), *file = gs_file(path);
	const char *arguments[10] = { "-sDEVICE=tiffsep", "-sCompression=lzw", "-dDownScaleFactor=2", "-dMaxBitmap=500000000" };
	enum gs_end end;

	resolution = g_strconcat("-r", g_ascii_formatd(number, sizeof number, "%.4f", dpi * 2), NULL);
	arguments[4] = resolution;
	arguments[5] = out;
	arguments[6] = file;
	/* What libtiff would say of a broken file goes into our own message. */
	TIFFSetWarningHandler(NULL);
	TIFFSetErrorHandler(NULL);
	end = gs_run(arguments, seconds);
	if (end == GS_DONE)
		for (int page = 1; take_page(folder, page, done, ctx); page++)
			;
	g_free(resolution);
	g_free(out);
	g_free(file);
	return end;
}
