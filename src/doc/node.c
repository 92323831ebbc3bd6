/*
 * src/doc/node.c - read one XML file (and what it includes) into a checked tree.
 *
 * libxml2 reports elements when it has read them; where they started is found
 * in our own copy of the bytes: scanning back from the parser's byte to '<',
 * which cannot stand inside a start tag of well-formed XML. Text needs a place
 * for every byte (the page shows where a word came from), so each chunk is
 * followed through the source: r->pos is the byte after the last event. What
 * may differ there is known: \r\n comes as \n, and a reference as what it means.
 *
 * Included files are read by a parser of their own from inside the callback,
 * into the same tree: that keeps their places, and needs no second pass.
 */
#include "doc/node.h"

#include <assert.h>
#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include "base/arena.h"
#include "base/i18n.h"
#include "doc/check.h"
#include "doc/path.h"
#include "doc/source.h"
#include "doc/tag.h"
#include "doc/value.h"
#include "doc/xmlerror.h"

#define XI_NS "http://www.w3.org/2001/XInclude"

enum {
	LEVELS_MAX = 100,		/* elements inside one another, through all files */
	INCLUDES_MAX = 200,
	ERRORS_MAX = 100,		/* of one file; then it is probably something else */
	ROWS_MAX = 48			/* children rows of an element */
};

/* An open element with how often each row of its children came. */
struct frame { struct node *node; unsigned counts[ROWS_MAX]; };

/* All files of one tree. */
struct load {
	struct arena *a, *texts;
	const struct vocabulary *v;
	const char *inside;
	struct diag *d;
	size_t bytes_left;
	int includes_left;
	GArray *frames;			/* struct frame: the open elements */
	struct node *root;
};

/* One file. */
struct reader {
	struct load *load;
	const struct reader *outer;	/* the file that includes this one, or NULL */
	const struct source *src;
	const char *real;		/* resolved path: to find loops */
	xmlParserCtxtPtr ctxt;
	const char *ns;			/* taken for the vocabulary's: after an error, what the root has */
	guint base;			/* frames of the outer files */
	GArray *opens;			/* size_t: bytes of the '<' of this file's open elements */
	guint skip;			/* levels inside an element that is left out */
	size_t pos;			/* byte after the last event */
	GString *text;			/* text since the last tag */
	GArray *offsets;		/* uint32_t: where each of its bytes came from */
	size_t errors;			/* diag_count() at the start */
	bool rooted;			/* the root was accepted */
	bool stopped;			/* parsing was ended by us */
	bool reported;			/* the syntax error was that ended reading */
};

static struct frame *top_frame(struct reader *r)
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

/* ---- tags in the source ---- */

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The '<' of the tag that the parser has just read. */
static size_t tag_start(const struct reader *r)
{
	size_t i = parser_byte(r);

	while (i > r->pos && (i == r->src->n || r->src->bytes[i] != '<'))
		i--;
	return i;
}

static struct src attribute_at(const struct reader *r, size_t lt, const char *qname)
{
	return source_at(r->src, tag_attribute(r->src, lt, qname));
}

/* ---- text ---- */

static void clear_text(struct reader *r)
{
	g_string_truncate(r->text, 0);
	g_array_set_size(r->offsets, 0);
}

static void append_child(struct node *parent, struct node *n)
{
	n->parent = parent;
	if (parent->last)
		parent->last->next = n;
	else
		parent->first = n;
	parent->last = n;
}

/* The text since the last tag becomes a node, or a message. */
static void flush_text(struct reader *r)
{
	struct load *l = r->load;
	struct frame *f = top_frame(r);
	size_t lead = strspn(r->text->str, " \t\r\n");
	struct node *n;

	if (r->text->len == 0)
		return;
	if (r->skip || l->frames->len <= r->base)
		goto out;
	if (f->node->el->content == CONTENT_CHILDREN || f->node->el->content == CONTENT_EMPTY) {
		if (lead < r->text->len)
			check_stray_text(l->v, f->node->el, r->text->str + lead,
					 source_at(r->src, g_array_index(r->offsets, uint32_t, lead)), l->d);
		goto out;
	}
	n = arena_make(l->a, struct node);
	n->source = r->src;
	n->at = source_at(r->src, g_array_index(r->offsets, uint32_t, 0));
	n->text = arena_strndup(l->texts, r->text->str, r->text->len);
	n->len = r->text->len;
	n->offset = arena_copy(l->texts, r->offsets->data, n->len * sizeof(uint32_t));
	append_child(f->node, n);
out:
	clear_text(r);
}

/* Follows a chunk through the source, from r->pos. */
static void take_text(struct reader *r, const char *chunk, size_t n, bool cdata)
{
	const char *s = r->src->bytes;
	size_t end = r->src->n;

	for (size_t i = 0; i < n; i++) {
		uint32_t at;

		if (r->pos + 1 < end && s[r->pos] == '\r' && s[r->pos + 1] == '\n')
			r->pos++;
		at = (uint32_t)(r->pos < end ? r->pos : end);
		g_array_append_val(r->offsets, at);
		/* A reference is a chunk of its own; its bytes all come from the '&'. */
		if (r->pos >= end || (!cdata && s[r->pos] == '&'))
			continue;
		r->pos++;
	}
	if (!cdata && r->pos < end && s[r->pos] == '&' && n > 0 &&
	    g_array_index(r->offsets, uint32_t, r->offsets->len - 1) == r->pos) {
		const char *semicolon = memchr(s + r->pos, ';', end - r->pos);

		r->pos = semicolon ? (size_t)(semicolon - s) + 1 : end;
	}
	g_string_append_len(r->text, chunk, (gssize)n);
}

static void on_text(void *ctx, const xmlChar *chunk, int n)
{
	if (!is_over(ctx))
		take_text(ctx, (const char *)chunk, (size_t)n, false);
}

static void on_cdata(void *ctx, const xmlChar *chunk, int n)
{
	struct reader *r = ctx;

	if (is_over(r))
		return;
	r->pos += strlen("<![CDATA[");
	take_text(r, (const char *)chunk, (size_t)n, true);
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
	struct frame *f = top_frame(r);
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

/* An attribute as SAX2 gives it. */
struct raw_attribute { const char *local, *prefix, *uri, *value, *end; };

static char *qualified(const struct raw_attribute *at)
{
	return at->prefix ? g_strdup_printf("%s:%s", at->prefix, at->local) : g_strdup(at->local);
}

/* Runs of white space to one space, none at the ends. */
static char *collapsed(struct arena *a, const char *s, size_t n)
{
	char *out = arena_strndup(a, s, n), *w = out;

	for (size_t i = 0; i < n; i++) {
		bool space = is_space(s[i]);

		if (!space)
			*w++ = s[i];
		else if (w > out && w[-1] != ' ')
			*w++ = ' ';
	}
	if (w > out && w[-1] == ' ')
		w--;
	*w = '\0';
	return out;
}

/* libxml2 hands over an attribute's &amp; as &#38;, for a tree that it would build from it. In place. */
static char *ampersands(char *s)
{
	char *w = s;

	for (const char *c = s; *c; c++) {
		*w++ = *c;
		if (g_str_has_prefix(c, "&#38;"))
			c += strlen("&#38;") - 1;
	}
	*w = '\0';
	return s;
}

/* One mistake, one message: what was meant does not lack. */
static void mark_meant(const struct node *n, struct src *value_at, const char *meant, struct src at)
{
	for (size_t i = 0; meant && n->el->attrs[i].name; i++)
		if (strcmp(n->el->attrs[i].name, meant) == 0)
			value_at[i] = at;
}

static void take_attribute(struct reader *r, struct node *n, struct src *value_at,
			   const struct raw_attribute *raw, size_t lt)
{
	struct load *l = r->load;
	char *name = qualified(raw);
	struct src at = attribute_at(r, lt, name);
	const struct attribute *attr = n->el->attrs;
	size_t i = 0;
	char *value;

	while (attr && attr[i].name && strcmp(attr[i].name, name) != 0)
		i++;
	if (!attr || !attr[i].name) {
		mark_meant(n, value_at, check_unknown_attribute(n->el, name, at, l->d), at);
		goto out;
	}
	value_at[i] = at;
	if (value_form(attr[i].type)->verbatim)
		value = arena_strndup(l->a, raw->value, (size_t)(raw->end - raw->value));
	else
		value = collapsed(l->a, raw->value, (size_t)(raw->end - raw->value));
	ampersands(value);
	if (value_fits(&attr[i], value))
		n->values[i] = value;
	else
		check_bad_value(n->el, &attr[i], value, at, l->d);
out:
	g_free(name);
}

static void take_attributes(struct reader *r, struct node *n, const struct raw_attribute *raw, int nraw, size_t lt)
{
	size_t nattrs = 0;
	struct src *at;

	while (n->el->attrs && n->el->attrs[nattrs].name)
		nattrs++;
	n->values = arena_make_array(r->load->a, nattrs, const char *);
	n->value_at = at = arena_make_array(r->load->a, nattrs, struct src);
	for (int i = 0; i < nraw; i++)
		take_attribute(r, n, at, &raw[i], lt);
	/* A bad value or a misspelt name has been reported: it has a place, so it is not missing. */
	for (size_t i = 0; i < nattrs; i++)
		if (n->el->attrs[i].required && !n->values[i] && !at[i].file)
			check_missing_attribute(n->el, &n->el->attrs[i], n->at, r->load->d);
}

static void include(struct reader *r, const struct raw_attribute *raw, int nraw, size_t lt);

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
	flush_text(r);
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
		include(r, raw, nattrs, lt);
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
	take_attributes(r, f.node, raw, nattrs, lt);
	if (r->load->frames->len)
		append_child(top_frame(r)->node, f.node);
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
	flush_text(r);
	r->pos = parser_byte(r);
	g_array_set_size(r->opens, r->opens->len - 1);
	if (r->skip) {
		r->skip--;
		return;
	}
	f = top_frame(r);
	for (int i = 0; f->node->el->children && f->node->el->children[i].name; i++) {
		const struct child *row = &f->node->el->children[i];

		if ((row->occurs == '1' || row->occurs == '+') && f->counts[i] == 0)
			check_missing_child(r->load->v, f->node->el, row, f->node->at, r->load->d);
	}
	g_array_set_size(r->load->frames, r->load->frames->len - 1);
}

/* ---- files ---- */

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

static void parse(struct reader *r)
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
	flush_text(r);
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

static bool is_open(const struct reader *r, const char *real)
{
	for (; r; r = r->outer)
		if (strcmp(r->real, real) == 0)
			return true;
	return false;
}

/* The name by which an included file is shown: beside the including file's. */
static char *shown_path(const struct source *from, const char *href, const char *real)
{
	const char *slash = strrchr(from->path, '/');
	const char *name = path_inside(real, from->folder) ? real + strlen(from->folder) + 1 : href;

	return slash ? g_strdup_printf("%.*s/%s", (int)(slash - from->path), from->path, name) : g_strdup(name);
}

static const char *include_href(struct reader *r, const struct raw_attribute *raw, int nraw, size_t lt)
{
	const char *href = NULL;

	for (int i = 0; i < nraw; i++) {
		char *name = qualified(&raw[i]);

		if (strcmp(name, "href") == 0)
			href = ampersands(arena_strndup(r->load->a, raw[i].value, (size_t)(raw[i].end - raw[i].value)));
		else
			diag_add(r->load->d, D_UNKNOWN_ATTRIBUTE, attribute_at(r, lt, name),
				 _("unknown attribute %s of <%s>; allowed here: %s"), name, "xi:include", "href");
		g_free(name);
	}
	if (!href)
		diag_add(r->load->d, D_MISSING, source_at(r->src, lt), _("<%s> lacks the attribute %s; expected %s"),
			 "xi:include", "href", _(value_form(ATTR_FILE)->expected));
	else if (href[strspn(href, " \t\r\n")] == '\0')
		diag_add(r->load->d, D_BAD_VALUE, attribute_at(r, lt, "href"), _("%s=\"%s\" of <%s>: expected %s"),
			 "href", href, "xi:include", _(value_form(ATTR_FILE)->expected));
	else
		return href;
	return NULL;
}

/* Whether a file may be included in the open element; counts as what it would hold. */
static bool include_allowed(struct reader *r, struct src at)
{
	const struct vocabulary *v = r->load->v;
	struct frame *f = top_frame(r);
	bool allowed = false;

	for (const char *const *root = v->roots + 1; *root; root++)
		allowed = allowed || element_row(v, f->node->el, *root) >= 0;
	if (!allowed)
		diag_add(r->load->d, D_INCLUDE, at, _("no file can be included in <%s>; only where an <%s> may stand"),
			 f->node->el->name, v->roots[1]);
	return allowed;
}

static void count_included(struct reader *r)
{
	const struct vocabulary *v = r->load->v;
	struct frame *f = top_frame(r);

	for (const char *const *root = v->roots + 1; *root; root++) {
		int row = element_row(v, f->node->el, *root);

		if (row >= 0)
			f->counts[row]++;
	}
}

static void include(struct reader *r, const struct raw_attribute *raw, int nraw, size_t lt)
{
	struct load *l = r->load;
	const char *href;
	struct src at = source_at(r->src, lt);
	struct reader inner = { .load = l, .outer = r };
	char *shown;

	if (!include_allowed(r, at))
		return;
	href = include_href(r, raw, nraw, lt);
	/* Whatever happens to it, the author meant one to stand here. */
	count_included(r);
	if (!href)
		return;
	inner.real = path_resolve(l->a, r->src->folder, href, l->inside, D_INCLUDE, attribute_at(r, lt, "href"), l->d);
	if (!inner.real)
		return;
	if (is_open(r, inner.real)) {
		diag_add(l->d, D_INCLUDE, at, _("%s includes itself; left out"), href);
		return;
	}
	if (l->includes_left-- <= 0) {
		diag_add(l->d, D_INCLUDE, at, _("more than %d files are included; left out"), INCLUDES_MAX);
		return;
	}
	shown = shown_path(r->src, href, inner.real);
	inner.src = source_read(l->a, shown, inner.real, &l->bytes_left, l->d);
	g_free(shown);
	if (inner.src)
		parse(&inner);
}

struct node *node_read(struct arena *a, struct arena *texts, const struct vocabulary *v, const char *path,
		       const char *inside, struct diag *d)
{
	struct load l = { .a = a, .texts = texts, .v = v, .d = d, .bytes_left = SOURCE_TOTAL_MAX, .includes_left = INCLUDES_MAX };
	struct reader r = { .load = &l };

	r.real = path_real(a, path);
	r.src = source_read(a, path, r.real ? r.real : path, &l.bytes_left, d);
	if (!r.src || !r.real)
		return NULL;
	l.inside = inside ? inside : r.src->folder;
	l.frames = g_array_new(FALSE, FALSE, sizeof(struct frame));
	xmlInitParser();
	parse(&r);
	g_array_free(l.frames, TRUE);
	return l.root;
}

/* ---- reading the tree ---- */

bool node_is(const struct node *n, const char *name)
{
	return n->el && strcmp(n->el->name, name) == 0;
}

static int attribute_index(const struct node *n, const char *attr)
{
	for (int i = 0; n->el && n->el->attrs && n->el->attrs[i].name; i++)
		if (strcmp(n->el->attrs[i].name, attr) == 0)
			return i;
	return -1;
}

const char *node_get(const struct node *n, const char *attr)
{
	int i = attribute_index(n, attr);

	if (i < 0)
		return NULL;
	return n->values[i] ? n->values[i] : attribute_default(&n->el->attrs[i]);
}

struct src node_attr_at(const struct node *n, const char *attr)
{
	int i = attribute_index(n, attr);

	return i >= 0 && n->value_at[i].file ? n->value_at[i] : n->at;
}

const struct node *node_child(const struct node *n, const char *name)
{
	for (const struct node *c = n->first; c; c = c->next)
		if (node_is(c, name))
			return c;
	return NULL;
}
