/* src/cli/delivery.c - the delivery sheet: facts set as an issue of their own. */
#include "cli/delivery.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/i18n.h"
#include "base/outfile.h"
#include "base/temp.h"
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

char *delivery_remove(const char *pdf)
{
	char *path = delivery_path(pdf);
	bool gone = false;

	if (g_file_test(path, G_FILE_TEST_IS_REGULAR) && !replaces_other(path, "%PDF"))
		gone = unlink(path) == 0;
	if (gone)
		return path;
	g_free(path);
	return NULL;
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

/* What kept the sheet from being written is the machine's; else its own words are of no use to the author,
 * who never saw its XML. */
static bool fail(struct work *w, const struct work *sheet, const char *path)
{
	const struct message *m;

	for (size_t i = 0; (m = diag_get(sheet->d, i)); i++)
		if (m->severity == SEV_ERROR && (m->id == D_WRITE_FAILED || m->id == D_MACHINE))
			break;
	if (m)
		diag_add(w->d, m->id, m->at, _("the sheet for the print shop could not be made: %s"), m->text);
	else
		diag_add(w->d, D_DELIVERY_SHEET, (struct src){ path, 0, 0 },
			 _("the sheet for the print shop has no room for what is to be said on it, and was left out; the PDF is good. "
			   "A shorter title or imprint helps, or --no-delivery"));
	return false;
}

static bool paint_sheet(struct work *sheet, const char *path)
{
	size_t n = 0;
	int *all = pages_choose(sheet->pages, NULL, false, &n);
	struct outfile *out = outfile_new(path, sheet->d);
	bool ok = out && pdf_write(sheet->pages, all, n, PROFILE_SCREEN, work_press(sheet), fonts_config(sheet->fonts), sheet->store, sheet->g->pool, out,
				   NULL, NULL, sheet->d);

	if (ok)
		ok = outfile_commit(out, sheet->d);
	else
		outfile_abort(out);
	g_free(all);
	return ok;
}

/* What the sheet says. */
struct facts { const char *name, *sha256; size_t bytes; const int *chosen; size_t n; };

/* In fewer and fewer words, until they go onto the page. */
static bool set_sheet(struct work *w, const struct facts *f, const char *xml, const char *path)
{
	const struct work_request q = { .path = xml, .last = STAGE_PAGES };
	bool done = false, ok = false;

	for (int terse = SHEET_WORDIEST; !done; terse++) {
		GString *text = delivery_xml(w, f->name, f->bytes, f->sha256, f->chosen, f->n, terse);
		GError *e = NULL;
		struct work sheet;
		bool fits;

		if (!g_file_set_contents(xml, text->str, (gssize)text->len, &e)) {
			diag_add(w->d, D_MACHINE, (struct src){ path, 0, 0 }, _("the sheet for the print shop could not be made: %s"), e->message);
			g_error_free(e);
			g_string_free(text, TRUE);
			return false;
		}
		g_string_free(text, TRUE);
		work_run(&sheet, w->g, &q);
		fits = sheet.pages && !work_faulty(&sheet, false);
		done = fits || terse == SHEET_TERSEST || diag_machine_failed(sheet.d);
		ok = fits && paint_sheet(&sheet, path);
		if (done && !ok)
			fail(w, &sheet, path);
		work_free(&sheet);
	}
	return ok;
}

bool delivery_write(struct work *w, const char *pdf, const int *chosen, size_t n)
{
	char *path = delivery_path(pdf), *name = g_path_get_basename(pdf), *xml = NULL, *hex;
	struct facts f = { .name = name, .chosen = chosen, .n = n };
	struct temp_folder *temp = NULL;
	bool ok = false;

	f.sha256 = hex = checksum(pdf, &f.bytes);
	if (!hex) {
		diag_add(w->d, D_MACHINE, (struct src){ pdf, 0, 0 }, _("%s cannot be read: %s"), pdf, strerror(errno));
		goto out;
	}
	temp = temp_folder_new("zivos-sheet");
	if (!temp) {
		diag_add(w->d, D_MACHINE, (struct src){ path, 0, 0 }, _("the sheet for the print shop could not be made: %s"), write_reason(errno));
		goto out;
	}
	xml = g_build_filename(temp_folder_path(temp), "begleitblatt.xml", NULL);
	ok = set_sheet(w, &f, xml, path);
out:
	temp_folder_remove(temp);
	g_free(hex);
	g_free(xml);
	g_free(name);
	g_free(path);
	return ok;
}
