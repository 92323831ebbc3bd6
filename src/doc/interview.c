/*
 * src/doc/interview.c - <interview>: who says what.
 *
 * A speaker is named in full where he or she first speaks, then by initials;
 * who goes on speaking is not named again. The name becomes a part of the text,
 * so the page stage sees paragraphs of two kinds.
 */
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/blocks.h"
#include "doc/issue.h"
#include "doc/node.h"

struct speaker { const char *id; struct copy *name, *initials; bool named; };

struct interview {
	struct builder *b;
	GPtrArray *speakers;		/* struct speaker */
	const struct speaker *last;	/* who spoke */
	bool answered;			/* it was an answer */
};

/* "Demba Sow" -> "DS", for alphabets in which that is usual; elsewhere the name stands every time. */
static struct copy *initials_of(struct builder *b, const struct node *n, const struct copy *name)
{
	const char *script = lang_script(name->lang);
	static const char *const usual[] = { "Latn", "Cyrl", "Grek", "Armn" };
	GString *s = g_string_new(NULL);
	struct copy *c = NULL;
	bool known = false, start = true;

	for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
		known |= strcmp(usual[i], script) == 0;
	for (const char *p = name->text; known && *p; p = g_utf8_next_char(p)) {
		gunichar ch = g_utf8_get_char(p);

		if (start && g_unichar_isupper(ch))
			g_string_append_unichar(s, ch);
		start = !g_unichar_isalpha(ch) && !g_unichar_ismark(ch) && ch != '\'' && ch != 0x2019;
	}
	if (s->len)
		c = copy_of_text(&b->copies, n, s->str, name->at, name->lang);
	g_string_free(s, TRUE);
	return c ? c : (struct copy *)name;
}

static const struct speaker *find(const struct interview *iv, const char *id)
{
	for (guint i = 0; i < iv->speakers->len; i++) {
		const struct speaker *s = g_ptr_array_index(iv->speakers, i);

		if (strcmp(s->id, id) == 0)
			return s;
	}
	return NULL;
}

static void add_speaker(struct interview *iv, const struct node *n, const char *lang)
{
	struct builder *b = iv->b;
	struct speaker *s = arena_make(b->a, struct speaker);

	lang = names_lang(b, n, lang);
	s->id = node_get(n, "id");
	s->name = copy_of_attribute(&b->copies, n, "name", lang);
	if (!s->id || !s->name)
		return;			/* reported by the reader */
	if (find(iv, s->id)) {
		diag_add(b->d, D_DUPLICATE, node_attr_at(n, "id"), _("a second <speaker> with id=\"%s\" in this <interview>; the first is used"), s->id);
		return;
	}
	s->initials = copy_of_attribute(&b->copies, n, "initials", lang);
	if (!s->initials)
		s->initials = initials_of(b, n, s->name);
	g_ptr_array_add(iv->speakers, s);
}

static struct speaker *speaker_of(struct interview *iv, const struct node *n)
{
	const char *id = node_get(n, "by");
	const struct speaker *s = id ? find(iv, id) : NULL;
	GPtrArray *names;

	if (!id || s)
		return (struct speaker *)s;
	names = g_ptr_array_new();
	for (guint i = 0; i < iv->speakers->len; i++)
		g_ptr_array_add(names, (gpointer)((struct speaker *)g_ptr_array_index(iv->speakers, i))->id);
	names_unresolved(iv->b, n, "by", names, _("speaker in this <interview>"));
	return NULL;
}

static void add_speech(struct interview *iv, const struct node *n, const char *lang, bool answer, GPtrArray *blocks)
{
	struct builder *b = iv->b;
	struct block *k = arena_make(b->a, struct block);
	struct speaker *s = speaker_of(iv, n);

	k->kind = answer ? BLOCK_ANSWER : BLOCK_QUESTION;
	k->at = n->at;
	k->lang = names_lang(b, n, lang);
	k->copy = copy_of_node(&b->copies, n, lang);
	if (!k->copy)
		return;
	k->goes_on = answer && iv->answered && (!s || s == iv->last);
	if (s && (s != iv->last || iv->answered != answer))
		k->copy = copy_labelled(&b->copies, s->named ? s->initials : s->name, k->copy);
	if (s)
		s->named = true;
	iv->last = s ? s : k->goes_on ? iv->last : NULL;
	iv->answered = answer;
	g_ptr_array_add(blocks, k);
}

void interview_read(struct builder *b, const struct node *n, const char *lang, GPtrArray *blocks)
{
	struct interview iv = { .b = b, .speakers = g_ptr_array_new() };

	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, "speaker"))
			add_speaker(&iv, c, lang);
	for (const struct node *c = n->first; c; c = c->next) {
		bool answer = node_is(c, "answer");

		if (answer || node_is(c, "question")) {
			add_speech(&iv, c, lang, answer, blocks);
		} else if (c->el && !node_is(c, "speaker")) {
			blocks_append(b, c, lang, blocks);
			iv.answered = false;
		}
	}
	g_ptr_array_free(iv.speakers, TRUE);
}
