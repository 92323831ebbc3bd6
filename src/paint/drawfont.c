/*
 * src/paint/drawfont.c - a smaller font configuration.
 */
#include "paint/drawfont.h"
#include <fontconfig/fontconfig.h>
#include <glib.h>

/* By file name, as Noto and most families name their cuts: fontconfig 2.14 leaks
 * what is rejected by its properties. */
static const char *const unusual[] = {
	"*-*Condensed*", "*-Thin*", "*-ExtraLight*", "*-Light*", "*-DemiLight*", "*-Medium*", "*-ExtraBold*",
};

static void append_all(GString *xml, const char *element, FcStrList *names)
{
	FcChar8 *name;

	while ((name = FcStrListNext(names))) {
		char *line = g_markup_printf_escaped("<%s>%s</%s>\n", element, (char *)name, element);

		g_string_append(xml, line);
		g_free(line);
	}
	FcStrListDone(names);
}

void *drawfont_config(void *fonts_config)
{
	FcConfig *config = FcConfigCreate();
	GString *xml = g_string_new("<?xml version=\"1.0\"?>\n<fontconfig>\n");

	append_all(xml, "dir", FcConfigGetFontDirs(fonts_config));
	append_all(xml, "cachedir", FcConfigGetCacheDirs(fonts_config));
	g_string_append(xml, "<selectfont><rejectfont>\n");
	for (size_t i = 0; i < G_N_ELEMENTS(unusual); i++)
		g_string_append_printf(xml, "<glob>%s</glob>\n", unusual[i]);
	g_string_append(xml, "</rejectfont></selectfont>\n</fontconfig>\n");
	if (!FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)xml->str, FcFalse) || !FcConfigBuildFonts(config)) {
		FcConfigDestroy(config);
		config = FcConfigReference(fonts_config);
	}
	g_string_free(xml, TRUE);
	return config;
}
