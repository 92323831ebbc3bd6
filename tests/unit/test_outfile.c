/* tests/unit/test_outfile.c - output appears whole or not at all. */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/diag.h"
#include "base/outfile.h"

static char *folder;			/* a fresh one per case */

static void set_up(void *fixture, const void *data)
{
	(void)fixture, (void)data;
	folder = g_dir_make_tmp("zivos-test-XXXXXX", NULL);
}

static void remove_tree(const char *path)
{
	GDir *d = g_dir_open(path, 0, NULL);
	const char *name;

	while (d && (name = g_dir_read_name(d))) {
		char *inside = g_build_filename(path, name, NULL);

		remove_tree(inside);
		g_free(inside);
	}
	if (d)
		g_dir_close(d);
	g_remove(path);
}

static void tear_down(void *fixture, const void *data)
{
	(void)fixture, (void)data;
	remove_tree(folder);
	g_free(folder);
}

static int entries(void)
{
	GDir *d = g_dir_open(folder, 0, NULL);
	int n = 0;

	while (g_dir_read_name(d))
		n++;
	g_dir_close(d);
	return n;
}

static char *in(const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static void assert_content(const char *path, const char *expected)
{
	char *text = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_assert_cmpstr(text, ==, expected);
	g_free(text);
}

static void write_all(const char *path, const char *text, struct diag *d)
{
	struct outfile *o = outfile_new(path, d);

	g_assert_nonnull(o);
	outfile_write(o, text, strlen(text));
	outfile_commit(o, d);
}

static void whole(void *fixture, const void *data)
{
	struct diag *d = diag_new();
	char *path = in("a/b/new.pdf");
	struct stat st;
	mode_t mask = umask(022);

	(void)fixture, (void)data;
	write_all(path, "one", d);
	assert_content(path, "one");
	stat(path, &st);
	g_assert_cmpint(st.st_mode & 0777, ==, 0644);
	write_all(path, "two", d);
	assert_content(path, "two");
	g_assert_cmpuint(diag_count(d, SEV_NOTE), ==, 0);
	umask(mask);
	g_free(path);
	diag_free(d);
}

static void abort_keeps_the_old(void *fixture, const void *data)
{
	struct diag *d = diag_new();
	char *path = in("out");
	struct outfile *o;

	(void)fixture, (void)data;
	write_all(path, "old", d);
	o = outfile_new(path, d);
	outfile_write(o, "new", 3);
	g_assert_cmpint(entries(), ==, 2);
	assert_content(path, "old");
	outfile_abort(o);
	assert_content(path, "old");
	g_assert_cmpint(entries(), ==, 1);
	outfile_abort(NULL);
	g_free(path);
	diag_free(d);
}

static void by_name(void *fixture, const void *data)
{
	struct diag *d = diag_new();
	char *path = in("out");
	struct outfile *o = outfile_new(path, d);

	(void)fixture, (void)data;
	g_assert_true(g_file_set_contents_full(outfile_temp(o), "by name", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
	g_assert_true(outfile_commit(o, d));
	assert_content(path, "by name");
	g_free(path);
	diag_free(d);
}

static void follows_links(void *fixture, const void *data)
{
	struct diag *d = diag_new();
	char *real = in("real"), *link = in("link");
	struct stat st;

	(void)fixture, (void)data;
	write_all(real, "old", d);
	g_assert_cmpint(symlink("real", link), ==, 0);
	write_all(link, "new", d);
	g_assert_cmpint(lstat(link, &st), ==, 0);
	g_assert_true(S_ISLNK(st.st_mode));
	assert_content(real, "new");
	g_free(real);
	g_free(link);
	diag_free(d);
}

static void impossible(void *fixture, const void *data)
{
	struct diag *d = diag_new();
	char *file = in("file"), *below = in("file/below");

	(void)fixture, (void)data;
	g_assert_null(outfile_new(folder, d));		/* a folder */
	g_assert_cmpuint(diag_count(d, SEV_ERROR), ==, 1);
	write_all(file, "x", d);
	g_assert_null(outfile_new(below, d));
	g_assert_cmpuint(diag_count(d, SEV_ERROR), ==, 2);
	g_assert_true(diag_machine_failed(d));
	g_free(file);
	g_free(below);
	diag_free(d);
}

/* Devices are written straight; that the disk is full is found out at the end. */
static void full_disk(void *fixture, const void *data)
{
	struct diag *d = diag_new();
	struct outfile *o = outfile_new("/dev/full", d);
	struct stat st;

	(void)fixture, (void)data;
	g_assert_nonnull(o);
	outfile_write(o, "some bytes", 10);
	g_assert_false(outfile_commit(o, d));
	g_assert_cmpint(diag_get(d, 0)->id, ==, D_WRITE_FAILED);
	g_assert_nonnull(strstr(diag_get(d, 0)->text, "disk is full"));
	stat("/dev/full", &st);
	g_assert_true(S_ISCHR(st.st_mode));
	diag_free(d);
}

static void interrupted(void *fixture, const void *data)
{
	char *path = in("out");
	int status = 0;
	pid_t child = fork();

	(void)fixture, (void)data;
	if (child == 0) {
		struct diag *d = diag_new();

		outfile_write(outfile_new(path, d), "half", 4);
		raise(SIGTERM);
		_exit(0);
	}
	waitpid(child, &status, 0);
	g_assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
	g_assert_cmpint(entries(), ==, 0);
	g_free(path);
}

int main(int argc, char **argv)
{
	static const struct { const char *name; void (*run)(void *, const void *); } cases[] = {
		{ "/outfile/whole", whole },
		{ "/outfile/abort-keeps-the-old", abort_keeps_the_old },
		{ "/outfile/by-name", by_name },
		{ "/outfile/follows-links", follows_links },
		{ "/outfile/impossible", impossible },
		{ "/outfile/full-disk", full_disk },
		{ "/outfile/interrupted", interrupted },
	};

	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		g_test_add_vtable(cases[i].name, 0, NULL, (GTestFixtureFunc)set_up, (GTestFixtureFunc)cases[i].run, (GTestFixtureFunc)tear_down);
	return g_test_run();
}
