/*
 * src/prepress/pdfx.c - the document round the pages: ISO 15930-7 (PDF/X-4),
 * 15930-6 (PDF/X-3:2003), 15930-4 (PDF/X-1a:2003).
 *
 * The demands and where they come from: preflight/rules.h. What the standards
 * say differently stands in one table.
 */
#define _GNU_SOURCE			/* memmem() */
#include "prepress/pdfx.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/icc.h"
#include "base/late_qpdf.h"
#include "base/outfile.h"
#include "base/temp.h"
#include "prepress/marks.h"
#include "prepress/pdfout.h"
#include "prepress/places.h"
#include "prepress/rewrite.h"

static const struct {
	const char *id;			/* GTS_PDFXVersion */
	const char *version;		/* of PDF */
	bool xmp;			/* identified in XMP too */
} standards[] = {
	[PDFX_4]        = { "PDF/X-4",       "1.6", true },
	[PDFX_3_2003]   = { "PDF/X-3:2003",  "1.4", false },
	[PDFX_1A_2003]  = { "PDF/X-1a:2003", "1.4", false },
};

struct document {
	qpdf_data q;
	const struct pages *pages;
	const struct print_profile *profile;
	char *created_pdf, *created_xmp;	/* the date in both manners */
	char *title;
};

#define PRODUCER "zivos " ZIVOS_VERSION

/* ---- dates and names ---- */

static void set_dates(struct document *d)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	gint64 seconds = epoch ? g_ascii_strtoll(epoch, &end, 10) : 0;
	GDateTime *t = epoch && end != epoch && !*end ? g_date_time_new_from_unix_utc(seconds) : NULL;
	int year = 1970, month = 1, day = 1;

	if (!t && d->pages->date && sscanf(d->pages->date, "%d-%d-%d", &year, &month, &day) == 3)
		t = g_date_time_new_utc(year, month, day, 0, 0, 0);
	if (!t)
		t = g_date_time_new_utc(1970, 1, 1, 0, 0, 0);
	d->created_pdf = g_date_time_format(t, "D:%Y%m%d%H%M%S+00'00'");
	d->created_xmp = g_date_time_format(t, "%Y-%m-%dT%H:%M:%S+00:00");
	g_date_time_unref(t);
}

/* Stands for the file's own number until all else of it is written; as long as that is. */
#define NO_UUID "00000000-0000-5000-a000-000000000000"

/* A UUID (version 5's form) from the whole file, pictures and all, and from what it was made for. */
static void make_uuid(const struct print_profile *p, const char *file, size_t n, char uuid[sizeof NO_UUID])
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA1);
	const char *h;

	g_checksum_update(sum, (const guchar *)standards[p->standard].id, -1);
	g_checksum_update(sum, (const guchar *)"\n", 1);
	g_checksum_update(sum, (const guchar *)p->name, (gssize)strlen(p->name) + 1);
	g_checksum_update(sum, (const guchar *)file, (gssize)n);
	h = g_checksum_get_string(sum);
	g_snprintf(uuid, sizeof NO_UUID, "%.8s-%.4s-5%.3s-a%.3s-%.12s", h, h + 8, h + 13, h + 17, h + 20);
	g_checksum_free(sum);
}

/* Put the file's number into its metadata, which lie uncompressed in it. false: reported. */
static bool set_uuid(const struct print_profile *p, struct outfile *out, struct diag *diag)
{
	int fd = outfile_descriptor(out);
	GMappedFile *map = g_mapped_file_new_from_fd(fd, FALSE, NULL);
	const char *bytes = map ? g_mapped_file_get_contents(map) : NULL, *at = bytes;
	size_t n = map ? g_mapped_file_get_length(map) : 0, length = strlen(NO_UUID);
	char uuid[sizeof NO_UUID];
	bool ok = bytes != NULL;

	if (ok)
		make_uuid(p, bytes, n, uuid);
	while (ok && (at = memmem(at, n - (size_t)(at - bytes), NO_UUID, length)) != NULL) {
		ok = pwrite(fd, uuid, length, at - bytes) == (ssize_t)length;
		at += length;
	}
	if (!ok)
		diag_add(diag, D_WRITE_FAILED, (struct src){ outfile_name(out), 0, 0 }, _("%s; nothing was written"), write_reason(errno));
	if (map)
		g_mapped_file_unref(map);
	return ok;
}

/* ---- metadata ---- */

static void set_info(struct document *d)
{
	qpdf_oh info = qpdf_oh_new_dictionary(d->q), trailer = qpdf_get_trailer(d->q);
	const struct { const char *key, *text; } texts[] = {
		{ "/Title", d->title },
		{ "/Subject", d->pages->subject },
		{ "/Creator", PRODUCER },
		{ "/Producer", PRODUCER },
		{ "/CreationDate", d->created_pdf },
		{ "/ModDate", d->created_pdf },
		{ "/GTS_PDFXVersion", standards[d->profile->standard].id },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (texts[i].text)
			qpdf_oh_replace_key(d->q, info, texts[i].key, qpdf_oh_new_unicode_string(d->q, texts[i].text));
	qpdf_oh_replace_key(d->q, info, "/Trapped", qpdf_oh_new_name(d->q, "/False"));
	qpdf_oh_replace_key(d->q, trailer, "/Info", qpdf_make_indirect_object(d->q, info));
}

static void xmp_add(GString *x, const char *format, const char *text)
{
	char *safe = g_markup_escape_text(text, -1);

	g_string_append_printf(x, format, safe);
	g_free(safe);
}

static qpdf_oh stream_of(struct document *d, const void *bytes, size_t n)
{
	qpdf_oh s = qpdf_oh_new_stream(d->q);

	qpdf_oh_replace_stream_data(d->q, s, bytes, n, qpdf_oh_new_null(d->q), qpdf_oh_new_null(d->q));
	return s;
}

static void set_xmp(struct document *d)
{
	GString *x = g_string_new(
		"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
		"  xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n"
		"  xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n"
		"<dc:format>application/pdf</dc:format>\n");
	qpdf_oh s, dict;

	xmp_add(x, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", d->title);
	if (d->pages->subject)
		xmp_add(x, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n",
			d->pages->subject);
	xmp_add(x, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n", PRODUCER);
	xmp_add(x, "<xmp:CreateDate>%s</xmp:CreateDate>\n", d->created_xmp);
	xmp_add(x, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", d->created_xmp);
	xmp_add(x, "<xmp:MetadataDate>%s</xmp:MetadataDate>\n", d->created_xmp);
	xmp_add(x, "<xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>\n", NO_UUID);
	xmp_add(x, "<xmpMM:InstanceID>uuid:%s</xmpMM:InstanceID>\n", NO_UUID);
	g_string_append(x, "<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n");
	xmp_add(x, "<pdf:Producer>%s</pdf:Producer>\n", PRODUCER);
	g_string_append(x, "<pdf:Trapped>False</pdf:Trapped>\n");
	if (standards[d->profile->standard].xmp)
		xmp_add(x, "<pdfxid:GTS_PDFXVersion>%s</pdfxid:GTS_PDFXVersion>\n", standards[d->profile->standard].id);
	g_string_append(x, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
	s = stream_of(d, x->str, x->len);
	dict = qpdf_oh_get_dict(d->q, s);
	qpdf_oh_replace_key(d->q, dict, "/Type", qpdf_oh_new_name(d->q, "/Metadata"));
	qpdf_oh_replace_key(d->q, dict, "/Subtype", qpdf_oh_new_name(d->q, "/XML"));
	qpdf_oh_replace_key(d->q, qpdf_get_root(d->q), "/Metadata", s);
	g_string_free(x, TRUE);
}

static void set_intent(struct document *d)
{
	qpdf_data q = d->q;
	qpdf_oh intent = qpdf_oh_new_dictionary(q), all = qpdf_oh_new_array(q), profile;
	size_t n;
	const void *bytes = icc_bytes(d->profile->output, &n);

	profile = stream_of(d, bytes, n);
	qpdf_oh_replace_key(q, qpdf_oh_get_dict(q, profile), "/N", qpdf_oh_new_integer(q, 4));
	qpdf_oh_replace_key(q, intent, "/Type", qpdf_oh_new_name(q, "/OutputIntent"));
	qpdf_oh_replace_key(q, intent, "/S", qpdf_oh_new_name(q, "/GTS_PDFX"));
	qpdf_oh_replace_key(q, intent, "/OutputConditionIdentifier", qpdf_oh_new_unicode_string(q, d->profile->condition));
	qpdf_oh_replace_key(q, intent, "/OutputCondition", qpdf_oh_new_unicode_string(q, d->profile->condition_info));
	qpdf_oh_replace_key(q, intent, "/Info", qpdf_oh_new_unicode_string(q, d->profile->condition_info));
	if (d->profile->registry)
		qpdf_oh_replace_key(q, intent, "/RegistryName", qpdf_oh_new_unicode_string(q, d->profile->registry));
	qpdf_oh_replace_key(q, intent, "/DestOutputProfile", profile);
	qpdf_oh_append_item(q, all, qpdf_make_indirect_object(q, intent));
	qpdf_oh_replace_key(q, qpdf_get_root(q), "/OutputIntents", all);
}

/* ---- pages ---- */

static void set_box(struct document *d, qpdf_oh page, const char *name, Pt margin, Pt w, Pt h)
{
	qpdf_oh box = qpdf_oh_new_array(d->q);
	Pt side[4] = { margin, margin, margin + w, margin + h };

	for (int i = 0; i < 4; i++)
		qpdf_oh_append_item(d->q, box, qpdf_oh_new_real_from_double(d->q, side[i], 4));
	qpdf_oh_replace_key(d->q, page, name, box);
}

static void set_boxes(struct document *d, qpdf_oh page)
{
	const struct pages *p = d->pages;
	Pt margin = MAX(p->margin, p->bleed), outside = margin - p->bleed;

	set_box(d, page, "/MediaBox", 0, p->width + 2 * margin, p->height + 2 * margin);
	set_box(d, page, "/BleedBox", outside, p->width + 2 * p->bleed, p->height + 2 * p->bleed);
	set_box(d, page, "/TrimBox", margin, p->width, p->height);
}

/* What only a screen could use, and what a printer may not find. */
static void strip(struct document *d, qpdf_oh o, const char *const *keep)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);

	qpdf_oh_begin_dict_key_iter(d->q, o);
	while (qpdf_oh_dict_more_keys(d->q))
		g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(d->q)));
	for (guint i = 0; i < keys->len; i++)
		if (!g_strv_contains(keep, keys->pdata[i]))
			qpdf_oh_remove_key(d->q, o, keys->pdata[i]);
	g_ptr_array_free(keys, TRUE);
}

static const char *const page_keys[] = { "/Type", "/Parent", "/MediaBox", "/Contents", "/Resources", "/Group", NULL };
static const char *const root_keys[] = { "/Type", "/Pages", "/PageLabels", NULL };

static bool qpdf_failed(struct document *d, struct diag *diag)
{
	if (!qpdf_has_error(d->q))
		return false;
	diag_add(diag, D_MACHINE, (struct src){ NULL, 0, 0 }, _("the PDF cannot be made: %s. Is there memory left? Else --pages tells which page it is about"),
		 qpdf_get_error_full_text(d->q, qpdf_get_error(d->q)));
	return true;
}

bool pdfx_write(const void *pdf, size_t n, const struct pages *p, const int *chosen, size_t nchosen, const char *folder,
		const struct print_profile *profile, const struct inks *inks, struct outfile *out, struct diag *diag)
{
	struct document d = { .q = qpdf_init(), .pages = p, .profile = profile, .title = g_strdup(p->title ? p->title : "zivos") };
	struct palette palette = {
		.meaning = RGB_KEYS, .inks = inks, .output = profile->output,
		.overprint_max = profile->black_overprint_max, .spots = g_ptr_array_new(),
	};
	struct rewrite w;
	enum pdfout how;
	bool ok = false;

	rewrite_init(&w, d.q, palette, profile->standard, diag);
	set_dates(&d);
	qpdf_silence_errors(d.q);
	qpdf_set_suppress_warnings(d.q, QPDF_TRUE);
	qpdf_read_memory(d.q, "pages", pdf, n, NULL);
	if (qpdf_failed(&d, diag))
		goto out;
	for (size_t i = 0; i < nchosen; i++) {
		qpdf_oh page = qpdf_get_page_n(d.q, i);

		w.page = p->pages[chosen[i]].index + 1;
		strip(&d, page, page_keys);
		rewrite_page(&w, page);
		set_boxes(&d, page);
		places_add(d.q, page, &p->pages[chosen[i]], folder, d.created_pdf);
	}
	if (w.failed || qpdf_failed(&d, diag))
		goto out;
	/* Last: only now all spot colours are known. */
	marks_add(&w, &profile->marks, p, nchosen);
	strip(&d, qpdf_get_root(d.q), root_keys);
	set_info(&d);
	set_xmp(&d);
	set_intent(&d);
	how = pdfout_write(d.q, (struct pdfout_options){ .version = standards[profile->standard].version }, out, diag);
	ok = how == PDFOUT_DONE && set_uuid(profile, out, diag);
	if (how == PDFOUT_DOCUMENT)
		qpdf_failed(&d, diag);
out:
	rewrite_clear(&w);
	qpdf_cleanup(&d.q);
	g_ptr_array_free(palette.spots, TRUE);
	g_free(d.created_pdf);
	g_free(d.created_xmp);
	g_free(d.title);
	return ok;
}
