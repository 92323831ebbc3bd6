/* src/cli/plates.c - an issue's pages as printing plates. */
#include "cli/plates.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "base/temp.h"
#include "cli/load.h"
#include "cli/printing.h"
#include "doc/print.h"
#include "page/model.h"
#include "page/block/words.h"
#include "paint/heat.h"
#include "paint/paint.h"
#include "preflight/plates.h"
#include "text/font.h"

/* For all pages together: a magazine at 600 dpi on a slow machine. */
static const double MOST_SECONDS = 900;

struct job {
	struct work *w;
	const int *chosen;
	size_t n, done;
	double dpi;
	const char *folder;
	int digits;
	struct painter *painter;
	bool ok;
};

/* "gold-877"; what is in the way of a file's name is a hyphen. */
static char *slug(const char *name)
{
	GString *s = g_string_new(NULL);

	for (const char *c = name; *c; c++)
		if (g_ascii_isalnum(*c) || (unsigned char)*c >= 0x80)
			g_string_append_c(s, g_ascii_tolower(*c));
		else if (s->len && s->str[s->len - 1] != '-')
			g_string_append_c(s, '-');
	return g_string_free(s, FALSE);
}

/* "page-04-gold-877.png" in the folder, and "gold-877-2" where that name is taken on this page: "Gold 877"
 * and "Gold-877" are two inks. taken gets the name. g_free() it. */
static char *file_for(const struct job *j, int index, const char *name, GHashTable *taken)
{
	char *stem = slug(name), *own = g_strdup(stem), *file, *path;

	for (int i = 2; g_hash_table_contains(taken, own); i++) {
		g_free(own);
		own = g_strdup_printf("%s-%d", stem, i);
	}
	file = g_strdup_printf("page-%0*d-%s.png", j->digits, index + 1, own);
	path = g_build_filename(j->folder, file, NULL);
	g_hash_table_add(taken, own);
	g_free(file);
	g_free(stem);
	return path;
}

/* The bleed in pixels: what stands outside of it is cut off. */
static struct px_rect bleed_of(const struct pages *p, double dpi)
{
	Pt outside = MAX(p->margin, p->bleed) - p->bleed;
	double s = dpi / 72;

	return (struct px_rect){
		(int)(outside * s + 0.999), (int)(outside * s + 0.999),
		(int)((outside + p->width + 2 * p->bleed) * s), (int)((outside + p->height + 2 * p->bleed) * s),
	};
}

static bool write_heat(struct job *j, const struct plate_set *s, int index, const char *path)
{
	struct work *w = j->w;
	Pt margin = MAX(w->pages->margin, w->pages->bleed);
	struct arena *a = arena_new();
	struct ink_peak peak;
	uint16_t *sum = plates_sum(s, j->dpi, bleed_of(w->pages, j->dpi), &peak);
	double mm = 25.4 / j->dpi, trim = mm_from_pt(margin).mm;
	struct heat h = {
		.sum = sum, .w = s->w, .h = s->h, .dpi = j->dpi, .limit = w->print->ink_limit * 100,
		.peak = peak.percent, .x = peak.x, .y = peak.y, .side = peak.side,
		.title = arena_printf(a, _("Page %s: ink up to %.0f %%, %.0f mm from the left and %.0f mm from the top; allowed are %.0f %%"),
				      w->pages->pages[index].label, peak.percent, (peak.x + peak.side / 2.0) * mm - trim,
				      (peak.y + peak.side / 2.0) * mm - trim, w->print->ink_limit * 100),
	};
	bool ok = heat_write(&h, j->painter, words_new(a, &w->tools, NULL, w->d), path, w->d);

	g_free(sum);
	arena_free(a);
	return ok;
}

static bool write_page(void *ctx, const struct plate_set *s)
{
	struct job *j = ctx;
	GHashTable *taken;
	char *map;
	int index;

	if (j->done >= j->n)
		return false;
	index = j->chosen[j->done++];
	taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	map = file_for(j, index, "ink", taken);		/* first: its name is known beforehand */
	for (size_t i = 0; i < s->n && j->ok; i++) {
		char *path = file_for(j, index, s->plates[i].name, taken);

		j->ok = plate_write(s->plates[i].ink, s->w, s->h, path, j->w->d);
		g_free(path);
	}
	j->ok = j->ok && write_heat(j, s, index, map);
	g_free(map);
	g_hash_table_destroy(taken);
	return j->ok;
}

static bool make_pdf(struct work *w, const int *chosen, size_t n, const char *path)
{
	struct outfile *out = outfile_new(path, w->d);
	char *folder = g_path_get_dirname(w->path);
	bool ok = out && print_paint(w, chosen, n, folder, false, out) && !work_faulty(w, false);

	if (ok)
		ok = outfile_commit(out, w->d);
	else
		outfile_abort(out);
	g_free(folder);
	return ok;
}

static void report_end(struct work *w, enum gs_end end, bool all)
{
	const struct src nowhere = { NULL, 0, 0 };

	if (end == GS_MISSING)
		diag_add(w->d, D_MACHINE, nowhere, _("plates are made by Ghostscript, which is not installed (on Debian: apt install ghostscript)"));
	else if (end == GS_SLOW)
		diag_add(w->d, D_MACHINE, nowhere, _("Ghostscript took too long for the plates; fewer pages (--pages) or a lower --dpi help"));
	else if (end == GS_FAILED || !all)
		diag_add(w->d, D_MACHINE, nowhere, _("Ghostscript could not make the plates: the disk is full, or a page takes too much memory"));
}

bool plates_write(struct work *w, const int *chosen, size_t n, double dpi, const char *folder)
{
	struct temp_folder *temp = temp_folder_new("zivos-plates");
	char *pdf = temp ? g_build_filename(temp_folder_path(temp), "print.pdf", NULL) : NULL;
	struct job j = { .w = w, .chosen = chosen, .n = n, .dpi = dpi, .folder = folder, .digits = 2, .ok = true };
	struct pages empty = { .width = w->pages->width, .height = w->pages->height };
	enum gs_end end;

	for (size_t k = w->pages->npages; k >= 100; k /= 10)
		j.digits++;
	if (!temp) {
		diag_add(w->d, D_MACHINE, (struct src){ g_get_tmp_dir(), 0, 0 }, "%s", write_reason(errno));
		return false;
	}
	j.ok = n > 0 && make_pdf(w, chosen, n, pdf);
	if (j.ok) {
		j.painter = painter_new(&empty, fonts_config(w->fonts), w->store,
					(struct paint_options){ .target = TARGET_IMAGE, .ppi = 72, .press = w->print->output }, w->d);
		j.ok = j.painter != NULL;
	}
	if (j.ok) {
		end = plates_make(pdf, temp_folder_path(temp), dpi, MOST_SECONDS, write_page, &j);
		if (j.ok)		/* what cannot be written is reported already */
			report_end(w, end, j.done == n);
	}
	painter_free(j.painter);
	temp_folder_remove(temp);
	g_free(pdf);
	return j.ok;
}
