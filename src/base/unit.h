/*
 * src/base/unit.h - lengths. Inside zivos every length is a Pt.
 *
 * Foreign units are one-member structs, so that `pt + mm` does not compile.
 */
#ifndef ZIVOS_BASE_UNIT_H
#define ZIVOS_BASE_UNIT_H

typedef double Pt;			/* 1/72 inch, y grows downwards */
typedef struct { double mm; } Mm;	/* as authors write it */

static inline Pt pt_from_mm(Mm l) { return l.mm * 72.0 / 25.4; }
static inline Mm mm_from_pt(Pt l) { return (Mm){ l * 25.4 / 72.0 }; }

#endif
