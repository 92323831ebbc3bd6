/*
 * src/cli/build.c - zivos build: an issue becomes a PDF.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/outfile.h"
#include "base/temp.h"
#include "cli/cli.h"
#include "cli/delivery.h"
#include "cli/gate.h"
#include "cli/load.h"
#include "cli/output.h"
#include "cli/placed.h"
#include "cli/printing.h"
#include "doc/print.h"
#include "paint/pdf.h"
#include "text/font.h"

static char *output, *profile_name, *page_list, *report, *print_profile, *output_profile, *marks, *layout;
static gboolean strict, no_delivery;

static const struct { const char *name; enum profile profile; bool with_faults; } profiles[] = {
	{ "screen", PROFILE_SCREEN, false },
	{ "print",  PROFILE_PRINT,  false },
	{ "draft",  PROFILE_DRAFT,  true },
};

static const GOptionEntry entries[] = {
	{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("write this file, or into this folder"), N_("FILE") },
	{ "profile", 'p', 0, G_OPTION_ARG_STRING, &profile_name, N_("screen, print or draft"), N_("PROFILE") },
	{ "pages", 0, 0, G_OPTION_ARG_STRING, &page_list, N_("only these pages: 3-8,10"), N_("LIST") },
	{ "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout,
	  N_("layout in place of the issue's: a name of layouts, or a folder with a layout.xml"), N_("NAME") },
	{ "print-profile", 0, 0, G_OPTION_ARG_FILENAME, &print_profile,
	  N_("print profile in place of the layout's: a name of layouts/print, or a file"), N_("NAME") },
	{ "output-profile", 0, 0, G_OPTION_ARG_FILENAME, &output_profile,
	  N_("ICC file of the press in place of the print profile's"), N_("FILE") },
	{ "marks", 0, 0, G_OPTION_ARG_STRING, &marks,
	  N_("printer's marks in place of the print profile's: crop,registration,colour,slug, all or none"), N_("LIST") },
	{ "no-delivery", 0, 0, G_OPTION_ARG_NONE, &no_delivery, N_("print: without the sheet for the print shop, NAME-begleitblatt.pdf"), NULL },
	{ "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("warnings count as errors"), NULL },
	{ "report", 0, 0, G_OPTION_ARG_FILENAME, &report, N_("write all messages to this file, as JSON"), N_("FILE") },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

/* What became of the output. */
struct outcome {
	bool written;			/* under its finished name */
	size_t npages;			/* how many were to be written */
	char *sheet;			/* for the print shop, or NULL */
	char *unsheeted;		/* an earlier one that was taken away, or NULL */
	char *rejected, *previous;	/* where the output lies instead; where an earlier one of that name */
	bool stale;			/* an earlier one could not be moved and still has its name */
};

/* The file to write. g_free() it. */
static char *output_path(const char *issue, const char *profile)
{
	char *name = issue_name(issue), *file = g_strdup_printf("%s-%s.pdf", name, profile), *path = output_in(output, file);

	g_free(name);
	g_free(file);
	return path;
}

/* ---- the names of a print PDF: finished, rejected, previous ---- */

#define REJECTED ".rejected.pdf"
#define PREVIOUS ".previous.pdf"

static bool move(const char *from, const char *to, struct diag *d)
{
	if (rename(from, to) == 0)
		return true;
	diag_add(d, D_WRITE_FAILED, (struct src){ to, 0, 0 }, _("%s cannot be moved here: %s"), from, write_reason(errno));
	return false;
}

/*
 * A rejected PDF must not be taken for a finished one, nor an earlier finished
 * one for this one: whoever looks for the finished name finds none, and what
 * there was under it is kept as the previous one. Takes out.
 */
static void reject(struct work *w, struct outfile *out, struct outcome *o)
{
	const char *target = outfile_target(out);
	char *finished = g_strdup(target);

	if (!target) {		/* a pipe: nothing of it is sent */
		outfile_abort(out);
		return;
	}
	o->rejected = output_beside(finished, REJECTED);
	if (g_file_test(finished, G_FILE_TEST_EXISTS)) {
		o->previous = output_beside(finished, PREVIOUS);
		o->stale = !move(finished, o->previous, w->d);
		if (o->stale)
			g_clear_pointer(&o->previous, g_free);
	}
	outfile_divert(out, o->rejected);
	if (!outfile_commit(out, w->d))
		g_clear_pointer(&o->rejected, g_free);
	g_free(finished);
}

/* Takes out. false: reported. */
static bool finish(struct work *w, struct outfile *out)
{
	char *stale = outfile_target(out) ? output_beside(outfile_target(out), REJECTED) : NULL;
	bool ok = outfile_commit(out, w->d);

	if (ok && stale)
		unlink(stale);
	g_free(stale);
	return ok;
}

/* ---- writing ---- */

/* What was written, judged before it has a name. false: the preflight could not run (reported). */
static bool judge(struct work *w, const char *path, const char *folder, const struct outfile *out)
{
	struct gate *g = gate_judge(w->arena, &(struct gate_request){
		.file = outfile_temp(out), .name = path, .profile = w->print, .folder = folder, .cache = w->g->cache,
		.ink = true, .part = page_list != NULL }, w->d);

	w->gate = g;
	if (g) {
		gate_join(g, w->d);
		work_note(w, N_("preflight"), g->seconds);
		work_note(w, N_("ink coverage"), g->ink_seconds);
	}
	work_begin(w);
	return g != NULL;
}

/* The sheet that goes with the finished PDF; a part of an issue is not delivered. */
static void deliver(struct work *w, const char *pdf, const int *chosen, size_t n, struct outcome *o)
{
	if (no_delivery || page_list)
		o->unsheeted = delivery_remove(pdf);
	else if (delivery_write(w, pdf, chosen, n))
		o->sheet = delivery_path(pdf);
	work_end(w, N_("sheet for the print shop"));
}

/* A print PDF. Takes out. */
static bool make_print(struct work *w, const char *path, const int *chosen, size_t n, struct outfile *out, struct outcome *o)
{
	char *folder = g_path_get_dirname(w->path), *target = g_strdup(outfile_target(out));	/* NULL: a pipe */
	bool painted = w->print && print_paint(w, chosen, n, folder, strict, out) && !work_faulty(w, strict);
	bool ok = painted && outfile_settle(out) && judge(w, path, folder, out);

	if (painted && !outfile_settle(out))
		outfile_commit(out, w->d);	/* it does not, and says why */
	else if (!ok)
		outfile_abort(out);
	else if (work_faulty(w, strict))
		reject(w, out, o);
	else
		o->written = finish(w, out);
	if (ok)
		work_end(w, N_("writing the file"));
	if (target && o->written)
		deliver(w, target, chosen, n, o);
	else if (target && ok)
		o->unsheeted = delivery_remove(target);
	g_free(target);
	g_free(folder);
	return o->written;
}

/* A PDF for the screen, or a draft. Takes out. */
static bool make_screen(struct work *w, enum profile profile, const int *chosen, size_t n, struct outfile *out)
{
	bool ok = pdf_write(w->pages, chosen, n, profile, work_press(w), fonts_config(w->fonts), w->store, w->g->pool, out,
			    progress_on_terminal(), _("page"), w->d);

	/* A picture may turn out to be faulty when it is needed. */
	if (profile != PROFILE_DRAFT && work_faulty(w, strict))
		ok = false;
	if (ok)
		ok = outfile_commit(out, w->d);
	else
		outfile_abort(out);
	work_end(w, N_("painting the pages"));
	return ok;
}

static void write_pdf(struct work *w, const char *path, enum profile profile, struct outcome *o)
{
	int *chosen = pages_choose(w->pages, page_list, profile == PROFILE_DRAFT, &o->npages);
	struct outfile *out = o->npages ? outfile_new(path, w->d) : NULL;

	if (out && profile == PROFILE_PRINT)
		o->written = make_print(w, path, chosen, o->npages, out, o);
	else if (out)
		o->written = make_screen(w, profile, chosen, o->npages, out);
	g_free(chosen);
}

/* ---- the command ---- */

/* All files that a build may make or replace beside the report: the PDF, and what goes with it for print.
 * NULL-terminated, g_strfreev() it. */
static char **files_of(const char *path, enum profile profile)
{
	char *target = outfile_followed(path);
	const char *pdf = target ? target : path;
	GPtrArray *files = g_ptr_array_new();

	g_ptr_array_add(files, g_strdup(path));
	if (profile == PROFILE_PRINT) {
		g_ptr_array_add(files, output_beside(pdf, REJECTED));
		g_ptr_array_add(files, output_beside(pdf, PREVIOUS));
		if (!no_delivery)
			g_ptr_array_add(files, delivery_path(pdf));
	}
	g_ptr_array_add(files, NULL);
	g_free(target);
	return (char **)g_ptr_array_free(files, FALSE);
}

/* Whether the report and everything else have their own files, and replace none that is not theirs. false: said. */
static bool files_free(char *const *files)
{
	const char *other = replaces_other(report, "{") ? report : NULL;

	for (size_t i = 0; files[i]; i++) {
		if (!other && replaces_other(files[i], "%PDF"))
			other = files[i];
		if (report && same_output(report, files[i])) {
			usage_error(_("the report and the output would be one file, %s; name another for the report"), report);
			return false;
		}
	}
	if (other)
		usage_error(_("%s is a file of another kind and would be replaced; name another for the output"), other);
	return !other;
}

/* The file to write, or NULL after saying what is wrong with it. */
static char *checked_path(const char *issue, size_t k)
{
	char *path = output_path(issue, profiles[k].name), **files = files_of(path, profiles[k].profile);
	bool own = same_file(path, issue);

	if (own)
		usage_error(_("the output would replace the issue itself: %s"), path);
	if (own || !files_free(files))
		g_clear_pointer(&path, g_free);
	g_strfreev(files);
	return path;
}

/* Faults that a draft shows in their places, while print is refused. */
static const enum diag_id in_draft[] = {
	D_GLYPH_MISSING, D_PICTURE_MISSING, D_PICTURE_BAD, D_OVERSET, D_PICTURE_COARSE, D_PDF_UNPRINTABLE,
};

/* Whether a draft would show where at least one of the errors is. */
static bool draft_helps(const struct work *w)
{
	const struct message *m;

	if (!w->pages || w->gate || diag_machine_failed(w->d))
		return false;
	for (size_t i = 0; (m = diag_get(w->d, i)); i++)
		for (size_t k = 0; m->severity == SEV_ERROR && k < G_N_ELEMENTS(in_draft); k++)
			if (m->id == in_draft[k])
				return true;
	return false;
}

/* Why there is no new file, and what lies there instead. */
static void say_unwritten(const struct work *w, const char *path, bool drafts)
{
	bool only_strict = strict && work_faulty(w, true) && !work_faulty(w, false);

	fprintf(stderr, only_strict ? _("%s was not written, because of --strict: warnings count as errors.\n") : _("%s was not written.\n"), path);
	if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
		fprintf(stderr, _("The file of this name is still the earlier one.\n"));
	if (!drafts && draft_helps(w))
		fprintf(stderr, _("Marked in their places these faults are shown by: zivos build %s --profile draft\n"), w->path);
}

/* After the messages: what became of the output, the verdict last. */
static void say_outcome(const struct work *w, const struct outcome *o, const char *path, bool drafts)
{
	if (o->rejected && o->stale)
		fprintf(stderr, _("The PDF is kept as %s, to look at.\n"), o->rejected);
	else if (o->rejected)
		fprintf(stderr, _("The PDF is kept as %s, to look at; nothing bears the name %s.\n"), o->rejected, path);
	else if (!o->written)
		say_unwritten(w, path, drafts);
	if (o->stale)
		fprintf(stderr, _("%s is still the PDF of an earlier build, not this issue: do not send it.\n"), path);
	if (o->previous)
		fprintf(stderr, _("The earlier finished file is now %s.\n"), o->previous);
	if (o->unsheeted)
		fprintf(stderr, _("%s, the earlier file's sheet for the print shop, was removed.\n"), o->unsheeted);
	if (o->sheet)
		fprintf(stderr, _("%s: sheet for the print shop\n"), o->sheet);
	if (w->gate)
		gate_print_verdict(w->gate, o->written, stderr);
	else if (o->written && isatty(STDERR_FILENO))
		fprintf(stderr, ngettext("%s: %zu page\n", "%s: %zu pages\n", o->npages), path, o->npages);
}

static enum exit_status build(const struct global_options *g, const char *issue, const char *path, size_t k)
{
	const struct work_request q = {
		.path = issue, .last = STAGE_PAGES, .for_print = profiles[k].profile == PROFILE_PRINT, .layout = layout,
		.print_profile = print_profile, .output_profile = output_profile,
	};
	struct outcome o = { .npages = 1 };
	char **files = files_of(path, profiles[k].profile);
	const char *own;
	struct work w;
	enum exit_status status;

	work_run(&w, g, &q);
	placed_check(&w, profiles[k].profile == PROFILE_PRINT);
	if (marks && w.print)
		print_marks_read(marks, &w.print->marks);
	own = placed_among(&w, files);
	if (w.pages && !own && (profiles[k].with_faults || !work_faulty(&w, strict)))
		write_pdf(&w, path, profiles[k].profile, &o);
	status = work_report(&w, strict, report);
	if (!o.npages && page_list)
		status = usage_error(_("--pages %s names no page of the issue"), page_list);
	else if (own)
		status = usage_error(_("%s is a picture or advertisement of the issue and would be replaced; name another for the output"), own);
	else
		say_outcome(&w, &o, path, profiles[k].with_faults);
	work_free(&w);
	g_strfreev(files);
	g_free(o.sheet);
	g_free(o.unsheeted);
	g_free(o.rejected);
	g_free(o.previous);
	return status;
}

static enum exit_status run(const struct global_options *g, char **arguments)
{
	size_t k = 0;
	char *path;
	enum exit_status status = EXIT_USAGE;

	while (profile_name && k < G_N_ELEMENTS(profiles) && strcmp(profiles[k].name, profile_name) != 0)
		k++;
	if (k == G_N_ELEMENTS(profiles))
		return usage_error(_("--profile takes screen, print or draft, not %s"), profile_name);
	if (!pages_list_valid(page_list))
		return usage_error(_("--pages takes numbers and ranges like 3-8,10, not %s"), page_list);
	if (marks && !print_marks_read(marks, &(struct print_marks){ 0 }))
		return usage_error(_("--marks takes crop, registration, colour and slug, with commas between, or all or none; not %s"), marks);
	if (marks && profiles[k].profile != PROFILE_PRINT)
		return usage_error("%s", _("--marks is for --profile print: the other profiles have no room for marks"));
	path = checked_path(arguments[0], k);
	if (path)
		status = build(g, arguments[0], path, k);
	g_free(path);
	return status;
}

const struct command build_command = {
	"build", N_("ISSUE"), 1, N_("make a PDF"),
	N_("Without --output the PDF is written to the current folder, as NAME-PROFILE.pdf; NAME is\n"
	   "that of the issue's folder. Profiles: screen, the default, with links and bookmarks; print,\n"
	   "PDF/X for the print shop; draft, which shows each fault in its place. With errors in the\n"
	   "issue, screen and print leave an earlier PDF as it is. A print PDF is judged as by zivos\n"
	   "preflight before it gets its name; with an error in it it is kept as NAME.rejected.pdf."),
	entries, run
};
