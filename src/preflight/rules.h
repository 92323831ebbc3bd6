/*
 * src/preflight/rules.h - the rules a print-ready PDF keeps.
 *
 * The table below is the one list of them, in the order of the report: key
 * (never changes its meaning), the standards that need it, where the demand
 * comes from, and what a finding means for print and what to do. Whether a
 * finding is an error or a warning depends on its degree and is decided where
 * it is found. The functions that look are in rules.c: checks[].
 *
 * Sources: X = ISO 15930-7, -6, -4 by way of validators' rule lists; GWG 4.x =
 * Ghent Workgroup 2015; shop = asked for by German print shops in their
 * instructions for data, to which the figures of layouts/print keep.
 */
#ifndef ZIVOS_PREFLIGHT_RULES_H
#define ZIVOS_PREFLIGHT_RULES_H

#include <stddef.h>
#include "base/i18n.h"
#include "preflight/limits.h"

#define ANY_X (STANDARD_X4 | STANDARD_X3 | STANDARD_X1A)
#define OLD_X (STANDARD_X3 | STANDARD_X1A)

#define RULE_TABLE(X) \
	/* the file */ \
	X(FILE_SYNTAX, "file-syntax", ANY_X, "ISO 32000", \
	  N_("The print shop's programs may read a damaged file differently, or not at all. Write the file anew.")) \
	X(CHECK_COMPLETE, "check-complete", ANY_X, "zivos", \
	  N_("Parts of the file were not looked at, so nothing is known about them. Ask for a simpler file.")) \
	X(FILE_ENCRYPT, "file-encrypt", ANY_X, "X", \
	  N_("Protected files cannot be worked on in the print shop. Save the file without password and without restrictions.")) \
	X(FILE_VERSION, "file-version", ANY_X, "X; shops", \
	  N_("Older equipment stumbles over newer versions of PDF. Save as PDF/X, which sets the version.")) \
	X(FILE_ID, "file-id", ANY_X, "X", \
	  N_("PDF/X asks for an ID, by which corrected versions are told apart. Save as PDF/X.")) \
	X(FILE_OBJSTM, "file-objstm", OLD_X, "PDF 1.4", \
	  N_("Programs for this old standard cannot read compressed objects. Save as PDF 1.3 or 1.4.")) \
	X(FILE_EXTERNAL, "file-external", ANY_X, "X", \
	  N_("The print shop does not have that other file. Embed everything.")) \
	X(FILE_EMBEDDED, "file-embedded", ANY_X, "X-1a", \
	  N_("Attachments are not printed and hinder processing. Remove them.")) \
	X(CONTENT_PARSE, "content-parse", ANY_X, "X", \
	  N_("What viewers make of faulty drawing instructions differs; something may be missing in print. Write the file anew.")) \
	/* identification */ \
	X(XMP_PRESENT, "xmp-present", STANDARD_X4, "X-4", \
	  N_("Without readable XMP metadata the file is no PDF/X-4. Save as PDF/X-4.")) \
	X(XMP_PDFX, "xmp-pdfx", STANDARD_X4, "X-4", \
	  N_("The print shop's check asks first whether the file says that it is PDF/X-4. Save as PDF/X-4.")) \
	X(INFO_PDFX, "info-pdfx", ANY_X, "X-3, X-1a", \
	  N_("The file's statement about its standard is missing or wrong. Save in the standard the print shop asks for.")) \
	X(XMP_MM, "xmp-mm", STANDARD_X4, "X-4", \
	  N_("PDF/X-4 asks for a document's identity in its XMP metadata. Save as PDF/X-4.")) \
	X(XMP_DATES, "xmp-dates", STANDARD_X4, "X-4", \
	  N_("PDF/X-4 asks for the dates in its XMP metadata. Save as PDF/X-4.")) \
	X(XMP_INFO_SYNC, "xmp-info-sync", STANDARD_X4, "X-4", \
	  N_("Two statements contradict each other, so which one holds is open. Save as PDF/X-4.")) \
	X(META_TITLE, "meta-title", ANY_X, "X", \
	  N_("PDF/X asks for a title; in the print shop it tells your job from others. Enter one in the document's properties.")) \
	X(INFO_DATES, "info-dates", OLD_X, "X-3, X-1a", \
	  N_("The standard asks for the dates of making and changing. Save as PDF/X.")) \
	X(TRAPPED, "trapped", ANY_X, "X", \
	  N_("The print shop has to know whether colours were already spread against gaps. State False, which is nearly always true.")) \
	/* output intent */ \
	X(OI_PRESENT, "oi-present", ANY_X, "X", \
	  N_("Without exactly one output intent nobody knows for which paper and press the colours are meant. Save as PDF/X.")) \
	X(OI_ENTRIES, "oi-entries", ANY_X, "X", \
	  N_("The output intent does not say completely which printing condition is meant. Save as PDF/X.")) \
	X(OI_PROFILE, "oi-profile", ANY_X, "X-4; GWG 4.30", \
	  N_("Without a proper CMYK output profile the colours have no meaning. Export with the print shop's ICC profile.")) \
	X(OI_CONDITION, "oi-condition", ANY_X, "shop", \
	  N_("The colours were made for another paper and will look different. Export with the profile the print shop named.")) \
	X(OI_COLORIMETRY, "oi-colorimetry", ANY_X, "FOGRA39L", \
	  N_("The profile's name promises a printing condition that its data do not describe. Take the original profile.")) \
	/* boxes and pages */ \
	X(BOX_MEDIA, "box-media", ANY_X, "ISO 32000", \
	  N_("A page without a size cannot be printed. Write the file anew.")) \
	X(BOX_TRIM, "box-trim", ANY_X, "X", \
	  N_("The print shop does not know where to cut. Export with trim boxes.")) \
	X(BOX_NESTED, "box-nested", ANY_X, "X; GWG 4.3", \
	  N_("The boxes contradict each other, so a part of the page may be cut off. Export anew, with bleed and without cropping.")) \
	X(BOX_BLEED, "box-bleed", ANY_X, "shops", \
	  N_("Paper moves when it is cut: without bleed white slivers show at the edge. Let pictures and areas run beyond the edge and export with bleed.")) \
	X(BOX_CONSISTENT, "box-consistent", ANY_X, "GWG 4.4", \
	  N_("All pages of a magazine have one size. Export the page in the right size.")) \
	X(BOX_ROTATE, "box-rotate", ANY_X, "GWG 4.2, 4.4", \
	  N_("Programs for imposition handle turned or scaled pages differently. Turn the page in the layout, not in the PDF.")) \
	X(PAGE_COUNT, "page-count", ANY_X, "saddle stitch", \
	  N_("A stitched magazine is made of folded sheets of four pages. Add or remove pages.")) \
	X(PAGE_SINGLE, "page-single", ANY_X, "shops", \
	  N_("Print shops impose single pages themselves. Export single pages, not spreads.")) \
	X(PAGE_EMPTY, "page-empty", ANY_X, "GWG 4.5", \
	  N_("If the page is not meant to be empty, something is missing: look at it in the layout.")) \
	X(PAGE_PRESEP, "page-presep", ANY_X, "X", \
	  N_("Pages already separated into inks cannot be processed. Export in composite colour.")) \
	X(VIEW_PRINT_AREA, "view-print-area", ANY_X, "X", \
	  N_("The file asks for a part of the page to be printed only. Remove the entry; save as PDF/X.")) \
	/* fonts */ \
	X(FONT_EMBEDDED, "font-embedded", ANY_X, "X", \
	  N_("The print shop would replace the font by another, with other widths and letters. Embed all fonts.")) \
	X(FONT_PROGRAM, "font-program", ANY_X, "X", \
	  N_("A font that cannot be read may print as boxes or not at all. Write the file anew, or use another version of the font.")) \
	X(FONT_NOTDEF, "font-notdef", ANY_X, "GWG 2022", \
	  N_("A box or a gap is printed instead of a letter. Use a font that has the character.")) \
	X(FONT_MISSING, "font-missing", ANY_X, "ISO 32000", \
	  N_("Letters will be missing in print. Write the file anew, with the fonts embedded.")) \
	X(FONT_WIDTHS, "font-widths", ANY_X, "X", \
	  N_("Letters may stand too close or too far apart. Write the file anew, with the original fonts.")) \
	X(FONT_TYPE3, "font-type3", ANY_X, "GWG 2022", \
	  N_("Type 3 fonts are drawings rather than letters and print coarser on some equipment. Use another font if you can.")) \
	X(FONT_TOUNICODE, "font-tounicode", ANY_X, "zivos", \
	  N_("It prints well, but the text cannot be searched, nor corrected at the print shop. Export with searchable text if that matters.")) \
	X(FONT_INVISIBLE, "font-invisible", ANY_X, "zivos", \
	  N_("Invisible text often is left from text recognition; some programs show it. Remove it.")) \
	/* colour */ \
	X(COL_DEVICE_RGB, "col-device-rgb", ANY_X, "X; GWG 4.23", \
	  N_("RGB is the screen's colour; the print shop's conversion of it is luck. Convert to CMYK with the output profile.")) \
	X(COL_MANAGED, "col-managed", ANY_X, "X-1a; GWG 4.23", \
	  N_("Colours with a profile of their own are converted at the print shop, and black text may become four-coloured. Convert to CMYK.")) \
	X(COL_ALTERNATE, "col-alternate", ANY_X, "GWG 4.23", \
	  N_("Printed as process colour, the spot colour would come out of RGB. Define its CMYK equivalent.")) \
	X(COL_SPOTS, "col-spots", ANY_X, "GWG 4.18", \
	  N_("Each spot colour is one more printing plate, and is charged for. Convert it to CMYK, or order it.")) \
	X(COL_SPOT_NAMES, "col-spot-names", ANY_X, "GWG 4.19, 4.20", \
	  N_("One ink under two names makes two plates; two inks under one name make one. Name each ink once.")) \
	X(COL_REGISTRATION, "col-registration", ANY_X, "GWG 4.21", \
	  N_("Registration colour prints on every plate: too much ink. It is for crop marks only; use black.")) \
	X(COL_GROUP, "col-group", ANY_X, "GWG 4.25", \
	  N_("Transparent colours would be mixed in another colour space than the press prints in. Set the blend space to CMYK.")) \
	X(COL_SMASK, "col-smask", ANY_X, "GWG 4.25", \
	  N_("Soft edges may come out wrong. Export masks in grey.")) \
	/* filters */ \
	X(FILTER_LZW, "filter-lzw", ANY_X, "X; GWG 4.1", \
	  N_("PDF/X does not allow this compression. Save as PDF/X.")) \
	X(FILTER_JBIG2, "filter-jbig2", OLD_X, "X-1a", \
	  N_("This standard does not know the compression JBIG2. Save as PDF/X.")) \
	X(FILTER_JPX, "filter-jpx", ANY_X, "X-1a; GWG 4.1", \
	  N_("Not all equipment reads JPEG 2000. Save pictures as JPEG or without loss.")) \
	X(FILTER_CRYPT, "filter-crypt", ANY_X, "X", \
	  N_("Encrypted parts cannot be processed. Save without encryption.")) \
	/* actions and annotations */ \
	X(ACT_ACTIONS, "act-actions", ANY_X, "X", \
	  N_("Actions belong on a screen; PDF/X does not allow them. Export without links, buttons and start actions.")) \
	X(ACT_JAVASCRIPT, "act-javascript", ANY_X, "X", \
	  N_("Programs inside a PDF are refused by print shops. Remove them.")) \
	X(ACT_FORM, "act-form", ANY_X, "X", \
	  N_("What stands in form fields may not be printed. Flatten the form.")) \
	X(ANNOT_OUTSIDE, "annot-outside", ANY_X, "X", \
	  N_("Comments and links inside the page may be printed along or stop the processing. Export without them.")) \
	/* graphics state */ \
	X(GS_TRANSFER, "gs-transfer", ANY_X, "X", \
	  N_("The file changes the press's tone values by itself. Remove transfer functions.")) \
	X(GS_HALFTONE, "gs-halftone", ANY_X, "X", \
	  N_("The screen is chosen by the print shop. Export without halftone settings.")) \
	X(GS_BLACKGEN, "gs-blackgen", ANY_X, "zivos", \
	  N_("Settings for the making of black disturb the print shop's own. Export without them.")) \
	X(GS_INTENT, "gs-intent", ANY_X, "ISO 32000", \
	  N_("The rendering intent is unknown, so programs choose another. Use one of the four standard ones.")) \
	X(GS_BLEND, "gs-blend", ANY_X, "X-4", \
	  N_("The blend mode is unknown, so the object may look different in print. Use a standard one.")) \
	X(GS_TRANSPARENCY, "gs-transparency", OLD_X, "X-3, X-1a", \
	  N_("This standard knows no transparency. Flatten it, or deliver PDF/X-4.")) \
	/* XObjects and images */ \
	X(XOBJ_POSTSCRIPT, "xobj-postscript", ANY_X, "X", \
	  N_("Modern equipment does not print embedded PostScript. Convert it.")) \
	X(XOBJ_OPI, "xobj-opi", ANY_X, "X", \
	  N_("A coarse preview stands for a picture that lies elsewhere. Embed the picture itself.")) \
	X(XOBJ_REFERENCE, "xobj-reference", ANY_X, "X-4", \
	  N_("A part of the page lies in another file. Embed it.")) \
	X(IMG_ALTERNATES, "img-alternates", ANY_X, "X", \
	  N_("Which version of the picture is printed is uncertain. Export without alternate pictures.")) \
	X(IMG_PPI, "img-ppi", ANY_X, "GWG 4.26", \
	  N_("The picture will look unsharp or show squares. Take a larger original, or place it smaller.")) \
	X(IMG_PPI_1BIT, "img-ppi-1bit", ANY_X, "GWG 4.27", \
	  N_("Line art shows steps at its edges. Scan it at 1200 ppi, or use vectors.")) \
	X(IMG_PPI_MAX, "img-ppi-max", ANY_X, "GWG 2022", \
	  N_("More pixels than the press can show: only the file grows. Resample to a lower resolution.")) \
	X(IMG_BITS, "img-bits", ANY_X, "GWG suite 18", \
	  N_("Presses use 8 bits a channel; 16 bits make some equipment fail. Convert the picture to 8 bits.")) \
	X(IMG_DATA, "img-data", ANY_X, "ISO 32000", \
	  N_("Programs show such a picture differently, or not at all. Save the picture anew and place it again.")) \
	/* document */ \
	X(OC_LAYERS, "oc-layers", ANY_X, "GWG 4.29; shops", \
	  N_("What is printed depends on which layers are switched on. Flatten layers.")) \
	X(DOC_PRESENTATION, "doc-presentation", ANY_X, "X-4", \
	  N_("Presentations, portfolios, sound and films cannot be printed. Remove them.")) \
	/* text */ \
	X(TXT_RICH_BLACK, "txt-rich-black", ANY_X, "shops; GWG 4.15", \
	  N_("Black letters made of several inks get coloured fringes, since plates never fit exactly. Use black alone.")) \
	X(TXT_BLACK_OVERPRINT, "txt-black-overprint", ANY_X, "GWG 4.10", \
	  N_("Where small black letters are cut out of a coloured ground, white gaps show. Set black text to overprint.")) \
	X(TXT_BLACK_GRAY, "txt-black-gray", ANY_X, "GWG 4.11", \
	  N_("Black as DeviceGray does not overprint everywhere. Use CMYK 0/0/0/100.")) \
	X(TXT_SIZE, "txt-size", ANY_X, "GWG 2022; shops", \
	  N_("Letters this small fill in and can hardly be read. Set them larger.")) \
	X(TXT_MULTI_INK, "txt-multi-ink", ANY_X, "GWG 4.16", \
	  N_("Small letters in several inks, or white on a ground, blur by the slightest shift. Use one ink, or set them larger.")) \
	/* overprint, lines, areas */ \
	X(OVP_WHITE, "ovp-white", ANY_X, "GWG 4.8, 4.9", \
	  N_("White that overprints vanishes in print. Switch overprinting off for it.")) \
	X(OVP_GRAY, "ovp-gray", ANY_X, "GWG 4.7", \
	  N_("Overprinting grey mixes with what lies below. Let it knock out.")) \
	X(OVP_COLOUR, "ovp-colour", ANY_X, "GWG suite", \
	  N_("Overprinting colours mix with what lies below them. If that is not meant, switch overprinting off.")) \
	X(OVP_THIN_BLACK, "ovp-thin-black", ANY_X, "GWG 4.12", \
	  N_("White gaps may show beside thin black lines on a coloured ground. Set them to overprint.")) \
	X(LINE_WIDTH, "line-width", ANY_X, "GWG 2022; shops", \
	  N_("Lines this thin break up or vanish. Make them thicker.")) \
	X(LINE_MULTI_INK, "line-multi-ink", ANY_X, "GWG 4.17", \
	  N_("Thin lines in several inks, or white, blur by the slightest shift. Use one ink, or make them thicker.")) \
	X(BLACK_AREA, "black-area", ANY_X, "shops", \
	  N_("Large areas in black alone look grey and uneven. Add a second ink, such as cyan at half its tone.")) \
	/* edges */ \
	X(BLEED_CONTENT, "bleed-content", ANY_X, "shops", \
	  N_("Paper moves when it is cut: a white sliver may show at the edge. Let the object run to the end of the bleed.")) \
	X(SAFE_ZONE, "safe-zone", ANY_X, "shops", \
	  N_("Text this close to the edge may be cut. Move it inwards.")) \
	X(MARKS_OUTSIDE, "marks-outside", ANY_X, "shops", \
	  N_("Marks inside the bleed show on the cut page. Set their distance to the width of the bleed.")) \
	/* ink */ \
	X(TAC, "tac", ANY_X, "ISO Coated v2 300 %; GWG 4.22", \
	  N_("Too much ink does not dry, sticks and sets off on other sheets. Convert with a profile of the stated limit."))

#define X(id, key, standards, source, advice) R_##id,
enum rule_id { RULE_TABLE(X) R_COUNT };
#undef X

struct rule {
	const char *key;
	unsigned standards;
	const char *source, *advice;		/* advice: translated when shown */
};
extern const struct rule rules[R_COUNT];

struct context;
struct event;

/* A group of checks, by what they look at. Any of them may be NULL. */
struct check {
	void (*document)(struct context *c);
	void (*page)(struct context *c, int page);		/* from 1, before its events */
	void (*event)(struct context *c, const struct event *e);
	void (*page_end)(struct context *c, int page);
	void (*end)(struct context *c);
};
extern const struct check *const checks[];
extern const size_t nchecks;

#endif
