/*
 * src/prepress/pdfout.h - a document of libqpdf's into an output file.
 *
 * In      the document, an outfile that nothing was written to yet
 * Out     the file's bytes, the same for the same document; streams stay as they
 *         are compressed. The outfile is then the caller's to commit
 * Errors  PDFOUT_WRITE: the disk's fault, reported. PDFOUT_DOCUMENT: the document's,
 *         which qpdf_get_error() still tells
 *
 * Straight to the file: in memory it would be copied three times. It is
 * opened by its descriptor and so never made again once an interrupt removed it.
 */
#ifndef ZIVOS_PREPRESS_PDFOUT_H
#define ZIVOS_PREPRESS_PDFOUT_H

#include <stdbool.h>
#include "base/late_qpdf.h"

struct diag;
struct outfile;

enum pdfout { PDFOUT_DONE, PDFOUT_WRITE, PDFOUT_DOCUMENT };

struct pdfout_options {
	const char *version;		/* of PDF; NULL: what the document needs */
	bool object_streams;		/* kept where the document has them; else there are none */
};

enum pdfout pdfout_write(qpdf_data q, struct pdfout_options o, struct outfile *out, struct diag *d);

#endif
