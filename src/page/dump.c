/* src/page/dump.c - pages and lines as text, for golden tests and for people. */
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "page/build.h"
#include "page/model.h"
#include "text/font.h"
#include "text/shape.h"

static const char *const roles[] = {
	"artifact", "article", "h1", "h2", "p", "list", "item", "figure", "caption", "quote", "box", "toc", "toci",
	"table", "row", "cell", "header", "note",
};

/* Negative zero would make dumps differ for nothing. */
static double tidy(double v)
{
	return v > -0.005 && v < 0.005 ? 0 : v;
}

static const char *base_name(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;
	return !path ? "-" : slash ? slash + 1 : path;
}

static void dump_place(const struct item *it, FILE *out)
{
	fprintf(out, " @%s:%d:%d", base_name(it->at.file), it->at.line, it->at.col);
	if (it->tag)
		fprintf(out, " <%s %s>", roles[it->tag->role], it->tag->lang ? it->tag->lang : "-");
}

static void dump_item(const struct item *it, FILE *out)
{
	const struct glyphs *g = &it->glyphs;

	switch (it->kind) {
	case ITEM_GLYPHS:
		fprintf(out, "  glyphs %.2f %.2f \"%s %s\" %.2f %s %.0f%% n%zu%s%s", tidy(g->x), tidy(g->y), g->font->family,
			g->font->style, g->size, it->colour.swatch, it->colour.tint * 100, g->nglyphs, g->backward ? " backward" : "",
			g->up ? " up" : "");
		dump_place(it, out);
		if (g->href)
			fprintf(out, " -> %s", g->href);
		if (g->dest_page >= 0)
			fprintf(out, " -> page %d", g->dest_page + 1);
		if (g->dest_y > 0)
			fprintf(out, " at %.2f", g->dest_y);
		fprintf(out, " |%.*s|\n", (int)g->nbytes, g->text);
		break;
	case ITEM_RECT:
		fprintf(out, "  rect %.2f %.2f %.2f %.2f %s %.0f%%\n", tidy(it->box.x), tidy(it->box.y), it->box.w, it->box.h,
			it->colour.swatch, it->colour.tint * 100);
		break;
	case ITEM_PATH:
		fprintf(out, "  path %s %.2f %s %.0f%%", it->path.closed ? "closed" : "open", it->path.stroke, it->colour.swatch, it->colour.tint * 100);
		for (size_t i = 0; i < it->path.n; i++)
			fprintf(out, " %.2f,%.2f", tidy(it->path.at[i].x), tidy(it->path.at[i].y));
		fputc('\n', out);
		break;
	case ITEM_PICTURE:
		fprintf(out, "  picture %.2f %.2f %.2f %.2f %s crop %.3f %.3f %.3f %.3f", tidy(it->box.x), tidy(it->box.y), it->box.w,
			it->box.h, base_name(it->picture.path), it->picture.crop_x, it->picture.crop_y, it->picture.crop_w, it->picture.crop_h);
		dump_place(it, out);
		if (it->picture.page)
			fprintf(out, " page %d of %.2f x %.2f", it->picture.page, it->picture.nominal_w, it->picture.nominal_h);
		if (it->picture.booked_w > 0)
			fprintf(out, " booked %.2f x %.2f%s", it->picture.booked_w, it->picture.booked_h, it->picture.misfit ? " misfit" : "");
		fprintf(out, "%s%s\n", it->picture.fault ? " fault: " : "", it->picture.fault ? it->picture.fault : "");
		break;
	case ITEM_MARK:
		fprintf(out, "  mark %.2f %.2f: %s\n", tidy(it->box.x), tidy(it->box.y), it->mark);
		break;
	}
}

void pages_dump(const struct pages *p, FILE *out)
{
	fprintf(out, "pages %zu of %.2f x %.2f bleed %.2f \"%s\" %s %s\n", p->npages, p->width, p->height, p->bleed,
		p->title, p->lang, p->date);
	for (size_t i = 0; i < p->nbookmarks; i++)
		fprintf(out, "bookmark %d %s\n", p->bookmarks[i].page + 1, p->bookmarks[i].title);
	for (size_t i = 0; i < p->npages; i++) {
		const struct page *pg = &p->pages[i];
		fprintf(out, "page %d \"%s\" %s%s\n", pg->index + 1, pg->label, pg->right ? "right" : "left", pg->overset ? " overset" : "");
		for (size_t k = 0; k < pg->nitems; k++)
			dump_item(&pg->items[k], out);
	}
}

void pages_dump_lines(const struct pages *p, FILE *out)
{
	for (size_t i = 0; i < p->npages; i++) {
		const struct page *pg = &p->pages[i];
		fprintf(out, "page %d\n", pg->index + 1);
		for (size_t k = 0; k < pg->nlines; k++) {
			const struct line_note *l = &pg->lines[k];
			fprintf(out, "  line %.2f %.2f w%.2f%s @%s:%d |", tidy(l->x), tidy(l->y), l->w, l->justified ? " justified" : "",
				base_name(l->at.file), l->at.line);
			fprintf(out, "%.*s|\n", (int)l->nbytes, l->text);
		}
	}
}

static void dump_copy(const struct copy *c, const struct style *s, struct text_tools *t, FILE *out, struct diag *d)
{
	struct arena *a;

	if (!c || !s)
		return;
	a = arena_new();
	fprintf(out, "text %s:%d %s %s %s\n", base_name(c->at.file), c->at.line, s->name, c->lang, c->rtl ? "rtl" : "ltr");
	shaped_dump(shape(a, c, s, t, NULL, NULL, d), out);
	arena_free(a);
}

static void dump_block(const struct block *b, const struct template *tpl, struct text_tools *t, FILE *out, struct diag *d)
{
	const struct style *s = b->kind == BLOCK_BOX ? tpl->box_title : tpl->styles[b->kind];

	dump_copy(b->copy, s, t, out, d);
	for (size_t i = 0; i < b->nitems; i++)
		dump_copy(b->items[i], s, t, out, d);
	for (size_t i = 0; i < b->npictures; i++)
		dump_copy(b->pictures[i]->caption, tpl->caption, t, out, d);
	for (size_t i = 0; i < b->nblocks; i++)
		dump_block(b->blocks[i], tpl, t, out, d);
}

void pages_dump_text(const struct issue *is, const struct layout *l, struct text_tools *t, FILE *out, struct diag *d)
{
	for (size_t i = 0; i < is->nparts; i++) {
		const struct part *p = is->parts[i];
		(void)l;
		for (size_t k = 0; p->kind == PART_ARTICLES && k < p->narticles; k++) {
			const struct article *a = p->articles[k];
			dump_copy(a->headline, p->template->styles[BLOCK_SUBHEAD], t, out, d);
			for (size_t n = 0; n < a->nblocks; n++)
				dump_block(a->blocks[n], p->template, t, out, d);
		}
	}
}
