/*
 * src/text/dictionaries.c - one table: what hyphenates each language.
 *
 * German takes TeX's patterns for the points and Debian's two-level dictionary
 * for the joints of compounds (text/hyphen.c says why); either does alone.
 * Kurmanji, Georgian and Armenian have patterns in TeX only. Indic languages
 * have patterns, but no hyphen is the norm there (W3C, iip); Ethiopic, Thai,
 * Arabic and their like are not divided by their readers at all. For Somali,
 * Yoruba and others nobody has made patterns, and those of another language
 * are not borrowed.
 */
#include "text/dictionaries.h"
#include <glib.h>
#include <pthread.h>
#include <string.h>
#include "base/arena.h"
#include "doc/wordlist.h"
#include "text/exceptions.h"
#include "text/hyphen.h"
#include "text/patterns.h"

#define FOLDER "/usr/share/hyphen/hyph_"
/* Debian keeps TeX's patterns as a source of a Rust library; its folder's name ends in a version. */
#define REGISTRY "/usr/share/cargo/registry"
#define CRATE "hyphenation-"
#define TEX "librust-hyphenation-dev"

/* A tag is looked up in full, then without its last part, and so on. The first file that exists is
 * taken: the names changed between releases. */
static const struct language {
	const char *tag;
	const char *package;		/* NULL: by rule */
	const char *file[3];		/* of libhyphen */
	int left, right;		/* where the file has none */
	const char *tex;		/* name of TeX's patterns, asked for first; or NULL */
	enum pattern_reading reading;	/* of the file; text/patterns.c */
	const char *vowels, *digraphs, *short_parts;
	bool never;			/* readers do not want it */
} languages[] = {
#define DIC(t, p, l, r, ...) .tag = t, .package = p, .left = l, .right = r, .file = { __VA_ARGS__ }
#define BY_TEX(t, name, l, r) .tag = t, .package = TEX, .left = l, .right = r, .tex = name
#define GERMAN .vowels = "aeiouy", .tex = "de-1996", .short_parts = \
	"ab an auf aus bei da dar ein ent er fort her hin in los mit nach ob über um un ur ver vor weg zer zu " \
	"aal amt arm art bad bar bau bus ehe eid eis erd erz fee fuß gas gut haß hof hut kuh lob mut not öl ohr ort öse " \
	"rad rat reh rot rum see sol tag tal tat tee tod ton tor tot typ tür uhr uni ufer weg weh zeh zoo zug"
	{ DIC("af", "hyphen-af", 2, 2, "af_ZA", "af") },
	{ DIC("be", "hyphen-be", 2, 2, "be_BY", "be") },
	{ DIC("bg", "hyphen-bg", 2, 2, "bg_BG", "bg") },
	{ BY_TEX("bs", "sh-latn", 2, 2) },
	{ DIC("ca", "hyphen-ca", 2, 2, "ca_ES", "ca") },
	{ DIC("cs", "hyphen-cs", 2, 2, "cs_CZ", "cs") },
	{ BY_TEX("cy", "cy", 2, 3) },
	{ DIC("da", "hyphen-da", 2, 2, "da_DK", "da") },
	{ DIC("de", "hyphen-de", 2, 3, "de_DE", "de"), GERMAN },
	{ DIC("de-AT", "hyphen-de", 2, 3, "de_AT", "de_DE", "de"), GERMAN },
	{ DIC("de-CH", "hyphen-de", 2, 3, "de_CH", "de_DE", "de"), GERMAN },
	{ DIC("el", "hyphen-el", 2, 2, "el_GR", "el") },
	{ DIC("en", "hyphen-en-gb", 2, 3, "en_GB") },
	{ DIC("en-US", "hyphen-en-us", 2, 3, "en_US") },
	{ DIC("es", "hyphen-es", 2, 2, "es_ES", "es", "es_ANY") },
	{ DIC("et", "myspell-et", 2, 2, "et_EE", "et") },
	{ BY_TEX("eu", "eu", 2, 2) },
	{ BY_TEX("fi", "fi", 2, 2) },
	{ DIC("fr", "hyphen-fr", 2, 2, "fr", "fr_FR") },
	{ BY_TEX("ga", "ga", 2, 3) },
	{ DIC("gl", "hyphen-gl", 2, 2, "gl_ES", "gl") },
	{ DIC("hr", "hyphen-hr", 2, 2, "hr_HR", "hr") },
	{ BY_TEX("hsb", "hsb", 2, 2) },
	{ DIC("hu", "hyphen-hu", 2, 2, "hu_HU", "hu") },
	{ BY_TEX("hy", "hy", 2, 2) },
	{ DIC("id", "hyphen-id", 2, 2, "id_ID", "id") },
	{ DIC("is", "hyphen-is", 2, 2, "is_IS", "is") },
	{ DIC("it", "hyphen-it", 2, 2, "it_IT", "it") },
	{ BY_TEX("ka", "ka", 2, 2) },
	{ BY_TEX("kmr", "kmr", 2, 2) },
	{ BY_TEX("ku", "kmr", 2, 2) },
	{ BY_TEX("la", "la", 2, 2) },
	{ DIC("lt", "hyphen-lt", 2, 2, "lt_LT", "lt") },
	{ DIC("lv", "hyphen-lv", 2, 2, "lv_LV", "lv") },
	{ DIC("mn", "hyphen-mn", 2, 2, "mn_MN", "mn") },
	{ DIC("nb", "hyphen-no", 2, 2, "nb_NO", "nb", "no_NO") },
	{ DIC("nl", "hyphen-nl", 2, 2, "nl_NL", "nl") },
	{ DIC("nn", "hyphen-no", 2, 2, "nn_NO", "nn", "no_NO") },
	{ DIC("no", "hyphen-no", 2, 2, "nb_NO", "no_NO", "no") },
	{ DIC("pl", "hyphen-pl", 2, 2, "pl_PL", "pl") },
	{ DIC("pt", "hyphen-pt-pt", 2, 2, "pt_PT", "pt") },
	{ DIC("pt-BR", "hyphen-pt-br", 2, 2, "pt_BR") },
	{ DIC("ro", "hyphen-ro", 2, 2, "ro_RO", "ro") },
	{ DIC("ru", "hyphen-ru", 2, 2, "ru_RU", "ru"), .reading = READ_AS_LIANG, .vowels = "аеёиоуыэюяіѣ" },
	{ DIC("sk", "hyphen-sk", 2, 2, "sk_SK", "sk") },
	{ DIC("sl", "hyphen-sl", 2, 2, "sl_SI", "sl") },
	{ .tag = "sq", .left = 2, .right = 2, .vowels = "aeëiouyâ", .digraphs = "dh gj ll nj rr sh th xh zh" },
	{ DIC("sr", "hyphen-sr", 2, 2, "sr_RS", "sr") },
	{ DIC("sr-Latn", "hyphen-sr", 2, 2, "sr-Latn_RS", "sr_Latn", "sh") },
	{ DIC("sv", "hyphen-sv", 2, 2, "sv_SE", "sv") },
	{ .tag = "tr", .left = 2, .right = 2, .vowels = "aeıioöuüâîû" },
	{ DIC("uk", "hyphen-uk", 2, 2, "uk_UA", "uk"), .reading = READ_AS_LIANG, .vowels = "аеиіоуюяєїыэё" },
	{ DIC("zu", "hyphen-zu", 2, 2, "zu_ZA", "zu") },
#undef DIC
#undef BY_TEX
#undef GERMAN
	/* Foreign scripts of languages above: their patterns are for another one. */
	{ .tag = "ku-Arab", .never = true }, { .tag = "mn-Mong", .never = true }, { .tag = "az-Arab", .never = true },
	/* Not by their readers' custom. */
	{ .tag = "aii", .never = true }, { .tag = "am", .never = true }, { .tag = "ar", .never = true },
	{ .tag = "arc", .never = true }, { .tag = "as", .never = true }, { .tag = "bn", .never = true },
	{ .tag = "ckb", .never = true }, { .tag = "fa", .never = true }, { .tag = "gu", .never = true },
	{ .tag = "he", .never = true }, { .tag = "hi", .never = true }, { .tag = "ja", .never = true },
	{ .tag = "km", .never = true }, { .tag = "kn", .never = true }, { .tag = "ko", .never = true },
	{ .tag = "lo", .never = true }, { .tag = "ml", .never = true }, { .tag = "mr", .never = true },
	{ .tag = "my", .never = true }, { .tag = "ne", .never = true }, { .tag = "or", .never = true },
	{ .tag = "pa", .never = true }, { .tag = "prs", .never = true }, { .tag = "ps", .never = true },
	{ .tag = "rhg", .never = true }, { .tag = "sdh", .never = true }, { .tag = "si", .never = true },
	{ .tag = "syr", .never = true }, { .tag = "ta", .never = true }, { .tag = "te", .never = true },
	{ .tag = "th", .never = true }, { .tag = "ti", .never = true }, { .tag = "tig", .never = true },
	{ .tag = "tru", .never = true }, { .tag = "tzm", .never = true }, { .tag = "ur", .never = true },
	{ .tag = "vi", .never = true }, { .tag = "yi", .never = true }, { .tag = "yue", .never = true },
	{ .tag = "zgh", .never = true }, { .tag = "zh", .never = true },
};

struct entry { const struct language *language; struct hyphen *h; };

struct hyphens {
	pthread_mutex_t lock;
	struct cache *cache;		/* or NULL */
	struct arena *arena;
	const struct wordlist *exceptions;
	char *tex;			/* folder of TeX's patterns, NULL: not installed, or not looked for yet */
	bool looked;
	struct entry loaded[G_N_ELEMENTS(languages)];
};

struct hyphens *hyphens_new(struct cache *c)
{
	struct hyphens *hs = g_new0(struct hyphens, 1);

	hs->cache = c;
	pthread_mutex_init(&hs->lock, NULL);
	hs->arena = arena_new();
	return hs;
}

void hyphens_free(struct hyphens *hs)
{
	if (!hs)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(hs->loaded); i++) {
		struct hyphen *h = hs->loaded[i].h;

		if (!h)
			continue;
		patterns_free(h->patterns);
		patterns_free(h->joints);
	}
	pthread_mutex_destroy(&hs->lock);
	arena_free(hs->arena);
	g_free(hs->tex);
	g_free(hs);
}

static const struct language *language_find(const char *tag)
{
	const struct language *found = NULL;
	char *t = g_strdelimit(g_strdup(tag), "_", '-');

	while (!found && *t) {
		char *cut = strrchr(t, '-');

		for (size_t i = 0; i < G_N_ELEMENTS(languages) && !found; i++)
			if (!g_ascii_strcasecmp(languages[i].tag, t))
				found = &languages[i];
		*(cut ? cut : t) = 0;
	}
	g_free(t);
	return found;
}

/* The newest version, should there be more than one. */
static const char *tex_folder(struct hyphens *hs)
{
	GDir *dir;
	const char *name;

	if (hs->looked)
		return hs->tex;
	hs->looked = true;
	dir = g_dir_open(REGISTRY, 0, NULL);
	while (dir && (name = g_dir_read_name(dir))) {
		char *path;

		if (!g_str_has_prefix(name, CRATE) || !g_ascii_isdigit(name[strlen(CRATE)]))
			continue;
		path = g_build_filename(REGISTRY, name, "patterns", NULL);
		if (!hs->tex || strcmp(path, hs->tex) > 0) {
			g_free(hs->tex);
			hs->tex = path;
		} else {
			g_free(path);
		}
	}
	if (dir)
		g_dir_close(dir);
	return hs->tex;
}

static struct patterns *tex_load(struct hyphens *hs, const char *name)
{
	const char *folder = tex_folder(hs);
	struct patterns *p;
	char *patterns, *exceptions;

	if (!folder || !name)
		return NULL;
	patterns = g_strdup_printf("%s/hyph-%s.pat.txt", folder, name);
	exceptions = g_strdup_printf("%s/hyph-%s.hyp.txt", folder, name);
	p = patterns_load_tex(patterns, exceptions, hs->cache);
	g_free(patterns);
	g_free(exceptions);
	return p;
}

static struct patterns *dic_load(struct hyphens *hs, const struct language *l)
{
	struct patterns *p = NULL;

	for (size_t i = 0; i < G_N_ELEMENTS(l->file) && l->file[i] && !p; i++) {
		char *path = g_strconcat(FOLDER, l->file[i], ".dic", NULL);

		p = patterns_load(path, hs->cache);
		g_free(path);
	}
	if (p)
		p->reading = l->reading;
	return p;
}

static struct hyphen *language_load(struct hyphens *hs, const struct language *l)
{
	struct patterns *tex = tex_load(hs, l->tex), *dic = dic_load(hs, l);
	struct hyphen *h;

	if (l->package && !tex && !dic)
		return NULL;
	if (!hs->exceptions)
		hs->exceptions = exceptions_new(hs->arena);
	h = arena_make(hs->arena, struct hyphen);
	*h = (struct hyphen){
		.patterns = tex ? tex : dic, .joints = tex ? dic : NULL, .exceptions = hs->exceptions,
		.lang = l->tag, .vowels = l->vowels, .digraphs = l->digraphs, .short_parts = l->short_parts,
		.left = l->left, .right = l->right,
	};
	if (h->patterns && h->patterns->left)
		h->left = h->patterns->left;
	if (h->patterns && h->patterns->right)
		h->right = h->patterns->right;
	return h;
}

const struct hyphen *hyphen_find(struct hyphens *hs, const char *lang, enum hyphen_state *state, const char **package)
{
	const struct language *l = language_find(lang);
	struct entry *e = l ? &hs->loaded[l - languages] : NULL;

	*package = l ? l->package : NULL;
	*state = !l ? HYPHEN_UNKNOWN : HYPHEN_NONE;
	if (!l || l->never)
		return NULL;
	pthread_mutex_lock(&hs->lock);
	if (!e->language) {
		e->language = l;
		e->h = language_load(hs, l);
	}
	pthread_mutex_unlock(&hs->lock);
	*state = e->h ? HYPHEN_OK : HYPHEN_NOT_INSTALLED;
	return e->h;
}
