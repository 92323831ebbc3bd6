/*
 * src/base/i18n.h - the reader's language for messages, by gettext.
 *
 * English stands in the source; src/base/po/LL.po holds the other catalogues.
 * Nothing but messages depends on the locale: numbers are read and written as
 * in C everywhere.
 */
#ifndef ZIVOS_BASE_I18N_H
#define ZIVOS_BASE_I18N_H

#include <libintl.h>
#include <stdbool.h>

#define _(s) gettext(s)
#define N_(s) (s)			/* marks a string that is translated later */

/* Choose the language: lang ("de", "en") if not NULL, else the first known one
 * of LANGUAGE, LC_ALL, LC_MESSAGES, LANG, else English. Works without any
 * installed locale (glibc's C.UTF-8 is enough). Call once, before any thread.
 * localedir: the folder with LL/LC_MESSAGES/zivos.mo. false: there is no catalogue
 * for lang, and the environment chose. */
bool i18n_init(const char *lang, const char *localedir);
/* The one that was chosen: "de", "en". */
const char *i18n_language(void);
/* The languages there are: "de, en". g_free() it. */
char *i18n_languages(const char *localedir);

/* One of the messages in another language than the reader's, for a document that has its own; g_free() it.
 * English where there is no catalogue. Not while other threads speak. */
char *i18n_in(const char *lang, const char *message);

#endif
