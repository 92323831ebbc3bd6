/*
 * src/base/drawfont.c - a smaller font configuration.
 */
#include "base/drawfont.h"
#include <stdbool.h>
#include <fontconfig/fontconfig.h>
#include <string.h>
#include <sys/stat.h>
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

char *drawfont_file(void *fonts_config)
{
	FcStrList *files = FcConfigGetConfigFiles(fonts_config);
	FcChar8 *first = files ? FcStrListNext(files) : NULL;
	char *copy = g_strdup((const char *)first);

	if (files)
		FcStrListDone(files);
	return copy;
}

/* By the folders' times: a font that is replaced is renamed into its folder. */
char *drawfont_digest(void *fonts_config)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	FcStrList *dirs = FcConfigGetFontDirs(fonts_config);
	FcChar8 *dir;
	char *digest;

	while (dirs && (dir = FcStrListNext(dirs))) {
		struct stat st;
		char *line;

		if (stat((const char *)dir, &st))
			continue;
		line = g_strdup_printf("%s %lld %ld\n", (const char *)dir, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
		g_checksum_update(sum, (const guchar *)line, -1);
		g_free(line);
	}
	if (dirs)
		FcStrListDone(dirs);
	digest = g_strdup(g_checksum_get_string(sum));
	g_checksum_free(sum);
	return digest;
}

void *drawfont_open(const char *file)
{
	FcConfig *whole = FcConfigCreate(), *config = NULL;

	/* Its folders are enough: they are looked through once, for the smaller one. */
	if (FcConfigParseAndLoad(whole, (const FcChar8 *)file, FcTrue))
		config = drawfont_config(whole);
	FcConfigDestroy(whole);
	return config;
}

static bool is_there(FcConfig *config, const char *family)
{
	FcPattern *p = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, (const FcChar8 *)family, (char *)NULL);
	FcObjectSet *want = FcObjectSetBuild(FC_FAMILY, (char *)NULL);
	FcFontSet *found = FcFontList(config, p, want);
	bool there = found && found->nfont > 0;

	if (found)
		FcFontSetDestroy(found);
	FcObjectSetDestroy(want);
	FcPatternDestroy(p);
	return there;
}

static char **families(const char *list)
{
	char **name = g_strsplit(list, ",", 64);

	for (char **n = name; *n; n++) {
		size_t length;

		g_strstrip(*n);
		length = strlen(*n);
		if (length > 1 && (**n == '"' || **n == '\'') && (*n)[length - 1] == **n) {
			(*n)[length - 1] = 0;
			memmove(*n, *n + 1, length - 1);
		}
	}
	return name;
}

char *drawfont_family(void *config, const char *list)
{
	static const char *const generic[] = { "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "sans", NULL };
	char **name = families(list), *found = NULL;
	bool first = true;

	for (char **n = name; *n && !found; n++) {
		if (**n && (is_there(config, *n) || (first && g_strv_contains(generic, *n))))
			found = g_strdup(*n);
		first = false;
	}
	g_strfreev(name);
	return found;
}

char *drawfont_instead(void *config, const char *list)
{
	char **name = families(list), *found = NULL;
	FcPattern *p = FcPatternCreate(), *match;
	FcResult result;
	FcChar8 *family;

	for (char **n = name; *n; n++)
		FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)*n);
	FcConfigSubstitute(config, p, FcMatchPattern);
	FcDefaultSubstitute(p);
	match = FcFontMatch(config, p, &result);
	if (match && FcPatternGetString(match, FC_FAMILY, 0, &family) == FcResultMatch)
		found = g_strdup((const char *)family);
	if (match)
		FcPatternDestroy(match);
	FcPatternDestroy(p);
	g_strfreev(name);
	return found ? found : g_strdup("?");
}
