/* src/doc/recipe.c - a recipe as its author wrote it. */
#include "doc/recipe.h"

#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/copy.h"
#include "doc/names.h"
#include "doc/node.h"

/* Fractions that are typed with a stroke and have a sign of their own. */
static const struct { const char *typed, *sign; } fractions[] = {
	{ "1/2", "½" }, { "1/4", "¼" }, { "3/4", "¾" }, { "1/3", "⅓" }, { "2/3", "⅔" }, { "1/5", "⅕" }, { "1/8", "⅛" },
};

/* "1 1/2" is read as one and a half, and set so. */
static char *amount_text(const char *amount)
{
	for (size_t i = 0; i < G_N_ELEMENTS(fractions); i++) {
		const char *typed = fractions[i].typed;
		size_t len = strlen(amount), n = strlen(typed), whole = len > n ? len - n - 1 : 0;

		if (len < n || strcmp(amount + len - n, typed) != 0 || (len > n && amount[whole] != ' '))
			continue;
		return g_strdup_printf("%.*s%s", (int)whole, amount, fractions[i].sign);
	}
	return g_strdup(amount);
}

/* The amount and its unit as one text, which no line ends in. */
static const struct copy *amount_of(struct builder *b, const struct node *n, const char *lang)
{
	const char *amount = node_get(n, "amount"), *unit = node_get(n, "unit");
	char *number = amount ? amount_text(amount) : NULL;
	char *text = number && unit ? g_strdup_printf("%s\xc2\xa0%s", number, unit) : g_strdup(number ? number : unit ? unit : "");
	const struct copy *c = *text ? copy_of_text(&b->copies, n, text, node_attr_at(n, amount ? "amount" : "unit"), lang) : NULL;

	g_free(number);
	g_free(text);
	return c;
}

/* Into the arena; frees list. */
static void *settle(struct builder *b, GArray *list, size_t size, size_t *n)
{
	void *items = arena_copy(b->a, list->data, list->len * size);

	*n = list->len;
	g_array_free(list, TRUE);
	return items;
}

static struct ingredients group_of(struct builder *b, const struct node *n, const char *lang)
{
	struct ingredients g = { .title = copy_of_attribute(&b->copies, n, "title", names_lang(b, n, lang)) };
	GArray *items = g_array_new(FALSE, FALSE, sizeof(struct ingredient));

	lang = names_lang(b, n, lang);
	for (const struct node *c = n->first; c; c = c->next) {
		struct ingredient i = { NULL, NULL };

		if (!node_is(c, "ingredient"))
			continue;
		i.amount = amount_of(b, c, names_lang(b, c, lang));
		i.what = copy_of_node(&b->copies, c, lang);
		if (i.amount || i.what)
			g_array_append_val(items, i);
	}
	g.items = settle(b, items, sizeof(struct ingredient), &g.n);
	return g;
}

static void read_groups(struct builder *b, const struct node *n, struct recipe *r)
{
	GArray *groups = g_array_new(FALSE, FALSE, sizeof(struct ingredients));

	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "ingredients")) {
			struct ingredients g = group_of(b, c, r->lang);

			if (g.n)
				g_array_append_val(groups, g);
		}
	r->groups = settle(b, groups, sizeof(struct ingredients), &r->ngroups);
}

static void read_times(struct builder *b, const struct node *n, struct recipe *r)
{
	GArray *times = g_array_new(FALSE, FALSE, sizeof(struct recipe_time));

	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "time")) {
			struct recipe_time t = { copy_of_attribute(&b->copies, c, "label", names_lang(b, c, r->lang)),
						 copy_of_node(&b->copies, c, r->lang) };

			if (t.time)
				g_array_append_val(times, t);
		}
	r->times = settle(b, times, sizeof(struct recipe_time), &r->ntimes);
}

static const struct copy **read_copies(struct builder *b, const struct node *n, const char *name, const char *lang, size_t *count)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(const struct copy *));

	for (const struct node *c = n->first; c; c = c->next) {
		const struct copy *copy = node_is(c, name) ? copy_of_node(&b->copies, c, lang) : NULL;

		if (copy)
			g_array_append_val(list, copy);
	}
	return settle(b, list, sizeof(const struct copy *), count);
}

struct recipe *recipe_make(struct builder *b, const struct node *n, const char *lang)
{
	struct recipe *r = arena_make(b->a, struct recipe);
	const struct node *portions = node_child(n, "portions");

	r->at = n->at;
	r->lang = names_lang(b, n, lang);
	r->rtl = lang_is_rtl(r->lang);
	r->portions = portions ? copy_of_node(&b->copies, portions, r->lang) : NULL;
	read_times(b, n, r);
	read_groups(b, n, r);
	r->steps = read_copies(b, n, "step", r->lang, &r->nsteps);
	r->tips = read_copies(b, n, "tip", r->lang, &r->ntips);
	if (r->ngroups || r->nsteps)
		return r;
	if (!n->cut)
		diag_add(b->d, D_MISSING, n->at, _("the recipe has neither ingredients nor steps; left out"));
	return NULL;
}
