/* tests/unit/test_layout.c */
#include <assert.h>
#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "folder.h"

/* A small layout whose parts the tests replace. */
static const struct { const char *key, *text; } parts[] = {
	{ "paper", "<paper width='210mm' height='297mm'/>" },
	{ "grid", "<grid columns='12' gutter='4mm' inner='17mm' outer='15mm' first-baseline='20mm' lines='58' leading='12.5pt'/>" },
	{ "swatch", "<swatch name='coral' c='0%' m='80%' y='80%' k='0%'/>" },
	{ "rubric", "<rubric id='markt' name='Markt' swatch='coral'/>" },
	{ "family", "<family name='text'><face script='Latn Cyrl' fonts='Noto Serif, Noto Sans'/>"
		    "<face script='Arab' fonts='Naskh' size='1.2'/><face script='Arab' lang='ur' fonts='Nastaliq'/>"
		    "<face script='Hani' lang='zh-Hant' fonts='TC'/><face script='Hani' fonts='SC'/></family>" },
	{ "style", "<style name='small' parent='text' size='8pt' ink='rubric'/>"
		   "<style name='text' family='text' size='9.4pt' leading='1gr' align='justify' hyphenate='yes' indent='3mm'/>"
		   "<style name='tiny' parent='small' hyphenate='no' tint='50%'/>" },
	{ "head", "<head name='large'><part kind='headline' style='small'/></head>" },
	{ "use", "<use for='caption' style='small'/>" },
	{ "template", "<template name='story'><use for='p' style='tiny'/><page at='1'>"
		      "<picture size='opener' span='12' line='1' lines='22' bleed='top outer'/><headline head='large' span='12'/>"
		      "<columns count='3' span='12'/></page><page at='rest' furniture='no'><columns count='3' col='4' span='9'/></page></template>" },
	{ "furniture", "<furniture><put what='tab' y='10mm'/><put what='folio' edge='outer' y='287mm' style='tiny' style3='text'/></furniture>" },
	{ "label", "<label key='author' xml:lang='de'>Text</label><label key='author' xml:lang='ar'>نص</label>" },
};

struct fixture {
	struct folder in;
	struct layout *l;
};

/* The layout with `key`'s part replaced by text. */
static struct fixture read_with(const char *key, const char *text)
{
	struct fixture f;
	GString *xml = g_string_new("<layout xmlns='urn:zivos:layout' name='t'>");

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		g_string_append(xml, g_strcmp0(parts[i].key, key) == 0 ? text : parts[i].text);
	g_string_append(xml, "</layout>");
	f.in = folder_new("layout.xml", xml->str);
	g_string_free(xml, TRUE);
	f.l = layout_read(f.in.a, f.in.path, f.in.d);
	return f;
}

static bool near(double a, double b)
{
	return fabs(a - b) < 1e-6;
}

static void test_grid(const struct layout *l)
{
	assert(near(l->width, 210 * 72 / 25.4) && near(l->bleed, 3 * 72 / 25.4) && near(l->leading, 12.5));
	assert(near(layout_span_width(l, 12), 178 * 72 / 25.4));
	assert(near(layout_column_x(l, 1, true), l->inner) && near(layout_column_x(l, 1, false), l->outer));
	assert(near(layout_column_x(l, 13, true), l->width - l->outer + l->gutter));
	assert(l->min_ppi == 225);
}

static void test_styles(const struct layout *l)
{
	const struct style *text = layout_style(l, "text"), *small = layout_style(l, "small"), *tiny = layout_style(l, "tiny");

	/* There without being asked for: the inks of all plates. */
	assert(layout_swatch(l, "registration") && strcmp(layout_swatch(l, "registration")->spot, "All") == 0);
	assert(near(text->leading, 12.5) && near(text->indent, 3 * 72 / 25.4) && text->ink.swatch == layout_swatch(l, "black"));
	assert(near(small->size, 8) && small->hyphenate && small->align == ALIGN_JUSTIFY && small->ink.rubric && !small->ink.swatch);
	assert(near(tiny->size, 8) && !tiny->hyphenate && tiny->ink.rubric && near(tiny->ink.tint, 0.5));
	assert(!layout_style(l, "none"));
}

static void test_template(const struct layout *l)
{
	const struct template *t = layout_template(l, "story");
	const struct place *picture = &t->patterns[0].places[0];

	assert(t->npatterns == 2 && t->patterns[0].nplaces == 3 && t->patterns[1].at == 0 && t->patterns[1].furniture == FURNITURE_NONE);
	assert(picture->kind == PLACE_PICTURE && picture->area.bleed_top && !picture->area.bleed_inner && picture->area.bleed_outer);
	assert(picture->area.col == 1 && near(picture->area.lines, 22));
	assert(t->patterns[0].places[1].head->items[0].style == layout_style(l, "small"));
	assert(t->nthreads == 1 && t->threads[0].first == 1 && t->threads[0].last == 0 && !t->threads[0].head);
	assert(t->styles[BLOCK_P] == layout_style(l, "tiny") && t->caption == layout_style(l, "small"));
	assert(t->styles[BLOCK_BOX] == layout_style(l, "text") && t->by == layout_style(l, "text"));
}

static void test_faces(const struct layout *l)
{
	const struct family *f = &l->families[0];

	assert(strcmp(family_face(f, "Cyrl", "uk")->fonts[1], "Noto Sans") == 0 && !family_face(f, "Cyrl", "uk")->fonts[2]);
	assert(strcmp(family_face(f, "Arab", "ar")->fonts[0], "Naskh") == 0);
	assert(strcmp(family_face(f, "Arab", "ur-PK")->fonts[0], "Nastaliq") == 0);
	assert(strcmp(family_face(f, "Hani", "zh-TW")->fonts[0], "TC") == 0);
	assert(strcmp(family_face(f, "Hani", NULL)->fonts[0], "SC") == 0);
	assert(strcmp(family_face(f, "Thai", "th")->script, "Latn") == 0);
}

static void test_furniture(const struct layout *l)
{
	assert(l->nfurniture == 2 && l->furniture[0].what == PUT_TAB && l->furniture[0].from_inner && l->furniture[0].ink.rubric);
	assert(l->furniture[0].style == layout_style(l, "text") && !l->furniture[1].from_inner);
	assert(l->furniture[1].style2 == layout_style(l, "tiny") && l->furniture[1].style3 == layout_style(l, "text"));
	assert(strcmp(layout_label(l, "author", "ar-EG"), "نص") == 0 && strcmp(layout_label(l, "author", "vi"), "Bài") == 0);
	assert(strcmp(layout_label(l, "ad", "zh-TW"), "廣告") == 0 && strcmp(layout_label(l, "ad", "sr-Latn-RS"), "Oglas") == 0);
	/* A language without the word: English, and whoever can do without asks first. */
	assert(strcmp(layout_label(l, "ad", "yo"), "Advertisement") == 0 && !layout_has_label(l, "ad", "yo"));
	assert(strcmp(layout_label(l, "nothing", "de"), "nothing") == 0);
}

static void test_good(void)
{
	struct fixture f = read_with(NULL, NULL);

	assert(f.l && diag_count(f.in.d, SEV_NOTE) == 0);
	test_grid(f.l);
	test_styles(f.l);
	test_template(f.l);
	test_faces(f.l);
	test_furniture(f.l);
	folder_free(&f.in);
}

#define PAGE(place) "<template name='a'><page at='1'><columns count='1' span='12'/>" place "</page></template>"
#define STYLE(attrs) "<style name='text' size='9pt'/><style name='small' size='9pt'/><style name='tiny' size='9pt'/><style name='x' " attrs "/>"

static void test_faults(void)
{
	static const struct { const char *key, *text; enum diag_id id; bool usable; } cases[] = {
		{ "paper", "", D_MISSING, false },
		{ "paper", "<paper width='0mm' height='297mm'/>", D_LAYOUT, false },
		{ "paper", "<paper width='2gr' height='297mm'/>", D_BAD_VALUE, false },
		{ "paper", "<paper width='30mm' height='297mm'/>", D_LAYOUT, false },
		{ "paper", "<paper width='210mm' height='200mm'/>", D_LAYOUT, false },
		{ "swatch", "", D_UNRESOLVED, true },
		{ "rubric", "", D_MISSING, false },
		{ "style", "<style name='x' size='9pt'/>", D_MISSING, false },
		{ "style", STYLE("parent='x' size='9pt'"), D_LAYOUT, true },
		{ "style", STYLE("parent='nix' size='9pt'"), D_UNRESOLVED, true },
		{ "style", STYLE("family='nix' size='9pt'"), D_UNRESOLVED, true },
		{ "style", STYLE("ink='nix' size='9pt'"), D_UNRESOLVED, true },
		{ "style", STYLE("size='9000pt'"), D_LAYOUT, true },
		{ "style", STYLE("size='0pt'"), D_LAYOUT, true },
		{ "style", STYLE("size='9pt' weight='1000'"), D_LAYOUT, true },
		{ "use", "<use for='p' style='nix'/>", D_UNRESOLVED, true },
		{ "template", "", D_MISSING, false },
		{ "template", "<template name='a'><page at='1'/></template>", D_LAYOUT, false },
		{ "template", PAGE("<columns count='2' col='9' span='5'/>"), D_LAYOUT, true },
		{ "template", PAGE("<picture size='opener' span='12' line='40' lines='20'/>"), D_LAYOUT, true },
		{ "template", PAGE("<headline head='nix' span='12'/>"), D_UNRESOLVED, true },
		{ "template", PAGE("<columns thread='2' count='1' span='12'/>"), D_LAYOUT, true },
		{ "template", PAGE("<fill ink='nix' span='12'/>"), D_UNRESOLVED, true },
		{ "template", "<template name='a'><thread articles='2-1'/><page at='1'><columns count='1' span='12'/></page></template>", D_BAD_VALUE, true },
		{ "template", "<template name='a'><page at='1'><columns count='1' span='12'/></page><page at='last'/></template>", D_BAD_VALUE, true },
		{ "furniture", "<furniture><put what='folio' y='400mm'/></furniture>", D_LAYOUT, true },
		{ "furniture", "<furniture><put what='date' y='20mm' style='tiny'/></furniture>", D_BAD_VALUE, true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct fixture f = read_with(cases[i].key, cases[i].text);
		const struct message *m = diag_get(f.in.d, 0);

		assert(m && m->id == cases[i].id && m->at.line == 1);
		assert(!f.l == !cases[i].usable);
		folder_free(&f.in);
	}
}

static void test_threads(void)
{
	struct fixture f = read_with("template", "<template name='a'><thread articles='all' head='large'/><thread articles='imprint'/>"
				     "<thread articles='2'/><thread articles='2-4'/><thread articles='3-'/>"
				     "<page at='1'><columns count='1' span='12' thread='5'/></page></template>");
	static const struct { int first, last; bool imprint; } wanted[] = {
		{ 1, 0, false }, { 1, 0, true }, { 2, 2, false }, { 2, 4, false }, { 3, 0, false },
	};

	assert(diag_count(f.in.d, SEV_NOTE) == 0 && f.l->templates[0].nthreads == 5);
	for (size_t i = 0; i < 5; i++) {
		const struct thread *t = &f.l->templates[0].threads[i];

		assert(t->first == wanted[i].first && t->last == wanted[i].last && t->imprint == wanted[i].imprint);
		assert(!t->head == (i != 0));
	}
	folder_free(&f.in);
}

int main(void)
{
	test_good();
	test_faults();
	test_threads();
	return 0;
}
