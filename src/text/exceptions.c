/*
 * src/text/exceptions.c - our own list, by language. How a word is marked stands in doc/wordlist.h.
 *
 * A word belongs here if a dictionary in use divides it so that the first half
 * is read as something else ("Urin-stinkt"), if it means two things and a hyphen
 * would decide for the wrong one (Wachstube), or if it is a name that readers of
 * the magazine meet on every page.
 */
#include "text/exceptions.h"
#include <glib.h>
#include "base/arena.h"
#include "doc/wordlist.h"

static const struct { const char *lang, *words; } lists[] = {
	{ "de",
	  /* misread at the wrong joint, by one dictionary or the other */
	  "Ur=instinkt* Le-bens=mit-tel=aus-ga-be* Blu-men=topf=er-de* Hoch=seil=en-de Zwerg=els-ter* Alt=bau=er-hal-tung* Spar=gel-der* "
	  "Spar-gel=es-sen Stief=en-kel* Visa=an-trag Visa=an-trä-ge* Wahl=ur-ne* Kur=or-te* Teil=er-folg* Bau=er-laub-nis* "
	  /* two meanings: no hyphen tells them apart without choosing one */
	  "Staubecken Staubeckens Wachstube Wachstuben Musikerleben Stauende Druckerzeugnis Mieterzeugung Autorennen "
	  /* foreign words that German patterns cut through a sound */
	  "Beauty Team Teams Fair=trade "
	  /* the town's own names */
	  "Hase=ufer* Hase=tor* Os-na-brück Os-na-brücks Os-na-brü-cker Os-na-brü-cke-rin* Os-na-brü-cker-in-nen Nouruz New-roz" },
};

struct wordlist *exceptions_new(struct arena *a)
{
	struct wordlist *w = wordlist_new(a, NULL);

	for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
		char **word = g_strsplit(lists[i].words, " ", -1);

		for (size_t k = 0; word[k]; k++)
			if (*word[k])
				wordlist_add(w, lists[i].lang, word[k]);
		g_strfreev(word);
	}
	return w;
}
