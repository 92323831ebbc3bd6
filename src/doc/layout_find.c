/* src/doc/layout_find.c - parts of a layout by their names; where its columns are. */
#include "doc/layout.h"

#include <glib.h>
#include <string.h>

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
