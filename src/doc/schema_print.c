/*
 * src/doc/schema_print.c - the vocabulary of a print profile: what a print shop asks for.
 */
#include "doc/schema.h"

#define END { NULL, ATTR_ANY, false, NULL, NULL, NULL }
#define LAST { NULL, 0 }

static const struct attribute
print_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name of the profile: that of its file." },
	{ "title", ATTR_TEXT, true, NULL, NULL, "What it is for, in words." },
	{ "standard", ATTR_ENUM, false, "PDF/X-4|PDF/X-3:2003|PDF/X-1a:2003", "PDF/X-4", "Kind of PDF the shop takes." },
	END
},
output_attrs[] = {
	{ "profile", ATTR_FILE, true, NULL, NULL, "ICC file of the press and its paper." },
	{ "condition", ATTR_TEXT, true, NULL, NULL, "Printing condition, as registered: FOGRA39." },
	{ "info", ATTR_TEXT, true, NULL, NULL, "The printing condition in words." },
	{ "registry", ATTR_URL, false, NULL, "http://www.color.org", "Where the condition is registered." },
	{ "accepts", ATTR_TEXT, false, NULL, "(none)", "Conditions that finished files may name too, with spaces between; a part of the name is enough." },
	{ "managed-colour", ATTR_ENUM, false, "yes|no", "no", "Whether finished files may hold colours with profiles of their own (ICC, Lab)." },
	END
},
ink_attrs[] = {
	{ "limit", ATTR_INT, true, NULL, NULL, "Most ink in one place, the four inks added up, in per cent." },
	{ "black-overprint", ATTR_LENGTH, false, NULL, "36pt", "Black text up to this size is printed over what is under it; 0pt: never." },
	{ "spots", ATTR_INT, false, NULL, "0", "Most spot colours." },
	{ "black-area", ATTR_LENGTH, false, NULL, "40mm", "Areas in black alone that are larger both ways want a second ink under it." },
	END
},
paper_attrs[] = {
	{ "width", ATTR_LENGTH, false, NULL, "(any)", "Width of the cut page, where the shop takes only one." },
	{ "height", ATTR_LENGTH, false, NULL, "(any)", "Its height." },
	{ "bleed", ATTR_LENGTH, false, NULL, "3mm", "Least that is printed beyond the trimmed edge." },
	{ "safe", ATTR_LENGTH, false, NULL, "3mm", "Least distance of text from the trimmed edge." },
	{ "page-multiple", ATTR_INT, false, NULL, "4", "What the number of pages is a multiple of." },
	END
},
detail_attrs[] = {
	{ "line", ATTR_LENGTH, false, NULL, "0.25pt", "Thinnest line; thinner ones are reported." },
	{ "line-error", ATTR_LENGTH, false, NULL, "0.125pt", "Thinner lines are refused." },
	{ "reversed-line", ATTR_LENGTH, false, NULL, "0.5pt", "Thinnest line in white or in several inks." },
	{ "black-line", ATTR_LENGTH, false, NULL, "2pt", "Black lines thinner than this have to be printed over what is under them." },
	{ "text", ATTR_LENGTH, false, NULL, "5pt", "Smallest text." },
	{ "reversed-text", ATTR_LENGTH, false, NULL, "8pt", "Smallest text in white or in several inks." },
	{ "black-text", ATTR_LENGTH, false, NULL, "12pt", "Black text smaller than this has to be printed over what is under it." },
	{ "display-text", ATTR_LENGTH, false, NULL, "0pt", "From this size on black text in several inks is only reported; 0pt: refused at every size." },
	END
},
pictures_attrs[] = {
	{ "ppi", ATTR_PPI, false, NULL, "300", "Resolution that pictures are brought down to." },
	{ "warning", ATTR_PPI, false, NULL, "225", "Under it a picture is reported." },
	{ "error", ATTR_PPI, false, NULL, "150", "Under it a picture is refused." },
	{ "most", ATTR_PPI, false, NULL, "600", "Over it a picture only makes the file grow, and is reported; 0: never." },
	{ "line-art", ATTR_PPI, false, NULL, "1200", "Resolution of pictures in pure black and white." },
	{ "line-art-warning", ATTR_PPI, false, NULL, "800", "Under it such a picture is reported." },
	{ "line-art-error", ATTR_PPI, false, NULL, "550", "Under it such a picture is refused." },
	{ "line-art-most", ATTR_PPI, false, NULL, "2400", "Over it such a picture only makes the file grow; 0: never." },
	{ "pages", ATTR_ENUM, false, "keep|pixels", "keep",
	  "Placed PDFs: keep puts them into the file as they are; pixels shows them as this press prints them, for one that has not all four inks." },
	{ "quality", ATTR_INT, false, NULL, "92", "Quality of JPEG, up to 100." },
	END
},
marks_attrs[] = {
	{ "crop", ATTR_ENUM, false, "no|yes", "no", "Crop marks at the corners." },
	{ "registration", ATTR_ENUM, false, "no|yes", "no", "Registration targets in the middle of each side." },
	{ "colour", ATTR_ENUM, false, "no|yes", "no", "Control strip: solids, tints, overprints, spot colours." },
	{ "slug", ATTR_ENUM, false, "no|yes", "no", "A line that says issue, page, date, inks and output profile." },
	{ "offset", ATTR_LENGTH, false, NULL, "3mm", "Least distance of the marks from the trimmed edge; they never stand in the bleed." },
	END
};

static const struct child
print_children[] = {
	{ "output", '1' }, { "ink", '1' }, { "paper", '?' }, { "detail", '?' }, { "pictures", '?' }, { "marks", '?' }, LAST
};

static const struct element elements[] = {
	{ "print", CONTENT_CHILDREN, print_attrs, print_children, "How a print shop wants its file." },
	{ "output", CONTENT_EMPTY, output_attrs, NULL, "The press and its paper." },
	{ "ink", CONTENT_EMPTY, ink_attrs, NULL, "Rules for inks." },
	{ "paper", CONTENT_EMPTY, paper_attrs, NULL, "Rules for the page." },
	{ "detail", CONTENT_EMPTY, detail_attrs, NULL, "The smallest that can be printed." },
	{ "pictures", CONTENT_EMPTY, pictures_attrs, NULL, "Rules for pictures." },
	{ "marks", CONTENT_EMPTY, marks_attrs, NULL, "Printer's marks outside the bleed; many shops want none." },
	{ NULL, CONTENT_EMPTY, NULL, NULL, NULL }
};

static const struct group groups[] = { { NULL, NULL } };
static const char *const roots[] = { "print", NULL };

const struct vocabulary print_vocabulary = {
	.ns = "urn:zivos:print", .roots = roots, .elements = elements, .groups = groups, .xinclude = false,
};
