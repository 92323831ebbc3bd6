/*
 * src/doc/layout.c - how a magazine looks: the reading as a whole, and the parts that
 * need no others: paper, grid, colours, rubrics, pictures, advertisements, labels.
 */
#include "doc/layout.h"

#include <glib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/layout_build.h"
#include "doc/picture.h"

/* Sizes beyond which a number is a typing error. */
#define PAPER_LEAST ((Mm){ 20 })
#define PAPER_MAX ((Mm){ 2000 })
#define BLEED_MAX ((Mm){ 50 })
enum { COLUMNS_MAX = 48, LINES_MAX = 500 };

/* ---- paper and grid ---- */

static bool fault(struct layout_builder *b, const struct node *n, const char *attr, const char *text)
{
	diag_add(b->d, D_LAYOUT, node_attr_at(n, attr), "%s", text);
	return false;
}

static bool paper_side(struct layout_builder *b, const struct node *n, const char *attr, Pt side)
{
	if (side >= pt_from_mm(PAPER_LEAST) && side <= pt_from_mm(PAPER_MAX))
		return true;
	diag_add(b->d, D_LAYOUT, node_attr_at(n, attr), _("%s=\"%s\": a page has %.0fmm to %.0fmm a side"), attr, node_get(n, attr), PAPER_LEAST.mm, PAPER_MAX.mm);
	return false;
}

static bool read_paper(struct layout_builder *b)
{
	const struct node *n = node_child(b->root, "paper");
	struct layout *l = b->l;

	if (!n)
		return false;
	l->width = length_of(b, n, "width", false);
	l->height = length_of(b, n, "height", false);
	l->bleed = length_of(b, n, "bleed", false);
	if (!paper_side(b, n, "width", l->width) || !paper_side(b, n, "height", l->height))
		return false;
	if (l->bleed < 0 || l->bleed > pt_from_mm(BLEED_MAX)) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "bleed"), _("bleed=\"%s\": expected 0mm to %.0fmm; set as 3mm"), node_get(n, "bleed"), BLEED_MAX.mm);
		l->bleed = pt_from_mm((Mm){ 3 });
	}
	return true;
}

static bool read_grid(struct layout_builder *b)
{
	const struct node *n = node_child(b->root, "grid");
	struct layout *l = b->l;

	if (!n)
		return false;
	l->columns = int_of(n, "columns", 0);
	l->lines = int_of(n, "lines", 0);
	l->gutter = length_of(b, n, "gutter", false);
	l->inner = length_of(b, n, "inner", false);
	l->outer = length_of(b, n, "outer", false);
	l->leading = length_of(b, n, "leading", false);
	l->first_baseline = length_of(b, n, "first-baseline", false);
	if (l->columns < 1 || l->columns > COLUMNS_MAX)
		return fault(b, n, "columns", _("the grid needs 1 to 48 columns"));
	if (l->lines < 1 || l->lines > LINES_MAX)
		return fault(b, n, "lines", _("the grid needs 1 to 500 lines"));
	if (l->leading < 1)
		return fault(b, n, "leading", _("the grid's leading must be 1 pt or more"));
	if (l->inner < 0 || l->outer < 0 || l->gutter < 0)
		return fault(b, n, "gutter", _("margins and gutter cannot be less than nothing"));
	if (layout_span_width(l, 1) <= 0) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "columns"), _("the paper is too narrow: its %.1f mm are less than margins and gutters take (%.1f mm)"),
			 mm_from_pt(l->width).mm, mm_from_pt(l->inner + l->outer + (l->columns - 1) * l->gutter).mm);
		return false;
	}
	if (l->first_baseline <= 0 || l->first_baseline + (l->lines - BASE_SHARE) * l->leading > l->height) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "lines"), _("the grid's lines do not fit the page's height of %.1f mm: the first has its baseline at %.1f mm, the last at %.1f mm"),
			 mm_from_pt(l->height).mm, mm_from_pt(l->first_baseline).mm, mm_from_pt(l->first_baseline + (l->lines - 1) * l->leading).mm);
		return false;
	}
	return true;
}

/* ---- colours ---- */

static void read_swatches(struct layout_builder *b)
{
	struct layout *l = b->l;
	size_t n = count_children(b->root, "swatch");
	struct swatch *s = l->swatches = arena_make_array(b->a, n + 3, struct swatch);

	check_unique(b, b->root, "swatch", "name");
	for (const struct node *c = b->root->first; c; c = c->next) {
		if (!node_is(c, "swatch") || !node_get(c, "name"))
			continue;
		*s++ = (struct swatch){ node_get(c, "name"), percent_of(c, "c", 0), percent_of(c, "m", 0),
					percent_of(c, "y", 0), percent_of(c, "k", 0), node_get(c, "spot"), c->at };
		if (strcmp(node_get(c, "name"), "rubric") == 0)
			diag_add(b->d, D_LAYOUT, node_attr_at(c, "name"), _("no swatch can be called rubric: that means the rubric's colour"));
	}
	l->nswatches = (size_t)(s - l->swatches);
	/* Text has a colour whatever a layout forgets. */
	if (!layout_swatch(l, "black"))
		l->swatches[l->nswatches++] = (struct swatch){ "black", 0, 0, 0, 1, NULL, b->root->at };
	/* On every plate: what printer's marks are made of. */
	if (!layout_swatch(l, "registration"))
		l->swatches[l->nswatches++] = (struct swatch){ "registration", 1, 1, 1, 1, "All", b->root->at };
}

static void read_rubric(struct layout_builder *b, const struct node *n)
{
	struct layout *l = b->l;
	struct rubric *r = &l->rubrics[l->nrubrics];
	const char *swatch = node_get(n, "swatch");
	const char **names;

	r->id = node_get(n, "id");
	if (!r->id)
		return;
	r->name = node_get(n, "name") ? node_get(n, "name") : r->id;
	r->dark = yes_of(n, "dark", true);
	r->index = (int)l->nrubrics++;
	r->swatch = swatch ? layout_swatch(l, swatch) : layout_swatch(l, "black");
	if (!r->swatch) {
		names = g_new0(const char *, l->nswatches + 1);
		for (size_t i = 0; i < l->nswatches; i++)
			names[i] = l->swatches[i].name;
		report_unknown_name(b, n, "swatch", _("swatch"), names);
		r->swatch = layout_swatch(l, "black");
	}
	r->tint = (struct ink){ r->swatch, false, percent_of(n, "tint", 0.12) };
}

static bool read_rubrics(struct layout_builder *b)
{
	b->l->rubrics = arena_make_array(b->a, count_children(b->root, "rubric"), struct rubric);
	check_unique(b, b->root, "rubric", "id");
	for (const struct node *c = b->root->first; c; c = c->next)
		if (node_is(c, "rubric"))
			read_rubric(b, c);
	return b->l->nrubrics > 0;
}

/* ---- advertisements, labels, pictures, parallel texts ---- */

static void read_ads(struct layout_builder *b)
{
	struct layout *l = b->l;

	l->ads = arena_make_array(b->a, count_children(b->root, "ad"), struct ad_format);
	for (const struct node *c = b->root->first; c; c = c->next) {
		struct ad_format f;

		if (!node_is(c, "ad") || !node_get(c, "width") || !node_get(c, "height"))
			continue;
		f = (struct ad_format){ (enum ad_size)choice_of(c, "size", ad_size_names, AD_HALF), length_of(b, c, "width", false), length_of(b, c, "height", false) };
		if (f.w <= 0 || f.h <= 0 || f.w > l->width + 0.01 || f.h > l->height)
			diag_add(b->d, D_LAYOUT, c->at, _("an advertisement is at most as large as the page; this size is left out"));
		else
			l->ads[l->nads++] = f;
	}
}

static void read_labels(struct layout_builder *b)
{
	struct label *k = b->l->labels = arena_make_array(b->a, count_children(b->root, "label"), struct label);

	for (const struct node *c = b->root->first; c; c = c->next) {
		if (!node_is(c, "label") || !node_get(c, "key") || !node_get(c, "xml:lang"))
			continue;
		char *text = c->first ? g_strstrip(g_strdup(c->first->text)) : NULL;

		if (text && *text)
			*k++ = (struct label){ node_get(c, "key"), node_get(c, "xml:lang"), arena_strdup(b->a, text) };
		else
			diag_add(b->d, D_MISSING, c->at, _("<label> holds no text"));
		g_free(text);
	}
	b->l->nlabels = (size_t)(k - b->l->labels);
}

/* A length of the rules, at most `most`. */
static Pt rule_length(struct layout_builder *b, const struct node *n, const char *attr, Pt otherwise, Pt most)
{
	Pt x = n && node_get(n, attr) ? length_of(b, n, attr, false) : otherwise;

	if (x >= 0 && x <= most)
		return x;
	diag_add(b->d, D_LAYOUT, node_attr_at(n, attr), _("%s=\"%s\": expected 0 to %.0f mm"), attr, node_get(n, attr), mm_from_pt(most).mm);
	return otherwise;
}

static void read_rules(struct layout_builder *b, const struct node *n)
{
	static const char *const credits[] = { "after", "line", "edge", NULL }, *const keys[] = { "places", "numbers", NULL },
		*const tops[] = { "x-height", "cap-height", NULL }, *const bindings[] = { "stapled", "glued", NULL };
	struct layout *l = b->l;

	l->rules = (struct picture_rules){
		.caption = (enum caption_at)(n ? choice_of(n, "caption", caption_names, CAPTION_BELOW) : CAPTION_BELOW),
		.credit = (enum credit_at)(n ? choice_of(n, "credit", credits, CREDIT_AFTER) : CREDIT_AFTER),
		.at_caps = n && choice_of(n, "top", tops, 0) == 1,
		.numbers = n && choice_of(n, "keys", keys, 0) == 1,
		.flat_middle = !n || choice_of(n, "binding", bindings, 0) == 0,
		.inset = n ? percent_of(n, "inset", 0.5) : 0.5,
		.inset_text = rule_length(b, n, "inset-text", pt_from_mm((Mm){ 20 }), l->width),
		.wrap = rule_length(b, n, "wrap", pt_from_mm((Mm){ 4 }), pt_from_mm((Mm){ 50 })),
		.gutter_loss = rule_length(b, n, "gutter-loss", 0, pt_from_mm((Mm){ 20 })),
	};
	l->rules.max_lines = n ? number_of(n, "max-lines", 0) : 0;
	if (l->rules.max_lines < 0 || (l->rules.max_lines > 0 && l->rules.max_lines < 3)) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "max-lines"), _("max-lines must be 3 or more; there is no limit now"));
		l->rules.max_lines = 0;
	}
	if (l->rules.inset >= 0.1 && l->rules.inset <= 0.9)
		return;
	diag_add(b->d, D_LAYOUT, node_attr_at(n, "inset"), _("inset should lie between 10%% and 90%%; set as 50%%"));
	l->rules.inset = 0.5;
}

static void read_parallel(struct layout_builder *b)
{
	static const char *const manners[] = { "columns", "interleaved", NULL }, *const widths[] = { "grid", "free", "equal", NULL };
	const struct node *n = node_child(b->root, "parallel");
	struct parallel_rules *r = &b->l->parallel;

	*r = (struct parallel_rules){ PARALLEL_COLUMNS, WIDTHS_GRID, 12, 15, 1, 9 };
	if (!n)
		return;
	r->manner = choice_of(n, "arrange", manners, 0) ? PARALLEL_INTERLEAVED : PARALLEL_COLUMNS;
	r->widths = (unsigned)choice_of(n, "widths", widths, WIDTHS_GRID);
	r->min_width = number_of(n, "min-width", r->min_width);
	r->ragged = number_of(n, "ragged", r->ragged);
	r->gap = number_of(n, "gap", r->gap);
	r->divide = int_of(n, "divide", r->divide);
	if (r->min_width < 4 || r->min_width > 60) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "min-width"), _("a column of a parallel text should be between 4 and 60 em wide"));
		r->min_width = 12;
	}
	if (r->gap < 0 || r->gap > 4) {
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "gap"), _("the white between paragraphs of a parallel text should be between 0 and 4 lines"));
		r->gap = 1;
	}
}

static void read_pictures(struct layout_builder *b)
{
	const struct node *n = node_child(b->root, "pictures");
	struct layout *l = b->l;

	l->min_ppi = 225;
	l->min_ppi_line = 800;
	l->sharpen_radius = 0.8;
	l->pictures = (struct picture_colour){ .intent = RENDER_RELATIVE };
	read_rules(b, n);
	if (!n)
		return;
	l->min_ppi = number_of(n, "min-ppi", l->min_ppi);
	if (l->min_ppi < 0 || l->min_ppi > 5000)
		diag_add(b->d, D_LAYOUT, n->at, _("min-ppi should lie between 0 and 5000"));
	l->pictures = picture_colour_read(n, l->pictures);
	l->sharpen = number_of(n, "sharpen", 0);
	if (l->sharpen < 0 || l->sharpen > 500)
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "sharpen"), _("sharpen should lie between 0 and 500 percent"));
	l->sharpen_radius = number_of(n, "sharpen-radius", l->sharpen_radius);
	if (l->sharpen_radius < 0.3 || l->sharpen_radius > 5)
		diag_add(b->d, D_LAYOUT, node_attr_at(n, "sharpen-radius"), _("sharpen-radius should lie between 0.3 and 5 pixels"));
	l->sharpen = CLAMP(l->sharpen, 0, 500);
	l->sharpen_radius = CLAMP(l->sharpen_radius, 0.3, 5);
}

/* Everything in the order that one part needs another; false: no use going on. */
static bool read_parts(struct layout_builder *b)
{
	if (!read_paper(b) || !read_grid(b))
		return false;
	read_pictures(b);
	read_parallel(b);
	read_ads(b);
	read_swatches(b);
	if (!read_rubrics(b) || !layout_read_families(b))
		return false;
	layout_read_looks(b);
	layout_read_styles(b);
	if (!layout_style(b->l, "text")) {
		diag_add(b->d, D_MISSING, b->root->at, _("the layout lacks <style name=\"text\">: what nothing else sets"));
		return false;
	}
	layout_read_heads(b);
	layout_read_templates(b);
	layout_read_puts(b);
	read_labels(b);
	return b->l->ntemplates > 0;
}

struct layout *layout_read(struct arena *a, const char *path, struct diag *d)
{
	struct layout_builder b = { .a = a, .d = d };

	b.root = node_read(a, a, &layout_vocabulary, path, NULL, d);
	if (!b.root)
		return NULL;
	b.l = arena_make(a, struct layout);
	b.l->at = b.root->at;
	b.l->name = node_get(b.root, "name") ? node_get(b.root, "name") : "?";
	b.l->folder = b.root->source->folder;
	b.l->print = node_get(b.root, "print");
	b.l->print_at = node_attr_at(b.root, "print");
	if (node_get(b.root, "output-profile"))
		b.l->output_profile = arena_printf(a, "%s/%s", b.l->folder, node_get(b.root, "output-profile"));
	b.l->output_profile_at = node_attr_at(b.root, "output-profile");
	return read_parts(&b) ? b.l : NULL;
}
