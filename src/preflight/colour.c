/*
 * src/preflight/colour.c - colour spaces of everything that paints, spot
 * colours, blend spaces.
 *
 * Spot colours are gathered over the whole file: each by its name, with what
 * stands for it in process colours (a fingerprint of alternate and function).
 */
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

enum { MOST_DEEP = 12, MOST_FUNCTION = 1 << 20, MOST_SPOTS = 200 };

struct spot { const char *name; char *plain; char *fingerprint; int page; bool alternates_differ; };
struct spots { GPtrArray *all; };

/* ---- spot colours ---- */

/* What a function does, as text: its dictionary and the data of its streams. */
static void describe(struct context *c, const struct obj *o, int depth, GString *s)
{
	unsigned char *data;
	size_t n;

	o = pdf_resolve(c->pdf, o);
	if (depth > MOST_DEEP || s->len > MOST_FUNCTION)
		return;
	if (o->kind == OBJ_NUMBER)
		g_string_append_printf(s, "%.5g ", o->number);
	else if (o->kind == OBJ_NAME)
		g_string_append_printf(s, "/%s ", o->bytes);
	for (size_t i = 0; (o->kind == OBJ_ARRAY || obj_is_dict(o)) && i < o->n; i++) {
		if (obj_is_dict(o)) {
			if (strcmp(o->keys[i], "Length") == 0 || strcmp(o->keys[i], "Filter") == 0 || strcmp(o->keys[i], "DecodeParms") == 0)
				continue;
			g_string_append_printf(s, "%s=", o->keys[i]);
		}
		describe(c, &o->items[i], depth + 1, s);
	}
	if (o->kind == OBJ_STREAM && (data = pdf_data(c->pdf, o, MOST_FUNCTION, &n))) {
		char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, data, n);

		g_string_append(s, sum);
		g_free(sum);
		free(data);
	}
}

static char *plain_name(const char *name)
{
	GString *s = g_string_new(NULL);

	for (; *name; name++)
		if (g_ascii_isalnum(*name) || (unsigned char)*name > 127)
			g_string_append_c(s, g_ascii_tolower(*name));
	return g_string_free(s, FALSE);
}

static bool is_process(const char *name)
{
	static const char *const names[] = { "Cyan", "Magenta", "Yellow", "Black", "All", "None", NULL };

	return g_strv_contains(names, name);
}

static void note_spot(struct context *c, const char *name, const struct space *s, const struct event *e)
{
	GString *print;
	struct spot *spot;

	for (guint i = 0; i < c->spots->all->len; i++) {
		spot = c->spots->all->pdata[i];
		if (strcmp(spot->name, name) != 0)
			continue;
		/* In DeviceN the function is of all inks together: nothing to compare. */
		if (s->kind != SPACE_SEPARATION || spot->alternates_differ)
			return;
		print = g_string_new(space_name(s->base));
		describe(c, s->tint, 0, print);
		if (!spot->fingerprint)
			spot->fingerprint = g_strdup(print->str);
		else if (strcmp(spot->fingerprint, print->str) != 0) {
			spot->alternates_differ = true;
			report(c, R_COL_SPOT_NAMES, SEV_ERROR, e->page, &e->box, _("the spot colour \"%s\" is defined in two different ways"), name);
		}
		g_string_free(print, TRUE);
		return;
	}
	if (c->spots->all->len >= MOST_SPOTS)
		return;
	spot = g_new0(struct spot, 1);
	*spot = (struct spot){ .name = arena_strdup(c->arena, name), .plain = plain_name(name), .page = e->page };
	g_ptr_array_add(c->spots->all, spot);
	if (s->kind == SPACE_SEPARATION) {
		print = g_string_new(space_name(s->base));
		describe(c, s->tint, 0, print);
		spot->fingerprint = g_string_free(print, FALSE);
	}
}

static void document(struct context *c)
{
	c->spots = arena_make(c->arena, struct spots);
	c->spots->all = g_ptr_array_new();
}

static void end(struct context *c)
{
	GString *names = g_string_new(NULL);
	guint n = c->spots->all->len;

	for (guint i = 0; i < n; i++) {
		const struct spot *a = c->spots->all->pdata[i];

		g_string_append_printf(names, "%s%s", i ? ", " : "", a->name);
		for (guint k = 0; k < i; k++) {
			const struct spot *b = c->spots->all->pdata[k];

			if (strcmp(a->plain, b->plain) == 0)
				report(c, R_COL_SPOT_NAMES, SEV_WARNING, 0, NULL, _("the spot colours \"%s\" and \"%s\" seem to be one ink"), b->name, a->name);
		}
	}
	if ((int)n > c->limits->most_spots)
		report(c, R_COL_SPOTS, SEV_ERROR, 0, NULL, c->limits->most_spots ?
		       ngettext("the file uses %u spot colour (%s), allowed are %d", "the file uses %u spot colours (%s), allowed are %d", n) :
		       ngettext("the file uses %u spot colour (%s), none is allowed", "the file uses %u spot colours (%s), none is allowed", n),
		       n, names->str, c->limits->most_spots);
	for (guint i = 0; i < n; i++) {
		struct spot *a = c->spots->all->pdata[i];

		g_free(a->plain);
		g_free(a->fingerprint);
		g_free(a);
	}
	g_ptr_array_free(c->spots->all, TRUE);
	g_string_free(names, TRUE);
}

/* ---- spaces ---- */

static const char *thing(const struct event *e)
{
	switch (e->kind) {
	case EV_TEXT:  return _("text");
	case EV_IMAGE: return _("a picture");
	case EV_SHADE: return _("a gradient");
	case EV_STROKE: return _("a line");
	case EV_GROUP: return _("a transparency group");
	case EV_MASK: return _("a soft mask");
	default:       return _("an area");
	}
}

static void check_space(struct context *c, const struct event *e, const struct space *s)
{
	const struct space *process = s->kind == SPACE_INDEXED || (s->kind == SPACE_PATTERN && s->base) ? s->base : s;

	if (s->kind == SPACE_PATTERN && !s->base)
		return;
	if (process->kind == SPACE_RGB)
		report(c, R_COL_DEVICE_RGB, SEV_ERROR, e->page, &e->box, _("%s in RGB"), thing(e));
	else if (process->kind == SPACE_CALRGB || process->kind == SPACE_CALGRAY || process->kind == SPACE_LAB || process->kind == SPACE_ICC) {
		if (!c->limits->managed || c->limits->standard == STANDARD_X1A)
			report(c, R_COL_MANAGED, SEV_ERROR, e->page, &e->box, _("%s in a colour space with a profile (%s)"), thing(e), space_name(process));
	} else if (process->kind == SPACE_SEPARATION || process->kind == SPACE_DEVICEN) {
		if (process->base->kind != SPACE_CMYK && process->base->kind != SPACE_GRAY)
			report(c, R_COL_ALTERNATE, SEV_ERROR, e->page, &e->box, _("the spot colour \"%s\" has no equivalent in CMYK, but in %s"),
			       process->names[0] ? process->names[0] : "?", space_name(process->base));
		for (int i = 0; i < process->n; i++)
			if (!is_process(process->names[i]))
				note_spot(c, process->names[i], process, e);
		if (process->kind == SPACE_SEPARATION && strcmp(process->names[0], "All") == 0 && printed(c, e))
			report(c, R_COL_REGISTRATION, SEV_ERROR, e->page, &e->box, _("%s in registration colour, inside the page"), thing(e));
	}
}

static bool is_managed(const struct space *s)
{
	return s->kind == SPACE_ICC || s->kind == SPACE_CALGRAY || s->kind == SPACE_CALRGB || s->kind == SPACE_LAB;
}

static void check_group(struct context *c, const struct event *e)
{
	if (!e->space || e->space->kind == SPACE_CMYK || (e->inside & IN_MASK))
		return;
	if (e->space->kind == SPACE_GRAY || (e->space->kind == SPACE_ICC && e->space->n == 4))
		report(c, R_COL_GROUP, SEV_WARNING, e->page, NULL, _("a transparency group blends in %s instead of CMYK"), space_name(e->space));
	else
		report(c, R_COL_GROUP, SEV_ERROR, e->page, NULL, _("a transparency group blends in %s instead of CMYK"), space_name(e->space));
}

static void check_mask(struct context *c, const struct event *e)
{
	if (!obj_is_name(pdf_get(c->pdf, e->obj, "S"), "Luminosity"))
		return;
	if (e->space && (e->space->kind == SPACE_RGB || is_managed(e->space)))
		report(c, R_COL_SMASK, SEV_ERROR, e->page, NULL, _("a soft mask is made of brightness in %s"), space_name(e->space));
}

static void check_image_mask(struct context *c, const struct event *e)
{
	const struct obj *mask = pdf_get(c->pdf, e->obj, "SMask");

	if (mask->kind == OBJ_STREAM && !obj_is_name(pdf_get(c->pdf, mask, "ColorSpace"), "DeviceGray"))
		report(c, R_COL_SMASK, SEV_ERROR, e->page, &e->box, _("the soft mask of a picture is not grey"));
}

static void on_event(struct context *c, const struct event *e)
{
	switch (e->kind) {
	case EV_TEXT: case EV_FILL: case EV_STROKE: case EV_SHADE: case EV_IMAGE:
		if (e->space && !box_empty(e->box))
			check_space(c, e, e->space);
		if (e->kind == EV_IMAGE)
			check_image_mask(c, e);
		break;
	case EV_GROUP:
		check_group(c, e);
		break;
	case EV_MASK:
		check_mask(c, e);
		break;
	default:
		break;
	}
}

const struct check colour_checks = { .document = document, .event = on_event, .end = end };
