/*
 * src/cli/dump.c - zivos dump: what a stage of the pipeline made, as text. The
 * golden tests compare it.
 */
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "doc/issue.h"
#include "page/build.h"
#include "page/model.h"

static char *stage_name, *layout;

static void dump_model(struct work *w) { issue_dump(w->issue, stdout); }
static void dump_text(struct work *w) { pages_dump_text(w->issue, w->layout, &w->tools, stdout, w->d); }
static void dump_lines(struct work *w) { pages_dump_lines(w->pages, stdout); }
static void dump_pages(struct work *w) { pages_dump(w->pages, stdout); }

static const struct { const char *name; enum stage needs; void (*dump)(struct work *w); } stages[] = {
	{ "model", STAGE_MODEL, dump_model },
	{ "text",  STAGE_TEXT,  dump_text },
	{ "lines", STAGE_PAGES, dump_lines },
	{ "pages", STAGE_PAGES, dump_pages },
};

static const GOptionEntry entries[] = {
	{ "stage", 0, 0, G_OPTION_ARG_STRING, &stage_name, N_("model, text, lines or pages (the default)"), N_("STAGE") },
	{ "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout,
	  N_("layout in place of the issue's: a name of layouts, or a folder with a layout.xml"), N_("NAME") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static bool reached(const struct work *w, enum stage s)
{
	return w->issue && (s == STAGE_MODEL || w->fonts) && (s != STAGE_PAGES || w->pages);
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const char *name = stage_name ? stage_name : "pages";
	struct work_request q = { .path = arguments[0] };
	struct work w;
	size_t k = 0;

	while (k < G_N_ELEMENTS(stages) && strcmp(stages[k].name, name) != 0)
		k++;
	if (k == G_N_ELEMENTS(stages))
		return usage_error(_("--stage takes model, text, lines or pages, not %s"), name);
	q.last = stages[k].needs;
	q.layout = layout;
	work_run(&w, g, &q);
	if (reached(&w, stages[k].needs))
		stages[k].dump(&w);
	fflush(stdout);			/* before the messages, where both go to one file */
	return work_finish(&w, false, NULL);
}

const struct command dump_command = {
	"dump", N_("ISSUE"), 1, N_("show what a stage of the work made, as text"), NULL, entries, run
};
