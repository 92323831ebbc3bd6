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
#include <stdio.h>
#include <glib.h>
#include "base/diag.h"

enum exit_status { EXIT_DONE, EXIT_INPUT, EXIT_USAGE, EXIT_MACHINE };

/* Options every command has. */
struct global_options {
	char *lang, *cache, *colour;
	gboolean timings;
	int threads;				/* 0: as many as there are processors */
	struct pool *pool;			/* base/pool.h */
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
			    dump_command, fit_command, schema_command, plan_command, preflight_command, impose_command;

int cli_main(int argc, char **argv);

/* One line on stderr about wrong usage with a hint to the help; returns EXIT_USAGE. */
enum exit_status usage_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Whether what goes to `out` is shown in colours, by --color and NO_COLOR. */
bool use_colour(const struct global_options *g, FILE *out);

#endif
