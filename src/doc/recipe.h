/*
 * src/doc/recipe.h - a recipe: what is needed, what is done with it, how long it takes.
 *
 * In      <recipe>
 * Out     struct recipe: texts as their author wrote them, amounts with their units
 */
#ifndef ZIVOS_DOC_RECIPE_H
#define ZIVOS_DOC_RECIPE_H

#include <stddef.h>
#include "doc/issue.h"

struct builder;
struct node;

struct ingredient {
	const struct copy *amount;	/* with its unit: "2 kg"; or NULL */
	const struct copy *what;
};

struct ingredients {			/* a group of them */
	const struct copy *title;	/* or NULL */
	struct ingredient *items;
	size_t n;
};

struct recipe_time { const struct copy *label; /* or NULL: the layout's word */ const struct copy *time; };

struct recipe {
	const char *lang;
	bool rtl;
	const struct copy *portions;	/* or NULL */
	struct recipe_time *times;
	size_t ntimes;
	struct ingredients *groups;
	size_t ngroups;
	const struct copy **steps;
	size_t nsteps;
	const struct copy **tips;
	size_t ntips;
	struct src at;
};

/* NULL: it has neither ingredients nor steps (reported). */
struct recipe *recipe_make(struct builder *b, const struct node *n, const char *lang);

#endif
