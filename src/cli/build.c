/*
 * src/cli/build.c - zivos build: an issue becomes a PDF.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/icc.h"
#include "base/outfile.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/output.h"
#include "doc/layout.h"
#include "doc/print.h"
#include "page/inks.h"
#include "page/slug.h"
#include "paint/paint.h"
#include "paint/pdf.h"
#include "prepress/pdfx.h"
#include "text/font.h"

static char *output, *profile_name, *page_list, *report, *print_profile, *output_profile, *marks;
static gboolean strict;

static const struct { const char *name; enum profile profile; bool with_faults; } profiles[] = {
	{ "screen", PROFILE_SCREEN, false },
	{ "print",  PROFILE_PRINT,  false },
	{ "draft",  PROFILE_DRAFT,  true },
};

static const GOptionEntry entries[] = {
	{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("write this file, or into this folder"), N_("FILE") },
	{ "profile", 'p', 0, G_OPTION_ARG_STRING, &profile_name, N_("screen, print or draft"), N_("PROFILE") },
	{ "pages", 0, 0, G_OPTION_ARG_STRING, &page_list, N_("only these pages: 3-8,10"), N_("LIST") },
	{ "print-profile", 0, 0, G_OPTION_ARG_FILENAME, &print_profile,
	  N_("print profile in place of the layout's: gestrichen, ungestrichen, digital or a file"), N_("NAME") },
	{ "output-profile", 0, 0, G_OPTION_ARG_FILENAME, &output_profile,
	  N_("ICC file of the press in place of the print profile's"), N_("FILE") },
	{ "marks", 0, 0, G_OPTION_ARG_STRING, &marks,
	  N_("printer's marks in place of the print profile's: crop,registration,colour,slug, all or none"), N_("LIST") },
	{ "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("warnings count as errors"), NULL },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write all messages to this file, as JSON"), N_("FILE") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

/* The file to write. g_free() it. */
static char *output_path(const char *issue, const char *profile)
{
	char *name = issue_name(issue), *file = g_strdup_printf("%s-%s.pdf", name, profile), *path = output_in(output, file);

	g_free(name);
	g_free(file);
	return path;
}

/* Into out, which is not committed. false: reported. */
static bool write_print(struct work *w, const int *chosen, size_t n, struct outfile *out)
{
	const struct print_profile *p = w->print;
	struct inks *inks = inks_new(w->layout);
	struct paint_options o = {
		.ppi = p->ppi, .press = p->output, .inks = inks, .ink_limit = p->ink_limit, .jpeg_quality = p->jpeg_quality,
		.flatten = p->standard != PDFX_4, .ppi_least = p->ppi_error,
		.ppi_line = p->ppi_line_art, .ppi_line_least = p->ppi_line_art_error,
		.sharpen = w->layout->sharpen, .sharpen_radius = w->layout->sharpen_radius,
	};
	size_t size = 0;
	void *pdf;
	bool ok = false;

	slug_set(w->pages, w->arena, &w->tools, w->layout, &p->marks, icc_description(p->output), w->d);
	pdf = pdf_paint_print(w->pages, chosen, n, o, fonts_config(w->fonts), w->store, &size,
			      progress_on_terminal(), _("page"), w->d);
	work_end(w, N_("painting the pages"));
	if (pdf && !work_faulty(w, strict)) {
		ink_check(w->pages, chosen, n, p, inks, w->d);
		ok = pdfx_write(pdf, size, w->pages, chosen, n, p, inks, out, w->d);
	}
	free(pdf);
	inks_free(inks);
	return ok;
}

/* false: nothing was written. */
static bool write_pdf(struct work *w, const char *path, enum profile profile, size_t *n)
{
	int *chosen = pages_choose(w->pages, page_list, profile == PROFILE_DRAFT, n);
	struct outfile *out = NULL;
	bool ok = false;

	if (*n)
		out = outfile_new(path, w->d);
	if (!out)
		goto out;
	if (profile == PROFILE_PRINT)
		ok = w->print && write_print(w, chosen, *n, out);
	else
		ok = pdf_write(w->pages, chosen, *n, profile, work_press(w), fonts_config(w->fonts), w->store, out,
			       progress_on_terminal(), _("page"), w->d);
	if (ok && profile != PROFILE_DRAFT && work_faulty(w, strict))
		ok = false;		/* a picture turned out to be faulty when it was needed */
	if (ok) {
		ok = outfile_commit(out, w->d);
		out = NULL;
	}
	work_end(w, profile == PROFILE_PRINT ? N_("inks for the press") : N_("painting the pages"));
out:
	outfile_abort(out);
	g_free(chosen);
	return ok;
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	struct global_options options = *g;
	struct work w;
	size_t k = 0, n = 1;
	char *path;
	bool readable, written = false;
	enum exit_status status;

	while (profile_name && k < G_N_ELEMENTS(profiles) && strcmp(profiles[k].name, profile_name) != 0)
		k++;
	if (k == G_N_ELEMENTS(profiles))
		return usage_error(_("--profile takes screen, print or draft, not %s"), profile_name);
	if (!pages_list_valid(page_list))
		return usage_error(_("--pages takes numbers and ranges like 3-8,10, not %s"), page_list);
	path = output_path(arguments[0], profiles[k].name);
	if (same_file(path, arguments[0])) {
		status = usage_error(_("the output would replace the issue itself: %s"), path);
		goto out;
	}
	if (replaces_other(report, "{") || replaces_other(path, "%PDF") || (report && !strcmp(report, path))) {
		status = usage_error(_("%s is a file of another kind and would be replaced; name another for the output"),
				     replaces_other(path, "%PDF") ? path : report);
		goto out;
	}
	if (marks && !print_marks_read(marks, &(struct print_marks){ 0 })) {
		status = usage_error(_("--marks takes crop, registration, colour and slug, with commas between, or all or none; not %s"), marks);
		goto out;
	}
	options.print_profile = print_profile;
	options.output_profile = output_profile;
	work_run(&w, &options, arguments[0], STAGE_PAGES);
	if (marks && w.print)
		print_marks_read(marks, &w.print->marks);
	if (w.pages && (profiles[k].with_faults || !work_faulty(&w, strict)))
		written = write_pdf(&w, path, profiles[k].profile, &n);
	readable = w.pages != NULL;
	status = work_finish(&w, strict, report);
	if (!n && page_list)
		status = usage_error(_("--pages %s names no page of the issue"), page_list);
	if (written && isatty(STDERR_FILENO))
		fprintf(stderr, ngettext("%s: %zu page\n", "%s: %zu pages\n", n), path, n);
	else if (!written)
		fprintf(stderr, _("%s was not written.\n"), path);
	if (!written && readable && status == EXIT_INPUT && !profiles[k].with_faults)
		fprintf(stderr, "%s\n", _("With --profile draft the pages are written, with each fault shown in its place."));
out:
	g_free(path);
	return status;
}

const struct command build_command = {
	"build", N_("ISSUE"), 1, N_("make a PDF"),
	N_("Without --output the PDF is written to the current folder, as NAME-PROFILE.pdf; NAME is\n"
	   "that of the issue's folder. Profiles: screen, the default, with links and bookmarks; print,\n"
	   "with bleed; draft, which shows each fault in its place. With errors in the issue, screen and\n"
	   "print leave an earlier PDF as it is."),
	entries, run
};
