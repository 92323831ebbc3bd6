/* tests/unit/test_pool.c - every task is done once, whoever does it, and is done when it is finished. */
#include <assert.h>
#include "base/pool.h"

enum { MANY = 2000 };

struct job { struct task task; int number, done; unsigned worker; };

static void run_job(void *ctx, unsigned worker)
{
	struct job *j = ctx;

	j->done++;
	j->worker = worker;
}

static void check_tasks(struct pool *p)
{
	static struct job jobs[MANY];

	for (int i = 0; i < MANY; i++) {
		jobs[i] = (struct job){ { .run = run_job, .ctx = &jobs[i] }, i, 0, 0 };
		pool_offer(p, &jobs[i].task);
	}
	/* In another order than they were offered in. */
	for (int i = 0; i < MANY; i++) {
		struct job *j = &jobs[i * 7 % MANY];

		pool_finish(p, &j->task);
		assert(j->done == 1 && j->worker < pool_threads(p));
		pool_finish(p, &j->task);	/* once more is nothing */
		assert(j->done == 1);
	}
}

/* A task that is dropped is done whole or not at all. */
static void check_drop(struct pool *p)
{
	static struct job jobs[MANY];

	for (int i = 0; i < MANY; i++) {
		jobs[i] = (struct job){ { .run = run_job, .ctx = &jobs[i] }, i, 0, 0 };
		pool_offer(p, &jobs[i].task);
	}
	for (int i = 0; i < MANY; i++) {
		pool_drop(p, &jobs[i].task);
		assert(jobs[i].done == (jobs[i].task.state == TASK_DONE));
	}
}

static void count(void *ctx, size_t i, unsigned worker)
{
	(void)worker;
	((int *)ctx)[i]++;
}

static void check_each(struct pool *p, size_t n)
{
	int done[MANY] = { 0 };

	pool_each(p, n, count, done);
	for (size_t i = 0; i < MANY; i++)
		assert(done[i] == (i < n));
}

int main(void)
{
	static const unsigned threads[] = { 1, 2, 8, POOL_MOST };

	for (size_t i = 0; i < G_N_ELEMENTS(threads); i++) {
		struct pool *p = pool_new(threads[i]);

		assert(pool_threads(p) == threads[i]);
		check_tasks(p);
		check_drop(p);
		check_each(p, 0);
		check_each(p, 1);
		check_each(p, MANY);
		pool_free(p);
	}
	check_tasks(NULL);
	check_each(NULL, MANY);
	pool_free(pool_new(0));
	pool_free(NULL);
	return 0;
}
