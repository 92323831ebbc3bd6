/*
 * src/base/temp.h - files under a temporary name, until they are whole, and folders of such.
 *
 * Each is removed when the program is interrupted (SIGINT, SIGTERM, SIGHUP, SIGPIPE).
 */
#ifndef ZIVOS_BASE_TEMP_H
#define ZIVOS_BASE_TEMP_H

/* A new file; pattern ends in XXXXXX, which is filled in. A descriptor, or -1
 * with errno. *slot is for temp_forget(). */
int temp_open(char *pattern, int mode, int *slot);
/* The file bears its name now, or is gone. */
void temp_forget(int slot);

/* A folder of its own among the system's temporary ones, for files only: NAME-XXXXXX, absolute. NULL: errno. */
struct temp_folder *temp_folder_new(const char *name);
const char *temp_folder_path(const struct temp_folder *f);
/* With all that lies in it; frees f. NULL is allowed. */
void temp_folder_remove(struct temp_folder *f);

/* In a process just forked: what lies there is the parent's, and a signal removes nothing of it. */
void temp_disown(void);

/* Why a file cannot be written, by errno: translated, to follow a colon or stand alone. */
const char *write_reason(int err);

#endif
