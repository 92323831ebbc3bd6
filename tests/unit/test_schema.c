/* tests/unit/test_schema.c - every row of the vocabularies says what it is, in what unit, and what holds without it. */
#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "doc/schema.h"
#include "doc/value.h"

static int n, failed;

static void row(bool good, const char *what, const char *element, const char *attr)
{
	n++;
	if (good)
		return;
	failed++;
	printf("not ok %d - <%s %s>: %s\n", n, element, attr ? attr : "", what);
}

/* A sentence: it begins large or with a name, and ends. */
static bool is_sentence(const char *doc)
{
	return doc && strlen(doc) > 3 && strchr(".:", doc[strlen(doc) - 1]);
}

static bool is_bare_number(enum attr_type t)
{
	return t >= ATTR_INT && t <= ATTR_PIXELS;
}

static void check_attribute(const struct element *e, const struct attribute *at)
{
	const char *value = attribute_default(at);

	row(is_sentence(at->doc), "has no sentence that ends with a full stop", e->name, at->name);
	row(at->required || at->deflt, "is not required, so its row says what holds without it: a value, or words in (brackets)", e->name, at->name);
	row(!at->required || !at->deflt, "is required: its default is never asked for", e->name, at->name);
	row(!at->deflt || value || at->deflt[strlen(at->deflt) - 1] == ')', "has a default in words that does not end with a bracket", e->name, at->name);
	row(!value || value_fits(at, value), "has a default that it would refuse", e->name, at->name);
	row(!is_bare_number(at->type) || value_form(at->type)->unit, "is a number without a unit", e->name, at->name);
	row((at->type == ATTR_ENUM) <= (at->values != NULL), "is a choice of nothing", e->name, at->name);
}

int main(void)
{
	const struct vocabulary *const all[] = { &issue_vocabulary, &layout_vocabulary, &print_vocabulary };

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		for (const struct element *e = all[i]->elements; e->name; e++) {
			row(is_sentence(e->doc), "has no sentence that ends with a full stop", e->name, NULL);
			for (const struct attribute *at = e->attrs; at && at->name; at++)
				check_attribute(e, at);
		}
	assert(attribute_default(&(struct attribute){ .deflt = "(the parent's)" }) == NULL);
	assert(strcmp(attribute_default(&(struct attribute){ .deflt = "12%" }), "12%") == 0);
	if (!failed)
		printf("ok 1 - all %d statements about the rows of the vocabularies hold\n", n);
	return failed != 0;
}
