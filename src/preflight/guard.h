/*
 * src/preflight/guard.h - the preflight in a process of its own, with limits
 * on memory and time: a file that breaks the reader is a finding, not a crash.
 *
 * In, Out as preflight_file(). Errors: why it says nothing about the file: the
 * process could not be started, or somebody stopped it; NULL: it came to an end.
 */
#ifndef ZIVOS_PREFLIGHT_GUARD_H
#define ZIVOS_PREFLIGHT_GUARD_H

#include "preflight/preflight.h"

const char *preflight_guarded(const struct preflight_request *q, struct findings *f, struct preflight *done);

#endif
