/* src/preflight/imagehead.c - segments of a JPEG, boxes of a JPEG 2000. */
#include "preflight/imagehead.h"
#include <string.h>

static unsigned two(const unsigned char *b)
{
	return (unsigned)b[0] << 8 | b[1];
}

static unsigned four(const unsigned char *b)
{
	return two(b) << 16 | two(b + 2);
}

/* Both formats end with FF D9; what follows it does no harm. */
static bool has_end(const unsigned char *b, size_t from, size_t n)
{
	for (size_t i = n; i >= from + 2; i--)
		if (b[i - 2] == 0xFF && b[i - 1] == 0xD9)
			return true;
	return false;
}

/* ---- JPEG ---- */

static bool is_frame(unsigned char marker)
{
	return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool imagehead_jpeg(const unsigned char *b, size_t n, struct imagehead *h)
{
	size_t i = 2;
	bool framed = false;

	*h = (struct imagehead){ 0 };
	if (n < 4 || b[0] != 0xFF || b[1] != 0xD8)
		return false;
	while (i + 4 <= n) {
		unsigned length;

		if (b[i] != 0xFF)
			return false;
		if (b[i + 1] == 0xFF) {		/* padding */
			i++;
			continue;
		}
		length = two(b + i + 2);
		if (length < 2 || length > n - i - 2)
			return false;
		if (is_frame(b[i + 1]) && length >= 8) {
			h->h = two(b + i + 5);
			h->w = two(b + i + 7);
			h->channels = b[i + 9];
			framed = true;
		}
		i += 2 + (size_t)length;
		if (b[i - 2 - length + 1] == 0xDA)
			break;
	}
	h->ends = has_end(b, i, n);
	return framed && h->w > 0 && h->channels > 0;
}

/* ---- JPEG 2000 ---- */

struct span { const unsigned char *at; size_t n; };

/* The next box of s; false at the end, or where it is damaged. */
static bool next_box(struct span *s, char type[5], struct span *inside)
{
	size_t head = 8, size;

	if (s->n < head)
		return false;
	size = four(s->at);
	memcpy(type, s->at + 4, 4);
	type[4] = 0;
	if (size == 1) {
		head = 16;
		if (s->n < head || four(s->at + 8) != 0)
			return false;
		size = four(s->at + 12);
	} else if (size == 0) {
		size = s->n;
	}
	if (size < head || size > s->n)
		return false;
	*inside = (struct span){ s->at + head, size - head };
	*s = (struct span){ s->at + size, s->n - size };
	return true;
}

/* colr: enumerated, or by a profile whose header says for what. */
static enum image_colours colours_of(struct span s)
{
	enum { ENUMERATED = 1, PROFILE = 2, ANY_PROFILE = 3, ICC_SPACE = 3 + 16 };
	static const struct { unsigned number; enum image_colours colours; } numbers[] = {
		{ 12, COLOURS_CMYK }, { 17, COLOURS_GRAY }, { 14, COLOURS_RGB }, { 16, COLOURS_RGB }, { 18, COLOURS_RGB }, { 20, COLOURS_RGB },
	};
	static const struct { const char *name; enum image_colours colours; } profiles[] = {
		{ "CMYK", COLOURS_CMYK }, { "GRAY", COLOURS_GRAY }, { "RGB ", COLOURS_RGB }, { "Lab ", COLOURS_RGB },
	};

	if (s.n >= 7 && s.at[0] == ENUMERATED)
		for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
			if (numbers[i].number == four(s.at + 3))
				return numbers[i].colours;
	if (s.n >= ICC_SPACE + 4 && (s.at[0] == PROFILE || s.at[0] == ANY_PROFILE))
		for (size_t i = 0; i < sizeof profiles / sizeof profiles[0]; i++)
			if (memcmp(profiles[i].name, s.at + ICC_SPACE, 4) == 0)
				return profiles[i].colours;
	return COLOURS_UNSAID;
}

static bool read_codestream(struct span s, struct imagehead *h)
{
	if (s.n < 42 || memcmp(s.at, "\xFF\x4F\xFF\x51", 4) != 0)
		return false;
	h->w = (double)four(s.at + 8) - four(s.at + 16);
	h->h = (double)four(s.at + 12) - four(s.at + 20);
	h->channels = (int)two(s.at + 40);
	h->ends = has_end(s.at, 42, s.n);
	return h->w > 0 && h->h > 0 && h->channels > 0;
}

bool imagehead_jpx(const unsigned char *b, size_t n, struct imagehead *h)
{
	struct span file = { b, n }, box, part;
	char type[5];
	bool found = false;

	*h = (struct imagehead){ 0 };
	if (read_codestream(file, h))
		return true;
	while (!found && next_box(&file, type, &box)) {
		if (strcmp(type, "jp2c") == 0)
			found = read_codestream(box, h);
		while (strcmp(type, "jp2h") == 0 && box.n > 0) {
			char kind[5];

			if (!next_box(&box, kind, &part))
				break;
			/* Readers take the first that they understand. */
			if (strcmp(kind, "colr") == 0 && h->colours == COLOURS_UNSAID)
				h->colours = colours_of(part);
		}
	}
	return found;
}
