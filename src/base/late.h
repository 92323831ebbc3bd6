/*
 * src/base/late.h - libraries that most runs do not need.
 *
 * libqpdf, libtiff and librsvg bring two dozen other libraries along, and
 * loading them takes longer than setting ten pages. So the program is not
 * linked with them; base/late_qpdf.h and its like load each when one of its
 * functions is called first.
 *
 * Errors  a library that is not there ends the program with a message (exit
 *         status 3), as it would have at its start
 * Threads any
 */
#ifndef ZIVOS_BASE_LATE_H
#define ZIVOS_BASE_LATE_H

#include <stddef.h>

typedef void (*late_function)(void);

/* The n functions of a library, by their names, into an array. */
void late_load(const char *library, const char *const *names, late_function *functions, size_t n);

#endif
