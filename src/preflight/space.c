/* src/preflight/space.c - reading colour spaces. */
#include "preflight/space.h"
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "preflight/pdf.h"

enum { MOST_NESTED = 8, MOST_TABLE = 256 * 32 };
static const double NO_INK = 0.005;	/* half a per cent is not printed */

const struct space space_gray = { .kind = SPACE_GRAY, .n = 1 };
const struct space space_rgb = { .kind = SPACE_RGB, .n = 3 };
const struct space space_cmyk = { .kind = SPACE_CMYK, .n = 4 };
const struct space space_unknown = { .kind = SPACE_UNKNOWN, .n = 1 };
const struct space space_pattern = { .kind = SPACE_PATTERN };

static const struct { const char *name; const struct space *space; const char *fallback; } devices[] = {
	{ "DeviceGray", &space_gray, "DefaultGray" }, { "G", &space_gray, "DefaultGray" },
	{ "DeviceRGB", &space_rgb, "DefaultRGB" }, { "RGB", &space_rgb, "DefaultRGB" },
	{ "DeviceCMYK", &space_cmyk, "DefaultCMYK" }, { "CMYK", &space_cmyk, "DefaultCMYK" },
	{ "Pattern", &space_pattern, "" },
};

static const struct space *nested(struct arena *a, struct pdf *p, const struct obj *o, const struct obj *res, int depth);

static const struct space *by_name(struct arena *a, struct pdf *p, const char *name, const struct obj *res, int depth)
{
	const struct obj *spaces = pdf_get(p, res, "ColorSpace"), *o = pdf_get(p, spaces, name);

	/* A space of the page's own may be called "G" or "RGB", the short names of inline images. */
	if (o->kind != OBJ_NULL && strncmp(name, "Device", 6) != 0 && strcmp(name, "Pattern") != 0)
		return nested(a, p, o, res, depth + 1);
	for (size_t i = 0; i < G_N_ELEMENTS(devices); i++) {
		if (strcmp(devices[i].name, name) != 0)
			continue;
		/* DefaultRGB and its like say what the device's space means here. */
		o = pdf_get(p, spaces, devices[i].fallback);
		return o->kind == OBJ_ARRAY && depth == 0 ? nested(a, p, o, res, depth + 1) : devices[i].space;
	}
	return &space_unknown;
}

static void read_table(struct arena *a, struct pdf *p, const struct obj *o, struct space *s)
{
	if (o->kind == OBJ_STRING) {
		s->table = (const unsigned char *)o->bytes;
		s->ntable = o->n;
	} else if (o->kind == OBJ_STREAM) {
		unsigned char *data = pdf_data(p, o, MOST_TABLE, &s->ntable);

		s->table = data ? arena_copy(a, data, s->ntable) : NULL;
		free(data);
	}
}

static const struct space *nested(struct arena *a, struct pdf *p, const struct obj *o, const struct obj *res, int depth)
{
	struct space *s;
	const struct obj *family, *names;

	if (depth > MOST_NESTED)
		return &space_unknown;
	if (o->kind == OBJ_NAME)
		return by_name(a, p, o->bytes, res, depth);
	if (o->kind != OBJ_ARRAY || o->n == 0)
		return &space_unknown;
	family = pdf_at(p, o, 0);
	if (family->kind != OBJ_NAME)
		return &space_unknown;
	if (o->n == 1)
		return by_name(a, p, family->bytes, res, depth);
	s = arena_make(a, struct space);
	s->n = 1;
	if (strcmp(family->bytes, "ICCBased") == 0) {
		s->kind = SPACE_ICC;
		s->n = (int)CLAMP(pdf_number(p, pdf_at(p, o, 1), "N", 3), 1, 4);
	} else if (strcmp(family->bytes, "CalGray") == 0) {
		s->kind = SPACE_CALGRAY;
	} else if (strcmp(family->bytes, "CalRGB") == 0) {
		s->kind = SPACE_CALRGB;
		s->n = 3;
	} else if (strcmp(family->bytes, "Lab") == 0) {
		s->kind = SPACE_LAB;
		s->n = 3;
	} else if (strcmp(family->bytes, "Indexed") == 0 || strcmp(family->bytes, "I") == 0) {
		s->kind = SPACE_INDEXED;
		s->base = nested(a, p, pdf_at(p, o, 1), res, depth + 1);
		read_table(a, p, pdf_at(p, o, 3), s);
	} else if (strcmp(family->bytes, "Separation") == 0 && pdf_at(p, o, 1)->kind == OBJ_NAME) {
		s->kind = SPACE_SEPARATION;
		s->names[0] = pdf_at(p, o, 1)->bytes;
		s->base = nested(a, p, pdf_at(p, o, 2), res, depth + 1);
		s->tint = pdf_at(p, o, 3);
	} else if (strcmp(family->bytes, "DeviceN") == 0) {
		names = pdf_at(p, o, 1);
		s->kind = SPACE_DEVICEN;
		s->n = (int)MIN(names->kind == OBJ_ARRAY ? names->n : 0, MOST_COLORANTS);
		for (int i = 0; i < s->n; i++)
			s->names[i] = pdf_at(p, names, (size_t)i)->kind == OBJ_NAME ? pdf_at(p, names, (size_t)i)->bytes : "None";
		s->base = nested(a, p, pdf_at(p, o, 2), res, depth + 1);
		s->tint = pdf_at(p, o, 3);
	} else if (strcmp(family->bytes, "Pattern") == 0) {
		s->kind = SPACE_PATTERN;
		s->base = nested(a, p, pdf_at(p, o, 1), res, depth + 1);
		s->n = s->base->n;
	} else {
		return &space_unknown;
	}
	return s;
}

const struct space *space_read(struct arena *a, struct pdf *p, const struct obj *o, const struct obj *resources)
{
	return nested(a, p, o, resources, 0);
}

static void add_colorant(struct inks *i, const char *name, double v)
{
	if (strcmp(name, "Cyan") == 0)
		i->c = v;
	else if (strcmp(name, "Magenta") == 0)
		i->m = v;
	else if (strcmp(name, "Yellow") == 0)
		i->y = v;
	else if (strcmp(name, "Black") == 0)
		i->k = v;
	else if (strcmp(name, "All") == 0)
		i->registration = v > NO_INK;
	else if (strcmp(name, "None") != 0)
		i->nspots += v > NO_INK;
}

struct inks inks_of(const struct space *s, const double *v)
{
	struct inks i = { .known = true };
	double entry[4];

	switch (s->kind) {
	case SPACE_GRAY:
		i.k = 1 - v[0];
		i.gray = true;
		break;
	case SPACE_CMYK:
		i.c = v[0], i.m = v[1], i.y = v[2], i.k = v[3];
		break;
	case SPACE_ICC:
		if (s->n == 4)
			i.c = v[0], i.m = v[1], i.y = v[2], i.k = v[3];
		else if (s->n == 1)
			i.k = 1 - v[0];
		else
			i.known = false;
		break;
	case SPACE_SEPARATION:
	case SPACE_DEVICEN:
		for (int k = 0; k < s->n; k++)
			add_colorant(&i, s->names[k], v[k]);
		break;
	case SPACE_INDEXED:
		/* A flat colour from a table: rare, and only process spaces are looked up. */
		if (!s->table || s->base->n > 4 || s->base->kind == SPACE_INDEXED || v[0] < 0 || v[0] > 255 ||
		    (size_t)((int)v[0] + 1) * (size_t)s->base->n > s->ntable) {
			i.known = false;
			break;
		}
		for (int k = 0; k < s->base->n; k++)
			entry[k] = s->table[(int)v[0] * s->base->n + k] / 255.0;
		return inks_of(s->base, entry);
	default:
		i.known = false;
	}
	return i;
}

int inks_count(const struct inks *i)
{
	return (i->c > NO_INK) + (i->m > NO_INK) + (i->y > NO_INK) + (i->k > NO_INK) + i->nspots + 4 * i->registration;
}

bool inks_black(const struct inks *i)
{
	return i->known && i->k > 0.995 && inks_count(i) == 1;
}

const char *space_name(const struct space *s)
{
	static const char *const names[] = {
		[SPACE_GRAY] = "DeviceGray", [SPACE_RGB] = "DeviceRGB", [SPACE_CMYK] = "DeviceCMYK",
		[SPACE_CALGRAY] = "CalGray", [SPACE_CALRGB] = "CalRGB", [SPACE_LAB] = "Lab", [SPACE_ICC] = "ICCBased",
		[SPACE_INDEXED] = "Indexed", [SPACE_SEPARATION] = "Separation", [SPACE_DEVICEN] = "DeviceN",
		[SPACE_PATTERN] = "Pattern", [SPACE_UNKNOWN] = "?",
	};

	return names[s->kind];
}
