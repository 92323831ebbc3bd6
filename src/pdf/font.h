/*
 * src/pdf/font.h - fonts of a PDF: a code for each glyph, and at the end the
 * glyphs that were used, embedded.
 *
 * In      a face (text/font.h), its glyphs and the text that each stands for
 * Out     two-byte codes as the glyphs are met; at the end one composite font a
 *         face (Type 0, Identity-H), its subset by HarfBuzz: TrueType outlines
 *         as CIDFontType2, CFF ones as CIDFontType0C
 * Errors  a face without either is none for a PDF: pdf_font_get() returns NULL.
 *         One that cannot be subsetted: pdf_fonts_write() names it
 * Source  ISO 32000-1, 9.6 to 9.10
 *
 * A reader takes a character's text from its code (ToUnicode). One glyph may
 * stand for several: a space is also a no-break space, the final form of
 * Arabic heh is Kurdish ae. So with TrueType outlines each pair of glyph and
 * text has a code of its own, and the font's map leads several codes to one
 * glyph. CFF has no such map; there the first text counts, and for any other
 * the page must say it (/ActualText).
 */
#ifndef ZIVOS_PDF_FONT_H
#define ZIVOS_PDF_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct font;
struct pdf_file;
struct pdf_font;
struct pdf_fonts;
struct pool;

struct pdf_fonts *pdf_fonts_new(void);
void pdf_fonts_free(struct pdf_fonts *f);	/* NULL is allowed */

/* The same font for the same face. NULL: its glyphs are no outlines. */
struct pdf_font *pdf_font_get(struct pdf_fonts *f, struct pdf_file *out, const struct font *face);
int pdf_font_object(const struct pdf_font *f);
/* Whether a glyph is a picture in its font (emoji), which text in a PDF cannot show; whether any may be. */
bool pdf_font_has_pictures(const struct pdf_font *f);
bool pdf_font_glyph_is_picture(const struct pdf_font *f, uint32_t glyph);

struct pdf_code {
	uint16_t code;
	bool told;			/* the code brings the text with it */
	double width;			/* of 1/1000 em, as the file says it */
};
/* text: n bytes of UTF-8; n 0: none, any code of the glyph will do. */
struct pdf_code pdf_font_code(struct pdf_font *f, uint32_t glyph, const char *text, size_t n);

/* All fonts that were used; their subsets are made by the pool (base/pool.h; NULL: here). NULL, or the name of the one that HarfBuzz cannot make a subset of. */
const char *pdf_fonts_write(struct pdf_fonts *f, struct pdf_file *out, struct pool *pool);

#endif
