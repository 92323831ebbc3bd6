/*
 * src/paint/jpeg.c - JPEG files for cairo.
 */
#include "paint/jpeg.h"
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
#include <glib.h>
#include <jpeglib.h>

bool jpeg_is(const unsigned char *bytes, size_t n)
{
	return n > 2 && bytes[0] == 0xff && bytes[1] == 0xd8;
}

/* libjpeg's way of stopping: jump out of its error handler. */
struct stop { struct jpeg_error_mgr base; jmp_buf back; char text[JMSG_LENGTH_MAX]; };

static void stop_decoding(j_common_ptr j)
{
	struct stop *s = (struct stop *)j->err;

	j->err->format_message(j, s->text);
	longjmp(s->back, 1);
}

static void keep_quiet(j_common_ptr j)
{
	(void)j;
}

static void decode_rows(struct jpeg_decompress_struct *j, cairo_surface_t *s)
{
	unsigned char *pixels = cairo_image_surface_get_data(s);
	size_t stride = (size_t)cairo_image_surface_get_stride(s);

	while (j->output_scanline < j->output_height) {
		JSAMPROW row = pixels + j->output_scanline * stride;

		jpeg_read_scanlines(j, &row, 1);
	}
	cairo_surface_mark_dirty(s);
}

cairo_surface_t *jpeg_decode(const unsigned char *bytes, size_t n, char **error)
{
	struct jpeg_decompress_struct j;
	struct stop stop;
	cairo_surface_t *volatile s = NULL;	/* survives the jump */
	volatile bool done = false;

	j.err = jpeg_std_error(&stop.base);
	stop.base.error_exit = stop_decoding;
	stop.base.output_message = keep_quiet;
	if (setjmp(stop.back))
		goto out;
	jpeg_create_decompress(&j);
	jpeg_mem_src(&j, bytes, n);
	jpeg_read_header(&j, TRUE);
	/* cairo's pixel is a number of the machine: blue lies first on a little-endian one. */
	j.out_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
	jpeg_start_decompress(&j);
	s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)j.output_width, (int)j.output_height);
	if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS) {
		g_strlcpy(stop.text, cairo_status_to_string(cairo_surface_status(s)), sizeof stop.text);
		goto out;
	}
	decode_rows(&j, s);
	jpeg_finish_decompress(&j);
	done = true;
out:
	jpeg_destroy_decompress(&j);
	if (done)
		return s;
	*error = g_strdup(stop.text);
	cairo_surface_destroy(s);
	return NULL;
}
