/* src/page/inks.c - colours and pictures as keys. */
#include "page/inks.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "doc/layout.h"

/* Rules up to this are lines, which overprint if black (Ghent Workgroup, 4.12). */
#define RULE_MAX ((Pt)2)
/* From here on black ink alone looks grey. */
#define BLACK_AREA_MIN pt_from_mm((Mm){ 40 })

struct inks {
	const struct layout *layout;
	GHashTable *by_name;		/* what was asked -> struct ink_key */
	GHashTable *by_rgb;		/* 0xRRGGBB -> the same */
	GPtrArray *assets;		/* struct asset */
};

static void asset_free(void *p)
{
	struct asset *a = p;

	g_free((char *)a->path);
	free(a->bytes);
	g_free(a);
}

static void key_free(void *p)
{
	struct ink_key *k = p;

	g_free((char *)k->colour.swatch);
	g_free(k);
}

struct inks *inks_new(const struct layout *l)
{
	struct inks *i = g_new0(struct inks, 1);

	i->layout = l;
	i->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, key_free);
	i->by_rgb = g_hash_table_new(NULL, NULL);
	i->assets = g_ptr_array_new_with_free_func(asset_free);
	return i;
}

void inks_free(struct inks *i)
{
	if (!i)
		return;
	g_hash_table_destroy(i->by_rgb);
	g_hash_table_destroy(i->by_name);
	g_ptr_array_free(i->assets, TRUE);
	g_free(i);
}

/* ---- colours ---- */

static uint32_t packed(uint8_t r, uint8_t g, uint8_t b)
{
	return (uint32_t)r << 16 | (uint32_t)g << 8 | b;
}

/* The n-th key: far from black and white, all different. */
static void number_key(struct ink_key *k, size_t n)
{
	enum { FIRST = 16, SIDE = 224 };

	k->r = (uint8_t)(FIRST + n % SIDE);
	k->g = (uint8_t)(FIRST + n / SIDE % SIDE);
	k->b = (uint8_t)(FIRST + n / SIDE / SIDE % SIDE);
}

static bool no_ink(const struct colour *c)
{
	return c->c + c->m + c->y + c->k < 1e-9;
}

static bool black_alone(const struct colour *c)
{
	return c->k > 1 - 1e-9 && c->c + c->m + c->y < 1e-9;
}

/* Black with undercolour: a hair's misregister would blur letters. */
static bool rich_black(const struct colour *c)
{
	return c->k >= 0.85 && c->c + c->m + c->y > 1e-9;
}

const struct ink_key *inks_key(struct inks *i, struct colour c, enum ink_role role, Pt size)
{
	const struct swatch *s = i->layout && c.swatch ? layout_swatch(i->layout, c.swatch) : NULL;
	bool all = !s && c.swatch && !strcmp(c.swatch, INK_REGISTRATION), spot = all || (s && s->spot);
	struct ink_key *k;
	char *name;

	if ((role == INK_TEXT || role == INK_KNOCKED) && rich_black(&c) && !spot)
		c = (struct colour){ c.swatch, 1, 0, 0, 0, 1 };
	if (spot ? c.tint < 1e-9 : no_ink(&c))
		role = INK_WHITE;
	size = role == INK_TEXT || role == INK_KNOCKED ? floor(size * 100 + 0.5) / 100 : 0;
	name = g_strdup_printf("%s %d %.2f %.6f %.6f %.6f %.6f %.6f", c.swatch ? c.swatch : "", (int)role, size,
			       c.tint, c.c, c.m, c.y, c.k);
	k = g_hash_table_lookup(i->by_name, name);
	if (k) {
		g_free(name);
		return k;
	}
	k = g_new0(struct ink_key, 1);
	number_key(k, g_hash_table_size(i->by_name));
	k->role = role;
	k->colour = c;
	k->colour.swatch = g_strdup(c.swatch);
	k->size = size;
	if (spot) {
		k->spot = all ? "All" : s->spot;
		memcpy(k->solid, all ? (double[4]){ 1, 1, 1, 1 } : (double[4]){ s->c, s->m, s->y, s->k }, sizeof k->solid);
	}
	g_hash_table_insert(i->by_name, name, k);
	g_hash_table_insert(i->by_rgb, GUINT_TO_POINTER(packed(k->r, k->g, k->b)), k);
	return k;
}

const struct ink_key *inks_key_rect(struct inks *i, struct colour c, Pt w, Pt h)
{
	const struct swatch *rich = i->layout ? layout_swatch(i->layout, "rich-black") : NULL;

	if (rich && black_alone(&c) && fmin(w, h) > BLACK_AREA_MIN)
		c = (struct colour){ rich->name, 1, rich->c, rich->m, rich->y, rich->k };
	return inks_key(i, c, fmin(w, h) < RULE_MAX ? INK_RULE : INK_FILL, 0);
}

const struct ink_key *inks_key_path(struct inks *i, struct colour c, const struct path *p, struct rect box)
{
	return p->stroke > 0 ? inks_key_rect(i, c, p->stroke, p->stroke) : inks_key_rect(i, c, box.w, box.h);
}

static bool meet(const struct rect *a, const struct rect *b)
{
	return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

static bool covers(const struct rect *a, const struct rect *b)
{
	return a->x <= b->x && a->y <= b->y && a->x + a->w >= b->x + b->w && a->y + a->h >= b->y + b->h;
}

/* The most colour ink, black apart, of the areas that are seen under the item. Under a picture none: it hides them, and is not
 * known here. */
static double ground(const struct page *pg, size_t item)
{
	const struct rect *box = &pg->items[item].box;
	double most = 0;

	for (size_t k = item; k-- > 0;) {
		const struct item *it = &pg->items[k];

		if ((it->kind != ITEM_RECT && it->kind != ITEM_PICTURE) || !meet(&it->box, box))
			continue;
		if (it->kind == ITEM_RECT)
			most = fmax(most, it->colour.c + it->colour.m + it->colour.y);
		if (covers(&it->box, box))
			break;
	}
	return most;
}

const struct ink_key *inks_key_text(struct inks *i, const struct page *pg, size_t item, double limit)
{
	const struct item *it = &pg->items[item];
	bool black = black_alone(&it->colour) || rich_black(&it->colour);

	return inks_key(i, it->colour, black && 1 + ground(pg, item) > limit + 1e-6 ? INK_KNOCKED : INK_TEXT, it->glyphs.size);
}

const struct ink_key *inks_find(const struct inks *i, uint8_t r, uint8_t g, uint8_t b)
{
	return g_hash_table_lookup(i->by_rgb, GUINT_TO_POINTER(packed(r, g, b)));
}

/* ---- spot colours ---- */

static bool uses(const struct page *pg, const char *swatch)
{
	for (size_t i = 0; i < pg->nitems; i++)
		if ((pg->items[i].kind == ITEM_GLYPHS || pg->items[i].kind == ITEM_RECT || pg->items[i].kind == ITEM_PATH) && pg->items[i].colour.swatch &&
		    !strcmp(pg->items[i].colour.swatch, swatch))
			return true;
	return false;
}

void inks_spots(const struct page *pg, const struct layout *l, GPtrArray *spots)
{
	for (size_t k = 0; k < l->nswatches; k++) {
		const struct swatch *s = &l->swatches[k];

		if (s->spot && strcmp(s->spot, "All") != 0 && !g_ptr_array_find(spots, s, NULL) && uses(pg, s->name))
			g_ptr_array_add(spots, (gpointer)s);
	}
}

/* ---- assets: seven bits each in red and blue, blue always over 127, red never ---- */

uint32_t inks_asset(struct inks *i, struct asset a)
{
	uint32_t n = i->assets->len;
	struct asset *copy = g_new(struct asset, 1);

	*copy = a;
	copy->path = g_strdup(a.path);
	g_ptr_array_add(i->assets, copy);
	return packed((uint8_t)(n >> 15 & 0x7f), (uint8_t)(n >> 7 & 0xff), (uint8_t)(0x80 | (n & 0x7f)));
}

const struct asset *inks_asset_find(const struct inks *i, uint32_t pixel)
{
	uint32_t n = (pixel >> 16 & 0x7f) << 15 | (pixel >> 8 & 0xff) << 7 | (pixel & 0x7f);

	if (pixel & 0x800000 || !(pixel & 0x80) || n >= i->assets->len)
		return NULL;
	return g_ptr_array_index(i->assets, n);
}
