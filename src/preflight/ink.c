/*
 * src/preflight/ink.c - Ghostscript's CMYK pages through a pipe.
 *
 * The device pamcmyk32 writes one picture a page, four bytes a pixel, after a
 * short header: "P7\nWIDTH 620\nHEIGHT 876\n...ENDHDR\n".
 */
#include "preflight/ink.h"
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fcntl.h>
#include <glib.h>
#include "base/i18n.h"
#include "preflight/checks.h"

enum { DPI = 72, SQUARE = 11 /* px: 15 mm2 */, MOST_SIDE = 20000, MOST_SECONDS = 60, NOT_FOUND = 127 };
static const double FULL = 255 / 100.0, ROUNDING = 1;	/* per cent */

struct pipe { int fd; gint64 deadline; unsigned char bytes[65536]; size_t at, n; };

static pid_t start(const char *path, int *fd)
{
	int ends[2], null;
	char *file = *path == '-' ? g_strconcat("./", path, NULL) : g_strdup(path);
	pid_t pid = -1;

	if (pipe(ends) != 0)
		goto out;
	pid = fork();
	if (pid == 0) {
		null = open("/dev/null", O_RDWR);
		dup2(null, STDIN_FILENO);
		dup2(null, STDERR_FILENO);
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		close(ends[1]);
		execlp("gs", "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-r72", "-sDEVICE=pamcmyk32",
		       "-sstdout=%stderr", "-sOutputFile=-", file, (char *)NULL);
		_exit(NOT_FOUND);
	}
	close(ends[1]);
	if (pid < 0)
		close(ends[0]);
	*fd = ends[0];
out:
	g_free(file);
	return pid;
}

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

struct measure {
	size_t histogram[4 * 255 + 1], n;
	uint32_t *sums;			/* integral image of the page, (w + 1) columns */
	int w, h, x0, y0, x1, y1;	/* the bleed, in pixels */
};

static bool read_page(struct pipe *p, struct measure *m)
{
	unsigned char *row = g_malloc((size_t)m->w * 4);
	size_t stride = (size_t)m->w + 1;
	bool good = true;

	for (int y = 0; y < m->h && good; y++) {
		uint32_t sum = 0;

		good = take(p, row, (size_t)m->w * 4);
		for (int x = 0; x < m->w && good; x++) {
			int ink = row[4 * x] + row[4 * x + 1] + row[4 * x + 2] + row[4 * x + 3];

			sum += (uint32_t)ink;
			m->sums[(size_t)(y + 1) * stride + (size_t)x + 1] = m->sums[(size_t)y * stride + (size_t)x + 1] + sum;
			if (x >= m->x0 && x < m->x1 && y >= m->y0 && y < m->y1) {
				m->histogram[ink]++;
				m->n++;
			}
		}
	}
	g_free(row);
	return good;
}

/* Highest mean ink of a square, in per cent, and where it lies. */
static double worst_square(const struct measure *m, int *wx, int *wy)
{
	size_t stride = (size_t)m->w + 1;
	double worst = 0;

	for (int y = m->y0; y + SQUARE <= m->y1; y++)
		for (int x = m->x0; x + SQUARE <= m->x1; x++) {
			const uint32_t *top = m->sums + (size_t)y * stride + (size_t)x, *end = top + SQUARE * stride;
			double mean = (double)(end[SQUARE] - end[0] - top[SQUARE] + top[0]) / (SQUARE * SQUARE) / FULL;

			if (mean > worst) {
				worst = mean;
				*wx = x;
				*wy = y;
			}
		}
	return worst;
}

static void judge(struct context *c, const struct measure *m, int page)
{
	const struct sheet *s = sheet_of(c, page);
	double limit = c->limits->ink_percent + ROUNDING, worst, percentile = 0;
	size_t over = 0, above = 0;
	int x = 0, y = 0;
	struct box where;

	for (int i = 4 * 255; i >= 0; i--) {
		above += m->histogram[i];
		if (i / FULL > limit)
			over = above;
		if (percentile == 0 && above * 1000 >= m->n)
			percentile = i / FULL;
	}
	worst = worst_square(m, &x, &y);
	if (worst <= limit && over * 100 <= m->n && percentile <= limit + 10)
		return;
	where = (struct box){ s->media.x0 + x, s->media.y1 - y - SQUARE, s->media.x0 + x + SQUARE, s->media.y1 - y };
	report(c, R_TAC, over * 100 > m->n || percentile > limit + 10 ? SEV_ERROR : SEV_WARNING, page, &where,
	       _("the inks add up to %.0f %%, allowed are %.0f %%"), fmax(worst, percentile), c->limits->ink_percent);
}

static bool measure_page(struct context *c, struct pipe *p, int page, int w, int h)
{
	const struct sheet *s = sheet_of(c, page);
	struct measure m = { .w = w, .h = h, .x1 = w, .y1 = h };
	bool good;

	if (s->rotate == 0 && s->unit == 1) {
		m.x0 = CLAMP((int)ceil(s->bleed.x0 - s->media.x0), 0, w);
		m.x1 = CLAMP((int)floor(s->bleed.x1 - s->media.x0), 0, w);
		m.y0 = CLAMP((int)ceil(s->media.y1 - s->bleed.y1), 0, h);
		m.y1 = CLAMP((int)floor(s->media.y1 - s->bleed.y0), 0, h);
	}
	m.sums = g_try_malloc0((size_t)(w + 1) * (size_t)(h + 1) * sizeof *m.sums);
	good = m.sums && read_page(p, &m);
	if (good && m.n > 0)
		judge(c, &m, page);
	g_free(m.sums);
	return good;
}

void ink_measure(struct context *c, const char *path)
{
	struct pipe *p = g_new0(struct pipe, 1);
	int page = 0, w, h, status = 0;
	pid_t pid = start(path, &p->fd);

	p->deadline = g_get_monotonic_time() + (gint64)MOST_SECONDS * 1000000;
	if (pid > 0) {
		while (page < c->npages && header(p, &w, &h) && measure_page(c, p, page + 1, w, h))
			page++;
		close(p->fd);
		if (page < c->npages)
			kill(pid, SIGKILL);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			;
	}
	if (pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND)
		report(c, R_TAC, SEV_NOTE, 0, NULL, _("the ink was not measured: Ghostscript is not installed"));
	else if (page < c->npages)
		report(c, R_TAC, SEV_NOTE, page + 1, NULL, _("from here on the ink was not measured: Ghostscript gave up or took too long"));
	g_free(p);
}
