/*
 * src/picture/render.c - a placed PDF as pixels: what the press would print, in sRGB.
 *
 * Ghostscript paints the page in the inks of the press (CMYK of the page is
 * CMYK of the press, all else is converted to it), several times finer than
 * asked and averaged. So overprinting happens in ink, as on paper, and what it
 * gives is turned into sRGB as the layout's own colours are (base/icc.h):
 * colorimetric, without black point compensation.
 *
 * Ghostscript gets the page as the small PDF of picture/pdf.h. It runs in the
 * limits of this process and dies with it; -dSAFER keeps it from other files.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <vips/vips.h>
#include "base/ghostscript.h"
#include "picture/pdf.h"

enum { FINEST = 600 /* ppi that more samples are taken to */, SAMPLES_MOST = 4, JPEG_QUALITY = 92, DEFLATE = 6 };

/* Samples a pixel in each direction: the fewer, the finer the pixels are. */
static int samples_of(const struct pdf_page *p, const struct wish *w)
{
	double ppi = w->width / (w->crop[2] * p->width) * 72;
	int n = ppi > 0 ? (int)(FINEST / ppi) : 1;

	while (n > 1 && (double)w->width * n * w->height * n > JOB_MEGAPIXELS * 1e6)
		n--;
	return CLAMP(n, 1, SAMPLES_MOST);
}

/* The file is opened here, so that Ghostscript cannot make it anew once it was taken away. */
static bool paint(const struct wish *w, int samples, struct reply *r)
{
	int fd = open(w->painted, O_RDWR);
	char *own[] = {
		g_strdup_printf("-r%d", 72 * samples), g_strdup_printf("-dDownScaleFactor=%d", samples),
		g_strdup_printf("-sOutputFile=/proc/self/fd/%d", fd), g_strconcat("-sDefaultCMYKProfile=", w->profile, NULL),
		g_strconcat("-sOutputICCProfile=", w->profile, NULL), g_strconcat("--permit-file-read=", w->profile, NULL),
		gs_file(w->sheet),
	};
	const char *const arguments[] = {
		"-sDEVICE=tiffscaled32", "-sCompression=none", "-dRenderIntent=1", "-dBlackPtComp=1", "-dOverprint=/enable",
		"-dNOINTERPOLATE", own[0], own[1], own[2], own[3], own[4], own[5], "-f", own[6], NULL
	};
	enum gs_end end = gs_run(arguments, 0);

	for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
		g_free(own[i]);
	if (fd >= 0)
		close(fd);
	switch (end) {
	case GS_DONE:
		return true;
	case GS_MISSING:
		return fault(r, JOB_GHOSTSCRIPT, NULL);
	case GS_SLOW:
		return fault(r, JOB_TIME, NULL);
	case GS_FAILED:
		break;
	}
	return fault(r, JOB_DRAW, "Ghostscript");
}

/* Flat drawings are smaller without loss, photographs as JPEG: the smaller one is kept. */
static bool save(VipsImage *im, const char *out, struct reply *r)
{
	void *png = NULL, *jpg = NULL;
	size_t npng = 0, njpg = 0;
	bool flat, ok = !vips_pngsave_buffer(im, &png, &npng, "compression", DEFLATE, "strip", TRUE, NULL) &&
		!vips_jpegsave_buffer(im, &jpg, &njpg, "Q", JPEG_QUALITY, "subsample_mode", VIPS_FOREIGN_SUBSAMPLE_OFF,
				      "optimize_coding", TRUE, "strip", TRUE, NULL);

	if (!ok) {
		fault_vips(r, JOB_DRAW);
		goto out;
	}
	flat = npng <= njpg;
	ok = file_fill(out, r, (const void *const[]){ flat ? png : jpg }, flat ? &npng : &njpg, 1);
	if (ok)
		*r = (struct reply){ .kind = flat ? "png" : "jpg", .width = im->Xsize, .height = im->Ysize,
				     .bytes = (long long)(flat ? npng : njpg) };
out:
	g_free(png);
	g_free(jpg);
	return ok;
}

static bool to_srgb(const struct wish *w, struct reply *r)
{
	VipsImage *ink = vips_image_new_from_file(w->painted, "access", VIPS_ACCESS_SEQUENTIAL, NULL), *rgb = NULL, *pixels;
	bool ok = ink && ink->Bands == 4 &&
		!vips_icc_transform(ink, &rgb, "srgb", "embedded", FALSE, "input_profile", w->profile,
				    "intent", VIPS_INTENT_RELATIVE, "black_point_compensation", FALSE, "depth", 8, NULL);

	/* In memory: it is written twice. */
	pixels = ok ? vips_image_copy_memory(rgb) : NULL;
	ok = pixels ? save(pixels, w->out, r) : fault_vips(r, JOB_DRAW);
	if (pixels)
		g_object_unref(pixels);
	if (rgb)
		g_object_unref(rgb);
	if (ink)
		g_object_unref(ink);
	return ok;
}

bool pdf_render(const char *path, const struct wish *w, struct reply *r)
{
	struct pdf_page p;
	int samples;
	bool ok;

	if (!pdf_page_open(&p, path, w->page, r))
		return false;
	samples = samples_of(&p, w);
	ok = pdf_page_write(&p, w, w->sheet, r);
	pdf_page_close(&p);
	return ok && paint(w, samples, r) && to_srgb(w, r);
}
