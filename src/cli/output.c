/* src/cli/output.c - where a command writes to. */
#include "cli/output.h"
#include <sys/stat.h>
#include <glib.h>

char *output_in(const char *output, const char *file)
{
	if (!output)
		return g_strdup(file);
	if (g_str_has_suffix(output, "/") || g_file_test(output, G_FILE_TEST_IS_DIR))
		return g_build_filename(output, file, NULL);
	return g_strdup(output);
}

bool same_file(const char *a, const char *b)
{
	struct stat sa, sb;

	return stat(a, &sa) == 0 && stat(b, &sb) == 0 && sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}
