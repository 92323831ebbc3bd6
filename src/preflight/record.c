/* src/preflight/record.c - fields in the order in which they are read again. */
#include "preflight/record.h"
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/job.h"
#include "preflight/finding.h"

enum { FIELDS = 14, MOST_PAGES = 10000000 };

char *finding_line(const struct finding *x)
{
	const double figure[] = { (double)x->rule, (double)x->severity, x->page, x->placed, x->at.x, x->at.y, x->at.w, x->at.h, x->count };
	const struct src *o = &x->origin;
	char number[G_N_ELEMENTS(figure) + 2][G_ASCII_DTOSTR_BUF_SIZE];
	const char *field[FIELDS] = { "finding" };
	size_t n = 1;

	for (size_t i = 0; i < G_N_ELEMENTS(figure); i++)
		field[n++] = g_ascii_formatd(number[i], sizeof number[i], "%.9g", figure[i]);
	field[n++] = x->text;
	field[n++] = o->file ? o->file : "";
	field[n++] = g_ascii_formatd(number[G_N_ELEMENTS(figure)], sizeof number[0], "%.0f", o->line);
	field[n++] = g_ascii_formatd(number[G_N_ELEMENTS(figure) + 1], sizeof number[0], "%.0f", o->col);
	return job_line(field, n);
}

static double value(const char *s, double least, double most)
{
	return CLAMP(g_ascii_strtod(s, NULL), least, most);
}

bool finding_take(char *const *field, struct findings *f)
{
	struct mm_box at;
	struct src origin;

	if (g_strv_length((char **)field) != FIELDS || strcmp(field[0], "finding") != 0)
		return false;
	at = (struct mm_box){ g_ascii_strtod(field[5], NULL), g_ascii_strtod(field[6], NULL), g_ascii_strtod(field[7], NULL),
			      g_ascii_strtod(field[8], NULL) };
	origin = (struct src){ *field[11] ? field[11] : NULL, (int)value(field[12], 0, 1e9), (int)value(field[13], 0, 1e9) };
	findings_add(f, (enum rule_id)value(field[1], 0, R_COUNT - 1), (enum severity)value(field[2], SEV_NOTE, SEV_ERROR),
		     (int)value(field[3], 0, MOST_PAGES), atoi(field[4]) ? &at : NULL, (unsigned)value(field[9], 1, 1e9), field[10], origin);
	return true;
}
