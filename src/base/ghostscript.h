/*
 * src/base/ghostscript.h - Ghostscript as a program with bounds.
 *
 * In      its arguments, beside those that keep it quiet and safe; seconds
 * Out     how it ended. What it draws goes where the arguments say
 * Bounds  1.5 GB of memory, or less where the caller has less; the seconds; it
 *         ends with its caller, whatever ends that
 * Safety  -dSAFER, and nothing of the user's settings (GS_OPTIONS and the like), so
 *         that the same is measured everywhere. A file's name goes through gs_file():
 *         "@name" would be read as more arguments, "%pipe%name" run as a command
 */
#ifndef ZIVOS_BASE_GHOSTSCRIPT_H
#define ZIVOS_BASE_GHOSTSCRIPT_H

#include <sys/types.h>

enum gs_end { GS_DONE, GS_FAILED, GS_SLOW, GS_MISSING };

/* arguments: NULL-terminated; files' names by gs_file(). seconds: 0 for as long as the caller may take. */
enum gs_end gs_run(const char *const *arguments, double seconds);

/* For callers that read what it draws: Ghostscript with its output to the file descriptor `out`. Its process, to
 * be waited for, or -1; the exit status GS_NOT_FOUND means that it is not installed. */
enum { GS_NOT_FOUND = 127 };
pid_t gs_start(const char *const *arguments, int out);

/* A path that is nothing but the name of a file; g_free() it. */
char *gs_file(const char *path);

#endif
