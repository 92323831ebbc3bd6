/*
 * src/cli/preflight.c - zivos preflight: judge a finished PDF as a print shop does.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "cli/cli.h"
#include "cli/gate.h"
#include "cli/output.h"
#include "doc/print.h"

static char *profile, *report, *source;
static gboolean no_ink, strict;

static const GOptionEntry entries[] = {
	{ "print-profile", 0, 0, G_OPTION_ARG_FILENAME, &profile,
	  N_("what the print shop asks for: a name of layouts/print, or a file; else what fits the file"), N_("NAME") },
	{ "source", 0, 0, G_OPTION_ARG_FILENAME, &source, N_("folder of the issue, to name its files by"), N_("DIR") },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write all findings to this file, as JSON"), N_("FILE") },
	{ "no-ink", 0, 0, G_OPTION_ARG_NONE, &no_ink, N_("do not measure ink coverage, which takes seconds"), NULL },
	{ "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("warnings count as errors"), NULL },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static void print_report(const void *gate, FILE *out)
{
	gate_print_json(gate, out);
	fputc('\n', out);
}

static void print_choice(const struct gate *g)
{
	if (!g->chosen || !g->npages)
		return;
	if (g->fits)
		printf(_("%s: judged by the print profile %s (%s), which fits its output intent\n"), g->name, g->profile->name, g->profile->title);
	else
		printf(_("%s: judged by the print profile %s (%s), since its output intent names no paper that zivos knows; "
		         "--print-profile names another\n"), g->name, g->profile->name, g->profile->title);
}

static void print_timings(const struct gate *g)
{
	fprintf(stderr, "%9.1f ms  %s\n", g->seconds * 1000, _("preflight"));
	if (g->ink_asked)
		fprintf(stderr, "%9.1f ms  %s\n", g->ink_seconds * 1000, _("ink coverage"));
}

/* Whether the file passed. */
static bool judge(const struct global_options *g, struct arena *a, const char *file, struct diag *d)
{
	const struct src nowhere = { NULL, 0, 0 };
	struct gate_request q = { .file = file, .folder = source, .cache = g->cache, .ink = !no_ink };
	struct gate *gate;
	bool passed;

	if (profile)
		q.profile = gate_profile(a, profile, nowhere, NULL, nowhere, d);
	if (profile && !q.profile)
		return false;
	gate = gate_judge(a, &q, d);
	if (!gate)
		return false;
	passed = gate->errors == 0 && !(strict && gate->warnings);
	print_choice(gate);
	gate_print(gate, stdout, use_colour(g, stdout));
	gate_print_verdict(gate, passed, stdout);
	if (report)
		report_write(report, print_report, gate, d);
	if (g->timings)
		print_timings(gate);
	return passed;
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const char *file = arguments[0];
	struct arena *a;
	struct diag *d;
	enum exit_status status;
	bool passed;

	if (access(file, R_OK) != 0)
		return usage_error(_("%s cannot be read: %s"), file, strerror(errno));
	if (replaces_other(report, "{"))
		return usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), report);
	a = arena_new();
	d = diag_new();
	passed = judge(g, a, file, d);
	diag_print(d, stderr, use_colour(g, stderr));
	status = diag_machine_failed(d) ? EXIT_MACHINE : diag_count(d, SEV_ERROR) ? EXIT_USAGE : passed ? EXIT_DONE : EXIT_INPUT;
	arena_free(a);
	diag_free(d);
	return status;
}

const struct command preflight_command = {
	"preflight", N_("FILE.pdf"), 1, N_("judge a finished PDF as a print shop does"),
	N_("Reads any PDF, whoever made it, and says what a print shop would send it back for:\n"
	   "standard, boxes and bleed, colours, fonts, resolution, black text, thin lines, edges, ink.\n"
	   "Of a PDF that zivos made it also says in which line of the issue the cause stands."),
	entries, run
};
