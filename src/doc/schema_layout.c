/*
 * src/doc/schema_layout.c - the vocabulary of a layout: how the magazine looks.
 *
 * Counts that mean grid lines (line, lines, before, after) are plain numbers;
 * everything else that is long has its unit.
 */
#include "doc/schema.h"

#define END { NULL, ATTR_ANY, false, NULL, NULL, NULL }
#define LAST { NULL, 0 }
#define YES_NO "yes|no"
#define ALIGN "justify|start|end|center"
#define CAPTIONS "below|beside|over"

/* Where a thing stands on the page; what it takes of it; where it may leave it. What has neither of these is as high as it is. */
#define PLACE \
	{ "col", ATTR_INT, false, NULL, "1", "First grid column, from 1." }, \
	{ "span", ATTR_INT, true, NULL, NULL, "Grid columns it takes." }, \
	{ "line", ATTR_LINES, false, NULL, "0", "First grid line, from 1; 0: under what stands above." }
#define LINES(what) \
	{ "lines", ATTR_LINES, false, NULL, "0", what }
#define AREA \
	PLACE, LINES("Grid lines it takes; 0: its own height, or to the last line."), \
	{ "bleed", ATTR_REFS, false, "top|bottom|inner|outer", "(none)", "Sides where it runs off the page." }

static const struct attribute
layout_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name of the layout: that of its folder." },
	{ "print", ATTR_REF, false, NULL, "gestrichen", "Print profile: a file of layouts/print, without its ending." },
	{ "output-profile", ATTR_FILE, false, NULL, "(the print profile's)", "ICC file of press and paper." },
	END
},
paper_attrs[] = {
	{ "width", ATTR_LENGTH, true, NULL, NULL, "Width of the trimmed page." },
	{ "height", ATTR_LENGTH, true, NULL, NULL, "Height of the trimmed page." },
	{ "bleed", ATTR_LENGTH, false, NULL, "3mm", "What is printed beyond the trimmed edge." },
	END
},
grid_attrs[] = {
	{ "columns", ATTR_INT, true, NULL, NULL, "Columns of the grid." },
	{ "gutter", ATTR_LENGTH, true, NULL, NULL, "White between two columns." },
	{ "inner", ATTR_LENGTH, true, NULL, NULL, "Margin at the fold." },
	{ "outer", ATTR_LENGTH, true, NULL, NULL, "Margin at the open side." },
	{ "first-baseline", ATTR_LENGTH, true, NULL, NULL, "Baseline of grid line 1, from the head of the page." },
	{ "lines", ATTR_INT, true, NULL, NULL, "Grid lines of a page." },
	{ "leading", ATTR_LENGTH, true, NULL, NULL, "From one grid line to the next." },
	END
},
pictures_attrs[] = {
	{ "min-ppi", ATTR_PPI, true, NULL, NULL, "Pixels an inch under which a picture is reported." },
	{ "intent", ATTR_ENUM, false, "relative|perceptual|saturation|absolute", "relative",
	  "How colours that the press cannot print are brought nearer: relative keeps all others, perceptual their steps." },
	{ "cmyk", ATTR_ENUM, false, "convert|keep", "convert",
	  "A picture in CMYK for another press: converted to this one, or with its inks as they are." },
	{ "alpha", ATTR_ENUM, false, "keep|flatten", "keep",
	  "Transparency in print: kept, or laid onto white. PDF/X-1a and X-3 always get it flattened." },
	{ "sharpen", ATTR_NUMBER, false, NULL, "0", "Unsharp mask on photographs for print, in percent; 0: none." },
	{ "sharpen-radius", ATTR_PIXELS, false, NULL, "0.8", "Its radius, in pixels of the printed picture." },
	{ "top", ATTR_ENUM, false, "x-height|cap-height", "x-height", "Where a picture begins: at the height of the small letters or of the capitals of its first line." },
	{ "caption", ATTR_ENUM, false, CAPTIONS, "below", "Where captions stand: below the picture, beside it where it is wide enough, over its foot." },
	{ "credit", ATTR_ENUM, false, "after|line|edge", "after", "Where credits stand: after the caption, in a line of their own, upright at the picture's edge." },
	{ "max-lines", ATTR_LINES, false, NULL, "(no limit)", "Most that a photograph in the text takes in height; a higher one is cropped to it. Drawings are never cropped." },
	{ "keys", ATTR_ENUM, false, "places|numbers", "places", "How a gallery's captions say which picture they are of: by its place (top left), or by a number." },
	{ "inset", ATTR_PERCENT, false, NULL, "50%", "Width of an inset, as a part of its column's, where its author gives none." },
	{ "inset-text", ATTR_LENGTH, false, NULL, "20mm", "Narrower than this no line stands beside an inset." },
	{ "wrap", ATTR_LENGTH, false, NULL, "4mm", "White between an inset and the text beside it." },
	{ "gutter-loss", ATTR_LENGTH, false, NULL, "0mm", "Of a picture over two pages, what vanishes in the fold on each page; it is repeated there." },
	{ "binding", ATTR_ENUM, false, "stapled|glued", "stapled", "In the middle of a stapled issue nothing vanishes in the fold." },
	END
},
ad_attrs[] = {
	{ "size", ATTR_ENUM, true, "half|quarter|eighth", NULL, "Which advertisements: what <ad> says. Several rows of one size are several formats; the one nearest to the file counts." },
	{ "width", ATTR_LENGTH, true, NULL, NULL, "Trimmed width; the page's width: it stands at the foot and bleeds." },
	{ "height", ATTR_LENGTH, true, NULL, NULL, "Trimmed height." },
	END
},
tables_attrs[] = {
	{ "rule", ATTR_LENGTH, false, NULL, "0.25pt", "Thickness of the rules between rows; 0pt: none." },
	{ "head-rule", ATTR_LENGTH, false, NULL, "0.75pt", "Thickness of the rules under the header and at the table's foot." },
	{ "ink", ATTR_REF, false, NULL, "(black)", "Colour of the rules: name of a swatch, or rubric." },
	{ "tint", ATTR_PERCENT, false, NULL, "100%", "Strength of the rules' ink." },
	{ "stripe", ATTR_PERCENT, false, NULL, "0%", "Strength of the rubric's colour behind every other row; 0%: none." },
	{ "gap", ATTR_LENGTH, false, NULL, "3mm", "White between two columns." },
	END
},
charts_attrs[] = {
	{ "ink", ATTR_REF, false, NULL, "(rubric)", "Colour of bars and lines: name of a swatch, or rubric. Further series are lighter." },
	{ "tint", ATTR_PERCENT, false, NULL, "100%", "Strength of that ink for the first series." },
	{ "line", ATTR_LENGTH, false, NULL, "1.75pt", "Thickness of a line chart's lines." },
	{ "rule", ATTR_LENGTH, false, NULL, "0.25pt", "Thickness of the rules behind bars and lines." },
	{ "bar", ATTR_FACTOR, false, NULL, "0.64", "Part of its row that a bar fills." },
	{ "lines", ATTR_LINES, false, NULL, "12", "Height of a line chart's field." },
	END
},
recipes_attrs[] = {
	{ "panel", ATTR_LENGTH, false, NULL, "31mm", "Width of the ingredients' column; where it takes more than half of the place, they stand over the steps." },
	{ "tint", ATTR_PERCENT, false, NULL, "(the rubric's)", "Strength of the rubric's colour behind the ingredients." },
	END
},
swatch_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name of the colour." },
	{ "c", ATTR_PERCENT, true, NULL, NULL, "Cyan." },
	{ "m", ATTR_PERCENT, true, NULL, NULL, "Magenta." },
	{ "y", ATTR_PERCENT, true, NULL, NULL, "Yellow." },
	{ "k", ATTR_PERCENT, true, NULL, NULL, "Black." },
	{ "spot", ATTR_TEXT, false, NULL, "(none)", "Name of an ink of its own; c, m, y, k then say how it looks. All: on every plate (registration)." },
	END
},
rubric_attrs[] = {
	{ "id", ATTR_REF, true, NULL, NULL, "Name that articles give." },
	{ "name", ATTR_TEXT, true, NULL, NULL, "Name that is printed." },
	{ "swatch", ATTR_REF, true, NULL, NULL, "Its colour." },
	{ "tint", ATTR_PERCENT, false, NULL, "12%", "Strength of the colour behind text." },
	{ "dark", ATTR_ENUM, false, YES_NO, "yes", "Whether the colour reads as type and carries white type." },
	END
},
family_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name that styles give." },
	END
},
face_attrs[] = {
	{ "script", ATTR_REFS, true, NULL, NULL, "ISO 15924 codes of the scripts it is for: Latn Cyrl." },
	{ "lang", ATTR_LANG, false, NULL, "(any)", "Language it is for, where a script has several manners." },
	{ "fonts", ATTR_TEXT, true, NULL, NULL, "Font families, tried in this order, with commas between." },
	{ "size", ATTR_FACTOR, false, NULL, "1", "Factor on the style's size." },
	{ "leading", ATTR_FACTOR, false, NULL, "1", "Factor on the style's leading where the whole text is in it." },
	{ "min-weight", ATTR_INT, false, NULL, "100", "Lightest weight the fonts have." },
	{ "max-weight", ATTR_INT, false, NULL, "900", "Boldest weight the fonts have." },
	{ "emphasis", ATTR_ENUM, false, "italic|bold|spaced|none", "italic", "How stressed words are shown." },
	{ "baseline", ATTR_EM, false, NULL, "0", "Shift upwards." },
	{ "ragged", ATTR_EM, false, NULL, "0", "In columns narrower than so many em its justified text is set ragged." },
	{ "kashida", ATTR_EM, false, NULL, "0", "Arabic: what one joint of a word may grow by in justified lines." },
	{ "clusters", ATTR_EM, false, NULL, "0", "Thai and such: what the gap between clusters may grow by in justified lines." },
	{ "latin-gap", ATTR_EM, false, NULL, "0", "Chinese, Japanese: between its characters and Latin letters or figures." },
	END
},
hang_attrs[] = {
	{ "font", ATTR_TEXT, false, NULL, "(all fonts of the family)", "Font family it is for." },
	{ "letters", ATTR_TEXT, true, NULL, NULL, "The characters, one after the other." },
	{ "start", ATTR_PERCENT, false, NULL, "0%", "How far they hang out at a line's start, of their own width." },
	{ "end", ATTR_PERCENT, false, NULL, "0%", "The same at a line's end." },
	END
},
style_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name of the style." },
	{ "parent", ATTR_REF, false, NULL, "(none)", "Style whose properties it takes where it gives none." },
	{ "family", ATTR_REF, false, NULL, "(the parent's, else the first <family>)", "Family of fonts." },
	{ "weight", ATTR_INT, false, NULL, "(the parent's, else 400)", "100 to 900; 400 is regular." },
	{ "width", ATTR_ENUM, false, "62|75|87|100", "(the parent's, else 100)", "Width of the cut, in per cent." },
	{ "italic", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Italic." },
	{ "size", ATTR_LENGTH, false, NULL, "(the parent's, else 9pt, and said)", "Size of the type." },
	{ "leading", ATTR_HEIGHT, false, NULL, "(the parent's, else the grid's)", "From one line to the next." },
	{ "align", ATTR_ENUM, false, ALIGN, "(the parent's, else start)", "How lines fill the measure." },
	{ "indent", ATTR_LENGTH, false, NULL, "(the parent's, else 0pt)", "First line of a paragraph after another." },
	{ "hang", ATTR_LENGTH, false, NULL, "(the parent's, else 0pt)", "All lines but the first." },
	{ "ink", ATTR_REF, false, NULL, "(the parent's, else black)", "Name of a swatch, or rubric." },
	{ "tint", ATTR_PERCENT, false, NULL, "(the parent's, else 100%)", "Strength of the ink." },
	{ "hyphenate", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Whether words are divided." },
	{ "upper", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Set in capitals." },
	{ "capital-sharp-s", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "In capitals ß becomes ẞ; otherwise SS." },
	{ "small-caps", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Small letters are set as small capitals, where the font has them; a font without them sets ordinary letters." },
	{ "tabular", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Figures of one width, for columns of numbers." },
	{ "balance", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Ragged lines of even length." },
	{ "cling", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "No line ends after a preposition or an article or inside a name, where that can be avoided (headlines)." },
	{ "tracking", ATTR_EM, false, NULL, "(the parent's, else 0)", "Space between letters." },
	{ "track-limit", ATTR_EM, false, NULL, "(the parent's, else 0.01)", "What justification may add between letters or take." },
	{ "expand-limit", ATTR_FACTOR, false, NULL, "(the parent's, else 0.02)", "How far justification may widen or narrow letters, as a part of their width (Latin, Cyrillic, Greek)." },
	{ "space", ATTR_FACTOR, false, NULL, "(the parent's, else 1)", "Word space aimed at, as a part of the font's own." },
	{ "space-shrink", ATTR_FACTOR, false, NULL, "(the parent's, else 0.4)", "How far justification may narrow a word space, as a part of it." },
	{ "space-stretch", ATTR_FACTOR, false, NULL, "(the parent's, else 0.5)", "Stretch of a word space that still looks even, as a part of it." },
	{ "protrusion", ATTR_FACTOR, false, NULL, "(the parent's, else 0)", "How far punctuation hangs into the margin: 0 to 1." },
	{ "edge-size", ATTR_LENGTH, false, NULL, "(the parent's, else 0pt)", "Where the style is larger than this, the white at the sides of a line's first and last letter does not grow with it: headlines begin at the edge that the text under them has. 0pt: it grows." },
	{ "hyphen-penalty", ATTR_NUMBER, false, NULL, "(the parent's, else 50)", "More: fewer hyphens; 50 is usual." },
	{ "ladder", ATTR_INT, false, NULL, "(the parent's, else 2)", "Most lines in a row that end in a hyphen; 0: any number." },
	{ "contrast", ATTR_NUMBER, false, NULL, "(the parent's, else 1)", "How much it is minded that spaces of neighbouring lines differ; 1 is usual, 0: not at all." },
	{ "runt", ATTR_EM, false, NULL, "(the parent's, else 2.5)", "A last line shorter than this is avoided; 0: not." },
	{ "looseness", ATTR_ENUM, false, "-1|0|1", "(the parent's, else 0)", "1 or -1: paragraphs take a line more or less than is best, where they can." },
	{ "hyphen-before", ATTR_INT, false, NULL, "(the parent's, else the language's)", "Least letters of a word before a hyphen, where the language does not want more; German: 2." },
	{ "hyphen-after", ATTR_INT, false, NULL, "(the parent's, else the language's)", "Least letters of a word after a hyphen, where the language does not want more; German: 3." },
	{ "before", ATTR_LINES, false, NULL, "(the parent's, else 0)", "White before it." },
	{ "after", ATTR_LINES, false, NULL, "(the parent's, else 0)", "White after it." },
	{ "rule", ATTR_LENGTH, false, NULL, "(the parent's, else 0pt)", "Thickness of a rule over it, as wide as the column." },
	{ "line-numbers", ATTR_INT, false, NULL, "(the parent's, else 0)", "Of poems: every so many lines a number; 0: none." },
	{ "hang-quotes", ATTR_ENUM, false, YES_NO, "(the parent's, else no)", "Quotation marks stand outside the lines that they begin or end (pull quotes)." },
	{ "dropcap", ATTR_INT, false, NULL, "(the parent's, else 0)", "Lines of the initial of an article; 0: none." },
	{ "numerals", ATTR_ENUM, false, "lnum|onum|native|latin|lnum native|lnum latin|onum native|onum latin", "(the parent's, else the font's own, digits by the language's custom)",
	  "Figures: lining or old style; folios, list numbers and page references in the script's own digits or in 0 to 9, else by the language's custom." },
	END
},
head_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name that templates give." },
	{ "before", ATTR_LINES, false, NULL, "2", "Grid lines of white over it where it stands in a column." },
	{ "languages", ATTR_ENUM, false, "under|beside", "under", "Where parts in further languages stand: under the article's own, or beside it, over their columns." },
	END
},
part_attrs[] = {
	{ "kind", ATTR_ENUM, true, "kicker|headline|standfirst|byline|language|title", NULL, "What stands there." },
	{ "style", ATTR_REF, true, NULL, NULL, "How it is set." },
	{ "further", ATTR_REF, false, NULL, "(that of style)", "How it is set in further languages that stand under it; and in all, where more than two stand beside each other." },
	{ "span", ATTR_INT, false, NULL, "0", "Grid columns it takes; 0: all of the head's." },
	END
},
parallel_attrs[] = {
	{ "arrange", ATTR_ENUM, false, "columns|interleaved", "columns", "How the languages stand where neither template nor author says it." },
	{ "widths", ATTR_ENUM, false, "grid|free|equal", "grid",
	  "Widths of the columns, so that the text is shortest: whole columns of the grid, any, or all the same." },
	{ "min-width", ATTR_EM, false, NULL, "12", "Narrowest column; where they would be narrower, the languages stand one under the other." },
	{ "ragged", ATTR_EM, false, NULL, "15", "In columns narrower than this justified text is set ragged." },
	{ "gap", ATTR_LINES, false, NULL, "1", "White between paragraphs; 0: they are indented." },
	{ "divide", ATTR_INT, false, NULL, "9", "Lines that a paragraph must have to be divided between columns or pages." },
	END
},
pullquotes_attrs[] = {
	{ "places", ATTR_REFS, false, "head|foot|inside|straddle", "head foot inside",
	  "Where one may stand that its author does not fix: at a column's head or foot, between the text of a column (inside), over the white between two columns with text on both sides (straddle)." },
	{ "widths", ATTR_REFS, false, "column|wide", "column", "One column; two (wide)." },
	{ "sizes", ATTR_REFS, false, "small|normal|large", "normal",
	  "Sizes of type it may have: that of its style, of the style pullquote-small or pullquote-large, or where there is none a step down or up." },
	{ "away", ATTR_LINES, false, NULL, "(a third of the column)", "Lines wished for between it and the sentence that it repeats." },
	END
},
sidebars_attrs[] = {
	{ "places", ATTR_REFS, false, "head|foot|alone", "head foot alone",
	  "Where a box may stand that floats: at the head or foot of columns, or in one alone." },
	{ "widths", ATTR_REFS, false, "column|wide|full", "column wide full", "One column; two (wide); all of them, at the page's foot (full)." },
	END
},
use_attrs[] = {
	{ "for", ATTR_ENUM, true, "p|subhead|pullquote|list|verse|facts|question|answer|note|table|table-head|data-title|source|chart|axis|ingredient|portions|step|step-number|tip|caption|credit|box-title|box-text|by|imprint|parallel|translation", NULL, "What is set." },
	{ "style", ATTR_REF, true, NULL, NULL, "How it is set." },
	END
},
template_attrs[] = {
	{ "name", ATTR_REF, true, NULL, NULL, "Name that articles and sections give." },
	{ "start", ATTR_ENUM, false, "left|right|any", "(any; facing pages: left)", "Side of the spread it must start on; that it starts on the other is reported." },
	{ "mirror", ATTR_ENUM, false, YES_NO, "no", "Drawn for a left page; mirrored on a right one, whichever way its text is read: what stands outside stays there." },
	{ "max-pages", ATTR_INT, false, NULL, "0", "Most pages it may take; 0: any number." },
	{ "fillers", ATTR_ENUM, false, YES_NO, "no", "Room left at the end may take a filler." },
	{ "parallel", ATTR_ENUM, false, "any|columns|facing|interleaved", "any",
	  "How the languages of a parallel text stand; facing: on a left and a right page, each of which is drawn for itself." },
	END
},
thread_attrs[] = {
	{ "articles", ATTR_TEXT, true, NULL, NULL, "Articles it takes: all, imprint, 2, 2-4, 2- (and all further)." },
	{ "head", ATTR_REF, false, NULL, "(none)", "Head set in the column before each of them." },
	END
},
page_attrs[] = {
	{ "at", ATTR_TEXT, true, NULL, NULL, "1, 2, ... or rest: every further page." },
	{ "furniture", ATTR_ENUM, false, "yes|foot|no", "yes", "Which furniture it shows: all, folio and thumb tab only (under a picture at the head), none." },
	END
},
place_picture_attrs[] = {
	{ "size", ATTR_ENUM, true, "opener|gallery|full|spread", NULL, "Which pictures of the article it takes; spread: over the left page and the right one beside it." },
	{ "caption", ATTR_ENUM, false, CAPTIONS, "(as pictures say)", "Where its caption stands: under it, beside it, over its foot." },
	{ "min-lines", ATTR_LINES, false, NULL, "0", "Lines it may shrink to, so that the text fits its pages; 0: it does not give way." },
	AREA, END
},
place_headline_attrs[] = {
	{ "article", ATTR_INT, false, NULL, "1", "Number of the article in its section." },
	{ "head", ATTR_REF, true, NULL, NULL, "The head's name." },
	PLACE, END
},
place_title_attrs[] = {
	{ "of", ATTR_ENUM, false, "section|issue", "section", "Whose title: the section's, or the magazine's own." },
	{ "style", ATTR_REF, true, NULL, NULL, "How it is set." },
	PLACE, END
},
place_columns_attrs[] = {
	{ "thread", ATTR_INT, false, NULL, "1", "Number of the thread that flows through them." },
	{ "count", ATTR_INT, true, NULL, NULL, "Columns of text." },
	{ "balance", ATTR_ENUM, false, YES_NO, "no", "On the last page the columns end at one height." },
	PLACE, LINES("Grid lines they take; 0: to the last line."), END
},
place_fill_attrs[] = {
	{ "ink", ATTR_REF, true, NULL, NULL, "Name of a swatch, or rubric." },
	{ "tint", ATTR_PERCENT, false, NULL, "100%", "Strength of the ink." },
	AREA, END
},
place_boxes_attrs[] = {
	{ "count", ATTR_INT, false, NULL, "1", "Columns of a box's text." },
	PLACE, LINES("Most grid lines that boxes take; 0: a part of the page."), END
},
put_attrs[] = {
	{ "what", ATTR_ENUM, true,
	  "folio|issue|rubric|square|tab|title|theme|number|lines|words|entries|pictures|text", NULL,
	  "What it shows. On the cover pictures is the frame of its picture, y its top; without one it bleeds on all sides." },
	{ "edge", ATTR_ENUM, false, "inner|outer", "inner", "Edge of the live area that x counts from." },
	{ "x", ATTR_LENGTH, false, NULL, "0mm", "Distance from the edge." },
	{ "y", ATTR_HEIGHT, true, NULL, NULL, "Its baseline, from the head of the page." },
	{ "w", ATTR_LENGTH, false, NULL, "0mm", "Width." },
	{ "h", ATTR_HEIGHT, false, NULL, "0mm", "Height." },
	{ "step", ATTR_HEIGHT, false, NULL, "0mm", "From one to the next, where there are several." },
	{ "style", ATTR_REF, false, NULL, "(text)", "How its text is set." },
	{ "style2", ATTR_REF, false, NULL, "(style)", "Second style." },
	{ "style3", ATTR_REF, false, NULL, "(style2)", "Third style." },
	{ "style4", ATTR_REF, false, NULL, "(style3)", "Fourth style." },
	{ "ink", ATTR_REF, false, NULL, "(the style's; of square and tab the rubric's)", "Name of a swatch, or rubric." },
	{ "tint", ATTR_PERCENT, false, NULL, "(that of the ink)", "Strength of the ink." },
	{ "align", ATTR_ENUM, false, ALIGN, "(as in the style)", "How its text stands in the width w." },
	{ "text", ATTR_TEXT, false, NULL, "(none)", "The words of what=\"text\"." },
	{ "fit", ATTR_NUMBER, false, NULL, "0", "1: the title is scaled to the width w; words are spread over lines of this width." },
	END
},
label_attrs[] = {
	{ "key", ATTR_REF, true, NULL, NULL, "What it is a word for: author, translator, photographer, contents, ad, continued-on and continued-from with # for the page's number, time, tip, bar, line, timeline; of a gallery's pictures top, middle, bottom, left, center, right." },
	{ "xml:lang", ATTR_LANG, true, NULL, NULL, "Its language." },
	END
};

static const struct child
layout_children[] = {
	{ "paper", '1' }, { "grid", '1' }, { "pictures", '?' }, { "pullquotes", '?' }, { "sidebars", '?' }, { "parallel", '?' }, { "ad", '*' }, { "tables", '?' }, { "charts", '?' }, { "recipes", '?' },
	{ "swatch", '*' }, { "rubric", '+' },
	{ "family", '+' }, { "style", '+' }, { "head", '*' }, { "use", '*' }, { "template", '+' },
	{ "furniture", '?' }, { "cover", '?' }, { "contents", '?' }, { "label", '*' }, LAST
},
family_children[] = { { "face", '+' }, { "hang", '*' }, LAST },
head_children[] = { { "part", '+' }, LAST },
template_children[] = { { "use", '*' }, { "thread", '*' }, { "page", '+' }, LAST },
page_children[] = { { "%place", '*' }, LAST },
put_children[] = { { "put", '*' }, LAST };

static const struct element elements[] = {
	{ "layout", CONTENT_CHILDREN, layout_attrs, layout_children, "The look of a magazine." },
	{ "paper", CONTENT_EMPTY, paper_attrs, NULL, "The page." },
	{ "grid", CONTENT_EMPTY, grid_attrs, NULL, "Columns and lines everything stands on." },
	{ "pictures", CONTENT_EMPTY, pictures_attrs, NULL, "What is asked of pictures." },
	{ "pullquotes", CONTENT_EMPTY, pullquotes_attrs, NULL, "Where pull quotes may stand, and how large." },
	{ "sidebars", CONTENT_EMPTY, sidebars_attrs, NULL, "Where boxes may stand that float, and how wide." },
	{ "parallel", CONTENT_EMPTY, parallel_attrs, NULL, "How texts in several languages stand." },
	{ "ad", CONTENT_EMPTY, ad_attrs, NULL, "A size that advertisers book; their PDFs must have it." },
	{ "tables", CONTENT_EMPTY, tables_attrs, NULL, "Rules and tints of tables." },
	{ "charts", CONTENT_EMPTY, charts_attrs, NULL, "Bars and lines of charts." },
	{ "recipes", CONTENT_EMPTY, recipes_attrs, NULL, "Measures of recipes." },
	{ "swatch", CONTENT_EMPTY, swatch_attrs, NULL, "A colour." },
	{ "rubric", CONTENT_EMPTY, rubric_attrs, NULL, "A standing rubric." },
	{ "family", CONTENT_CHILDREN, family_attrs, family_children, "Fonts for all scripts." },
	{ "face", CONTENT_EMPTY, face_attrs, NULL, "Fonts for some scripts." },
	{ "hang", CONTENT_EMPTY, hang_attrs, NULL, "What characters hang into the margin, where a font needs another measure than usual; a style's protrusion switches it on." },
	{ "style", CONTENT_EMPTY, style_attrs, NULL, "How a kind of text is set." },
	{ "head", CONTENT_CHILDREN, head_attrs, head_children, "The block over an article." },
	{ "part", CONTENT_EMPTY, part_attrs, NULL, "One part of a head, under the one before." },
	{ "use", CONTENT_EMPTY, use_attrs, NULL, "Gives a kind of block its style." },
	{ "template", CONTENT_CHILDREN, template_attrs, template_children, "Arrangement of an article or a section." },
	{ "thread", CONTENT_EMPTY, thread_attrs, NULL, "Text that flows from column to column." },
	{ "page", CONTENT_CHILDREN, page_attrs, page_children, "What stands on one page, in the order it is laid out." },
	{ "picture", CONTENT_EMPTY, place_picture_attrs, NULL, "Place of a picture." },
	{ "headline", CONTENT_EMPTY, place_headline_attrs, NULL, "Place of an article's head." },
	{ "title", CONTENT_EMPTY, place_title_attrs, NULL, "Place of the section's title, or of the magazine's." },
	{ "columns", CONTENT_EMPTY, place_columns_attrs, NULL, "Columns of text." },
	{ "fill", CONTENT_EMPTY, place_fill_attrs, NULL, "A coloured area behind." },
	{ "boxes", CONTENT_EMPTY, place_boxes_attrs, NULL, "Place of the article's boxes." },
	{ "furniture", CONTENT_CHILDREN, NULL, put_children, "What stands on every page." },
	{ "cover", CONTENT_CHILDREN, NULL, put_children, "What stands on the cover." },
	{ "contents", CONTENT_CHILDREN, NULL, put_children, "What stands on the contents page." },
	{ "put", CONTENT_EMPTY, put_attrs, NULL, "One piece of it." },
	{ "label", CONTENT_PLAIN, label_attrs, NULL, "A word that pages say by themselves, where the magazine has another than zivos, which knows them in some fifty languages." },
	{ NULL, CONTENT_EMPTY, NULL, NULL, NULL }
};

static const char *const place_members[] = {
	"picture", "headline", "title", "columns", "fill", "boxes", NULL
};
static const struct group groups[] = {
	{ "%place", place_members },
	{ NULL, NULL }
};
static const struct chapter chapters[] = {
	{ "layout", "The page" },
	{ "pictures", "Pictures, tables, charts and other parts of the text" },
	{ "swatch", "Colours and rubrics" },
	{ "family", "Fonts" },
	{ "style", "Styles" },
	{ "head", "Heads, and which style sets what" },
	{ "template", "Templates: what stands where" },
	{ "furniture", "Every page, the cover, the contents" },
	{ "label", "Words" },
	{ NULL, NULL }
};

static const char *const roots[] = { "layout", NULL };

const struct vocabulary layout_vocabulary = {
	.ns = "urn:zivos:layout", .roots = roots, .elements = elements, .groups = groups, .chapters = chapters, .xinclude = false,
};
