/*
 * src/picture/convert.c - crop, resample, turn upright, into colours, to a file.
 *
 * In this order, so that a decoder runs from top to bottom once and never
 * holds the whole picture: the crop is turned into the picture as it is
 * stored, only the small result is turned upright. Colours are converted
 * after resampling, where there are few pixels left.
 *
 * Same bytes on every processor: one thread, no run-time generated code, and
 * the file carries neither metadata nor profile.
 */
#include <math.h>
#include <string.h>
#include <vips/vips.h>
#include "picture/picture.h"

enum { DEFLATE = 6, SCREEN_QUALITY = 90 };

/* The crop as fractions of the stored picture, by EXIF orientation: axes
 * swapped, then counted from the other side. */
static const struct { bool swap, from_right, from_bottom; } turned[9] = {
	[1] = { false, false, false }, [2] = { false, true,  false },
	[3] = { false, true,  true },  [4] = { false, false, true },
	[5] = { true,  false, false }, [6] = { true,  false, true },
	[7] = { true,  true,  true },  [8] = { true,  true,  false },
};

struct box { double x, y, w, h; };

static struct box box_stored(const struct wish *w, int orientation)
{
	struct box b = { w->crop[0], w->crop[1], w->crop[2], w->crop[3] };

	if (turned[orientation].swap)
		b = (struct box){ b.y, b.x, b.h, b.w };
	if (turned[orientation].from_right)
		b.x = 1 - b.x - b.w;
	if (turned[orientation].from_bottom)
		b.y = 1 - b.y - b.h;
	return b;
}

bool work_step(struct work *w, int failed, VipsImage **next)
{
	if (failed)
		return fault_vips(w->reply, JOB_DAMAGED);
	g_object_unref(w->im);
	w->im = *next;
	*next = NULL;
	return true;
}

/* A part of the length n that starts at fraction from: whole pixels, at least one. */
static void span(double from, double size, int n, int *at, int *len)
{
	*at = CLAMP((int)floor(from * n + 0.5), 0, n - 1);
	*len = CLAMP((int)floor((from + size) * n + 0.5) - *at, 1, n - *at);
}

static bool load(struct work *w, const char *path, int shrink, VipsFailOn fail_on)
{
	bool jpeg = !strcmp(w->source->loader, "jpegload");
	VipsImage *next = NULL;

	/* Not the cheap way of loading by a guess at the format: the loader that was probed. */
	if (vips_call(w->source->loader, path, &w->im,
		      "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", fail_on,
		      jpeg ? "shrink" : NULL, shrink, NULL))
		return fault_vips(w->reply, JOB_DAMAGED);
	w->srgb = source_says_srgb(path, w->im);
	return !source_is_plain_cmyk(path, w->source) || work_step(w, vips_invert(w->im, &next, NULL), &next);
}

static bool crop(struct work *w, struct box b)
{
	VipsImage *next = NULL;
	int x, y, width, height;

	span(b.x, b.w, w->im->Xsize, &x, &width);
	span(b.y, b.h, w->im->Ysize, &y, &height);
	return work_step(w, vips_crop(w->im, &next, x, y, width, height, NULL), &next);
}

/* Lanczos over premultiplied colours: transparent pixels have no colour to give away. */
static bool resample(struct work *w, int width, int height)
{
	double sx = (double)width / w->im->Xsize, sy = (double)height / w->im->Ysize;
	bool alpha = vips_image_hasalpha(w->im);
	VipsBandFormat format = vips_image_get_format(w->im);
	VipsImage *next = NULL;

	if (width == w->im->Xsize && height == w->im->Ysize)
		return true;
	if (alpha && !work_step(w, vips_premultiply(w->im, &next, NULL), &next))
		return false;
	if (!work_step(w, vips_resize(w->im, &next, sx, "vscale", sy, "kernel", VIPS_KERNEL_LANCZOS3, NULL), &next))
		return false;
	if (alpha && !work_step(w, vips_unpremultiply(w->im, &next, NULL), &next))
		return false;
	/* A cast cuts off, and 199.99999 or 200 is a matter of the processor. */
	return !alpha || (work_step(w, vips_rint(w->im, &next, NULL), &next) && work_step(w, vips_cast(w->im, &next, format, NULL), &next));
}

/* The few pixels that are left are kept in memory: turning needs them in any order. */
static bool upright(struct work *w)
{
	VipsImage *next = vips_image_copy_memory(w->im);

	if (!work_step(w, !next, &next))
		return false;
	if (w->source->orientation == 1)
		return true;
	vips_image_set_int(w->im, VIPS_META_ORIENTATION, w->source->orientation);
	if (!work_step(w, vips_autorot(w->im, &next, NULL), &next))
		return false;
	next = vips_image_copy_memory(w->im);
	return work_step(w, !next, &next);
}

/* An alpha that hides nothing goes: it would cost a soft mask, and the picture its JPEG. */
static bool drop_opaque(struct work *w)
{
	VipsImage *alpha = NULL, *next = NULL;
	double least = 0, most = w->im->BandFmt == VIPS_FORMAT_USHORT ? 65535 : 255;

	if (!vips_image_hasalpha(w->im))
		return true;
	if (vips_extract_band(w->im, &alpha, w->im->Bands - 1, NULL) || vips_min(alpha, &least, NULL))
		vips_error_clear();
	if (alpha)
		g_object_unref(alpha);
	return least < most || work_step(w, vips_extract_band(w->im, &next, 0, "n", w->im->Bands - 1, NULL), &next);
}

/*
 * Unsharp mask on lightness alone: no coloured edges. Even areas (less than a
 * level of L*) keep their grain, halos are cut at 10 levels of light and 20 of
 * dark, as vips does it by default.
 */
static bool sharpen(struct work *w, double amount, double radius)
{
	VipsInterpretation space = w->im->Type;
	VipsImage *next = NULL;

	if (!(amount > 0) || w->source->lossless || vips_image_hasalpha(w->im) || space == VIPS_INTERPRETATION_CMYK)
		return true;
	return work_step(w, vips_sharpen(w->im, &next, "sigma", radius, "x1", 1.0, "y2", 10.0, "y3", 20.0,
					 "m1", 0.0, "m2", amount / 100, NULL), &next) &&
	       (w->im->Type == space || work_step(w, vips_colourspace(w->im, &next, space, NULL), &next));
}

static bool save(struct work *w, const struct wish *wish)
{
	bool line = wish->line && wish->press, graphic = w->source->lossless || vips_image_hasalpha(w->im);
	bool ink = line || (graphic && wish->press), png = graphic && !ink;
	struct reply *r = w->reply;
	void *bytes = NULL;
	size_t n = 0;
	bool ok;

	if (ink) {
		ok = ink_save(w->im, line, wish->out, r);
	} else if (png ? vips_pngsave_buffer(w->im, &bytes, &n, "compression", DEFLATE, "strip", TRUE, NULL) :
		   vips_jpegsave_buffer(w->im, &bytes, &n, "Q", wish->press ? wish->quality : SCREEN_QUALITY,
					"subsample_mode", VIPS_FOREIGN_SUBSAMPLE_OFF, "optimize_coding", TRUE, "strip", TRUE, NULL)) {
		ok = fault_vips(r, JOB_DAMAGED);
	} else {
		ok = file_fill(wish->out, r, (const void *const[]){ bytes }, &n, 1);
	}
	g_free(bytes);
	if (!ok)
		return false;
	r->kind = ink ? "ink" : png ? "png" : "jpg";
	r->width = w->im->Xsize;
	r->height = w->im->Ysize;
	return true;
}

/* libjpeg halves for free while decoding; a factor of two is left for Lanczos, as vips does it. */
static int jpeg_shrink(double scale)
{
	return scale <= 1.0 / 16 ? 8 : scale <= 1.0 / 8 ? 4 : scale <= 1.0 / 4 ? 2 : 1;
}

/* How much smaller it becomes; 1 at most. */
static double scale_of(const struct source *s, const struct wish *wish, struct box b, int *width, int *height)
{
	double scale;
	int x, y;

	span(b.x, b.w, s->width, &x, width);
	span(b.y, b.h, s->height, &y, height);
	if (turned[s->orientation].swap)
		scale = fmin((double)wish->width / *height, (double)wish->height / *width);
	else
		scale = fmin((double)wish->width / *width, (double)wish->height / *height);
	return fmin(scale, 1);
}

static bool attempt(const char *path, const struct source *s, const struct wish *wish, VipsFailOn fail_on, struct reply *r)
{
	struct work w = { .source = s, .reply = r };
	struct box b = box_stored(wish, s->orientation);
	int width, height;
	double scale = scale_of(s, wish, b, &width, &height);
	bool ok = load(&w, path, wish->line ? 1 : jpeg_shrink(scale), fail_on) && crop(&w, b) &&
		  resample(&w, MAX(1, (int)(width * scale + 0.5)), MAX(1, (int)(height * scale + 0.5))) && upright(&w) &&
		  drop_opaque(&w) && sharpen(&w, wish->sharpen[0], wish->sharpen[1]) &&
		  (wish->press ? colour_to_ink(&w, wish) : colour_to_srgb(&w, wish)) && save(&w, wish);

	if (w.im)
		g_object_unref(w.im);
	return ok;
}

/* What a decoder only warns of may be half the picture: it is shown, and said. */
bool picture_convert(const char *path, const struct wish *wish, struct reply *r)
{
	struct source s;
	struct reply strict = { 0 };

	if (!source_open(path, &s, r))
		return false;
	if (!*s.loader)
		return fault(r, JOB_UNKNOWN, NULL);
	*r = (struct reply){ 0 };
	if (attempt(path, &s, wish, VIPS_FAIL_ON_WARNING, &strict)) {
		*r = strict;
		return true;
	}
	if (strict.fault != JOB_DAMAGED) {
		*r = strict;
		return false;
	}
	if (!attempt(path, &s, wish, VIPS_FAIL_ON_TRUNCATED, r))
		return false;
	note(r, JOB_NOTE_DAMAGED, strict.detail);
	return true;
}
