/*
 * src/doc/source.c - a file's bytes, with limits, and checked to be UTF-8 text.
 *
 * libxml2 would guess encodings and convert; then its byte positions would no
 * longer be the file's. So anything but UTF-8 is refused here, with the remedy.
 */
#include "doc/source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/i18n.h"

static bool starts_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* Number of characters that start before the byte at offset. */
static size_t chars_before(const struct source *s, size_t offset)
{
	size_t n = s->chars[offset / SOURCE_STEP];

	for (size_t i = offset / SOURCE_STEP * SOURCE_STEP; i < offset; i++)
		n += starts_character(s->bytes[i]);
	return n;
}

/* Index of the last of n ascending values that is not above limit; the first one never is. */
static size_t last_not_above(const uint32_t *values, size_t n, size_t limit)
{
	size_t low = 0, high = n;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (values[mid] <= limit)
			low = mid;
		else
			high = mid;
	}
	return low;
}

struct src source_at(const struct source *s, size_t offset)
{
	size_t line;

	if (offset > s->n)
		offset = s->n;
	line = last_not_above(s->line_start, s->nlines, offset);
	return (struct src){ s->path, (int)line + 1,
			     (int)(chars_before(s, offset) - chars_before(s, s->line_start[line])) + 1 };
}

size_t source_offset(const struct source *s, struct src at)
{
	size_t line = at.line > 0 ? (size_t)at.line - 1 : 0, left, i, step;

	if (line >= s->nlines)
		return s->n;
	left = chars_before(s, s->line_start[line]) + (at.col > 0 ? (size_t)at.col - 1 : 0);
	step = last_not_above(s->chars, s->n / SOURCE_STEP + 1, left);
	left -= s->chars[step];
	for (i = step * SOURCE_STEP; i < s->n; i++)
		if (starts_character(s->bytes[i]) && left-- == 0)
			break;
	return i;
}

static void index_lines(struct arena *a, struct source *s)
{
	size_t n = 1;
	uint32_t *start;

	for (size_t i = 0; i < s->n; i++)
		n += s->bytes[i] == '\n';
	start = arena_make_array(a, n, uint32_t);
	s->nlines = 1;
	for (size_t i = 0; i < s->n; i++)
		if (s->bytes[i] == '\n')
			start[s->nlines++] = (uint32_t)(i + 1);
	s->line_start = start;
}

static void index_chars(struct arena *a, struct source *s)
{
	uint32_t *chars = arena_make_array(a, s->n / SOURCE_STEP + 1, uint32_t), n = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (i % SOURCE_STEP == 0)
			chars[i / SOURCE_STEP] = n;
		n += starts_character(s->bytes[i]);
	}
	if (s->n % SOURCE_STEP == 0)
		chars[s->n / SOURCE_STEP] = n;
	s->chars = chars;
}

static const char *why_not(int err)
{
	switch (err) {
	case ENOENT:
	case ENOTDIR: return _("there is no such file");
	case EACCES:  return _("this file may not be read by you");
	case EISDIR:  return _("this is a folder; name the XML file inside it");
	default:      return g_strerror(err);
	}
}

/* The file's bytes, NUL-terminated, into the arena; NULL: reported. */
static char *read_bytes(struct arena *a, const char *path, const char *real, size_t *n, size_t *left,
			struct diag *d)
{
	struct src at = { path, 0, 0 };
	struct stat st;
	char *bytes = NULL;
	size_t got = 0;
	int fd = open(real, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st) != 0) {
		diag_add(d, D_FILE_READ, at, "%s", why_not(errno));
		goto out;
	}
	if (!S_ISREG(st.st_mode)) {
		diag_add(d, D_FILE_READ, at, "%s", S_ISDIR(st.st_mode) ? why_not(EISDIR) : _("this is no ordinary file"));
		goto out;
	}
	if (st.st_size > SOURCE_FILE_MAX || (size_t)st.st_size > *left) {
		diag_add(d, D_FILE_READ, at, _("too large: %d MiB a file and %d MiB together is the most"),
			 SOURCE_FILE_MAX >> 20, SOURCE_TOTAL_MAX >> 20);
		goto out;
	}
	bytes = arena_alloc(a, (size_t)st.st_size + 1);
	while (got < (size_t)st.st_size) {
		ssize_t r = read(fd, bytes + got, (size_t)st.st_size - got);

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0) {
			diag_add(d, D_FILE_READ, at, "%s", why_not(errno));
			bytes = NULL;
			goto out;
		}
		if (r == 0)
			break;
		got += (size_t)r;
	}
	*n = got;
	*left -= got;
out:
	if (fd >= 0)
		close(fd);
	return bytes;
}

/* What a file is that volunteers take for XML. */
static const struct { const char *start; size_t n; const char *text; } strangers[] = {
	{ "\xFF\xFE", 2, N_("this file is in UTF-16; save it as UTF-8 (in the editor: Save as, encoding UTF-8)") },
	{ "\xFE\xFF", 2, N_("this file is in UTF-16; save it as UTF-8 (in the editor: Save as, encoding UTF-8)") },
	{ "<\0", 2, N_("this file is in UTF-16; save it as UTF-8 (in the editor: Save as, encoding UTF-8)") },
	{ "\0<", 2, N_("this file is in UTF-16; save it as UTF-8 (in the editor: Save as, encoding UTF-8)") },
	{ "PK\3\4", 4, N_("this is no XML file but a Word or LibreOffice document (or a ZIP archive); copy its text into an XML file") },
	{ "\xD0\xCF\x11\xE0", 4, N_("this is no XML file but an old Word document; copy its text into an XML file") },
	{ "{\\rtf", 5, N_("this is no XML file but an RTF document; copy its text into an XML file") },
	{ "%PDF", 4, N_("this is no XML file but a PDF") },
};

static bool is_stranger(const struct source *s, struct diag *d)
{
	for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
		if (s->n >= strangers[i].n && memcmp(s->bytes, strangers[i].start, strangers[i].n) == 0) {
			diag_add(d, D_FILE_READ, (struct src){ s->path, 0, 0 }, "%s", _(strangers[i].text));
			return true;
		}
	return false;
}

/* The encoding that the XML declaration names, or NULL; *at: its offset. */
static char *declared_encoding(const struct source *s, size_t *at)
{
	const char *end, *p;
	size_t n;

	if (s->n < 6 || memcmp(s->bytes, "<?xml", 5) != 0)
		return NULL;
	end = g_strstr_len(s->bytes, (gssize)s->n, "?>");
	p = end ? g_strstr_len(s->bytes, end - s->bytes, "encoding") : NULL;
	if (!p)
		return NULL;
	*at = (size_t)(p - s->bytes);
	p += strlen("encoding");
	p += strspn(p, " \t\r\n=");
	if (*p != '"' && *p != '\'')
		return NULL;
	n = strcspn(p + 1, "\"'?<>");
	return g_strndup(p + 1, n);
}

/* Whether it is text in UTF-8 and says so; reports. */
static bool is_utf8(const struct source *s, struct diag *d)
{
	const char *end;
	char *encoding;
	size_t at;
	bool ok;

	if (!g_utf8_validate(s->bytes, (gssize)s->n, &end)) {
		diag_add(d, D_FILE_READ, source_at(s, (size_t)(end - s->bytes)),
			 _("byte %02X is not UTF-8 here; save the file as UTF-8 (in the editor: Save as, encoding UTF-8)"),
			 (unsigned)(unsigned char)*end);
		return false;
	}
	encoding = declared_encoding(s, &at);
	ok = !encoding || g_ascii_strcasecmp(encoding, "UTF-8") == 0;
	if (!ok)
		diag_add(d, D_FILE_READ, source_at(s, at),
			 _("the file says that its encoding is %s; save it as UTF-8 and write encoding=\"UTF-8\""), encoding);
	g_free(encoding);
	return ok;
}

const struct source *source_read(struct arena *a, const char *shown, const char *real,
				 size_t *left, struct diag *d)
{
	struct source *s = arena_make(a, struct source);
	char *bytes = read_bytes(a, shown, real, &s->n, left, d);
	char *folder;

	if (!bytes)
		return NULL;
	s->path = arena_strdup(a, shown);
	folder = g_path_get_dirname(real);
	s->folder = arena_strdup(a, folder);
	g_free(folder);
	s->bytes = bytes;
	if (s->n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		s->bytes += 3;
		s->n -= 3;
	}
	index_lines(a, s);
	index_chars(a, s);
	if (s->n == 0) {
		diag_add(d, D_FILE_READ, (struct src){ s->path, 0, 0 }, _("the file is empty"));
		return NULL;
	}
	return !is_stranger(s, d) && is_utf8(s, d) ? s : NULL;
}
