/*
 * src/picture/source.c - what libvips does not tell about a file.
 *
 * Most pictures are decoded from top to bottom, some only as a whole: then
 * memory goes by their size, and a limit must be found before it is reached.
 * The figures per pixel were measured.
 */
#include <stdio.h>
#include <string.h>
#include <tiffio.h>
#include <vips/vips.h>
#include "picture/picture.h"

enum { HEADER = 1 << 20, STRIP = 64 };	/* bytes looked at; rows at a time */

/* ---- JPEG ---- */

struct jpeg { bool progressive, several_scans, adobe; double samples; };

/* The frame and the first scan. Progressive pictures, and those with a scan for each colour, hold all coefficients. */
static void jpeg_read(const char *path, struct jpeg *j)
{
	FILE *f = fopen(path, "rb");
	unsigned char b[64];
	double pixels = 0, blocks = 0;
	int n = 0;

	*j = (struct jpeg){ false };
	if (!f || fread(b, 1, 2, f) != 2)
		goto out;
	while (fread(b, 1, 4, f) == 4 && b[0] == 0xff) {
		int marker = b[1], length = b[2] << 8 | b[3], have = MIN(length - 2, (int)sizeof b);
		bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;

		if (length < 2 || ((frame || marker == 0xda || marker == 0xee) && fread(b, 1, (size_t)have, f) != (size_t)have))
			break;
		if (frame && have >= 6) {
			int most = 1;

			n = b[5];
			pixels = (double)(b[1] << 8 | b[2]) * (b[3] << 8 | b[4]);
			for (int i = 0; i < n && 6 + 3 * i + 1 < have; i++) {
				int size = (b[7 + 3 * i] >> 4) * (b[7 + 3 * i] & 15);

				most = MAX(most, size);
				blocks += size;
			}
			blocks /= most;
			j->progressive = marker == 0xc2;
		}
		if (marker == 0xee && have >= 12 && !memcmp(b, "Adobe", 5))
			j->adobe = true;
		if (marker == 0xda) {
			j->several_scans = b[0] < n;
			break;
		}
		if (fseek(f, frame || marker == 0xee ? length - 2 - have : length - 2, SEEK_CUR))
			break;
	}
	j->samples = pixels * blocks;
out:
	if (f)
		fclose(f);
}

/* libvips takes all of them for Adobe's, whose numbers count light. */
bool source_is_plain_cmyk(const char *path, const struct source *s)
{
	struct jpeg j;

	if (strcmp(s->loader, "jpegload") || !s->reply.inks)
		return false;
	jpeg_read(path, &j);
	return !j.adobe;
}

/* ---- TIFF ---- */

static void tiff_quiet(const char *module, const char *format, va_list arguments)
{
	(void)module, (void)format, (void)arguments;
}

static TIFF *tiff_open(const char *path)
{
	TIFFSetErrorHandler(tiff_quiet);
	TIFFSetWarningHandler(tiff_quiet);
	/* Not mapped: the file may be larger than the memory that is allowed. */
	return TIFFOpen(path, "rm");
}

/* A strip, or a row of tiles; libvips keeps two rows of them. */
static double tiff_held(const char *path)
{
	TIFF *t = tiff_open(path);
	double held = 0;

	if (!t)
		return 0;
	if (TIFFIsTiled(t)) {
		uint32_t width = 0, tile = 1;

		TIFFGetField(t, TIFFTAG_IMAGEWIDTH, &width);
		TIFFGetField(t, TIFFTAG_TILEWIDTH, &tile);
		held = 2.0 * (double)TIFFTileSize64(t) * (width / MAX(tile, 1) + 1);
	} else {
		uint16_t compression = COMPRESSION_NONE;

		TIFFGetField(t, TIFFTAG_COMPRESSION, &compression);
		/* Without compression it is read line by line. */
		held = compression == COMPRESSION_NONE ? 0 : (double)TIFFStripSize64(t);
	}
	TIFFClose(t);
	return held;
}

int source_pages(const char *path, const struct source *s)
{
	TIFF *t = strcmp(s->loader, "tiffload") ? NULL : tiff_open(path);
	int n = 0;

	if (!t)
		return 1;
	do {
		uint32_t type = 0;

		TIFFGetFieldDefaulted(t, TIFFTAG_SUBFILETYPE, &type);
		n += !(type & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK));
	} while (n < 10000 && TIFFReadDirectory(t));
	TIFFClose(t);
	return MAX(n, 1);
}

/* ---- memory ---- */

double source_held(const char *path, const struct source *s, const VipsImage *im, const char **kind)
{
	double pixels = (double)s->width * s->height;
	struct jpeg j;

	if (!strcmp(s->loader, "jpegload")) {
		*kind = "progressive JPEG";
		jpeg_read(path, &j);
		return j.progressive || j.several_scans ? j.samples * 2 : 0;
	}
	if (!strcmp(s->loader, "pngload")) {
		*kind = "interlaced PNG";
		return vips_image_get_typeof(im, "interlaced") ? pixels * (double)VIPS_IMAGE_SIZEOF_PEL(im) : 0;
	}
	if (!strcmp(s->loader, "tiffload")) {
		*kind = "TIFF in one strip or in large tiles";
		return tiff_held(path);
	}
	*kind = strcmp(s->loader, "webpload") ? "HEIC" : "WebP";
	return pixels * (strcmp(s->loader, "webpload") ? 8 : 10);
}

/* ---- colours ---- */

/* PNG's chunk of that name, before the pixels. */
static bool png_has_srgb(const char *path)
{
	FILE *f = fopen(path, "rb");
	unsigned char b[8];
	bool found = false;
	long at = 8;

	while (f && at < HEADER && !fseek(f, at, SEEK_SET) && fread(b, 1, 8, f) == 8 && memcmp(b + 4, "IDAT", 4)) {
		found = found || !memcmp(b + 4, "sRGB", 4);
		at += 12 + (long)((uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3]);
	}
	if (f)
		fclose(f);
	return found;
}

/* EXIF's ColorSpace, as cameras write it. */
bool source_says_srgb(const char *path, const VipsImage *im)
{
	const char *space = NULL;

	if (vips_image_get_typeof(im, "exif-ifd2-ColorSpace") &&
	    !vips_image_get_string(im, "exif-ifd2-ColorSpace", &space) && g_str_has_prefix(space, "1 "))
		return true;
	return png_has_srgb(path);
}

static bool row_is_line(const VipsPel *p, int n, bool deep, int bands)
{
	if (deep) {
		const uint16_t *q = (const uint16_t *)(const void *)p;

		for (int i = 0; i < n * bands; i++)
			if ((q[i] != 0 && q[i] != 65535) || q[i] != q[i - i % bands])
				return false;
		return true;
	}
	for (int i = 0; i < n * bands; i++)
		if ((p[i] != 0 && p[i] != 255) || p[i] != p[i - i % bands])
			return false;
	return true;
}

/* A photograph is found out in its first rows. */
bool source_is_line(const char *path, const struct source *s)
{
	VipsImage *im = NULL;
	VipsRegion *region = NULL;
	VipsRect strip = { 0, 0, 0, 0 };
	bool ok = false, deep;

	if (vips_call(s->loader, path, &im, "access", VIPS_ACCESS_SEQUENTIAL, NULL))
		goto out;
	deep = im->BandFmt == VIPS_FORMAT_USHORT;
	ok = (im->Bands == 1 || im->Bands == 3) && (deep || im->BandFmt == VIPS_FORMAT_UCHAR);
	region = vips_region_new(im);
	for (strip.width = im->Xsize; ok && strip.top < im->Ysize; strip.top += STRIP) {
		strip.height = MIN(STRIP, im->Ysize - strip.top);
		ok = !vips_region_prepare(region, &strip);
		for (int y = strip.top; ok && y < strip.top + strip.height; y++)
			ok = row_is_line(VIPS_REGION_ADDR(region, 0, y), im->Xsize, deep, im->Bands);
	}
out:
	vips_error_clear();
	if (region)
		g_object_unref(region);
	if (im)
		g_object_unref(im);
	return ok;
}
