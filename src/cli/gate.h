/*
 * src/cli/gate.h - the preflight as a gate: a PDF is judged by a print profile
 * before it gets the name of a finished one.
 *
 * In      a PDF of any origin; a print profile (doc/print.h), or the choice
 *         left to the file's own output intent
 * Out     struct gate: the findings, the ink on each page, by what it was judged
 * Errors  what is wrong with the file is a finding; only what is wrong with the
 *         machine or with a print profile is reported, and NULL returned
 *
 * The file is read in a process of its own, with limits (preflight/guard.h).
 */
#ifndef ZIVOS_CLI_GATE_H
#define ZIVOS_CLI_GATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include "base/diag.h"
#include "preflight/finding.h"
#include "preflight/limits.h"

struct arena;
struct print_profile;

struct gate_request {
	const char *file;			/* the PDF */
	const char *name;			/* what to call it in what is said; NULL: file */
	const struct print_profile *profile;	/* NULL: of layouts/print the one that fits the file */
	const char *folder;			/* of the issue, to name its files by; NULL: relative to it */
	const char *cache;			/* folder for measured ink; NULL: the default (base/cache.h) */
	bool ink;				/* measure the ink coverage too, which takes Ghostscript some seconds */
	bool part;				/* some pages of an issue: their number says nothing */
};

struct gate {
	const char *name;
	const struct print_profile *profile;	/* by which it was judged */
	bool chosen, fits;			/* the profile was chosen from layouts/print; it fits the file's output intent */
	struct findings *findings;		/* sorted; preflight/finding.h */
	size_t errors, warnings;		/* of the findings that gate_join() left */
	size_t run_warnings;			/* of the run that made the file: they count in the verdict */
	size_t npages;				/* 0: not readable */
	bool ink_asked;
	double *ink;				/* highest ink of each page in per cent; < 0: not measured */
	double ink_most;			/* of all pages; < 0: not measured on all of them */
	int ink_page;				/* where, from 1 */
	double seconds, ink_seconds;		/* the preflight without ink coverage, and that */
};

/* Lives in the arena. */
struct gate *gate_judge(struct arena *a, const struct gate_request *q, struct diag *d);

/* The warnings of the run that made the file belong to the verdict; what it said of a picture at the same place in the XML is said once. */
void gate_join(struct gate *g, const struct diag *d);
/* All findings, as preflight/finding.h prints them. */
void gate_print(const struct gate *g, FILE *out, bool colour);
/* "heft.pdf: fit for print: 28 pages, PDF/X-4 for gestrichen, 2 warnings; ink up to 298 % (page 4) of 300 %\n" */
void gate_print_verdict(const struct gate *g, bool passed, FILE *out);
/* {"file","profile","standard","pages","errors","warnings","ink_limit","ink":[per cent or null, a page each],"findings"} */
void gate_print_json(const struct gate *g, FILE *out);

/* The print profile of a name (of layouts/print) or of a file (with a slash or .xml); NULL: there is none, or it
 * cannot be used (reported at `at`). icc: another output profile, or NULL, and where it was named. */
struct print_profile *gate_profile(struct arena *a, const char *name, struct src at, const char *icc, struct src icc_at, struct diag *d);
/* A print profile's figures as the preflight wants them. */
struct limits gate_limits(const struct print_profile *p);

#endif
