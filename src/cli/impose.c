/*
 * src/cli/impose.c - zivos impose: a finished PDF on sheets, as a booklet, as spreads, as an overview.
 *
 * The PDF may be anybody's, so all is done in a process of its own with limits
 * of memory and time; what it says goes to stderr, the PDF to the file that
 * this process then gives its name.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <glib-unix.h>
#include "base/arena.h"
#include "base/data.h"
#include "base/i18n.h"
#include "base/limited.h"
#include "base/outfile.h"
#include "base/store.h"
#include "cli/cli.h"
#include "cli/output.h"
#include "doc/node.h"
#include "page/inks.h"
#include "page/block/words.h"
#include "paint/paint.h"
#include "paint/pdf.h"
#include "prepress/impose.h"
#include "text/font.h"
#include "text/dictionaries.h"
#include "text/tools.h"

enum { MOST_MEMORY_MB = 3000, MOST_CPU_SECONDS = 300, MOST_SIDE_MM = 5000, MOST_CREEP_MM = 5, MOST_EACH_WAY = 20 };

static char *output, *scheme_name, *sheet_name, *binding, *creep_text, *blanks, *nup;
static gboolean marks;

static const GOptionEntry entries[] = {
	{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("write this file, or into this folder"), N_("FILE") },
	{ "scheme", 0, 0, G_OPTION_ARG_STRING, &scheme_name, N_("booklet, spreads or nup"), N_("SCHEME") },
	{ "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet_name, N_("A3, SRA3, A4 ... or 450x320mm; else the smallest that holds two pages"), N_("SIZE") },
	{ "binding", 0, 0, G_OPTION_ARG_STRING, &binding, N_("left, or right for Arabic or Persian"), N_("SIDE") },
	{ "creep", 0, 0, G_OPTION_ARG_STRING, &creep_text, N_("booklet: move pages to the spine by this for each sheet further in, about the paper's thickness: 0.1mm"), N_("LENGTH") },
	{ "blanks", 0, 0, G_OPTION_ARG_STRING, &blanks, N_("booklet: blank pages at the end, or before the back cover (inside)"), N_("WHERE") },
	{ "marks", 0, 0, G_OPTION_ARG_NONE, &marks, N_("booklet: crop and fold marks"), NULL },
	{ "nup", 0, 0, G_OPTION_ARG_STRING, &nup, N_("nup: columns and rows on a sheet; else eight or nine pages, as large as they go"), N_("CxR") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static const char *const schemes[] = { [IMPOSE_BOOKLET] = "booklet", [IMPOSE_SPREADS] = "spreads", [IMPOSE_NUP] = "nup" };
static const struct { const char *name; double w_mm, h_mm; } papers[] = {
	{ "A2", 420, 594 }, { "A3", 297, 420 }, { "A4", 210, 297 }, { "A5", 148, 210 },
	{ "SRA2", 450, 640 }, { "SRA3", 320, 450 }, { "SRA4", 225, 320 },
};

/* ---- options ---- */

static bool parse_sheet(const char *s, struct impose_options *o)
{
	double w, h;
	char *end;

	for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
		if (!g_ascii_strcasecmp(papers[i].name, s)) {
			o->sheet_w = pt_from_mm((Mm){ papers[i].w_mm });
			o->sheet_h = pt_from_mm((Mm){ papers[i].h_mm });
			o->turns = true;
			return true;
		}
	w = g_ascii_strtod(s, &end);
	if (end == s || *end != 'x')
		return false;
	s = end + 1;
	h = g_ascii_strtod(s, &end);
	if (end == s || strcmp(end, "mm") != 0 || !(w >= 10 && w <= MOST_SIDE_MM && h >= 10 && h <= MOST_SIDE_MM))
		return false;
	o->sheet_w = pt_from_mm((Mm){ w });
	o->sheet_h = pt_from_mm((Mm){ h });
	return true;
}

static bool parse_nup(const char *s, struct impose_options *o)
{
	int n = 0;

	return sscanf(s, "%2dx%2d%n", &o->columns, &o->rows, &n) == 2 && !s[n] &&
		o->columns >= 1 && o->rows >= 1 && o->columns <= MOST_EACH_WAY && o->rows <= MOST_EACH_WAY;
}

static bool parse_creep(const char *s, struct impose_options *o)
{
	struct length l;

	if (!parse_length(s, &l) || l.unit == UNIT_GR || l.n < 0)
		return false;
	o->creep = l.unit == UNIT_MM ? pt_from_mm((Mm){ l.n }) : l.n;
	return o->creep <= pt_from_mm((Mm){ MOST_CREEP_MM });
}

/* EXIT_DONE, or what usage_error() said. */
static enum exit_status read_options(struct impose_options *o)
{
	size_t k = 0;

	while (scheme_name && k < G_N_ELEMENTS(schemes) && strcmp(schemes[k], scheme_name) != 0)
		k++;
	if (k == G_N_ELEMENTS(schemes))
		return usage_error(_("--scheme takes booklet, spreads or nup, not %s"), scheme_name);
	*o = (struct impose_options){ .scheme = (enum impose_scheme)k, .marks = marks };
	if (sheet_name && !parse_sheet(sheet_name, o))
		return usage_error(_("--sheet takes A2 to A5, SRA2 to SRA4 or a size like 450x320mm, not %s"), sheet_name);
	if (nup && !parse_nup(nup, o))
		return usage_error(_("--nup takes columns and rows like 2x4, up to %d each, not %s"), MOST_EACH_WAY, nup);
	if (creep_text && !parse_creep(creep_text, o))
		return usage_error(_("--creep takes a length like 0.1mm, up to %d mm, not %s"), MOST_CREEP_MM, creep_text);
	if (binding && strcmp(binding, "left") != 0 && strcmp(binding, "right") != 0)
		return usage_error(_("--binding takes left or right, not %s"), binding);
	if (blanks && strcmp(blanks, "end") != 0 && strcmp(blanks, "inside") != 0)
		return usage_error(_("--blanks takes end or inside, not %s"), blanks);
	o->bound_right = binding && !strcmp(binding, "right");
	o->before_back = blanks && !strcmp(blanks, "inside");
	return EXIT_DONE;
}

/* ---- numbers ---- */

/* A page of the model for each sheet, with the numbers of the small pages under them. */
static struct pages *number_pages(struct arena *a, const struct plan *p, struct text_tools *t, struct diag *d)
{
	const struct colour grey = { "black", 1, 0, 0, 0, 1 };
	const Pt size = 8;
	struct pages *pages = arena_make(a, struct pages);

	*pages = (struct pages){ .width = p->sides[0].w, .height = p->sides[0].h, .npages = p->nsides, .lang = "de" };
	pages->pages = arena_make_array(a, p->nsides, struct page);
	for (size_t i = 0; i < p->nsides; i++) {
		const struct side *s = &p->sides[i];
		struct words *w = words_new(a, t, NULL, d);
		char text[16];

		for (size_t k = 0; k < s->ncells; k++) {
			snprintf(text, sizeof text, "%d", s->cells[k].page + 1);
			words_put(w, text, "de", size, 500, (s->cells[k].at.x0 + s->cells[k].at.x1) / 2, s->h - s->cells[k].at.y0 + 1.35 * size,
				  WORDS_CENTRED, grey);
		}
		pages->pages[i].index = (int)i;
		pages->pages[i].items = words_items(w, &pages->pages[i].nitems);
	}
	return pages;
}

/* Painted in keys, to be free()d. NULL: reported. */
static void *paint_numbers(const struct plan *p, struct inks *inks, const char *cache, size_t *n, struct diag *d)
{
	char *conf = data_path("fonts/fonts.conf");
	struct fonts *fonts = conf ? fonts_new(conf, d) : NULL;
	struct hyphens *hyphens = hyphens_new(NULL);
	struct store *store = store_new(cache);
	struct arena *a = arena_new();
	struct text_tools tools;
	int *all = g_new(int, p->nsides);
	void *bytes = NULL;

	for (size_t i = 0; i < p->nsides; i++)
		all[i] = (int)i;
	if (fonts) {
		text_tools_init(&tools, fonts, hyphens);
		bytes = pdf_paint_print(number_pages(a, p, &tools, d), all, p->nsides, (struct paint_options){ .ppi = 72, .inks = inks },
					fonts_config(fonts), store, n, NULL, NULL, d);
		text_tools_clear(&tools);
	}
	arena_free(a);
	store_free(store);
	hyphens_free(hyphens);
	fonts_free(fonts);
	g_free(conf);
	g_free(all);
	return bytes;
}

/* ---- the work, in a process of its own ---- */

/* What the process tells of its work. */
struct done { size_t npages, nsides, nblank; double w_mm, h_mm; bool turned_long; };

static bool impose(const char *file, const struct impose_options *o, struct outfile *out, const char *cache, struct done *done, struct diag *d)
{
	struct imposition *im = imposition_open(file, o, d);
	struct inks *inks = inks_new(NULL);
	const struct plan *p;
	void *bytes = NULL;
	size_t n = 0;
	bool ok = im != NULL;

	if (ok && o->scheme == IMPOSE_NUP) {
		bytes = paint_numbers(imposition_plan(im), inks, cache, &n, d);
		ok = bytes && imposition_overlay(im, bytes, n, inks);
	}
	ok = ok && imposition_write(im, out);
	if (ok) {
		p = imposition_plan(im);
		*done = (struct done){ imposition_pages(im), p->nsides, p->nblank, mm_from_pt(p->sides[0].w).mm,
				       mm_from_pt(p->sides[0].h).mm, p->duplex_long };
	}
	imposition_free(im);
	inks_free(inks);
	free(bytes);
	return ok;
}

static void child(const struct global_options *g, const char *file, const struct impose_options *o, struct outfile *out, int tell)
{
	struct diag *d = diag_new();
	struct done done = { 0 };
	enum exit_status status;

	/* Nobody may be reading what it says. */
	signal(SIGPIPE, SIG_IGN);
	status = impose(file, o, out, g->cache, &done, d) ? EXIT_DONE : diag_machine_failed(d) ? EXIT_MACHINE : EXIT_INPUT;
	diag_print(d, stderr, use_colour(g, stderr));
	diag_free(d);
	fflush(stderr);
	if (status == EXIT_DONE && write(tell, &done, sizeof done) != sizeof done)
		status = EXIT_MACHINE;
	_exit((int)status);
}

static enum exit_status judge_end(struct limited_end end, const char *file, struct diag *d)
{
	struct src at = { file, 0, 0 };

	switch (end.how) {
	case LIMITED_EXITED:
		if (end.code <= EXIT_MACHINE)
			return (enum exit_status)end.code;
		break;
	case LIMITED_TIME:
		diag_add(d, D_PDF, at, _("putting its pages on sheets took too long and was stopped"));
		return EXIT_INPUT;
	case LIMITED_STOPPED:
		diag_add(d, D_MACHINE, at, _("putting its pages on sheets was stopped from outside, or the machine has no memory left"));
		return EXIT_MACHINE;
	case LIMITED_BROKE:
		break;
	}
	diag_add(d, D_PDF, at, _("putting its pages on sheets broke down: the file needs too much memory, or is made to do harm"));
	return EXIT_INPUT;
}

static enum exit_status run_child(const struct global_options *g, const char *file, const struct impose_options *o,
				  struct outfile *out, struct done *done, struct diag *d)
{
	enum exit_status status;
	int ends[2];
	pid_t pid = -1;

	fflush(NULL);
	if (g_unix_open_pipe(ends, FD_CLOEXEC, NULL)) {
		pid = limited_fork((struct allowance){ MOST_MEMORY_MB, MOST_CPU_SECONDS });
		if (pid == 0)
			child(g, file, o, out, ends[1]);
		close(ends[1]);
	}
	if (pid < 0) {
		diag_add(d, D_MACHINE, (struct src){ file, 0, 0 }, "%s", strerror(errno));
		return EXIT_MACHINE;
	}
	status = judge_end(limited_wait(pid, 0), file, d);
	if (status == EXIT_DONE && read(ends[0], done, sizeof *done) != sizeof *done)
		status = EXIT_MACHINE;
	close(ends[0]);
	return status;
}

static void tell(const struct done *p, const struct impose_options *o, const char *path)
{
	/* The PDF is there, though nobody may be reading. */
	signal(SIGPIPE, SIG_IGN);
	printf(ngettext("%s: %zu page", "%s: %zu pages", p->npages), path, p->npages);
	if (o->scheme == IMPOSE_BOOKLET) {
		if (p->nblank)
			printf(ngettext(" and %zu blank one", " and %zu blank ones", p->nblank), p->nblank);
		printf(ngettext(" on %zu sheet of %.0f × %.0f mm\n", " on %zu sheets of %.0f × %.0f mm\n", p->nsides / 2), p->nsides / 2,
		       p->w_mm, p->h_mm);
		printf("%s\n", p->turned_long ? _("Print on both sides, turned round the long edge, without scaling in the printer's dialogue.")
					      : _("Print on both sides, turned round the short edge, without scaling in the printer's dialogue."));
	} else {
		printf(ngettext(" on %zu sheet\n", " on %zu sheets\n", p->nsides), p->nsides);
	}
	if (fflush(stdout) != 0 && errno == EPIPE && !freopen("/dev/null", "w", stdout))
		clearerr(stdout);
}

/* The file's name without its ending, "-SCHEME.pdf" after it. g_free() it. */
static char *name_for(const char *file, const char *scheme)
{
	char *base = g_path_get_basename(file), *ending = g_strdup_printf("-%s.pdf", scheme), *name = output_beside(base, ending);

	g_free(ending);
	g_free(base);
	return name;
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const char *file = arguments[0];
	struct impose_options o;
	enum exit_status status = read_options(&o);
	char *name, *path;
	struct outfile *out = NULL;
	struct done done;
	struct diag *d;

	if (status != EXIT_DONE)
		return status;
	if (access(file, R_OK) != 0)
		return usage_error(_("%s cannot be read: %s"), file, strerror(errno));
	if (!g_file_test(file, G_FILE_TEST_IS_REGULAR))
		return usage_error(_("%s is no file"), file);
	name = name_for(file, schemes[o.scheme]);
	path = output_in(output, name);
	d = diag_new();
	if (same_file(path, file))
		status = usage_error(_("the output would replace the PDF itself: %s"), path);
	else if (replaces_other(path, "%PDF"))
		status = usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), path);
	else if (!(out = outfile_new(path, d)))
		status = EXIT_MACHINE;
	else
		status = run_child(g, file, &o, out, &done, d);
	if (status != EXIT_DONE)
		outfile_abort(out);
	else if (outfile_commit(out, d))
		tell(&done, &o, path);
	else
		status = EXIT_MACHINE;
	diag_print(d, stderr, use_colour(g, stderr));
	diag_free(d);
	g_free(path);
	g_free(name);
	return status;
}

const struct command impose_command = {
	"impose", N_("FILE.pdf"), 1, N_("put a finished PDF on sheets: a booklet, spreads, an overview"),
	N_("Reads any PDF. booklet, the default: two pages a side in the order for folding and stapling, for a\n"
	   "printer that prints on both sides; blank pages fill up to a multiple of four. spreads: 1, 2-3, 4-5 ...\n"
	   "as a reader sees them, for proofs. nup: small pages with their numbers, for an overview. Without\n"
	   "--output the PDF is written to the current folder, as NAME-SCHEME.pdf."),
	entries, run
};
