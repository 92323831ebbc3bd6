/*
 * tests/fuzz/fuzz_preflight.c - libFuzzer: any bytes as a PDF for the preflight, or,
 * after a first byte that is no %, as a content stream on a page of a PDF.
 *
 *     clang -g -fsanitize=fuzzer,address,undefined -Isrc ... tests/fuzz/fuzz_preflight.c \
 *           src/preflight/[a-z]*.c src/base/[a-z]*.c
 *
 * Good seeds: tests/preflight/mutations.py OUT.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "preflight/finding.h"
#include "preflight/limits.h"
#include "preflight/preflight.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Of a shop that takes PDF/X-4 on coated paper, and of one that takes PDF/X-1a. */
static const struct limits limits[] = {
	{ .standard = STANDARD_X4, .condition = "FOGRA39", .accepts = "FOGRA51", .bleed_mm = 3, .safe_mm = 3, .page_multiple = 4,
	  .ppi_warning = 225, .ppi_error = 150, .ppi_most = 600, .lineart_warning = 800, .lineart_error = 550, .lineart_most = 2400,
	  .text_least_pt = 5, .text_small_pt = 8, .text_black_pt = 12, .line_warning_pt = 0.25, .line_error_pt = 0.125,
	  .line_multi_pt = 0.5, .line_black_pt = 2, .black_area_mm = 40, .ink_percent = 300 },
	{ .standard = STANDARD_X1A, .condition = "FOGRA29", .bleed_mm = 3, .safe_mm = 3, .page_multiple = 4, .most_spots = 2,
	  .trim_w_mm = 210, .trim_h_mm = 297, .managed = true, .ppi_warning = 225, .ppi_error = 150,
	  .lineart_warning = 800, .lineart_error = 550, .text_least_pt = 5, .text_small_pt = 8, .text_black_pt = 12,
	  .text_display_pt = 20, .line_warning_pt = 0.25, .line_error_pt = 0.125, .line_multi_pt = 0.5, .line_black_pt = 2,
	  .black_area_mm = 40, .ink_percent = 300 },
};

static const char head[] = "%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
	"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/TrimBox[9 9 191 191]/BleedBox[0 0 200 200]/Contents 4 0 R"
	"/Resources<</Font<</F 5 0 R>>/ColorSpace<</S[/Separation/Gold/DeviceCMYK 6 0 R]>>/XObject<</X 7 0 R>>"
	"/ExtGState<</G<</op true/OPM 1/ca .5/SMask<</S/Luminosity/G 7 0 R>>>>>>/Pattern<</P 8 0 R>>>>>>endobj\n"
	"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>endobj\n"
	"6 0 obj<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0 1 0 0]>>endobj\n";

/* The bytes as page content, as a form and as a pattern's cell at once. */
static size_t around(const uint8_t *data, size_t size, char *out)
{
	static const char *const dicts[] = {
		"4 0 obj<<", "7 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Group<</S/Transparency/CS/DeviceRGB>>",
		"8 0 obj<</PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>",
	};
	size_t n = (size_t)sprintf(out, "%s", head);

	for (size_t i = 0; i < sizeof dicts / sizeof dicts[0]; i++) {
		n += (size_t)sprintf(out + n, "%s/Length %zu>>stream\n", dicts[i], size);
		memcpy(out + n, data, size);
		n += size;
		n += (size_t)sprintf(out + n, "\nendstream endobj\n");
	}
	return n + (size_t)sprintf(out + n, "trailer<</Root 1 0 R>>\n");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct findings *f = findings_new();
	char *text = NULL, *made = NULL;
	size_t n = 0;
	FILE *out;

	if (size > 0 && data[0] != '%') {
		made = malloc(size * 3 + sizeof head + 1000);
		if (!made)
			abort();
		n = around(data, size, made);
		preflight_memory(made, n, &limits[size % 2], 0.5, f);
	} else {
		preflight_memory(data, size, &limits[size % 2], 0.5, f);
	}
	out = open_memstream(&text, &n);
	if (!out)
		abort();
	findings_print(f, "fuzz.pdf", out, false);
	findings_print_json(f, out);
	fclose(out);
	free(text);
	free(made);
	findings_free(f);
	return 0;
}
