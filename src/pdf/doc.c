/* src/pdf/doc.c - what stands round the pages. */
#include "pdf/doc.h"
#include <stdlib.h>
#include <string.h>
#include "base/pool.h"
#include "pdf/font.h"
#include "pdf/pack.h"

struct bookmark_entry { int object, parent, first, last, previous, next, page; bool open; char *title; };

struct pdf_doc {
	struct pdf_file *file;
	struct pdf_fonts *fonts;
	int npages, pages;		/* object of the tree */
	int *page;			/* objects */
	char **labels;			/* or NULL: the page's place */
	Pt width, height;
	GArray *bookmarks;
	struct pool *pool;
	struct packer *packers[POOL_MOST];	/* by worker; made when needed */
	struct waiting *waiting;	/* WAITING of them, a ring */
	guint next;
};

/*
 * Content is deflated at its fastest: the next level takes half as long again for a twentieth less. So many pages may
 * wait for that, whatever the threads: how far a page's links and pictures stand before it in the file must not
 * depend on them.
 */
enum { PAGE_LEVEL = 1, WAITING = 16 };

/* A page that is done and not written. */
struct waiting {
	struct task task;
	struct pdf_doc *doc;
	GString *content;
	GByteArray *packed;
	char *text;			/* NULL: nothing waits here */
	int content_object, page_object;
};

static void pack_page(void *ctx, unsigned worker)
{
	struct waiting *w = ctx;
	struct packer **packer = &w->doc->packers[worker];

	if (!*packer)
		*packer = packer_new();
	packer_pack(*packer, w->content->str, w->content->len, PAGE_LEVEL, w->packed);
}

struct pdf_doc *pdf_doc_new(pdf_sink write, void *ctx, int npages, Pt width, Pt height, struct pool *pool)
{
	struct pdf_doc *d = g_new0(struct pdf_doc, 1);

	d->file = pdf_file_new(write, ctx);
	d->fonts = pdf_fonts_new();
	d->npages = npages;
	d->pages = pdf_reserve(d->file);
	d->page = g_new(int, npages + 1);
	for (int i = 0; i < npages; i++)
		d->page[i] = pdf_reserve(d->file);
	d->labels = g_new0(char *, npages + 1);
	d->width = width;
	d->height = height;
	d->bookmarks = g_array_new(FALSE, FALSE, sizeof(struct bookmark_entry));
	d->pool = pool;
	d->waiting = g_new0(struct waiting, WAITING);
	for (int i = 0; i < WAITING; i++) {
		d->waiting[i].task = (struct task){ .run = pack_page, .ctx = &d->waiting[i] };
		d->waiting[i].doc = d;
		d->waiting[i].content = g_string_new(NULL);
		d->waiting[i].packed = g_byte_array_new();
	}
	return d;
}

void pdf_doc_free(struct pdf_doc *d)
{
	if (!d)
		return;
	for (guint i = 0; i < d->bookmarks->len; i++)
		g_free(g_array_index(d->bookmarks, struct bookmark_entry, i).title);
	for (int i = 0; i < d->npages; i++)
		g_free(d->labels[i]);
	g_array_free(d->bookmarks, TRUE);
	for (int i = 0; i < WAITING; i++) {
		if (d->waiting[i].text)
			pool_finish(d->pool, &d->waiting[i].task);
		g_string_free(d->waiting[i].content, TRUE);
		g_byte_array_free(d->waiting[i].packed, TRUE);
		g_free(d->waiting[i].text);
	}
	for (int i = 0; i < POOL_MOST; i++)
		packer_free(d->packers[i]);
	g_free(d->waiting);
	g_free(d->labels);
	g_free(d->page);
	pdf_fonts_free(d->fonts);
	pdf_file_free(d->file);
	g_free(d);
}

struct pdf_file *pdf_doc_file(struct pdf_doc *d)
{
	return d->file;
}

struct pdf_font *pdf_doc_font(struct pdf_doc *d, const struct font *f)
{
	return pdf_font_get(d->fonts, d->file, f);
}

int pdf_doc_page(const struct pdf_doc *d, int n)
{
	return d->page[n];
}

void pdf_doc_page_size(const struct pdf_doc *d, Pt *width, Pt *height)
{
	*width = d->width;
	*height = d->height;
}

int pdf_doc_tree(const struct pdf_doc *d)
{
	return d->pages;
}

static void write_page(struct waiting *w)
{
	if (!w->text)
		return;
	pool_finish(w->doc->pool, &w->task);
	pdf_put_deflated(w->doc->file, w->content_object, "", w->packed);
	pdf_put_object(w->doc->file, w->page_object, w->text);
	g_clear_pointer(&w->text, g_free);
}

GString *pdf_doc_buffer(struct pdf_doc *d)
{
	/* The one that waited longest makes room. */
	write_page(&d->waiting[d->next]);
	return g_string_truncate(d->waiting[d->next].content, 0);
}

void pdf_doc_put_page(struct pdf_doc *d, int content, int page, char *text)
{
	struct waiting *w = &d->waiting[d->next];

	w->content_object = content;
	w->page_object = page;
	w->text = text;
	w->task.state = TASK_IDLE;
	pool_offer(d->pool, &w->task);
	d->next = (d->next + 1) % WAITING;
}

void pdf_doc_label(struct pdf_doc *d, int n, const char *label)
{
	g_free(d->labels[n]);
	d->labels[n] = g_strdup(label);
}

/* ---- bookmarks ---- */

static struct bookmark_entry *bookmark(struct pdf_doc *d, int i)
{
	return i < 0 ? NULL : &g_array_index(d->bookmarks, struct bookmark_entry, i);
}

int pdf_doc_bookmark(struct pdf_doc *d, int parent, const char *title, int n, bool open)
{
	struct bookmark_entry b = { .parent = parent, .first = -1, .last = -1, .previous = -1, .next = -1, .page = n, .open = open };
	int number = (int)d->bookmarks->len;

	b.title = g_strdup(title);
	b.object = pdf_reserve(d->file);
	for (int i = number - 1; i >= 0 && b.previous < 0; i--)
		if (bookmark(d, i)->parent == parent)
			b.previous = i;
	g_array_append_val(d->bookmarks, b);
	if (b.previous >= 0)
		bookmark(d, b.previous)->next = number;
	if (parent >= 0) {
		if (bookmark(d, parent)->first < 0)
			bookmark(d, parent)->first = number;
		bookmark(d, parent)->last = number;
	}
	return number;
}

/* Bookmarks that are seen under this one if it is open. */
static int seen_under(struct pdf_doc *d, int first)
{
	int n = 0;

	for (int i = first; i >= 0; i = bookmark(d, i)->next)
		n += 1 + (bookmark(d, i)->open ? seen_under(d, bookmark(d, i)->first) : 0);
	return n;
}

static void append_reference(struct pdf_doc *d, GString *s, const char *key, int number)
{
	if (number >= 0)
		g_string_append_printf(s, " /%s %d 0 R", key, bookmark(d, number)->object);
}

static void write_bookmark(struct pdf_doc *d, struct bookmark_entry *b, int root)
{
	GString *s = g_string_new("<< /Title ");
	int under = seen_under(d, b->first);

	pdf_append_text(s, b->title);
	g_string_append_printf(s, " /Parent %d 0 R", b->parent < 0 ? root : bookmark(d, b->parent)->object);
	append_reference(d, s, "Prev", b->previous);
	append_reference(d, s, "Next", b->next);
	append_reference(d, s, "First", b->first);
	append_reference(d, s, "Last", b->last);
	if (under)
		g_string_append_printf(s, " /Count %d", b->open ? under : -under);
	g_string_append_printf(s, " /Dest [%d 0 R /XYZ 0 ", d->page[b->page]);
	pdf_append_number(s, d->height, 3);
	g_string_append(s, " 0] >>");
	pdf_put_object(d->file, b->object, s->str);
	g_string_free(s, TRUE);
}

/* The outline's object; 0: there are no bookmarks. */
static int write_outline(struct pdf_doc *d)
{
	int root = d->bookmarks->len ? pdf_reserve(d->file) : 0, last = -1;
	char text[128];

	for (guint i = 0; i < d->bookmarks->len; i++) {
		write_bookmark(d, bookmark(d, (int)i), root);
		if (bookmark(d, (int)i)->parent < 0)
			last = (int)i;
	}
	if (root) {
		/* The first of all has none before it, so it stands at the root. */
		g_snprintf(text, sizeof text, "<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>",
			   bookmark(d, 0)->object, bookmark(d, last)->object, seen_under(d, 0));
		pdf_put_object(d->file, root, text);
	}
	return root;
}

/* ---- the end ---- */

/* The number that a label is, or 0. */
static int number_of(const char *label, int place)
{
	char *end;
	long n;

	if (!label)
		return place;
	n = strtol(label, &end, 10);
	return g_ascii_isdigit(*label) && *label != '0' && !*end && n < G_MAXINT ? (int)n : 0;
}

/* A range for each stretch of numbers that count up. */
static void append_labels(struct pdf_doc *d, GString *s)
{
	int before = 0;

	g_string_append(s, " /PageLabels << /Nums [");
	for (int i = 0; i < d->npages; i++) {
		int n = number_of(d->labels[i], i + 1);

		if (n && i && n == before + 1) {
			before = n;
			continue;
		}
		before = n;
		g_string_append_printf(s, "%d << ", i);
		if (n) {
			g_string_append_printf(s, "/S /D /St %d", n);
		} else {
			g_string_append(s, "/P ");
			pdf_append_text(s, d->labels[i]);
		}
		g_string_append(s, " >> ");
	}
	g_string_append(s, "] >>");
}

static void write_tree(struct pdf_doc *d)
{
	GString *s = g_string_new("<< /Type /Pages /Kids [");

	for (int i = 0; i < d->npages; i++)
		g_string_append_printf(s, "%d 0 R ", d->page[i]);
	g_string_append_printf(s, "] /Count %d >>", d->npages);
	pdf_put_object(d->file, d->pages, s->str);
	g_string_free(s, TRUE);
}

static int write_catalog(struct pdf_doc *d, const struct pdf_info *info)
{
	int root = pdf_reserve(d->file), outline = write_outline(d);
	GString *s = g_string_new("<< /Type /Catalog");

	g_string_append_printf(s, " /Pages %d 0 R", d->pages);
	if (outline)
		g_string_append_printf(s, " /Outlines %d 0 R", outline);
	if (info->lang) {
		g_string_append(s, " /Lang ");
		pdf_append_text(s, info->lang);
	}
	append_labels(d, s);
	g_string_append(s, " >>");
	pdf_put_object(d->file, root, s->str);
	g_string_free(s, TRUE);
	return root;
}

static int write_info(struct pdf_doc *d, const struct pdf_info *info)
{
	const struct { const char *key, *text; } texts[] = {
		{ "Title", info->title }, { "Subject", info->subject }, { "Creator", info->creator },
		{ "Producer", info->creator }, { "CreationDate", info->date },
	};
	int id = pdf_reserve(d->file);
	GString *s = g_string_new("<<");

	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		if (texts[i].text) {
			g_string_append_printf(s, " /%s ", texts[i].key);
			pdf_append_text(s, texts[i].text);
		}
	g_string_append(s, " >>");
	pdf_put_object(d->file, id, s->str);
	g_string_free(s, TRUE);
	return id;
}

enum pdf_end pdf_doc_end(struct pdf_doc *d, const struct pdf_info *info, const char **font)
{
	int root;

	for (guint i = 0; i < WAITING; i++)
		write_page(&d->waiting[(d->next + i) % WAITING]);
	*font = pdf_fonts_write(d->fonts, d->file, d->pool);
	if (*font)
		return PDF_FONT;
	write_tree(d);
	root = write_catalog(d, info);
	return pdf_file_end(d->file, root, write_info(d, info)) ? PDF_DONE : PDF_NOT_WRITTEN;
}
