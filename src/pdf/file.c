/* src/pdf/file.c - objects into a file. */
#include "pdf/file.h"
#include <math.h>
#include <string.h>
#include "pdf/pack.h"

struct pdf_file {
	pdf_sink write;
	void *ctx;
	bool ok;
	guint64 at;			/* bytes written */
	GArray *places;			/* guint64 by object number - 1; 0: not written */
	struct packer *packer;
	GByteArray *packed;
};

static void put(struct pdf_file *f, const void *bytes, size_t n)
{
	f->ok = f->ok && f->write(f->ctx, bytes, n);
	f->at += n;
}

static void put_text(struct pdf_file *f, const char *text)
{
	put(f, text, strlen(text));
}

struct pdf_file *pdf_file_new(pdf_sink write, void *ctx)
{
	struct pdf_file *f = g_new0(struct pdf_file, 1);

	f->write = write;
	f->ctx = ctx;
	f->ok = true;
	f->places = g_array_new(FALSE, TRUE, sizeof(guint64));
	f->packer = packer_new();
	f->packed = g_byte_array_new();
	/* The second line tells programs that move files that this one is no text. */
	put_text(f, "%PDF-1.5\n%\xe2\xe3\xcf\xd3\n");
	return f;
}

void pdf_file_free(struct pdf_file *f)
{
	if (!f)
		return;
	packer_free(f->packer);
	g_byte_array_free(f->packed, TRUE);
	g_array_free(f->places, TRUE);
	g_free(f);
}

int pdf_reserve(struct pdf_file *f)
{
	g_array_set_size(f->places, f->places->len + 1);
	return (int)f->places->len;
}

static void begin(struct pdf_file *f, int id)
{
	char head[32];

	g_array_index(f->places, guint64, id - 1) = f->at;
	g_snprintf(head, sizeof head, "%d 0 obj\n", id);
	put_text(f, head);
}

void pdf_put_object(struct pdf_file *f, int id, const char *text)
{
	begin(f, id);
	put_text(f, text);
	put_text(f, "\nendobj\n");
}

void pdf_put_stream(struct pdf_file *f, int id, const char *entries, const void *bytes, size_t n)
{
	char length[48];

	begin(f, id);
	put_text(f, "<< ");
	put_text(f, entries);
	g_snprintf(length, sizeof length, " /Length %zu >>\nstream\n", n);
	put_text(f, length);
	put(f, bytes, n);
	put_text(f, "\nendstream\nendobj\n");
}

void pdf_put_deflated(struct pdf_file *f, int id, const char *entries, const GByteArray *packed)
{
	char *all = g_strconcat(entries, " /Filter /FlateDecode", NULL);

	pdf_put_stream(f, id, all, packed->data, packed->len);
	g_free(all);
}

void pdf_put_packed(struct pdf_file *f, int id, const char *entries, const void *bytes, size_t n, int level)
{
	packer_pack(f->packer, bytes, n, level, f->packed);
	pdf_put_deflated(f, id, entries, f->packed);
}

bool pdf_file_end(struct pdf_file *f, int root, int info)
{
	guint64 start = f->at;
	char line[128];

	g_snprintf(line, sizeof line, "xref\n0 %u\n0000000000 65535 f \n", f->places->len + 1);
	put_text(f, line);
	for (guint i = 0; i < f->places->len; i++) {
		guint64 place = g_array_index(f->places, guint64, i);

		g_snprintf(line, sizeof line, place ? "%010" G_GUINT64_FORMAT " 00000 n \n" : "%010" G_GUINT64_FORMAT " 00000 f \n", place);
		put_text(f, line);
	}
	g_snprintf(line, sizeof line, "trailer\n<< /Size %u /Root %d 0 R /Info %d 0 R >>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
		   f->places->len + 1, root, info, start);
	put_text(f, line);
	return f->ok;
}

/* ---- values ---- */

void pdf_append_number(GString *s, double x, int places)
{
	static const double powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
	char digits[32], *c = digits + sizeof digits;
	/* Far beyond any page, and well within the digits. */
	long long n = llround(CLAMP(x, -1e9, 1e9) * powers[places]);
	unsigned long long rest = n < 0 ? (unsigned long long)-n : (unsigned long long)n;
	bool point = false;

	for (int i = 0; i < places; i++, rest /= 10) {
		if (rest % 10 == 0 && !point)
			continue;
		*--c = (char)('0' + rest % 10);
		point = true;
	}
	if (point)
		*--c = '.';
	if (rest || !point)
		do
			*--c = (char)('0' + rest % 10);
		while (rest /= 10);
	if (n < 0)
		*--c = '-';
	g_string_append_len(s, c, digits + sizeof digits - c);
}

void pdf_append_numbers(GString *s, const double *x, size_t n, int places)
{
	for (size_t i = 0; i < n; i++) {
		pdf_append_number(s, x[i], places);
		g_string_append_c(s, ' ');
	}
}

static void append_hex16(GString *s, unsigned x)
{
	static const char hex[] = "0123456789abcdef";

	for (int shift = 12; shift >= 0; shift -= 4)
		g_string_append_c(s, hex[x >> shift & 15]);
}

void pdf_append_utf16(GString *s, const char *utf8, size_t n)
{
	const char *end = utf8 + n;

	for (const char *c = utf8; c < end; c = g_utf8_next_char(c)) {
		gunichar u = g_utf8_get_char_validated(c, end - c);

		/* Text of the model is sound; what is not stands for one unknown character. */
		if (u >= 0x110000) {
			append_hex16(s, 0xfffd);
			return;
		}
		if (u >= 0x10000) {
			append_hex16(s, 0xd800 + ((u - 0x10000) >> 10));
			u = 0xdc00 + ((u - 0x10000) & 0x3ff);
		}
		append_hex16(s, u);
	}
}

void pdf_append_text(GString *s, const char *utf8)
{
	bool plain = true;

	for (const char *c = utf8; *c && plain; c++)
		plain = *c >= ' ' && *c < 0x7f;
	if (!plain) {
		g_string_append(s, "<feff");
		pdf_append_utf16(s, utf8, strlen(utf8));
		g_string_append_c(s, '>');
		return;
	}
	g_string_append_c(s, '(');
	for (const char *c = utf8; *c; c++) {
		if (strchr("()\\", *c))
			g_string_append_c(s, '\\');
		g_string_append_c(s, *c);
	}
	g_string_append_c(s, ')');
}
