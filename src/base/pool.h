/*
 * src/base/pool.h - work shared out among threads.
 *
 * In      tasks: a function and what it works on; none waits for another
 * Out     the same as if the caller had done them one after the other: a task
 *         writes only what is its own until pool_finish(), and reads only what
 *         nobody changes meanwhile
 * Threads a number in all, the caller's among them; they are started with the
 *         first task. With 1 every task is run by pool_finish() itself
 *
 * Nothing of an output may depend on which thread ran a task, or when: results
 * are taken over by the caller, in an order of its own.
 */
#ifndef ZIVOS_BASE_POOL_H
#define ZIVOS_BASE_POOL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct pool;

#define POOL_MOST 64

/* threads: 1 to POOL_MOST; 0: as many as there are processors, at most 8. */
struct pool *pool_new(unsigned threads);
void pool_free(struct pool *p);		/* all tasks are finished by then. NULL is allowed */
unsigned pool_threads(const struct pool *p);	/* NULL: 1 */

/* worker: 0 for the caller's thread, else a number below pool_threads(): for tools that are each thread's own. */
struct task {
	void (*run)(void *ctx, unsigned worker);
	void *ctx;
	/* the pool's */
	enum { TASK_IDLE, TASK_WAITS, TASK_RUNS, TASK_DONE } state;
	bool offered;			/* to other threads */
	GList link;
};

/* From now on some thread may run it; those offered first are begun first. */
void pool_offer(struct pool *p, struct task *t);
/* When this returns the task is done: by the caller, if nobody has begun it; while another thread is at it, the caller
 * takes others off the queue. p NULL: the caller does it. */
void pool_finish(struct pool *p, struct task *t);
/* Nobody will ask for it: it is not begun any more. Whether it was done its state says then. */
void pool_drop(struct pool *p, struct task *t);
/* run(ctx, i, worker) for each i below n, in any order. */
void pool_each(struct pool *p, size_t n, void (*run)(void *ctx, size_t i, unsigned worker), void *ctx);

#endif
