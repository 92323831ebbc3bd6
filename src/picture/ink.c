/*
 * src/picture/ink.c - pixels of inks, lossless, as a PDF takes them (base/job.h).
 *
 * PNG's filter Up in every row: graphics repeat from row to row.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <gio/gio.h>
#include <vips/vips.h>
#include "picture/picture.h"

enum { LEVEL = 6, FILTER_UP = 2, HALF = 128 };

/* errno as the detail: zivos says it in the reader's language. */
static bool fault_write(struct reply *r)
{
	char number[16];

	g_snprintf(number, sizeof number, "%d", errno);
	return fault(r, JOB_WRITE, number);
}

static bool write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t done = write(fd, p, n);

		if (done < 0 && errno != EINTR)
			return false;
		p += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return true;
}

/* The file is there, or nothing is written (no O_CREAT): who asked for it may be gone, and with it the file. */
bool file_fill(const char *path, struct reply *r, const void *const *part, const size_t *n, size_t nparts)
{
	int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
	bool ok = fd >= 0;

	r->bytes = 0;
	for (size_t i = 0; i < nparts && ok; i++) {
		ok = write_all(fd, part[i], n[i]);
		r->bytes += (long long)n[i];
	}
	if (!ok)
		fault_write(r);
	if (fd >= 0 && close(fd) && ok)
		ok = fault_write(r);
	return ok;
}

struct plane { const uint8_t *pixel; int width, height, bands, from, n; bool line; };

/* Bits of a row: light is a set bit. */
static void pack(const struct plane *p, const uint8_t *row, uint8_t *out)
{
	memset(out, 0, (size_t)(p->width + 7) / 8);
	for (int x = 0; x < p->width; x++)
		if (row[x * p->bands + p->from] >= HALF)
			out[x / 8] |= (uint8_t)(0x80 >> x % 8);
}

/* A row at a time into the compressor. */
static GByteArray *deflated(struct plane p)
{
	GZlibCompressor *z = g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
	GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM(g_memory_output_stream_new_resizable());
	GOutputStream *out = g_converter_output_stream_new(G_OUTPUT_STREAM(memory), G_CONVERTER(z));
	size_t line = (p.line ? (size_t)(p.width + 7) / 8 : (size_t)p.width * (size_t)p.n) + 1;
	uint8_t *row = g_malloc(line), *above = g_malloc0(line), *now = g_malloc0(line);
	GByteArray *result = NULL;
	bool ok = true;

	for (int y = 0; y < p.height && ok; y++) {
		const uint8_t *from = p.pixel + (size_t)y * (size_t)p.width * (size_t)p.bands;

		if (p.line)
			pack(&p, from, now + 1);
		else
			for (int x = 0; x < p.width; x++)
				memcpy(now + 1 + x * p.n, from + x * p.bands + p.from, (size_t)p.n);
		row[0] = FILTER_UP;
		for (size_t i = 1; i < line; i++)
			row[i] = (uint8_t)(now[i] - above[i]);
		memcpy(above, now, line);
		ok = g_output_stream_write_all(out, row, line, NULL, NULL, NULL);
	}
	ok = g_output_stream_close(out, NULL, NULL) && ok;
	if (ok) {
		result = g_byte_array_new();
		g_byte_array_append(result, g_memory_output_stream_get_data(memory),
				    (guint)g_memory_output_stream_get_data_size(memory));
	}
	g_object_unref(out);
	g_object_unref(memory);
	g_object_unref(z);
	g_free(row);
	g_free(above);
	g_free(now);
	return result;
}

bool ink_save(VipsImage *im, bool line, const char *path, struct reply *r)
{
	size_t n = 0;
	uint8_t *pixel = vips_image_write_to_memory(im, &n);
	bool alpha = !line && vips_image_hasalpha(im), ok = false;
	int inks = line ? 1 : im->Bands - alpha;
	struct plane p = { pixel, im->Xsize, im->Ysize, im->Bands, 0, inks, line };
	GByteArray *colour = NULL, *opacity = NULL;
	char head[120];

	if (!pixel) {
		fault_vips(r, JOB_DAMAGED);
		goto out;
	}
	if (im->BandFmt != VIPS_FORMAT_UCHAR || (inks != 1 && inks != 4)) {
		g_snprintf(head, sizeof head, "%d inks, alpha %d, format %d", inks, alpha, im->BandFmt);
		fault(r, JOB_DAMAGED, head);
		goto out;
	}
	colour = deflated(p);
	if (alpha) {
		p.from = inks;
		p.n = 1;
		opacity = deflated(p);
	}
	if (!colour || (alpha && !opacity)) {
		fault(r, JOB_DAMAGED, "zlib");
		goto out;
	}
	g_snprintf(head, sizeof head, "zivos-ink %d %d %d %d %u %u\n", im->Xsize, im->Ysize, inks, line ? 1 : 8,
		   colour->len, opacity ? opacity->len : 0);
	ok = file_fill(path, r, (const void *const[]){ head, colour->data, opacity ? (void *)opacity->data : "" },
		       (const size_t[]){ strlen(head), colour->len, opacity ? opacity->len : 0 }, 3);
out:
	if (colour)
		g_byte_array_free(colour, TRUE);
	if (opacity)
		g_byte_array_free(opacity, TRUE);
	g_free(pixel);
	return ok;
}
