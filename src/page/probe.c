/* src/page/probe.c - what the issue's pictures are, asked before anything is laid out. */
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/store.h"
#include "doc/issue.h"
#include "page/build.h"

/* What is not as the author may think. */
static void say_notes(const struct picture *pic, const struct picture_notes *n, struct diag *d)
{
	if (n->pages)
		diag_add(d, D_PICTURE_PAGES, pic->at, _("%s holds %s pictures; the first one is used"), pic->src_attr, n->pages);
	for (size_t i = 0; n->links && n->links[i]; i++)
		diag_add(d, D_DRAWING_LINK, pic->at,
			 _("the drawing %s refers to another file, %s, which is left out; embed it in the drawing (Inkscape: Extensions > Images > Embed Images)"),
			 pic->src_attr, n->links[i]);
}

/* What lines beside insets follow. */
static bool outlines_ask(struct issue *is, struct store *s, struct arena *a, struct diag *d)
{
	struct outlining *o = arena_make_array(a, is->npictures + 1, struct outlining);
	struct picture **of = arena_make_array(a, is->npictures + 1, struct picture *);
	size_t n = 0;

	for (size_t i = 0; i < is->npictures; i++) {
		struct picture *pic = is->pictures[i];
		if (!pic->shape || !pic->path || pic->fault)
			continue;
		o[n] = (struct outlining){ .path = pic->path, .page = pic->page, .shape = strcmp(pic->shape, "alpha") ? pic->shape : NULL };
		of[n++] = pic;
	}
	if (n && !store_outline(s, a, o, n, d))
		return false;
	for (size_t i = 0; i < n; i++) {
		of[i]->outline = o[i].outline;
		if (o[i].error)
			diag_add(d, D_PICTURE_SHAPE, of[i]->at, _("%s; the lines beside it follow its rectangle"), o[i].error);
	}
	return true;
}

/* ---- photographs that stand twice ---- */

struct stood { const char *path; int page; };

static guint stood_hash(gconstpointer p)
{
	const struct stood *s = p;
	return g_str_hash(s->path) * 31u ^ (guint)s->page;
}

static gboolean stood_equal(gconstpointer a, gconstpointer b)
{
	const struct stood *x = a, *y = b;
	return x->page == y->page && strcmp(x->path, y->path) == 0;
}

/* A drawing may be an ornament. */
static void look_again(GHashTable *known, struct block *const *blocks, size_t n, struct arena *a, struct diag *d)
{
	for (size_t i = 0; i < n; i++) {
		look_again(known, blocks[i]->blocks, blocks[i]->nblocks, a, d);
		for (size_t k = 0; k < blocks[i]->npictures; k++) {
			struct picture *p = blocks[i]->pictures[k];
			struct stood key = { p->path, p->page };
			const struct picture *before = p->path && !p->vector ? g_hash_table_lookup(known, &key) : NULL;

			if (before)
				diag_add(d, D_PICTURE_TWICE, p->at, _("this picture stands at %s:%d already; if that is meant, all is well"), before->at.file,
					 before->at.line);
			else if (p->path && !p->vector)
				g_hash_table_insert(known, arena_copy(a, &key, sizeof key), p);
		}
	}
}

static void say_repeated(struct issue *is, struct arena *a, struct diag *d)
{
	GHashTable *known = g_hash_table_new(stood_hash, stood_equal);

	for (size_t i = 0; i < is->narticles; i++)
		look_again(known, is->articles[i]->blocks, is->articles[i]->nblocks, a, d);
	g_hash_table_unref(known);
}

bool pictures_probe(struct issue *is, struct store *s, struct arena *a, struct diag *d)
{
	struct probe *p = arena_make_array(a, is->npictures + 1, struct probe);
	struct picture **of = arena_make_array(a, is->npictures + 1, struct picture *);
	size_t n = 0;

	for (size_t i = 0; i < is->npictures; i++) {
		struct picture *pic = is->pictures[i];
		if (!pic->path) {
			if (!pic->fault)
				pic->fault = arena_printf(a, _("picture %s is missing"), pic->src_attr ? pic->src_attr : "");
			continue;
		}
		p[n].path = pic->path;
		p[n].page = pic->page;
		of[n++] = pic;
	}
	if (!store_probe(s, a, p, n, d))
		return false;
	for (size_t i = 0; i < n; i++) {
		struct picture *pic = of[i];
		if (p[i].error) {
			pic->fault = p[i].error;
			diag_add(d, D_PICTURE_BAD, pic->at, "%s: %s", pic->src_attr, p[i].error);
			continue;
		}
		pic->px_w = p[i].info.width;
		pic->px_h = p[i].info.height;
		pic->pdf = p[i].info.kind == PICTURE_PAGE;
		pic->vector = p[i].info.kind == PICTURE_VECTOR || pic->pdf;
		memcpy(pic->over, p[i].info.over, sizeof pic->over);
		if (pic->page && !pic->pdf)
			diag_add(d, D_BAD_VALUE, pic->at, _("%s is no PDF, so it has no page %d"), pic->src_attr, pic->page);
		pic->line = p[i].info.kind == PICTURE_LINE;
		say_notes(pic, &p[i].info.notes, d);
		pic->nominal_w = p[i].info.nominal_w;
		pic->nominal_h = p[i].info.nominal_h;
	}
	say_repeated(is, a, d);
	return outlines_ask(is, s, a, d);
}
