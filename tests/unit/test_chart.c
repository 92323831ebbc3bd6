/* tests/unit/test_chart.c - what a chart says to those who do not see it. */
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include "base/arena.h"
#include "doc/chart.h"
#include "page/block/data.h"

static struct copy texts[8];
static struct cell cells[6];
static const struct cell *grid[6];

static const struct copy *text(int i, const char *s)
{
	texts[i] = (struct copy){ .text = s, .len = strlen(s), .lang = "de" };
	return &texts[i];
}

static void says(struct composer *c, const struct chart *chart, const char *wanted)
{
	const char *words = chart_words(c, chart);

	if (strcmp(words, wanted) != 0)
		printf("# %s\n", words);
	fflush(stdout);
	assert(strcmp(words, wanted) == 0);
}

int main(void)
{
	static const char *const said[] = { "Markt", "231", "20", "Hafen", "92", "–" };
	struct label labels[] = { { "bar", "de", "Balkendiagramm" }, { "timeline", "de", "Zeitleiste" } };
	struct layout layout = { .labels = labels, .nlabels = 2 };
	struct composer c = { .arena = arena_new(), .layout = &layout };
	struct table t = { .lang = "de", .ncols = 3, .nrows = 2, .cells = cells, .ncells = 6, .grid = grid };
	struct chart_series series[] = { { .col = 1 }, { .col = 2 } };
	struct chart chart = { .kind = CHART_BAR, .data = &t, .nrows = 2, .series = series, .nseries = 1, .lang = "de" };

	for (int i = 0; i < 6; i++) {
		cells[i] = (struct cell){ .copy = text(i, said[i]), .row = i / 3, .col = i % 3, .rows = 1, .cols = 1 };
		grid[i] = &cells[i];
	}
	says(&c, &chart, "Balkendiagramm: Markt 231; Hafen 92.");
	chart.caption = text(6, "Wer zählt\xe2\x80\xa8wo");
	chart.unit = text(7, "Leute");
	says(&c, &chart, "Balkendiagramm: Wer zählt wo. Leute. Markt 231; Hafen 92.");
	chart.nseries = 2;
	series[0].name = &texts[6];
	series[1].name = &texts[7];
	chart.caption = NULL;
	says(&c, &chart, "Balkendiagramm: Leute. Markt Wer zählt wo 231, Leute 20; Hafen Wer zählt wo 92, Leute –.");
	chart.kind = CHART_TIMELINE;
	chart.unit = NULL;
	says(&c, &chart, "Zeitleiste: Markt: 231; Hafen: 92.");
	chart.alt = "eigene Worte";
	says(&c, &chart, "eigene Worte");
	arena_free(c.arena);
	return 0;
}
