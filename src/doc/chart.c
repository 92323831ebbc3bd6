/* src/doc/chart.c - the numbers that a chart shows. */
#include "doc/chart.h"

#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/copy.h"
#include "doc/names.h"
#include "doc/node.h"
#include "doc/number.h"

/* The <table> that of="..." means; NULL: reported. */
static const struct node *table_named(struct builder *b, const struct node *n)
{
	const char *id = node_get(n, "of");
	const struct node *table = g_hash_table_lookup(b->ids, id);

	if (table && node_is(table, "table"))
		return table;
	if (table)
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, "of"), _("of=\"%s\": this is the id of <%s>; a chart is drawn from a <table>, or from rows of its own"),
			 id, table->el->name);
	else
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, "of"), _("of=\"%s\": there is no <table> with this id"), id);
	return NULL;
}

/* Texts of a table stand in the chart, too: that is where these copies of them are read. */
static void move_copy(const struct copy *c, struct src at)
{
	struct copy *own = (struct copy *)c;

	if (!own)
		return;
	own->at = at;
	own->places = (struct spans){ NULL, 0, 0 };
}

static void move_texts(struct table *t, struct src at)
{
	move_copy(t->caption, at);
	move_copy(t->source, at);
	for (size_t i = 0; i < t->ncells; i++)
		move_copy(t->cells[i].copy, at);
}

/* A table that is read where it stands, too: there its faults are reported. */
static struct table *table_again(struct builder *b, const struct node *n, const char *lang)
{
	struct diag *real = b->d;
	struct table *t;

	b->d = diag_new();
	t = table_make(b, n, lang);
	diag_free(b->d);
	b->d = real;
	return t;
}

static const struct table *data_of(struct builder *b, const struct node *n, const char *lang)
{
	const struct node *from = n;
	bool own = node_child(n, "row") != NULL;
	struct table *t;

	if (node_get(n, "of")) {
		if (own)
			diag_add(b->d, D_CHART, node_attr_at(n, "of"), _("the chart has rows of its own; those are drawn, and of=\"%s\" has no effect"), node_get(n, "of"));
		else
			from = table_named(b, n);
	}
	t = from == n ? table_make(b, n, lang) : from ? table_again(b, from, lang) : NULL;
	if (t && from != n)
		move_texts(t, n->at);
	if (from && !t)
		diag_add(b->d, D_CHART, n->at, _("the chart has no rows; give it <row>s of <cell>s, or a table's id as of=\"...\"; left out"));
	return t;
}

/* The header cell over a column: of the last header row. */
static const struct copy *column_name(const struct table *t, int col)
{
	const struct cell *c = t->nheads ? table_cell(t, t->nheads - 1, col) : NULL;

	return c && c->cols == 1 ? c->copy : NULL;
}

/* Whether the column has numbers; when there is no room for its series, too. */
static bool add_series(struct builder *b, struct chart *c, int col)
{
	struct chart_series s = { .name = column_name(c->data, col), .col = col, .values = arena_make_array(b->a, (size_t)c->nrows, double) };
	int decimals = 0;
	bool any = false;

	for (int i = 0; i < c->nrows; i++) {
		const struct cell *cell = table_cell(c->data, c->first + i, col);
		struct number n;

		s.values[i] = NAN;
		if (!cell || !cell->copy || !number_find(cell->copy->text, cell->copy->len, cell->copy->lang, &n))
			continue;
		s.values[i] = n.value;
		decimals = MAX(decimals, MIN(n.decimals, 6));
		any = true;
	}
	if (any && c->nseries < CHART_SERIES_MAX) {
		c->series[c->nseries++] = s;
		c->decimals = MAX(c->decimals, decimals);
	}
	return any;
}

static bool read_series(struct builder *b, struct chart *c)
{
	int found = 0;			/* columns of numbers */

	c->series = arena_make_array(b->a, CHART_SERIES_MAX, struct chart_series);
	for (int col = 1; col < c->data->ncols; col++)
		found += add_series(b, c, col);
	if (found > CHART_SERIES_MAX)
		diag_add(b->d, D_CHART, c->at, _("a chart shows up to %d columns of numbers; the rest is left out. Fewer are read more easily"), CHART_SERIES_MAX);
	if (c->nseries == 0)
		diag_add(b->d, D_CHART, c->at, _("there are no numbers to draw: the first column names the rows, numbers stand in the columns after it; left out"));
	return c->nseries > 0;
}

static enum chart_kind kind_of(const struct node *n)
{
	const char *s = node_get(n, "kind");

	return s && strcmp(s, "line") == 0 ? CHART_LINE : s && strcmp(s, "timeline") == 0 ? CHART_TIMELINE : CHART_BAR;
}

static const struct copy *part(struct builder *b, const struct node *n, const char *name, const char *lang)
{
	const struct node *child = node_child(n, name);

	return child ? copy_of_node(&b->copies, child, lang) : NULL;
}

static bool has_text(const struct cell *cell)
{
	return cell && cell->copy && cell->copy->len > 0;
}

/* Whether any of its rows says when, or what. */
static bool has_events(const struct chart *c)
{
	for (int i = 0; i < c->nrows; i++)
		if (has_text(table_cell(c->data, c->first + i, 0)) || has_text(table_cell(c->data, c->first + i, 1)))
			return true;
	return false;
}

static bool check_timeline(struct builder *b, const struct chart *c)
{
	if (c->data->ncols < 2)
		diag_add(b->d, D_CHART, c->at, _("a timeline needs two columns: when, and what; left out"));
	else if (!has_events(c))
		diag_add(b->d, D_CHART, c->at, _("all rows of the timeline are empty: write when, and what, into their cells; left out"));
	else
		return true;
	return false;
}

static bool read_rows(struct builder *b, struct chart *c)
{
	c->first = c->data->nheads;
	c->nrows = c->data->nrows - c->first;
	if (c->nrows > CHART_ROWS_MAX) {
		diag_add(b->d, D_CHART, c->at, _("a chart shows up to %d rows; this one has %d, the first ones are drawn"), CHART_ROWS_MAX, c->nrows);
		c->nrows = CHART_ROWS_MAX;
	}
	return c->kind == CHART_TIMELINE ? check_timeline(b, c) : read_series(b, c);
}

struct chart *chart_make(struct builder *b, const struct node *n, const char *lang)
{
	struct chart *c = arena_make(b->a, struct chart);

	c->at = n->at;
	c->kind = kind_of(n);
	c->lang = names_lang(b, n, lang);
	c->rtl = lang_is_rtl(c->lang);
	c->size = table_size(n);
	c->across = strcmp(node_get(n, "arrange"), "across") == 0;
	if (c->across && c->kind != CHART_TIMELINE)
		diag_add(b->d, D_CHART, node_attr_at(n, "arrange"), _("arrange=\"across\" is for kind=\"timeline\" and has no effect here"));
	c->alt = node_get(n, "alt");
	c->data = data_of(b, n, c->lang);
	if (!c->data)
		return NULL;
	c->caption = part(b, n, "caption", c->lang);
	c->unit = part(b, n, "unit", c->lang);
	if (c->unit && c->kind == CHART_TIMELINE)
		diag_add(b->d, D_CHART, c->unit->at, _("a timeline shows no numbers and has no unit; left out. What it is about belongs into its caption"));
	c->source = part(b, n, "source", c->lang);
	if (c->data->at.line != c->at.line || c->data->at.col != c->at.col) {	/* of a table: what it says holds */
		c->caption = c->caption ? c->caption : c->data->caption;
		c->source = c->source ? c->source : c->data->source;
	}
	return read_rows(b, c) ? c : NULL;
}
