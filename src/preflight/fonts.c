/* src/preflight/fonts.c - fonts and glyphs that text is shown with. */
#include <glib.h>
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/font.h"

static void check_glyphs(struct context *c, const struct event *e)
{
	const char *name = e->font->name;

	if (e->faults & GLYPH_NOTDEF)
		report(c, R_FONT_NOTDEF, SEV_ERROR, e->page, &e->box, _("the font %s shows its box for missing characters"), name);
	if (e->faults & GLYPH_MISSING)
		report(c, R_FONT_MISSING, SEV_ERROR, e->page, &e->box, _("the font %s has no glyph for a character used here"), name);
	if (e->faults & GLYPH_BLANK)
		report(c, R_FONT_MISSING, SEV_WARNING, e->page, &e->box, _("the font %s shows nothing for a visible character"), name);
	if (e->faults & GLYPH_WIDTH_FAR)
		report(c, R_FONT_WIDTHS, SEV_ERROR, e->page, &e->box, _("the widths of the font %s differ widely between PDF and font"), name);
	else if (e->faults & GLYPH_WIDTH)
		report(c, R_FONT_WIDTHS, SEV_WARNING, e->page, &e->box, _("the widths of the font %s differ a little between PDF and font"), name);
	if (e->faults & GLYPH_NO_UNICODE)
		report(c, R_FONT_TOUNICODE, SEV_WARNING, e->page, &e->box, _("text in the font %s does not say which characters it is"), name);
}

static void on_event(struct context *c, const struct event *e)
{
	const struct font *f = e->font;

	if (e->kind != EV_TEXT)
		return;
	if (!f->embedded)
		report(c, R_FONT_EMBEDDED, SEV_ERROR, e->page, &e->box, _("the font %s is not embedded"), f->name);
	else if (!f->readable)
		report(c, R_FONT_PROGRAM, SEV_ERROR, e->page, &e->box, _("the embedded font %s cannot be read"), f->name);
	if (f->type3)
		report(c, R_FONT_TYPE3, SEV_WARNING, e->page, &e->box, "%s", _("text is set in a Type 3 font"));
	if (e->g->render == 3)
		report(c, R_FONT_INVISIBLE, SEV_WARNING, e->page, &e->box, _("there is invisible text in the font %s"), f->name);
	check_glyphs(c, e);
}

const struct check font_checks = { .event = on_event };
