/*
 * src/doc/reader.c - one file through libxml2's parser.
 *
 * libxml2 reports elements when it has read them; where they started is found
 * in our own copy of the bytes: scanning back from the parser's byte to '<',
 * which cannot stand inside a start tag of well-formed XML.
 */
#include "doc/reader.h"

#include <assert.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/check.h"
#include "doc/source.h"
#include "doc/tag.h"
#include "doc/xmlerror.h"

#define XI_NS "http://www.w3.org/2001/XInclude"

struct frame *reader_top(struct reader *r)
{
	GArray *f = r->load->frames;

	return f->len ? &g_array_index(f, struct frame, f->len - 1) : NULL;
}

static size_t parser_byte(const struct reader *r)
{
	const struct _xmlParserInput *in = r->ctxt->input;
	size_t at = in ? (size_t)in->consumed + (size_t)(in->cur - in->base) : 0;

	return at < r->src->n ? at : r->src->n;
}

/* libxml2 still calls some handlers after an error. */
static bool is_over(const struct reader *r)
{
	return r->stopped || r->ctxt->disableSAX;
}

static void stop(struct reader *r)
{
	r->stopped = true;
	xmlStopParser(r->ctxt);
}

void reader_append(struct node *parent, struct node *n)
{
	n->parent = parent;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

/* ---- tags in the source ---- */

/* The '<' of the tag that the parser has just read. */
static size_t tag_start(const struct reader *r)
{
	size_t i = parser_byte(r);

	while (i > r->pos && (i == r->src->n || r->src->bytes[i] != '<'))
		i--;
	return i;
}

struct src reader_attribute_at(const struct reader *r, size_t lt, const char *qname)
{
	return source_at(r->src, tag_attribute(r->src, lt, qname));
}

/* ---- events ---- */

static void on_text(void *ctx, const xmlChar *chunk, int n)
{
	if (!is_over(ctx))
		text_take(ctx, (const char *)chunk, (size_t)n, false);
}

static void on_cdata(void *ctx, const xmlChar *chunk, int n)
{
	struct reader *r = ctx;

	if (is_over(r))
		return;
	r->pos += strlen("<![CDATA[");
	text_take(r, (const char *)chunk, (size_t)n, true);
	r->pos = parser_byte(r);
}

static void on_comment(void *ctx, const xmlChar *text)
{
	struct reader *r = ctx;

	(void)text;
	r->pos = parser_byte(r);
}

static void on_instruction(void *ctx, const xmlChar *target, const xmlChar *data)
{
	(void)target;
	on_comment(ctx, data);
}

/* ---- elements ---- */

static bool is_root(const struct vocabulary *v, const char *name, bool main)
{
	if (main)
		return strcmp(v->roots[0], name) == 0;
	for (const char *const *n = v->roots + 1; *n; n++)
		if (strcmp(*n, name) == 0)
			return true;
	return false;
}

static void wrong_root(struct reader *r, const char *name, struct src at)
{
	const struct vocabulary *v = r->load->v;

	if (!r->outer && is_root(v, name, false))
		diag_add(r->load->d, D_UNKNOWN_ELEMENT, at,
			 _("this file holds only an <%s>; name the file with the <%s> that includes it"), name, v->roots[0]);
	else
		diag_add(r->load->d, D_UNKNOWN_ELEMENT, at, _("the file starts with <%s>; expected <%s>"), name,
			 r->outer ? v->roots[1] : v->roots[0]);
}

/* Whether the root may start this file. Without its namespace it is read all the same. */
static bool accept_root(struct reader *r, const char *name, const char *uri, struct src at)
{
	const struct vocabulary *v = r->load->v;

	if (!is_root(v, name, !r->outer)) {
		wrong_root(r, name, at);
		stop(r);
		return false;
	}
	if (!uri)
		diag_add(r->load->d, D_UNKNOWN_ELEMENT, at, _("<%s> lacks its namespace; write <%s xmlns=\"%s\""),
			 name, name, v->ns);
	else if (strcmp(uri, v->ns) != 0)
		diag_add(r->load->d, D_UNKNOWN_ELEMENT, at,
			 _("<%s> has the namespace %s; write <%s xmlns=\"%s\""), name, uri, name, v->ns);
	r->ns = uri ? arena_strdup(r->load->a, uri) : NULL;
	r->rooted = true;
	return true;
}

/* The row of an allowed child, counted; NULL: reported. */
static const struct element *accept_child(struct reader *r, const char *name, struct src at)
{
	const struct vocabulary *v = r->load->v;
	struct frame *f = reader_top(r);
	const struct element *parent = f->node->el;
	int row = element_row(v, parent, name);

	if (row < 0) {
		const char *meant = check_unknown_element(v, parent, name, at, r->load->d);

		/* One mistake, one message: what was meant does not lack. */
		row = meant ? element_row(v, parent, meant) : -1;
		if (row >= 0)
			f->counts[row]++;
		return NULL;
	}
	assert(row < ROWS_MAX);
	if (++f->counts[row] > 1 && (parent->children[row].occurs == '1' || parent->children[row].occurs == '?')) {
		diag_add(r->load->d, D_TOO_MANY, at, _("a second <%s> in <%s>; only the first is used"), name, parent->name);
		return NULL;
	}
	return vocabulary_find(v, name);
}

/* The element of a start tag; NULL: it is left out with all that is in it. */
static const struct element *accept(struct reader *r, const char *name, const char *prefix, const char *uri,
				    size_t lt)
{
	struct load *l = r->load;
	struct src at = source_at(r->src, lt);

	if (!r->rooted && !accept_root(r, name, uri, at))
		return NULL;
	if (prefix && !uri)
		return NULL;		/* an undeclared prefix: libxml2 has said so */
	if (g_strcmp0(uri, r->ns) != 0 && g_strcmp0(uri, l->v->ns) != 0) {
		diag_add(l->d, D_UNKNOWN_ELEMENT, at, _("<%s> is of another namespace (%s) than <%s>; left out"), name,
			 uri ? uri : "-", l->v->roots[0]);
		return NULL;
	}
	return l->frames->len ? accept_child(r, name, at) : vocabulary_find(l->v, name);
}

static bool too_much(struct reader *r, size_t lt)
{
	struct load *l = r->load;
	struct src at = source_at(r->src, lt);

	if (r->base + r->opens->len > LEVELS_MAX) {
		diag_add(l->d, D_XML_SYNTAX, at,
			 _("more than %d elements stand inside one another here; the rest of the file is left out"), LEVELS_MAX);
		stop(r);
	} else if (diag_count(l->d, SEV_ERROR) > r->errors + ERRORS_MAX) {
		diag_add(l->d, D_FILE_READ, at, _("more than %d errors; the rest of the file was not looked at"), ERRORS_MAX);
		stop(r);
	}
	return r->stopped;
}

static void on_start(void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nns,
		     const xmlChar **ns, int nattrs, int ndefaulted, const xmlChar **attrs)
{
	struct reader *r = ctx;
	const struct raw_attribute *raw = (const struct raw_attribute *)attrs;
	const struct element *el;
	struct frame f = { 0 };
	size_t lt = tag_start(r);

	(void)nns, (void)ns, (void)ndefaulted;
	if (is_over(r))
		return;
	text_flush(r);
	g_array_append_val(r->opens, lt);
	if (too_much(r, lt))
		return;
	r->pos = tag_end(r->src, lt);
	if (r->skip) {
		r->skip++;
		return;
	}
	if (r->load->v->xinclude && g_strcmp0((const char *)uri, XI_NS) == 0 && r->rooted &&
	    strcmp((const char *)local, "include") == 0) {
		include_read(r, raw, nattrs, lt);
		r->skip = 1;
		return;
	}
	el = accept(r, (const char *)local, (const char *)prefix, (const char *)uri, lt);
	if (!el) {
		r->skip = 1;
		return;
	}
	f.node = arena_make(r->load->a, struct node);
	f.node->el = el;
	f.node->at = source_at(r->src, lt);
	f.node->source = r->src;
	attributes_take(r, f.node, raw, nattrs, lt);
	if (r->load->frames->len)
		reader_append(reader_top(r)->node, f.node);
	else
		r->load->root = f.node;
	g_array_append_val(r->load->frames, f);
}

static void on_end(void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	struct reader *r = ctx;
	struct frame *f;

	(void)local, (void)prefix, (void)uri;
	if (is_over(r))
		return;
	text_flush(r);
	r->pos = parser_byte(r);
	g_array_set_size(r->opens, r->opens->len - 1);
	if (r->skip) {
		r->skip--;
		return;
	}
	f = reader_top(r);
	for (int i = 0; f->node->el->children && f->node->el->children[i].name; i++) {
		const struct child *row = &f->node->el->children[i];

		if ((row->occurs == '1' || row->occurs == '+') && f->counts[i] == 0)
			check_missing_child(r->load->v, f->node->el, row, f->node->at, r->load->d);
	}
	g_array_set_size(r->load->frames, r->load->frames->len - 1);
}

/* ---- the whole file ---- */

static void on_doctype(void *ctx, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
	struct reader *r = ctx;
	const char *p = g_strstr_len(r->src->bytes, (gssize)r->src->n, "<!DOCTYPE");

	(void)name, (void)public_id, (void)system_id;
	diag_add(r->load->d, D_XML_FORBIDDEN, source_at(r->src, p ? (size_t)(p - r->src->bytes) : 0),
		 _("<!DOCTYPE> and entities are not allowed; delete this line; the file was not read"));
	stop(r);
}

static void on_error(void *ctx, xmlErrorPtr err)
{
	struct reader *r = ctx;
	size_t opened = r->opens->len ? g_array_index(r->opens, size_t, r->opens->len - 1) : SIZE_MAX;

	if (r->stopped || err->level == XML_ERR_WARNING || (err->level == XML_ERR_FATAL && r->reported))
		return;
	r->reported = r->reported || err->level == XML_ERR_FATAL;
	xmlerror_report(err, r->src, parser_byte(r), opened, r->load->d);
}

void reader_parse(struct reader *r)
{
	r->errors = diag_count(r->load->d, SEV_ERROR);
	r->base = r->load->frames->len;
	r->opens = g_array_new(FALSE, FALSE, sizeof(size_t));
	r->text = g_string_new(NULL);
	r->offsets = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	r->ns = r->load->v->ns;
	r->ctxt = xmlCreateMemoryParserCtxt(r->src->bytes, (int)r->src->n);
	if (!r->ctxt) {
		diag_add(r->load->d, D_MACHINE, (struct src){ r->src->path, 0, 0 }, _("libxml2 could not start"));
		goto out;
	}
	*r->ctxt->sax = (xmlSAXHandler){
		.initialized = XML_SAX2_MAGIC, .internalSubset = on_doctype,
		.startElementNs = on_start, .endElementNs = on_end,
		.characters = on_text, .ignorableWhitespace = on_text, .cdataBlock = on_cdata,
		.comment = on_comment, .processingInstruction = on_instruction, .serror = on_error,
	};
	r->ctxt->userData = r;
	xmlCtxtUseOptions(r->ctxt, XML_PARSE_NONET);
	xmlParseDocument(r->ctxt);
	/* After an error elements are still open, and the text before it is still to come. */
	text_flush(r);
	for (guint i = r->base; i < r->load->frames->len; i++)
		g_array_index(r->load->frames, struct frame, i).node->cut = true;
	g_array_set_size(r->load->frames, r->base);
out:
	if (r->ctxt)
		xmlFreeParserCtxt(r->ctxt);
	g_array_free(r->opens, TRUE);
	g_array_free(r->offsets, TRUE);
	g_string_free(r->text, TRUE);
}
