/*
 * src/base/crew.h - helper programs that answer one line with one line.
 *
 * In      a program; questions, handed out as the workers come free
 * Out     an answer each, or how the worker ended that should have given it
 * Errors  a program that does not run at all: its reason is handed back
 *
 * The workers are processes of their own; each answers one question after the
 * other. One that dies, lies or takes too long is replaced, and only the
 * question that it was at gets no answer.
 */
#ifndef ZIVOS_BASE_CREW_H
#define ZIVOS_BASE_CREW_H

#include <stdbool.h>
#include <stddef.h>

enum crew_end {
	CREW_ANSWERED,
	CREW_TIME,			/* too long, by the clock or of the processor's */
	CREW_DIED
};

struct crew {
	const char *program;
	size_t nworkers;		/* at most 8 */
	double seconds;			/* for one question */
	void *ctx;			/* for the two calls */
	/* The next question's line (borrowed until it ended) and what it is; NULL: no more. */
	const char *(*next)(void *ctx, void **task);
	/* answer: the line without its newline; NULL unless answered. false: it
	 * makes no sense, and the worker is replaced. */
	bool (*ended)(void *ctx, void *task, enum crew_end end, const char *answer);
};

/* Until all is answered. NULL, or why the program does not run (g_free() it):
 * the rest was not asked. */
char *crew_run(const struct crew *c);

#endif
