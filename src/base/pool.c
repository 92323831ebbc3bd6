/* src/base/pool.c - one queue, one lock: tasks are some tenths of a millisecond long, so both are free mostly. */
#include "base/pool.h"

#define USUAL_MOST 8

struct worker { struct pool *pool; unsigned number; GThread *thread; };

struct pool {
	GMutex lock;
	GCond offered, done;
	GQueue queue;			/* tasks that wait */
	struct worker workers[POOL_MOST];	/* from 1 */
	unsigned threads, started;
	bool closing;
};

struct pool *pool_new(unsigned threads)
{
	struct pool *p = g_new0(struct pool, 1);

	g_mutex_init(&p->lock);
	g_cond_init(&p->offered);
	g_cond_init(&p->done);
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
	g_mutex_unlock(&p->lock);
	t->run(t->ctx, worker);
	g_mutex_lock(&p->lock);
	t->state = TASK_DONE;
	g_cond_broadcast(&p->done);
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

	g_mutex_lock(&p->lock);
	while (!p->closing)
		if ((t = next_task(p)))
			run(p, t, w->number);
		else
			g_cond_wait(&p->offered, &p->lock);
	g_mutex_unlock(&p->lock);
	return NULL;
}

/* A thread that cannot be had is done without. */
static void start(struct pool *p)
{
	for (p->started = 1; p->started < p->threads; p->started++) {
		struct worker *w = &p->workers[p->started];

		*w = (struct worker){ p, p->started, NULL };
		w->thread = g_thread_try_new("zivos", work, w, NULL);
		if (!w->thread)
			break;
	}
}

void pool_free(struct pool *p)
{
	if (!p)
		return;
	g_mutex_lock(&p->lock);
	p->closing = true;
	g_cond_broadcast(&p->offered);
	g_mutex_unlock(&p->lock);
	for (unsigned i = 1; i < p->started; i++)
		g_thread_join(p->workers[i].thread);
	g_mutex_clear(&p->lock);
	g_cond_clear(&p->offered);
	g_cond_clear(&p->done);
	g_free(p);
}

void pool_offer(struct pool *p, struct task *t)
{
	t->state = TASK_IDLE;
	if (pool_threads(p) == 1)
		return;
	if (!p->started)
		start(p);
	t->link = (GList){ .data = t };
	g_mutex_lock(&p->lock);
	t->state = TASK_WAITS;
	g_queue_push_tail_link(&p->queue, &t->link);
	g_cond_signal(&p->offered);
	g_mutex_unlock(&p->lock);
}

static void finish_shared(struct pool *p, struct task *t)
{
	struct task *other;

	g_mutex_lock(&p->lock);
	while (t->state != TASK_DONE)
		if (t->state == TASK_WAITS) {
			g_queue_unlink(&p->queue, &t->link);
			run(p, t, 0);
		} else if ((other = next_task(p))) {
			run(p, other, 0);
		} else {
			g_cond_wait(&p->done, &p->lock);
		}
	g_mutex_unlock(&p->lock);
}

void pool_finish(struct pool *p, struct task *t)
{
	if (pool_threads(p) > 1 && t->state != TASK_IDLE) {
		finish_shared(p, t);
	} else if (t->state != TASK_DONE) {
		t->run(t->ctx, 0);
		t->state = TASK_DONE;
	}
}

/* ---- the same for each ---- */

struct each { void (*run)(void *ctx, size_t i, unsigned worker); void *ctx; size_t n; gsize next; };

static void take_turns(void *each, unsigned worker)
{
	struct each *e = each;
	gsize i;

	while ((i = g_atomic_pointer_add(&e->next, 1)) < e->n)
		e->run(e->ctx, i, worker);
}

void pool_each(struct pool *p, size_t n, void (*run_one)(void *ctx, size_t i, unsigned worker), void *ctx)
{
	struct each e = { run_one, ctx, n, 0 };
	struct task tasks[POOL_MOST];
	unsigned many = (unsigned)MIN(n, pool_threads(p));

	for (unsigned i = 0; i < many; i++) {
		tasks[i] = (struct task){ .run = take_turns, .ctx = &e };
		pool_offer(p, &tasks[i]);
	}
	for (unsigned i = 0; i < many; i++)
		pool_finish(p, &tasks[i]);
}
