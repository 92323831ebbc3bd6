/*
 * src/prepress/token.h - a content stream, operation by operation.
 *
 * In      bytes of a page's content, a form's, a pattern's, a Type 3 glyph's
 * Out     each operation with its operands as slices of the bytes; nothing is copied
 * Errors  an operator that PDF does not have, operands that are missing or
 *         broken: false and a text. Nothing unknown goes through unseen
 */
#ifndef ZIVOS_PREPRESS_TOKEN_H
#define ZIVOS_PREPRESS_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#define CONTENT_OPERATORS(X) \
	/* state */ \
	X(q, "q", 0) X(Q, "Q", 0) X(cm, "cm", 6) X(w, "w", 1) X(J, "J", 1) X(j, "j", 1) X(M, "M", 1) X(d, "d", 2) \
	X(ri, "ri", 1) X(i, "i", 1) X(gs, "gs", 1) \
	/* paths */ \
	X(m, "m", 2) X(l, "l", 2) X(c, "c", 6) X(v, "v", 4) X(y, "y", 4) X(h, "h", 0) X(re, "re", 4) \
	X(S, "S", 0) X(s, "s", 0) X(f, "f", 0) X(F, "F", 0) X(f_eo, "f*", 0) X(B, "B", 0) X(B_eo, "B*", 0) \
	X(b, "b", 0) X(b_eo, "b*", 0) X(n, "n", 0) X(W, "W", 0) X(W_eo, "W*", 0) \
	/* text */ \
	X(BT, "BT", 0) X(ET, "ET", 0) X(Tc, "Tc", 1) X(Tw, "Tw", 1) X(Tz, "Tz", 1) X(TL, "TL", 1) X(Tf, "Tf", 2) \
	X(Tr, "Tr", 1) X(Ts, "Ts", 1) X(Td, "Td", 2) X(TD, "TD", 2) X(Tm, "Tm", 6) X(T_star, "T*", 0) \
	X(Tj, "Tj", 1) X(TJ, "TJ", 1) X(quote, "'", 1) X(quotes, "\"", 3) X(d0, "d0", 2) X(d1, "d1", 6) \
	/* colour; -1: any number */ \
	X(CS, "CS", 1) X(cs, "cs", 1) X(SC, "SC", -1) X(SCN, "SCN", -1) X(sc, "sc", -1) X(scn, "scn", -1) \
	X(G, "G", 1) X(g, "g", 1) X(RG, "RG", 3) X(rg, "rg", 3) X(K, "K", 4) X(k, "k", 4) X(sh, "sh", 1) \
	/* objects, marks. BX and EX are refused: they hide what is unknown */ \
	X(BI, "BI", 0) X(Do, "Do", 1) X(MP, "MP", 1) X(DP, "DP", 2) X(BMC, "BMC", 1) X(BDC, "BDC", 2) X(EMC, "EMC", 0)

#define X(id, name, n) OP_##id,
enum content_operator { CONTENT_OPERATORS(X) OP_NONE };
#undef X

struct slice { const char *s; size_t n; };

enum { OPERANDS_MAX = 40 };

struct operation {
	enum content_operator op;	/* OP_NONE: the end */
	struct slice operands[OPERANDS_MAX];
	size_t noperands;
	struct slice whole;		/* operands, operator, and the white space before them */
	struct slice image;		/* BI: the dictionary's pairs, without BI and ID */
};

struct content {
	const char *s;
	size_t n, at;
	char error[120];		/* English; "" as long as all is well */
};

void content_init(struct content *c, const char *s, size_t n);
/* The next operation; OP_NONE at the end. false: c->error says why. */
bool content_next(struct content *c, struct operation *o);

/* The slice as a number; false: it is none. */
bool slice_number(struct slice p, double *x);
/* A name without its slash, #XX resolved, into buf; false: no name, or too long. */
bool slice_name(struct slice p, char *buf, size_t size);
/* The next object (number, name, string, array, dictionary ...) at *at, which moves on; n = 0 at the end. */
bool content_object(struct content *c, struct slice *p);

#endif
