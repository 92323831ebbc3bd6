/*
 * src/doc/layout.c - how a magazine looks: the reading, and the parts every
 * other part names: paper, grid, colours, rubrics, fonts, labels.
 */
#include "doc/layout.h"

#include <assert.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/layout_build.h"
#include "doc/picture.h"

/* Sizes beyond which a number is a typing error. */
#define PAPER_MAX ((Mm){ 2000 })
#define BLEED_MAX ((Mm){ 50 })
enum { COLUMNS_MAX = 48, LINES_MAX = 500 };

const char *const align_names[] = { "justify", "start", "end", "center", NULL };
const char *const caption_names[] = { "below", "beside", "over", NULL };

/* ---- attributes ---- */

size_t count_children(const struct node *n, const char *name)
{
	size_t count = 0;

	for (const struct node *c = n ? n->first : NULL; c; c = c->next)
		count += node_is(c, name);
	return count;
}

Pt length_of(struct layout_builder *b, const struct node *n, const char *attr, bool vertical)
{
	const char *s = node_get(n, attr);
	struct length len;

	if (!s || !parse_length(s, &len))
		return 0;
	switch (len.unit) {
	case UNIT_PT: return len.n;
	case UNIT_MM: return pt_from_mm((Mm){ len.n });
	case UNIT_GR: break;
	}
	assert(vertical);		/* the attribute's row says ATTR_HEIGHT; elsewhere the reader takes no gr */
	return len.n * b->l->leading;
}

double number_of(const struct node *n, const char *attr, double otherwise)
{
	const char *s = node_get(n, attr);
	double x;

	return s && parse_number(s, &x) ? x : otherwise;
}

int int_of(const struct node *n, const char *attr, int otherwise)
{
	return (int)number_of(n, attr, otherwise);
}

double percent_of(const struct node *n, const char *attr, double otherwise)
{
	const char *s = node_get(n, attr);
	double x;

	return s && parse_percent(s, &x) ? x : otherwise;
}

bool yes_of(const struct node *n, const char *attr, bool otherwise)
{
	const char *s = node_get(n, attr);

	return s ? strcmp(s, "yes") == 0 : otherwise;
}

int choice_of(const struct node *n, const char *attr, const char *const *values, int otherwise)
{
	const char *s = node_get(n, attr);

	for (int i = 0; s && values[i]; i++)
		if (strcmp(values[i], s) == 0)
			return i;
	return otherwise;
}

void report_unknown_name(struct layout_builder *b, const struct node *n, const char *attr, const char *what,
			 const char **names)
{
	const char *near = nearest_name(node_get(n, attr), names);

	if (near)
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s; did you mean %s?"),
			 attr, node_get(n, attr), what, near);
	else
		diag_add(b->d, D_UNRESOLVED, node_attr_at(n, attr), _("%s=\"%s\": there is no such %s"),
			 attr, node_get(n, attr), what);
	g_free(names);
}

struct ink ink_of(struct layout_builder *b, const struct node *n, struct ink otherwise)
{
	const char *name = node_get(n, "ink");
	struct ink ink = otherwise;
	const char **names;

	if (!name) {
		ink.tint = percent_of(n, "tint", otherwise.tint);
		return ink;
	}
	ink = (struct ink){ layout_swatch(b->l, name), strcmp(name, "rubric") == 0, percent_of(n, "tint", 1) };
	if (ink.rubric)
		ink.swatch = NULL;
	if (ink.swatch || ink.rubric)
		return ink;
	names = g_new0(const char *, b->l->nswatches + 2);
	for (size_t i = 0; i < b->l->nswatches; i++)
		names[i] = b->l->swatches[i].name;
	names[b->l->nswatches] = "rubric";
	report_unknown_name(b, n, "ink", _("swatch"), names);
	return otherwise;
}

void check_unique(struct layout_builder *b, const struct node *parent, const char *name, const char *attr)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (const struct node *c = parent->first; c; c = c->next) {
		const char *value = node_is(c, name) ? node_get(c, attr) : NULL;

		if (value && !g_hash_table_add(seen, (gpointer)value))
			diag_add(b->d, D_DUPLICATE, node_attr_at(c, attr), _("a second <%s> with %s=\"%s\"; the first one counts"),
				 name, attr, value);
	}
	g_hash_table_destroy(seen);
}

/* ---- paper and grid ---- */

static bool fault(struct layout_builder *b, const struct node *n, const char *attr, const char *text)
{
	diag_add(b->d, D_LAYOUT, node_attr_at(n, attr), "%s", text);
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
	if (l->width <= 0 || l->width > pt_from_mm(PAPER_MAX))
		return fault(b, n, "width", _("the page's width is impossible"));
	if (l->height <= 0 || l->height > pt_from_mm(PAPER_MAX))
		return fault(b, n, "height", _("the page's height is impossible"));
	if (l->bleed < 0 || l->bleed > pt_from_mm(BLEED_MAX)) {
		fault(b, n, "bleed", _("the bleed is impossible; set as 3mm"));
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
	if (l->leading <= 0)
		return fault(b, n, "leading", _("the leading must be more than nothing"));
	if (l->inner < 0 || l->outer < 0 || l->gutter < 0)
		return fault(b, n, "gutter", _("margins and gutter cannot be less than nothing"));
	if (layout_span_width(l, 1) <= 0)
		return fault(b, n, "columns", _("the paper is too narrow for these margins, columns and gutters"));
	if (l->first_baseline <= 0 || l->first_baseline + (l->lines - 1 + 0.22) * l->leading > l->height)
		return fault(b, n, "lines", _("the grid's lines do not fit the page's height"));
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

/* ---- fonts ---- */

static const char **read_fonts(struct layout_builder *b, const struct node *n)
{
	const char *fonts = node_get(n, "fonts");
	char **words = g_strsplit(fonts ? fonts : "", ",", -1);
	const char **out = arena_make_array(b->a, g_strv_length(words) + 1, const char *);
	size_t k = 0;

	for (char **w = words; *w; w++)
		if (*g_strstrip(*w))
			out[k++] = arena_strdup(b->a, *w);
	g_strfreev(words);
	if (k == 0 && fonts)
		diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "fonts"), _("fonts=\"%s\" names no font"), fonts);
	return out;
}

static void check_face(struct layout_builder *b, const struct node *n, struct face *f)
{
	if (f->size <= 0 || f->size > 10 || f->leading <= 0 || f->leading > 10) {
		diag_add(b->d, D_LAYOUT, n->at, _("a face's size and leading are factors, such as 1.2; set as 1"));
		f->size = f->leading = 1;
	}
	if (f->min_weight < 1 || f->max_weight > 1000 || f->min_weight > f->max_weight) {
		diag_add(b->d, D_LAYOUT, n->at, _("a face's weights lie between 100 and 900, the lighter one first"));
		f->min_weight = 100;
		f->max_weight = 900;
	}
	if (!(f->ragged >= 0 && f->ragged <= 100) || !(f->kashida >= 0 && f->kashida <= 2) ||
	    !(f->clusters >= 0 && f->clusters <= 1) || !(f->latin_gap >= 0 && f->latin_gap <= 1)) {
		diag_add(b->d, D_LAYOUT, n->at, _("a face's ragged, kashida, clusters and latin-gap are parts of its size, such as 0.25; set as 0"));
		f->ragged = f->kashida = f->clusters = f->latin_gap = 0;
	}
}

/* One struct face for every script of the list. */
static void read_face(struct layout_builder *b, const struct node *n, GArray *faces)
{
	static const char *const emphases[] = { "italic", "bold", "spaced", "none", NULL };
	struct face f = {
		.lang = node_get(n, "lang"), .fonts = read_fonts(b, n),
		.size = number_of(n, "size", 1), .leading = number_of(n, "leading", 1),
		.min_weight = int_of(n, "min-weight", 100), .max_weight = int_of(n, "max-weight", 900),
		.emphasis = (unsigned)choice_of(n, "emphasis", emphases, 0), .baseline = number_of(n, "baseline", 0),
		.ragged = number_of(n, "ragged", 0), .kashida = number_of(n, "kashida", 0),
		.clusters = number_of(n, "clusters", 0), .latin_gap = number_of(n, "latin-gap", 0),
	};
	const char *scripts = node_get(n, "script");
	char **words = g_strsplit(scripts ? scripts : "", " ", -1);

	check_face(b, n, &f);
	for (char **w = words; *w; w++) {
		if (strlen(*w) != 4)
			diag_add(b->d, D_BAD_VALUE, node_attr_at(n, "script"),
				 _("script=\"%s\": a script's code has four letters, such as Latn or Arab"), *w);
		f.script = arena_strdup(b->a, *w);
		g_array_append_val(faces, f);
	}
	g_strfreev(words);
}

static int by_character(gconstpointer a, gconstpointer b)
{
	const struct hang *x = a, *y = b;

	return x->c < y->c ? -1 : x->c > y->c;
}

/* One struct hang for every character. */
static void read_hang(const struct node *n, GArray *hangs)
{
	struct hang h = { 0, node_get(n, "font"), percent_of(n, "start", 0), percent_of(n, "end", 0) };
	const char *letters = node_get(n, "letters");

	for (const char *p = letters ? letters : ""; *p; p = g_utf8_next_char(p)) {
		h.c = g_utf8_get_char(p);
		if (h.c != ' ')
			g_array_append_val(hangs, h);
	}
}

static void read_family(struct layout_builder *b, const struct node *n)
{
	struct family *f = &b->l->families[b->l->nfamilies];
	GArray *faces = g_array_new(FALSE, FALSE, sizeof(struct face)), *hangs = g_array_new(FALSE, FALSE, sizeof(struct hang));
	bool latin = false;

	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "face"))
			read_face(b, c, faces);
		else if (node_is(c, "hang"))
			read_hang(c, hangs);
	for (guint i = 0; i < faces->len; i++)
		latin = latin || strcmp(g_array_index(faces, struct face, i).script, "Latn") == 0;
	f->name = node_get(n, "name");
	f->faces = arena_copy(b->a, faces->data, faces->len * sizeof(struct face));
	f->nfaces = faces->len;
	g_array_free(faces, TRUE);
	g_array_sort(hangs, by_character);
	f->hangs = arena_copy(b->a, hangs->data, hangs->len * sizeof(struct hang));
	f->nhangs = hangs->len;
	g_array_free(hangs, TRUE);
	if (!latin && f->nfaces)
		diag_add(b->d, D_LAYOUT, n->at, _("<family name=\"%s\"> needs a <face> for the script Latn"), f->name ? f->name : "");
	if (f->name && f->nfaces)
		b->l->nfamilies++;
}

static bool read_families(struct layout_builder *b)
{
	b->l->families = arena_make_array(b->a, count_children(b->root, "family"), struct family);
	check_unique(b, b->root, "family", "name");
	for (const struct node *c = b->root->first; c; c = c->next)
		if (node_is(c, "family"))
			read_family(b, c);
	return b->l->nfamilies > 0;
}

/* ---- the rest ---- */

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
		diag_add(b->d, D_LAYOUT, n->at, _("min-ppi should lie between 100 and 400"));
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
	if (!read_rubrics(b) || !read_families(b))
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

/* ---- looking things up ---- */

#define FIND(l, array, count, member, value) \
	do { \
		for (size_t i_ = 0; i_ < (l)->count; i_++) \
			if (strcmp((l)->array[i_].member, (value)) == 0) \
				return &(l)->array[i_]; \
		return NULL; \
	} while (0)

const struct style *layout_style(const struct layout *l, const char *name)
{
	FIND(l, styles, nstyles, name, name);
}

const struct template *layout_template(const struct layout *l, const char *name)
{
	FIND(l, templates, ntemplates, name, name);
}

const struct rubric *layout_rubric(const struct layout *l, const char *id)
{
	FIND(l, rubrics, nrubrics, id, id);
}

const struct swatch *layout_swatch(const struct layout *l, const char *name)
{
	FIND(l, swatches, nswatches, name, name);
}

/* How well a face's lang fits: 0 not at all, 1 for any language, more with its length. */
static size_t face_fits(const struct face *f, const char *lang)
{
	size_t n = f->lang ? strlen(f->lang) : 0;
	const char *end = lang ? lang + strcspn(lang, "-") : NULL;
	char full[32];

	if (!f->lang)
		return 1;
	if (!lang)
		return 0;
	if (g_ascii_strncasecmp(lang, f->lang, n) == 0 && (lang[n] == '\0' || lang[n] == '-'))
		return n + 1;
	/* zh-TW is written as zh-Hant, whether it says so or not. */
	g_snprintf(full, sizeof full, "%.*s-%s", (int)(end - lang), lang, lang_script(lang));
	return g_ascii_strcasecmp(full, f->lang) == 0 ? n + 1 : 0;
}

const struct face *family_face(const struct family *f, const char *script, const char *lang)
{
	const struct face *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < f->nfaces; i++) {
		size_t fit = strcmp(f->faces[i].script, script) == 0 ? face_fits(&f->faces[i], lang) : 0;

		if (fit > most) {
			most = fit;
			best = &f->faces[i];
		}
	}
	if (!best && strcmp(script, "Latn") != 0)
		return family_face(f, "Latn", NULL);
	return best ? best : &f->faces[0];
}

Pt layout_span_width(const struct layout *l, int span)
{
	Pt column = (l->width - l->inner - l->outer - (l->columns - 1) * l->gutter) / l->columns;

	return span * column + (span - 1) * l->gutter;
}

Pt layout_column_x(const struct layout *l, int col, bool right_page)
{
	return (right_page ? l->inner : l->outer) + (col - 1) * (layout_span_width(l, 1) + l->gutter);
}
