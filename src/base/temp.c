/*
 * src/base/temp.c - temporary files and folders, and their end when zivos is interrupted.
 *
 * The only file-scope state of the program stands here, because a signal
 * handler can be given no argument and may call neither malloc() nor take a
 * lock. It is a table of the names of the temporary files that exist; a slot
 * is claimed and left by one atomic step, so threads may write files at the
 * same time. With all slots taken a file is made all the same: only it would
 * outlive an interrupt.
 */
#define _GNU_SOURCE			/* getdents64() */
#include "base/temp.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>
#include <glib.h>
#include <glib/gstdio.h>
#include "base/i18n.h"

enum { NSLOTS = 16, MOST_ROUNDS = 100 };
enum slot_state { SLOT_FREE, SLOT_TAKEN, SLOT_NAMED, SLOT_FOLDER };
static struct slot { atomic_int state; char name[PATH_MAX]; } table[NSLOTS];

static const int deadly[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE };

/* By the system call, since readdir() allocates. */
static void unlink_all(int folder)
{
	_Alignas(struct dirent64) char list[4096];
	ssize_t n;

	lseek(folder, 0, SEEK_SET);
	while ((n = getdents64(folder, list, sizeof list)) > 0)
		for (ssize_t at = 0; at < n; ) {
			const struct dirent64 *e = (const void *)(list + at);

			unlinkat(folder, e->d_name, 0);
			at += e->d_reclen;
		}
}

/* Again where a process that writes into it was quicker; once it is gone nothing new can appear there. */
static void remove_folder(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	for (int i = 0; folder >= 0 && i < MOST_ROUNDS; i++) {
		unlink_all(folder);
		if (rmdir(path) == 0 || errno != ENOTEMPTY)
			break;
	}
	if (folder >= 0)
		close(folder);
}

static void remove_slot(const struct slot *s)
{
	int state = atomic_load(&s->state);

	if (state == SLOT_NAMED)
		unlink(s->name);
	else if (state == SLOT_FOLDER)
		remove_folder(s->name);
}

static void remove_and_die(int sig)
{
	for (size_t i = 0; i < NSLOTS; i++)
		remove_slot(&table[i]);
	signal(sig, SIG_DFL);
	raise(sig);
}

/* Once; leaves alone what nohup or a test set to be ignored. */
static atomic_flag caught = ATOMIC_FLAG_INIT;
static void catch_signals(void)
{
	struct sigaction old, new = { .sa_handler = remove_and_die };

	if (atomic_flag_test_and_set(&caught))
		return;
	sigemptyset(&new.sa_mask);
	for (size_t i = 0; i < G_N_ELEMENTS(deadly); i++)
		if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
			sigaction(deadly[i], &new, NULL);
}

static int slot_claim(const char *name, enum slot_state state)
{
	if (strlen(name) >= PATH_MAX)
		return -1;
	for (int i = 0; i < NSLOTS; i++) {
		int unused = SLOT_FREE;

		if (!atomic_compare_exchange_strong(&table[i].state, &unused, SLOT_TAKEN))
			continue;
		strcpy(table[i].name, name);
		atomic_store(&table[i].state, state);
		return i;
	}
	return -1;
}

/* fd, or 0, from making it; -1: errno. */
static int make(char *pattern, int mode, enum slot_state state, int *slot)
{
	sigset_t all, before;
	int made, err;

	catch_signals();
	*slot = -1;
	/* No signal between making it and having its name in the table. */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	if (state == SLOT_FOLDER)
		made = g_mkdtemp_full(pattern, mode) ? 0 : -1;
	else
		made = g_mkstemp_full(pattern, O_RDWR | O_CLOEXEC, mode);
	err = errno;
	if (made >= 0)
		*slot = slot_claim(pattern, state);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = err;
	return made;
}

int temp_open(char *pattern, int mode, int *slot)
{
	return make(pattern, mode, SLOT_NAMED, slot);
}

void temp_forget(int slot)
{
	if (slot >= 0)
		atomic_store(&table[slot].state, SLOT_FREE);
}

struct temp_folder { char *path; int slot; };

struct temp_folder *temp_folder_new(const char *name)
{
	struct temp_folder *f = g_new0(struct temp_folder, 1);
	char *pattern = g_strconcat(name, "-XXXXXX", NULL), *path = g_build_filename(g_get_tmp_dir(), pattern, NULL);

	f->path = g_canonicalize_filename(path, NULL);
	g_free(path);
	g_free(pattern);
	if (make(f->path, 0700, SLOT_FOLDER, &f->slot) == 0)
		return f;
	g_free(f->path);
	g_free(f);
	return NULL;
}

const char *temp_folder_path(const struct temp_folder *f)
{
	return f->path;
}

void temp_folder_remove(struct temp_folder *f)
{
	if (!f)
		return;
	remove_folder(f->path);
	temp_forget(f->slot);
	g_free(f->path);
	g_free(f);
}

void temp_disown(void)
{
	struct sigaction now;

	for (size_t i = 0; i < G_N_ELEMENTS(deadly); i++)
		if (sigaction(deadly[i], NULL, &now) == 0 && now.sa_handler == remove_and_die)
			signal(deadly[i], SIG_DFL);
	for (int i = 0; i < NSLOTS; i++)
		temp_forget(i);
	/* Files of its own it may have again. */
	atomic_flag_clear(&caught);
}

/* glibc's texts are translated only where the reader's locale is installed. */
const char *write_reason(int err)
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
