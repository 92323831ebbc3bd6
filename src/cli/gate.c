/*
 * src/cli/gate.c - print profiles as figures for the preflight; what it says, as one verdict.
 *
 * The preflight knows neither print profiles nor issues (src/preflight includes
 * base only), so the mapping from one to the other stands here.
 */
#include "cli/gate.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>
#include "base/arena.h"
#include "base/data.h"
#include "base/i18n.h"
#include "base/json.h"
#include "doc/print.h"
#include "preflight/guard.h"

/* Where nothing else is said, and the first of those to choose from. */
#define USUAL "gestrichen"

/* ---- print profiles ---- */

static char *profiles_folder(void)
{
	return data_path("layouts/print");
}

static int by_name(const void *a, const void *b)
{
	const char *x = *(char *const *)a, *y = *(char *const *)b;

	return strcmp(x, USUAL) == 0 ? -1 : strcmp(y, USUAL) == 0 ? 1 : strcmp(x, y);
}

/* Names of the profiles there are, the usual one first; NULL-terminated, g_strfreev() it. */
static char **profile_names(void)
{
	char *folder = profiles_folder();
	GDir *dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
	GPtrArray *names = g_ptr_array_new();
	const char *name;

	while (dir && (name = g_dir_read_name(dir)))
		if (g_str_has_suffix(name, ".xml") && *name != '.')
			g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(".xml")));
	if (names->len)
		qsort(names->pdata, names->len, sizeof *names->pdata, by_name);
	g_ptr_array_add(names, NULL);
	if (dir)
		g_dir_close(dir);
	g_free(folder);
	return (char **)g_ptr_array_free(names, FALSE);
}

/* PDF/X-1a has a slash, and is none. */
static bool is_file(const char *name)
{
	return (strchr(name, '/') && g_ascii_strncasecmp(name, "PDF/", 4) != 0) || g_str_has_suffix(name, ".xml");
}

/* g_free() it; NULL: not there. */
static char *profile_path(const char *name)
{
	char *inside, *path;

	if (is_file(name))
		return g_file_test(name, G_FILE_TEST_EXISTS) ? g_strdup(name) : NULL;
	inside = g_strdup_printf("layouts/print/%s.xml", name);
	path = data_path(inside);
	if (path && !g_file_test(path, G_FILE_TEST_EXISTS))
		g_clear_pointer(&path, g_free);
	g_free(inside);
	return path;
}

struct print_profile *gate_profile(struct arena *a, const char *name, struct src at, const char *icc, struct src icc_at, struct diag *d)
{
	char *path = profile_path(name), **names, *all, *looked;
	struct print_profile *p = NULL;

	if (path) {
		p = print_profile_read(a, path, icc, icc_at, d);
	} else if (is_file(name)) {
		looked = g_canonicalize_filename(name, NULL);
		diag_add(d, D_PRINT_PROFILE, at, _("there is no print profile %s; looked for as %s"), name, looked);
		g_free(looked);
	} else {
		names = profile_names();
		all = g_strjoinv(", ", names);
		diag_add(d, D_PRINT_PROFILE, at, _("there is no print profile \"%s\"; there are: %s. A file of your own is named with its ending: shop.xml"),
			 name, all);
		g_free(all);
		g_strfreev(names);
	}
	g_free(path);
	return p;
}

/* All profiles of layouts/print. */
static GPtrArray *all_profiles(struct arena *a, struct diag *d)
{
	const struct src nowhere = { NULL, 0, 0 };
	char **names = profile_names();
	GPtrArray *all = g_ptr_array_new();

	for (size_t i = 0; names[i]; i++) {
		struct print_profile *p = gate_profile(a, names[i], nowhere, NULL, nowhere, d);

		if (p)
			g_ptr_array_add(all, p);
	}
	if (!names[0])
		diag_add(d, D_MACHINE, nowhere, _("the folder layouts/print with the print profiles is missing"));
	g_strfreev(names);
	return all;
}

struct limits gate_limits(const struct print_profile *p)
{
	static const enum standard standards[] = {
		[PDFX_4] = STANDARD_X4, [PDFX_3_2003] = STANDARD_X3, [PDFX_1A_2003] = STANDARD_X1A,
	};

	return (struct limits){
		.standard = standards[p->standard],
		.bleed_mm = mm_from_pt(p->bleed).mm, .safe_mm = mm_from_pt(p->safe).mm, .trim_w_mm = mm_from_pt(p->width).mm, .trim_h_mm = mm_from_pt(p->height).mm,
		.page_multiple = p->page_multiple, .most_spots = p->max_spots, .managed = p->managed_colour,
		.condition = p->condition, .accepts = p->accepts,
		.ppi_warning = p->ppi_warning, .ppi_error = p->ppi_error, .ppi_most = p->ppi_most,
		.lineart_warning = p->ppi_line_art_warning, .lineart_error = p->ppi_line_art_error, .lineart_most = p->ppi_line_art_most,
		.text_least_pt = p->min_text, .text_small_pt = p->min_reversed_text, .text_black_pt = p->black_text,
		.text_display_pt = p->display_text, .line_warning_pt = p->min_line, .line_error_pt = p->min_line_error,
		.line_multi_pt = p->min_reversed_line, .line_black_pt = p->black_line, .black_area_mm = mm_from_pt(p->black_area).mm,
		.ink_percent = p->ink_limit * 100,
	};
}

/* ---- judging ---- */

/* A name out of the PDF: a file of the folder, or of the program's data. */
static char *file_name(const char *file, void *folder)
{
	char *path = strcmp(folder, ".") == 0 ? g_strdup(file) : g_build_filename(folder, file, NULL), *data;

	if (g_file_test(path, G_FILE_TEST_EXISTS) || !g_str_has_prefix(file, "layouts/"))
		return path;
	data = data_path(file);
	if (!data)
		return path;
	g_free(path);
	return data;
}

static void sum_up(struct gate *g, const struct preflight *done)
{
	g->fits = done->fits;
	g->npages = done->npages;
	g->seconds = done->seconds;
	g->ink_seconds = done->ink_seconds;
	g->errors = findings_count(g->findings, SEV_ERROR);
	g->warnings = findings_count(g->findings, SEV_WARNING) - g->errors;
	g->ink_most = done->ink ? 0 : -1;
	g->ink_page = 1;
	for (size_t i = 0; done->ink && i < done->npages; i++) {
		g->ink[i] = done->ink[i];
		if (g->ink_most >= 0 && (done->ink[i] < 0 || done->ink[i] > g->ink_most)) {
			g->ink_most = done->ink[i] < 0 ? -1 : done->ink[i];
			g->ink_page = (int)i + 1;
		}
	}
}

static void drop_findings(void *f)
{
	findings_free(f);
}

struct gate *gate_judge(struct arena *a, const struct gate_request *q, struct diag *d)
{
	GPtrArray *profiles = q->profile ? g_ptr_array_new() : all_profiles(a, d);
	struct limits *limits;
	struct preflight done = { 0 };
	const char *why;
	struct gate *g = NULL;

	if (q->profile)
		g_ptr_array_add(profiles, (gpointer)q->profile);
	if (!profiles->len)
		goto out;
	limits = arena_make_array(a, profiles->len, struct limits);
	for (guint i = 0; i < profiles->len; i++) {
		limits[i] = gate_limits(profiles->pdata[i]);
		if (q->part)
			limits[i].page_multiple = 1;
	}
	g = arena_make(a, struct gate);
	g->name = arena_strdup(a, q->name ? q->name : q->file);
	g->findings = findings_new();
	arena_defer(a, drop_findings, g->findings);
	why = preflight_guarded(&(struct preflight_request){ q->file, limits, profiles->len, q->ink, q->cache }, g->findings, &done);
	if (why) {
		diag_add(d, D_MACHINE, (struct src){ q->file, 0, 0 }, _("the preflight could not be made: %s"), why);
		g = NULL;
		goto out;
	}
	g->profile = profiles->pdata[done.limits];
	g->chosen = !q->profile;
	g->ink_asked = q->ink;
	g->ink = arena_make_array(a, done.npages, double);
	for (size_t i = 0; i < done.npages; i++)
		g->ink[i] = -1;
	sum_up(g, &done);
	if (q->folder)
		findings_rename(g->findings, file_name, (void *)q->folder);
out:
	g_free(done.ink);
	g_ptr_array_free(profiles, TRUE);
	return g;
}

static bool said_of(const struct diag *d, enum diag_id id, struct src at)
{
	const struct message *m;

	for (size_t i = 0; (m = diag_get(d, i)); i++)
		if (m->id == id && m->at.line == at.line && !g_strcmp0(m->at.file, at.file))
			return true;
	return false;
}

void gate_join(struct gate *g, const struct diag *d)
{
	const struct finding *f;

	g->run_warnings = diag_count(d, SEV_WARNING) - diag_count(d, SEV_ERROR);
	for (size_t i = 0; (f = findings_get(g->findings, i)); i++) {
		if ((f->rule != R_IMG_PPI && f->rule != R_IMG_PPI_1BIT) || f->severity != SEV_WARNING || !f->origin.file ||
		    !said_of(d, D_PICTURE_LOWRES, f->origin))
			continue;
		findings_hide(g->findings, i);
		g->warnings--;
	}
}

/* ---- saying ---- */

void gate_print(const struct gate *g, FILE *out, bool colour)
{
	findings_print(g->findings, g->name, out, colour);
}

/* "2 errors, 1 warning", "1 warning", "no warnings" */
static char *counts(const struct gate *g)
{
	size_t n = g->warnings + g->run_warnings;
	char *errors, *warnings, *both;

	warnings = n ? g_strdup_printf(ngettext("%zu warning", "%zu warnings", n), n) : g_strdup(_("no warnings"));
	if (!g->errors)
		return warnings;
	errors = g_strdup_printf(ngettext("%zu error", "%zu errors", g->errors), g->errors);
	both = g_strdup_printf("%s, %s", errors, warnings);
	g_free(errors);
	g_free(warnings);
	return both;
}

static char *ink_words(const struct gate *g)
{
	if (!g->ink_asked)
		return g_strdup(_("ink coverage not asked for"));
	if (g->ink_most < 0)
		return g_strdup(_("ink coverage NOT measured"));
	return g_strdup_printf(_("ink up to %.0f %% (page %d) of %.0f %%"), g->ink_most, g->ink_page, g->profile->ink_limit * 100);
}

void gate_print_verdict(const struct gate *g, bool passed, FILE *out)
{
	char *counted = counts(g), *ink = ink_words(g);
	const char *standard = print_standard_name(g->profile->standard);

	if (!g->npages)
		fprintf(out, _("%s: not fit for print, it cannot be read\n"), g->name);
	else if (passed)
		fprintf(out, ngettext("%s: fit for print: %zu page, %s for %s, %s; %s\n",
			"%s: fit for print: %zu pages, %s for %s, %s; %s\n", g->npages), g->name, g->npages, standard, g->profile->name, counted, ink);
	else
		fprintf(out, ngettext("%s: not fit for print: %zu page, %s for %s, %s; %s\n",
			"%s: not fit for print: %zu pages, %s for %s, %s; %s\n", g->npages), g->name, g->npages, standard, g->profile->name, counted, ink);
	g_free(counted);
	g_free(ink);
}

void gate_print_json(const struct gate *g, FILE *out)
{
	fputs("{\"file\":", out);
	json_print_string(g->name, out);
	fputs(",\"profile\":", out);
	json_print_string(g->profile->name, out);
	fprintf(out, ",\"standard\":\"%s\",\"pages\":%zu,\"errors\":%zu,\"warnings\":%zu,\"ink_limit\":%.0f,\"ink\":",
		print_standard_name(g->profile->standard), g->npages, g->errors, findings_count(g->findings, SEV_WARNING) - g->errors, g->profile->ink_limit * 100);
	if (!g->ink_asked)
		fputs("null", out);
	for (size_t i = 0; g->ink_asked && i < g->npages; i++) {
		fputs(i ? "," : "[", out);
		if (g->ink[i] < 0)
			fputs("null", out);
		else
			fprintf(out, "%.1f", g->ink[i]);
	}
	if (g->ink_asked)
		fputs(g->npages ? "]" : "[]", out);
	fputs(",\"findings\":", out);
	findings_print_json(g->findings, out);
	fputc('}', out);
}
