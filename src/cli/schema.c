/*
 * src/cli/schema.c - zivos schema: the RELAX NG schema of a vocabulary, and its reference.
 */
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "cli/cli.h"
#include "doc/reference.h"
#include "doc/schema.h"

static gboolean reference;

static const GOptionEntry entries[] = {
	{ "reference", 0, 0, G_OPTION_ARG_NONE, &reference, N_("a page to read instead, as HTML: every element and attribute"), NULL },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static const struct { const char *name; const struct vocabulary *vocabulary; } vocabularies[] = {
	{ "issue", &issue_vocabulary },
	{ "layout", &layout_vocabulary },
	{ "print", &print_vocabulary },
};

static enum exit_status run(const struct global_options *g, char **arguments)
{
	(void)g;
	for (size_t i = 0; i < G_N_ELEMENTS(vocabularies); i++)
		if (strcmp(vocabularies[i].name, arguments[0]) == 0) {
			(reference ? reference_write : schema_write_rng)(vocabularies[i].vocabulary, stdout);
			return EXIT_DONE;
		}
	return usage_error(_("there is a schema for issue, for layout and for print, none for %s"), arguments[0]);
}

const struct command schema_command = {
	"schema", "issue|layout|print", 1, N_("print the RELAX NG schema for XML editors"),
	N_("With --reference the vocabulary as HTML: each element and attribute with its unit, its default\n"
	   "and its meaning. make reference adds the pictures."),
	entries, run
};
