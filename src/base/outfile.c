/*
 * src/base/outfile.c - output that appears whole or not at all.
 *
 * The temporary file lies in the target's folder, since only within one file
 * system rename() replaces a file in one step. A target that is a symbolic
 * link stays one: what it points to is replaced. A target that is no file
 * (/dev/null, a pipe) cannot be renamed over, least of all by root: it is
 * written straight away.
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
	char *temp;		/* the target itself if direct */
	FILE *f;
	int err;		/* first errno of a write, or 0 */
	int slot;		/* base/temp.h, or -1 */
	bool direct;
};

static void report(const struct outfile *o, int err, struct diag *d)
{
	diag_add(d, D_WRITE_FAILED, (struct src){ o->path, 0, 0 },
		 _("%s; nothing was written"), write_reason(err));
}

static void outfile_free(struct outfile *o)
{
	g_free(o->path);
	g_free(o->target);
	g_free(o->temp);
	free(o);
}

/* Open the target itself, or a temporary file beside it. errno tells why not. */
static bool open_file(struct outfile *o)
{
	char *folder = g_path_get_dirname(o->target);
	mode_t mode = 0666;
	struct stat st;
	int fd = -1;

	if (stat(o->target, &st) == 0) {
		if (S_ISDIR(st.st_mode)) {
			errno = EISDIR;
			goto out;
		}
		o->direct = !S_ISREG(st.st_mode);
		mode = st.st_mode & 0777;
	}
	if (o->direct) {
		o->temp = g_strdup(o->target);
		fd = open(o->temp, O_WRONLY | O_CLOEXEC);
		goto out;
	}
	if (g_mkdir_with_parents(folder, 0777) != 0)
		goto out;
	o->temp = g_build_filename(folder, ".zivos-XXXXXX", NULL);
	fd = temp_open(o->temp, (int)mode, &o->slot);
out:
	if (fd >= 0)
		o->f = fdopen(fd, "wb");
	g_free(folder);
	return o->f != NULL;
}

struct outfile *outfile_new(const char *path, struct diag *d)
{
	struct outfile *o = calloc(1, sizeof *o);
	char *real;

	if (!o)
		abort();
	real = realpath(path, NULL);
	o->path = g_strdup(path);
	o->target = g_strdup(real ? real : path);
	o->slot = -1;
	free(real);
	if (!open_file(o)) {
		report(o, errno, d);
		outfile_free(o);
		return NULL;
	}
	return o;
}

const char *outfile_temp(const struct outfile *o)
{
	return o->temp;
}

bool outfile_write(struct outfile *o, const void *bytes, size_t n)
{
	if (o->err)
		return false;
	if (n && fwrite(bytes, 1, n, o->f) != n)
		o->err = errno ? errno : EIO;
	return !o->err;
}

bool outfile_commit(struct outfile *o, struct diag *d)
{
	int fd = fileno(o->f), err = o->err;

	if (!err && fflush(o->f) != 0)
		err = errno;
	/* A full disk may show only here. Devices cannot be synced: no fault. */
	if (!err && !o->direct && fsync(fd) != 0)
		err = errno;
	if (fclose(o->f) != 0 && !err)
		err = errno;
	o->f = NULL;
	if (!err && !o->direct && rename(o->temp, o->target) != 0)
		err = errno;
	if (err) {
		report(o, err, d);
		outfile_abort(o);
		return false;
	}
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
	if (!o->direct)
		unlink(o->temp);
	temp_forget(o->slot);
	outfile_free(o);
}
