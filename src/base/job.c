/* src/base/job.c - lines of escaped fields. */
#include "base/job.h"
#include <string.h>
#include <glib.h>

#define X(id, key, text) key,
const char *const job_fault_keys[JOB_NFAULTS] = { JOB_FAULTS(X) };
#undef X

#define X(id, key) key,
const char *const job_note_keys[JOB_NNOTES] = { JOB_NOTES(X) };
#undef X

char *job_line(const char *const *field, size_t n)
{
	GString *s = g_string_new(NULL);

	for (size_t i = 0; i < n; i++) {
		if (i)
			g_string_append_c(s, '\t');
		for (const char *c = field[i]; *c; c++) {
			unsigned char b = (unsigned char)*c;

			if (b <= ' ' || b == '%' || b == 0x7f)
				g_string_append_printf(s, "%%%02X", b);
			else
				g_string_append_c(s, *c);
		}
	}
	g_string_append_c(s, '\n');
	return g_string_free(s, FALSE);
}

char **job_fields(const char *line)
{
	/* Blanks at the end count: a last field may be empty. */
	char *copy = g_strndup(line, strcspn(line, "\n")), **field = g_strsplit(copy, "\t", -1);

	for (size_t i = 0; field[i]; i++) {
		char *out = field[i];

		for (const char *c = field[i]; *c; c++) {
			int high = c[0] == '%' ? g_ascii_xdigit_value(c[1]) : -1;
			int low = high >= 0 ? g_ascii_xdigit_value(c[2]) : -1;

			*out++ = low >= 0 ? (char)(high * 16 + low) : *c;
			c += low >= 0 ? 2 : 0;
		}
		*out = 0;
	}
	g_free(copy);
	return field;
}
