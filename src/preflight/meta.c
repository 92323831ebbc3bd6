/*
 * src/preflight/meta.c - what the file says about itself: XMP, Info, Trapped.
 *
 * XMP comes from anybody, so libxml2 reads it without network, entities and
 * DTD; a DOCTYPE is refused.
 */
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

enum { MOST_XMP = 4 << 20 };

#define DC   "http://purl.org/dc/elements/1.1/"
#define XMP  "http://ns.adobe.com/xap/1.0/"
#define MM   "http://ns.adobe.com/xap/1.0/mm/"
#define ADOBE "http://ns.adobe.com/pdf/1.3/"
#define PDFX "http://www.npes.org/pdfx/ns/id/"
#define RDF  "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

static const xmlChar *xml(const char *s) { return (const xmlChar *)s; }

static bool is(const xmlNode *n, const char *ns, const char *name)
{
	return n->type == XML_ELEMENT_NODE && xmlStrEqual(n->name, xml(name)) && n->ns && xmlStrEqual(n->ns->href, xml(ns));
}

static char *trimmed(xmlChar *s)
{
	char *copy = s ? g_strstrip(g_strdup((char *)s)) : NULL;

	xmlFree(s);
	return copy;
}

/* Text of a property's element; the items of a list joined by "; ". */
static char *value_of(xmlNode *n)
{
	GString *all = NULL;

	for (xmlNode *list = n->children; list; list = list->next) {
		if (!is(list, RDF, "Alt") && !is(list, RDF, "Seq") && !is(list, RDF, "Bag"))
			continue;
		all = g_string_new(NULL);
		for (xmlNode *li = list->children; li; li = li->next) {
			char *s;

			if (!is(li, RDF, "li"))
				continue;
			s = trimmed(xmlNodeGetContent(li));
			g_string_append_printf(all, "%s%s", all->len ? "; " : "", s);
			g_free(s);
			if (is(list, RDF, "Alt"))
				break;		/* x-default stands first */
		}
		return g_string_free(all, FALSE);
	}
	return trimmed(xmlNodeGetContent(n));
}

/* A property of any rdf:Description, as element or attribute; NULL: none. g_free() it. */
static char *xmp_get(xmlDoc *doc, const char *ns, const char *name)
{
	xmlNode *n = doc ? xmlDocGetRootElement(doc) : NULL;

	if (n && !is(n, RDF, "RDF"))
		for (n = n->children; n && !is(n, RDF, "RDF"); n = n->next)
			;
	for (xmlNode *d = n ? n->children : NULL; d; d = d->next) {
		xmlChar *attribute;

		if (!is(d, RDF, "Description"))
			continue;
		attribute = xmlGetNsProp(d, xml(name), xml(ns));
		if (attribute)
			return trimmed(attribute);
		for (xmlNode *e = d->children; e; e = e->next)
			if (is(e, ns, name))
				return value_of(e);
	}
	return NULL;
}

static void quiet(void *ctx, const char *fmt, ...)
{
	(void)ctx, (void)fmt;
}

/* NULL: reported. */
static xmlDoc *read_xmp(struct context *c)
{
	const struct obj *o = pdf_get(c->pdf, pdf_root(c->pdf), "Metadata");
	unsigned char *data;
	size_t n;
	xmlDoc *doc = NULL;

	if (o->kind != OBJ_STREAM) {
		report(c, R_XMP_PRESENT, SEV_ERROR, 0, NULL, _("the file has no XMP metadata"));
		return NULL;
	}
	if (!obj_is_name(pdf_get(c->pdf, o, "Type"), "Metadata") || !obj_is_name(pdf_get(c->pdf, o, "Subtype"), "XML"))
		report(c, R_XMP_PRESENT, SEV_ERROR, 0, NULL, _("the XMP metadata are not marked as such"));
	if (pdf_nfilters(c->pdf, o) > 0)
		report(c, R_XMP_PRESENT, SEV_WARNING, 0, NULL, _("the XMP metadata are compressed, so other programs do not find them"));
	data = pdf_data(c->pdf, o, MOST_XMP, &n);
	if (data) {
		xmlSetGenericErrorFunc(NULL, quiet);
		doc = xmlReadMemory((const char *)data, (int)n, "xmp.xml", NULL,
				    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
		xmlSetGenericErrorFunc(NULL, NULL);
	}
	if (doc && (doc->intSubset || doc->extSubset))
		g_clear_pointer(&doc, xmlFreeDoc);
	if (!doc)
		report(c, R_XMP_PRESENT, SEV_ERROR, 0, NULL, _("the XMP metadata cannot be read"));
	else if (!g_strstr_len((char *)data, (gssize)n, "<?xpacket"))
		report(c, R_XMP_PRESENT, SEV_WARNING, 0, NULL, _("the XMP metadata have no frame (xpacket), so other programs do not find them"));
	free(data);
	return doc;
}

/* ---- dates ---- */

static bool digits(const char **s, int n, int *v)
{
	*v = 0;
	for (int i = 0; i < n; i++, (*s)++) {
		if (!g_ascii_isdigit(**s))
			return false;
		*v = *v * 10 + (**s - '0');
	}
	return true;
}

/* Seconds since 1970 of "D:20260131120000+01'00'" or "2026-01-31T12:00:00+01:00"; what is left
 * out at the end is the smallest. false: no date. */
static bool date_read(const char *s, gint64 *seconds)
{
	int v[6] = { 0, 1, 1, 0, 0, 0 }, hours = 0, minutes = 0, sign = 0;
	GDateTime *t;

	if (g_str_has_prefix(s, "D:"))
		s += 2;
	for (int i = 0; i < 6; i++) {
		if (i > 0 && *s && strchr("-T:", *s) && g_ascii_isdigit(s[1]) && !(i > 2 && *s == '-'))
			s++;
		if (i > 0 && !g_ascii_isdigit(*s))
			break;
		if (!digits(&s, i ? 2 : 4, &v[i]))
			return false;
	}
	if (*s == '.')
		for (s++; g_ascii_isdigit(*s); s++)
			;
	if (*s == 'Z')
		s++;
	else if (*s == '+' || *s == '-') {
		sign = *s++ == '+' ? 1 : -1;
		if (!digits(&s, 2, &hours))
			return false;
		if (*s == ':' || *s == '\'')
			s++;
		if (g_ascii_isdigit(*s) && !digits(&s, 2, &minutes))
			return false;
	}
	t = g_date_time_new_utc(v[0], v[1], v[2], v[3], v[4], MIN(v[5], 59));
	if (!t)
		return false;
	*seconds = g_date_time_to_unix(t) - sign * (hours * 3600 + minutes * 60);
	g_date_time_unref(t);
	return true;
}

/* ---- rules ---- */

static void check_identity(struct context *c, xmlDoc *doc)
{
	static const char *const mm[] = { "DocumentID", "VersionID", "RenditionClass" },
				 *const dates[] = { "CreateDate", "ModifyDate", "MetadataDate" };
	char *s = xmp_get(doc, PDFX, "GTS_PDFXVersion");
	gint64 t;

	if (!s)
		report(c, R_XMP_PDFX, SEV_ERROR, 0, NULL, _("the XMP metadata do not say that this is PDF/X-4"));
	else if (strcmp(s, "PDF/X-4") != 0)
		report(c, R_XMP_PDFX, SEV_ERROR, 0, NULL, _("the XMP metadata say \"%s\" instead of PDF/X-4"), s);
	g_free(s);
	for (size_t i = 0; i < G_N_ELEMENTS(mm); i++) {
		s = xmp_get(doc, MM, mm[i]);
		if (!s || !*s)
			report(c, R_XMP_MM, SEV_ERROR, 0, NULL, _("the XMP metadata have no %s"), mm[i]);
		g_free(s);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
		s = xmp_get(doc, XMP, dates[i]);
		if (!s || !*s)
			report(c, R_XMP_DATES, SEV_ERROR, 0, NULL, _("the XMP metadata have no %s"), dates[i]);
		else if (!date_read(s, &t))
			report(c, R_XMP_DATES, SEV_ERROR, 0, NULL, _("%s in the XMP metadata is no date: \"%s\""), dates[i], s);
		g_free(s);
	}
}

static void check_sync(struct context *c, xmlDoc *doc, const struct obj *info)
{
	static const struct { const char *key, *ns, *name; bool date; } pairs[] = {
		{ "Title", DC, "title", false }, { "Author", DC, "creator", false }, { "Subject", DC, "description", false },
		{ "Keywords", ADOBE, "Keywords", false }, { "Creator", XMP, "CreatorTool", false }, { "Producer", ADOBE, "Producer", false },
		{ "CreationDate", XMP, "CreateDate", true }, { "ModDate", XMP, "ModifyDate", true },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		const char *here = g_strstrip(arena_strdup(c->arena, pdf_text(c->pdf, pdf_get(c->pdf, info, pairs[i].key))));
		char *there = xmp_get(doc, pairs[i].ns, pairs[i].name);
		gint64 a = 0, b = 1;
		bool same = !*here || (there && strcmp(here, there) == 0);

		if (!same && there && pairs[i].date)
			same = date_read(here, &a) && date_read(there, &b) && a == b;
		if (!same)
			report(c, R_XMP_INFO_SYNC, SEV_ERROR, 0, NULL, _("%s is \"%s\" in the Info dictionary, but \"%s\" in the XMP metadata"),
			       pairs[i].key, here, there ? there : "");
		g_free(there);
	}
}

static void check_title(struct context *c, xmlDoc *doc, const struct obj *info)
{
	const char *title = g_strstrip(arena_strdup(c->arena, pdf_text(c->pdf, pdf_get(c->pdf, info, "Title"))));
	char *there = xmp_get(doc, DC, "title"), *low;

	if (!*title && there)
		title = there;
	low = g_ascii_strdown(title, -1);
	if (!*title)
		report(c, R_META_TITLE, SEV_ERROR, 0, NULL, _("the document has no title"));
	else if (g_str_has_suffix(low, ".pdf") || g_str_has_suffix(low, ".indd") || g_str_has_suffix(low, ".doc") ||
		 g_str_has_suffix(low, ".docx") || g_str_has_prefix(low, "microsoft word - "))
		report(c, R_META_TITLE, SEV_WARNING, 0, NULL, _("the title \"%s\" is a file's name"), title);
	g_free(low);
	g_free(there);
}


static void check_trapped(struct context *c, xmlDoc *doc, const struct obj *info)
{
	const struct obj *o = pdf_get(c->pdf, info, "Trapped");
	char *xmp = xmp_get(doc, ADOBE, "Trapped");
	const char *here = o->kind == OBJ_NAME ? o->bytes : NULL, *there = xmp && *xmp ? xmp : NULL;

	if (!here && !there)
		report(c, R_TRAPPED, SEV_ERROR, 0, NULL, _("the file does not say whether it is trapped"));
	else if ((here && strcmp(here, "True") != 0 && strcmp(here, "False") != 0) ||
		 (there && strcmp(there, "True") != 0 && strcmp(there, "False") != 0))
		report(c, R_TRAPPED, SEV_ERROR, 0, NULL, _("Trapped is \"%s\", neither True nor False"), here ? pdf_text(c->pdf, o) : there);
	else if (here && there && strcmp(here, there) != 0)
		report(c, R_TRAPPED, SEV_ERROR, 0, NULL, _("Trapped is %s in the Info dictionary, but %s in the XMP metadata"), here, there);
	else if (!here || (!there && doc && c->limits->standard == STANDARD_X4))
		report(c, R_TRAPPED, SEV_WARNING, 0, NULL, _("Trapped stands in one of two places only"));
	g_free(xmp);
}

static void check_info(struct context *c, const struct obj *info)
{
	static const char *const dates[] = { "CreationDate", "ModDate" };
	const char *v = pdf_text(c->pdf, pdf_get(c->pdf, info, "GTS_PDFXVersion")),
		   *conformance = pdf_text(c->pdf, pdf_get(c->pdf, info, "GTS_PDFXConformance"));
	bool good = false;
	gint64 t;

	switch (c->limits->standard) {
	case STANDARD_X4:
		good = !*v || strcmp(v, "PDF/X-4") == 0;
		break;
	case STANDARD_X3:
		good = strcmp(v, "PDF/X-3:2002") == 0 || strcmp(v, "PDF/X-3:2003") == 0;
		break;
	case STANDARD_X1A:
		good = strcmp(v, "PDF/X-1a:2003") == 0 ||
		       (strncmp(v, "PDF/X-1:2001", 12) == 0 && strncmp(conformance, "PDF/X-1a:2001", 13) == 0);
		break;
	}
	if (!good)
		report(c, R_INFO_PDFX, SEV_ERROR, 0, NULL, *v ? _("the Info dictionary names another standard: \"%s\"") :
		       _("the Info dictionary names no standard"), v);
	for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
		if (!date_read(pdf_text(c->pdf, pdf_get(c->pdf, info, dates[i])), &t))
			report(c, R_INFO_DATES, SEV_ERROR, 0, NULL, _("%s is missing in the Info dictionary, or is no date"), dates[i]);
}

static void document(struct context *c)
{
	const struct obj *info = pdf_get(c->pdf, pdf_trailer(c->pdf), "Info");
	xmlDoc *doc = read_xmp(c);

	if (doc) {
		check_identity(c, doc);
		check_sync(c, doc, info);
	}
	check_title(c, doc, info);
	check_info(c, info);
	check_trapped(c, doc, info);
	xmlFreeDoc(doc);
}

const struct check meta_checks = { .document = document };
