/*
 * src/text/patterns_image.h - the patterns of a file as one piece of memory.
 *
 * Read from the file once; kept in the cache and mapped from there afterwards,
 * since reading German takes longer than setting ten pages. It begins with a
 * struct pattern_head; then nodes, values and `never` follow. Numbers are the
 * machine's own: the cache's key says whose.
 *
 * Errors  NULL where the file cannot be read; lines that make no sense are left out
 */
#ifndef ZIVOS_TEXT_PATTERNS_IMAGE_H
#define ZIVOS_TEXT_PATTERNS_IMAGE_H

#include <glib.h>
#include <stdint.h>

#define PATTERN_MAGIC "zvspat1"			/* with its 0 */
#define PATTERN_LAST 0x100u			/* the last of its siblings */
#define PATTERN_NODES_MOST (1u << 23)

/* link: number of the first child << 9 (0: none) | PATTERN_LAST | byte. Siblings follow each other, by growing byte.
 * values: where those of the pattern that ends here stand: gaps to skip, number of gaps, their values; 0: none does. */
struct pattern_node { uint32_t link, values; };

struct pattern_head {
	char magic[8];
	uint32_t nnodes, nvalues, nnever;	/* nodes; bytes */
	int32_t left, right, part_left, part_right;	/* letters; 0: the file has none */
	uint32_t two_levels, apostrophes;
	uint32_t root[2][256];			/* first nodes, per level */
};

GBytes *patterns_image(const char *path);	/* of libhyphen's format */
GBytes *patterns_image_tex(const char *path);

#endif
