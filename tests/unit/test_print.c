/* tests/unit/test_print.c - print profiles: read, checked, held against a layout. */
#include <assert.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include "base/arena.h"
#include "base/data.h"
#include "doc/layout.h"
#include "doc/print.h"

struct fixture { struct arena *a; struct diag *d; struct print_profile *p; char *folder, *path; };

/* A profile with these parts, and the coated ICC file. */
static struct fixture read_parts(const char *attrs, const char *output, const char *rest)
{
	struct fixture f = { arena_new(), diag_new(), NULL, g_dir_make_tmp(NULL, NULL), NULL };
	char *icc = data_path("layouts/print/gestrichen.icc"), *text;
	char *own = g_build_filename(f.folder, "own.icc", NULL), *bytes;
	gsize n;

	assert(g_file_get_contents(icc, &bytes, &n, NULL) && g_file_set_contents(own, bytes, (gssize)n, NULL));
	text = g_strdup_printf("<print xmlns='urn:zivos:print' name='p' title='P' %s><output %s/>%s</print>", attrs, output, rest);
	f.path = g_build_filename(f.folder, "p.xml", NULL);
	assert(g_file_set_contents(f.path, text, -1, NULL));
	f.p = print_profile_read(f.a, f.path, NULL, (struct src){ NULL, 0, 0 }, f.d);
	g_unlink(own);
	g_unlink(f.path);
	g_rmdir(f.folder);
	g_free(bytes), g_free(own), g_free(text), g_free(icc);
	return f;
}

static void end(struct fixture *f)
{
	arena_free(f->a);
	diag_free(f->d);
	g_free(f->folder);
	g_free(f->path);
}

#define OUTPUT "profile='own.icc' condition='FOGRA39' info='x'"

int main(void)
{
	struct fixture f = read_parts("", OUTPUT, "<ink limit='300'/>");
	struct swatch swatches[] = {
		{ .name = "ok", .c = 1, .m = 1, .y = 1 }, { .name = "much", .c = 1, .m = 1, .y = 1, .k = 0.1 },
		{ .name = "all", .c = 1, .m = 1, .y = 1, .k = 1, .spot = "All" }, { .name = "gold", .spot = "Gold" },
	};
	struct layout l = { .swatches = swatches, .nswatches = 4, .bleed = 5 };

	assert(f.p && diag_count(f.d, SEV_NOTE) == 0);
	assert(f.p->standard == PDFX_4 && f.p->ink_limit == 3.0 && f.p->black_overprint_max == 36 && f.p->ppi == 300 &&
	       f.p->ppi_warning == 225 && f.p->page_multiple == 4 && f.p->jpeg_quality == 92 && f.p->min_reversed_text == 8);
	assert(fabs(f.p->bleed - 3 * 72 / 25.4) < 1e-9 && strcmp(f.p->registry, "http://www.color.org") == 0 && f.p->output);
	print_check_layout(f.p, &l, f.d);
	assert(diag_count(f.d, SEV_NOTE) == 3 && diag_count(f.d, SEV_ERROR) == 2);
	assert(diag_get(f.d, 0)->id == D_INK_LIMIT && strstr(diag_get(f.d, 0)->text, "much") && diag_get(f.d, 1)->id == D_SPOTS &&
	       diag_get(f.d, 2)->id == D_BLEED);
	end(&f);

	f = read_parts("standard='PDF/X-1a:2003'", OUTPUT, "<ink limit='320' spots='2'/><paper bleed='10pt'/>");
	assert(f.p && f.p->standard == PDFX_1A_2003 && f.p->max_spots == 2 && f.p->bleed == 10);
	end(&f);
	f = read_parts("", OUTPUT, "<ink limit='700'/><paper bleed='-2mm'/>");
	assert(f.p && diag_count(f.d, SEV_ERROR) == 2);
	end(&f);
	f = read_parts("", "profile='none.icc' condition='x' info='x'", "<ink limit='300'/>");
	assert(!f.p && diag_count(f.d, SEV_ERROR) == 1);
	end(&f);
	f = read_parts("standard='PDF/A'", OUTPUT, "");
	assert(diag_count(f.d, SEV_ERROR) == 2);
	end(&f);
	return 0;
}
