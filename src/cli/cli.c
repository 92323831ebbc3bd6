/*
 * src/cli/cli.c - find the command, parse its options, print the help.
 *
 * GOption parses; help is printed from the same tables here, since GLib's own
 * words are translated only where its catalogues are installed.
 */
#include "cli/cli.h"
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/data.h"
#include "base/i18n.h"
#include "base/pool.h"
#include "doc/node.h"

static const struct command *const commands[] = {
	&build_command, &check_command, &pages_command, &fonts_command, &dump_command, &fit_command, &schema_command, &plan_command,
	&preflight_command, &impose_command,
};

#define THREADS_UNSAID -1

/* Set once by cli_main() before any command: GOption writes through pointers in static tables. */
static struct global_options globals = { .threads = THREADS_UNSAID };
static gboolean want_help, want_version;
static char **rest;

static const GOptionEntry global_entries[] = {
	{ "lang", 0, 0, G_OPTION_ARG_STRING, &globals.lang, N_("language of the messages: en, de"), N_("LANG") },
	{ "cache", 0, 0, G_OPTION_ARG_FILENAME, &globals.cache, N_("keep converted pictures and measured ink in this folder"), N_("DIR") },
	{ "threads", 0, 0, G_OPTION_ARG_INT, &globals.threads, N_("work on so many things at a time; else as many as there are processors, at most 8"), N_("N") },
	{ "timings", 0, 0, G_OPTION_ARG_NONE, &globals.timings, N_("say how long each stage took"), NULL },
	{ "color", 0, 0, G_OPTION_ARG_STRING, &globals.colour, N_("colours in messages: auto, always, never"), N_("WHEN") },
	{ "help", 'h', 0, G_OPTION_ARG_NONE, &want_help, N_("show this help"), NULL },
	{ "version", 0, 0, G_OPTION_ARG_NONE, &want_version, N_("show the version"), NULL },
	{ G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
	{ NULL, 0, 0, 0, NULL, NULL, NULL }
};

static const struct command *running;	/* the one that was named */

enum exit_status usage_error(const char *fmt, ...)
{
	va_list args;

	fputs("zivos: ", stderr);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fprintf(stderr, "\n");
	if (running)
		fprintf(stderr, _("More: zivos %s --help\n"), running->name);
	else
		fprintf(stderr, "%s\n", _("Try: zivos --help"));
	return EXIT_USAGE;
}

bool use_colour(const struct global_options *g, FILE *out)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	if (g->colour && strcmp(g->colour, "auto") != 0)
		return strcmp(g->colour, "always") == 0;
	return isatty(fileno(out)) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

/* ---- help ---- */

/* "  -o, --output=FILE" filled up to the column where explanations start. */
static void print_option(const GOptionEntry *e)
{
	enum { COLUMN = 26 };
	char *name = g_strdup_printf("%c%c%s--%s%s%s", e->short_name ? '-' : ' ', e->short_name ? e->short_name : ' ',
				     e->short_name ? ", " : "  ", e->long_name,
				     e->arg_description ? "=" : "", e->arg_description ? _(e->arg_description) : "");
	glong fill = COLUMN - g_utf8_strlen(name, -1);

	printf("  %s%*s%s\n", name, (int)MAX(fill, 2), "", _(e->description));
	g_free(name);
}

static void print_options(const char *title, const GOptionEntry *e)
{
	if (!e || !e->long_name)
		return;
	printf("\n%s\n", title);
	for (; e->long_name; e++)
		if (*e->long_name)		/* G_OPTION_REMAINING is empty */
			print_option(e);
}

static void print_command_help(const struct command *c)
{
	printf(_("Usage: zivos %s %s [OPTION...]\n"), c->name, _(c->arguments));
	printf("\n%s\n", _(c->summary));
	if (c->help)
		printf("\n%s\n", _(c->help));
	print_options(_("Options:"), c->options);
	print_options(_("For every command:"), global_entries);
}

static void print_help(void)
{
	printf("%s\n\n", _("Usage: zivos COMMAND [OPTION...]"));
	printf("%s\n\n", _("zivos sets a magazine from XML and makes a PDF of it."));
	printf("%s\n", _("Commands:"));
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		printf("  %-11s%s\n", commands[i]->name, _(commands[i]->summary));
	print_options(_("For every command:"), global_entries);
	printf("\n%s\n%s\n", _("zivos COMMAND --help tells more about one."),
	       _("Exit status: 0 done, 1 errors in the issue, 2 wrong usage, 3 the machine failed (disk, memory)."));
}

/* ---- parsing ---- */

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static enum exit_status unknown_command(const char *name)
{
	const char *names[G_N_ELEMENTS(commands) + 1] = { NULL }, *meant;

	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
		names[i] = commands[i]->name;
	meant = nearest_name(name, names);
	return meant ? usage_error(_("there is no command %s; did you mean %s?"), name, meant) : usage_error(_("there is no command %s"), name);
}

/* The language must be known before anything is said, so also before parsing. */
static const char *language_asked(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (g_str_has_prefix(argv[i], "--lang="))
			return argv[i] + strlen("--lang=");
		if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			return argv[i + 1];
	}
	return NULL;
}

static enum exit_status parse_error(const GError *e)
{
	/* GLib's sentence ends with the option's name, in any language. */
	const char *dash = strstr(e->message, " -"), *name = dash ? dash + 1 : e->message;

	if (e->code == G_OPTION_ERROR_UNKNOWN_OPTION)
		return usage_error(_("there is no option %s"), name);
	if (e->code == G_OPTION_ERROR_BAD_VALUE)
		return usage_error(_("the option %s needs a value"), name);
	return usage_error("%s", e->message);
}

/* The option counts, then the environment. false: it is no such number (said). */
static bool find_threads(struct global_options *g)
{
	const char *said = getenv("ZIVOS_THREADS");
	gint64 n = 0;

	if (g->threads == THREADS_UNSAID && said && *said) {
		if (!g_ascii_string_to_signed(said, 10, 1, POOL_MOST, &n, NULL)) {
			usage_error(_("ZIVOS_THREADS is a number from 1 to %d, not %s"), POOL_MOST, said);
			return false;
		}
	} else if (g->threads != THREADS_UNSAID) {
		n = g->threads;
		if (n < 1 || n > POOL_MOST) {
			usage_error(_("--threads takes a number from 1 to %d, not %d"), POOL_MOST, g->threads);
			return false;
		}
	}
	g->threads = (int)n;
	return true;
}

static enum exit_status run_command(const struct command *c)
{
	enum exit_status status;
	int n = rest ? (int)g_strv_length(rest) : 0;

	if (n < c->narguments)
		return usage_error(_("%s: %s is missing"), c->name, _(c->arguments));
	if (n > c->narguments)
		return usage_error(_("%s: one argument too many: %s"), c->name, rest[c->narguments]);
	if (globals.colour && !g_strv_contains((const char *const[]){ "auto", "always", "never", NULL }, globals.colour))
		return usage_error(_("--color takes auto, always or never, not %s"), globals.colour);
	if (!find_threads(&globals))
		return EXIT_USAGE;
	globals.pool = pool_new((unsigned)globals.threads);
	status = c->run(&globals, rest);
	pool_free(globals.pool);
	return status;
}

/* What was written to stdout may fail to arrive only now. */
static enum exit_status close_output(enum exit_status status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fprintf(stderr, "zivos: %s\n", _("the output could not be written"));
	return EXIT_MACHINE;
}

int cli_main(int argc, char **argv)
{
	char *locale, *languages;
	const char *lang = language_asked(argc, argv);
	const struct command *c = NULL;
	GOptionContext *context = NULL;
	GError *e = NULL;
	enum exit_status status = EXIT_DONE;

	/* A file that grows beyond the system's limit is an error of writing, no death. */
	signal(SIGXFSZ, SIG_IGN);
	locale = data_path("locale");
	if (!i18n_init(lang, locale)) {
		languages = i18n_languages(locale);
		status = usage_error(_("--lang: there are no messages in \"%s\"; there are: %s"), lang, languages);
		g_free(languages);
		goto out;
	}
	if (argc > 1 && argv[1][0] != '-') {
		running = c = find_command(argv[1]);
		if (!c) {
			status = unknown_command(argv[1]);
			goto out;
		}
		argv[1] = argv[0];
		argc--;
		argv++;
	}
	context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	if (c && c->options)
		g_option_context_add_main_entries(context, c->options, NULL);
	g_option_context_add_main_entries(context, global_entries, NULL);
	if (!g_option_context_parse(context, &argc, &argv, &e))
		status = parse_error(e);
	else if (want_version)
		printf("zivos %s\n", ZIVOS_VERSION);
	else if (want_help && c)
		print_command_help(c);
	else if (want_help)
		print_help();
	else if (c)
		status = run_command(c);
	else if (rest)
		status = usage_error(_("the command comes first: zivos COMMAND %s"), rest[0]);
	else
		status = usage_error("%s", _("a command is missing"));
out:
	status = close_output(status);
	g_free(locale);
	g_clear_error(&e);
	if (context)
		g_option_context_free(context);
	g_strfreev(rest);
	g_free(globals.lang);
	g_free(globals.cache);
	g_free(globals.colour);
	return (int)status;
}
