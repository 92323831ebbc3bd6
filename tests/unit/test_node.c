/* tests/unit/test_node.c */
#include <assert.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "doc/node.h"
#include "doc/value.h"
#include "folder.h"

#define ISSUE "<issue xmlns=\"urn:zivos:issue\" xmlns:xi=\"http://www.w3.org/2001/XInclude\" number=\"1\" date=\"2026-02-01\">"

/* A folder with one file, read. */
struct fixture {
	struct folder in;
	struct node *root;
};

static struct fixture setup(const char *text)
{
	return (struct fixture){ .in = folder_new("issue.xml", text) };
}

static struct fixture read_text(const char *text)
{
	struct fixture f = setup(text);

	f.root = node_read(f.in.a, f.in.a, &issue_vocabulary, f.in.path, NULL, f.in.d);
	return f;
}

static void test_places(void)
{
	struct fixture f = read_text("<?xml version=\"1.0\"?>\r\n" ISSUE "\r\n  <article id=\"a\"\r\n    rubric=\"x>y\"><headline>Ü "
				     "&amp; <em>b</em>&#x41;<!-- c -->\r\n<![CDATA[<d>]]></headline><body/></article></issue>");
	const struct node *art = node_child(f.root, "article"), *head = node_child(art, "headline"), *n;

	assert(art->at.line == 3 && art->at.col == 3);
	assert(node_attr_at(art, "rubric").line == 4 && node_attr_at(art, "rubric").col == 5);
	assert(node_attr_at(art, "pages").line == 3);		/* not given: the element */
	n = head->first;
	assert(!n->el && strcmp(n->text, "Ü & ") == 0 && n->at.line == 4 && n->at.col == 28);
	assert(source_at(n->source, n->offset[0]).col == 28 && source_at(n->source, n->offset[2]).col == 29);
	assert(source_at(n->source, n->offset[3]).col == 30);	/* the & of &amp; */
	assert(source_at(n->source, n->offset[4]).col == 35);	/* the space after it */
	n = n->next;
	assert(node_is(n, "em") && n->at.col == 36 && strcmp(n->first->text, "b") == 0);
	n = n->next;
	assert(strcmp(n->text, "A\n<d>") == 0 && !n->next);
	assert(source_at(n->source, n->offset[0]).col == 46);
	assert(source_at(n->source, n->offset[2]).line == 5 && source_at(n->source, n->offset[2]).col == 10);
	folder_free(&f.in);
}

/* &amp; in an attribute is one character, as in text. */
static void test_ampersand(void)
{
	struct fixture f = read_text(ISSUE "<article id='a' rubric='x'><headline>b</headline><body>"
				     "<picture src='a.png' alt='A &amp; &lt;B&gt; &#38; &amp;#38;'/></body></article></issue>");
	const struct node *n = node_child(node_child(node_child(f.root, "article"), "body"), "picture");

	assert(n && strcmp(node_get(n, "alt"), "A & <B> & &#38;") == 0);
	folder_free(&f.in);
}

/* Every byte's place leads back to the character it belongs to. */
static void test_places_lead_back(void)
{
	GString *text = g_string_new(ISSUE "\n<contents/>");
	struct fixture f;
	const struct source *s;

	for (int i = 0; i < 1000; i++)
		g_string_append(text, i % 300 == 299 ? "\n" : i % 3 ? "<!--ü日-->" : " ");
	while (text->len % SOURCE_STEP != SOURCE_STEP - strlen("</issue>"))
		g_string_append_c(text, ' ');
	g_string_append(text, "</issue>");
	f = read_text(text->str);
	s = f.root->source;
	assert(s->n == text->len && s->n % SOURCE_STEP == 0);
	for (size_t i = 0, start = 0; i <= s->n; i++) {
		if (i == s->n || ((unsigned char)s->bytes[i] & 0xC0) != 0x80)
			start = i;
		if (i == start)
			assert(source_offset(s, source_at(s, i)) == i);
	}
	g_string_free(text, TRUE);
	folder_free(&f.in);
}

static void test_attributes(void)
{
	struct fixture f = read_text(ISSUE "<ad src=\" a  b.svg\" alt=\"\n eins\n  zwei \" size='half'/></issue>");
	const struct node *ad = node_child(f.root, "ad");

	assert(strcmp(node_get(ad, "alt"), "eins zwei") == 0);
	assert(strcmp(node_get(ad, "src"), " a  b.svg") == 0);	/* a file may be called so */
	assert(strcmp(node_get(ad, "size"), "half") == 0 && !node_get(ad, "advertiser"));
	assert(strcmp(node_get(f.root, "title"), "ZIVOS") == 0);
	assert(!node_get(f.root, "nonsense") && diag_count(f.in.d, SEV_NOTE) == 0);
	folder_free(&f.in);
}

/* The text yields exactly this message first. */
static void expect_message(const char *text, enum diag_id id, int line, int col)
{
	struct fixture f = read_text(text);
	const struct message *m = diag_get(f.in.d, 0);

	assert(m && m->id == id && m->at.line == line && m->at.col == col);
	folder_free(&f.in);
}

static void test_messages(void)
{
	static const struct { const char *text; enum diag_id id; int line, col; } cases[] = {
		{ "", D_FILE_READ, 0, 0 },
		{ "hallo", D_XML_SYNTAX, 1, 1 },
		{ "<issue>", D_UNKNOWN_ELEMENT, 1, 1 },
		{ "<layout/>", D_UNKNOWN_ELEMENT, 1, 1 },
		{ "\xEF\xBB\xBF<?xml version='1.0'?>\n<!DOCTYPE issue>" ISSUE "</issue>", D_XML_FORBIDDEN, 2, 1 },
		{ "<?xml version='1.0' encoding='latin1'?>" ISSUE "</issue>", D_FILE_READ, 1, 21 },
		{ ISSUE "\n \xFC</issue>", D_FILE_READ, 2, 2 },
		{ ISSUE "\n<artikel/></issue>", D_UNKNOWN_ELEMENT, 2, 1 },
		{ ISSUE "\n<contents titel='x'/></issue>", D_UNKNOWN_ATTRIBUTE, 2, 11 },
		{ ISSUE "\n<contents/><contents/></issue>", D_TOO_MANY, 2, 12 },
		{ ISSUE "\n <cover/></issue>", D_MISSING, 2, 2 },
		{ ISSUE "\n  Text</issue>", D_STRAY_TEXT, 2, 3 },
		{ ISSUE "\n<xi:include/></issue>", D_MISSING, 2, 1 },
		{ ISSUE "\n<xi:include href='issue.xml'/></issue>", D_INCLUDE, 2, 1 },
		{ ISSUE "\n<contents></issue>", D_XML_SYNTAX, 2, 11 },
		{ ISSUE "\n<a:b/></issue>", D_XML_SYNTAX, 2, 1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		expect_message(cases[i].text, cases[i].id, cases[i].line, cases[i].col);
}

static void test_broken_tree_is_used(void)
{
	struct fixture f = read_text(ISSUE "<article><headline>Eins</headline><body><p>Zwei & drei</p></body></article></issue>");
	const struct node *art = node_child(f.root, "article");

	assert(diag_count(f.in.d, SEV_NOTE) == 1);
	assert(art && art->cut && node_child(art, "headline") && !node_child(art, "headline")->cut);
	assert(strcmp(node_child(node_child(art, "body"), "p")->first->text, "Zwei ") == 0);
	folder_free(&f.in);
}

static void test_many_errors_end(void)
{
	GString *text = g_string_new(ISSUE);
	struct fixture f;

	for (int i = 0; i < 5000; i++)
		g_string_append(text, "<nonsense/>");
	g_string_append(text, "</issue>");
	f = read_text(text->str);
	assert(diag_count(f.in.d, SEV_NOTE) < 120);
	g_string_free(text, TRUE);
	folder_free(&f.in);
}

static void test_include(void)
{
	/* The name with the accent apart, as a Mac writes it; the file with it in one. */
	struct fixture f = setup(ISSUE "<xi:include href=\"t/me\xCC\x81moire 1.xml\"/><xi:include href=\"t/m\xC3\xA9moire%201.xml\"/></issue>");
	char *folder = g_build_filename(f.in.folder, "t", NULL), *path = g_build_filename(folder, "m\xC3\xA9moire 1.xml", NULL);
	const struct node *art;

	g_mkdir(folder, 0700);
	assert(g_file_set_contents(path, "<article xmlns=\"urn:zivos:issue\"><headline>x</headline><body/></article>", -1, NULL));
	f.root = node_read(f.in.a, f.in.a, &issue_vocabulary, f.in.path, NULL, f.in.d);
	art = node_child(f.root, "article");
	assert(diag_count(f.in.d, SEV_NOTE) == 0 && art->parent == f.root && node_is(art->next, "article"));
	assert(g_str_has_suffix(art->at.file, "/t/m\xC3\xA9moire 1.xml") && g_str_has_suffix(art->source->folder, "/t"));
	g_remove(path);
	g_rmdir(folder);
	g_free(path);
	g_free(folder);
	folder_free(&f.in);
}

static void test_values(void)
{
	struct length len;
	double x, y;

	assert(parse_length("12.5pt", &len) && len.n == 12.5 && len.unit == UNIT_PT);
	assert(parse_length("-3mm", &len) && len.n == -3 && len.unit == UNIT_MM);
	assert(parse_length("2gr", &len) && len.unit == UNIT_GR);
	assert(!parse_length("12,5pt", &len) && !parse_length("12", &len) && !parse_length("1e3pt", &len));
	assert(!parse_length("infpt", &len) && !parse_length("", &len) && !parse_length(".5pt", &len));
	assert(parse_number("-0.5", &x) && x == -0.5 && !parse_number("1.", &x) && !parse_number("0x1", &x));
	assert(parse_percent("12%", &x) && fabs(x - 0.12) < 1e-12 && !parse_percent("101%", &x) && !parse_percent("-1%", &x));
	assert(parse_point("60% 30%", &x, &y) && fabs(x - 0.6) < 1e-12 && fabs(y - 0.3) < 1e-12 && !parse_point("60%", &x, &y));
}

static void test_value_forms(void)
{
	static const struct { enum attr_type type; const char *value; bool fits; } cases[] = {
		{ ATTR_ID, "rezept-2", true }, { ATTR_ID, "übung", true }, { ATTR_ID, "مقال", true }, { ATTR_ID, "2a", true },
		{ ATTR_ID, "a b", false }, { ATTR_ID, "", false }, { ATTR_ID, "../a", false }, { ATTR_ID, ".a", false },
		{ ATTR_ID, "a/b", false }, { ATTR_REFS, "a b", true }, { ATTR_REFS, "a  b", false },
		{ ATTR_INT, "12", true }, { ATTR_INT, "-1", false }, { ATTR_INT, "1234567", false },
		{ ATTR_DATE, "2026-02-28", true }, { ATTR_DATE, "2026-02-29", false }, { ATTR_DATE, "2028-02-29", true },
		{ ATTR_DATE, "2026-2-1", false }, { ATTR_DATE, "2026-13-01", false }, { ATTR_DATE, "0000-01-01", false },
		{ ATTR_LANG, "de", true }, { ATTR_LANG, "zh-Hans-CN", true }, { ATTR_LANG, "d", false },
		{ ATTR_LANG, "de_AT", false }, { ATTR_LANG, "de-", false }, { ATTR_LANG, "deutschland", false },
		{ ATTR_URL, "https://zivos.example", true }, { ATTR_URL, "mailto:a@b.example", true }, { ATTR_URL, "tel:1", true },
		{ ATTR_URL, "http://", false }, { ATTR_URL, "javascript:x", false }, { ATTR_URL, "https://a b", false },
		{ ATTR_LAYOUT, "zivos", true }, { ATTR_LAYOUT, "./mein-layout", true }, { ATTR_LAYOUT, "./a/b", true },
		{ ATTR_LAYOUT, "../a", false }, { ATTR_LAYOUT, "./../a", false }, { ATTR_LAYOUT, "/a", false },
		{ ATTR_LAYOUT, "./", false }, { ATTR_LAYOUT, "a/../b", false },
		{ ATTR_TEXT, " ", false }, { ATTR_ANY, "", true }, { ATTR_FILE, "", false },
	};

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct attribute at = { "x", cases[i].type, false, NULL, NULL, NULL };

		assert(value_fits(&at, cases[i].value) == cases[i].fits);
	}
}

static void test_nearest(void)
{
	static const char *const names[] = { "headline", "kicker", "p", "standfirst", NULL };

	assert(strcmp(nearest_name("headlin", names), "headline") == 0);
	assert(strcmp(nearest_name("ehadline", names), "headline") == 0);
	assert(strcmp(nearest_name("Kicker", names), "kicker") == 0);
	assert(strcmp(nearest_name("P", names), "p") == 0);
	assert(!nearest_name("body", names) && !nearest_name("", names) && !nearest_name("q", names));
}

int main(void)
{
	test_places();
	test_ampersand();
	test_places_lead_back();
	test_attributes();
	test_messages();
	test_broken_tree_is_used();
	test_many_errors_end();
	test_include();
	test_values();
	test_value_forms();
	test_nearest();
	return 0;
}
