/* src/prepress/recolour.c - content streams from RGB to inks. */
#include "prepress/recolour.h"
#include <math.h>
#include <string.h>
#include "base/icc.h"
#include "prepress/token.h"

/* Black strokes up to this overprint (Ghent Workgroup, 4.12). */
#define THIN_STROKE ((Pt)2)

struct state {
	bool fill_black, stroke_black;	/* black ink alone */
	bool fill_over;			/* KEYS: the fill colour's key asks for it */
	double width, scale;		/* line width; what the matrix makes of it */
	unsigned over;			/* what was written last */
};

struct recolourer {
	const struct palette *p;
	struct recoloured *r;
	struct state now;
	GArray *saved;			/* struct state, by q */
	bool in_text;
};

void append_number(GString *out, double x)
{
	char buf[G_ASCII_DTOSTR_BUF_SIZE];
	size_t n;

	g_ascii_formatd(buf, sizeof buf, "%.4f", fabs(x) < 0.00005 ? 0 : x);
	n = strlen(buf);
	while (buf[n - 1] == '0')
		n--;
	if (buf[n - 1] == '.')
		n--;
	g_string_append_len(out, buf, (gssize)n);
}

static void append_numbers(GString *out, const double *x, int n)
{
	for (int i = 0; i < n; i++) {
		append_number(out, x[i]);
		g_string_append_c(out, ' ');
	}
}

static bool fail(struct recolourer *c, const char *what, struct slice about)
{
	g_snprintf(c->r->error, sizeof c->r->error, "%s: %.*s", what, (int)MIN(about.n, 80), about.s);
	return false;
}

/* ---- colours ---- */

static const struct ink_key *key_of(const struct palette *p, const double rgb[3])
{
	int v[3];

	for (int i = 0; i < 3; i++) {
		v[i] = (int)floor(rgb[i] * 255 + 0.5);
		/* Painted with six places: more than that off is another colour. */
		if (v[i] < 0 || v[i] > 255 || fabs(v[i] / 255.0 - rgb[i]) > 2e-6)
			return NULL;
	}
	return inks_find(p->inks, (uint8_t)v[0], (uint8_t)v[1], (uint8_t)v[2]);
}

bool palette_colour(const struct palette *p, const double rgb[3], double out[4], int *n)
{
	const struct ink_key *k;

	*n = p->meaning == RGB_LIGHT ? 1 : 4;
	switch (p->meaning) {
	case RGB_LIGHT:
		out[0] = 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2];
		return true;
	case RGB_SRGB:
		icc_from_srgb(p->output, rgb, out);
		return true;
	case RGB_KEYS:
		break;
	}
	k = key_of(p, rgb);
	if (!k)
		return false;
	memcpy(out, (double[4]){ k->colour.c, k->colour.m, k->colour.y, k->colour.k }, 4 * sizeof *out);
	return true;
}

static bool black_alone(const double cmyk[4])
{
	return cmyk[3] > 1 - 1e-6 && cmyk[0] + cmyk[1] + cmyk[2] < 1e-6;
}

/* The Separation's number; -1: too many. */
static int spot_number(const struct palette *p, const struct ink_key *k)
{
	for (guint i = 0; i < p->spots->len; i++)
		if (strcmp(((const struct ink_key *)p->spots->pdata[i])->spot, k->spot) == 0)
			return (int)i;
	if (p->spots->len == SPOTS_MAX)
		return -1;
	g_ptr_array_add(p->spots, (gpointer)k);
	return (int)p->spots->len - 1;
}

/* What the colour means for overprint. */
static void take_colour(struct recolourer *c, bool stroke, bool black, const struct ink_key *k)
{
	if (stroke) {
		c->now.stroke_black = black;
		return;
	}
	c->now.fill_black = black;
	c->now.fill_over = k && black && !k->spot &&
		((k->role == INK_TEXT && k->size <= c->p->overprint_max + 1e-6) || k->role == INK_RULE);
}

static bool set_colour(struct recolourer *c, const struct operation *o, bool stroke, int ncomponents)
{
	double rgb[3], out[4];
	const struct ink_key *k = NULL;
	int n, spot;

	for (int i = 0; i < 3; i++)
		if (!slice_number(o->operands[ncomponents == 1 ? 0 : i], &rgb[i]))
			return fail(c, "a colour that is no number", o->whole);
	if (!palette_colour(c->p, rgb, out, &n))
		return fail(c, "an RGB colour that is no ink of the layout", o->whole);
	if (c->p->meaning == RGB_KEYS)
		k = key_of(c->p, rgb);
	g_string_append_c(c->r->text, '\n');
	if (k && k->spot && k->role != INK_WHITE) {
		spot = spot_number(c->p, k);
		if (spot < 0)
			return fail(c, "too many spot colours", o->whole);
		c->r->spots |= (uint32_t)1 << spot;
		g_string_append_printf(c->r->text, "/ZS%d %s ", spot, stroke ? "CS" : "cs");
		append_number(c->r->text, k->colour.tint);
		g_string_append(c->r->text, stroke ? " SCN" : " scn");
	} else {
		append_numbers(c->r->text, out, n);
		g_string_append(c->r->text, n == 1 ? (stroke ? "G" : "g") : stroke ? "K" : "k");
	}
	take_colour(c, stroke, n == 4 && black_alone(out), k);
	return true;
}

/* Colour spaces: a pattern's, and those that are inks already. */
static bool set_space(struct recolourer *c, const struct operation *o, bool stroke)
{
	static const char *const known[] = { "Pattern", "DeviceGray", "DeviceCMYK", NULL };
	char name[32];

	if (!slice_name(o->operands[0], name, sizeof name) || !g_strv_contains(known, name))
		return fail(c, "a colour space that is not known", o->whole);
	take_colour(c, stroke, false, NULL);
	g_string_append_len(c->r->text, o->whole.s, (gssize)o->whole.n);
	return true;
}

static bool set_pattern(struct recolourer *c, const struct operation *o, bool stroke)
{
	if (o->noperands != 1 || o->operands[0].s[0] != '/')
		return fail(c, "a colour in a space that is not known", o->whole);
	take_colour(c, stroke, false, NULL);
	g_string_append_len(c->r->text, o->whole.s, (gssize)o->whole.n);
	return true;
}

/* ---- overprint ---- */

static unsigned wanted(const struct recolourer *c)
{
	const struct state *s = &c->now;
	unsigned over = 0;

	if (c->p->meaning == RGB_KEYS)
		return s->fill_over ? OVER_FILL : 0;
	if (c->p->meaning == RGB_LIGHT)
		return 0;
	if (c->in_text && s->fill_black)
		over |= OVER_FILL;
	if (s->stroke_black && s->width * s->scale < THIN_STROKE)
		over |= OVER_STROKE;
	return over;
}

static void set_over(struct recolourer *c, unsigned over)
{
	if (c->now.over == over)
		return;
	g_string_append_printf(c->r->text, "\n/ZO%u gs", over);
	c->r->over |= 1u << over;
	c->now.over = over;
}

/* ---- operations ---- */

static void take_matrix(struct recolourer *c, const struct operation *o)
{
	double m[4] = { 1, 0, 0, 1 };

	for (int i = 0; i < 4; i++)
		slice_number(o->operands[i], &m[i]);
	c->now.scale *= sqrt(fabs(m[0] * m[3] - m[1] * m[2]));
}

/* Only stencils, and only in drawings: a picture has a colour space of its own, and nothing on a page is pixels but its assets. */
static bool inline_image(struct recolourer *c, const struct operation *o)
{
	struct content pairs;
	struct slice key, value;
	char name[16];
	bool stencil = false;

	content_init(&pairs, o->image.s, o->image.n);
	while (content_object(&pairs, &key) && key.n && content_object(&pairs, &value) && value.n)
		if (slice_name(key, name, sizeof name) && (!strcmp(name, "IM") || !strcmp(name, "ImageMask")))
			stencil = value.n == 4 && !memcmp(value.s, "true", 4);
	return (stencil && c->p->meaning != RGB_KEYS) || fail(c, "a picture in the page's own content", o->image);
}

static bool operation(struct recolourer *c, const struct operation *o)
{
	bool copy = true;
	double x;

	switch (o->op) {
	case OP_rg: case OP_RG:
		copy = false;
		if (!set_colour(c, o, o->op == OP_RG, 3))
			return false;
		break;
	case OP_g: case OP_G:
		copy = false;
		if (!set_colour(c, o, o->op == OP_G, 1))
			return false;
		break;
	case OP_cs: case OP_CS:
		return set_space(c, o, o->op == OP_CS);
	case OP_scn: case OP_SCN:
		return set_pattern(c, o, o->op == OP_SCN);
	case OP_k: case OP_K: case OP_sc: case OP_SC:
		return fail(c, "a colour in a space that is not known", o->whole);
	case OP_Do: case OP_sh:
		set_over(c, 0);
		break;
	case OP_BI:
		if (!inline_image(c, o))
			return false;
		break;
	case OP_q:
		g_array_append_val(c->saved, c->now);
		break;
	case OP_Q:
		if (!c->saved->len)
			return fail(c, "Q without q", o->whole);
		c->now = g_array_index(c->saved, struct state, c->saved->len - 1);
		g_array_set_size(c->saved, c->saved->len - 1);
		break;
	case OP_cm:
		take_matrix(c, o);
		break;
	case OP_w:
		if (slice_number(o->operands[0], &x))
			c->now.width = x;
		break;
	case OP_BT: case OP_ET:
		c->in_text = o->op == OP_BT;
		break;
	default:
		g_string_append_len(c->r->text, o->whole.s, (gssize)o->whole.n);
		return true;
	}
	if (copy)
		g_string_append_len(c->r->text, o->whole.s, (gssize)o->whole.n);
	/* All of these stand outside paths, so a graphics state may be set after them. */
	if (o->op != OP_Do && o->op != OP_sh && o->op != OP_BI)
		set_over(c, wanted(c));
	return true;
}

bool recolour(const struct palette *p, const char *s, size_t n, struct recoloured *r)
{
	struct recolourer c = { .p = p, .r = r, .now = { .width = 1, .scale = p->unit > 0 ? p->unit : 1 } };
	struct content in;
	struct operation o;
	bool ok;

	c.saved = g_array_new(FALSE, FALSE, sizeof(struct state));
	content_init(&in, s, n);
	while ((ok = content_next(&in, &o)) && o.op != OP_NONE)
		if (!(ok = operation(&c, &o)))
			break;
	if (!ok && in.error[0])
		g_strlcpy(r->error, in.error, sizeof r->error);
	g_array_free(c.saved, TRUE);
	return ok;
}
