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
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vips/vips.h>
#include "picture/pdf.h"

enum { NOT_FOUND = 127, FINEST = 600 /* ppi that more samples are taken to */, SAMPLES_MOST = 4, JPEG_QUALITY = 92, DEFLATE = 6 };

/* Samples a pixel in each direction: the fewer, the finer the pixels are. */
static int samples_of(const struct pdf_page *p, const struct wish *w)
{
	double ppi = w->width / (w->crop[2] * p->width) * 72;
	int n = ppi > 0 ? (int)(FINEST / ppi) : 1;

	while (n > 1 && (double)w->width * n * w->height * n > JOB_MEGAPIXELS * 1e6)
		n--;
	return CLAMP(n, 1, SAMPLES_MOST);
}

static void child(char *const *argv, pid_t parent)
{
	int null = open("/dev/null", O_RDWR);

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent || null < 0)
		_exit(1);
	for (int fd = 0; fd <= 2; fd++)
		dup2(null, fd);
	/* Nothing of the user's settings. */
	unsetenv("GS_OPTIONS");
	unsetenv("GS_LIB");
	unsetenv("GS_FONTPATH");
	execvp("gs", argv);
	_exit(NOT_FOUND);
}

static bool ghostscript(char *const *argv, struct reply *r)
{
	pid_t parent = getpid(), pid = fork(), got;
	int status = 0;
	char why[40];

	if (pid == 0)
		child(argv, parent);
	do
		got = pid > 0 ? waitpid(pid, &status, 0) : -1;
	while (got < 0 && errno == EINTR);
	if (got > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (got > 0 && WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND)
		return fault(r, JOB_GHOSTSCRIPT, NULL);
	if (got > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return fault(r, JOB_TIME, NULL);
	g_snprintf(why, sizeof why, got > 0 && WIFEXITED(status) ? "status %d" : "signal %d",
		   got > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
	return fault(r, JOB_DRAW, why);
}

static bool paint(const char *pdf, const char *tiff, const char *profile, int samples, struct reply *r)
{
	char *option[] = {
		g_strdup_printf("-r%d", 72 * samples), g_strdup_printf("-dDownScaleFactor=%d", samples),
		g_strconcat("-sOutputFile=", tiff, NULL), g_strconcat("-sDefaultCMYKProfile=", profile, NULL),
		g_strconcat("-sOutputICCProfile=", profile, NULL), g_strconcat("--permit-file-read=", profile, NULL),
	};
	char *argv[] = {
		"gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPROMPT", "-sDEVICE=tiffscaled32", "-sCompression=none",
		"-dRenderIntent=1", "-dBlackPtComp=1", "-dOverprint=/enable", "-dNOINTERPOLATE", option[0], option[1], option[2],
		option[3], option[4], option[5], "-f", (char *)pdf, NULL
	};
	bool ok = ghostscript(argv, r);

	for (size_t i = 0; i < G_N_ELEMENTS(option); i++)
		g_free(option[i]);
	return ok;
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
		fault_vips(r, JOB_WRITE);
		goto out;
	}
	flat = npng <= njpg;
	ok = g_file_set_contents_full(out, flat ? png : jpg, (gssize)(flat ? npng : njpg), G_FILE_SET_CONTENTS_NONE, 0600, NULL);
	if (!ok)
		fault(r, JOB_WRITE, out);
	else
		*r = (struct reply){ .kind = flat ? "png" : "jpg", .width = im->Xsize, .height = im->Ysize,
				     .bytes = (long long)(flat ? npng : njpg) };
out:
	g_free(png);
	g_free(jpg);
	return ok;
}

static bool to_srgb(const char *tiff, const struct wish *w, struct reply *r)
{
	VipsImage *ink = vips_image_new_from_file(tiff, "access", VIPS_ACCESS_SEQUENTIAL, NULL), *rgb = NULL, *pixels;
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
	char *pdf = g_strconcat(w->out, ".pdf", NULL), *tiff = g_strconcat(w->out, ".tif", NULL);
	struct pdf_page p;
	bool ok = pdf_page_open(&p, path, w->page, r);
	int samples;

	if (!ok)
		goto out;
	samples = samples_of(&p, w);
	ok = pdf_page_write(&p, w, pdf, r);
	pdf_page_close(&p);
	ok = ok && paint(pdf, tiff, w->profile, samples, r) && to_srgb(tiff, w, r);
out:
	remove(pdf);
	remove(tiff);
	g_free(pdf);
	g_free(tiff);
	return ok;
}
