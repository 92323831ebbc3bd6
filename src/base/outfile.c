/*
 * src/base/outfile.c - output that appears whole or not at all.
 *
 * The temporary file lies in the target's folder, since only within one file
 * system rename() replaces a file in one step. A target that is a symbolic
 * link stays one: what it points to is replaced. A target that is no file
 * (/dev/null, a pipe) cannot be renamed over, least of all by root: it is
 * written straight away.
 *
 * Interrupted: the only file-scope state of the program stands here, because a
 * signal handler can be given no argument and may call neither malloc() nor
 * take a lock. It is a table of the names of the temporary files that exist; a
 * slot is claimed and left by one atomic step, so threads may write files at
 * the same time. With all slots taken a file is written all the same: only
 * its temporary file would outlive an interrupt.
 */
#include "base/outfile.h"
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"

struct outfile {
	char *path;		/* as the caller named it, for messages */
	char *target;		/* where the file appears: links followed */
	char *temp;		/* the target itself if direct */
	FILE *f;
	int err;		/* first errno of a write, or 0 */
	int slot;		/* in table, or -1 */
	bool direct;
};

enum { NSLOTS = 16 };
enum slot_state { SLOT_FREE, SLOT_TAKEN, SLOT_NAMED };
static struct slot { atomic_int state; char name[PATH_MAX]; } table[NSLOTS];

static const int deadly[] = { SIGINT, SIGTERM, SIGHUP };

static void remove_and_die(int sig)
{
	for (size_t i = 0; i < NSLOTS; i++)
		if (atomic_load(&table[i].state) == SLOT_NAMED)
			unlink(table[i].name);
	signal(sig, SIG_DFL);
	raise(sig);
}

/* Once; leaves alone what nohup or a test set to be ignored. */
static void catch_signals(void)
{
	static atomic_flag done = ATOMIC_FLAG_INIT;
	struct sigaction old, new = { .sa_handler = remove_and_die };

	if (atomic_flag_test_and_set(&done))
		return;
	sigemptyset(&new.sa_mask);
	for (size_t i = 0; i < G_N_ELEMENTS(deadly); i++)
		if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			sigaction(deadly[i], &new, NULL);
}

static int slot_claim(const char *name)
{
	if (strlen(name) >= PATH_MAX)
		return -1;
	for (int i = 0; i < NSLOTS; i++) {
		int unused = SLOT_FREE;

		if (!atomic_compare_exchange_strong(&table[i].state, &unused, SLOT_TAKEN))
			continue;
		strcpy(table[i].name, name);
		atomic_store(&table[i].state, SLOT_NAMED);
		return i;
	}
	return -1;
}

static void slot_leave(int slot)
{
	if (slot >= 0)
		atomic_store(&table[slot].state, SLOT_FREE);
}

/* glibc's texts are translated only where the reader's locale is installed. */
static const char *reason(int err)
{
	static const struct { int err; const char *text; } reasons[] = {
		{ ENOSPC,       N_("the disk is full") },
		{ EDQUOT,       N_("your share of the disk is used up") },
		{ EACCES,       N_("writing there is not permitted") },
		{ EPERM,        N_("writing there is not permitted") },
		{ EROFS,        N_("the disk can only be read") },
		{ ENOENT,       N_("there is no such folder") },
		{ ENOTDIR,      N_("a part of the path is not a folder") },
		{ EISDIR,       N_("this is a folder, not a file") },
		{ ENAMETOOLONG, N_("the name is too long") },
		{ EFBIG,        N_("the file grew too large") },
		{ EIO,          N_("the disk reports a fault") },
	};

	for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
		if (reasons[i].err == err)
			return _(reasons[i].text);
	return strerror(err);
}

static void report(const struct outfile *o, int err, struct diag *d)
{
	diag_add(d, D_WRITE_FAILED, (struct src){ o->path, 0, 0 },
		 _("%s; nothing was written"), reason(err));
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
	sigset_t all, before;
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
	/* No signal between making the file and having its name in the table. */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	fd = g_mkstemp_full(o->temp, O_RDWR | O_CLOEXEC, (int)mode);
	if (fd >= 0)
		o->slot = slot_claim(o->temp);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
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
	catch_signals();
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
	slot_leave(o->slot);
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
	slot_leave(o->slot);
	outfile_free(o);
}
