/*
 * tests/unit/test_bidi.c - the visual order of text in two directions, by tests/unit/bidi.txt;
 * with an argument, prints what stands on each line instead of comparing.
 */
#include <stdio.h>
#include "para/hlist.h"
#include "para/line.h"
#include "setting.h"

/* "Text {ar:passage} text" as parts; cuts the string up. */
static struct copy *parse(struct setting *s, const char *lang, char *text)
{
	struct part_of parts[16] = { { NULL, NULL, 0, 0 } };
	size_t n = 0;
	int foreign = 0;

	for (char *p = text; *p && n < 15; n++) {
		char *open = strchr(p, '{'), *colon, *close;

		if (open != p) {
			parts[n] = (struct part_of){ p, NULL, 0, 0 };
			if (!open)
				return copy_of(s, lang, parts);
			*open = 0;
			n++;
		}
		colon = strchr(open + 1, ':');
		close = strchr(open + 1, '}');
		assert(colon && close && colon < close && n < 15);
		*colon = *close = 0;
		parts[n] = (struct part_of){ colon + 1, open + 1, 0, ++foreign };
		p = close + 1;
	}
	return copy_of(s, lang, parts);
}

static int by_x(gconstpointer a, gconstpointer b)
{
	const struct piece *p = a, *q = b;
	return p->x < q->x ? -1 : p->x > q->x;
}

/* Characters of a cluster as the eye sees them: mirrored in right-to-left runs. */
static void append(GString *out, const char *text, size_t n, bool rtl)
{
	for (const char *p = text; p < text + n; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p), m;
		g_string_append_unichar(out, rtl && g_unichar_get_mirror_char(c, &m) ? m : c);
	}
}

static void append_piece(GString *out, const struct piece *p)
{
	size_t *at = g_new(size_t, p->nclusters + 1);

	at[0] = 0;
	for (size_t i = 0; i < p->nclusters; i++)
		at[i + 1] = at[i] + p->clusters[i].nbytes;
	for (size_t k = 0; k < p->nclusters; k++) {
		size_t i = p->backward ? p->nclusters - 1 - k : k;
		append(out, p->text + at[i], p->clusters[i].nbytes, p->run->level & 1);
	}
	g_free(at);
}

static struct measure wide(const void *ctx, size_t n)
{
	(void)ctx, (void)n;
	return (struct measure){ 0, 5000 };
}

static char *visual(struct setting *s, const struct copy *c)
{
	struct shaped *t = shape(s->a, c, &s->style, &s->tools, NULL, NULL, s->d);
	struct hlist *h = hlist_make(s->a, t);
	struct choice ch = linebreak(s->a, h, wide, NULL, true);
	struct set_line *l;
	GString *out = g_string_new(NULL);

	assert(ch.natural.n == 1);
	l = line_set(s->a, h, SIZE_MAX, ch.natural.at[0], wide(NULL, 0));
	qsort(l->pieces, l->npieces, sizeof *l->pieces, by_x);
	for (size_t i = 0; i < l->npieces; i++)
		append_piece(out, &l->pieces[i]);
	return g_string_free(out, FALSE);
}

int main(int argc, char **argv)
{
	struct setting *s = setting_new();
	char *path = data_path("tests/unit/bidi.txt"), *all, **rows;
	int failed = 0, n = 0;

	(void)argv;
	assert(g_file_get_contents(path, &all, NULL, NULL));
	rows = g_strsplit(all, "\n", -1);
	for (char **row = rows; *row; row++) {
		char **cell = g_strsplit(*row, "\t", 3), *seen;

		if (**row && **row != '#') {
			char *text = g_strdup(cell[1]);

			seen = visual(s, parse(s, cell[0], text));
			if (argc > 1)
				printf("%s\t%s\t%s\n", cell[0], cell[1], seen);
			else if (strcmp(seen, cell[2]) != 0)
				printf("not ok %d - %s\n# stands: %s\n# wanted: %s\n", ++n, cell[1], seen, cell[2]), failed++;
			else
				printf("ok %d - %s\n", ++n, cell[1]);
			g_free(seen);
			g_free(text);
		}
		g_strfreev(cell);
	}
	g_strfreev(rows);
	g_free(all);
	g_free(path);
	setting_free(s);
	return failed > 0;
}
