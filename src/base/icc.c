/* src/base/icc.c - an output profile, by lcms2. */
#include "base/icc.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib.h>
#include <lcms2.h>
#include "base/i18n.h"

struct icc {
	char *path;
	char *bytes;
	gsize n;
	char *hash;			/* NULL until it is asked for */
	char description[128], condition[24];
	cmsHPROFILE profile, srgb;
	cmsHTRANSFORM to_srgb, from_srgb, pixels;	/* NULL until they are asked for */
	uint8_t greys[256];
	bool has_greys;
};

enum { ICC_SMALLEST = 128, ICC_LARGEST = 16 << 20 };

static size_t stated_size(const char *header)
{
	const unsigned char *b = (const unsigned char *)header;

	return (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
}

/* ---- the printing condition ---- */

/* Names of profiles that do not name their condition; letters and digits only, small. */
static const struct { const char *profile, *condition; } known_profiles[] = {
	{ "isocoatedv2", "FOGRA39" }, { "psocoatedv3", "FOGRA51" }, { "psouncoatedv3", "FOGRA52" },
	{ "psouncoatediso12647", "FOGRA47" }, { "isouncoatedyellowish", "FOGRA30" }, { "isouncoated", "FOGRA29" },
	{ "psolwcimproved", "FOGRA45" }, { "psolwcstandard", "FOGRA46" }, { "gracol2006coated1", "CGATS TR 006" },
	{ "gracol2013crpc6", "CGATS21-2-CRPC6" }, { "swop2006coated3", "CGATS TR 003" }, { "swop2006coated5", "CGATS TR 005" },
	{ "uswebcoatedswop", "CGATS TR 001" },
};

/* "FOGRA39L" is data for FOGRA39. false: there is none in the text. */
static bool find_fogra(const char *text, char *out, size_t size)
{
	const char *at = text;

	while ((at = strstr(at, "FOGRA"))) {
		at += strlen("FOGRA");
		while (*at == ' ' || *at == '_')
			at++;
		if (g_ascii_isdigit(at[0]) && g_ascii_isdigit(at[1])) {
			g_snprintf(out, size, "FOGRA%.2s", at);
			return true;
		}
	}
	return false;
}

static char *letters_and_digits(const char *text)
{
	GString *s = g_string_new(NULL);

	for (; *text; text++)
		if (g_ascii_isalnum(*text))
			g_string_append_c(s, g_ascii_tolower(*text));
	return g_string_free(s, FALSE);
}

static void find_condition(struct icc *p)
{
	const cmsMLU *data = cmsReadTag(p->profile, cmsSigCharTargetTag);
	cmsUInt32Number n = data ? cmsMLUgetASCII(data, "en", "US", NULL, 0) : 0;
	char *text, *name = letters_and_digits(p->description);

	if (!find_fogra(p->description, p->condition, sizeof p->condition) && n > 0 && n < ICC_LARGEST) {
		text = g_malloc0(n + 1);
		cmsMLUgetASCII(data, "en", "US", text, n);
		find_fogra(text, p->condition, sizeof p->condition);
		g_free(text);
	}
	for (size_t i = 0; !p->condition[0] && i < G_N_ELEMENTS(known_profiles); i++)
		if (strstr(name, known_profiles[i].profile))
			g_strlcpy(p->condition, known_profiles[i].condition, sizeof p->condition);
	g_free(name);
}

/* lcms says why on its own; the caller's message is enough. */
static bool check(struct icc *p, char **error)
{
	if (p->n < ICC_SMALLEST || p->n > ICC_LARGEST || memcmp(p->bytes + 36, "acsp", 4) != 0)
		*error = g_strdup(_("this is no ICC profile"));
	else if (stated_size(p->bytes) != p->n)
		*error = g_strdup_printf(_("the ICC profile is damaged: it has %zu bytes, but says that it has %zu"),
					 (size_t)p->n, stated_size(p->bytes));
	else if (!(p->profile = cmsOpenProfileFromMem(p->bytes, (cmsUInt32Number)p->n)))
		*error = g_strdup(_("the ICC profile is damaged"));
	else if (cmsGetDeviceClass(p->profile) != cmsSigOutputClass)
		*error = g_strdup(_("this ICC profile is for a camera or screen; a printing press has a profile of class output"));
	else if (cmsGetColorSpace(p->profile) != cmsSigCmykData)
		*error = g_strdup(_("this ICC profile is not for the four inks (CMYK)"));
	else if (!cmsIsCLUT(p->profile, INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_INPUT) ||
		 !cmsIsCLUT(p->profile, INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_OUTPUT))
		*error = g_strdup(_("the ICC profile lacks the tables to convert from and to its inks"));
	return !*error;
}

/* An ordinary file of a profile's size alone: a device has no end, and a pipe may never begin. */
static bool read_file(struct icc *p, char **error)
{
	int fd = open(p->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	bool ok = false;

	if (fd < 0 || fstat(fd, &st) != 0) {
		*error = g_strdup(g_strerror(errno));
	} else if (!S_ISREG(st.st_mode)) {
		*error = g_strdup(_("this is no ordinary file"));
	} else if (st.st_size > ICC_LARGEST) {
		*error = g_strdup_printf(_("this is no ICC profile: it is larger than %d MiB"), ICC_LARGEST >> 20);
	} else {
		p->bytes = g_malloc((gsize)st.st_size + 1);
		for (ssize_t got = 1; got > 0 && p->n < (gsize)st.st_size; p->n += got > 0 ? (gsize)got : 0)
			do
				got = read(fd, p->bytes + p->n, (gsize)st.st_size - p->n);
			while (got < 0 && errno == EINTR);
		ok = true;
	}
	if (fd >= 0)
		close(fd);
	return ok;
}

struct icc *icc_open(const char *path, char **error)
{
	struct icc *p = g_new0(struct icc, 1);
	double test[3];

	*error = NULL;
	p->path = g_strdup(path);
	if (!read_file(p, error))
		goto fail;
	cmsSetLogErrorHandler(NULL);
	if (!check(p, error))
		goto fail;
	p->srgb = cmsCreate_sRGBProfile();
	cmsGetProfileInfoASCII(p->profile, cmsInfoDescription, "en", "US", p->description, sizeof p->description);
	find_condition(p);
	/* Tables that are cut short show only when they are used. */
	icc_to_srgb(p, (double[4]){ 0 }, test);
	icc_from_srgb(p, (double[3]){ 1, 0, 0 }, (double[4]){ 0 });
	if (p->to_srgb && p->from_srgb)
		return p;
	*error = g_strdup(_("the ICC profile is damaged"));
fail:
	icc_free(p);
	return NULL;
}

void icc_free(struct icc *p)
{
	if (!p)
		return;
	cmsHTRANSFORM transforms[] = { p->to_srgb, p->from_srgb, p->pixels };
	for (size_t i = 0; i < G_N_ELEMENTS(transforms); i++)
		if (transforms[i])
			cmsDeleteTransform(transforms[i]);
	if (p->srgb)
		cmsCloseProfile(p->srgb);
	if (p->profile)
		cmsCloseProfile(p->profile);
	g_free(p->path);
	g_free(p->hash);
	g_free(p->bytes);
	g_free(p);
}

const void *icc_bytes(const struct icc *p, size_t *n)
{
	*n = p->n;
	return p->bytes;
}

const char *icc_path(const struct icc *p)
{
	return p->path;
}

const char *icc_hash(struct icc *p)
{
	if (!p->hash)
		p->hash = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)p->bytes, p->n);
	return p->hash;
}

const char *icc_description(const struct icc *p)
{
	return p->description;
}

const char *icc_condition(const struct icc *p)
{
	return p->condition[0] ? p->condition : NULL;
}

int icc_version(const struct icc *p)
{
	return (unsigned char)p->bytes[8];
}

static double within(double v, double most)
{
	return v > 0 ? fmin(v, most) : 0;
}

void icc_to_srgb(struct icc *p, const double cmyk[4], double rgb[3])
{
	double in[4];

	/* Not optimised: few colours, and each exact. */
	if (!p->to_srgb)
		p->to_srgb = cmsCreateTransform(p->profile, TYPE_CMYK_DBL, p->srgb, TYPE_RGB_DBL,
			INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
	for (int i = 0; i < 4; i++)
		in[i] = within(cmyk[i], 1) * 100;
	rgb[0] = rgb[1] = rgb[2] = 1;
	/* White is exact: cairo and the tests compare it. */
	if (p->to_srgb && in[0] + in[1] + in[2] + in[3] > 0)
		cmsDoTransform(p->to_srgb, in, rgb, 1);
	for (int i = 0; i < 3; i++)
		rgb[i] = within(rgb[i], 1);
}

const uint8_t *icc_greys(struct icc *p)
{
	cmsHPROFILE lab;
	cmsHTRANSFORM t;
	double light[256], darkest;
	int k = 255;

	if (p->has_greys)
		return p->greys;
	lab = cmsCreateLab4Profile(NULL);
	t = cmsCreateTransform(p->profile, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC,
			       cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
	for (int i = 0; i < 256; i++) {
		double in[4] = { 0, 0, 0, i / 2.55 }, out[3] = { 100 - i / 2.55 };

		if (t)
			cmsDoTransform(t, in, out, 1);
		light[i] = out[0];
	}
	darkest = light[255];
	/* The black point compensated in lightness: from black ink to paper. */
	for (int v = 0; v < 256; v++) {
		double s = v / 255.0, y = s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
		double l = y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y;
		double want = darkest + (100 - darkest) * l / 100;

		while (k > 0 && light[k - 1] <= want + 1e-9)
			k--;
		/* light[k] <= want < light[k - 1]: the nearer of the two. */
		p->greys[v] = (uint8_t)(k > 0 && light[k - 1] - want < want - light[k] ? k - 1 : k);
	}
	p->greys[0] = 255;
	p->greys[255] = 0;
	p->has_greys = true;
	if (t)
		cmsDeleteTransform(t);
	cmsCloseProfile(lab);
	return p->greys;
}

/* Greys, and what is nearly black: letters and lines in it would get coloured fringes from several inks. */
static bool is_grey(const double rgb[3])
{
	double most = fmax(rgb[0], fmax(rgb[1], rgb[2])), least = fmin(rgb[0], fmin(rgb[1], rgb[2]));

	return most - least < (most < 0.4 ? 0.05 : 0.004);
}

void icc_from_srgb(struct icc *p, const double rgb[3], double cmyk[4])
{
	double out[4] = { 0 };

	if (!p->from_srgb)
		p->from_srgb = cmsCreateTransform(p->srgb, TYPE_RGB_DBL, p->profile, TYPE_CMYK_DBL,
			INTENT_RELATIVE_COLORIMETRIC,
			cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
	if (is_grey(rgb)) {
		cmyk[0] = cmyk[1] = cmyk[2] = 0;
		cmyk[3] = icc_greys(p)[(int)(within(rgb[1], 1) * 255 + 0.5)] / 255.0;
		return;
	}
	if (p->from_srgb)
		cmsDoTransform(p->from_srgb, rgb, out, 1);
	/* Whole half per cents: what a press can hold. */
	for (int i = 0; i < 4; i++)
		cmyk[i] = floor(within(out[i], 100) * 2 + 0.5) / 200;
}

void icc_pixels_from_srgb(struct icc *p, const uint8_t *rgb, uint8_t *cmyk, size_t n)
{
	if (!p->pixels)
		p->pixels = cmsCreateTransform(p->srgb, TYPE_RGB_8, p->profile, TYPE_CMYK_8,
			INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE);
	if (p->pixels)
		cmsDoTransform(p->pixels, rgb, cmyk, (cmsUInt32Number)n);
}

bool icc_black_only(struct icc *p)
{
	static const double colours[][3] = { { 1, 0, 0 }, { 0, 0.7, 0 }, { 0.2, 0.2, 1 } };
	double inks[4];

	for (size_t i = 0; i < G_N_ELEMENTS(colours); i++) {
		icc_from_srgb(p, colours[i], inks);
		if (inks[0] + inks[1] + inks[2] > 0.001)
			return false;
	}
	return true;
}
