/*
 * src/cli/schema.c - zivos schema: the RELAX NG schema of a vocabulary.
 */
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "cli/cli.h"
#include "doc/schema.h"

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
			schema_write_rng(vocabularies[i].vocabulary, stdout);
			return EXIT_DONE;
		}
	return usage_error(_("there is a schema for issue, for layout and for print, none for %s"), arguments[0]);
}

const struct command schema_command = {
	"schema", "issue|layout|print", 1, N_("print the RELAX NG schema for XML editors"), NULL, NULL, run
};
