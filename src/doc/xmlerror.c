/*
 * src/doc/xmlerror.c - libxml2's errors in plain words.
 *
 * The parser says "StartTag: invalid element name" where a volunteer wrote
 * "Kaffee < 3 Euro". What is common is told in the author's terms; the rest
 * keeps libxml2's words.
 */
#include "doc/xmlerror.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>
#include "base/i18n.h"
#include "doc/node.h"

/* Where the message points. */
enum anchor {
	AT_POS,				/* the parser's byte */
	AT_TAG,				/* the last < before it */
	AT_AMP,				/* the last & before it */
	AT_OPEN				/* the element that is still open */
};

/* text holds as many %s as args says: the error's str1, then str2. */
static const struct row { int code; enum anchor anchor; int args; const char *text; } rows[] = {
	{ XML_ERR_TAG_NAME_MISMATCH, AT_TAG, 3, N_("<%s> of line %d is still open here, but </%s> is closed; close elements in the order innermost first") },
	{ XML_ERR_TAG_NOT_FINISHED, AT_OPEN, 1, N_("<%s> is never closed") },
	{ XML_ERR_LT_IN_ATTRIBUTE, AT_POS, 0, N_("< may not stand in an attribute; write &lt; (or a closing quote is missing before)") },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, AT_POS, 0, N_("an attribute's value must stand in quotes, such as size=\"full\"") },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED, AT_TAG, 0, N_("the closing quote of an attribute is missing") },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, AT_POS, 1, N_("attribute %s has no value; write it as name=\"value\"") },
	{ XML_ERR_ATTRIBUTE_REDEFINED, AT_TAG, 1, N_("attribute %s is given twice") },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, AT_AMP, 0, N_("& begins a code such as &amp;; for the character itself write &amp;") },
	{ XML_ERR_UNDECLARED_ENTITY, AT_AMP, 1, N_("&%s; is not known here; write the character itself (a no-break space is &#160;)") },
	{ XML_WAR_UNDECLARED_ENTITY, AT_AMP, 1, N_("&%s; is not known here; write the character itself (a no-break space is &#160;)") },
	{ XML_ERR_INVALID_CHARREF, AT_AMP, 0, N_("this is no valid code of a character; write the character itself") },
	{ XML_ERR_INVALID_DEC_CHARREF, AT_AMP, 0, N_("this is no valid code of a character; write the character itself") },
	{ XML_ERR_INVALID_HEX_CHARREF, AT_AMP, 0, N_("this is no valid code of a character; write the character itself") },
	{ XML_ERR_INVALID_CHAR, AT_POS, 0, N_("a control character stands here that XML does not allow; delete it") },
	{ XML_ERR_DOCUMENT_EMPTY, AT_POS, 0, N_("this is no XML: it should start with < (first line: <?xml version=\"1.0\" encoding=\"UTF-8\"?>)") },
	{ XML_ERR_DOCUMENT_END, AT_POS, 0, N_("the file goes on after its last closing tag; everything must stand inside one element") },
	{ XML_ERR_GT_REQUIRED, AT_TAG, 0, N_("this tag does not end in >, or its attributes are not written name=\"value\"") },
	{ XML_ERR_SPACE_REQUIRED, AT_POS, 0, N_("a space is missing between two attributes") },
	{ XML_ERR_HYPHEN_IN_COMMENT, AT_POS, 0, N_("-- may not stand inside a comment") },
	{ XML_ERR_COMMENT_NOT_FINISHED, AT_TAG, 0, N_("this comment is never closed; it ends with -->") },
	{ XML_ERR_CDATA_NOT_FINISHED, AT_TAG, 0, N_("this <![CDATA[ is never closed; it ends with ]]>") },
	{ XML_ERR_MISPLACED_CDATA_END, AT_POS, 0, N_("]]> may not stand in text; write ]]&gt;") },
	{ XML_ERR_RESERVED_XML_NAME, AT_TAG, 0, N_("<?xml ... ?> may stand at the very start of the file only") },
	{ XML_ERR_XMLDECL_NOT_FINISHED, AT_POS, 0, N_("the first line should read <?xml version=\"1.0\" encoding=\"UTF-8\"?>") },
	{ XML_ERR_VERSION_MISSING, AT_POS, 0, N_("the first line should read <?xml version=\"1.0\" encoding=\"UTF-8\"?>") },
	{ XML_NS_ERR_UNDEFINED_NAMESPACE, AT_TAG, 1, N_("the prefix %s: is not declared; for xi:include add xmlns:xi=\"http://www.w3.org/2001/XInclude\" to the first element") },
};

/* "invalid name" has two causes that mean different things to an author. */
static const struct row bare_amp = { 0, AT_AMP, 0, N_("& begins a code such as &amp;; for the character itself write &amp;") };
static const struct row bare_lt = { 0, AT_TAG, 0, N_("< begins a tag; for the character itself write &lt;") };

static size_t back_to(const struct source *s, size_t pos, char c)
{
	for (size_t i = pos < s->n ? pos + 1 : s->n; i-- > 0; )
		if (s->bytes[i] == c)
			return i;
	return pos;
}

static const struct row *row_of(const xmlError *err, const struct source *s, size_t pos)
{
	static const struct row other = { 0, AT_POS, 0, NULL };

	if (err->code == XML_ERR_NAME_REQUIRED) {
		size_t amp = back_to(s, pos, '&'), lt = back_to(s, pos, '<');

		return pos > 0 && amp != pos && amp + 2 > pos && amp > lt ? &bare_amp : &bare_lt;
	}
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (rows[i].code == err->code)
			return &rows[i];
	return &other;
}

void xmlerror_report(const xmlError *err, const struct source *s, size_t pos, size_t opened, struct diag *d)
{
	const struct row *r = row_of(err, s, pos);
	const char *str1 = err->str1 ? err->str1 : "", *str2 = err->str2 ? err->str2 : "";
	char *words;
	struct src at;

	switch (r->anchor) {
	case AT_TAG:  pos = back_to(s, pos, '<'); break;
	case AT_AMP:  pos = back_to(s, pos, '&'); break;
	case AT_OPEN: pos = opened != SIZE_MAX ? opened : pos; break;
	case AT_POS:  break;
	}
	at = source_at(s, pos);
	if (!r->text) {
		words = g_strstrip(g_strdup(err->message ? err->message : "?"));
		diag_add(d, D_XML_SYNTAX, at, _("the XML is not well-formed: %s"), words);
		g_free(words);
	} else if (r->args == 3) {
		diag_add(d, D_XML_SYNTAX, at, _(r->text), str1, err->int1, str2);
	} else if (r->args == 1) {
		diag_add(d, D_XML_SYNTAX, at, _(r->text), str1);
	} else {
		diag_add(d, D_XML_SYNTAX, at, "%s", _(r->text));
	}
}
