/* src/doc/print.c - print profiles: read, and held against a layout. */
#include "doc/print.h"
#include <stddef.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "base/icc.h"
#include "doc/layout.h"
#include "doc/node.h"

struct reader { struct arena *a; struct diag *d; const struct node *root; struct print_profile *p; };

/* ---- attributes: given, or by default, also where the whole element is left out ---- */

static const char *value(const struct reader *r, const char *element, const char *attr)
{
	const struct node *n = node_child(r->root, element);
	const struct element *el = vocabulary_find(&print_vocabulary, element);

	if (n)
		return node_get(n, attr);
	for (const struct attribute *at = el->attrs; at->name; at++)
		if (strcmp(at->name, attr) == 0)
			return attribute_default(at);
	return NULL;
}

static struct src place(const struct reader *r, const char *element, const char *attr)
{
	const struct node *n = node_child(r->root, element);

	return n ? node_attr_at(n, attr) : r->root->at;
}

/* A whole number between least and most; else reported and the nearest. */
static int whole(struct reader *r, const char *element, const char *attr, int least, int most)
{
	const char *s = value(r, element, attr);
	double x = 0;

	if (!s || !parse_number(s, &x))
		return least;
	if (x < least || x > most)
		diag_add(r->d, D_PRINT_PROFILE, place(r, element, attr), _("%s=\"%s\": a number from %d to %d is wanted"),
			 attr, s, least, most);
	return (int)CLAMP(x, least, most);
}

static Pt length(struct reader *r, const char *element, const char *attr)
{
	const char *s = value(r, element, attr);
	struct length l;

	if (!s || !parse_length(s, &l))
		return 0;
	if (l.n < 0)
		diag_add(r->d, D_PRINT_PROFILE, place(r, element, attr), _("%s=\"%s\": a length in mm or pt is wanted"), attr, s);
	return l.unit == UNIT_MM ? pt_from_mm((Mm){ l.n }) : l.n;
}

/* ---- marks ---- */

#define MARKS_LEAST pt_from_mm((Mm){ 3 })
/* Between the bleed and the marks, so that neither runs into the other. */
#define MARKS_GAP pt_from_mm((Mm){ 1 })

static const struct { const char *name; size_t at; } mark_kinds[] = {
	{ "crop",         offsetof(struct print_marks, crop) },
	{ "registration", offsetof(struct print_marks, registration) },
	{ "colour",       offsetof(struct print_marks, colour) },
	{ "slug",         offsetof(struct print_marks, slug) },
};

static void mark_set(struct print_marks *m, size_t kind, bool on)
{
	*(bool *)((char *)m + mark_kinds[kind].at) = on;
}

bool print_marks_read(const char *list, struct print_marks *m)
{
	bool all = !strcmp(list, "all"), ok = true;
	char **words = g_strsplit(all || !strcmp(list, "none") ? "" : list, ",", -1);

	for (size_t k = 0; k < G_N_ELEMENTS(mark_kinds); k++)
		mark_set(m, k, all);
	for (char **w = words; *w && ok; w++) {
		ok = false;
		for (size_t k = 0; k < G_N_ELEMENTS(mark_kinds) && !ok; k++)
			if ((ok = !strcmp(*w, mark_kinds[k].name)))
				mark_set(m, k, true);
	}
	g_strfreev(words);
	return ok && *list;
}

static void read_marks(struct reader *r)
{
	for (size_t k = 0; k < G_N_ELEMENTS(mark_kinds); k++)
		mark_set(&r->p->marks, k, !g_strcmp0(value(r, "marks", mark_kinds[k].name), "yes"));
	r->p->marks.offset = length(r, "marks", "offset");
	if (r->p->marks.offset < MARKS_LEAST - 0.001) {
		diag_add(r->d, D_PRINT_PROFILE, place(r, "marks", "offset"),
			 _("marks %.1f mm from the edge would be cut into the page; 3 mm are the least"), mm_from_pt(r->p->marks.offset).mm);
		r->p->marks.offset = MARKS_LEAST;
	}
}

Pt print_marks_from(const struct print_marks *m, Pt bleed)
{
	return MAX(MAX(m->offset, MARKS_LEAST), bleed + MARKS_GAP);
}

Pt print_marks_margin(const struct print_marks *m, Pt bleed)
{
	if (!m->crop && !m->registration && !m->colour && !m->slug)
		return 0;
	return print_marks_from(m, bleed) + PRINT_MARKS_LENGTH + PRINT_MARKS_AIR;
}

static void read_rules(struct reader *r)
{
	struct print_profile *p = r->p;

	p->ink_limit = whole(r, "ink", "limit", 100, 400) / 100.0;
	p->black_overprint_max = length(r, "ink", "black-overprint");
	p->black_area = length(r, "ink", "black-area");
	p->max_spots = whole(r, "ink", "spots", 0, 16);
	p->width = length(r, "paper", "width");
	p->height = length(r, "paper", "height");
	p->bleed = length(r, "paper", "bleed");
	p->safe = length(r, "paper", "safe");
	p->page_multiple = whole(r, "paper", "page-multiple", 1, 64);
}

static void read_detail(struct reader *r)
{
	struct print_profile *p = r->p;

	p->min_line = length(r, "detail", "line");
	p->min_line_error = length(r, "detail", "line-error");
	p->min_reversed_line = length(r, "detail", "reversed-line");
	p->black_line = length(r, "detail", "black-line");
	p->min_text = length(r, "detail", "text");
	p->min_reversed_text = length(r, "detail", "reversed-text");
	p->black_text = length(r, "detail", "black-text");
	p->display_text = length(r, "detail", "display-text");
}

static void read_pictures(struct reader *r)
{
	struct print_profile *p = r->p;

	p->ppi = whole(r, "pictures", "ppi", 72, 2400);
	p->ppi_warning = whole(r, "pictures", "warning", 0, 2400);
	p->ppi_error = whole(r, "pictures", "error", 0, 2400);
	p->ppi_most = whole(r, "pictures", "most", 0, 9600);
	p->ppi_line_art = whole(r, "pictures", "line-art", 72, 4800);
	p->ppi_line_art_warning = whole(r, "pictures", "line-art-warning", 0, 4800);
	p->ppi_line_art_error = whole(r, "pictures", "line-art-error", 0, 4800);
	p->ppi_line_art_most = whole(r, "pictures", "line-art-most", 0, 9600);
	p->jpeg_quality = whole(r, "pictures", "quality", 50, 100);
	p->pages_as_pixels = g_strcmp0(value(r, "pictures", "pages"), "pixels") == 0;
}

static const char *const standards[] = {
	[PDFX_4] = "PDF/X-4", [PDFX_3_2003] = "PDF/X-3:2003", [PDFX_1A_2003] = "PDF/X-1a:2003",
};

const char *print_standard_name(enum print_standard s)
{
	return standards[s];
}

static enum print_standard read_standard(const char *s)
{
	for (size_t i = 0; s && i < G_N_ELEMENTS(standards); i++)
		if (strcmp(standards[i], s) == 0)
			return (enum print_standard)i;
	return PDFX_4;
}

static void drop_icc(void *icc)
{
	icc_free(icc);
}

/* The ICC file: its own beside the profile, or the one named instead. */
static bool open_output(struct reader *r, const char *override, struct src override_at)
{
	const char *own = value(r, "output", "profile");
	struct src at = override ? override_at : place(r, "output", "profile");
	char *error, *path;

	if (!override && !own)
		return false;
	path = override ? g_canonicalize_filename(override, NULL) : g_canonicalize_filename(own, r->root->source->folder);
	r->p->icc = arena_strdup(r->a, path);
	g_free(path);
	r->p->output = icc_open(r->p->icc, &error);
	if (!r->p->output) {
		diag_add(r->d, D_PRINT_PROFILE, at, !override && !g_file_test(r->p->icc, G_FILE_TEST_EXISTS) ?
			 _("the output profile %s cannot be used: %s. Copy the ICC file along with the print profile, or give its path in profile=\"…\"") :
			 _("the output profile %s cannot be used: %s"), r->p->icc, error);
		g_free(error);
		return false;
	}
	arena_defer(r->a, drop_icc, r->p->output);
	/* PDF 1.4 knows version 2 only, PDF 1.6 version 4 too. */
	if (icc_version(r->p->output) > (r->p->standard == PDFX_4 ? 4 : 2)) {
		diag_add(r->d, D_PRINT_PROFILE, at, _("the output profile %s is of ICC version %d, which %s does not allow"), r->p->icc,
			 icc_version(r->p->output), standards[r->p->standard]);
		return false;
	}
	return true;
}

/* Another ICC file stands for another printing condition: the registered one that it is for, else one of
 * the shop's own, which PDF/X calls Custom. Only names that are registered there may name the registry. */
static void take_condition(struct reader *r)
{
	const char *known = icc_condition(r->p->output);

	r->p->condition_info = icc_description(r->p->output);
	r->p->condition = known ? known : "Custom";
	r->p->registry = known ? "http://www.color.org" : NULL;
	r->p->accepts = NULL;
}

struct print_profile *print_profile_read(struct arena *a, const char *path, const char *icc_override,
					 struct src override_at, struct diag *d)
{
	struct reader r = { .a = a, .d = d };
	size_t errors = diag_count(d, SEV_ERROR);

	r.root = node_read(a, a, &print_vocabulary, path, NULL, d);
	/* Figures that were not understood would find faults that there are not. */
	if (!r.root || diag_count(d, SEV_ERROR) > errors)
		return NULL;
	r.p = arena_make(a, struct print_profile);
	r.p->at = r.root->at;
	r.p->name = node_get(r.root, "name") ? node_get(r.root, "name") : "?";
	r.p->title = node_get(r.root, "title") ? node_get(r.root, "title") : r.p->name;
	r.p->standard = read_standard(node_get(r.root, "standard"));
	r.p->condition = value(&r, "output", "condition");
	r.p->condition_info = value(&r, "output", "info");
	r.p->registry = value(&r, "output", "registry");
	r.p->accepts = value(&r, "output", "accepts");
	r.p->managed_colour = g_strcmp0(value(&r, "output", "managed-colour"), "yes") == 0;
	read_rules(&r);
	read_detail(&r);
	read_pictures(&r);
	read_marks(&r);
	if (!r.p->condition || !r.p->condition_info || !open_output(&r, icc_override, override_at))
		return NULL;
	if (icc_override)
		take_condition(&r);
	return r.p;
}

/* ---- layout ---- */

static void check_swatch(const struct print_profile *p, const struct swatch *s, struct diag *d)
{
	double sum = s->c + s->m + s->y + s->k;

	/* Registration is on every plate by its nature. */
	if (s->spot && strcmp(s->spot, "All") == 0)
		return;
	if (sum > p->ink_limit + 1e-6)
		diag_add(d, D_INK_LIMIT, s->at,
			 _("the colour %s has %.0f %% of ink; on this paper (print profile %s) it may be %.0f %%"),
			 s->name, sum * 100, p->name, p->ink_limit * 100);
}

void print_check_layout(const struct print_profile *p, const struct layout *l, struct diag *d)
{
	int spots = 0;

	for (size_t i = 0; i < l->nswatches; i++) {
		const struct swatch *s = &l->swatches[i];

		check_swatch(p, s, d);
		if (s->spot && strcmp(s->spot, "All") != 0 && ++spots == p->max_spots + 1)
			diag_add(d, D_SPOTS, s->at, _("the colour %s is spot colour number %d; the print profile %s allows %d"),
				 s->name, spots, p->name, p->max_spots);
	}
	if (l->bleed < p->bleed - 0.01)
		diag_add(d, D_BLEED, l->at, _("the layout has %.1f mm of bleed; the print profile %s asks for %.1f mm. Write that into the layout as well (<paper bleed>); of one that comes with the program use a copy"),
			 mm_from_pt(l->bleed).mm, p->name, mm_from_pt(p->bleed).mm);
}
