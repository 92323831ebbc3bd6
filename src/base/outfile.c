/*
 * src/base/outfile.c - output that appears whole or not at all.
 *
 * The temporary file lies in the target's folder, since only within one file
 * system rename() replaces a file in one step. A target that is a symbolic
 * link stays one: what it points to is replaced, or made. A target that is no
 * file (/dev/null, a pipe) cannot be renamed over, least of all by root, and
 * an open descriptor (/dev/stdout) is somebody's file that must stay his: to
 * these the temporary file, from the folder for such, is copied in the end.
 */
#include "base/outfile.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/temp.h"

struct outfile {
	char *path;		/* as the caller named it, for messages */
	char *target;		/* where the file appears: links followed */
	char *temp;
	FILE *f;
	int err;		/* first errno of a write, or 0 */
	int slot;		/* base/temp.h, or -1 */
	int direct;		/* descriptor to copy to, or -1: by rename */
};

enum { MOST_LINKS = 40 };

static void report(const struct outfile *o, int err, struct diag *d)
{
	diag_add(d, D_WRITE_FAILED, (struct src){ o->path, 0, 0 },
		 _("%s; nothing was written"), write_reason(err));
}

static void outfile_free(struct outfile *o)
{
	if (o->direct >= 0)
		close(o->direct);
	g_free(o->path);
	g_free(o->target);
	g_free(o->temp);
	free(o);
}

/* The descriptor that a name like /dev/stdout or /dev/fd/3 stands for; -1: it is no such name. */
static int descriptor_named(const char *path)
{
	static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };

	if (strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	for (size_t i = 0; i < G_N_ELEMENTS(folders); i++)
		if (g_str_has_prefix(path, folders[i]) && g_ascii_isdigit(path[strlen(folders[i])]))
			return atoi(path + strlen(folders[i]));
	return -1;
}

/* Where a path leads, also where the last link points to nothing yet. NULL: errno; links in a circle. */
char *outfile_followed(const char *path)
{
	char *at = g_strdup(path);

	for (int i = 0; i < MOST_LINKS; i++) {
		char *aim = g_file_read_link(at, NULL), *folder;

		if (!aim)
			return at;
		folder = g_path_get_dirname(at);
		g_free(at);
		at = g_path_is_absolute(aim) ? g_strdup(aim) : g_build_filename(folder, aim, NULL);
		g_free(folder);
		g_free(aim);
	}
	g_free(at);
	errno = ELOOP;
	return NULL;
}

/* Where the output goes: o->direct, or o->target and the mode of the file there. false: errno. */
static bool find_target(struct outfile *o, mode_t *mode)
{
	int fd = descriptor_named(o->path);
	struct stat st;

	if (fd >= 0) {
		o->direct = fcntl(fd, F_DUPFD_CLOEXEC, 0);
		return o->direct >= 0;
	}
	o->target = outfile_followed(o->path);
	if (!o->target)
		return false;
	if (stat(o->target, &st) != 0)
		return true;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return false;
	}
	*mode = st.st_mode & 0777;
	if (!S_ISREG(st.st_mode)) {
		o->direct = open(o->target, O_WRONLY | O_CLOEXEC);
		return o->direct >= 0;
	}
	return true;
}

/* The temporary file. errno tells why not. */
static bool open_file(struct outfile *o)
{
	mode_t mode = 0666;
	char *folder;
	int fd = -1;

	if (!find_target(o, &mode))
		return false;
	folder = o->direct >= 0 ? g_strdup(g_get_tmp_dir()) : g_path_get_dirname(o->target);
	if (g_mkdir_with_parents(folder, 0777) == 0) {
		o->temp = g_build_filename(folder, ".zivos-XXXXXX", NULL);
		fd = temp_open(o->temp, o->direct >= 0 ? 0600 : (int)mode, &o->slot);
	}
	if (fd >= 0)
		o->f = fdopen(fd, "w+b");
	g_free(folder);
	return o->f != NULL;
}

struct outfile *outfile_new(const char *path, struct diag *d)
{
	struct outfile *o = calloc(1, sizeof *o);

	if (!o)
		abort();
	o->path = g_strdup(path);
	o->slot = o->direct = -1;
	if (!open_file(o)) {
		report(o, errno, d);
		outfile_free(o);
		return NULL;
	}
	return o;
}

const char *outfile_target(const struct outfile *o)
{
	return o->direct >= 0 ? NULL : o->target;
}

void outfile_divert(struct outfile *o, const char *path)
{
	assert(o->direct < 0);
	g_free(o->target);
	o->target = g_strdup(path);
	g_free(o->path);
	o->path = g_strdup(path);
}

const char *outfile_name(const struct outfile *o)
{
	return o->path;
}

const char *outfile_temp(const struct outfile *o)
{
	return o->temp;
}

int outfile_descriptor(const struct outfile *o)
{
	return fileno(o->f);
}

bool outfile_write(struct outfile *o, const void *bytes, size_t n)
{
	if (o->err)
		return false;
	if (n && fwrite(bytes, 1, n, o->f) != n)
		o->err = errno ? errno : EIO;
	return !o->err;
}

bool outfile_settle(struct outfile *o)
{
	if (!o->err && fflush(o->f) != 0)
		o->err = errno;
	return !o->err;
}

static int copy_out(struct outfile *o)
{
	char bytes[65536];
	size_t n;

	rewind(o->f);
	while ((n = fread(bytes, 1, sizeof bytes, o->f)) > 0)
		for (size_t at = 0; at < n; ) {
			ssize_t some = write(o->direct, bytes + at, n - at);

			if (some < 0 && errno != EINTR)
				return errno;
			at += some > 0 ? (size_t)some : 0;
		}
	return ferror(o->f) ? EIO : 0;
}

bool outfile_commit(struct outfile *o, struct diag *d)
{
	bool direct = o->direct >= 0;
	int err = outfile_settle(o) ? 0 : o->err;

	if (!err && direct)
		err = copy_out(o);
	/* A full disk may show only here. */
	if (!err && !direct && fsync(fileno(o->f)) != 0)
		err = errno;
	if (fclose(o->f) != 0 && !err)
		err = errno;
	o->f = NULL;
	if (!err && !direct && rename(o->temp, o->target) != 0)
		err = errno;
	if (err) {
		report(o, err, d);
		outfile_abort(o);
		return false;
	}
	if (direct)
		unlink(o->temp);
	temp_forget(o->slot);
	outfile_free(o);
	return true;
}

void outfile_abort(struct outfile *o)
{
	if (!o)
		return;
	if (o->f)
		fclose(o->f);
	unlink(o->temp);
	temp_forget(o->slot);
	outfile_free(o);
}
