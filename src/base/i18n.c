/*
 * src/base/i18n.c - the reader's language for messages.
 *
 * gettext takes the language from the environment's locale, but setlocale()
 * refuses one that is not installed, and then no message is translated. So the
 * locale is always C.UTF-8, which comes with glibc, and the language we chose
 * is handed to gettext in LANGUAGE, which it obeys in any locale but plain
 * "C". As a gain, no library ever reads or writes a decimal comma.
 */
#include "base/i18n.h"
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <glib.h>

/* The one of "de_AT.UTF-8@euro" that there is a catalogue for: "de_AT", "de" or NULL. g_free() it. */
static char *catalogue(const char *locale, const char *localedir)
{
	char *tag = g_strndup(locale, strcspn(locale, ".@"));

	g_strdelimit(tag, "-", '_');
	for (;;) {
		char *mo = g_build_filename(localedir, tag, "LC_MESSAGES", "zivos.mo", NULL);
		bool known = *tag && (strcmp(tag, "en") == 0 || g_file_test(mo, G_FILE_TEST_EXISTS));
		char *cut = strrchr(tag, '_');

		g_free(mo);
		if (known)
			return tag;
		if (!cut)
			break;
		*cut = '\0';
	}
	g_free(tag);
	return NULL;
}

/* First language of a list "de_AT:de:en" that there is a catalogue for. g_free() it. */
static char *first_known(const char *list, const char *localedir)
{
	char **tags = g_strsplit(list, ":", -1), *found = NULL;

	for (size_t i = 0; tags[i] && !found; i++)
		found = catalogue(tags[i], localedir);
	g_strfreev(tags);
	return found;
}

static bool is_plain_c(const char *locale)
{
	return strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0;
}

static char *language_of_environment(const char *localedir)
{
	static const char *const vars[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locale = NULL, *language = getenv("LANGUAGE");
	char *found = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(vars) && !(locale && *locale); i++)
		locale = getenv(vars[i]);
	/* Who says LC_ALL=C wants English, whatever LANGUAGE says: gettext's own rule. */
	if (locale && is_plain_c(locale))
		return NULL;
	if (language)
		found = first_known(language, localedir);
	if (!found && locale)
		found = catalogue(locale, localedir);
	return found;
}

bool i18n_init(const char *lang, const char *localedir)
{
	const char *dir = localedir ? localedir : "/nonexistent";
	char *found = lang ? catalogue(lang, dir) : NULL;
	bool known = found != NULL;

	if (!found)
		found = language_of_environment(dir);

	/* On a machine without C.UTF-8 messages stay English: nothing worse. */
	setlocale(LC_ALL, "C.UTF-8");
	g_setenv("LANGUAGE", found ? found : "en", TRUE);
	bindtextdomain("zivos", dir);
	bind_textdomain_codeset("zivos", "UTF-8");
	textdomain("zivos");
	g_free(found);
	return !lang || known;
}

const char *i18n_language(void)
{
	const char *language = g_getenv("LANGUAGE");

	return language ? language : "en";
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

char *i18n_languages(const char *localedir)
{
	GDir *dir = localedir ? g_dir_open(localedir, 0, NULL) : NULL;
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	const char *name;
	char *joined;

	g_ptr_array_add(names, g_strdup("en"));
	while (dir && (name = g_dir_read_name(dir))) {
		char *mo = g_build_filename(localedir, name, "LC_MESSAGES", "zivos.mo", NULL);

		if (g_file_test(mo, G_FILE_TEST_EXISTS))
			g_ptr_array_add(names, g_strdup(name));
		g_free(mo);
	}
	qsort(names->pdata, names->len, sizeof *names->pdata, by_name);
	g_ptr_array_add(names, NULL);
	joined = g_strjoinv(", ", (char **)names->pdata);
	g_ptr_array_free(names, TRUE);
	if (dir)
		g_dir_close(dir);
	return joined;
}

char *i18n_in(const char *lang, const char *message)
{
	char *before = g_strdup(g_getenv("LANGUAGE")), *text;

	/* gettext remembers what it has translated, until it is told of a domain again. */
	g_setenv("LANGUAGE", lang, TRUE);
	textdomain("zivos");
	text = g_strdup(gettext(message));
	g_setenv("LANGUAGE", before ? before : "en", TRUE);
	textdomain("zivos");
	g_free(before);
	return text;
}
