/* src/doc/issue_dump_data.c - tables, charts and recipes as text. */
#include <math.h>
#include "doc/chart.h"
#include "doc/issue_dump.h"
#include "doc/recipe.h"
#include "doc/table.h"

static const char *const aligns[] = { "auto", "start", "end", "center", "decimal" };
static const char *const sizes[] = { "column", "wide", "full", "opener" };

static void dump_cell(const struct dump *d, const struct cell *c)
{
	dump_start(d, c->header ? "header" : "cell", c->at);
	fprintf(d->out, " %d,%d", c->row + 1, c->col + 1);
	if (c->rows > 1 || c->cols > 1)
		fprintf(d->out, " spans %d,%d", c->rows, c->cols);
	fprintf(d->out, "%s%s\n", c->align ? " " : "", c->align ? aligns[c->align] : "");
	dump_copy(&(struct dump){ d->out, d->depth + 1 }, "text", c->copy);
}

static void dump_rows(const struct dump *d, const struct table *t)
{
	struct dump inner = { d->out, d->depth + 1 };

	fprintf(d->out, " %s %d rows, %d of header, %d columns:", sizes[t->size], t->nrows, t->nheads, t->ncols);
	for (int i = 0; i < t->ncols; i++)
		fprintf(d->out, " %s%s", t->header[i] ? "header-" : "", aligns[t->align[i]]);
	fputc('\n', d->out);
	for (size_t i = 0; i < t->ncells; i++)
		dump_cell(&inner, &t->cells[i]);
}

void dump_table(const struct dump *d, const struct table *t)
{
	struct dump inner = { d->out, d->depth + 1 };

	dump_start(d, "table", t->at);
	fprintf(d->out, " %s%s", t->lang, t->rtl ? " rtl" : "");
	dump_rows(d, t);
	dump_copy(&inner, "caption", t->caption);
	dump_copy(&inner, "source", t->source);
}

void dump_chart(const struct dump *d, const struct chart *c)
{
	static const char *const kinds[] = { "bar", "line", "timeline" };
	struct dump inner = { d->out, d->depth + 1 };

	dump_start(d, "chart", c->at);
	fprintf(d->out, " %s%s %s%s", c->lang, c->rtl ? " rtl" : "", kinds[c->kind], c->across ? " across" : "");
	dump_rows(d, c->data);
	dump_copy(&inner, "caption", c->caption);
	dump_copy(&inner, "unit", c->unit);
	dump_copy(&inner, "source", c->source);
	for (size_t i = 0; i < c->nseries; i++) {
		dump_start(&inner, "series", c->at);
		for (int k = 0; k < c->nrows; k++)
			if (isnan(c->series[i].values[k]))
				fputs(" -", d->out);
			else
				fprintf(d->out, " %g", c->series[i].values[k]);
		fputc('\n', d->out);
		dump_copy(&(struct dump){ d->out, d->depth + 2 }, "name", c->series[i].name);
	}
}

void dump_recipe(const struct dump *d, const struct recipe *r)
{
	struct dump inner = { d->out, d->depth + 1 }, deep = { d->out, d->depth + 2 };

	dump_start(d, "recipe", r->at);
	fprintf(d->out, " %s%s\n", r->lang, r->rtl ? " rtl" : "");
	dump_copy(&inner, "portions", r->portions);
	for (size_t i = 0; i < r->ntimes; i++) {
		dump_copy(&inner, "time", r->times[i].time);
		dump_copy(&deep, "label", r->times[i].label);
	}
	for (size_t i = 0; i < r->ngroups; i++) {
		const struct ingredients *g = &r->groups[i];

		dump_copy(&inner, "ingredients", g->title);
		for (size_t k = 0; k < g->n; k++) {
			dump_copy(&inner, "amount", g->items[k].amount);
			dump_copy(&inner, "ingredient", g->items[k].what);
		}
	}
	for (size_t i = 0; i < r->nsteps; i++)
		dump_copy(&inner, "step", r->steps[i]);
	for (size_t i = 0; i < r->ntips; i++)
		dump_copy(&inner, "tip", r->tips[i]);
}
