/*
 * src/preflight/intent.c - the output intent: for which paper and press.
 *
 * The profile is read by lcms2. Whether it describes the condition it names is
 * seen from the solids: their Lab values may be 8 away, no further.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include <lcms2.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "preflight/checks.h"
#include "preflight/pdf.h"

enum { MOST_PROFILE = 32 << 20 };

/* Coated FOGRA39, absolute colorimetric, from the characterisation data FOGRA39L. */
static const struct { double cmyk[4], lab[3]; const char *name; } solids[] = {
	{ { 0, 0, 0, 0 },     { 95, 0, -2 },    N_("paper") },
	{ { 100, 0, 0, 0 },   { 55, -37, -50 }, N_("cyan") },
	{ { 0, 100, 0, 0 },   { 48, 74, -3 },   N_("magenta") },
	{ { 0, 0, 100, 0 },   { 89, -5, 93 },   N_("yellow") },
	{ { 0, 0, 0, 100 },   { 16, 0, 0 },     N_("black") },
	{ { 0, 100, 100, 0 }, { 47, 68, 48 },   N_("red") },
	{ { 100, 0, 100, 0 }, { 49, -65, 27 },  N_("green") },
	{ { 100, 100, 0, 0 }, { 24, 22, -46 },  N_("blue") },
};

static void no_words(cmsContext id, cmsUInt32Number code, const char *text)
{
	(void)id, (void)code, (void)text;
}

static void check_solids(struct context *c, cmsContext lcms, cmsHPROFILE profile)
{
	cmsHPROFILE lab = cmsCreateLab4ProfileTHR(lcms, NULL);
	cmsHTRANSFORM t = cmsCreateTransformTHR(lcms, profile, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL,
						INTENT_ABSOLUTE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
	double worst = 0;
	const char *name = "";

	for (size_t i = 0; t && i < G_N_ELEMENTS(solids); i++) {
		cmsCIELab got;
		double d;

		cmsDoTransform(t, solids[i].cmyk, &got, 1);
		d = sqrt(pow(got.L - solids[i].lab[0], 2) + pow(got.a - solids[i].lab[1], 2) + pow(got.b - solids[i].lab[2], 2));
		if (d > worst) {
			worst = d;
			name = solids[i].name;
		}
	}
	if (worst > 4)
		report(c, R_OI_COLORIMETRY, worst > 8 ? SEV_ERROR : SEV_WARNING, 0, NULL,
		       _("the profile's %s is off by Delta E %.0f from the printing condition it names (at most 4)"), _(name), worst);
	if (t)
		cmsDeleteTransform(t);
	cmsCloseProfile(lab);
}

/* What is wrong with the profile, as a sentence; NULL: nothing. */
static const char *profile_fault(const unsigned char *d, size_t n, double comps, cmsHPROFILE p)
{
	if (n < 132 || memcmp(d + 36, "acsp", 4) != 0)
		return _("the output intent's profile is no ICC profile");
	if (((size_t)d[0] << 24 | (size_t)d[1] << 16 | (size_t)d[2] << 8 | d[3]) > n)
		return _("the output intent's profile is cut off");
	if (memcmp(d + 12, "prtr", 4) != 0)
		return _("the output intent's profile is not one for output");
	if (memcmp(d + 16, "CMYK", 4) != 0 || comps != 4)
		return _("the output intent's profile is not for CMYK");
	if (!p)
		return _("the output intent's profile is damaged");
	return cmsIsTag(p, cmsSigAToB0Tag) && cmsIsTag(p, cmsSigBToA0Tag) ? NULL :
		_("the output intent's profile lacks tables it needs");
}

static void check_profile(struct context *c, const struct obj *intent, const char *condition)
{
	const struct obj *o = pdf_get(c->pdf, intent, "DestOutputProfile");
	cmsContext lcms = cmsCreateContext(NULL, NULL);
	cmsHPROFILE p = NULL;
	unsigned char *data;
	const char *words;
	size_t n;

	cmsSetLogErrorHandlerTHR(lcms, no_words);
	if (o->kind != OBJ_STREAM) {
		/* The older standards are content with a registered name. */
		if (c->limits->standard == STANDARD_X4 || !obj_has(intent, "RegistryName"))
			report(c, R_OI_PROFILE, SEV_ERROR, 0, NULL, _("the output intent has no profile"));
		cmsDeleteContext(lcms);
		return;
	}
	data = pdf_data(c->pdf, o, MOST_PROFILE, &n);
	p = data ? cmsOpenProfileFromMemTHR(lcms, data, (cmsUInt32Number)n) : NULL;
	words = profile_fault(data, n, pdf_number(c->pdf, o, "N", 0), p);
	if (words)
		report(c, R_OI_PROFILE, SEV_ERROR, 0, NULL, "%s", words);
	else if (strstr(condition, "FOGRA39"))
		check_solids(c, lcms, p);
	if (p)
		cmsCloseProfile(p);
	free(data);
	cmsDeleteContext(lcms);
}

/* Whether one of the words is part of the name. */
static bool named(const char *words, const char *name)
{
	char **list = g_strsplit(words, " ", -1);
	bool found = false;

	for (size_t i = 0; list[i]; i++)
		found = found || (*list[i] && strstr(name, list[i]));
	g_strfreev(list);
	return found;
}

static bool taken(const struct limits *l, const char *condition)
{
	return strstr(condition, l->condition) || (l->accepts && named(l->accepts, condition));
}

static const char *expected(struct context *c)
{
	const struct limits *l = c->limits;
	char *all = g_strdup_printf("%s%s%s", l->condition, l->accepts ? " " : "", l->accepts ? l->accepts : "");
	const char *kept = arena_strdup(c->arena, all);

	g_free(all);
	return kept;
}

static void check_intent(struct context *c, const struct obj *o)
{
	const char *condition = pdf_text(c->pdf, pdf_get(c->pdf, o, "OutputConditionIdentifier"));

	if (!*condition)
		report(c, R_OI_ENTRIES, SEV_ERROR, 0, NULL, _("the output intent names no printing condition (OutputConditionIdentifier)"));
	else if (!taken(c->limits, condition))
		report(c, R_OI_CONDITION, SEV_ERROR, 0, NULL, _("the colours are made for \"%s\", expected is one of: %s"), condition,
		       expected(c));
	if (!*pdf_text(c->pdf, pdf_get(c->pdf, o, "Info")) && !*pdf_text(c->pdf, pdf_get(c->pdf, o, "RegistryName")))
		report(c, R_OI_ENTRIES, SEV_WARNING, 0, NULL, _("the output intent has neither Info nor RegistryName"));
	check_profile(c, o, condition);
}

/* The output intents for PDF/X, and the last of them; NULL: there is none. */
static const struct obj *find_intent(struct pdf *p, size_t *n)
{
	const struct obj *list = pdf_get(p, pdf_root(p), "OutputIntents"), *found = NULL;

	*n = 0;
	for (size_t i = 0; list->kind == OBJ_ARRAY && i < list->n; i++)
		if (obj_is_name(pdf_get(p, pdf_at(p, list, i), "S"), "GTS_PDFX")) {
			found = pdf_at(p, list, i);
			++*n;
		}
	return found;
}

static void document(struct context *c)
{
	size_t n;
	const struct obj *found = find_intent(c->pdf, &n);

	if (!found)
		report(c, R_OI_PRESENT, SEV_ERROR, 0, NULL, _("the file has no output intent for PDF/X"));
	else if (n != 1)
		report(c, R_OI_PRESENT, SEV_ERROR, 0, NULL, ngettext("the file has %zu output intent for PDF/X instead of one",
		       "the file has %zu output intents for PDF/X instead of one", n), n);
	else
		check_intent(c, found);
}

/* PDF/X-1a and -3 say so in Info; the rest is asked to be PDF/X-4. */
static enum standard claimed(struct pdf *p)
{
	const char *version = pdf_text(p, pdf_get(p, pdf_get(p, pdf_trailer(p), "Info"), "GTS_PDFXVersion"));

	return g_str_has_prefix(version, "PDF/X-1") ? STANDARD_X1A : g_str_has_prefix(version, "PDF/X-3") ? STANDARD_X3 : STANDARD_X4;
}

size_t limits_fitting(struct pdf *p, const struct limits *l, size_t n, bool *fits)
{
	enum { OF_STANDARD = 1, ACCEPTED = 2, OWN = 4 };
	size_t nintents, best = 0;
	const struct obj *intent = find_intent(p, &nintents);
	const char *condition = intent ? pdf_text(p, pdf_get(p, intent, "OutputConditionIdentifier")) : "";
	int most = 0;

	for (size_t i = 0; i < n; i++) {
		int points = (l[i].standard == claimed(p) ? OF_STANDARD : 0) +
			     (strstr(condition, l[i].condition) ? OWN : taken(&l[i], condition) ? ACCEPTED : 0);

		if (points > most) {
			most = points;
			best = i;
		}
	}
	*fits = most >= ACCEPTED;
	return best;
}

const struct check intent_checks = { .document = document };
