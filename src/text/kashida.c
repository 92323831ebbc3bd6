/* src/text/kashida.c - the best place of a word for a kashida. */
#include "text/kashida.h"
#include <glib.h>
#include <stdbool.h>
#include <unicode/uchar.h>

struct letter { uint32_t at; int group; bool joins_next, joins_before; };

enum { LETTERS = 48 };			/* longer words stay as they are */

/* Letters with what they join; marks belong to the letter before. -1: a word that is left alone. */
static int letters_of(const char *text, uint32_t from, uint32_t to, struct letter *l)
{
	int n = 0;

	for (const char *p = text + from; p < text + to; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		int type = u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_TYPE);

		if (type == U_JT_TRANSPARENT)
			continue;
		if (c == 0x640 || n == LETTERS)
			return -1;
		l[n++] = (struct letter){
			.at = (uint32_t)(p - text), .group = u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_GROUP),
			.joins_next = type == U_JT_DUAL_JOINING || type == U_JT_JOIN_CAUSING,
			.joins_before = type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING || type == U_JT_JOIN_CAUSING,
		};
	}
	return n;
}

static bool is_one_of(int group, const int *groups)
{
	while (*groups >= 0 && *groups != group)
		groups++;
	return *groups >= 0;
}

static bool joined(const struct letter *l, int n, int i)
{
	return i >= 0 && i + 1 < n && l[i].joins_next && l[i + 1].joins_before;
}

/* Of a place between letter i and the next; 0: none. */
static int rank_of(const struct letter *l, int n, int i)
{
	static const int seen[] = { U_JG_SEEN, U_JG_SAD, -1 };
	static const int first[] = { U_JG_TEH_MARBUTA, U_JG_TEH_MARBUTA_GOAL, U_JG_HEH, U_JG_HEH_GOAL, U_JG_KNOTTED_HEH, U_JG_DAL, -1 };
	static const int second[] = { U_JG_ALEF, U_JG_TAH, U_JG_LAM, U_JG_KAF, U_JG_GAF, -1 };
	static const int beh[] = { U_JG_BEH, U_JG_NOON, U_JG_YEH, U_JG_FARSI_YEH, -1 };
	static const int after_beh[] = { U_JG_REH, U_JG_YEH, U_JG_FARSI_YEH, -1 };
	static const int third[] = { U_JG_WAW, U_JG_AIN, U_JG_QAF, U_JG_FEH, -1 };
	bool final = !joined(l, n, i + 1);

	if (!joined(l, n, i) || (l[i].group == U_JG_LAM && l[i + 1].group == U_JG_ALEF))
		return 0;
	if (is_one_of(l[i].group, seen))
		return 1;
	if (final && is_one_of(l[i + 1].group, first))
		return 2;
	if (final && is_one_of(l[i + 1].group, second))
		return 3;
	if (!final && is_one_of(l[i + 1].group, beh) && is_one_of(l[i + 2].group, after_beh) && !joined(l, n, i + 2))
		return 4;
	return final && is_one_of(l[i + 1].group, third) ? 5 : 0;
}

uint32_t kashida_place(const char *text, uint32_t from, uint32_t to, int *rank)
{
	struct letter l[LETTERS];
	int n = letters_of(text, from, to, l), count = 0;
	uint32_t place = 0;

	*rank = 0;
	for (int i = 0; i < n; i++)
		count += l[i].joins_before;
	if (count < 3)
		return 0;
	/* Of equals the last: a line is lengthened towards its end. */
	for (int i = 0; i + 1 < n; i++) {
		int r = rank_of(l, n, i);

		if (r && (!*rank || r <= *rank)) {
			*rank = r;
			place = l[i + 1].at;
		}
	}
	return place;
}
