/*
 * src/doc/issue_dump.c - the model of an issue as text, for golden tests and for looking.
 *
 * One line a thing, indented by its depth, with its place: FILE:LINE:COL. Text
 * is shown with the markup of its runs: {flags lang ...|text}.
 */
#include <glib.h>
#include <stdio.h>
#include "doc/issue_dump.h"
#include "doc/layout.h"
#include "doc/parallel.h"
#include "doc/list.h"
#include "doc/note.h"
#include "doc/verse.h"

void dump_start(const struct dump *d, const char *what, struct src at)
{
	for (int i = 0; i < d->depth; i++)
		fputs("  ", d->out);
	fprintf(d->out, "%s %s:%d:%d", what, at.file ? at.file : "-", at.line, at.col);
}

static void attribute(const struct dump *d, const char *name, const char *value)
{
	if (value)
		fprintf(d->out, " %s=\"%s\"", name, value);
}

/* Characters that cannot be seen, by their names. */
static void dump_text(const struct dump *d, const char *s, size_t n)
{
	for (const char *p = s; p < s + n; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == 0xA0 || c == 0x202F || c == 0x2028 || c == 0xFFFC || g_unichar_iscntrl(c) ||
		    g_unichar_type(c) == G_UNICODE_FORMAT)
			fprintf(d->out, "[%04X]", c);
		else
			fprintf(d->out, "%.*s", (int)(g_utf8_next_char(p) - p), p);
	}
}

static void dump_run(const struct dump *d, const struct copy *c, const struct inline_run *r)
{
	static const struct { unsigned flag; const char *name; } names[] = {
		{ INLINE_EM, "em" }, { INLINE_STRONG, "strong" }, { INLINE_SUP, "sup" }, { INLINE_SUB, "sub" },
		{ INLINE_FOREIGN, "foreign" },
	};
	bool plain = r->flags == 0 && !r->href && !r->ref && !r->note && g_strcmp0(r->lang, c->lang) == 0;

	if (!plain) {
		fprintf(d->out, "{%s", r->lang);
		for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
			if (r->flags & names[i].flag)
				fprintf(d->out, " %s", names[i].name);
		if (r->isolate)
			fprintf(d->out, " #%d", r->isolate);
		if (r->href)
			fprintf(d->out, " href=%s", r->href);
		if (r->ref)
			fprintf(d->out, " ref=%s", r->ref->id);
		if (r->note)
			fprintf(d->out, " note=%d", r->note->number);
		fputc('|', d->out);
	}
	dump_text(d, c->text + r->start, r->end - r->start);
	if (!plain)
		fputc('}', d->out);
}

void dump_copy(const struct dump *d, const char *what, const struct copy *c)
{
	if (!c)
		return;
	dump_start(d, what, c->at);
	fprintf(d->out, " %s%s: ", c->lang, c->rtl ? " rtl" : "");
	for (size_t i = 0; i < c->nruns; i++)
		dump_run(d, c, &c->runs[i]);
	fputc('\n', d->out);
}

static void dump_copies(const struct dump *d, const char *what, struct copy *const *c, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (c[i]) {
			dump_copy(d, what, c[i]);
			continue;
		}
		for (int k = 0; k < d->depth; k++)
			fputs("  ", d->out);
		fputs("gap\n", d->out);
	}
}

static void dump_picture(const struct dump *d, const char *what, const struct picture *p)
{
	static const char *const sizes[] = { "column", "wide", "full", "opener", "inset", "page", "spread" };
	static const char *const sides[] = { "start", "end", "left", "right", "inside", "outside", "between" };
	struct dump inner = { d->out, d->depth + 1 };

	if (!p)
		return;
	dump_start(d, what, p->at);
	fprintf(d->out, " %s %s focus %.2f %.2f%s", p->src_attr, sizes[p->size], p->focus_x, p->focus_y,
		p->path ? "" : " missing");
	if (p->crop < 1)
		fprintf(d->out, " crop %.2f", p->crop);
	if (p->size == SIZE_INSET)
		fprintf(d->out, " at %s %.2f distance %.2f", sides[p->side], p->width, p->distance);
	attribute(d, "shape", p->shape);
	attribute(d, "alt", p->alt);
	fputc('\n', d->out);
	dump_copy(&inner, "caption", p->caption);
	dump_copies(&inner, "caption", p->captions, p->ncaptions);
	dump_copy(&inner, "credit", p->credit);
}

static void dump_ads(const struct dump *d, struct ad *const *ads, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct dump inner = { d->out, d->depth + 1 };

		dump_start(d, "ad", ads[i]->at);
		fprintf(d->out, " %s", ad_size_names[ads[i]->size]);
		if (ads[i]->on)
			fprintf(d->out, " on %d", ads[i]->on);
		attribute(d, "advertiser", ads[i]->advertiser);
		fputc('\n', d->out);
		dump_picture(&inner, "picture", ads[i]->picture);
	}
}

static const char *const block_names[] = {
	[BLOCK_P] = "p", [BLOCK_SUBHEAD] = "subhead", [BLOCK_PULLQUOTE] = "pullquote", [BLOCK_LIST] = "list",
	[BLOCK_PICTURE] = "picture", [BLOCK_GALLERY] = "gallery", [BLOCK_BOX] = "box", [BLOCK_VERSE] = "verse",
	[BLOCK_FACTS] = "facts", [BLOCK_PARALLEL] = "parallel", [BLOCK_QUESTION] = "question",
	[BLOCK_ANSWER] = "answer",
};

/* Its rows, each with the languages' cells; "-" where a language has none. */
static void dump_parallel(const struct dump *d, const struct parallel *p)
{
	static const char *const manners[] = { "", " columns", " facing", " interleaved" };
	struct dump inner = { d->out, d->depth + 1 };

	fprintf(d->out, "%s\n", manners[p->manner]);
	for (size_t i = 0; i < p->nrows; i++) {
		const struct parallel_row *row = &p->rows[i];

		for (int k = 0; k < d->depth; k++)
			fputs("  ", d->out);
		fprintf(d->out, "row %s%s%s\n", block_names[row->kind], row->by ? " by" : row->first ? " first" : "", row->last ? " last" : "");
		for (size_t k = 0; k < p->ntexts; k++) {
			if (row->cells[k].copy)
				dump_copy(&inner, "cell", row->cells[k].copy);
			else
				fprintf(d->out, "%*s- %s\n", 2 * inner.depth, "", p->texts[k].lang);
		}
	}
}

static void dump_list(const struct dump *d, const struct list *l)
{
	static const char *const kinds[] = { "bullet", "number", "native", "letter" };

	for (size_t i = 0; i < l->n; i++) {
		const struct list_item *it = &l->items[i];
		struct dump inner = { d->out, d->depth + it->level };
		char what[32];

		if (it->kind == LIST_BULLET)
			snprintf(what, sizeof what, "item");
		else
			snprintf(what, sizeof what, "item %s %d", kinds[it->kind], it->number);
		dump_copy(&inner, what, it->copy);
	}
}

static void dump_verse(const struct dump *d, const struct verse *v)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct verse_line *l = &v->lines[i];
		struct dump inner = { d->out, d->depth + l->indent };
		char what[32];

		if (l->gap)
			fprintf(d->out, "%*sgap\n", 2 * d->depth, "");
		snprintf(what, sizeof what, "%s %d", l->half ? "couplet" : "line", l->number);
		dump_copy(&inner, what, l->copy);
		inner.depth++;
		dump_copy(&inner, "half", l->half);
	}
}

/* The end of a block's line: how its author wants it. */
static void dump_box(const struct dump *d, const struct box *b)
{
	if (b && b->columns)
		fprintf(d->out, " columns=%d", b->columns);
	if (b && b->at != BOX_APART)
		fputs(b->at == BOX_TEXT ? " in text" : " float", d->out);
	fputc('\n', d->out);
}

static void dump_block(const struct dump *d, const struct block *b)
{
	struct dump inner = { d->out, d->depth + 1 };

	if (b->table || b->chart || b->recipe) {
		if (b->table)
			dump_table(d, b->table);
		else if (b->chart)
			dump_chart(d, b->chart);
		else
			dump_recipe(d, b->recipe);
		return;
	}
	if (b->kind <= BLOCK_PULLQUOTE || b->kind == BLOCK_QUESTION || b->kind == BLOCK_ANSWER) {
		dump_copy(d, block_names[b->kind], b->copy);
	} else if (b->kind == BLOCK_PICTURE) {
		dump_picture(d, block_names[b->kind], b->pictures[0]);
	} else {
		dump_start(d, block_names[b->kind], b->at);
		fprintf(d->out, " %s", b->lang);
		if (b->parallel)
			dump_parallel(&inner, b->parallel);
		else
			dump_box(d, b->box);
		dump_copy(&inner, b->kind == BLOCK_GALLERY ? "caption" : "title", b->copy);
	}
	for (size_t i = 0; b->kind == BLOCK_FACTS && i < b->nitems; i++) {
		dump_copy(&inner, "label", b->labels[i]);
		dump_copy(&inner, "fact", b->items[i]);
	}
	if (b->list)
		dump_list(&inner, b->list);
	if (b->verse)
		dump_verse(&inner, b->verse);
	for (size_t i = 0; b->kind == BLOCK_GALLERY && i < b->npictures; i++)
		dump_picture(&inner, "picture", b->pictures[i]);
	for (size_t i = 0; i < b->nblocks; i++)
		dump_block(&inner, b->blocks[i]);
	dump_copy(&inner, "by", b->by);
}

static const char *side_name(enum start_side s)
{
	return s == START_LEFT ? "left" : s == START_RIGHT ? "right" : "any";
}

static void dump_head(const struct dump *d, const struct headwords *h)
{
	dump_copy(d, "kicker", h->kicker);
	dump_copy(d, "headline", h->headline);
	dump_copy(d, "standfirst", h->standfirst);
	dump_copies(d, "author", h->authors, h->nauthors);
	dump_copies(d, "translator", h->translators, h->ntranslators);
	dump_copies(d, "photographer", h->photographers, h->nphotographers);
}

static void dump_article(const struct dump *d, const struct article *a)
{
	struct dump inner = { d->out, d->depth + 1 };

	dump_start(d, a->imprint ? "imprint" : "article", a->at);
	fprintf(d->out, " %s %s%s rubric=%s", a->id, a->lang, a->rtl ? " rtl" : "", a->rubric->id);
	attribute(d, "template", a->template ? a->template->name : NULL);
	fprintf(d->out, " pages=%d start=%s\n", a->pages, side_name(a->start));
	dump_copy(&inner, "kicker", a->kicker);
	dump_copy(&inner, "headline", a->headline);
	dump_copy(&inner, "shorthead", a->shorthead);
	dump_copy(&inner, "standfirst", a->standfirst);
	dump_copies(&inner, "author", a->authors, a->nauthors);
	dump_copies(&inner, "translator", a->translators, a->ntranslators);
	dump_copies(&inner, "photographer", a->photographers, a->nphotographers);
	for (size_t i = 0; i < a->nheads; i++)
		dump_head(&inner, &a->heads[i]);
	for (size_t i = 0; i < a->nblocks; i++)
		dump_block(&inner, a->blocks[i]);
	for (size_t i = 0; i < a->nnotes; i++)
		dump_copy(&inner, "note", a->notes[i]->copy);
}

static void dump_part(const struct dump *d, const struct part *p)
{
	static const char *const names[] = {
		[PART_COVER] = "cover", [PART_CONTENTS] = "contents", [PART_ARTICLES] = "pages", [PART_AD] = "advertisement", [PART_REST] = "rest",
	};
	struct dump inner = { d->out, d->depth + 1 };

	dump_start(d, names[p->kind], p->at);
	if (p->kind == PART_ARTICLES)
		fprintf(d->out, " template=%s rubric=%s pages=%d start=%s", p->template->name, p->rubric->id, p->pages,
			side_name(p->start));
	fputc('\n', d->out);
	dump_copy(&inner, "title", p->title);
	dump_picture(&inner, "picture", p->picture);
	for (size_t i = 0; i < p->nlines; i++) {
		dump_copy(&inner, "coverline", p->lines[i].copy);
		if (p->lines[i].ref)
			fprintf(d->out, "%*s-> %s\n", 2 * (d->depth + 2), "", p->lines[i].ref->id);
	}
	dump_copies(&inner, "word", p->words, p->nwords);
	for (size_t i = 0; i < p->narticles; i++)
		dump_article(&inner, p->articles[i]);
	dump_ads(&inner, p->ads, p->nads);
}

void issue_dump(const struct issue *i, FILE *out)
{
	struct dump d = { out, 0 }, inner = { out, 1 };

	dump_start(&d, "issue", i->at);
	attribute(&d, "title", i->title);
	attribute(&d, "number", i->number);
	attribute(&d, "date", i->date);
	attribute(&d, "theme", i->theme);
	fprintf(out, " %s layout=%s\n", i->lang, i->layout_name);
	for (size_t k = 0; k < i->nparts; k++)
		dump_part(&inner, i->parts[k]);
	for (size_t k = 0; k < i->nfillers; k++)
		dump_picture(&inner, "filler", i->fillers[k]);
}
