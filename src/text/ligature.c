/*
 * src/text/ligature.c - two lists: how words end that end in f, and how words begin.
 *
 * Latin ligatures all begin with f. A joint is seen where the letters before it end like
 * the first list says and those after it begin like a word of the second, or like a suffix
 * with a consonant (höf|lich, Duden). Both must be so: "Schaufler" has a
 * known end and an unknown beginning, "Staubflocke" the other way round. f before b, h, j, k, m, n, r and other
 * letters stands at a joint in German words but needs no care where fonts have no ligature; those
 * that some have (fb fh fj fk) are parted always, but for Kafka.
 */
#include "text/ligature.h"
#include <string.h>
#include <hb.h>

/* Ends of words in f and ff. */
static const char *const ends[] = {
	"auf", "bedarf", "begriff", "bischof", "brief", "chef", "cliff", "dampf", "darf", "dorf", "dörf", "elf", "fünf", "genf", "golf", "graf",
	"greif", "griff", "gräf", "haff", "hanf", "hilf", "hof", "huf", "höf", "hüpf", "impf", "kalif", "kampf", "kniff", "knopf", "kopf", "kropf",
	"kämpf", "köpf", "muff", "napf", "off", "paff", "pfeif", "pfiff", "pfropf", "prüf", "puff", "reif", "relief", "riff", "ruf", "rumpf",
	"schaf", "schaff", "scharf", "schief", "schiff", "schilf", "schimpf", "schlaf", "schleif", "schliff", "schläf", "schroff", "schweif", "schärf",
	"schöpf", "senf", "steif", "stief", "stoff", "straf", "streif", "strumpf", "sträf", "stumpf", "stümpf", "sumpf", "surf", "sümpf", "tarif",
	"tief", "topf", "torf", "treff", "tropf", "trumpf", "tuff", "töpf", "werf", "wolf", "wurf", "wölf", "würf", "zopf", "zupf", "zwölf", "äuf",
};

/* Beginnings of words, by their first letter: those that may follow an f. */
static const char *const begins[] = {
	/* f: all of them are whole words' beginnings, none is an ending (-fe, -fen, -fer, -fel) */
	"fabr", "fach", "fäch", "fack", "fad", "fäd", "fahn", "fähn", "fahr", "fähr", "fakt", "falk", "fall", "fäll", "falsch", "falt", "fält", "fam", "fang", "fäng",
	"farb", "färb", "farm", "fass", "fäss", "fast", "faul", "faust", "feder", "fege", "fehl", "feier", "feig", "feil", "fein", "feind", "feld",
	"fell", "fels", "fenster", "feri", "fern", "fertig", "fest", "fett", "fetz", "feucht", "feuer", "fieber", "figur", "film", "filt", "filz", "fin", "firm", "fisch", "fitn",
	"flach", "fläch", "flagg", "flamm", "flank", "flasch", "fläsch", "flecht", "fleck", "fleisch", "fleiß", "flick", "flieg", "flieh", "fließ", "flocht",
	"flock", "flog", "floh", "flor", "floß", "flosse", "flöße", "flöt", "flott", "fluch", "flucht", "flücht", "flug", "flüg", "flur", "fluss", "flüss", "fluß", "flut",
	"folg", "folie", "folk", "folter", "fond", "förder", "ford", "form", "förm", "forsch", "forst", "förster", "fort", "foto", "fracht", "frag", "frau", "fräulein", "frei", "fremd", "fress", "freud", "freund",
	"fried", "frisch", "frist", "frisur", "froh", "fröhlich", "front", "frost", "frucht", "früchte", "früh", "frühl", "fuchs", "füchs", "fug", "fuhr", "führ", "füll", "fund", "fünf", "funk",
	"funktion", "furcht", "fürst", "fuß", "füß", "futter", "fütter",
	/* l: with the suffixes -lich, -los, -ling, -lein, which count as words here */
	"lab", "lach", "lack", "lad", "läd", "lag", "läg", "lahm", "laib", "lamp", "land", "länd", "lang", "läng", "lapp", "lärm", "lass", "läss", "lastung", "lasten", "last",
	"lauf", "läuf", "laun", "laut", "läut", "leb", "leder", "leer", "leg", "lehm", "lehn", "lehr", "leib", "leich", "leid", "leih", "lein", "leist", "leit", "lek", "lern",
	"les", "letzt", "leucht", "leute", "lich", "licht", "lid", "lieb", "lied", "lief", "lieg", "limit", "lind", "line", "ling", "links", "linie", "lipp", "list", "liter", "lob", "loch", "löch", "lock",
	"löffel", "log", "logik", "lohn", "löhn", "lok", "los", "lotse", "lotterie", "laus", "läus", "lös", "luft", "lüft", "lunge", "lupe", "lust", "lüst",
	/* i: but not -ig, -in, -innen, -isch, -ieren, -ier */
	"idee", "ideal", "ideo", "idyll", "igel", "image", "imbiss", "imit", "immobil", "impfung", "import", "impuls", "index", "indust", "inform", "ingenieur", "inhalt", "injek",
	"innenhof", "innenraum", "innenstadt", "innenpolit", "innenseit", "insekt", "insel", "inspekt", "install", "instanz", "institut", "instrument", "integr", "intens", "inter", "interess", "invest",
	"irrtum", "islam", "isol",
	/* t: not -te, -ten, -test, -tet, -tig */
	"tabel", "tabl", "tafel", "täfel", "tag", "täg", "takt", "tal", "tank", "tanz", "tänz", "tarif", "tasch", "täsch", "tass", "tast", "taste", "tat", "tät", "tau", "taub", "tauch", "tausch", "täusch", "technik", "techn",
	"tee", "teich", "teig", "teil", "telef", "teller", "tempel", "temper", "tempo", "teppich", "termin", "terrass", "textil", "text", "theater", "thema", "theo", "therap", "tief", "tier", "tipp",
	"tisch", "titel", "tochter", "ton", "tön", "topf", "töpf", "tor", "tour", "trag", "träg", "train", "trakt", "transport", "traum", "traur", "träum", "tret", "treff", "treib", "trenn", "trepp", "tresor", "treu", "trieb", "trink",
	"tritt", "trock", "trop", "trupp", "tuch", "tüch", "tür", "turm", "türm", "turn", "typ",
};

bool ligatures_matter(const char *lang)
{
	return !g_ascii_strncasecmp(lang, "de", 2) && (lang[2] == 0 || lang[2] == '-');
}

/* The word around i in lower case, with i's place in it; false: too long to be one. */
struct word { char s[128]; size_t len, i; };

static bool word_around(const char *text, size_t len, size_t i, struct word *w)
{
	size_t from = i, to = i;
	char *low;

	while (from > 0 && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(text + from))))
		from = (size_t)(g_utf8_prev_char(text + from) - text);
	while (to < len && g_unichar_isalpha(g_utf8_get_char(text + to)))
		to = (size_t)(g_utf8_next_char(text + to) - text);
	if (to - from >= sizeof w->s)
		return false;
	low = g_utf8_strdown(text + from, (gssize)(to - from));
	w->len = strlen(low);
	w->i = i - from;
	/* German letters keep their length in lower case; others are none of our words. */
	if (w->len == to - from)
		memcpy(w->s, low, w->len + 1);
	g_free(low);
	return w->len == to - from;
}

static bool ends_known(const struct word *w)
{
	for (size_t k = 0; k < G_N_ELEMENTS(ends); k++) {
		size_t n = strlen(ends[k]);

		if (n <= w->i && !memcmp(w->s + w->i - n, ends[k], n))
			return true;
	}
	return false;
}

static bool begins_known(const struct word *w)
{
	for (size_t k = 0; k < G_N_ELEMENTS(begins); k++)
		if (!strncmp(w->s + w->i, begins[k], strlen(begins[k])))
			return true;
	return false;
}

bool ligature_parted(const char *text, size_t len, size_t i)
{
	struct word w;

	if (i == 0 || i >= len || (text[i - 1] | 0x20) != 'f' || !word_around(text, len, i, &w))
		return false;
	switch (w.s[w.i]) {
	case 'b': case 'h': case 'j':
		return true;
	case 'k':
		return !strstr(w.s, "kafka");
	case 'f': case 'i': case 'l': case 't':
		return ends_known(&w) && begins_known(&w);
	default:
		return false;
	}
}

/*
 * A ligature needs the feature at all its letters, so one letter without it is enough; which one
 * must not be in a ligature of its own: in "Kampf|flieger" the f before the joint, in "Stoff|lager" the
 * l after it. In "Schiff|fahrt" both sides have one: the f after the joint then stands alone.
 */
static size_t letter_to_free(const char *text, size_t i)
{
	bool own_before = i >= 2 && (text[i - 2] | 0x20) == 'f';

	return (text[i] | 0x20) == 'f' && !own_before ? i - 1 : i;
}

void ligatures_part(const char *text, size_t len, size_t from, size_t to, GArray *features)
{
	static const hb_tag_t tags[] = { HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g') };

	for (size_t i = MAX(from, 1); i < to; i++) {
		size_t at;

		if ((text[i - 1] | 0x20) != 'f' || !ligature_parted(text, len, i))
			continue;
		at = letter_to_free(text, i);
		for (size_t k = 0; k < G_N_ELEMENTS(tags); k++) {
			hb_feature_t f = { tags[k], 0, (unsigned)at, (unsigned)at + 1 };

			g_array_append_val(features, f);
		}
	}
}
