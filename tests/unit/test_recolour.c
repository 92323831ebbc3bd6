/* tests/unit/test_recolour.c - RGB in, inks out; what overprints; what is refused. */
#include <assert.h>
#include <string.h>
#include <glib.h>
#include "base/data.h"
#include "base/icc.h"
#include "page/inks.h"
#include "prepress/recolour.h"

static const struct colour black = { "black", 1, 0, 0, 0, 1 }, coral = { "coral", 0.5, 0, 0.4, 0.4, 0 }, white = { "white", 1, 0, 0, 0, 0 };

/* As cairo writes it. */
static char *rg(const struct ink_key *k)
{
	return g_strdup_printf("%f %f %f rg", k->r / 255.0, k->g / 255.0, k->b / 255.0);
}

static void becomes(const struct palette *p, const char *in, const char *want)
{
	struct recoloured r = { .text = g_string_new(NULL) };
	bool ok = recolour(p, in, strlen(in), &r);
	char *flat;

	assert(ok);
	flat = g_strdelimit(g_strstrip(g_strdup(r.text->str)), "\n", ' ');
	if (strcmp(flat, want) != 0)
		g_error("%s\nbecame %s\nnot    %s", in, flat, want);
	g_free(flat);
	g_string_free(r.text, TRUE);
}

static void refuses(const struct palette *p, const char *in, const char *why)
{
	struct recoloured r = { .text = g_string_new(NULL) };

	assert(!recolour(p, in, strlen(in), &r) && strstr(r.error, why));
	g_string_free(r.text, TRUE);
}

static void test_keys(void)
{
	struct inks *i = inks_new(NULL);
	struct palette p = { .meaning = RGB_KEYS, .inks = i, .overprint_max = 36, .spots = g_ptr_array_new() };
	char *text = rg(inks_key(i, black, INK_TEXT, 9.5)), *large = rg(inks_key(i, black, INK_TEXT, 60));
	char *fill = rg(inks_key(i, black, INK_FILL, 0)), *tint = rg(inks_key(i, coral, INK_FILL, 0));
	char *paper = rg(inks_key(i, white, INK_TEXT, 9.5)), *rule = rg(inks_key_rect(i, black, 100, 0.5)), *in;

	becomes(&p, text, "0 0 0 1 k /ZO1 gs");
	becomes(&p, large, "0 0 0 1 k");
	becomes(&p, fill, "0 0 0 1 k");
	becomes(&p, rule, "0 0 0 1 k /ZO1 gs");
	becomes(&p, tint, "0 0.4 0.4 0 k");
	becomes(&p, paper, "0 0 0 0 k");
	in = g_strconcat("q ", text, " BT (a)Tj ET Q ", fill, " 0 0 1 1 re f", NULL);
	becomes(&p, in, "q 0 0 0 1 k /ZO1 gs BT (a)Tj ET Q 0 0 0 1 k 0 0 1 1 re f");
	g_free(in);
	/* after black text, white text and a picture knock out */
	in = g_strconcat(text, " BT (a)Tj ET ", paper, " BT (b)Tj ET ", text, " q /x5 Do Q", NULL);
	becomes(&p, in, "0 0 0 1 k /ZO1 gs BT (a)Tj ET 0 0 0 0 k /ZO0 gs BT (b)Tj ET 0 0 0 1 k /ZO1 gs q /ZO0 gs /x5 Do Q");
	g_free(in);
	becomes(&p, "/Pattern cs /p1 scn", "/Pattern cs /p1 scn");
	refuses(&p, "0 0 0 rg", "no ink");
	refuses(&p, "1 1 1 rg", "no ink");
	refuses(&p, "0.5 0.5 0.5001 rg", "no ink");
	refuses(&p, "0.5 g", "no ink");
	refuses(&p, "0 0 0 1 k", "not known");
	refuses(&p, "/Cs1 cs", "not known");
	refuses(&p, "/DeviceRGB cs", "not known");
	refuses(&p, "1 0 0 sc", "not known");
	refuses(&p, "1 0 0 scn", "not known");
	refuses(&p, "BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", "picture");
	refuses(&p, "Q", "Q without q");
	refuses(&p, "0 0 0 xx", "unknown operator");
	refuses(&p, "BI /W 1 /H 1 /IM true ID a EI", "picture");
	g_ptr_array_free(p.spots, TRUE);
	inks_free(i);
	g_free(text), g_free(large), g_free(fill), g_free(tint), g_free(paper), g_free(rule);
}

static void test_light(void)
{
	struct palette p = { .meaning = RGB_LIGHT, .spots = NULL };

	becomes(&p, "1 1 1 rg 0 0 0 RG 0.5 g", "1 g 0 G 0.5 g");
}

/* In drawings thin black lines overprint; how thick they are depends on what a unit measures. */
static void test_drawing(void)
{
	char *path = data_path("layouts/print/gestrichen.icc"), *error;
	struct icc *press = icc_open(path, &error);
	struct palette p = { .meaning = RGB_SRGB, .output = press };

	assert(press);
	becomes(&p, "0 0 0 RG 1.5 w", "0 0 0 1 K /ZO2 gs 1.5 w");
	becomes(&p, "0 0 0 RG 5 w", "0 0 0 1 K /ZO2 gs 5 w /ZO0 gs");
	p.unit = 0.24;
	becomes(&p, "0 0 0 RG 5 w", "0 0 0 1 K /ZO2 gs 5 w");
	becomes(&p, "0 0 0 RG 9 w", "0 0 0 1 K /ZO2 gs 9 w /ZO0 gs");
	becomes(&p, "q 2 0 0 2 0 0 cm 0 0 0 RG 5 w Q", "q 2 0 0 2 0 0 cm 0 0 0 1 K /ZO2 gs 5 w /ZO0 gs Q");
	becomes(&p, "BI /W 1 /H 1 /IM true ID a EI", "BI /W 1 /H 1 /IM true ID a EI");
	refuses(&p, "BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", "picture");
	icc_free(press);
	g_free(path);
}

static void test_numbers(void)
{
	GString *s = g_string_new(NULL);
	const double x[] = { 0, -0.00001, 1, 0.5, 0.096, 0.12345, 100 };

	for (size_t i = 0; i < G_N_ELEMENTS(x); i++) {
		append_number(s, x[i]);
		g_string_append_c(s, ' ');
	}
	assert(strcmp(s->str, "0 0 1 0.5 0.096 0.1235 100 ") == 0 || strcmp(s->str, "0 0 1 0.5 0.096 0.1234 100 ") == 0);
	g_string_free(s, TRUE);
}

int main(void)
{
	test_keys();
	test_light();
	test_drawing();
	test_numbers();
	return 0;
}
