/*
 * src/cli/fit.c - zivos fit: by how much texts miss their pages, and what would help.
 */
#include <stdio.h>
#include <string.h>
#include "base/i18n.h"
#include "base/json.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/output.h"
#include "doc/issue.h"
#include "page/fit/fit.h"

static char *article, *report, *layout;

static const GOptionEntry entries[] = {
	{ "article", 0, 0, G_OPTION_ARG_STRING, &article, N_("this article alone, whether it misses its pages or not"), N_("ID") },
	{ "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout,
	  N_("layout in place of the issue's: a name of layouts, or a folder with a layout.xml"), N_("NAME") },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write it to this file, as JSON"), N_("FILE") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static const char *const kinds[] = {
	[REMEDY_CUT] = "cut", [REMEDY_ADD] = "add", [REMEDY_CROP] = "crop-picture", [REMEDY_ENLARGE] = "enlarge-picture",
	[REMEDY_SMALLER] = "quote-smaller", [REMEDY_LARGER] = "quote-larger", [REMEDY_OMIT] = "omit", [REMEDY_FILLER] = "filler", [REMEDY_PAGES] = "pages",
};
static const char *const objects[] = {
	[FIT_PARAGRAPH] = "paragraph", [FIT_ANSWER] = "answer", [FIT_ITEM] = "item", [FIT_STEP] = "step", [FIT_BOXED] = "box-paragraph",
	[FIT_PARALLEL] = "parallel-paragraph", [FIT_PICTURE] = "picture", [FIT_QUOTE] = "pullquote", [FIT_BOX] = "box", [FIT_STOCK] = "filler", [FIT_PART] = "pages",
};

/* ---- as text ---- */

static const char *name_of(const struct copyfit *f)
{
	return f->article->id ? f->article->id : f->article->headline->text;
}

/* "2 pages" */
static char *pages_of(const struct copyfit *f)
{
	return g_strdup_printf(ngettext("%d page", "%d pages", (unsigned long)f->pages), f->pages);
}

static void print_measure(const struct copyfit *f)
{
	char *pages = pages_of(f);

	printf("%s:%d: ", f->article->at.file, f->article->at.line);
	if (f->unplaced && !f->chars)
		printf(ngettext("%s: %d picture finds no place on %s\n", "%s: %d pictures find no place on %s\n", (unsigned long)f->unplaced), name_of(f), f->unplaced,
		       pages);
	else if (f->over)
		printf(ngettext("%s: %d line (about %zu characters) too long for %s\n", "%s: %d lines (about %zu characters) too long for %s\n",
				(unsigned long)f->over), name_of(f), f->over, f->chars, pages);
	else if (f->left)
		printf(ngettext("%s: %d line (about %zu characters) empty at the end of %s\n",
				"%s: %d lines (about %zu characters) empty at the end of %s\n", (unsigned long)f->left), name_of(f), f->left, f->chars, pages);
	else
		printf(_("%s: fills %s to the last line\n"), name_of(f), pages);
	g_free(pages);
}

/* A page's columns in one line: "page 13: 55 and 42 of 55 lines", with what goes into the rest. */
static size_t print_page(const struct copyfit *f, size_t from)
{
	GString *used = g_string_new(NULL);
	size_t i = from, room = 0;

	for (; i < f->ncolumns && !f->columns[i].overset && f->columns[i].page == f->columns[from].page; i++) {
		g_string_append_printf(used, "%s%d/%d", i > from ? ", " : "", f->columns[i].used, f->columns[i].lines);
		room += f->columns[i].room;
	}
	printf(_("    page %d, lines of its columns: %s"), f->columns[from].page, used->str);
	if (room)
		printf(ngettext("; room for about %zu character", "; room for about %zu characters", (unsigned long)room), room);
	putchar('\n');
	g_string_free(used, TRUE);
	return i;
}

static void print_columns(const struct copyfit *f)
{
	size_t chars = 0;
	int lines = 0;

	for (size_t i = 0; i < f->ncolumns; ) {
		const struct fit_column *c = &f->columns[i];

		if (!c->overset) {
			i = print_page(f, i);
			continue;
		}
		lines += c->used;
		chars += c->chars;
		i++;
	}
	if (lines)
		printf(ngettext("    without a page: %d line (%zu characters)\n", "    without a page: %d lines (%zu characters)\n", (unsigned long)lines), lines, chars);
}

static void print_remedy(const struct remedy *r)
{
	char *text = remedy_text(r), *lines = g_strdup_printf(ngettext("%d line", "%d lines", (unsigned long)r->gain), r->gain);

	printf("  %c %s (%s:%d): %s%s", r->chosen ? '*' : '-', text, r->at.file, r->at.line, lines, r->enough ? _(", which is enough") : "");
	if (r->kind == REMEDY_PAGES && r->left)
		printf(ngettext("; %d line then stays empty", "; %d lines then stay empty", (unsigned long)r->left), r->left);
	putchar('\n');
	g_free(lines);
	g_free(text);
}

/* How much of the text alone would do. */
static void print_must(const struct copyfit *f)
{
	if (f->must && f->over)
		printf(_("  By the text alone: about %zu characters must go, all over it.\n"), f->must);
	else if (f->must)
		printf(_("  By the text alone: about %zu characters are wanted, all over it.\n"), f->must);
}

static void print_remedies(const struct copyfit *f)
{
	size_t chosen = 0;

	for (size_t i = 0; i < f->nremedies; i++)
		chosen += f->remedies[i].chosen;
	if (f->nremedies)
		printf("%s\n", _("  What was tried and helps, best first:"));
	for (size_t i = 0; i < f->nremedies; i++)
		print_remedy(&f->remedies[i]);
	if (chosen > 1)
		printf("%s\n", _("  Those marked * are enough together."));
	else if (f->over && !f->solved && f->nremedies)
		printf("%s\n", _("  All this together is not enough: more text must go, or it needs another page."));
	else if (f->over && !f->solved)
		printf("%s\n", _("  Nothing small helps: text must go, or it needs another page."));
	print_must(f);
}

static void print_fit(const struct copyfit *f)
{
	print_measure(f);
	print_columns(f);
	print_remedies(f);
}

/* ---- as JSON ---- */

static void json_place(struct src at, FILE *out)
{
	fputs("\"file\": ", out);
	json_print_string(at.file, out);
	fprintf(out, ", \"line\": %d, \"column\": %d", at.line, at.col);
}

/* "mm": 4.1 */
static void json_mm(const char *key, double x, FILE *out)
{
	char mm[G_ASCII_DTOSTR_BUF_SIZE];

	fprintf(out, "\"%s\": %s, ", key, g_ascii_formatd(mm, sizeof mm, "%.1f", x));
}

static void json_amount(const struct remedy *r, FILE *out)
{
	if (r->kind == REMEDY_CUT || r->kind == REMEDY_ADD)
		fprintf(out, "\"characters\": %d, ", r->amount);
	else if (r->kind == REMEDY_PAGES)
		fprintf(out, "\"pages\": %d, \"linesEmpty\": %d, ", r->amount, r->left);
	if (r->kind == REMEDY_FILLER)
		json_mm("width", r->width_mm, out);
	if (r->kind == REMEDY_CROP || r->kind == REMEDY_ENLARGE || r->kind == REMEDY_FILLER)
		json_mm("mm", r->mm, out);
}

static void json_remedy(const struct remedy *r, FILE *out)
{
	char *text = remedy_text(r);

	fprintf(out, "    { \"kind\": \"%s\", \"of\": \"%s\", \"number\": %d, ", kinds[r->kind], objects[r->object], r->number);
	if (r->box)
		fprintf(out, "\"box\": %d, ", r->box);
	if (r->lang)
		fprintf(out, "\"language\": \"%s\", ", r->lang);
	json_amount(r, out);
	fprintf(out, "\"lines\": %d, \"enough\": %s, \"chosen\": %s, ", r->gain, r->enough ? "true" : "false", r->chosen ? "true" : "false");
	json_place(r->at, out);
	fputs(", \"text\": ", out);
	json_print_string(text, out);
	fputs(" }", out);
	g_free(text);
}

static void json_fit(const struct copyfit *f, FILE *out)
{
	fputs("{ \"article\": ", out);
	json_print_string(name_of(f), out);
	fputs(", ", out);
	json_place(f->article->at, out);
	fprintf(out, ", \"pages\": %d, \"linesOver\": %d, \"linesEmpty\": %d, \"picturesWithoutPlace\": %d, \"characters\": %zu, \"mustChange\": %zu, \"solved\": %s,\n  \"columns\": [",
		f->pages, f->over, f->left, f->unplaced, f->chars, f->must, f->solved ? "true" : "false");
	for (size_t i = 0; i < f->ncolumns; i++) {
		const struct fit_column *c = &f->columns[i];

		fprintf(out, "%s{ \"page\": %d, \"column\": %d, \"lines\": %d, \"used\": %d, \"characters\": %zu, \"room\": %zu, \"overset\": %s }", i ? ",\n    " : "\n    ",
			c->page, c->column, c->lines, c->used, c->chars, c->room, c->overset ? "true" : "false");
	}
	fputs("],\n  \"remedies\": [", out);
	for (size_t i = 0; i < f->nremedies; i++) {
		fputs(i ? ",\n" : "\n", out);
		json_remedy(&f->remedies[i], out);
	}
	fputs(" ] }", out);
}

static void json_all(const void *ctx, FILE *out)
{
	const struct fit_request *q = ctx;

	fputs("[", out);
	for (const struct copyfit *f = q->found; f; f = f->next) {
		fputs(f == q->found ? "\n" : ",\n", out);
		json_fit(f, out);
	}
	fputs(" ]\n", out);
}

/* ---- the command ---- */

static enum exit_status run(const struct global_options *g, char **arguments)
{
	struct fit_request fit = { .article = article };
	struct work_request q = { .path = arguments[0], .last = STAGE_PAGES, .fit = &fit, .layout = layout };
	struct work w;

	if (replaces_other(report, "["))
		return usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), report);
	work_run(&w, g, &q);
	if (w.issue && article && !article_find(w.issue->articles, w.issue->narticles, article)) {
		work_finish(&w, false, NULL);
		return usage_error(_("the issue has no article with the id %s"), article);
	}
	for (const struct copyfit *f = fit.found; f; f = f->next)
		print_fit(f);
	if (w.pages && !fit.found)
		printf(_("%s: every text comes out on its pages\n"), arguments[0]);
	if (report && w.pages)
		report_write(report, json_all, &fit, w.d);
	fflush(stdout);			/* before the messages, where both go to one file */
	return work_finish(&w, false, NULL);
}

const struct command fit_command = {
	"fit", N_("ISSUE"), 1, N_("say what would bring texts onto their pages"),
	N_("For every text that is too long for its pages, or leaves room on them: by how many lines, column by\n"
	   "column, and what would help. Everything named was tried: a paragraph a line shorter, a picture\n"
	   "cropped, a pull quote in another size."),
	entries, run
};
