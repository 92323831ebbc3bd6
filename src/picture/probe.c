/* src/picture/probe.c - what a picture is, by its header alone. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vips/vips.h>
#include "picture/pdf.h"
#include "picture/picture.h"

/* The decoders that are let in. lossless: its pictures without alpha stay so.
 * exact: pixels come out as they were put in, so black and white may be pure. */
static const struct { const char *class, *loader; bool lossless, exact; } formats[] = {
	{ "VipsForeignLoadJpeg", "jpegload", false, false },
	{ "VipsForeignLoadPng",  "pngload",  true,  true },
	{ "VipsForeignLoadTiff", "tiffload", false, true },
	{ "VipsForeignLoadWebp", "webpload", false, true },
	{ "VipsForeignLoadHeif", "heifload", false, false },
};

void probe_init(void)
{
	vips_operation_block_set("VipsForeignLoad", TRUE);
	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
		vips_operation_block_set(formats[i].class, FALSE);
}

bool fault(struct reply *r, enum job_fault f, const char *detail)
{
	char *valid;

	r->fault = f;
	if (detail != r->detail)
		g_strlcpy(r->detail, detail ? detail : "", sizeof r->detail);
	/* One line, and no half character at the end. */
	r->detail[strcspn(r->detail, "\r\n")] = 0;
	valid = g_utf8_make_valid(r->detail, -1);
	g_strlcpy(r->detail, valid, sizeof r->detail);
	g_free(valid);
	for (char *c = r->detail; *c; c++)
		if (*c > 0 && *c < ' ' && *c != '\t')
			*c = ' ';
	return false;
}

void note(struct reply *r, enum job_note n, const char *detail)
{
	struct reply words = { 0 };

	if (r->noted[n] >= (n == JOB_NOTE_FONT || n == JOB_NOTE_LINK ? NOTES_MOST : 1))
		return;
	/* Cut and cleaned as a fault's are. */
	fault(&words, JOB_DAMAGED, detail);
	for (int i = 0; i < r->noted[n]; i++)
		if (!strcmp(r->note[n][i], words.detail))
			return;
	g_strlcpy(r->note[n][r->noted[n]++], words.detail, DETAIL_MOST);
}

bool fault_vips(struct reply *r, enum job_fault f)
{
	const char *words = vips_error_buffer();

	/* Of a header that makes no sense some decoders say nothing. */
	fault(r, f, *words ? words : "its header makes no sense");
	vips_error_clear();
	return false;
}

/* Bytes a decoder may hold at once, in MiB: with it the program stays under 500 MB. */
enum { HELD_MOST = 384 };

/* The size must be refused before anything is decoded. */
static bool too_large(double width, double height)
{
	return width > JOB_SIDE || height > JOB_SIDE || width * height > JOB_MEGAPIXELS * 1e6;
}

/* vips opens the header only; its complaint about a size is ours about a bomb. */
static bool header_take(VipsImage *im, const char *path, struct source *s)
{
	struct reply *r = &s->reply;
	const char *kind = "";
	int o = 1;

	s->width = vips_image_get_width(im);
	s->height = vips_image_get_height(im);
	if (too_large(s->width, s->height)) {
		g_snprintf(r->detail, sizeof r->detail, "%d x %d", s->width, s->height);
		return fault(r, JOB_LARGE, r->detail);
	}
	if (vips_image_get_typeof(im, VIPS_META_ORIENTATION))
		vips_image_get_int(im, VIPS_META_ORIENTATION, &o);
	s->orientation = o >= 1 && o <= 8 ? o : 1;
	r->width = s->orientation >= 5 ? s->height : s->width;
	r->height = s->orientation >= 5 ? s->width : s->height;
	r->alpha = vips_image_hasalpha(im);
	r->grey = vips_image_get_bands(im) - r->alpha == 1;
	r->inks = im->Type == VIPS_INTERPRETATION_CMYK;
	r->kind = r->alpha || s->lossless ? "graphic" : "photo";
	if (source_held(path, s, im, &kind) > (double)HELD_MOST * (1 << 20)) {
		g_snprintf(r->detail, sizeof r->detail, "%s, %d x %d px", kind, s->width, s->height);
		return fault(r, JOB_WHOLE, r->detail);
	}
	return true;
}

static bool readable(const char *path, struct reply *r)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool ok = fd >= 0 && !fstat(fd, &st) && S_ISREG(st.st_mode);

	if (!ok)
		fault(r, JOB_UNREADABLE, fd < 0 ? g_strerror(errno) : "not a file");
	if (fd >= 0)
		close(fd);
	return ok;
}

bool source_open(const char *path, struct source *s, struct reply *r)
{
	const char *class, *name;
	VipsImage *im = NULL;
	bool svg = false, ok = false;

	*s = (struct source){ .orientation = 1 };
	if (!readable(path, &s->reply))
		goto out;
	ok = svg_probe(path, &s->reply, &svg);
	if (svg)
		goto out;
	class = vips_foreign_find_load(path);
	name = class ? vips_nickname_find(g_type_from_name(class)) : NULL;
	for (size_t i = 0; name && i < G_N_ELEMENTS(formats); i++)
		if (!strcmp(name, formats[i].loader)) {
			g_strlcpy(s->loader, name, sizeof s->loader);
			s->lossless = formats[i].lossless;
		}
	if (!*s->loader) {
		vips_error_clear();
		fault(&s->reply, JOB_UNKNOWN, NULL);
		goto out;
	}
	im = vips_image_new_from_file(path, "access", VIPS_ACCESS_SEQUENTIAL, NULL);
	if (im)
		ok = header_take(im, path, s);
	else
		fault_vips(&s->reply, JOB_DAMAGED);
out:
	if (im)
		g_object_unref(im);
	*r = s->reply;
	return ok;
}

static bool exact(const struct source *s)
{
	for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
		if (!strcmp(s->loader, formats[i].loader))
			return formats[i].exact;
	return false;
}

bool picture_probe(const char *path, int page, struct reply *r)
{
	struct source s;
	struct pdf_page p;
	char number[16];
	int pages;

	if (!readable(path, r))
		return false;
	if (pdf_is(path)) {
		if (!pdf_page_open(&p, path, page, r))
			return false;
		pdf_probe_take(&p, r);
		pdf_page_close(&p);
		return true;
	}
	if (!source_open(path, &s, r))
		return false;
	if (!*s.loader)
		return true;
	pages = source_pages(path, &s);
	if (pages > 1) {
		g_snprintf(number, sizeof number, "%d", pages);
		note(r, JOB_NOTE_PAGES, number);
	}
	if (exact(&s) && !r->alpha && !r->inks && source_is_line(path, &s))
		r->kind = "line";
	return true;
}
