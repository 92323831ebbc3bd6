/*
 * src/cli/cli.h - the command line: one file per command, one table of commands.
 *
 * In      argv
 * Out     exit status: done, errors in the input, wrong usage, the machine
 *         failed (disk, memory, a library)
 *
 * A command declares its options in a table (GOption) and gets its arguments
 * parsed. Messages about the issue go to stderr, what a command is asked for
 * (dump, fonts, schema) to stdout.
 */
#ifndef ZIVOS_CLI_CLI_H
#define ZIVOS_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <glib.h>
#include "base/diag.h"

enum exit_status { EXIT_DONE, EXIT_INPUT, EXIT_USAGE, EXIT_MACHINE };

/* Options every command has. */
struct global_options {
	char *lang, *cache, *colour;
	gboolean timings;
	/* Filled in by commands that have these options; NULL: what the layout names. */
	char *print_profile, *output_profile;
	bool for_print;			/* what the print shop would refuse is an error; else a warning */
};

struct command {
	const char *name;
	const char *arguments;			/* for the help: "ISSUE" */
	int narguments;
	const char *summary;			/* one line, translated when shown */
	const char *help;			/* more of it, or NULL */
	const GOptionEntry *options;		/* ends with a NULL name; may be NULL */
	enum exit_status (*run)(const struct global_options *g, char **arguments);
};

extern const struct command build_command, check_command, pages_command, fonts_command,
			    dump_command, schema_command, preflight_command, impose_command;

int cli_main(int argc, char **argv);

/* One line on stderr about wrong usage with a hint to the help; returns EXIT_USAGE. */
/* Whether path is an ordinary file with something in it that does not begin with `magic`: a picture, an
 * article, a layout that an output would replace by a slip. path may be NULL. */
bool replaces_other(const char *path, const char *magic);
enum exit_status usage_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Whether stderr is shown in colours, by --color and NO_COLOR. */
bool use_colour(const struct global_options *g);

#endif
