/* src/base/pool.c - one queue, one lock: tasks are some tenths of a millisecond long, so both are free mostly. */
#include "base/pool.h"
#include <pthread.h>
#include <stdatomic.h>

#define USUAL_MOST 8

struct worker { struct pool *pool; unsigned number; pthread_t thread; };

struct pool {
	pthread_mutex_t lock;
	pthread_cond_t offered, done;
	GQueue queue;			/* tasks that wait */
	struct worker workers[POOL_MOST];	/* from 1 */
	unsigned threads, started;
	bool closing;
};

struct pool *pool_new(unsigned threads)
{
	struct pool *p = g_new0(struct pool, 1);

	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->offered, NULL);
	pthread_cond_init(&p->done, NULL);
	g_queue_init(&p->queue);
	p->threads = threads ? MIN(threads, POOL_MOST) : MIN(g_get_num_processors(), USUAL_MOST);
	return p;
}

unsigned pool_threads(const struct pool *p)
{
	return p ? p->threads : 1;
}

/* Runs the task, which is off the queue; the lock is held before and after. */
static void run(struct pool *p, struct task *t, unsigned worker)
{
	t->state = TASK_RUNS;
	pthread_mutex_unlock(&p->lock);
	t->run(t->ctx, worker);
	pthread_mutex_lock(&p->lock);
	t->state = TASK_DONE;
	pthread_cond_broadcast(&p->done);
}

static struct task *next_task(struct pool *p)
{
	GList *link = g_queue_pop_head_link(&p->queue);

	return link ? link->data : NULL;
}

static void *work(void *worker)
{
	const struct worker *w = worker;
	struct pool *p = w->pool;
	struct task *t;

	pthread_mutex_lock(&p->lock);
	while (!p->closing)
		if ((t = next_task(p)))
			run(p, t, w->number);
		else
			pthread_cond_wait(&p->offered, &p->lock);
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

/* A thread that cannot be had is done without. */
static void start(struct pool *p)
{
	for (p->started = 1; p->started < p->threads; p->started++) {
		struct worker *w = &p->workers[p->started];

		w->pool = p;
		w->number = p->started;
		if (pthread_create(&w->thread, NULL, work, w) != 0)
			break;
	}
}

void pool_free(struct pool *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->closing = true;
	pthread_cond_broadcast(&p->offered);
	pthread_mutex_unlock(&p->lock);
	for (unsigned i = 1; i < p->started; i++)
		pthread_join(p->workers[i].thread, NULL);
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->offered);
	pthread_cond_destroy(&p->done);
	g_free(p);
}

void pool_offer(struct pool *p, struct task *t)
{
	t->state = TASK_IDLE;
	t->offered = pool_threads(p) > 1;
	if (!t->offered)
		return;
	if (!p->started)
		start(p);
	t->link = (GList){ .data = t };
	pthread_mutex_lock(&p->lock);
	t->state = TASK_WAITS;
	g_queue_push_tail_link(&p->queue, &t->link);
	pthread_cond_signal(&p->offered);
	pthread_mutex_unlock(&p->lock);
}

static void finish_shared(struct pool *p, struct task *t)
{
	struct task *other;

	pthread_mutex_lock(&p->lock);
	while (t->state != TASK_DONE)
		if (t->state == TASK_WAITS) {
			g_queue_unlink(&p->queue, &t->link);
			run(p, t, 0);
		} else if ((other = next_task(p))) {
			run(p, other, 0);
		} else {
			pthread_cond_wait(&p->done, &p->lock);
		}
	pthread_mutex_unlock(&p->lock);
}

void pool_finish(struct pool *p, struct task *t)
{
	if (pool_threads(p) > 1 && t->offered) {
		finish_shared(p, t);
	} else if (t->state != TASK_DONE) {
		t->run(t->ctx, 0);
		t->state = TASK_DONE;
	}
}

void pool_drop(struct pool *p, struct task *t)
{
	if (pool_threads(p) == 1 || !t->offered)
		return;
	pthread_mutex_lock(&p->lock);
	if (t->state == TASK_WAITS) {
		g_queue_unlink(&p->queue, &t->link);
		t->state = TASK_IDLE;
	}
	while (t->state == TASK_RUNS)
		pthread_cond_wait(&p->done, &p->lock);
	pthread_mutex_unlock(&p->lock);
}

/* ---- the same for each ---- */

struct each { void (*run)(void *ctx, size_t i, unsigned worker); void *ctx; size_t n; _Atomic size_t next; };

static void take_turns(void *each, unsigned worker)
{
	struct each *e = each;
	size_t i;

	while ((i = atomic_fetch_add(&e->next, 1)) < e->n)
		e->run(e->ctx, i, worker);
}

void pool_each(struct pool *p, size_t n, void (*run_one)(void *ctx, size_t i, unsigned worker), void *ctx)
{
	struct each e = { .run = run_one, .ctx = ctx, .n = n };
	struct task tasks[POOL_MOST];
	unsigned many = (unsigned)MIN(n, pool_threads(p));

	for (unsigned i = 0; i < many; i++) {
		tasks[i] = (struct task){ .run = take_turns, .ctx = &e };
		pool_offer(p, &tasks[i]);
	}
	for (unsigned i = 0; i < many; i++)
		pool_finish(p, &tasks[i]);
}
