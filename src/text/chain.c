/* src/text/chain.c - font chains per style, script, language and emphasis. */
#include "text/chain.h"
#include <glib.h>
#include <string.h>
#include "text/font.h"

struct key { const struct face *face; int weight, width; bool italic; };
struct entry { struct key key; struct chain chain; };

struct chains { struct fonts *fonts; GHashTable *entries; };

static guint key_hash(gconstpointer p)
{
	const struct key *k = p;
	return g_direct_hash(k->face) * 31u + (guint)(k->weight * 8 + k->width * 2 + k->italic);
}

static gboolean key_equal(gconstpointer a, gconstpointer b)
{
	const struct key *x = a, *y = b;
	return x->face == y->face && x->weight == y->weight && x->width == y->width && x->italic == y->italic;
}

static void entry_free(gpointer p)
{
	struct entry *e = p;
	g_free(e->chain.links);
	g_free(e);
}

struct chains *chains_new(struct fonts *f)
{
	struct chains *c = g_new0(struct chains, 1);
	c->fonts = f;
	c->entries = g_hash_table_new_full(key_hash, key_equal, NULL, entry_free);
	return c;
}

void chains_free(struct chains *c)
{
	if (!c)
		return;
	g_hash_table_unref(c->entries);
	g_free(c);
}

static int clamp(int n, int lo, int hi)
{
	return n < lo ? lo : n > hi ? hi : n;
}

static void add_face(struct chains *cs, struct chain *c, const struct face *f, const struct key *k)
{
	for (const char **name = f->fonts; *name; name++) {
		const struct font *font = fonts_find(cs->fonts, *name,
			clamp(k->weight, f->min_weight, f->max_weight), k->width,
			k->italic && f->emphasis == EMPHASIS_ITALIC);
		bool there = !font;

		for (size_t i = 0; i < c->nlinks; i++)
			there |= c->links[i].font == font;
		if (there)
			continue;
		c->links = g_renew(struct link, c->links, c->nlinks + 1);
		c->links[c->nlinks++] = (struct link){ font, f->size, f->baseline };
	}
}

/* Strong text is at least bold, and two steps heavier than what is bold already. */
static int strong_weight(int weight)
{
	return weight < 600 ? 700 : weight < 800 ? 900 : weight;
}

const struct chain *chain_find(struct chains *cs, const struct style *s, const char *script,
			       const char *lang, unsigned flags)
{
	const struct face *f = family_face(s->family, script, lang);
	struct key k = { f, s->weight, s->width, s->italic };
	struct entry *e;

	if (flags & INLINE_STRONG)
		k.weight = strong_weight(k.weight);
	if ((flags & INLINE_EM) && f->emphasis == EMPHASIS_ITALIC)
		k.italic = !k.italic;
	else if ((flags & INLINE_EM) && f->emphasis == EMPHASIS_BOLD)
		k.weight = strong_weight(k.weight);
	if (flags & INLINE_LIGHT)
		k.weight = 300;
	e = g_hash_table_lookup(cs->entries, &k);
	if (!e) {
		e = g_new0(struct entry, 1);
		e->key = k;
		e->chain.face = f;
		add_face(cs, &e->chain, f, &k);
		add_face(cs, &e->chain, family_face(s->family, "Latn", ""), &k);
		g_hash_table_insert(cs->entries, &e->key, e);
	}
	return &e->chain;
}

char *chain_names(const struct chain *c)
{
	GString *s = g_string_new(NULL);

	for (size_t i = 0; i < c->nlinks; i++)
		if (i == 0 || strcmp(c->links[i].font->family, c->links[i - 1].font->family))
			g_string_append_printf(s, "%s%s", i ? ", " : "", c->links[i].font->family);
	return g_string_free(s, FALSE);
}
