/*
 * src/doc/number.h - numbers in an author's text, and numbers as a language writes them.
 *
 * In      text in any language, its digits in any script: 1 234,5 · −3 % · ٣٫٥ · 1'200.50
 * Out     the first number in it: value, where it begins and ends, where its decimal mark is
 * Source  marks of decimals and groups: CLDR 41 (symbols-numberSystem), grouped as print in the language does
 */
#ifndef ZIVOS_DOC_NUMBER_H
#define ZIVOS_DOC_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct number {
	double value;
	size_t start, end;		/* bytes, the sign included */
	size_t mark;			/* of its decimal mark; where it has none: end */
	int decimals;
};

/*
 * The first number of a text. The language says which of point and comma is the decimal mark; the other one
 * groups digits by three, and is taken for a decimal mark where it cannot. false: there is none, or it is
 * greater than NUMBER_MOST, beyond which a double does not hold each whole number: nothing is drawn or aligned by it.
 */
#define NUMBER_MOST 1e15

bool number_find(const char *text, size_t len, const char *lang, struct number *out);

/* The value with so many decimals and the language's marks, in the digits that follow `zero` ('0', U+0660 ...). */
const char *number_write(struct arena *a, double value, int decimals, const char *lang, uint32_t zero);

#endif
