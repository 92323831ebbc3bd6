/*
 * src/cli/pages.c - zivos pages: an issue as PNG files, one a page.
 */
#include <stdio.h>
#include <stdlib.h>
#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/placed.h"
#include "cli/plates.h"
#include "paint/png.h"
#include "text/font.h"

static char *output, *dpi_text, *page_list, *report, *print_profile, *output_profile, *layout;
static gboolean strict, plates;

enum { DPI = 100, DPI_MIN = 10, DPI_MAX = 1200 };

static const GOptionEntry entries[] = {
	{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("write into this folder"), N_("DIR") },
	{ "dpi", 0, 0, G_OPTION_ARG_STRING, &dpi_text, N_("pixels an inch, 100 if not given"), N_("N") },
	{ "pages", 0, 0, G_OPTION_ARG_STRING, &page_list, N_("only these pages: 3-8,10"), N_("LIST") },
	{ "plates", 0, 0, G_OPTION_ARG_NONE, &plates, N_("the printing plates of each page instead, and how much ink lies where"), NULL },
	{ "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout,
	  N_("layout in place of the issue's: a name of layouts, or a folder with a layout.xml"), N_("NAME") },
	{ "print-profile", 0, 0, G_OPTION_ARG_FILENAME, &print_profile,
	  N_("print profile in place of the layout's: a name of layouts/print, or a file"), N_("NAME") },
	{ "output-profile", 0, 0, G_OPTION_ARG_FILENAME, &output_profile,
	  N_("ICC file of the press in place of the print profile's"), N_("FILE") },
	{ "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("warnings count as errors"), NULL },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write all messages to this file, as JSON"), N_("FILE") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

/* Returns how many pages were to be written. */
static size_t write_pages(struct work *w, double dpi)
{
	char *name = issue_name(w->path), *folder = output ? g_strdup(output) : g_strdup_printf(plates ? "%s-plates" : "%s-pages", name);
	size_t n;
	int *chosen = pages_choose(w->pages, page_list, !plates, &n);

	if (plates && !work_faulty(w, strict) && w->print)
		plates_write(w, chosen, n, dpi, folder);
	else if (plates)
		fprintf(stderr, "%s\n", _("No plates were made: they need an issue without errors."));
	else
		png_write_pages(w->pages, chosen, n, dpi, true, work_press(w), fonts_config(w->fonts), w->store, folder,
				progress_on_terminal(), _("page"), w->d);
	work_end(w, plates ? N_("making the plates") : N_("painting the pages"));
	g_free(chosen);
	g_free(folder);
	g_free(name);
	return n;
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	struct work_request q = { .path = arguments[0], .last = STAGE_PAGES };
	struct work w;
	size_t n = 1;
	enum exit_status status;
	char *end = NULL;
	double dpi = dpi_text ? g_ascii_strtod(dpi_text, &end) : DPI;

	if ((end && (*end || end == dpi_text)) || !(dpi >= DPI_MIN && dpi <= DPI_MAX))
		return usage_error(_("--dpi takes a number from %d to %d, not %s"), DPI_MIN, DPI_MAX, dpi_text);
	if (!pages_list_valid(page_list))
		return usage_error(_("--pages takes numbers and ranges like 3-8,10, not %s"), page_list);
	if (replaces_other(report, "{"))
		return usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), report);
	q.layout = layout;
	q.print_profile = print_profile;
	q.output_profile = output_profile;
	work_run(&w, g, &q);
	placed_check(&w, false);
	if (w.pages)
		n = write_pages(&w, dpi);
	status = work_finish(&w, strict, report);
	return n || !page_list ? status : usage_error(_("--pages %s names no page of the issue"), page_list);
}

const struct command pages_command = {
	"pages", N_("ISSUE"), 1, N_("write each page as a PNG file"),
	N_("Writes page-01.png, page-02.png ... into the folder of --output, else into NAME-pages.\n"
	   "With errors in the issue the pages are written all the same, each fault in its place.\n"
	   "With --plates, into NAME-plates: page-01-cyan.png, one for each ink, and page-01-ink.png, a map\n"
	   "of all inks added up: blue under the limit, yellow near it, orange and violet over it."),
	entries, run
};
