/*
 * src/base/late_rsvg.h - librsvg, loaded when it is first needed (base/late.h).
 *
 * In place of its own header: functions are called by their own names. One that is not in the
 * lists yet does not link; it goes into both.
 */
#ifndef ZIVOS_BASE_LATE_RSVG_H
#define ZIVOS_BASE_LATE_RSVG_H

#include <librsvg/rsvg.h>
#include "base/late.h"

#define LATE_RSVG_FUNCTIONS(X) \
	X(rsvg_handle_new_from_data) X(rsvg_handle_render_document) X(rsvg_handle_set_dpi)

struct late_rsvg {
#define X(f) __typeof__(f) *f##_;
	LATE_RSVG_FUNCTIONS(X)
#undef X
};
/* Filled by what all use of the library begins with. */
const struct late_rsvg *late_rsvg(void);

#define rsvg_handle_new_from_data late_rsvg()->rsvg_handle_new_from_data_
#define rsvg_handle_render_document late_rsvg()->rsvg_handle_render_document_
#define rsvg_handle_set_dpi late_rsvg()->rsvg_handle_set_dpi_

#endif
