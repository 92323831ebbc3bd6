/*
 * src/picture/colour.c - pictures into sRGB, and into the inks of a press.
 *
 * A picture's own profile counts; without one RGB is taken as sRGB, with a
 * note unless the file says so itself, and inks are taken to be meant for the
 * press and stay. Grey pictures get black ink alone, and so do pictures whose
 * every pixel is grey: four inks would give them a cast where one runs a bit strong.
 */
#include <string.h>
#include <lcms2.h>
#include <vips/vips.h>
#include "base/icc.h"
#include "picture/picture.h"

static bool is_inks(const struct work *w)
{
	return w->im->Type == VIPS_INTERPRETATION_CMYK;
}

/* Of colour alone, without alpha. */
static bool is_one_channel(const struct work *w)
{
	return w->im->Bands - vips_image_hasalpha(w->im) == 1;
}

static bool is_lab(const struct work *w)
{
	return w->im->Type == VIPS_INTERPRETATION_LAB || w->im->Type == VIPS_INTERPRETATION_LABS;
}

/* One that lcms reads, for the picture's kind of colours: libvips would take its own in place of any other. */
static bool has_profile(const struct work *w)
{
	cmsColorSpaceSignature want = is_inks(w) ? cmsSigCmykData : is_one_channel(w) ? cmsSigGrayData : cmsSigRgbData;
	const void *blob;
	cmsHPROFILE p;
	size_t n;
	bool usable;

	if (is_lab(w) || !vips_image_get_typeof(w->im, VIPS_META_ICC_NAME) ||
	    vips_image_get_blob(w->im, VIPS_META_ICC_NAME, &blob, &n))
		return false;
	p = cmsOpenProfileFromMem(blob, (cmsUInt32Number)n);
	usable = p && cmsGetColorSpace(p) == want;
	if (p)
		cmsCloseProfile(p);
	return usable;
}

/* To 8 bits a band. */
static bool bytes(struct work *w)
{
	VipsImage *next = NULL;
	bool deep = w->im->BandFmt == VIPS_FORMAT_USHORT;

	return work_step(w, vips_cast(w->im, &next, VIPS_FORMAT_UCHAR, "shift", deep, NULL), &next);
}

/* Through lcms. NULL input: the picture's own profile. false: lcms refuses; the picture is as it was. */
static bool transform(struct work *w, const char *input, const char *output, VipsIntent intent)
{
	VipsImage *next = NULL;
	int failed = vips_icc_transform(w->im, &next, output, "embedded", !input,
					"intent", intent, "black_point_compensation", intent != VIPS_INTENT_ABSOLUTE,
					"depth", 8, input ? "input_profile" : NULL, input, NULL);

	/* Made now: a profile's faults show only when pixels are asked for. */
	if (!failed) {
		VipsImage *done = vips_image_copy_memory(next);

		g_object_unref(next);
		next = done;
		failed = !done;
	}
	if (failed) {
		vips_error_clear();
		return false;
	}
	return work_step(w, 0, &next);
}

/* As vips understands the colour space. */
static bool plainly(struct work *w, VipsInterpretation space)
{
	VipsImage *next = NULL;

	return work_step(w, vips_colourspace(w->im, &next, space, NULL), &next) && bytes(w);
}

bool colour_to_srgb(struct work *w, const struct wish *wish)
{
	VipsInterpretation space = w->source->reply.grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;

	if (has_profile(w) && transform(w, NULL, "srgb", VIPS_INTENT_RELATIVE))
		return plainly(w, space);
	/* Inks without a profile of their own are meant for the press, where there is one. */
	if (is_inks(w) && wish->inks && transform(w, wish->inks, "srgb", VIPS_INTENT_RELATIVE))
		return plainly(w, space);
	if (is_inks(w) && transform(w, "cmyk", "srgb", VIPS_INTENT_RELATIVE))
		return plainly(w, space);
	return plainly(w, space);
}

/* Through a table: grey light to what leaves as much white paper. The alpha stays. */
static bool greys_to_ink(struct work *w, const uint8_t *ink)
{
	int bands = w->im->Bands;
	uint8_t table[256 * 2];
	VipsImage *lut, *next = NULL, *done = NULL;

	for (int v = 0; v < 256; v++)
		for (int b = 0; b < bands && b < 2; b++)
			table[v * bands + b] = (uint8_t)(b ? v : 255 - ink[v]);
	lut = vips_image_new_from_memory(table, (size_t)(256 * bands), 256, 1, bands, VIPS_FORMAT_UCHAR);
	/* The table is ours: it must be used before it goes away. */
	/* The result takes the table's interpretation: without it an alpha would count as one more ink. */
	if (lut)
		lut->Type = VIPS_INTERPRETATION_B_W;
	if (lut && !vips_maplut(w->im, &next, lut, NULL))
		done = vips_image_copy_memory(next);
	if (next)
		g_object_unref(next);
	if (lut)
		g_object_unref(lut);
	return work_step(w, !done, &done);
}

/* The profile as the program reads it itself: for greys, and to compare. NULL: reported. */
static struct icc *press_open(struct work *w, const char *path)
{
	char *error = NULL;
	struct icc *press = icc_open(path, &error);

	if (!press)
		fault(w->reply, JOB_UNREADABLE, error);
	g_free(error);
	return press;
}

/* By its own profile (a dot gain, a gamma) to the greys of sRGB, from there to black ink. */
static bool grey_to_ink(struct work *w, const struct wish *wish)
{
	struct icc *press;
	bool ok;

	if (!(has_profile(w) && transform(w, NULL, "srgb", VIPS_INTENT_RELATIVE)))
		vips_image_remove(w->im, VIPS_META_ICC_NAME);
	if (!plainly(w, VIPS_INTERPRETATION_B_W))
		return false;
	press = press_open(w, wish->profile);
	ok = press && greys_to_ink(w, icc_greys(press));
	icc_free(press);
	return ok;
}

/* Is the picture's profile that of the press? */
static bool same_profile(struct work *w, const struct wish *wish)
{
	struct icc *press = press_open(w, wish->profile);
	const void *own = NULL, *file;
	size_t n = 0, size;
	bool same;

	if (!press)
		return false;
	file = icc_bytes(press, &size);
	same = !vips_image_get_blob(w->im, VIPS_META_ICC_NAME, &own, &n) && n == size && !memcmp(own, file, n);
	icc_free(press);
	return same;
}

static bool inks_to_ink(struct work *w, const struct wish *wish)
{
	bool profile = has_profile(w);

	if (profile && same_profile(w, wish))
		return bytes(w);
	if (profile && !wish->keep && transform(w, NULL, wish->profile, (VipsIntent)wish->intent))
		return bytes(w);
	note(w->reply, JOB_NOTE_KEPT, "");
	return bytes(w);
}

static bool rgb_to_ink(struct work *w, const struct wish *wish)
{
	VipsIntent intent = (VipsIntent)wish->intent;

	if (has_profile(w) && transform(w, NULL, wish->profile, intent) && w->im->Bands >= 4)
		return bytes(w);
	if (!w->srgb && !is_lab(w))
		note(w->reply, JOB_NOTE_SRGB, "");
	if (!plainly(w, VIPS_INTERPRETATION_sRGB))
		return false;
	vips_image_remove(w->im, VIPS_META_ICC_NAME);
	if (!transform(w, "srgb", wish->profile, intent))
		return fault(w->reply, JOB_UNREADABLE, wish->profile);
	return bytes(w);
}

static bool onto_paper(struct work *w)
{
	double white = is_inks(w) ? 0 : w->im->BandFmt == VIPS_FORMAT_USHORT ? 65535 : 255;
	VipsArrayDouble *paper = vips_array_double_newv(1, white);
	VipsImage *next = NULL;
	int failed = vips_flatten(w->im, &next, "background", paper, NULL);

	vips_area_unref(VIPS_AREA(paper));
	return work_step(w, failed, &next);
}

/* RGB whose every pixel is grey. Pixels in memory. */
static bool is_neutral(const VipsImage *im)
{
	size_t n = (size_t)im->Xsize * (size_t)im->Ysize, bands = (size_t)im->Bands;
	const uint8_t *p = (const uint8_t *)im->data;

	if ((im->Type != VIPS_INTERPRETATION_sRGB && im->Type != VIPS_INTERPRETATION_RGB) || bands < 3 ||
	    im->BandFmt != VIPS_FORMAT_UCHAR || !p)
		return false;
	for (size_t i = 0; i < n; i++, p += bands)
		if (p[0] != p[1] || p[1] != p[2])
			return false;
	return true;
}

bool colour_to_ink(struct work *w, const struct wish *wish)
{
	VipsImage *next = NULL;
	bool neutral;

	if (wish->flatten && vips_image_hasalpha(w->im) && !onto_paper(w))
		return false;
	next = vips_image_copy_memory(w->im);
	if (!work_step(w, !next, &next))
		return false;
	neutral = is_neutral(w->im);
	/* One bit stays one bit: its black is all ink, its white none. */
	if (wish->line)
		return plainly(w, VIPS_INTERPRETATION_B_W);
	if (is_inks(w))
		return inks_to_ink(w, wish);
	return is_one_channel(w) || neutral ? grey_to_ink(w, wish) : rgb_to_ink(w, wish);
}
