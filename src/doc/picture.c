/* src/doc/picture.c - intent, cmyk, alpha. */
#include "doc/picture.h"
#include <string.h>
#include <glib.h>
#include "doc/node.h"

struct picture_colour picture_colour_read(const struct node *n, struct picture_colour otherwise)
{
	static const struct { const char *name; enum intent intent; } intents[] = {
		{ "relative",   RENDER_RELATIVE },   { "perceptual", RENDER_PERCEPTUAL },
		{ "saturation", RENDER_SATURATION }, { "absolute",   RENDER_ABSOLUTE },
	};
	const char *intent = node_get(n, "intent"), *cmyk = node_get(n, "cmyk"), *alpha = node_get(n, "alpha");
	struct picture_colour c = otherwise;

	for (size_t i = 0; intent && i < G_N_ELEMENTS(intents); i++)
		if (!strcmp(intents[i].name, intent))
			c.intent = intents[i].intent;
	if (cmyk)
		c.keep = !strcmp(cmyk, "keep");
	if (alpha)
		c.flatten = !strcmp(alpha, "flatten");
	return c;
}
