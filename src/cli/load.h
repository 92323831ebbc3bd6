/*
 * src/cli/load.h - from the name of an issue to its pages: the pipeline that
 * all commands share.
 *
 * In      path of issue.xml; how far to go
 * Out     struct work: everything that was made on the way, in one arena
 * Errors  in work.d. What could not be made is NULL; drafts show what is there
 */
#ifndef ZIVOS_CLI_LOAD_H
#define ZIVOS_CLI_LOAD_H

#include <stdbool.h>
#include <stddef.h>
#include "cli/cli.h"
#include "text/tools.h"

struct arena;
struct cache;
struct fit_request;
struct gate;
struct icc;
struct issue;
struct layout;
struct pages;
struct print_profile;
struct store;

enum stage { STAGE_MODEL, STAGE_TEXT, STAGE_PAGES };

/* What a command asks for. */
struct work_request {
	const char *path;			/* of the issue */
	enum stage last;
	bool for_print;				/* what the print shop would refuse is an error; else a warning */
	const char *layout;			/* in place of the one the issue names: a name of layouts, or with a slash a folder; or NULL */
	struct fit_request *fit;		/* copyfitting (page/fit/fit.h), or NULL */
	const char *print_profile, *output_profile;	/* by the command line; NULL: what the layout names */
};

struct timing { const char *name; double seconds, processor; };	/* processor: that all threads and helpers took; below 0: not known */

struct work {
	const struct global_options *g;
	const struct work_request *q;
	const char *path;			/* of the issue, as named */
	struct arena *arena;
	struct diag *d;
	struct layout *layout;
	struct print_profile *print;		/* NULL: none could be read */
	struct issue *issue;
	struct store *store;
	struct fonts *fonts;
	struct cache *kept;			/* what hyphens were made of */
	struct hyphens *hyphens;
	struct text_tools tools;		/* of the main thread */
	struct pages *pages;
	const struct gate *gate;		/* what the preflight says of the output, or NULL */
	struct timing timings[16];
	size_t ntimings;
	double started, used;			/* of the stage that runs: the clock, and what the processor had taken by then */
};

/* Run the pipeline up to the last stage. Never fails: look at what is NULL. g and q outlive the work. */
void work_run(struct work *w, const struct global_options *g, const struct work_request *q);

/* For a stage that the command adds itself: begin it, end it under this name (N_()). */
void work_begin(struct work *w);
void work_end(struct work *w, const char *name);
/* A stage that took its time elsewhere. */
void work_note(struct work *w, const char *name, double seconds);

/* Print messages and timings, write the JSON report if asked (path or NULL),
 * free everything. strict: warnings count as errors. Returns the exit status. */
enum exit_status work_finish(struct work *w, bool strict, const char *report);
/* The same in two: what a command says in between stands after the messages. */
enum exit_status work_report(struct work *w, bool strict, const char *report);
void work_free(struct work *w);

/* Pages "3-8,10", from 1; NULL: all. */
bool pages_list_valid(const char *list);
/* The pages of the list that there are, as ascending indexes; g_free() them. overset: also overset pages. */
int *pages_choose(const struct pages *p, const char *list, bool overset, size_t *n);

/* What to call the issue's output: its folder's name if the file is called issue.xml, else the
 * file's own, without its ending. g_free() it. */
char *issue_name(const char *path);

/* What inks look like: the print profile's press, or NULL. */
struct icc *work_press(const struct work *w);

/* Whether something stands in the way of a faultless output: errors, or warnings if strict. */
bool work_faulty(const struct work *w, bool strict);

/* Progress on a terminal: one line on stderr, rewritten. NULL elsewhere. ctx: what is made. */
typedef void (*progress_fn)(void *ctx, size_t done, size_t all);
progress_fn progress_on_terminal(void);

#endif
