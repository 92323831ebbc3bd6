/* src/prepress/pdfout.c - libqpdf writes, and what it does not look at is looked at. */
#include "prepress/pdfout.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib.h>
#include "base/diag.h"
#include "base/i18n.h"
#include "base/outfile.h"
#include "base/temp.h"

/* Whether the file ends as a PDF does: libqpdf does not look whether its last bytes arrived. */
static bool is_whole(int fd)
{
	static const char mark[] = "%%EOF\n";
	char end[sizeof mark] = "";
	struct stat st;
	ssize_t n = (ssize_t)strlen(mark);

	return fstat(fd, &st) == 0 && st.st_size > n && pread(fd, end, (size_t)n, st.st_size - n) == n && strcmp(end, mark) == 0;
}

/* Errors of writing; any other is of the document. */
static bool is_disk(int err)
{
	static const int disk[] = { ENOSPC, EDQUOT, EFBIG, EIO, EROFS };

	for (size_t i = 0; i < G_N_ELEMENTS(disk); i++)
		if (err == disk[i])
			return true;
	return false;
}

enum pdfout pdfout_write(qpdf_data q, struct pdfout_options o, struct outfile *out, struct diag *d)
{
	int fd = outfile_descriptor(out), err;
	char *open_file = g_strdup_printf("/proc/self/fd/%d", fd);

	qpdf_init_write(q, access(open_file, W_OK) == 0 ? open_file : outfile_temp(out));
	g_free(open_file);
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	if (!o.object_streams)
		qpdf_set_object_stream_mode(q, qpdf_o_disable);
	qpdf_set_preserve_encryption(q, QPDF_FALSE);
	qpdf_set_compress_streams(q, QPDF_TRUE);
	qpdf_set_decode_level(q, qpdf_dl_none);
	if (o.version)
		qpdf_force_pdf_version(q, o.version);
	errno = 0;
	qpdf_write(q);
	err = errno;
	if (qpdf_has_error(q)) {
		if (!is_disk(err))
			return PDFOUT_DOCUMENT;
		qpdf_get_error(q);	/* said below, so not to be said again by libqpdf */
	} else {
		err = is_whole(fd) ? 0 : is_disk(err) ? err : ENOSPC;
	}
	if (err)
		diag_add(d, D_WRITE_FAILED, (struct src){ outfile_name(out), 0, 0 }, _("%s; nothing was written"), write_reason(err));
	return err ? PDFOUT_WRITE : PDFOUT_DONE;
}
