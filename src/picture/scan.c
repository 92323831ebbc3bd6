/*
 * src/picture/scan.c - what a drawing holds and refers to, before it is drawn.
 *
 * librsvg leaves silently out what lies in other files, and takes another font
 * where one is not there; and it decodes what a drawing holds without asking
 * how large it is. So the XML is looked through first, without entities: once
 * for its style sheets, which may stand anywhere, then for all else.
 */
#include <string.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <libxml/xmlreader.h>
#include <vips/vips.h>
#include "base/drawfont.h"
#include "picture/css.h"
#include "picture/picture.h"

enum {
	DEEPEST = 256,			/* elements whose fonts are told apart */
	SHEETS_MOST = 1 << 20,		/* bytes of style sheets */
};

/* Pixels of all pictures in one drawing: cairo holds each of them, 4 bytes a pixel and more. */
#define RASTER_MOST 32e6

struct scan {
	xmlTextReader *reader;
	struct reply *reply;
	bool fonts;
	double raster;			/* pixels so far */
	struct css *css;
	struct css_element path[DEEPEST];	/* open elements by depth; their strings are owned */
	char *family[DEEPEST];		/* in force, by depth; NULL: as outside */
	int text_depth;			/* of the <text> around, or -1 */
	GHashTable *seen;		/* families that were looked for */
};

/* base64 after the comma; only its head is decoded by vips. */
static bool raster_look(struct scan *s, const char *uri)
{
	const char *comma = strchr(uri, ',');
	VipsImage *im = NULL;
	guchar *bytes;
	gsize n = 0;
	double pixels = 0;

	if (!comma || !g_strrstr_len(uri, comma - uri, ";base64"))
		return true;
	bytes = g_base64_decode(comma + 1, &n);
	if (n)
		im = vips_image_new_from_buffer(bytes, n, "", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
	/* What vips does not know is left to librsvg, and to the limits. */
	vips_error_clear();
	if (im) {
		pixels = (double)im->Xsize * im->Ysize;
		s->raster += pixels;
		if (s->raster > RASTER_MOST)
			g_snprintf(s->reply->detail, sizeof s->reply->detail, "%d x %d", im->Xsize, im->Ysize);
		g_object_unref(im);
	}
	g_free(bytes);
	return s->raster <= RASTER_MOST || fault(s->reply, JOB_RASTER, s->reply->detail);
}

static bool refers(struct scan *s, const char *element)
{
	static const char *const elements[] = { "image", "feImage", "use", "tref", "include", NULL };
	xmlChar *href;
	bool ok = true;

	if (!g_strv_contains(elements, element))
		return true;
	href = xmlTextReaderGetAttribute(s->reader, BAD_CAST "href");
	if (!href)
		href = xmlTextReaderGetAttributeNs(s->reader, BAD_CAST "href", BAD_CAST "http://www.w3.org/1999/xlink");
	if (href && g_ascii_strncasecmp((char *)href, "data:", 5) == 0)
		ok = raster_look(s, (char *)href);
	else if (href && *href && *href != '#')
		note(s->reply, JOB_NOTE_LINK, (char *)href);
	xmlFree(href);
	return ok;
}

/* What stood at this depth and deeper is closed. */
static void elements_close(struct scan *s, int depth)
{
	for (int d = depth; d < DEEPEST; d++) {
		g_clear_pointer(&s->family[d], g_free);
		xmlFree((char *)s->path[d].name);
		xmlFree((char *)s->path[d].id);
		xmlFree((char *)s->path[d].classes);
		s->path[d] = (struct css_element){ NULL, NULL, NULL };
	}
}

static char *attribute(struct scan *s, const char *name)
{
	return (char *)xmlTextReaderGetAttribute(s->reader, BAD_CAST name);
}

/* As CSS has it: the element's own style, then rules, then its attribute. */
static void family_take(struct scan *s, int depth)
{
	char *style = attribute(s, "style"), *plain = attribute(s, "font-family"), *family = style ? css_family_declared(style) : NULL;

	elements_close(s, depth);
	s->path[depth] = (struct css_element){ (char *)xmlStrdup(xmlTextReaderConstLocalName(s->reader)), attribute(s, "id"), attribute(s, "class") };
	if (!family)
		family = g_strdup(css_family(s->css, s->path, (size_t)depth + 1));
	if (!family)
		family = g_strdup(plain);
	if (family && !g_ascii_strcasecmp(family, "inherit"))
		g_clear_pointer(&family, g_free);
	s->family[depth] = family;
	xmlFree(style);
	xmlFree(plain);
}

static void link_note(void *scan, const char *link)
{
	note(((struct scan *)scan)->reply, JOB_NOTE_LINK, link);
}

/* url() in attributes: style="...", fill="url(other.svg#gradient)". */
static void links_take(struct scan *s)
{
	while (xmlTextReaderMoveToNextAttribute(s->reader) == 1) {
		const char *value = (const char *)xmlTextReaderConstValue(s->reader);

		if (value && strchr(value, '('))
			css_links(value, link_note, s);
	}
	xmlTextReaderMoveToElement(s->reader);
}

/* Words: is their font there? */
static void text_look(struct scan *s, int depth)
{
	const char *text = (const char *)xmlTextReaderConstValue(s->reader), *family = NULL;
	FcConfig *config = FcConfigGetCurrent();
	char *there, *instead, *detail;

	if (!s->fonts || s->text_depth < 0 || !text || text[strspn(text, " \t\r\n")] == 0)
		return;
	for (int d = MIN(depth, DEEPEST) - 1; d >= 0 && !family; d--)
		family = s->family[d];
	if (!family || !g_hash_table_add(s->seen, g_strdup(family)))
		return;
	there = drawfont_family(config, family);
	if (!there) {
		instead = drawfont_instead(config, family);
		detail = g_strdup_printf("%s\t%s", family, instead);
		note(s->reply, JOB_NOTE_FONT, detail);
		g_free(detail);
		g_free(instead);
	}
	g_free(there);
}

static bool node_look(struct scan *s)
{
	int depth = xmlTextReaderDepth(s->reader);
	const char *name = (const char *)xmlTextReaderConstLocalName(s->reader);

	switch (xmlTextReaderNodeType(s->reader)) {
	case XML_READER_TYPE_ELEMENT:
		if (depth < DEEPEST)
			family_take(s, depth);
		links_take(s);
		if (s->text_depth < 0 && !strcmp(name, "text") && !xmlTextReaderIsEmptyElement(s->reader))
			s->text_depth = depth;
		return refers(s, name);
	case XML_READER_TYPE_END_ELEMENT:
		if (depth < DEEPEST)
			elements_close(s, depth);
		if (depth == s->text_depth)
			s->text_depth = -1;
		return true;
	case XML_READER_TYPE_TEXT:
	case XML_READER_TYPE_CDATA:
		text_look(s, depth);
		return true;
	case XML_READER_TYPE_PROCESSING_INSTRUCTION:
		if (!strcmp(name, "xml-stylesheet"))
			note(s->reply, JOB_NOTE_LINK, (const char *)xmlTextReaderConstValue(s->reader));
		return true;
	default:
		return true;
	}
}

static void quiet(void *ctx, const char *format, ...)
{
	(void)ctx, (void)format;
}

static xmlTextReader *reader_over(const char *text, size_t n)
{
	return xmlReaderForMemory(text, (int)n, NULL, NULL, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

/* What stands in <style>, wherever that is. */
static void sheets_read(struct scan *s, const char *text, size_t n)
{
	xmlTextReader *r = reader_over(text, n);
	GString *sheets = g_string_new(NULL);
	int inside = -1;

	while (r && xmlTextReaderRead(r) == 1 && sheets->len < SHEETS_MOST) {
		int kind = xmlTextReaderNodeType(r), depth = xmlTextReaderDepth(r);

		if (kind == XML_READER_TYPE_ELEMENT && inside < 0 && !strcmp((const char *)xmlTextReaderConstLocalName(r), "style") &&
		    !xmlTextReaderIsEmptyElement(r))
			inside = depth;
		else if (kind == XML_READER_TYPE_END_ELEMENT && depth == inside)
			inside = -1;
		else if (inside >= 0 && (kind == XML_READER_TYPE_TEXT || kind == XML_READER_TYPE_CDATA || kind == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
			g_string_append(sheets, (const char *)xmlTextReaderConstValue(r));
	}
	css_read(s->css, sheets->str);
	css_links(sheets->str, link_note, s);
	g_string_free(sheets, TRUE);
	if (r)
		xmlFreeTextReader(r);
}

bool svg_scan(const char *text, size_t n, bool fonts, struct reply *r)
{
	struct scan s = { .reply = r, .fonts = fonts, .text_depth = -1 };
	bool ok = true;

	xmlSetGenericErrorFunc(NULL, quiet);
	s.css = css_new();
	if (g_strstr_len(text, (gssize)n, "style"))
		sheets_read(&s, text, n);
	s.reader = reader_over(text, n);
	s.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	/* What is no XML is librsvg's to refuse. */
	while (s.reader && ok && xmlTextReaderRead(s.reader) == 1)
		ok = node_look(&s);
	elements_close(&s, 0);
	css_free(s.css);
	g_hash_table_destroy(s.seen);
	if (s.reader)
		xmlFreeTextReader(s.reader);
	return ok;
}
