/*
 * src/preflight/record.h - findings as lines of fields (base/job.h), for another process or the cache.
 *
 * In, Out  a finding; a line whose first field is "finding". Places are kept to nine digits
 * Errors   a line that is none of these is false; figures out of range are brought into it
 */
#ifndef ZIVOS_PREFLIGHT_RECORD_H
#define ZIVOS_PREFLIGHT_RECORD_H

#include <stdbool.h>

struct finding;
struct findings;

/* With its newline; g_free() it. */
char *finding_line(const struct finding *x);
/* The fields of a line (job_fields()). */
bool finding_take(char *const *field, struct findings *f);

#endif
