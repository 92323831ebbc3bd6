/* src/preflight/rules.c - the two tables: rules, and the functions that look. */
#include "preflight/rules.h"
#include "preflight/checks.h"

#define X(id, key, standards, source, advice) { key, standards, source, advice },
const struct rule rules[R_COUNT] = { RULE_TABLE(X) };
#undef X

const struct check *const checks[] = {
	&file_checks, &meta_checks, &intent_checks, &box_checks, &font_checks, &colour_checks, &image_checks,
	&imagedata_checks, &state_checks, &text_checks, &line_checks, &edge_checks, &document_checks, &placed_checks,
};
const size_t nchecks = sizeof checks / sizeof checks[0];
