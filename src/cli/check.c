/*
 * src/cli/check.c - zivos check: everything but painting.
 */
#include <stdio.h>
#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/placed.h"
#include "text/langcheck.h"

static char *report, *layout;
static gboolean strict, language;

static const GOptionEntry entries[] = {
	{ "language", 0, 0, G_OPTION_ARG_NONE, &language, N_("also look at how each language is typed"), NULL },
	{ "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout,
	  N_("layout in place of the issue's: a name of layouts, or a folder with a layout.xml"), N_("NAME") },
	{ "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("warnings count as errors"), NULL },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write all messages to this file, as JSON"), N_("FILE") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

/* So that silence is not taken for a check that did not run. */
static void conclude(const char *issue, struct langcheck_sum sum)
{
	char *languages = g_strdup_printf(ngettext("%zu language", "%zu languages", sum.languages), sum.languages);

	if (sum.notes == 0)
		printf(_("%s: text in %s; nothing to note\n"), issue, languages);
	else
		printf(ngettext("%s: text in %s; %zu note on it, nothing was changed\n", "%s: text in %s; %zu notes on it, nothing was changed\n", sum.notes),
		       issue, languages, sum.notes);
	g_free(languages);
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const struct work_request q = { .path = arguments[0], .last = STAGE_PAGES, .layout = layout };
	struct langcheck_sum sum = { 0, 0 };
	enum exit_status status;
	struct work w;

	if (replaces_other(report, "{"))
		return usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), report);
	work_run(&w, g, &q);
	placed_check(&w, false);
	if (language && w.issue && w.hyphens) {
		work_begin(&w);
		sum = langcheck(w.issue, w.hyphens, w.d);
		work_end(&w, N_("checking the language"));
	}
	status = work_finish(&w, strict, report);
	if (sum.languages)
		conclude(arguments[0], sum);
	return status;
}

const struct command check_command = {
	"check", N_("ISSUE"), 1, N_("find faults, write nothing"),
	N_("Reads the issue, its pictures and its layout, sets all pages, and says what is wrong.\n"
	   "With --language it also notes what somebody who cannot read a text cannot see in it:\n"
	   "quotation marks and digits of another language, letters that only look right, text whose\n"
	   "script is not that of its xml:lang. Nothing is changed."),
	entries, run
};
