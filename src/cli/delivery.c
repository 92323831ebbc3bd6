/* src/cli/delivery.c - the delivery sheet: facts set as an issue of their own. */
#include "cli/delivery.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/outfile.h"
#include "cli/cli.h"
#include "cli/load.h"
#include "cli/output.h"
#include "page/model.h"
#include "paint/pdf.h"
#include "text/font.h"

char *delivery_path(const char *pdf)
{
	return output_beside(pdf, "-begleitblatt.pdf");
}

void delivery_remove(const char *pdf)
{
	char *path = delivery_path(pdf);

	if (g_file_test(path, G_FILE_TEST_IS_REGULAR) && !replaces_other(path, "%PDF"))
		unlink(path);
	g_free(path);
}

/* SHA-256 of a file as hex digits, and its size; g_free() it. NULL: unreadable (errno). */
static char *checksum(const char *path, size_t *size)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	FILE *f = fopen(path, "rb");
	unsigned char block[65536];
	char *hex = NULL;
	size_t n;

	*size = 0;
	while (f && (n = fread(block, 1, sizeof block, f)) > 0) {
		g_checksum_update(sum, block, (gssize)n);
		*size += n;
	}
	if (f && !ferror(f))
		hex = g_strdup(g_checksum_get_string(sum));
	if (f)
		fclose(f);
	g_checksum_free(sum);
	return hex;
}

/* The first error of the sheet's own issue, told as ours: its XML is no author's. */
static bool fail(struct work *w, const struct work *sheet, const char *path)
{
	const struct message *m;

	for (size_t i = 0; (m = diag_get(sheet->d, i)); i++)
		if (m->severity == SEV_ERROR)
			break;
	diag_add(w->d, m ? m->id : D_MACHINE, m && diag_machine_failed(sheet->d) ? m->at : (struct src){ path, 0, 0 },
		 _("the sheet for the print shop could not be made: %s"), m ? m->text : "");
	return false;
}

static bool set_sheet(struct work *w, const char *xml, const char *path)
{
	const struct work_request q = { .path = xml, .last = STAGE_PAGES };
	struct work sheet;
	struct outfile *out = NULL;
	int *all = NULL;
	size_t n = 0;
	bool ok = false;

	work_run(&sheet, w->g, &q);
	if (!sheet.pages || work_faulty(&sheet, false))
		goto out;
	all = pages_choose(sheet.pages, NULL, false, &n);
	out = outfile_new(path, sheet.d);
	ok = out && pdf_write(sheet.pages, all, n, PROFILE_SCREEN, work_press(&sheet), fonts_config(sheet.fonts), sheet.store, out,
			      NULL, NULL, sheet.d);
	if (ok) {
		ok = outfile_commit(out, sheet.d);
		out = NULL;
	}
out:
	outfile_abort(out);
	if (!ok)
		fail(w, &sheet, path);
	g_free(all);
	work_free(&sheet);
	return ok;
}

bool delivery_write(struct work *w, const char *pdf, const int *chosen, size_t n)
{
	char *path = delivery_path(pdf), *name = g_path_get_basename(pdf), *temp = NULL, *xml = NULL, *hex;
	size_t size;
	GString *text = NULL;
	GError *e = NULL;
	bool ok = false;

	hex = checksum(pdf, &size);
	if (!hex) {
		diag_add(w->d, D_MACHINE, (struct src){ pdf, 0, 0 }, _("%s cannot be read: %s"), pdf, strerror(errno));
		goto out;
	}
	text = delivery_xml(w, name, size, hex, chosen, n);
	temp = g_dir_make_tmp("zivos-sheet-XXXXXX", &e);
	if (temp)
		xml = g_build_filename(temp, "begleitblatt.xml", NULL);
	if (!temp || !g_file_set_contents(xml, text->str, (gssize)text->len, &e)) {
		diag_add(w->d, D_MACHINE, (struct src){ path, 0, 0 }, _("the sheet for the print shop could not be made: %s"), e->message);
		g_error_free(e);
		goto out;
	}
	ok = set_sheet(w, xml, path);
out:
	if (xml)
		unlink(xml);
	if (temp)
		rmdir(temp);
	if (text)
		g_string_free(text, TRUE);
	g_free(hex);
	g_free(xml);
	g_free(temp);
	g_free(name);
	g_free(path);
	return ok;
}
