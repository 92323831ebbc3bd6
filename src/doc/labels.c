/*
 * src/doc/labels.c - the words that pages say by themselves, by language.
 *
 * A layout's own come first. What none gives is taken from the table here: the
 * lines of a jump, in the languages the magazine is made in; # is the number.
 */
#include <glib.h>
#include <string.h>
#include "doc/layout.h"

static const struct label built_in[] = {
	{ "continued-on", "de", "Fortsetzung auf Seite #" },		{ "continued-from", "de", "Fortsetzung von Seite #" },
	{ "continued-on", "en", "Continued on page #" },		{ "continued-from", "en", "Continued from page #" },
	{ "continued-on", "fr", "Suite page #" },			{ "continued-from", "fr", "Suite de la page #" },
	{ "continued-on", "es", "Continúa en la página #" },		{ "continued-from", "es", "Viene de la página #" },
	{ "continued-on", "it", "Continua a pagina #" },		{ "continued-from", "it", "Segue da pagina #" },
	{ "continued-on", "pt", "Continua na página #" },		{ "continued-from", "pt", "Continuação da página #" },
	{ "continued-on", "nl", "Vervolg op pagina #" },		{ "continued-from", "nl", "Vervolg van pagina #" },
	{ "continued-on", "ro", "Continuare în pagina #" },		{ "continued-from", "ro", "Urmare din pagina #" },
	{ "continued-on", "pl", "Ciąg dalszy na stronie #" },		{ "continued-from", "pl", "Ciąg dalszy ze strony #" },
	{ "continued-on", "hr", "Nastavak na stranici #" },		{ "continued-from", "hr", "Nastavak sa stranice #" },
	{ "continued-on", "sr", "Наставак на страни #" },		{ "continued-from", "sr", "Наставак са стране #" },
	{ "continued-on", "bg", "Продължава на страница #" },		{ "continued-from", "bg", "Продължение от страница #" },
	{ "continued-on", "ru", "Продолжение на странице #" },		{ "continued-from", "ru", "Продолжение со страницы #" },
	{ "continued-on", "uk", "Продовження на сторінці #" },		{ "continued-from", "uk", "Продовження зі сторінки #" },
	{ "continued-on", "el", "Συνέχεια στη σελίδα #" },		{ "continued-from", "el", "Συνέχεια από τη σελίδα #" },
	{ "continued-on", "sq", "Vijon në faqen #" },			{ "continued-from", "sq", "Vijon nga faqja #" },
	{ "continued-on", "tr", "Devamı #. sayfada" },			{ "continued-from", "tr", "#. sayfadan devam" },
	{ "continued-on", "kmr", "Dom di rûpela # de" },		{ "continued-from", "kmr", "Dom ji rûpela #" },
	{ "continued-on", "ckb", "درێژەی لە لاپەڕەی #" },		{ "continued-from", "ckb", "درێژەی لاپەڕەی #" },
	{ "continued-on", "ar", "التتمة في الصفحة #" },			{ "continued-from", "ar", "تتمة الصفحة #" },
	{ "continued-on", "fa", "ادامه در صفحهٔ #" },			{ "continued-from", "fa", "ادامه از صفحهٔ #" },
	{ "continued-on", "prs", "ادامه در صفحهٔ #" },			{ "continued-from", "prs", "ادامه از صفحهٔ #" },
	{ "continued-on", "ps", "پاتې برخه په # مخ کې" },		{ "continued-from", "ps", "د # مخ پاتې برخه" },
	{ "continued-on", "ur", "بقیہ صفحہ # پر" },			{ "continued-from", "ur", "بقیہ از صفحہ #" },
	{ "continued-on", "he", "המשך בעמוד #" },			{ "continued-from", "he", "המשך מעמוד #" },
	{ "continued-on", "ti", "ናብ ገጽ # ይቕጽል" },			{ "continued-from", "ti", "ካብ ገጽ # ዝቐጸለ" },
	{ "continued-on", "am", "ወደ ገጽ # ይቀጥላል" },			{ "continued-from", "am", "ከገጽ # የቀጠለ" },
	{ "continued-on", "hi", "शेष पृष्ठ # पर" },			{ "continued-from", "hi", "पृष्ठ # का शेष" },
	{ "continued-on", "vi", "Xem tiếp trang #" },			{ "continued-from", "vi", "Tiếp theo trang #" },
	{ "continued-on", "zh", "下转第#页" },				{ "continued-from", "zh", "上接第#页" },
	{ "continued-on", "zh-Hant", "下轉第#頁" },			{ "continued-from", "zh-Hant", "上接第#頁" },
	{ "continued-on", "ja", "#ページへ続く" },			{ "continued-from", "ja", "#ページから続く" },
};

static const char *find(const struct label *labels, size_t count, const char *key, const char *lang, size_t n)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(labels[i].key, key) == 0 && strlen(labels[i].lang) == n && g_ascii_strncasecmp(labels[i].lang, lang, n) == 0)
			return labels[i].text;
	return NULL;
}

/* In the language, else in its base language; the layout's before ours. */
static const char *in_language(const struct layout *l, const char *key, const char *lang)
{
	const size_t lengths[] = { strlen(lang), strcspn(lang, "-") };
	const char *text = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(lengths) && !text; i++) {
		text = find(l->labels, l->nlabels, key, lang, lengths[i]);
		if (!text)
			text = find(built_in, G_N_ELEMENTS(built_in), key, lang, lengths[i]);
	}
	return text;
}

bool layout_has_label(const struct layout *l, const char *key, const char *lang)
{
	return in_language(l, key, lang) != NULL;
}

const char *layout_label(const struct layout *l, const char *key, const char *lang)
{
	const char *text = in_language(l, key, lang);

	if (!text)
		text = in_language(l, key, "en");
	if (!text)
		text = in_language(l, key, "de");
	return text ? text : key;
}
