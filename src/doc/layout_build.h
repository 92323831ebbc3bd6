/*
 * src/doc/layout_build.h - what the parts of the layout reader share.
 *
 *   layout.c           the whole; paper, grid, colours, pictures, advertisements, labels
 *   layout_attr.c      attributes as lengths, numbers, inks
 *   layout_font.c      families
 *   layout_style.c     styles; layout_look.c     tables, charts, recipes
 *   layout_template.c  heads, templates, furniture
 */
#ifndef ZIVOS_DOC_LAYOUT_BUILD_H
#define ZIVOS_DOC_LAYOUT_BUILD_H

#include <stdbool.h>
#include <stddef.h>
#include "doc/layout.h"
#include "doc/node.h"

struct layout_builder {
	struct arena *a;
	struct diag *d;
	struct layout *l;
	const struct node *root;
	struct head *heads;
	size_t nheads;
};

/* The elements `name` under n, counted. */
size_t count_children(const struct node *n, const char *name);

/* A length in Pt. vertical: of type ATTR_HEIGHT, so it may count grid lines (gr). 0 if not given. */
Pt length_of(struct layout_builder *b, const struct node *n, const char *attr, bool vertical);
/* A number, or `otherwise` if neither given nor with a default. */
double number_of(const struct node *n, const char *attr, double otherwise);
int int_of(const struct node *n, const char *attr, int otherwise);
double percent_of(const struct node *n, const char *attr, double otherwise);
bool yes_of(const struct node *n, const char *attr, bool otherwise);
/* Index of the attribute's value in values (NULL-terminated), or `otherwise`. */
int choice_of(const struct node *n, const char *attr, const char *const *values, int otherwise);
/* Which of the names (NULL-terminated) the attribute lists: bit i for name i. */
unsigned words_of(const struct node *n, const char *attr, const char *const *names);
extern const char *const align_names[];		/* in the order of enum align */
extern const char *const caption_names[];	/* of enum caption_at */

/* A style by the attribute's name; NULL if not given; unknown: reported, then style "text". */
const struct style *style_of(struct layout_builder *b, const struct node *n, const char *attr);
/* Likewise an ink, with the attribute tint; not given: otherwise. */
struct ink ink_of(struct layout_builder *b, const struct node *n, struct ink otherwise);
/* Reports that the attribute names no `what` there is; names: NULL-terminated, freed. */
void report_unknown_name(struct layout_builder *b, const struct node *n, const char *attr, const char *what,
			 const char **names);
/* Reports the second of two elements `name` with the same attribute. */
void check_unique(struct layout_builder *b, const struct node *parent, const char *name, const char *attr);

bool layout_read_families(struct layout_builder *b);	/* false: there is none */
void layout_read_styles(struct layout_builder *b);	/* needs grid, swatches, families */
void layout_read_heads(struct layout_builder *b);	/* needs styles */
void layout_read_templates(struct layout_builder *b);	/* needs heads */
void layout_read_looks(struct layout_builder *b);	/* tables, charts, recipes; pull quotes and boxes that float; needs grid, swatches */
void layout_read_puts(struct layout_builder *b);	/* furniture, cover, contents; needs styles */

#endif
