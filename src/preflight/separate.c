/*
 * src/preflight/separate.c - Ghostscript's CMYK pages through pipes.
 *
 * The device pamcmyk32 writes one picture a page, four bytes a pixel, after a
 * short header: "P7\nWIDTH 1240\nHEIGHT 1752\n...ENDHDR\n". Even pages go to
 * one process, odd ones to another, each read by a thread of its own, since
 * a Ghostscript waits until its page was taken.
 */
#include "preflight/separate.h"
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <glib.h>
#include <glib-unix.h>
#include "base/ghostscript.h"
#include "preflight/square.h"

enum { PROCESSES = 2, MOST_SIDE = 30000 };

struct pipe {
	pid_t pid;
	int fd;
	gint64 deadline;
	unsigned char bytes[65536];
	size_t at, n;
};

/* ---- the process ---- */

static pid_t start_gs(const char *file, const char *list, int out)
{
	const char *version[] = { "--version", NULL };
	const char *plates[] = { "-r" G_STRINGIFY(144), "-dMaxBitmap=500000000", "-sDEVICE=pamcmyk32", list,
				 "-sstdout=%stderr", "-sOutputFile=-", file, NULL };

	return gs_start(list ? plates : version, out);
}

/* list: NULL asks for the version. false: no process could be started. */
static bool start(struct pipe *p, const char *path, const char *list, double seconds)
{
	char *file = path ? gs_file(path) : NULL;
	int ends[2];

	G_STATIC_ASSERT(INK_DPI == 144);
	p->at = p->n = 0;
	p->pid = -1;
	p->deadline = g_get_monotonic_time() + (gint64)(seconds * 1e6);
	if (g_unix_open_pipe(ends, FD_CLOEXEC, NULL)) {
		p->fd = ends[0];
		p->pid = start_gs(file, list, ends[1]);
		close(ends[1]);
		if (p->pid < 0)
			close(ends[0]);
	}
	g_free(file);
	return p->pid > 0;
}

/* Its exit status, or -1 where it was killed. */
static int stop(struct pipe *p, bool early)
{
	int status = 0;

	close(p->fd);
	if (early)
		kill(p->pid, SIGKILL);
	while (waitpid(p->pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* ---- what it sends ---- */

static bool fill(struct pipe *p)
{
	struct pollfd wait = { .fd = p->fd, .events = POLLIN };
	ssize_t got;

	for (;;) {
		gint64 left = (p->deadline - g_get_monotonic_time()) / 1000;

		if (left <= 0 || (poll(&wait, 1, (int)left) < 0 && errno != EINTR))
			return false;
		if (!(wait.revents & (POLLIN | POLLHUP)))
			continue;
		got = read(p->fd, p->bytes, sizeof p->bytes);
		if (got < 0 && errno == EINTR)
			continue;
		p->at = 0;
		p->n = got > 0 ? (size_t)got : 0;
		return got > 0;
	}
}

static bool take(struct pipe *p, unsigned char *to, size_t n)
{
	while (n > 0) {
		size_t some;

		if (p->at == p->n && !fill(p))
			return false;
		some = MIN(n, p->n - p->at);
		memcpy(to, p->bytes + p->at, some);
		p->at += some;
		to += some;
		n -= some;
	}
	return true;
}

/* Header of the next page; false at the end. */
static bool header(struct pipe *p, int *w, int *h)
{
	char line[80];
	size_t n = 0;

	*w = *h = 0;
	for (unsigned char c; take(p, &c, 1); ) {
		if (c != '\n') {
			line[n] = (char)c;
			n += n < sizeof line - 1;
			continue;
		}
		line[n] = 0;
		n = 0;
		if (strncmp(line, "WIDTH ", 6) == 0)
			*w = atoi(line + 6);
		else if (strncmp(line, "HEIGHT ", 7) == 0)
			*h = atoi(line + 7);
		else if (strcmp(line, "ENDHDR") == 0)
			return *w > 0 && *h > 0 && *w < MOST_SIDE && *h < MOST_SIDE;
	}
	return false;
}

/* ---- one page ---- */

/* Where ink counts on a page, and room for a row. */
struct window {
	int w, h, x0, y0, x1, y1;	/* px */
	unsigned char *row;
	uint16_t *sums;
	struct square *square;
};

static bool read_page(struct pipe *p, struct window *m, struct coverage *c)
{
	for (int y = 0; y < m->h; y++) {
		if (!take(p, m->row, (size_t)m->w * 4))
			return false;
		if (y < m->y0 || y >= m->y1)
			continue;
		for (int x = m->x0; x < m->x1; x++) {
			const unsigned char *ink = m->row + 4 * x;

			m->sums[x] = (uint16_t)(ink[0] + ink[1] + ink[2] + ink[3]);
			c->count[m->sums[x]]++;
		}
		c->n += (uint32_t)(m->x1 - m->x0);
		square_row(m->square, m->sums);
	}
	return true;
}

/* Bounded first: what a PDF says may be beyond any int. */
static int pixels(double x, int least, int most)
{
	return x > least ? x < most ? (int)x : most : least;
}

static bool measure(struct pipe *p, struct inked_page *s, int w, int h)
{
	struct window m = { .w = w, .h = h };
	struct square_peak peak;
	bool good;

	m.x0 = pixels(ceil(s->x0 * INK_DPI), 0, w);
	m.x1 = pixels(floor(s->x1 * INK_DPI), m.x0, w);
	m.y0 = pixels(ceil(s->y0 * INK_DPI), 0, h);
	m.y1 = pixels(floor(s->y1 * INK_DPI), m.y0, h);
	m.row = g_try_malloc((size_t)w * 4);
	m.sums = g_try_malloc0((size_t)w * sizeof *m.sums);
	m.square = square_new(INK_SQUARE, m.x0, m.x1, m.y0);
	good = m.row && m.sums && m.square && read_page(p, &m, &s->coverage);
	if (good) {
		peak = square_peak(m.square);
		s->coverage.square = (uint32_t)peak.sum;
		s->coverage.x = peak.x;
		s->coverage.y = peak.y;
	}
	square_free(m.square);
	g_free(m.row);
	g_free(m.sums);
	return good;
}

/* ---- all pages ---- */

struct share { struct pipe pipe; struct inked_page **pages; size_t n, done; gint64 end; };

static gpointer measure_share(gpointer ctx)
{
	struct share *s = ctx;
	int w, h;

	while (s->done < s->n) {
		s->pipe.deadline = MIN(s->end, g_get_monotonic_time() + (gint64)(SEPARATE_PAGE_SECONDS * 1e6));
		if (!header(&s->pipe, &w, &h) || !measure(&s->pipe, s->pages[s->done], w, h))
			break;
		s->pages[s->done++]->done = true;
	}
	return NULL;
}

static char *page_list(const struct share *s)
{
	GString *list = g_string_new("-sPageList=");

	for (size_t i = 0; i < s->n; i++)
		g_string_append_printf(list, "%s%d", i ? "," : "", s->pages[i]->page);
	return g_string_free(list, FALSE);
}

static bool share_start(struct share *s, const char *path)
{
	char *list = page_list(s);
	bool ok = start(&s->pipe, path, list, SEPARATE_PAGE_SECONDS);

	g_free(list);
	return ok;
}

/* A page that stopped its process is left out, those after it come again. */
static enum separated share_end(struct share *s)
{
	int status = s->pipe.pid > 0 ? stop(&s->pipe, s->done < s->n) : -1;

	if (s->done < s->n)
		s->pages[s->done]->tried = true;
	return status == GS_NOT_FOUND ? SEPARATED_NO_PROGRAM : s->done < s->n ? SEPARATED_PARTLY : SEPARATED;
}

/* Pages not yet tried, once, until one of each process's fails. false: there are none. */
static bool round_of(const char *path, struct inked_page *pages, size_t n, gint64 end, enum separated *how)
{
	struct share shares[PROCESSES] = { 0 };
	GThread *threads[PROCESSES] = { NULL };
	size_t k = 0;

	for (size_t i = 0; i < PROCESSES; i++) {
		shares[i].pages = g_new(struct inked_page *, n + 1);
		shares[i].end = end;
	}
	for (size_t i = 0; i < n; i++)
		if (!pages[i].done && !pages[i].tried) {
			struct share *s = &shares[k++ % PROCESSES];

			s->pages[s->n++] = &pages[i];
		}
	/* All processes before any thread: a process made from several threads inherits their locks. */
	for (size_t i = 0; i < PROCESSES; i++)
		if (shares[i].n)
			share_start(&shares[i], path);
	for (size_t i = 0; i < PROCESSES; i++)
		if (shares[i].n && shares[i].pipe.pid > 0)
			threads[i] = g_thread_try_new("ink", measure_share, &shares[i], NULL);
	for (size_t i = 0; i < PROCESSES; i++) {
		if (threads[i])
			g_thread_join(threads[i]);
		if (shares[i].n)
			*how = MAX(*how, share_end(&shares[i]));
		g_free(shares[i].pages);
	}
	return k > 0;
}

enum separated separate(const char *path, struct inked_page *pages, size_t n, double seconds)
{
	gint64 end = g_get_monotonic_time() + (gint64)(seconds * 1e6);
	enum separated how = SEPARATED;

	while (how != SEPARATED_NO_PROGRAM && g_get_monotonic_time() < end && round_of(path, pages, n, end, &how))
		;
	return how;
}

char *separate_version(void)
{
	struct pipe *p = g_new0(struct pipe, 1);
	GString *said = g_string_new(NULL);
	bool ok = start(p, NULL, NULL, 10);

	for (unsigned char c; ok && said->len < 100 && take(p, &c, 1); )
		if (g_ascii_isgraph(c))
			g_string_append_c(said, (char)c);
	ok = ok && stop(p, said->len >= 100 || g_get_monotonic_time() > p->deadline) == 0;
	g_free(p);
	return g_string_free(said, !ok);
}
