/*
 * src/preflight/ghostscript.h - Ghostscript as a program with bounds.
 *
 * In      its arguments, beside those that keep it quiet and safe; seconds
 * Out     how it ended. What it draws goes where the arguments say
 * Bounds  1.5 GB of memory, the seconds; it ends with its caller, whatever ends that
 */
#ifndef ZIVOS_PREFLIGHT_GHOSTSCRIPT_H
#define ZIVOS_PREFLIGHT_GHOSTSCRIPT_H

enum gs_end { GS_DONE, GS_FAILED, GS_SLOW, GS_MISSING };

/* arguments: NULL-terminated; a file's name goes through gs_file(). */
enum gs_end gs_run(const char *const *arguments, double seconds);

/* For callers that read what it draws: in a process just forked, become Ghostscript with its output to the file
 * descriptor `out`. Does not return; the exit status GS_NOT_FOUND means that it is not installed. */
enum { GS_NOT_FOUND = 127 };
void gs_become(const char *const *arguments, int out) __attribute__((noreturn));
/* A path that is no option; g_free() it. */
char *gs_file(const char *path);

#endif
