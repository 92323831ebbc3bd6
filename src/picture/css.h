/*
 * src/picture/css.h - as much of a drawing's CSS as says which font its words ask for.
 *
 * In      text of <style> elements, in their order; style attributes
 * Out     the font-family that counts for an element; each reference to a file
 * Model   selectors of names, classes and ids, one after another (svg .label tspan);
 *         ">" is taken as any depth. What depends on more (attributes, states,
 *         neighbours) is passed over: a font is then not missed rather than missed
 *         wrongly. @media counts whatever it asks for
 * Bounds  200 rules that name a font; a drawing with more of them has its first
 */
#ifndef ZIVOS_PICTURE_CSS_H
#define ZIVOS_PICTURE_CSS_H

#include <stddef.h>

struct css;

/* An element as selectors see it; each may be NULL. */
struct css_element { const char *name, *id, *classes; };

struct css *css_new(void);
void css_free(struct css *c);			/* NULL is allowed */
void css_read(struct css *c, const char *sheet);
/* The family that the sheets name for the last of n elements, each in the one before it; NULL: none. */
const char *css_family(const struct css *c, const struct css_element *path, size_t n);

/* The value of font-family, or that of font, in declarations "a: b; c: d". NULL or g_free(). */
char *css_family_declared(const char *declarations);
/* Call take for each url() and @import that leads out of the drawing. */
void css_links(const char *text, void (*take)(void *ctx, const char *link), void *ctx);

#endif
