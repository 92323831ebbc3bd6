/* src/pdf/page.c - a page's content but for its text (pdf/text.c), and the page round it. */
#include "pdf/page.h"
#include <math.h>
#include <string.h>
#include "pdf/content.h"
#include "pdf/doc.h"
#include "pdf/file.h"

static const struct pdf_state unknown = { NAN, NAN, NAN, NULL, NAN, NAN, NAN };

struct pdf_page *pdf_page_begin(struct pdf_doc *doc, int n, Pt margin)
{
	struct pdf_page *p = g_new0(struct pdf_page, 1);
	Pt width;

	p->doc = doc;
	p->n = n;
	p->margin = margin;
	pdf_doc_page_size(doc, &width, &p->height);
	p->s = pdf_doc_buffer(doc);
	p->now = unknown;
	/* As every page begins. */
	p->now.stretch = 1;
	p->now.spacing = 0;
	p->fonts = g_array_new(FALSE, FALSE, sizeof(int));
	p->objects = g_array_new(FALSE, FALSE, sizeof(int));
	p->links = g_array_new(FALSE, FALSE, sizeof(int));
	p->codes = g_array_new(FALSE, FALSE, sizeof(struct pdf_code));
	return p;
}

struct pdf_file *pdf_page_file(struct pdf_page *p)
{
	return pdf_doc_file(p->doc);
}

/* A page has few resources. */
void pdf_page_use(GArray *numbers, int object)
{
	for (guint i = 0; i < numbers->len; i++)
		if (g_array_index(numbers, int, i) == object)
			return;
	g_array_append_val(numbers, object);
}

void pdf_page_leave_text(struct pdf_page *p)
{
	if (p->in_text)
		g_string_append(p->s, "ET\n");
	p->in_text = false;
}

static void append_rect(struct pdf_page *p, struct rect r)
{
	pdf_append_numbers(p->s, (double[]){ pdf_page_x(p, r.x), pdf_page_y(p, rect_bottom(r)), r.w, r.h }, 4, 4);
	g_string_append(p->s, "re ");
}

void pdf_page_colour(struct pdf_page *p, double r, double g, double b)
{
	if (p->now.r == r && p->now.g == g && p->now.b == b)
		return;
	pdf_append_numbers(p->s, (double[]){ r, g, b }, 3, 6);
	g_string_append(p->s, "rg\n");
	p->now.r = r;
	p->now.g = g;
	p->now.b = b;
}

void pdf_page_rect(struct pdf_page *p, struct rect r)
{
	pdf_page_leave_text(p);
	append_rect(p, r);
	g_string_append(p->s, "f\n");
}

void pdf_page_path(struct pdf_page *p, const struct point *at, size_t n, bool closed, Pt stroke)
{
	pdf_page_leave_text(p);
	if (stroke > 0) {
		g_string_append(p->s, "q ");
		pdf_append_numbers(p->s, (double[]){ p->now.r, p->now.g, p->now.b }, 3, 6);
		g_string_append(p->s, "RG ");
		pdf_append_numbers(p->s, (double[]){ stroke }, 1, 4);
		g_string_append(p->s, "w 1 j ");
	}
	for (size_t i = 0; i < n; i++) {
		pdf_append_numbers(p->s, (double[]){ pdf_page_x(p, at[i].x), pdf_page_y(p, at[i].y) }, 2, 4);
		g_string_append(p->s, i ? "l " : "m ");
	}
	g_string_append(p->s, closed ? "h " : "");
	g_string_append(p->s, stroke > 0 ? "S Q\n" : "f\n");
}

void pdf_page_clip(struct pdf_page *p, struct rect r)
{
	pdf_page_leave_text(p);
	g_string_append(p->s, "q ");
	append_rect(p, r);
	g_string_append(p->s, "W n\n");
}

void pdf_page_unclip(struct pdf_page *p)
{
	pdf_page_leave_text(p);
	g_string_append(p->s, "Q\n");
	p->now = unknown;
}

/* Between q and Q, so nothing that was said is lost. */
static void put_object(struct pdf_page *p, int object, const double matrix[6])
{
	pdf_page_use(p->objects, object);
	pdf_append_numbers(p->s, matrix, 6, 4);
	g_string_append_printf(p->s, "cm /X%d Do Q\n", object);
}

void pdf_page_image(struct pdf_page *p, int object, struct rect r)
{
	pdf_page_leave_text(p);
	g_string_append(p->s, "q ");
	append_rect(p, r);
	g_string_append(p->s, "W n ");
	put_object(p, object, (double[]){ r.w, 0, 0, r.h, pdf_page_x(p, r.x), pdf_page_y(p, rect_bottom(r)) });
}

void pdf_page_form(struct pdf_page *p, int object, struct rect r)
{
	pdf_page_leave_text(p);
	g_string_append(p->s, "q ");
	put_object(p, object, (double[]){ 1, 0, 0, 1, pdf_page_x(p, r.x), pdf_page_y(p, rect_bottom(r)) });
}

void pdf_page_link(struct pdf_page *p, struct rect r, const char *uri, int page, Pt y)
{
	struct pdf_file *file = pdf_doc_file(p->doc);
	GString *s = g_string_new("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
	int id = pdf_reserve(file);

	pdf_append_numbers(s, (double[]){ pdf_page_x(p, r.x), pdf_page_y(p, rect_bottom(r)), pdf_page_x(p, rect_right(r)), pdf_page_y(p, r.y) }, 4, 3);
	if (uri) {
		g_string_append(s, "] /A << /S /URI /URI ");
		pdf_append_text(s, uri);
		g_string_append(s, " >> >>");
	} else {
		g_string_append_printf(s, "] /Dest [%d 0 R /XYZ 0 ", pdf_doc_page(p->doc, page));
		pdf_append_number(s, p->height - y, 3);
		g_string_append(s, " 0] >>");
	}
	pdf_put_object(file, id, s->str);
	g_array_append_val(p->links, id);
	g_string_free(s, TRUE);
}

static void append_resources(GString *s, const char *kind, char letter, const GArray *numbers)
{
	if (!numbers->len)
		return;
	g_string_append_printf(s, " /%s <<", kind);
	for (guint i = 0; i < numbers->len; i++) {
		int n = g_array_index(numbers, int, i);

		g_string_append_printf(s, " /%c%d %d 0 R", letter, n, n);
	}
	g_string_append(s, " >>");
}

void pdf_page_end(struct pdf_page *p)
{
	struct pdf_file *file = pdf_doc_file(p->doc);
	int content = pdf_reserve(file);
	Pt width, height;
	GString *s;

	pdf_page_leave_text(p);
	pdf_doc_page_size(p->doc, &width, &height);
	s = g_string_new("<< /Type /Page");
	g_string_append_printf(s, " /Parent %d 0 R /MediaBox [0 0 ", pdf_doc_tree(p->doc));
	pdf_append_numbers(s, (double[]){ width, height }, 2, 4);
	/* In it transparency (a draft's watermark, drawings) is reckoned in the colours of the page. */
	g_string_append_printf(s, "] /Group << /S /Transparency /I true /CS /DeviceRGB >> /Contents %d 0 R /Resources <<", content);
	append_resources(s, "Font", 'F', p->fonts);
	append_resources(s, "XObject", 'X', p->objects);
	g_string_append(s, " >>");
	for (guint i = 0; i < p->links->len; i++)
		g_string_append_printf(s, i ? " %d 0 R" : " /Annots [%d 0 R", g_array_index(p->links, int, i));
	g_string_append(s, p->links->len ? "] >>" : " >>");
	pdf_doc_put_page(p->doc, content, pdf_doc_page(p->doc, p->n), g_string_free(s, FALSE));
	g_array_free(p->fonts, TRUE);
	g_array_free(p->objects, TRUE);
	g_array_free(p->links, TRUE);
	g_array_free(p->codes, TRUE);
	g_free(p);
}
