/*
 * src/cli/preflight.c - zivos preflight: judge a finished PDF as a print shop does.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "cli/cli.h"
#include "preflight/finding.h"
#include "preflight/guard.h"
#include "preflight/limits.h"

static char *profile, *report;
static gboolean no_ink;

static const GOptionEntry entries[] = {
	{ "print-profile", 0, 0, G_OPTION_ARG_STRING, &profile, N_("what the print shop asks for: coated, coated-spots, uncoated, digital, x3, x1a"), N_("NAME") },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write all findings to this file, as JSON"), N_("FILE") },
	{ "no-ink", 0, 0, G_OPTION_ARG_NONE, &no_ink, N_("do not measure ink coverage, which takes seconds"), NULL },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static bool write_report(const struct findings *f, const char *file, const char *name, size_t pages, struct diag *d)
{
	struct outfile *o = outfile_new(report, d);
	char *text = NULL;
	size_t n = 0;
	FILE *out;

	if (!o)
		return false;
	out = open_memstream(&text, &n);
	if (!out)
		abort();
	findings_print_json(f, file, name, pages, out);
	fclose(out);
	outfile_write(o, text, n);
	free(text);
	return outfile_commit(o, d);
}

static void print_summary(const struct findings *f, const char *file)
{
	size_t errors = findings_count(f, SEV_ERROR), warnings = findings_count(f, SEV_WARNING) - errors;

	if (errors + warnings == 0) {
		printf(_("%s: nothing to complain of\n"), file);
		return;
	}
	printf(ngettext("%s: %zu error, ", "%s: %zu errors, ", errors), file, errors);
	printf(ngettext("%zu warning", "%zu warnings", warnings), warnings);
	printf("\n");
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const struct limits *l = limits_find(profile ? profile : "coated");
	const char *file = arguments[0];
	struct findings *f;
	struct diag *d;
	enum exit_status status = EXIT_DONE;
	gint64 start = g_get_monotonic_time();
	size_t pages = 0;

	if (!l)
		return usage_error(_("there is no print profile %s; there are: coated, coated-spots, uncoated, digital, x3, x1a"), profile);
	if (access(file, R_OK) != 0)
		return usage_error(_("%s cannot be read: %s"), file, strerror(errno));
	f = findings_new();
	d = diag_new();
	if (!preflight_guarded(file, l, !no_ink, f, &pages))
		diag_add(d, D_MACHINE, (struct src){ file, 0, 0 }, _("the preflight could not be started: %s"), strerror(errno));
	findings_print(f, file, stdout, use_colour(g) && isatty(STDOUT_FILENO));
	if (diag_count(d, SEV_ERROR) == 0)
		print_summary(f, file);
	if (report)
		write_report(f, file, l->name, pages, d);
	diag_print(d, stderr, use_colour(g));
	if (g->timings)
		fprintf(stderr, "%9.1f ms  %s\n", (double)(g_get_monotonic_time() - start) / 1000, _("preflight"));
	if (diag_machine_failed(d))
		status = EXIT_MACHINE;
	else if (findings_count(f, SEV_ERROR) > 0)
		status = EXIT_INPUT;
	findings_free(f);
	diag_free(d);
	return status;
}

const struct command preflight_command = {
	"preflight", N_("FILE.pdf"), 1, N_("judge a finished PDF as a print shop does"),
	N_("Reads any PDF, whoever made it, and says what a print shop would send it back for:\n"
	   "standard, boxes and bleed, colours, fonts, resolution, black text, thin lines, edges."),
	entries, run
};
