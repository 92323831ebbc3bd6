/*
 * src/base/temp.c - temporary files, and their end when zivos is interrupted.
 *
 * The only file-scope state of the program stands here, because a signal
 * handler can be given no argument and may call neither malloc() nor take a
 * lock. It is a table of the names of the temporary files that exist; a slot
 * is claimed and left by one atomic step, so threads may write files at the
 * same time. With all slots taken a file is made all the same: only it would
 * outlive an interrupt.
 */
#include "base/temp.h"
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

enum { NSLOTS = 16 };
enum slot_state { SLOT_FREE, SLOT_TAKEN, SLOT_NAMED };
static struct slot { atomic_int state; char name[PATH_MAX]; } table[NSLOTS];

static const int deadly[] = { SIGINT, SIGTERM, SIGHUP, SIGPIPE };

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

int temp_open(char *pattern, int mode, int *slot)
{
	sigset_t all, before;
	int fd;

	catch_signals();
	*slot = -1;
	/* No signal between making the file and having its name in the table. */
	sigfillset(&all);
	pthread_sigmask(SIG_BLOCK, &all, &before);
	fd = g_mkstemp_full(pattern, O_RDWR | O_CLOEXEC, mode);
	if (fd >= 0)
		*slot = slot_claim(pattern);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return fd;
}

void temp_forget(int slot)
{
	if (slot >= 0)
		atomic_store(&table[slot].state, SLOT_FREE);
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
