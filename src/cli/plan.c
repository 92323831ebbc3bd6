/*
 * src/cli/plan.c - zivos plan: the flat plan, as a picture for the wall and as JSON.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/outfile.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/placed.h"
#include "doc/issue.h"
#include "doc/layout.h"
#include "page/compose.h"
#include "page/flatplan.h"
#include "page/plan.h"
#include "paint/pdf.h"
#include "paint/png.h"
#include "text/font.h"

static char *output, *report, *layout;

static const GOptionEntry entries[] = {
	{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("write this file, .pdf or .png, or into this folder"), N_("FILE") },
	{ "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout,
	  N_("layout in place of the issue's: a name of layouts, or a folder with a layout.xml"), N_("NAME") },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write the plan to this file, as JSON, with all messages"), N_("FILE") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

/* ---- JSON ---- */

/* Not translated: programs read these. */
static const char *const kinds[] = {
	[PAGE_ARTICLES] = "articles", [PAGE_COVER] = "cover", [PAGE_CONTENTS] = "contents", [PAGE_AD] = "ad", [PAGE_BLANK] = "blank",
};

static void print_text(const char *key, const char *s, FILE *f)
{
	fprintf(f, "\"%s\":", key);
	if (s)
		json_print_string(s, f);
	else
		fputs("null", f);
}

static void print_place(struct src at, FILE *f)
{
	print_text("file", at.file, f);
	fprintf(f, ",\"line\":%d,\"column\":%d", at.line, at.col);
}

static const char *title_of(const struct work *w, const struct article *a)
{
	return a->headline && a->headline->len ? copy_one_line(w->arena, a->headline) : NULL;
}

static void print_page_articles(const struct work *w, const struct page_plan *p, FILE *f)
{
	fputs("\"articles\":[", f);
	for (size_t i = 0; i < p->narticles; i++) {
		const struct article *a = p->articles[i].article;

		fprintf(f, "%s{", i ? "," : "");
		print_text("id", a->id, f);
		fputc(',', f);
		print_text("title", title_of(w, a), f);
		fprintf(f, ",\"lines\":%zu}", p->articles[i].lines);
	}
	fputc(']', f);
}

static void print_page_ads(const struct page_plan *p, FILE *f)
{
	fputs("\"ads\":[", f);
	for (size_t i = 0; i < p->nads; i++) {
		const struct plan_ad *a = &p->ads[i];

		fprintf(f, "%s{\"size\":\"%s\",", i ? "," : "", ad_size_names[a->ad->size]);
		print_text("advertiser", a->ad->advertiser, f);
		fprintf(f, ",\"x\":%.1f,\"y\":%.1f,\"width\":%.1f,\"height\":%.1f,", mm_from_pt(a->box.x).mm, mm_from_pt(a->box.y).mm,
			mm_from_pt(a->box.w).mm, mm_from_pt(a->box.h).mm);
		print_place(a->ad->at, f);
		fputc('}', f);
	}
	fputc(']', f);
}

static size_t count_pictures(const struct page *pg)
{
	size_t n = 0;

	for (size_t i = 0; i < pg->nitems; i++)
		n += pg->items[i].kind == ITEM_PICTURE;
	return n;
}

static void print_page(const struct work *w, const struct page *pg, FILE *f)
{
	const struct page_plan *p = pg->plan;

	fputc('{', f);
	print_text("page", pg->label, f);
	fprintf(f, ",\"side\":\"%s\",\"kind\":\"%s\",\"overset\":%s,", pg->right ? "right" : "left", kinds[p->kind], pg->overset ? "true" : "false");
	print_text("rubric", p->rubric ? p->rubric->name : NULL, f);
	fputc(',', f);
	print_page_articles(w, p, f);
	fputc(',', f);
	print_page_ads(p, f);
	fprintf(f, ",\"pictures\":%zu,\"room\":{\"lines\":%.0f,\"characters\":%.0f}}", count_pictures(pg), floor(p->room_lines), floor(p->room_chars));
}

/* On which pages an article stands, and how many of its lines stand on none. */
static void print_article(const struct work *w, const struct article *a, FILE *f)
{
	size_t over = 0, lines = 0, n = 0;

	fputc('{', f);
	print_text("id", a->id, f);
	fputc(',', f);
	print_text("title", title_of(w, a), f);
	fputc(',', f);
	print_text("rubric", a->rubric->name, f);
	fputc(',', f);
	print_text("language", a->lang, f);
	fputs(",\"pages\":[", f);
	for (size_t i = 0; i < w->pages->npages; i++) {
		const struct page *pg = &w->pages->pages[i];

		for (size_t k = 0; k < pg->plan->narticles; k++) {
			if (pg->plan->articles[k].article != a)
				continue;
			*(pg->overset ? &over : &lines) += pg->plan->articles[k].lines;
			if (!pg->overset)
				fprintf(f, "%s\"%s\"", n++ ? "," : "", pg->label);
		}
	}
	fprintf(f, "],\"lines\":%zu,\"overset\":%zu,", lines, over);
	print_place(a->at, f);
	fputc('}', f);
}

static void print_plan(const void *work, FILE *f)
{
	const struct work *w = work;
	const struct issue *is = w->issue;
	size_t n = w->pages ? w->pages->npages : 0;

	fputc('{', f);
	print_text("title", is ? is->title : NULL, f);
	fputc(',', f);
	print_text("number", is ? is->number : NULL, f);
	fputc(',', f);
	print_text("date", is ? is->date : NULL, f);
	fputc(',', f);
	print_text("layout", w->layout ? w->layout->name : NULL, f);
	fputs(",\n\"pages\":[", f);
	for (size_t i = 0; i < n; i++) {
		fputs(i ? ",\n" : "\n", f);
		print_page(w, &w->pages->pages[i], f);
	}
	fputs("],\n\"articles\":[", f);
	for (size_t i = 0; n && i < is->narticles; i++) {
		fputs(i ? ",\n" : "\n", f);
		print_article(w, is->articles[i], f);
	}
	fputs("],\n\"messages\":", f);
	diag_print_json(w->d, f);
	fputs("}\n", f);
}

/* ---- the picture ---- */

enum { DPI = 150, MOST_PIXELS = 30000 };	/* cairo's images end at 32767 */

static bool write_pdf(struct work *w, const struct pages *plan, const char *path)
{
	size_t n;
	int *all = pages_choose(plan, NULL, true, &n);
	struct outfile *out = outfile_new(path, w->d);
	bool ok = out && pdf_write(plan, all, n, PROFILE_SCREEN, work_press(w), fonts_config(w->fonts), w->store, w->g->pool, out, NULL, NULL, w->d);

	if (ok)
		ok = outfile_commit(out, w->d);
	else
		outfile_abort(out);
	g_free(all);
	return ok;
}

static void write_plan(struct work *w, const char *path)
{
	bool png = g_str_has_suffix(path, ".png");
	struct pages *plan = flatplan(w->arena, w->pages, w->issue, w->layout, &w->tools, png, w->d);

	if (png)
		png_write_page(plan, 0, MIN(DPI, MOST_PIXELS * 72 / plan->height), work_press(w), fonts_config(w->fonts), w->store, path, w->d);
	else
		write_pdf(w, plan, path);
	work_end(w, N_("painting the plan"));
}

/* The file to write, g_free() it; NULL: said why not. */
static char *checked_path(const char *issue)
{
	char *name = issue_name(issue), *file = g_strdup_printf("%s-plan.pdf", name), *path = output_in(output, file);
	bool png = g_str_has_suffix(path, ".png");
	const char *wrong = NULL;

	if (!png && !g_str_has_suffix(path, ".pdf"))
		usage_error(_("--output takes a .pdf or a .png, or a folder, not %s"), path);
	else if (replaces_other(path, png ? "\x89PNG" : "%PDF"))
		wrong = path;
	else if (replaces_other(report, "{"))
		wrong = report;
	else if (report && same_output(report, path))
		usage_error(_("%s is named for two outputs"), path);
	else
		goto out;
	if (wrong)
		usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), wrong);
	g_clear_pointer(&path, g_free);
out:
	g_free(name);
	g_free(file);
	return path;
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	const struct work_request q = { .path = arguments[0], .last = STAGE_PAGES, .layout = layout };
	char *path = checked_path(arguments[0]), *files[] = { path, NULL };
	const char *own;
	struct work w;
	enum exit_status status;

	if (!path)
		return EXIT_USAGE;
	work_run(&w, g, &q);
	own = placed_among(&w, files);
	if (w.pages && !own)
		write_plan(&w, path);
	if (report && !own)
		report_write(report, print_plan, &w, w.d);
	status = work_report(&w, false, NULL);
	if (own)
		status = usage_error(_("%s is a picture or advertisement of the issue and would be replaced; name another for the output"), own);
	work_free(&w);
	g_free(path);
	return status;
}

const struct command plan_command = {
	"plan", N_("ISSUE"), 1, N_("show all pages small: what is where, and what room is left"),
	N_("Writes NAME-plan.pdf, or the file of --output: sheets of A3 for the wall, or a PNG with all pages.\n"
	   "Under each page stand its rubric, the articles on it, its advertisements and the room left.\n"
	   "With errors in the issue the plan is made all the same, text that does not fit on pages of its own.\n"
	   "The JSON of --report says the same of each page and each article."),
	entries, run
};
