/* src/doc/picture.c - the attributes of pictures, and the pictures of a gallery. */
#include "doc/picture.h"
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/copy.h"
#include "doc/heads.h"
#include "doc/layout.h"
#include "doc/names.h"
#include "doc/node.h"
#include "doc/path.h"

enum { SHAPE_MOST = 8000 };		/* bytes of a path; more is a drawing */
#define DISTANCE_MOST ((Mm){ 50 })

struct picture_colour picture_colour_read(const struct node *n, struct picture_colour otherwise)
{
	static const struct { const char *name; enum intent intent; } intents[] = {
		{ "relative",   RENDER_RELATIVE },   { "perceptual", RENDER_PERCEPTUAL },
		{ "saturation", RENDER_SATURATION }, { "absolute",   RENDER_ABSOLUTE },
	};
	const char *intent = node_get(n, "intent"), *cmyk = node_get(n, "cmyk"), *alpha = node_get(n, "alpha");
	struct picture_colour c = otherwise;

	for (size_t i = 0; intent && i < G_N_ELEMENTS(intents); i++)
		if (!strcmp(intents[i].name, intent))
			c.intent = intents[i].intent;
	if (cmyk)
		c.keep = !strcmp(cmyk, "keep");
	if (alpha)
		c.flatten = !strcmp(alpha, "flatten");
	return c;
}

/* ---- attributes ---- */

/* Index of the attribute's value in names (NULL-terminated), or `otherwise`. */
static int chosen(const struct node *n, const char *attr, const char *const *names, int otherwise)
{
	const char *s = node_get(n, attr);

	for (int i = 0; s && names[i]; i++)
		if (!strcmp(names[i], s))
			return i;
	return otherwise;
}

static enum picture_size size_of(const struct node *n, enum picture_size otherwise)
{
	static const char *const sizes[] = { "column", "wide", "full", "opener", "inset", "page", "spread", NULL };

	return (enum picture_size)chosen(n, "size", sizes, (int)otherwise);
}

static int page_of(struct builder *b, const struct node *n)
{
	const char *s = node_get(n, "page");
	int page = s ? atoi(s) : 0;

	if (s && page < 1) {
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "page"), _("page=\"%s\": pages are counted from 1; the first one is taken"), s);
		page = 0;
	}
	return page;
}

static double part_of(const struct node *n, const char *attr, double otherwise)
{
	const char *s = node_get(n, attr);
	double x;

	return s && parse_percent(s, &x) ? x : otherwise;
}

/* What only an inset has. */
static void check_inset(struct builder *b, const struct node *n)
{
	static const char *const attrs[] = { "side", "width", "shape", "distance" };

	for (size_t i = 0; i < G_N_ELEMENTS(attrs); i++)
		if (node_get(n, attrs[i]))
			diag_add(b->d, D_UNKNOWN_ATTRIBUTE, node_attr_at(n, attrs[i]),
				 _("%s has no effect without size=\"inset\": text stands beside insets only"), attrs[i]);
}

/* Whether it may be an SVG path: what it draws, zivos-picture finds out. */
static bool is_path(const char *s)
{
	return strchr("Mm", *s) && strlen(s) <= SHAPE_MOST && s[strspn(s, "MmLlHhVvCcSsQqTtAaZz0123456789+-.,eE \t\r\n")] == 0;
}

static const char *shape_of(struct builder *b, const struct node *n)
{
	const char *s = node_get(n, "shape");

	if (!s || !strcmp(s, "alpha") || is_path(s))
		return s;
	diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "shape"),
		 _("shape is alpha or an SVG path such as \"M 0 0 L 200 0 L 100 300 Z\"; the lines follow the picture's rectangle"));
	return NULL;
}

static Pt distance_of(struct builder *b, const struct node *n)
{
	const char *s = node_get(n, "distance");
	struct length l;
	Pt d;

	if (!s || !parse_length(s, &l))
		return -1;
	d = l.unit == UNIT_MM ? pt_from_mm((Mm){ l.n }) : l.n;
	if (d >= 0 && d <= pt_from_mm(DISTANCE_MOST))
		return d;
	diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "distance"), _("distance=\"%s\": expected 0mm to %.0fmm; set as the layout says"), s, DISTANCE_MOST.mm);
	return -1;
}

/* A limit that no picture meets by being adjusted. */
#define ADJUST_MOST ((Mm){ 200 })

static Pt adjust_of(struct builder *b, const struct node *n)
{
	const char *s = node_get(n, "adjust");
	struct length l;
	Pt d;

	if (!s || !parse_length(s, &l))
		return 0;
	d = l.unit == UNIT_MM ? pt_from_mm((Mm){ l.n }) : l.n;
	if (d <= pt_from_mm(ADJUST_MOST) && d >= -pt_from_mm(ADJUST_MOST))
		return d;
	diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "adjust"), _("adjust=\"%s\": expected -%.0fmm to %.0fmm; set without it"), s, ADJUST_MOST.mm, ADJUST_MOST.mm);
	return 0;
}

static void read_inset(struct builder *b, const struct node *n, struct picture *p)
{
	static const char *const sides[] = { "start", "end", "left", "right", "inside", "outside", "between", NULL };

	p->side = (enum picture_side)chosen(n, "side", sides, SIDE_END);
	p->shape = shape_of(b, n);
	p->distance = distance_of(b, n);
	p->width = part_of(n, "width", 0);
	if (!node_get(n, "width") || (p->width >= 0.1 && p->width <= 0.9))
		return;
	diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "width"), _("width=\"%s\": an inset is 10%% to 90%% of its column wide; set as the layout says"),
		 node_get(n, "width"));
	p->width = 0;
}

/* What may be cut off it. */
static void read_crop(const struct node *n, struct picture *p)
{
	const char *focus = node_get(n, "focus");

	p->focus_x = p->focus_y = 0.5;
	if (focus)
		p->focused = parse_point(focus, &p->focus_x, &p->focus_y);
	p->crop = part_of(n, "crop", 1);
}

/* ---- elements ---- */

static struct copy *child_copy(struct builder *b, const struct node *n, const char *name, const char *lang)
{
	const struct node *child = node_child(n, name);

	return child ? copy_of_node(&b->copies, child, lang) : NULL;
}

struct picture *picture_read(struct builder *b, const struct node *n, const char *lang)
{
	struct picture *p = arena_make(b->a, struct picture);
	const char *alt = node_get(n, "alt");

	lang = names_lang(b, n, lang);
	p->at = n->at;
	p->src_attr = node_get(n, "src");
	p->alt = alt ? alt : "";
	p->size = size_of(n, SIZE_COLUMN);
	read_crop(n, p);
	p->adjust = adjust_of(b, n);
	if (p->size == SIZE_INSET)
		read_inset(b, n, p);
	else if (node_is(n, "picture"))
		check_inset(b, n);
	p->colour = picture_colour_read(n, b->l->pictures);
	p->page = page_of(b, n);
	if (p->src_attr)
		p->path = path_resolve(b->a, n->source->folder, p->src_attr, b->issue->folder, D_PICTURE_MISSING,
				       node_attr_at(n, "src"), b->d);
	else
		p->src_attr = "";
	captions_read(b, n, lang, p);
	p->credit = child_copy(b, n, "credit", lang);
	g_ptr_array_add(b->pictures, p);
	return p;
}

void picture_read_block(struct builder *b, const struct node *n, struct block *k)
{
	k->pictures = arena_make(b->a, struct picture *);
	k->pictures[0] = picture_read(b, n, k->lang);
	k->npictures = 1;
}

/* The captions of a gallery become one. */
static struct picture *gallery_picture(struct builder *b, const struct node *n, const char *lang)
{
	struct picture *p = picture_read(b, n, lang);

	if (p->ncaptions)
		diag_add(b->d, D_TOO_MANY, p->captions[0]->at, _("a picture of a <gallery> has its <caption> in one language; left out"));
	p->ncaptions = 0;
	return p;
}

void gallery_read(struct builder *b, const struct node *n, struct block *k)
{
	GPtrArray *list = g_ptr_array_new();

	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "picture"))
			g_ptr_array_add(list, gallery_picture(b, c, k->lang));
	k->npictures = list->len;
	k->pictures = arena_copy(b->a, list->pdata, list->len * sizeof(struct picture *));
	g_ptr_array_free(list, TRUE);
	k->copy = child_copy(b, n, "caption", k->lang);
	k->size = size_of(n, SIZE_FULL);
}
