/*
 * src/base/temp.h - files under a temporary name, until they are whole.
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

/* Why a file cannot be written, by errno: translated, to follow a colon or stand alone. */
const char *write_reason(int err);

#endif
