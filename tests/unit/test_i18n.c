/* tests/unit/test_i18n.c - messages in the reader's language, without any installed locale. */
#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/data.h"
#include "base/i18n.h"

static const char *const vars[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };

static const struct {
	const char *name, *asked, *env[G_N_ELEMENTS(vars)], *expected;
} cases[] = {
	{ "nothing-set",        NULL, { NULL, NULL, NULL, NULL },                "error" },
	{ "lang",               NULL, { NULL, NULL, NULL, "de_DE.UTF-8" },       "Fehler" },
	{ "austrian",           NULL, { NULL, NULL, NULL, "de_AT" },             "Fehler" },
	{ "lc-all-wins",        NULL, { NULL, "en_GB.UTF-8", NULL, "de_DE" },    "error" },
	{ "lc-messages",        NULL, { NULL, NULL, "de_DE.UTF-8", "en_US" },    "Fehler" },
	{ "language-list",      NULL, { "xx:de:en", NULL, NULL, "en_US.UTF-8" }, "Fehler" },
	{ "c-utf8-and-language", NULL, { "de", "C.UTF-8", NULL, NULL },          "Fehler" },
	{ "plain-c",            NULL, { "de", "C", NULL, NULL },                 "error" },
	{ "unknown",            NULL, { NULL, NULL, NULL, "xx_YY.UTF-8" },       "error" },
	{ "option",             "de", { "en", "en_US.UTF-8", NULL, NULL },       "Fehler" },
	{ "option-english",     "en", { NULL, NULL, NULL, "de_DE.UTF-8" },       "error" },
	{ "option-unknown",     "xx", { NULL, NULL, NULL, "de_DE.UTF-8" },       "Fehler" },
};

static void language(const void *data)
{
	size_t i = (size_t)GPOINTER_TO_INT(data);
	char *dir = data_path("locale"), number[16];

	g_assert_nonnull(dir);
	for (size_t k = 0; k < G_N_ELEMENTS(vars); k++)
		if (cases[i].env[k])
			g_setenv(vars[k], cases[i].env[k], TRUE);
		else
			g_unsetenv(vars[k]);
	g_assert_cmpint(i18n_init(cases[i].asked, dir), ==, g_strcmp0(cases[i].asked, "xx") != 0);
	g_assert_cmpstr(_("error"), ==, cases[i].expected);
	snprintf(number, sizeof number, "%.1f", 1.5);
	g_assert_cmpstr(number, ==, "1.5");
	g_free(dir);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		char *path = g_strdup_printf("/i18n/%s", cases[i].name);

		g_test_add_data_func(path, GINT_TO_POINTER((int)i), language);
		g_free(path);
	}
	return g_test_run();
}
