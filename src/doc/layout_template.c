/*
 * src/doc/layout_template.c - templates, the heads they place, and what stands
 * on every page, the cover and the contents page.
 */
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/layout_build.h"

enum { PATTERN_MAX = 1000, ARTICLES_MAX = 1000 };

/* ---- heads ---- */

void layout_read_heads(struct layout_builder *b)
{
	static const char *const parts[] = { "kicker", "headline", "standfirst", "byline", "language", "title", NULL };
	static const char *const languages[] = { "under", "beside", NULL };

	b->heads = arena_make_array(b->a, count_children(b->root, "head"), struct head);
	check_unique(b, b->root, "head", "name");
	for (const struct node *c = b->root->first; c; c = c->next) {
		struct head *h = &b->heads[b->nheads];

		if (!node_is(c, "head") || !node_get(c, "name"))
			continue;
		h->name = node_get(c, "name");
		h->before = number_of(c, "before", 2);
		h->beside = choice_of(c, "languages", languages, 0) == 1;
		h->items = arena_make_array(b->a, count_children(c, "part"), struct head_item);
		for (const struct node *p = c->first; p; p = p->next) {
			int kind = node_is(p, "part") ? choice_of(p, "kind", parts, -1) : -1;
			const struct style *style = kind >= 0 ? style_of(b, p, "style") : NULL, *further = kind >= 0 ? style_of(b, p, "further") : NULL;
			int span = kind >= 0 ? int_of(p, "span", 0) : 0;

			if (kind < 0)
				continue;
			if (span > b->l->columns) {
				diag_add(b->d, D_LAYOUT, node_attr_at(p, "span"), _("the grid has only %d columns"), b->l->columns);
				span = 0;
			}
			if (!style)
				style = layout_style(b->l, "text");
			h->items[h->nitems++] = (struct head_item){ (enum head_part)kind, style, further ? further : style, span };
		}
		b->nheads++;
	}
}

static const struct head *head_of(struct layout_builder *b, const struct node *n)
{
	const char *name = node_get(n, "head");
	const char **names;

	if (!name)
		return NULL;
	for (size_t i = 0; i < b->nheads; i++)
		if (strcmp(b->heads[i].name, name) == 0)
			return &b->heads[i];
	names = g_new0(const char *, b->nheads + 1);
	for (size_t i = 0; i < b->nheads; i++)
		names[i] = b->heads[i].name;
	report_unknown_name(b, n, "head", _("head"), names);
	return NULL;
}

/* ---- which style sets what ---- */

#define BLOCK_STYLE(kind) (offsetof(struct template, styles) + (kind) * sizeof(const struct style *))

static const struct { const char *name; size_t offset; } uses[] = {
	{ "p",         BLOCK_STYLE(BLOCK_P) },
	{ "subhead",   BLOCK_STYLE(BLOCK_SUBHEAD) },
	{ "pullquote", BLOCK_STYLE(BLOCK_PULLQUOTE) },
	{ "list",      BLOCK_STYLE(BLOCK_LIST) },
	{ "verse",     BLOCK_STYLE(BLOCK_VERSE) },
	{ "facts",     BLOCK_STYLE(BLOCK_FACTS) },
	{ "table",     BLOCK_STYLE(BLOCK_TABLE) },
	{ "table-head", offsetof(struct template, table_head) },
	{ "data-title", offsetof(struct template, data_title) },
	{ "source",    offsetof(struct template, source) },
	{ "chart",     BLOCK_STYLE(BLOCK_CHART) },
	{ "axis",      offsetof(struct template, axis) },
	{ "ingredient", BLOCK_STYLE(BLOCK_RECIPE) },
	{ "portions",  offsetof(struct template, portions) },
	{ "step",      offsetof(struct template, step) },
	{ "step-number", offsetof(struct template, step_number) },
	{ "tip",       offsetof(struct template, tip) },
	{ "question",  BLOCK_STYLE(BLOCK_QUESTION) },
	{ "answer",    BLOCK_STYLE(BLOCK_ANSWER) },
	{ "caption",   offsetof(struct template, caption) },
	{ "credit",    offsetof(struct template, credit) },
	{ "box-title", offsetof(struct template, box_title) },
	{ "box-text",  offsetof(struct template, box_text) },
	{ "by",        offsetof(struct template, by) },
	{ "imprint",   offsetof(struct template, imprint) },
	{ "parallel",  offsetof(struct template, parallel) },
	{ "translation", offsetof(struct template, translation) },
	{ "note",      offsetof(struct template, note) },
};

static const struct style **use_at(struct template *t, size_t offset)
{
	return (const struct style **)((char *)t + offset);
}

/* The <use> elements under n, over what the template has. */
static void read_uses(struct layout_builder *b, const struct node *n, struct template *t)
{
	for (const struct node *c = n->first; c; c = c->next) {
		const char *what = node_is(c, "use") ? node_get(c, "for") : NULL;
		const struct style *style = what ? style_of(b, c, "style") : NULL;

		for (size_t i = 0; style && i < sizeof uses / sizeof uses[0]; i++)
			if (strcmp(uses[i].name, what) == 0)
				*use_at(t, uses[i].offset) = style;
	}
}

/* What sets the parts of tables, charts and recipes where a layout does not say it. */
static const struct { size_t offset, like; } likes[] = {
	{ BLOCK_STYLE(BLOCK_TABLE), offsetof(struct template, box_text) },
	{ offsetof(struct template, table_head), offsetof(struct template, box_title) },
	{ offsetof(struct template, data_title), offsetof(struct template, box_title) },
	{ offsetof(struct template, source), offsetof(struct template, credit) },
	{ BLOCK_STYLE(BLOCK_CHART), BLOCK_STYLE(BLOCK_TABLE) },
	{ offsetof(struct template, axis), offsetof(struct template, caption) },
	{ BLOCK_STYLE(BLOCK_RECIPE), offsetof(struct template, box_text) },
	{ offsetof(struct template, portions), offsetof(struct template, box_title) },
	{ offsetof(struct template, step), BLOCK_STYLE(BLOCK_LIST) },
	{ offsetof(struct template, step_number), offsetof(struct template, box_title) },
	{ offsetof(struct template, tip), offsetof(struct template, box_text) },
};

/* In order, since one may stand for the next. */
static void like_uses(struct template *t)
{
	for (size_t i = 0; i < sizeof likes / sizeof likes[0]; i++)
		if (!*use_at(t, likes[i].offset))
			*use_at(t, likes[i].offset) = *use_at(t, likes[i].like);
}

static void default_uses(struct layout_builder *b, struct template *t)
{
	const struct style *text = layout_style(b->l, "text");

	for (int i = 0; i < BLOCK_KINDS; i++)
		t->styles[i] = text;
	t->styles[BLOCK_TABLE] = t->styles[BLOCK_CHART] = t->styles[BLOCK_RECIPE] = NULL;
	t->styles[BLOCK_QUESTION] = t->styles[BLOCK_ANSWER] = NULL;	/* made from that of paragraphs */
	t->caption = t->credit = t->box_title = t->box_text = t->by = text;
	read_uses(b, b->root, t);
}

static struct style *like(struct layout_builder *b, const struct style *s, const char *name)
{
	struct style *copy = arena_copy(b->a, s, sizeof *s);

	copy->name = name;
	copy->dropcap = 0;
	copy->indent = 0;
	copy->before = copy->after = 0;
	return copy;
}

#define NOTE_SIZE 0.8			/* of the text's */
#define NOTE_LEADING 0.75		/* three quarters of a grid line where the text takes a whole one */

/* What a layout need not say: questions are bold, answers as paragraphs, notes smaller. */
static void derive_uses(struct layout_builder *b, struct template *t)
{
	const struct style *p = t->styles[BLOCK_P];

	if (!t->styles[BLOCK_QUESTION]) {
		struct style *s = like(b, p, "question");

		s->weight = p->weight > 700 ? p->weight : 700;
		s->before = 1;
		t->styles[BLOCK_QUESTION] = s;
	}
	if (!t->styles[BLOCK_ANSWER]) {
		struct style *s = like(b, p, "answer");

		s->indent = p->indent;
		t->styles[BLOCK_ANSWER] = s;
	}
	if (!t->note) {
		struct style *s = like(b, p, "note");

		s->size = NOTE_SIZE * p->size;
		s->leading = NOTE_LEADING * p->leading;
		t->note = s;
	}
}

/* Text in a box is the box's, with what is particular to the kind of block; poems and pull quotes stay as they are. */
static const struct style *boxed_style(struct layout_builder *b, const struct template *t, enum block_kind kind)
{
	const struct style *of = t->styles[kind];
	struct style *s = like(b, t->box_text, of->name);

	s->hang = of->hang;
	s->before = of->before;
	s->after = of->after;
	s->rule = of->rule;
	s->hyphenate = of->hyphenate && t->box_text->hyphenate;
	if (kind == BLOCK_QUESTION)
		s->weight = of->weight;
	return s;
}

static void derive_boxed(struct layout_builder *b, struct template *t)
{
	static const enum block_kind kinds[] = { BLOCK_LIST, BLOCK_FACTS, BLOCK_QUESTION, BLOCK_ANSWER };
	struct template *boxed = arena_copy(b->a, t, sizeof *t);
	struct style *subhead = arena_copy(b->a, t->box_title, sizeof *t->box_title);

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		boxed->styles[kinds[i]] = boxed_style(b, t, kinds[i]);
	subhead->before = subhead->before > 0 ? subhead->before : 1;
	boxed->styles[BLOCK_P] = t->box_text;
	boxed->styles[BLOCK_SUBHEAD] = subhead;
	t->boxed = boxed;
}

/* ---- threads ---- */

/* "all", "imprint", "2", "2-4", "2-" */
static bool parse_articles(const char *s, struct thread *t)
{
	char *end;

	*t = (struct thread){ .first = 1 };
	if (strcmp(s, "all") == 0)
		return true;
	if (strcmp(s, "imprint") == 0) {
		t->imprint = true;
		return true;
	}
	if (!g_ascii_isdigit(*s))
		return false;
	t->first = t->last = (int)strtol(s, &end, 10);
	if (*end == '-') {
		t->last = 0;
		if (end[1] != '\0' && !g_ascii_isdigit(end[1]))
			return false;
		if (end[1] != '\0') {
			t->last = (int)strtol(end + 1, &end, 10);
			if (t->last < t->first)
				return false;
		} else {
			end++;
		}
	}
	return *end == '\0' && t->first >= 1 && t->first <= ARTICLES_MAX && t->last <= ARTICLES_MAX;
}

static void read_threads(struct layout_builder *b, const struct node *n, struct template *t)
{
	t->threads = arena_make_array(b->a, count_children(n, "thread") + 1, struct thread);
	for (const struct node *c = n->first; c; c = c->next) {
		struct thread *thread = &t->threads[t->nthreads];

		if (!node_is(c, "thread") || !node_get(c, "articles"))
			continue;
		if (!parse_articles(node_get(c, "articles"), thread)) {
			diag_add(b->d, D_BAD_VALUE, node_attr_at(c, "articles"),
				 _("articles=\"%s\": expected all, imprint, 2, 2-4 or 2-"), node_get(c, "articles"));
			*thread = (struct thread){ .first = 1 };
		}
		thread->head = head_of(b, c);
		t->nthreads++;
	}
	if (t->nthreads == 0)
		t->threads[t->nthreads++] = (struct thread){ .first = 1 };
}

/* ---- places ---- */

static const struct place_row {
	const char *element;
	enum place_kind kind;
} place_rows[] = {
	{ "picture",  PLACE_PICTURE },
	{ "headline", PLACE_HEAD },
	{ "columns",  PLACE_COLUMNS },
	{ "title",    PLACE_TITLE },
	{ "fill",     PLACE_FILL },
	{ "boxes",    PLACE_BOX },
};

#define COLUMN_LEAST ((Mm){ 5 })	/* wide: narrower ones hold no word */

static bool read_area(struct layout_builder *b, const struct node *n, struct area *a)
{
	const struct layout *l = b->l;
	const char *bleed = node_get(n, "bleed");

	*a = (struct area){
		.col = int_of(n, "col", 1), .span = int_of(n, "span", 1),
		.line = number_of(n, "line", 0), .lines = number_of(n, "lines", 0),
		.bleed_top = bleed && strstr(bleed, "top"), .bleed_bottom = bleed && strstr(bleed, "bottom"),
		.bleed_inner = bleed && strstr(bleed, "inner"), .bleed_outer = bleed && strstr(bleed, "outer"),
	};
	if (a->col < 1 || a->span < 1 || a->col + a->span - 1 > l->columns) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "span"),
			 _("<%s> takes columns %d to %d, but the grid has columns 1 to %d; left out"), n->el->name, a->col,
			 a->col + a->span - 1, l->columns);
		return false;
	}
	if (a->line < 0 || a->lines < 0 || (a->line > 0 && a->line < 1) || a->line > l->lines ||
	    a->lines > l->lines || (a->line > 0 && a->line + a->lines - 1 > l->lines + 1e-9)) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "line"),
			 _("<%s> takes lines %g to %g, but the grid has lines 1 to %d; left out"), n->el->name, a->line,
			 a->lines > 0 ? a->line + a->lines - 1 : a->line, l->lines);
		return false;
	}
	return true;
}

/* Text needs some room beside the gutters, and some lines. */
static bool check_columns(struct layout_builder *b, const struct node *n, const struct place *p)
{
	const struct layout *l = b->l;
	Pt width = layout_span_width(l, p->area.span), least = pt_from_mm(COLUMN_LEAST);
	double lines = p->area.lines > 0 ? p->area.lines : p->area.line > 0 ? l->lines - p->area.line + 1 : l->lines;

	if ((width - (p->count - 1) * l->gutter) / p->count < least) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "count"), _("count=\"%d\": %.1f mm hold up to %d columns of %.0f mm or more; left out"), p->count,
			 mm_from_pt(width).mm, (int)((width + l->gutter) / (least + l->gutter)), COLUMN_LEAST.mm);
		return false;
	}
	if (p->kind == PLACE_COLUMNS && lines < COLUMN_LINES_LEAST) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, node_get(n, "lines") ? "lines" : "line"), _("columns of text have %d lines or more, these %g; left out"),
			 COLUMN_LINES_LEAST, lines);
		return false;
	}
	return true;
}

static bool check_place(struct layout_builder *b, const struct node *n, const struct template *t, struct place *p)
{
	if (p->kind == PLACE_HEAD && !p->head)
		return false;		/* reported */
	if (p->count < 1 || p->count > b->l->columns) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "count"), _("count=\"%d\": expected 1 to %d; left out"), p->count,
			 b->l->columns);
		return false;
	}
	if ((p->kind == PLACE_COLUMNS || p->kind == PLACE_BOX) && !check_columns(b, n, p))
		return false;
	if (p->kind == PLACE_PICTURE && (p->min_lines < 0 || p->min_lines > (p->area.lines > 0 ? p->area.lines : b->l->lines))) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "min-lines"), _("min-lines=\"%s\": expected 0 to %g, the picture's lines; left out"),
			 node_get(n, "min-lines"), p->area.lines > 0 ? p->area.lines : b->l->lines);
		return false;
	}
	if (p->thread < 1 || (size_t)p->thread > t->nthreads) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "thread"), _("template %s has no thread %d; left out"), t->name, p->thread);
		return false;
	}
	if (p->article < 1 || p->article > ARTICLES_MAX) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "article"), _("articles are counted from 1; left out"));
		return false;
	}
	return true;
}

static bool read_place(struct layout_builder *b, const struct node *n, const struct template *t, struct place *p)
{
	size_t i = 0;

	while (i < sizeof place_rows / sizeof place_rows[0] && !node_is(n, place_rows[i].element))
		i++;
	if (i == sizeof place_rows / sizeof place_rows[0])
		return false;
	*p = (struct place){
		.kind = place_rows[i].kind, .at = n->at, .article = int_of(n, "article", 1), .thread = int_of(n, "thread", 1),
		.count = int_of(n, "count", 1), .size = node_get(n, "size"),
		.caption_at = (enum caption_at)choice_of(n, "caption", caption_names, (int)b->l->rules.caption), .head = head_of(b, n),
		.style = style_of(b, n, "style"), .min_lines = number_of(n, "min-lines", 0), .balance = yes_of(n, "balance", false),
		.of_issue = g_strcmp0(node_get(n, "of"), "issue") == 0,
	};
	if (p->kind == PLACE_PICTURE && !p->size)
		return false;		/* reported by the reader */
	if (!p->style)
		p->style = layout_style(b->l, "text");
	p->ink = ink_of(b, n, (struct ink){ NULL, true, 1 });
	return read_area(b, n, &p->area) && check_place(b, n, t, p);
}

/* ---- templates ---- */

/* 0: every further page; -1: reported. */
static int page_number(struct layout_builder *b, const struct node *n)
{
	const char *s = node_get(n, "at");
	char *end = NULL;
	long at = 0;

	if (!s)
		return -1;
	if (strcmp(s, "rest") == 0)
		return 0;
	if (g_ascii_isdigit(*s))
		at = strtol(s, &end, 10);
	if (at >= 1 && at <= PATTERN_MAX && *end == '\0')
		return (int)at;
	diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "at"), _("at=\"%s\": expected 1, 2, ... or rest; left out"), s);
	return -1;
}

static void read_page(struct layout_builder *b, const struct node *n, struct template *t)
{
	static const char *const furniture[] = { "yes", "foot", "no", NULL };
	struct pattern *p = &t->patterns[t->npatterns];
	int at = page_number(b, n);
	size_t room = 0;

	if (at < 0)
		return;
	for (const struct node *c = n->first; c; c = c->next)
		room++;
	*p = (struct pattern){ .at = at, .furniture = (unsigned)choice_of(n, "furniture", furniture, 0), .src = n->at };
	p->places = arena_make_array(b->a, room, struct place);
	for (const struct node *c = n->first; c; c = c->next)
		if (c->el && read_place(b, c, t, &p->places[p->nplaces]))
			p->nplaces++;
	t->npatterns++;
}

static bool has_columns(const struct template *t)
{
	for (size_t i = 0; i < t->npatterns; i++)
		for (size_t k = 0; k < t->patterns[i].nplaces; k++)
			if (t->patterns[i].places[k].kind == PLACE_COLUMNS)
				return true;
	return false;
}

static void read_template(struct layout_builder *b, const struct node *n)
{
	static const char *const sides[] = { "any", "left", "right", NULL };
	static const char *const manners[] = { "any", "columns", "facing", "interleaved", NULL };
	struct template *t = &b->l->templates[b->l->ntemplates];

	if (!node_get(n, "name"))
		return;
	*t = (struct template){ .name = node_get(n, "name"), .at = n->at };	/* the one before may have been left out */
	t->parallel_manner = (enum parallel_manner)choice_of(n, "parallel", manners, PARALLEL_UNSAID);
	t->start = (enum start_side)choice_of(n, "start", sides, t->parallel_manner == PARALLEL_FACING ? START_LEFT : START_ANY);
	t->mirror = yes_of(n, "mirror", false);
	t->fillers = yes_of(n, "fillers", false);
	t->max_pages = int_of(n, "max-pages", 0);
	default_uses(b, t);
	read_uses(b, n, t);
	if (!t->parallel)
		t->parallel = t->styles[BLOCK_P];
	if (!t->translation)
		t->translation = t->parallel;
	like_uses(t);
	derive_uses(b, t);
	derive_boxed(b, t);
	read_threads(b, n, t);
	t->patterns = arena_make_array(b->a, count_children(n, "page"), struct pattern);
	check_unique(b, n, "page", "at");
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "page"))
			read_page(b, c, t);
	if (has_columns(t))
		b->l->ntemplates++;
	else
		diag_add(b->d, D_LAYOUT, n->at, _("template %s has no <columns> for text; left out"), t->name);
}

void layout_read_templates(struct layout_builder *b)
{
	b->l->templates = arena_make_array(b->a, count_children(b->root, "template") + 1, struct template);
	check_unique(b, b->root, "template", "name");
	for (const struct node *c = b->root->first; c; c = c->next)
		if (node_is(c, "template"))
			read_template(b, c);
}

/* ---- furniture, cover, contents ---- */

static const char *const put_names[] = {
	"folio", "issue", "rubric", "square", "tab", "title", "theme", "number", "lines", "words",
	"entries", "pictures", "text", NULL
};

/* Pieces that are a coloured area have the rubric's colour where none is given. */
static bool is_area(enum put_what what)
{
	return what == PUT_SQUARE || what == PUT_TAB;
}

static void read_put(struct layout_builder *b, const struct node *n, struct put *p)
{
	const struct style *second[3] = { style_of(b, n, "style2"), style_of(b, n, "style3"), style_of(b, n, "style4") };

	p->at = n->at;
	p->from_inner = strcmp(node_get(n, "edge"), "inner") == 0;
	p->x = length_of(b, n, "x", false);
	p->y = length_of(b, n, "y", true);
	p->w = length_of(b, n, "w", false);
	p->h = length_of(b, n, "h", true);
	p->step = length_of(b, n, "step", true);
	p->style = style_of(b, n, "style");
	if (!p->style)
		p->style = layout_style(b->l, "text");
	p->style2 = second[0] ? second[0] : p->style;
	p->style3 = second[1] ? second[1] : p->style2;
	p->style4 = second[2] ? second[2] : p->style3;
	p->ink = ink_of(b, n, is_area(p->what) ? (struct ink){ NULL, true, 1 } : p->style ? p->style->ink : (struct ink){ NULL, false, 1 });
	p->align = (enum align)choice_of(n, "align", align_names, p->style ? (int)p->style->align : ALIGN_START);
	p->text = node_get(n, "text");
	p->fit = number_of(n, "fit", 0);
	if (p->y < 0 || p->y > b->l->height || p->x > b->l->width)
		diag_add(b->d, D_LAYOUT, n->at, _("<put what=\"%s\"> stands off the page"), put_names[p->what]);
}

static struct put *read_put_list(struct layout_builder *b, const char *where, size_t *count)
{
	const struct node *n = node_child(b->root, where);
	struct put *puts = arena_make_array(b->a, count_children(n, "put"), struct put);

	*count = 0;
	for (const struct node *c = n ? n->first : NULL; c; c = c->next) {
		int what = node_is(c, "put") ? choice_of(c, "what", put_names, -1) : -1;

		if (what < 0)
			continue;
		puts[*count].what = (enum put_what)what;
		read_put(b, c, &puts[(*count)++]);
	}
	return puts;
}

void layout_read_puts(struct layout_builder *b)
{
	b->l->furniture = read_put_list(b, "furniture", &b->l->nfurniture);
	b->l->cover = read_put_list(b, "cover", &b->l->ncover);
	b->l->contents = read_put_list(b, "contents", &b->l->ncontents);
}
