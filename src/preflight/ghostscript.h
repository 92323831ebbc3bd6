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

/* arguments: NULL-terminated, the last one a file's name. */
enum gs_end gs_run(const char *const *arguments, double seconds);

#endif
