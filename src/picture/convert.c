/*
 * src/picture/convert.c - crop, resample, to sRGB or to inks, upright, to a file.
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
#include <sys/stat.h>
#include <vips/vips.h>
#include "base/icc.h"
#include "picture/picture.h"

enum { DEFLATE = 6 };

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
	struct box b = { w->x, w->y, w->w, w->h };

	if (turned[orientation].swap)
		b = (struct box){ b.y, b.x, b.h, b.w };
	if (turned[orientation].from_right)
		b.x = 1 - b.x - b.w;
	if (turned[orientation].from_bottom)
		b.y = 1 - b.y - b.h;
	return b;
}

/* A picture on its way. Each step takes the last one's place. */
struct work {
	VipsImage *im;
	const struct source *source;
	struct reply *reply;
};

static bool step(struct work *w, int failed, VipsImage **next)
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

static bool load(struct work *w, const char *path, int shrink)
{
	bool jpeg = !strcmp(w->source->loader, "jpegload");

	/* Not the cheap way of loading by a guess at the format: the loader that was probed. */
	if (vips_call(w->source->loader, path, &w->im,
		      "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_TRUNCATED,
		      jpeg ? "shrink" : NULL, shrink, NULL))
		return fault_vips(w->reply, JOB_DAMAGED);
	return true;
}

static bool crop(struct work *w, struct box b)
{
	VipsImage *next = NULL;
	int x, y, width, height;

	span(b.x, b.w, w->im->Xsize, &x, &width);
	span(b.y, b.h, w->im->Ysize, &y, &height);
	return step(w, vips_crop(w->im, &next, x, y, width, height, NULL), &next);
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
	if (alpha && !step(w, vips_premultiply(w->im, &next, NULL), &next))
		return false;
	if (!step(w, vips_resize(w->im, &next, sx, "vscale", sy, "kernel", VIPS_KERNEL_LANCZOS3, NULL), &next))
		return false;
	if (alpha && !step(w, vips_unpremultiply(w->im, &next, NULL), &next))
		return false;
	return !alpha || step(w, vips_cast(w->im, &next, format, NULL), &next);
}

/* By its profile if it has a usable one, else as vips understands its colour space. */
static bool to_srgb(struct work *w)
{
	bool grey = w->source->reply.grey;
	bool cmyk = w->im->Type == VIPS_INTERPRETATION_CMYK;
	bool profile = vips_image_get_typeof(w->im, VIPS_META_ICC_NAME) != 0;
	VipsImage *next = NULL;

	if (profile || cmyk) {
		int failed = vips_icc_transform(w->im, &next, "srgb", "embedded", TRUE,
			"input_profile", cmyk ? "cmyk" : "srgb", "intent", VIPS_INTENT_RELATIVE,
			"black_point_compensation", TRUE, "depth", 8, NULL);

		/* A profile that lcms refuses is as good as none. */
		if (failed)
			vips_error_clear();
		else if (!step(w, 0, &next))
			return false;
		}
	if (!step(w, vips_colourspace(w->im, &next,
			grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB, NULL), &next))
		return false;
	return step(w, vips_cast(w->im, &next, VIPS_FORMAT_UCHAR, NULL), &next);
}

/* Through a table: grey light to what leaves as much white paper. The alpha stays. */
static bool greys_to_ink(struct work *w, const uint8_t *ink)
{
	int bands = w->im->Bands;
	uint8_t table[256 * 2];
	VipsImage *lut, *next = NULL;
	int failed;

	for (int v = 0; v < 256; v++)
		for (int b = 0; b < bands && b < 2; b++)
			table[v * bands + b] = (uint8_t)(b ? v : 255 - ink[v]);
	lut = vips_image_new_from_memory(table, (size_t)(256 * bands), 256, 1, bands, VIPS_FORMAT_UCHAR);
	failed = !lut || vips_maplut(w->im, &next, lut, NULL);
	/* The table is ours: it must be used before it goes away. */
	if (!failed) {
		VipsImage *done = vips_image_copy_memory(next);

		g_object_unref(next);
		next = done;
		failed = !done;
	}
	if (lut)
		g_object_unref(lut);
	return step(w, failed, &next);
}

/*
 * To the inks of the press: by the picture's own profile, else as sRGB. Grey
 * pictures get black ink alone. Inks without a profile are taken to be meant for
 * this press and stay as they are.
 */
static bool to_ink(struct work *w, const struct wish *wish)
{
	bool cmyk = w->im->Type == VIPS_INTERPRETATION_CMYK;
	bool profile = vips_image_get_typeof(w->im, VIPS_META_ICC_NAME) != 0;
	VipsImage *next = NULL;
	struct icc *press;
	char *error;
	bool ok;

	if (wish->flatten && vips_image_hasalpha(w->im)) {
		bool deep = w->im->Type == VIPS_INTERPRETATION_RGB16 || w->im->Type == VIPS_INTERPRETATION_GREY16;
		double white = deep ? 65535 : 255;
		VipsArrayDouble *paper = vips_array_double_newv(1, cmyk ? 0.0 : white);
		int failed = vips_flatten(w->im, &next, "background", paper, NULL);

		vips_area_unref(VIPS_AREA(paper));
		if (!step(w, failed, &next))
			return false;
	}
	if (w->source->reply.grey && !cmyk) {
		if (!to_srgb(w))
			return false;
		press = icc_open(wish->profile, &error);
		if (!press) {
			fault(w->reply, JOB_UNREADABLE, error);
			g_free(error);
			return false;
		}
		ok = greys_to_ink(w, icc_greys(press));
		icc_free(press);
		return ok;
	}
	if (profile) {
		if (!vips_icc_transform(w->im, &next, wish->profile, "embedded", TRUE, "intent", VIPS_INTENT_RELATIVE,
					"black_point_compensation", TRUE, "depth", 8, NULL) && next->Bands >= 4)
			return step(w, 0, &next) && step(w, vips_cast(w->im, &next, VIPS_FORMAT_UCHAR, NULL), &next);
		/* A profile that lcms refuses is as good as none. */
		vips_error_clear();
		if (next)
			g_object_unref(next);
		next = NULL;
	}
	if (cmyk)
		return step(w, vips_cast(w->im, &next, VIPS_FORMAT_UCHAR, "shift", TRUE, NULL), &next);
	return step(w, vips_colourspace(w->im, &next, VIPS_INTERPRETATION_sRGB, NULL), &next) &&
	       step(w, vips_cast(w->im, &next, VIPS_FORMAT_UCHAR, NULL), &next) &&
	       step(w, vips_icc_transform(w->im, &next, wish->profile, "embedded", FALSE, "input_profile", "srgb",
					  "intent", VIPS_INTENT_RELATIVE, "black_point_compensation", TRUE, "depth", 8, NULL), &next) &&
	       step(w, vips_cast(w->im, &next, VIPS_FORMAT_UCHAR, NULL), &next);
}

/* The few pixels that are left are kept in memory: turning needs them in any order. */
static bool upright(struct work *w)
{
	VipsImage *next = vips_image_copy_memory(w->im);

	if (!step(w, !next, &next))
		return false;
	if (w->source->orientation == 1)
		return true;
	vips_image_set_int(w->im, VIPS_META_ORIENTATION, w->source->orientation);
	return step(w, vips_autorot(w->im, &next, NULL), &next);
}

static bool save(struct work *w, const struct wish *wish)
{
	bool graphic = !strcmp(w->source->reply.kind, "graphic");
	/* A picture with transparency cannot be a JPEG; one that lost it may still want to be sharp. */
	bool ink = graphic && wish->profile, png = graphic && !ink;
	struct reply *r = w->reply;
	struct stat st;
	int failed = ink ? !ink_save(w->im, vips_image_hasalpha(w->im), wish->out) :
		png ? vips_pngsave(w->im, wish->out, "compression", DEFLATE, "strip", TRUE, NULL) :
		vips_jpegsave(w->im, wish->out, "Q", wish->quality, "subsample_mode", VIPS_FOREIGN_SUBSAMPLE_OFF,
			      "optimize_coding", TRUE, "strip", TRUE, NULL);

	if (failed || stat(wish->out, &st))
		return fault_vips(r, JOB_WRITE);
	*r = (struct reply){ .kind = ink ? "ink" : png ? "png" : "jpg", .width = w->im->Xsize, .height = w->im->Ysize,
			     .bytes = st.st_size };
	return true;
}

/* libjpeg halves for free while decoding; a factor of two is left for Lanczos, as vips does it. */
static int jpeg_shrink(double scale)
{
	return scale <= 1.0 / 16 ? 8 : scale <= 1.0 / 8 ? 4 : scale <= 1.0 / 4 ? 2 : 1;
}

bool picture_convert(const char *path, const struct wish *wish, struct reply *r)
{
	struct source s;
	struct work w = { NULL, &s, r };
	struct box b;
	double scale;
	int x, y, width, height;
	bool ok;

	if (!source_open(path, &s, r))
		return false;
	if (!*s.loader) {
		r->kind = "svg";
		return true;
	}
	b = box_stored(wish, s.orientation);
	span(b.x, b.w, s.width, &x, &width);
	span(b.y, b.h, s.height, &y, &height);
	if (turned[s.orientation].swap)
		scale = fmin((double)wish->width / height, (double)wish->height / width);
	else
		scale = fmin((double)wish->width / width, (double)wish->height / height);
	scale = fmin(scale, 1);
	ok = load(&w, path, jpeg_shrink(scale)) && crop(&w, b) &&
	     resample(&w, MAX(1, (int)(width * scale + 0.5)), MAX(1, (int)(height * scale + 0.5))) &&
	     (wish->profile ? to_ink(&w, wish) : to_srgb(&w)) && upright(&w) && save(&w, wish);
	if (w.im)
		g_object_unref(w.im);
	return ok;
}
