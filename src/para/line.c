/*
 * src/para/line.c - justify one line, put its runs in visual order, make pieces.
 */
#include "para/line.h"
#include <glib.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "doc/layout.h"
#include "para/elastic.h"
#include "para/hlist.h"
#include "text/font.h"
#include "text/fullwidth.h"
#include "text/shape.h"

#define ZWJ "\xe2\x80\x8d"
#define EXPAND_STEPS 20			/* each way: 41 widths of a font in all, so that few are made */
#define FILL_SPACES 0.5			/* of what they give in prose */
#define FILL_KASHIDA 0.7		/* em, in a word of verse: longer ones draw the eye from line to line */
#define TRACK_LEAST 0.03			/* of the limit: less is left to the spaces, nobody would see it */

struct setter {
	struct arena *arena;
	const struct shaped *s;
	uint32_t start, end;
	Pt space_scale;			/* added per Pt of a space's width */
	double gap;			/* share of what each gap between ideographs or clusters was said to give; may be more than 1 */
	double squeeze;			/* part of the blank halves of full-width marks that is taken, 0..1 */
	double track;			/* em added between clusters of spaced scripts, not beside spaces */
	bool hyphen;			/* stands after the last cluster */
	bool fill;			/* a half-verse: words are lengthened before spaces grow */
	double scale;			/* of their letters' widths */
	struct slice *slices;
	size_t nslices;
	GArray *pieces;
};

static bool is_glue(const struct shaped *s, uint32_t byte)
{
	unsigned char c = (unsigned char)s->text[byte];
	return c == ' ' || (c == 0xc2 && (unsigned char)s->text[byte + 1] == 0xa0);
}

/* Whether nothing of a word follows the byte: a space's width is its own, whatever the letters do. */
static bool ends_word(const struct setter *t, uint32_t byte)
{
	return byte >= t->end ? !t->hyphen : is_glue(t->s, byte);
}

/* What is taken of a full-width mark's blank; at the line's edges it hangs outside already. */
static inline struct blank squeezed(const struct setter *t, const struct slice *l, size_t i)
{
	struct blank b = { 0, 0 };

	if (t->squeeze > 0 && l->run->ideographic && l->glyphs[i].cluster != t->start && (i + 1 < l->n || l->end < t->end))
		b = fullwidth_blank(t->s, l->run, &l->glyphs[i]);
	return (struct blank){ b.left * t->squeeze, b.right * t->squeeze };
}

/* Advance of glyph i of a slice as justified: glue and tracking go to the cluster's last glyph. */
static inline Pt set_advance(const struct setter *t, const struct slice *l, size_t i)
{
	const struct glyph *g = &l->glyphs[i];
	Pt adv = l->run->spaced && !is_glue(t->s, g->cluster) ? g->adv * t->scale : g->adv;

	if (i + 1 < l->n && g[1].cluster == g->cluster)
		return adv;
	if (is_glue(t->s, g->cluster))
		return adv * t->s->style->space * (1 + t->space_scale);
	if (l->run->ideographic) {
		struct blank b = squeezed(t, l, i);
		adv -= b.left + b.right;
	}
	if (t->gap != 0 && elastic_gap(t->s, l, i, l->end >= t->end))
		return adv + t->gap * l->run->loosen * l->run->size;
	return l->run->spaced && !ends_word(t, i + 1 < l->n ? g[1].cluster : l->end) ? adv + t->track * l->run->size : adv;
}

static bool unsafe_edge(const struct shaped *s, const struct run *r, uint32_t byte)
{
	return byte > r->start && byte < r->end && shaped_unsafe_at(s, byte);
}

static void cut_slices(struct setter *t)
{
	const struct shaped *s = t->s;

	t->slices = arena_make_array(t->arena, s->nruns, struct slice);
	for (size_t i = 0; i < s->nruns; i++) {
		const struct run *r = &s->runs[i];
		struct slice *l = &t->slices[t->nslices];

		l->start = MAX(r->start, t->start);
		l->end = MIN(r->end, t->end);
		if (l->start >= l->end)
			continue;
		l->run = r;
		if (unsafe_edge(s, r, l->start) || unsafe_edge(s, r, l->end)) {
			l->glyphs = shape_slice(t->arena, s, r, l->start, l->end, &l->n);
		} else {
			l->glyphs = s->glyphs + s->first[l->start];
			l->n = s->first[l->end] - s->first[l->start];
		}
		t->nslices++;
	}
}

/* UAX 9, rule L2: reverse from the highest level down to the lowest odd one. */
static void place_slices(struct setter *t, Pt x)
{
	size_t n = t->nslices;
	struct slice **order = g_new(struct slice *, n + 1);
	unsigned top = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = &t->slices[i];
		top = MAX(top, order[i]->run->level);
	}
	for (unsigned level = top; level > 0; level--)
		for (size_t i = 0; i < n; i++) {
			size_t j = i;
			while (j < n && order[j]->run->level >= level)
				j++;
			for (size_t a = i, b = j; a + 1 < b; a++, b--) {
				struct slice *swap = order[a];
				order[a] = order[b - 1];
				order[b - 1] = swap;
			}
			i = j > i ? j - 1 : i;
		}
	for (size_t i = 0; i < n; i++) {
		order[i]->x = x;
		x += order[i]->width;
	}
	g_free(order);
}

/* ---- pieces ------------------------------------------------------------- */

/* A piece with room for all it can come to: a glyph and a cluster for each glyph of the slice, one for the line's end, and those that
 * long clusters are divided into. */
static struct piece piece_begin(struct setter *t, const struct slice *l, size_t nglyphs, size_t nbytes, Pt x)
{
	return (struct piece){
		.run = l->run, .x = x, .y = -l->run->rise, .hscale = 1,
		.glyphs = arena_make_array(t->arena, nglyphs + 1, struct glyph_at),
		.clusters = arena_make_array(t->arena, nglyphs + 1 + (nbytes + nglyphs) / CLUSTER_MOST * 2, struct cluster),
		.text = arena_alloc(t->arena, nbytes + 2),
	};
}

static void piece_end(struct setter *t, const struct piece *p)
{
	if (p->nglyphs)
		g_array_append_val(t->pieces, *p);
}

static void add_cluster(struct piece *p, const char *text, size_t nbytes, size_t nglyphs)
{
	memcpy(p->text + p->nbytes, text, nbytes);
	p->nbytes += nbytes;
	while (nbytes > CLUSTER_MOST || nglyphs > CLUSTER_MOST) {
		size_t bytes = MIN(nbytes, CLUSTER_MOST), glyphs = MIN(nglyphs, CLUSTER_MOST);

		while (bytes < nbytes && ((unsigned char)text[bytes] & 0xc0) == 0x80)
			bytes--;
		p->clusters[p->nclusters++] = (struct cluster){ (uint16_t)bytes, (uint16_t)glyphs };
		text += bytes;
		nbytes -= bytes;
		nglyphs -= glyphs;
	}
	if (nbytes || nglyphs)
		p->clusters[p->nclusters++] = (struct cluster){ (uint16_t)nbytes, (uint16_t)nglyphs };
}

/* End of the cluster that starts at glyph i: its last glyph + 1, and the byte after its text. */
static size_t cluster_end(const struct slice *l, size_t i, uint32_t *byte)
{
	size_t j = i + 1;

	while (j < l->n && l->glyphs[j].cluster == l->glyphs[i].cluster)
		j++;
	*byte = j < l->n ? l->glyphs[j].cluster : l->end;
	return j;
}

/* Whether the word from glyph i holds a cluster of several glyphs; *end: glyph after the word. */
static bool word_is_complex(const struct setter *t, const struct slice *l, size_t i, size_t *end)
{
	bool complex = false;
	size_t j = i;

	while (j < l->n && !is_glue(t->s, l->glyphs[j].cluster)) {
		uint32_t byte;
		size_t k = cluster_end(l, j, &byte);
		complex |= k - j > 1;
		j = k;
	}
	*end = j;
	return complex;
}

static Pt put_ltr_glyphs(struct setter *t, const struct slice *l, struct piece *p, size_t i, size_t j, Pt x)
{
	for (; i < j; i++) {
		const struct glyph *g = &l->glyphs[i];

		p->glyphs[p->nglyphs++] = (struct glyph_at){ g->id, (float)(x + g->dx * t->scale - squeezed(t, l, i).left), g->dy };
		x += l->adv[i];
	}
	return x;
}

static void ltr_pieces(struct setter *t, const struct slice *l)
{
	struct piece p = piece_begin(t, l, l->n, l->end - l->start, l->x);
	Pt x = 0;

	for (size_t i = 0; i < l->n; ) {
		uint32_t start = l->glyphs[i].cluster, end;
		size_t j, word;

		if (l->run->clustered && !is_glue(t->s, start) && word_is_complex(t, l, i, &word)) {
			j = word;
			end = j < l->n ? l->glyphs[j].cluster : l->end;
		} else {
			j = cluster_end(l, i, &end);
		}
		add_cluster(&p, t->s->text + start, end - start, j - i);
		x = put_ltr_glyphs(t, l, &p, i, j, x);
		i = j;
	}
	p.width = x;
	p.hscale = l->run->spaced ? t->scale : 1;
	piece_end(t, &p);
}

static bool joiner(const struct shaped *s, uint32_t byte)
{
	return !strncmp(s->text + byte, "\xe2\x80\x8c", 3) || !strncmp(s->text + byte, "\xe2\x80\x8d", 3);
}

/*
 * An empty glyph that carries a joiner's text; 0: the font has none. HarfBuzz
 * puts the space's there, which would be read as a space, and many fonts draw
 * a bar for the joiner itself.
 */
static uint32_t joiner_glyph(const struct run *r)
{
	static const hb_codepoint_t empty[] = { 0x200b, 0x200c, 0x200d, 0xfeff, 0 };
	hb_glyph_extents_t e;
	hb_codepoint_t g;

	for (size_t i = 0; i < G_N_ELEMENTS(empty); i++)
		if (hb_font_get_nominal_glyph(r->font->hb, empty[i], &g) && g &&
		    hb_font_get_glyph_extents(r->font->hb, g, &e) && !e.width && !e.height)
			return g;
	return 0;
}

/* One right-to-left word, glyphs [i, j) in logical order; right: its right edge. Returns its left edge. */
static Pt rtl_word(struct setter *t, const struct slice *l, size_t i, size_t j, Pt right)
{
	uint32_t start = l->glyphs[i].cluster, end = j < l->n ? l->glyphs[j].cluster : l->end;
	Pt width = 0, x = 0;
	struct piece p;

	for (size_t k = i; k < j; k++)
		width += l->adv[k];
	p = piece_begin(t, l, j - i, end - start + (j - i) * strlen(ZWJ), right - width);	/* for kashidas */
	p.backward = true;
	p.width = width;
	for (size_t k = j; k-- > i; ) {		/* visual order: from the last to the first */
		const struct glyph *g = &l->glyphs[k];

		uint32_t id = joiner(t->s, g->cluster) ? joiner_glyph(l->run) : g->id;

		if (id)
			p.glyphs[p.nglyphs++] = (struct glyph_at){ id, (float)(x + g->dx), g->dy };
		x += l->adv[k];
	}
	for (size_t k = i; k < j; ) {
		uint32_t byte;
		size_t n = cluster_end(l, k, &byte), m;

		/* A kashida is no text. Without any it would be read as a gap or a tatweel; a joiner says nothing new here. */
		for (m = k; m < n && !(l->glyphs[m].flags & GLYPH_KASHIDA); )
			m++;
		add_cluster(&p, t->s->text + l->glyphs[k].cluster, byte - l->glyphs[k].cluster,
			    joiner(t->s, l->glyphs[k].cluster) && !joiner_glyph(l->run) ? 0 : m - k);
		for (; m < n; m++)
			add_cluster(&p, ZWJ, strlen(ZWJ), 1);
		k = n;
	}
	piece_end(t, &p);
	return right - width;
}

static void rtl_pieces(struct setter *t, const struct slice *l)
{
	Pt right = l->x + l->width;

	for (size_t i = 0; i < l->n; ) {
		bool glue = is_glue(t->s, l->glyphs[i].cluster);
		size_t j = i;

		while (j < l->n && is_glue(t->s, l->glyphs[j].cluster) == glue)
			j++;
		right = rtl_word(t, l, i, j, right);
		i = j;
	}
}

/* The hyphen and the space after a line go to the last left-to-right run, so that they are read with it. */
static void add_end(struct setter *t, bool hyphen)
{
	struct piece *p;
	struct glyph_at g = { 0, 0, 0 };
	hb_codepoint_t id;
	Pt w;

	if (t->pieces->len == 0)
		return;
	p = &g_array_index(t->pieces, struct piece, t->pieces->len - 1);
	if (p->run->level & 1)
		return;
	if (hyphen)
		g.id = run_hyphen(p->run, &w);
	else if (t->end < t->s->len && t->s->text[t->end] == ' ' &&
		 hb_font_get_nominal_glyph(p->run->font->hb, ' ', &id))
		g.id = id;
	if (!g.id)
		return;
	g.x = (float)p->width;
	p->glyphs[p->nglyphs++] = g;		/* piece_begin() left room */
	p->clusters[p->nclusters++] = (struct cluster){ 1, 1 };
	p->text[p->nbytes++] = hyphen ? '-' : ' ';
}

/* ---- the line ------------------------------------------------------------- */

/* What the line's letters give in truth, per em of letter-spacing and per part of their width: a word divided inside a ligature has a
 * letter more than was counted, and where nothing follows nothing is spaced. */
static void measure_letters(const struct setter *t, Pt *spaced, Pt *letters)
{
	*spaced = *letters = 0;
	for (size_t k = 0; k < t->nslices; k++) {
		const struct slice *l = &t->slices[k];

		for (size_t i = 0; l->run->spaced && i < l->n; i++) {
			const struct glyph *g = &l->glyphs[i];

			if (is_glue(t->s, g->cluster))
				continue;
			*letters += g->adv;
			if (i + 1 == l->n || (g[1].cluster != g->cluster && !ends_word(t, g[1].cluster)))
				*spaced += i + 1 < l->n || !ends_word(t, l->end) ? l->run->size : 0;
		}
	}
}

/* What gaps between ideographs and clusters, and the blanks of marks, can give on this line. */
static void elastic_room(struct setter *t, Pt *gaps, Pt *blanks)
{
	*gaps = *blanks = 0;
	t->squeeze = 1;
	for (size_t k = 0; k < t->nslices; k++) {
		const struct slice *l = &t->slices[k];

		for (size_t i = 0; l->run->loosen > 0 && i < l->n; i++) {
			struct blank b = squeezed(t, l, i);

			*blanks += b.left + b.right;
			if (elastic_gap(t->s, l, i, l->end >= t->end))
				*gaps += l->run->loosen * l->run->size;
		}
	}
	t->squeeze = 0;
}

/* Spaces and gaps take shares of what is missing; kashidas come in where the spaces are at their limit. */
static void spread(struct setter *t, Pt left, Pt space_width)
{
	Pt spaces = space_width * t->s->style->space_stretch * (t->fill ? FILL_SPACES : 1), gaps, blanks;

	if (left > spaces && (t->s->rtl || t->s->bidi))
		left -= elastic_kashida(t->arena, t->s, t->slices, t->nslices, left - spaces, t->fill ? FILL_KASHIDA : 0);
	elastic_room(t, &gaps, &blanks);
	if (gaps > 0.01) {
		t->gap = left / (spaces + gaps);
		left -= t->gap * gaps;
	}
	if (space_width > 0)
		t->space_scale = left / space_width;
}

/* Marks are squeezed together with spaces; what they cannot give is taken evenly between ideographs. */
static void squeeze(struct setter *t, Pt left, Pt space_width)
{
	Pt spaces = space_width * t->s->style->space_shrink, gaps, blanks;

	elastic_room(t, &gaps, &blanks);
	if (blanks > 0.01) {
		t->squeeze = fmin(-left / (spaces + blanks), 1);
		left += t->squeeze * blanks;
	}
	if (space_width > 0)
		t->space_scale = left / space_width;
	else if (gaps > 0.01)
		t->gap = left / gaps;
}

/* Letters take their share up to the limit, by their width first, then between them: letter-spacing shows sooner. What is left goes
 * to the spaces, and to what the script has beside them. */
static void justify(struct setter *t, const struct fit *f, Pt space_width)
{
	double r = f->letters, limit = t->s->style->track_limit, expand = 0, track = 0;
	Pt left, want, spaced, letters;

	want = r * (f->track + f->expand);
	if (f->expand > 0) {
		expand = rint(fmax(-1, fmin(want / f->expand, 1)) * EXPAND_STEPS) / EXPAND_STEPS;
		t->scale = 1 + expand * t->s->style->expand_limit;
		want -= expand * f->expand;
	}
	if (f->track > 0 && fabs(want) > TRACK_LEAST * f->track) {
		track = fmax(-1, fmin(want / f->track, 1));
		t->track = track * limit;
	}
	/* An overfull line sticks out; its words do not run into each other. */
	measure_letters(t, &spaced, &letters);
	left = fmax(f->need - t->track * spaced - (t->scale - 1) * letters, -f->shrink);
	if (left > 0)
		spread(t, left, space_width);
	else
		squeeze(t, left, space_width);
}

static Pt aligned_x(const struct shaped *s, enum align align, Pt slack)
{
	switch (align) {
	case ALIGN_CENTER: return slack / 2;
	case ALIGN_END:    return s->rtl ? 0 : slack;
	default:           return s->rtl ? slack : 0;
	}
}

static Pt space_width(const struct hlist *h, size_t from, size_t to)
{
	Pt w = 0;

	for (size_t i = from == SIZE_MAX ? 0 : from + 1; i < to; i++)
		if (h->items[i].kind == H_GLUE)
			w += h->items[i].width;
	return w;
}

static struct set_line *make_line(struct arena *a, const struct hlist *h, size_t from, size_t to, struct measure m, bool fill)
{
	const struct hitem *b = &h->items[to];
	const struct shaped *s = h->text;
	struct fit f = line_fit(h, from, to, m.width);
	struct setter t = {
		.arena = a, .s = s, .end = b->start, .scale = 1, .hyphen = b->hyphen, .fill = fill,
		.start = from == SIZE_MAX ? 0 : h->items[from].end,
		.pieces = g_array_new(FALSE, FALSE, sizeof(struct piece)),
	};
	struct set_line *line = arena_make(a, struct set_line);
	enum align align = shaped_align(s, m.width);
	bool last = b->penalty <= PENALTY_FORCED;
	Pt x, total = 0, hyphen = 0, hang = from == SIZE_MAX ? h->hang_start : h->items[from].hang_start;

	line->justified = (align == ALIGN_JUSTIFY && !last) || fill;
	cut_slices(&t);
	if (line->justified || f.need < 0)
		justify(&t, &f, space_width(h, from, to));
	for (size_t i = 0; i < t.nslices; i++) {
		struct slice *l = &t.slices[i];

		l->adv = arena_make_array(a, l->n, Pt);
		for (size_t k = 0; k < l->n; k++)
			l->width += l->adv[k] = set_advance(&t, l, k);
		total += l->width;
	}
	/* What hangs at the start hangs out to the left, or in right-to-left text to the right. */
	x = m.left + (line->justified ? 0 : aligned_x(s, align, fmax(f.need, 0)));
	x += s->rtl ? -b->hang_end : -hang;
	place_slices(&t, x);
	for (size_t i = 0; i < t.nslices; i++) {
		if (t.slices[i].run->level & 1)
			rtl_pieces(&t, &t.slices[i]);
		else
			ltr_pieces(&t, &t.slices[i]);
	}
	add_end(&t, b->hyphen);
	if (b->hyphen && t.nslices)	/* b->pre holds more: what reshaping changed, which total has already */
		run_hyphen(t.slices[t.nslices - 1].run, &hyphen);
	line->start = t.start;
	line->end = t.end;
	line->text = s;
	line->x = x;
	line->width = total + hyphen;
	line->hyphen = b->hyphen;
	line->npieces = t.pieces->len;
	line->pieces = arena_copy(a, t.pieces->data, t.pieces->len * sizeof(struct piece));
	g_array_unref(t.pieces);
	return line;
}

struct set_line *line_set(struct arena *a, const struct hlist *h, size_t from, size_t to, struct measure m)
{
	return make_line(a, h, from, to, m, false);
}

struct set_line *line_fill(struct arena *a, const struct hlist *h, size_t from, size_t to, struct measure m)
{
	return make_line(a, h, from, to, m, true);
}
