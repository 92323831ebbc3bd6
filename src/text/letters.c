/* src/text/letters.c - decoding, and finding addresses. */
#include "text/letters.h"
#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "doc/issue.h"

/* Between blanks: an address of mail or web. */
static bool is_address(const char *s, size_t n)
{
	const char *at = memchr(s, '@', n);

	return g_strstr_len(s, (gssize)n, "://") || g_strstr_len(s, (gssize)n, "www.") ||
	       (at && memchr(at, '.', n - (size_t)(at - s)));
}

static void pass_over_addresses(const char *text, struct letter *l, size_t n)
{
	for (size_t i = 0; i < n; ) {
		size_t k = i;

		while (k < n && !g_unichar_isspace(l[k].c))
			k++;
		if (k > i && is_address(text + l[i].byte, l[k].byte - l[i].byte))
			for (size_t m = i; m < k; m++)
				l[m].passed_over = true;
		i = k + 1;
	}
}

struct letter *letters_of(struct arena *a, const struct copy *c, size_t *n)
{
	struct letter *l = arena_make_array(a, c->len + 1, struct letter);
	const struct inline_run *r = c->runs, *end = c->runs + c->nruns;

	*n = 0;
	for (const char *p = c->text; p < c->text + c->len; p = g_utf8_next_char(p)) {
		size_t byte = (size_t)(p - c->text);

		while (r + 1 < end && byte >= r->end)
			r++;
		l[(*n)++] = (struct letter){ g_utf8_get_char(p), (uint32_t)byte, r, r->ref || r->note };
	}
	l[*n].byte = (uint32_t)c->len;
	pass_over_addresses(c->text, l, *n);
	return l;
}
