/* tests/unit/test_join.c - caption and credit joined: made once for the same words, anew for others. */
#include <assert.h>
#include <string.h>
#include "base/arena.h"
#include "page/compose.h"

static struct copy text(const char *s)
{
	return (struct copy){ .text = s, .len = strlen(s), .lang = "de" };
}

int main(void)
{
	struct composer c = { .arena = arena_new(), .caches = caches_new() };
	struct copy credit = text("Foto: Ada"), left = text("Links: Tor"), above = text("Oben: Hof!");
	const struct copy *first = copy_join(&c, &left, &credit, 0), *other;

	assert(strcmp(first->text, "Links: Tor  Foto: Ada") == 0 && first->len == strlen(first->text));
	assert(copy_join(&c, &left, &credit, 0) == first);
	other = copy_join(&c, &above, &credit, 0);
	assert(strcmp(other->text, "Oben: Hof!  Foto: Ada") == 0);
	left = text("Links");
	assert(strcmp(copy_join(&c, &left, &credit, 0)->text, "Links  Foto: Ada") == 0);
	caches_free(c.caches);
	arena_free(c.arena);
	return 0;
}
