/*
 * src/base/batch.h - questions for zivos-picture, asked together, and their
 * answers out of the cache.
 *
 * In      jobs, each about a file (base/job.h); what is in the cache under the
 *         key of the file's bytes and the question is not asked again
 * Out     an answer each, or a fault with its reason; what was answered is kept
 * Memory  jobs belong to the batch, answers and files' names to their jobs
 * Errors  of a picture: job_error(); a program that does not run and a cache
 *         that takes nothing are reported, each once
 */
#ifndef ZIVOS_BASE_BATCH_H
#define ZIVOS_BASE_BATCH_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include "base/job.h"

struct arena;
struct batch;
struct cache;
struct diag;
struct draft;
struct memo;

/* One question. */
struct job {
	char *key;			/* in the cache */
	GPtrArray *field;		/* without the file to write */
	char *line;			/* as it is sent */
	bool writes;			/* the answer is a file ... */
	bool renders;			/* ... for which two more are needed */
	/* Is it an answer to the job, as far as its form goes? */
	bool (*valid)(char **field, guint n);
	struct draft *draft;		/* what the worker writes; while it does */
	struct draft *between[2];	/* what it needs for that; the same */
	char **answer;			/* fields, or NULL: not answered */
	char *file;			/* the answer's, in the cache */
};

struct job *job_new(const char *what, const char *path, bool (*valid)(char **field, guint n));
/* A field of the question: NAME=VALUE; and one of numbers, as in C. */
void job_say(struct job *j, const char *fmt, ...) G_GNUC_PRINTF(2, 3);
void job_say_numbers(struct job *j, const char *name, const double *v, size_t n);
/* Why there is no answer; NULL: there is one. */
char *job_error(struct arena *a, const struct job *j);
char *job_fault_text(struct arena *a, enum job_fault f, const char *detail);

/* program NULL: it is not installed. All outlive the batch; seconds: for one picture. */
struct batch *batch_new(struct cache *c, struct memo *m, const char *program, int seconds, struct diag *d);
void batch_free(struct batch *b);
/* j has its fields, hash is of its file's bytes: the job that answers it, this one or an equal one before; j is the batch's. */
struct job *batch_add(struct batch *b, struct job *j, const char *hash);
/* Until every job is answered. false: the program does not run, or the cache takes nothing. */
bool batch_run(struct batch *b, size_t nworkers);

#endif
