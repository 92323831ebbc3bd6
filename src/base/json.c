/*
 * src/base/json.c - see base/json.h.
 */
#include "base/json.h"
#include <glib.h>

void json_print_string(const char *s, FILE *out)
{
	char *valid = g_utf8_make_valid(s, -1);

	fputc('"', out);
	for (const char *p = valid; *p; p++) {
		if (*p == '"' || *p == '\\')
			fprintf(out, "\\%c", *p);
		else if ((unsigned char)*p < 0x20)
			fprintf(out, "\\u%04x", (unsigned)*p);
		else
			fputc(*p, out);
	}
	fputc('"', out);
	g_free(valid);
}
