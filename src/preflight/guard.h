/*
 * src/preflight/guard.h - the preflight in a process of its own, with limits
 * on memory and time: a file that breaks the reader is a finding, not a crash.
 *
 * In, Out as preflight_file(). Errors: false, the process could not be started.
 */
#ifndef ZIVOS_PREFLIGHT_GUARD_H
#define ZIVOS_PREFLIGHT_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include "preflight/finding.h"
#include "preflight/limits.h"

bool preflight_guarded(const char *path, const struct limits *l, bool ink, struct findings *f, size_t *pages);

#endif
