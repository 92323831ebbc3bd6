/* src/page/fit/fit_words.c - remedies as sentences, and as notes at their places. */
#include <glib.h>
#include "base/i18n.h"
#include "page/fit/fit_work.h"

#define NOTES 4				/* remedies told where none are enough */

/* "paragraph 7", "answer 2". g_free() it. */
static char *object_name(const struct remedy *r)
{
	switch (r->object) {
	case FIT_ANSWER:
		return g_strdup_printf(_("answer %d"), r->number);
	case FIT_ITEM:
		return g_strdup_printf(_("list item %d"), r->number);
	case FIT_STEP:
		return g_strdup_printf(_("step %d"), r->number);
	case FIT_BOXED:
		return g_strdup_printf(_("paragraph %d of box %d"), r->number, r->box);
	case FIT_PARALLEL:
		return g_strdup_printf(_("paragraph %d (%s)"), r->number, lang_name(r->lang));
	case FIT_PICTURE:
		return g_strdup_printf(_("picture %d"), r->number);
	case FIT_QUOTE:
		return g_strdup_printf(_("pull quote %d"), r->number);
	case FIT_BOX:
		return g_strdup_printf(_("box %d"), r->number);
	default:
		return g_strdup_printf(_("paragraph %d"), r->number);
	}
}

static char *cut_text(const struct remedy *r, const char *name)
{
	if (r->gain < 2)
		return g_strdup_printf(ngettext("cut about %d character from %s to lose its last line", "cut about %d characters from %s to lose its last line",
						(unsigned long)r->amount), r->amount, name);
	return g_strdup_printf(ngettext("cut about %d character from %s", "cut about %d characters from %s", (unsigned long)r->amount), r->amount, name);
}

static char *pages_text(const struct remedy *r)
{
	return g_strdup_printf(ngettext("give it %d page (pages=\"%d\")", "give it %d pages (pages=\"%d\")", (unsigned long)r->amount), r->amount, r->amount);
}

char *remedy_text(const struct remedy *r)
{
	char *name = object_name(r), *text = NULL;

	switch (r->kind) {
	case REMEDY_CUT:
		text = cut_text(r, name);
		break;
	case REMEDY_ADD:
		text = g_strdup_printf(ngettext("add about %d character to %s", "add about %d characters to %s", (unsigned long)r->amount), r->amount, name);
		break;
	case REMEDY_CROP:
		text = g_strdup_printf(_("crop %s by %.0f mm (adjust=\"-%.0fmm\")"), name, r->mm, r->mm);
		break;
	case REMEDY_ENLARGE:
		text = g_strdup_printf(_("make %s higher by %.0f mm (adjust=\"%.0fmm\")"), name, r->mm, r->mm);
		break;
	case REMEDY_SMALLER:
		text = g_strdup_printf(_("set %s one size down"), name);
		break;
	case REMEDY_LARGER:
		text = g_strdup_printf(_("set %s one size up"), name);
		break;
	case REMEDY_OMIT:
		text = g_strdup_printf(_("leave out %s"), name);
		break;
	case REMEDY_FILLER:
		text = g_strdup_printf(_("put a drawing of about %.0f × %.0f mm into the issue's <fillers>"), r->width_mm, r->mm);
		break;
	case REMEDY_PAGES:
		text = pages_text(r);
		break;
	}
	g_free(name);
	return text;
}

bool remedy_fills(const struct remedy *r)
{
	return r->kind == REMEDY_ADD || r->kind == REMEDY_ENLARGE || r->kind == REMEDY_LARGER || r->kind == REMEDY_FILLER;
}

void fit_report(struct composer *c, const struct copyfit *f)
{
	size_t told = 0;

	for (size_t i = 0; i < f->nremedies; i++) {
		const struct remedy *r = &f->remedies[i];
		char *text;

		if (f->solved ? !r->chosen : f->left || told >= NOTES)
			continue;
		told++;
		text = remedy_text(r);
		diag_add(c->diag, D_COPYFIT, r->at, remedy_fills(r) ? ngettext("%s: that fills %d line", "%s: that fills %d lines", (unsigned long)r->gain) :
			 ngettext("%s: that wins %d line", "%s: that wins %d lines", (unsigned long)r->gain), text, r->gain);
		g_free(text);
	}
}
