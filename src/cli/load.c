/*
 * src/cli/load.c - the pipeline, stage by stage.
 */
#include "cli/load.h"
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/cache.h"
#include "base/data.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "base/store.h"
#include "cli/gate.h"
#include "cli/output.h"
#include "doc/issue.h"
#include "doc/layout.h"
#include "doc/node.h"
#include "doc/print.h"
#include "page/build.h"
#include "page/model.h"
#include "text/font.h"
#include "text/dictionaries.h"

/* ---- time ---- */

static double seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* By all threads, and by helpers that have ended. */
static double processor_used(void)
{
	static const int whose[] = { RUSAGE_SELF, RUSAGE_CHILDREN };
	struct rusage use;
	double sum = 0;

	for (size_t i = 0; i < G_N_ELEMENTS(whose); i++)
		if (getrusage(whose[i], &use) == 0)
			sum += seconds_of(use.ru_utime) + seconds_of(use.ru_stime);
	return sum;
}

void work_begin(struct work *w)
{
	w->started = (double)g_get_monotonic_time() / 1e6;
	w->used = processor_used();
}

static void add_timing(struct work *w, struct timing t)
{
	if (w->ntimings < G_N_ELEMENTS(w->timings))
		w->timings[w->ntimings++] = t;
}

void work_note(struct work *w, const char *name, double seconds)
{
	add_timing(w, (struct timing){ name, seconds, -1 });
}

void work_end(struct work *w, const char *name)
{
	struct work before = *w;

	work_begin(w);
	add_timing(w, (struct timing){ name, w->started - before.started, w->used - before.used });
}

static void print_timings(const struct work *w)
{
	struct rusage use;
	double sum = 0;

	for (size_t i = 0; i < w->ntimings; i++) {
		const struct timing *t = &w->timings[i];

		fprintf(stderr, "%9.1f ms  %s", t->seconds * 1000, _(t->name));
		if (t->processor >= 0)
			fprintf(stderr, " (%s: %.1f ms)", _("processors"), t->processor * 1000);
		fputc('\n', stderr);
		sum += t->seconds;
	}
	fprintf(stderr, "%9.1f ms  %s\n", sum * 1000, _("together"));
	if (getrusage(RUSAGE_SELF, &use) == 0)
		fprintf(stderr, "%9.1f MB  %s\n", (double)use.ru_maxrss / 1024, _("memory at most"));
}

/* ---- layout ---- */

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Names of the layouts there are: "einfach, zivos". g_free() it. */
static char *layouts_there(void)
{
	char *folder = data_path("layouts"), *joined;
	GDir *dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		char *file = g_build_filename(folder, name, "layout.xml", NULL);

		if (g_file_test(file, G_FILE_TEST_EXISTS))
			g_ptr_array_add(names, g_strdup(name));
		g_free(file);
	}
	qsort(names->pdata, names->len, sizeof *names->pdata, by_name);
	g_ptr_array_add(names, NULL);
	joined = g_strjoinv(", ", (char **)names->pdata);
	if (dir)
		g_dir_close(dir);
	g_ptr_array_free(names, TRUE);
	g_free(folder);
	return joined;
}

/* A name means a layout of ours; with a slash, a folder beside the issue. g_free() it; NULL: not there. */
static char *layout_file(const struct node *root, const char *name)
{
	char *inside, *path = NULL;

	if (strchr(name, '/')) {
		path = g_build_filename(root->source->folder, name, "layout.xml", NULL);
		if (!g_file_test(path, G_FILE_TEST_EXISTS))
			g_clear_pointer(&path, g_free);
	} else if (*name && *name != '.') {
		inside = g_strdup_printf("layouts/%s/layout.xml", name);
		path = data_path(inside);
		g_free(inside);
	}
	return path;
}

/* The layout that the command line names. g_free() it; NULL: not there. */
static char *layout_asked(const char *name)
{
	char *inside, *path;

	if (!strchr(name, '/'))
		return layout_file(NULL, name);
	inside = g_build_filename(name, "layout.xml", NULL);
	path = g_file_test(inside, G_FILE_TEST_EXISTS) ? g_strdup(inside) : NULL;
	g_free(inside);
	return path;
}

static struct layout *load_layout(struct work *w, const struct node *root)
{
	const char *own = issue_layout_name(root), *asked = w->q->layout, *name = asked ? asked : own;
	const struct src nowhere = { NULL, 0, 0 };
	struct layout *l = NULL;
	char *file, *there;

	if (!name)
		return NULL;
	file = asked ? layout_asked(asked) : layout_file(root, own);
	if (file) {
		l = layout_read(w->arena, file, w->d);
		if (l)
			l->stands_in = asked && g_strcmp0(asked, own) != 0;
	} else {
		there = layouts_there();
		diag_add(w->d, D_UNRESOLVED, asked ? nowhere : node_attr_at(root, "layout"),
			 _("there is no layout \"%s\"; there are: %s. A folder of your own is written with a slash: \"./my-layout\""),
			 name, there);
		g_free(there);
	}
	g_free(file);
	return l;
}

/* ---- print profile ---- */

/* The command line counts, then the layout. */
static void load_print(struct work *w)
{
	const char *name = w->q->print_profile ? w->q->print_profile : w->layout->print;
	struct src nowhere = { NULL, 0, 0 }, at = w->q->print_profile ? nowhere : w->layout->print_at;
	const char *icc = w->q->output_profile ? w->q->output_profile : w->layout->output_profile;
	struct src icc_at = w->q->output_profile ? (struct src){ w->q->output_profile, 0, 0 } : w->layout->output_profile_at;

	w->print = gate_profile(w->arena, name, at, icc, icc_at, w->d);
	if (!w->print)
		return;
	print_check_layout(w->print, w->layout, w->d);
}

struct icc *work_press(const struct work *w)
{
	return w->print ? w->print->output : NULL;
}

/* ---- pipeline ---- */

/* texts: of the issue's tree, which goes when the document is made of it. */
static bool load_model(struct work *w, struct arena *texts)
{
	struct node *root;

	work_begin(w);
	root = node_read(w->arena, texts, &issue_vocabulary, w->path, NULL, w->d);
	work_end(w, N_("reading the issue"));
	if (!root)
		return false;
	w->layout = load_layout(w, root);
	if (w->layout)
		load_print(w);
	work_end(w, N_("reading the layout"));
	if (!w->layout)
		return false;
	w->issue = issue_build(w->arena, root, w->layout, w->d);
	work_end(w, N_("building the document"));
	return w->issue != NULL;
}

static bool load_tools(struct work *w)
{
	char *conf = data_path("fonts/fonts.conf");

	if (conf)
		w->fonts = fonts_new(conf, w->d);
	else
		diag_add(w->d, D_MACHINE, (struct src){ NULL, 0, 0 },
			 _("fonts/fonts.conf was not found: zivos is not installed completely"));
	g_free(conf);
	w->kept = cache_new(w->g->cache);
	w->hyphens = hyphens_new(w->kept);
	if (w->fonts) {
		text_tools_init(&w->tools, w->fonts, w->hyphens);
		w->tools.pool = w->g->pool;
	}
	work_end(w, N_("finding the fonts"));
	return w->fonts != NULL;
}

/* Under what resolution a picture is reported: the stricter of layout and print profile counts. */
static struct page_limits page_limits(const struct work *w)
{
	struct page_limits least = { .ppi = w->layout->min_ppi, .line_ppi = w->layout->min_ppi_line };

	if (w->print)
		least = (struct page_limits){
			MAX(least.ppi, w->print->ppi_warning), w->print->ppi_line_art_warning,
			w->print->ppi_error, w->print->ppi_line_art_error, w->print->page_multiple, w->q->for_print,
		};
	return least;
}

void work_run(struct work *w, const struct global_options *g, const struct work_request *q)
{
	struct arena *texts = arena_new();
	bool modelled;

	*w = (struct work){ .g = g, .q = q, .path = q->path, .arena = arena_new(), .d = diag_new() };
	modelled = load_model(w, texts);
	arena_free(texts);
	if (!modelled || q->last == STAGE_MODEL)
		return;
	if (!load_tools(w) || q->last == STAGE_TEXT)
		return;
	w->store = store_new(g->cache);
	if (!pictures_probe(w->issue, w->store, w->arena, w->d))
		return;
	work_end(w, N_("looking at the pictures"));
	w->pages = pages_build(w->arena, w->issue, w->layout, page_limits(w), &w->tools, w->q->fit, w->d);
	work_end(w, N_("setting the pages"));
}

bool work_faulty(const struct work *w, bool strict)
{
	enum severity least = strict ? SEV_WARNING : SEV_ERROR;

	return diag_count(w->d, least) > 0 || (w->gate && findings_count(w->gate->findings, least) > 0);
}

/* ---- end ---- */

static void print_report(const void *work, FILE *f)
{
	const struct work *w = work;

	fputs("{\"messages\":", f);
	diag_print_json(w->d, f);
	if (w->gate) {
		fputs(",\"preflight\":", f);
		gate_print_json(w->gate, f);
	}
	fputs("}\n", f);
}

void work_free(struct work *w)
{
	if (w->fonts)
		text_tools_clear(&w->tools);
	hyphens_free(w->hyphens);
	cache_free(w->kept);
	store_free(w->store);
	diag_free(w->d);
	arena_free(w->arena);
	/* Last: what lies in the arena may hold fonts. */
	fonts_free(w->fonts);
}

static void print_summary(const struct work *w, bool strict)
{
	size_t errors = diag_count(w->d, SEV_ERROR), warnings = diag_count(w->d, SEV_WARNING) - errors;

	if (w->gate) {
		errors += w->gate->errors;
		warnings += w->gate->warnings;
	}
	/* A file or a program that reads the messages can count them itself. */
	if (errors + warnings == 0 || !isatty(STDERR_FILENO))
		return;
	fprintf(stderr, ngettext("%zu error, ", "%zu errors, ", errors), errors);
	fprintf(stderr, ngettext("%zu warning", "%zu warnings", warnings), warnings);
	fprintf(stderr, "%s\n", strict && warnings ? _(" (--strict: warnings count as errors)") : "");
}

enum exit_status work_report(struct work *w, bool strict, const char *report)
{
	if (report)
		report_write(report, print_report, w, w->d);
	diag_print(w->d, stderr, use_colour(w->g, stderr));
	if (w->gate)
		gate_print(w->gate, stderr, use_colour(w->g, stderr));
	print_summary(w, strict);
	if (w->g->timings)
		print_timings(w);
	return diag_machine_failed(w->d) ? EXIT_MACHINE : work_faulty(w, strict) ? EXIT_INPUT : EXIT_DONE;
}

enum exit_status work_finish(struct work *w, bool strict, const char *report)
{
	enum exit_status status = work_report(w, strict, report);

	work_free(w);
	return status;
}

/* ---- pages and progress ---- */

/* A whole number from 1 at *s, which moves on; 0: there is none. */
static long page_number(const char **s)
{
	char *end;
	long n;

	if (!g_ascii_isdigit(**s))
		return 0;
	errno = 0;
	n = strtol(*s, &end, 10);
	*s = end;
	return errno ? 0 : n;
}

/* Mark what "3-8,10" names, as far as there are n. false: it is no such list. */
static bool mark_pages(const char *list, bool *chosen, size_t n)
{
	for (const char *s = list;; s++) {
		long from = page_number(&s), to = from;

		if (from && *s == '-') {
			s++;
			to = *s && *s != ',' ? page_number(&s) : LONG_MAX;
		}
		if (from < 1 || to < from || (*s && *s != ','))
			return false;
		for (long i = from; i <= to && i <= (long)n; i++)
			chosen[i - 1] = true;
		if (!*s)
			return true;
	}
}

bool pages_list_valid(const char *list)
{
	return !list || mark_pages(list, NULL, 0);
}

int *pages_choose(const struct pages *p, const char *list, bool overset, size_t *n)
{
	bool *chosen = g_new0(bool, p->npages + 1);
	int *at = g_new(int, p->npages + 1);

	*n = 0;
	mark_pages(list ? list : "1-", chosen, p->npages);
	for (size_t i = 0; i < p->npages; i++)
		if (chosen[i] && (overset || !p->pages[i].overset))
			at[(*n)++] = (int)i;
	g_free(chosen);
	return at;
}

char *issue_name(const char *path)
{
	char *file = g_path_get_basename(path), *whole, *folder, *name;

	if (strcmp(file, "issue.xml") != 0) {
		name = g_str_has_suffix(file, ".xml") ? g_strndup(file, strlen(file) - strlen(".xml")) : g_strdup(file);
	} else {
		whole = g_canonicalize_filename(path, NULL);
		folder = g_path_get_dirname(whole);
		name = g_path_get_basename(folder);
		g_free(folder);
		g_free(whole);
	}
	g_free(file);
	return name;
}

static void show_progress(void *what, size_t done, size_t all)
{
	if (done < all)
		fprintf(stderr, "\r\033[K%s %zu/%zu", (const char *)what, done, all);
	else
		fputs("\r\033[K", stderr);
	fflush(stderr);
}

progress_fn progress_on_terminal(void)
{
	return isatty(STDERR_FILENO) ? show_progress : NULL;
}
