/*
 * src/doc/schema_issue.c - the vocabulary of an issue: everything an author may write.
 */
#include "doc/schema.h"

#define LANG { "xml:lang", ATTR_LANG, false, NULL, "(that around it)", "Language of the text inside." }
/* How a picture's colours go to the press; without them the layout says it. */
#define COLOUR \
	{ "intent", ATTR_ENUM, false, "relative|perceptual|saturation|absolute", "(as the layout says)", \
	  "How colours that the press cannot print are brought nearer: relative keeps all others, perceptual their steps." }, \
	{ "cmyk", ATTR_ENUM, false, "convert|keep", "(as the layout says)", \
	  "A picture in CMYK for another press: converted to this one, or with its inks as they are." }, \
	{ "alpha", ATTR_ENUM, false, "keep|flatten", "(as the layout says)", \
	  "Transparency in print: kept, or laid onto white." }
#define ALIGN "auto|start|end|center|decimal"
#define DATA_SIZE \
	{ "size", ATTR_ENUM, false, "column|wide|full", "column", "Over one column, two, or all of them." }
#define END { NULL, ATTR_ANY, false, NULL, NULL, NULL }
#define LAST { NULL, 0 }

static const struct attribute
issue_attrs[] = {
	{ "number", ATTR_TEXT, true, NULL, NULL, "Number of the issue, as printed: 4/2026." },
	{ "date", ATTR_DATE, true, NULL, NULL, "Day it appears: it stands in the PDF's properties and beside printer's marks." },
	{ "title", ATTR_TEXT, false, NULL, "ZIVOS", "Name of the magazine." },
	{ "theme", ATTR_TEXT, false, NULL, "(none)", "Theme of the issue, set large on the cover." },
	{ "xml:lang", ATTR_LANG, false, NULL, "de", "Main language of the issue." },
	{ "layout", ATTR_LAYOUT, false, NULL, "zivos", "Name of a layout, or ./ and a folder beside the issue." },
	{ "blanks", ATTR_ENUM, false, "no|end|inside", "no",
	  "Whether pages are added where their number cannot be stapled: at the end, or inside, before the last article; fillers stand on them, as long as there are any." },
	END
},
lang_attrs[] = { LANG, END },
contents_attrs[] = {
	{ "title", ATTR_TEXT, false, NULL, "(the layout's word for it)", "Heading of the page." },
	LANG, END
},
word_attrs[] = {
	{ "xml:lang", ATTR_LANG, true, NULL, NULL, "Language of the word." },
	END
},
coverline_attrs[] = {
	{ "ref", ATTR_REF, false, NULL, "(none: no number is set)", "id of the article it announces; sets the page number." },
	LANG, END
},
section_attrs[] = {
	{ "template", ATTR_REF, true, NULL, NULL, "Template that arranges the articles." },
	{ "rubric", ATTR_REF, false, NULL, "(that of its first article)", "Rubric of all its articles that name none." },
	{ "title", ATTR_TEXT, false, NULL, "(none)", "Title over the whole section." },
	{ "pages", ATTR_INT, false, NULL, "(as many as it needs)", "Number of pages it fills." },
	{ "start", ATTR_ENUM, false, "left|right|any", "(as the template says)", "Side of the spread it must start on; that it starts on the other is reported." },
	LANG, END
},
article_attrs[] = {
	{ "id", ATTR_ID, false, NULL, "(none)", "Name for references; unique in the issue." },
	{ "rubric", ATTR_REF, false, NULL, "(the section's; needed outside of one)", "Rubric it belongs to." },
	{ "template", ATTR_REF, false, NULL, "(the section's; needed outside of one)", "Template of its pages." },
	{ "pages", ATTR_INT, false, NULL, "(as many as it needs)", "Number of pages it fills." },
	{ "start", ATTR_ENUM, false, "left|right|any", "(as the template says)", "Side of the spread it must start on; that it starts on the other is reported." },
	LANG, END
},
p_attrs[] = {
	{ "id", ATTR_ID, false, NULL, "(none)", "Name, unique in the issue." },
	LANG, END
},
pullquote_attrs[] = {
	{ "by", ATTR_TEXT, false, NULL, "(none)", "Who said it." },
	{ "size", ATTR_ENUM, false, "small|normal|large", "(the best for the page, of those the layout allows)", "Size of its type." },
	{ "place", ATTR_ENUM, false, "float|text", "float",
	  "Where the page is best for it, near where it is written (in articles that have their pages for themselves); or just where it is written." },
	LANG, END
},
list_attrs[] = {
	{ "kind", ATTR_ENUM, false, "bullet|number|native|letter", "bullet",
	  "How the items are marked: by points; numbered as is usual in the language, or in its script's own numerals; by letters of its alphabet." },
	{ "start", ATTR_INT, false, NULL, "1", "Number of the first item." },
	LANG, END
},
interview_attrs[] = { LANG, END },
speaker_attrs[] = {
	{ "id", ATTR_REF, true, NULL, NULL, "Name that questions and answers give." },
	{ "name", ATTR_TEXT, true, NULL, NULL, "Full name, set where the speaker first speaks." },
	{ "initials", ATTR_TEXT, false, NULL, "(of the name; in scripts without capitals the name)", "What is set from then on." },
	LANG, END
},
speech_attrs[] = {
	{ "by", ATTR_REF, false, NULL, "(nobody is named)", "id of the <speaker>." },
	LANG, END
},
line_attrs[] = {
	{ "indent", ATTR_INT, false, NULL, "0", "Steps that the line is moved in by." },
	LANG, END
},
fact_attrs[] = {
	{ "label", ATTR_TEXT, true, NULL, NULL, "What it is: Opening hours, Format, Entrance." },
	LANG, END
},
picture_attrs[] = {
	{ "src", ATTR_FILE, true, NULL, NULL, "The picture's file, relative to this XML file." },
	{ "alt", ATTR_ANY, true, NULL, NULL, "What it shows, for those who do not see it." },
	{ "size", ATTR_ENUM, false, "column|wide|full|opener|inset|page|spread", "column",
	  "One column, two (wide), all of them (full); the template's opening picture; inside a column, with text beside it (inset); a page of its own; two facing pages (spread)." },
	{ "page", ATTR_INT, false, NULL, "(the first)", "Page of a PDF that is placed, from 1." },
	{ "focus", ATTR_POINT, false, NULL, "(the middle)", "Point that stays in sight when it is cropped, and out of the fold: from the left, from the top, such as 60% 30%." },
	{ "crop", ATTR_PERCENT, false, NULL, "100%", "The most of it that may be cut off to fit its place; 0%: it is shown whole." },
	{ "adjust", ATTR_LENGTH, false, NULL, "0mm",
	  "How much higher it is set than its place or its proportions make it, or, below zero, lower: in whole lines. zivos fit says where that helps." },
	{ "side", ATTR_ENUM, false, "start|end|left|right|inside|outside|between", "(end)",
	  "Side of the column that an inset stands at: where lines start, where they end, left, right, inside (towards the fold), outside (away from it); or between two columns, with text on both sides." },
	{ "width", ATTR_PERCENT, false, NULL, "(the layout's)", "Width of an inset, as a part of its column's." },
	{ "shape", ATTR_TEXT, false, NULL, "(its rectangle)",
	  "What the lines beside an inset follow: alpha (what of the picture is not transparent), or an SVG path, counted in the picture's pixels." },
	{ "distance", ATTR_LENGTH, false, NULL, "(the layout's)", "White between an inset and the text beside it." },
	COLOUR, LANG, END
},
gallery_attrs[] = {
	{ "size", ATTR_ENUM, false, "column|wide|full|page", "full", "One column, two (wide), all of them (full), or the columns of a whole page." },
	LANG, END
},
box_attrs[] = {
	{ "title", ATTR_TEXT, false, NULL, "(none)", "Heading of the box." },
	{ "columns", ATTR_INT, false, NULL, "(as the template says; 1 in a column; as many as it is wide)", "Columns of its text." },
	{ "size", ATTR_ENUM, false, "column|wide|full", "(the best for the page, of those the layout allows)",
	  "Width of one that floats: one column, two (wide), all of them (full)." },
	{ "place", ATTR_ENUM, false, "apart|float|text", "apart",
	  "In the template's place for boxes, where it has one; beside the text, at the head or foot of columns near where it is written (float); or in the text, just where it is written." },
	LANG, END
},
table_attrs[] = {
	{ "id", ATTR_ID, false, NULL, "(none)", "Name for a chart that is drawn from it; unique in the issue." },
	DATA_SIZE, LANG, END
},
column_attrs[] = {
	{ "align", ATTR_ENUM, false, ALIGN, "auto",
	  "How its cells stand; auto: numbers with their decimal marks under each other, all else at the start." },
	{ "header", ATTR_ENUM, false, "yes|no", "no", "Whether its cells name their rows." },
	END
},
row_attrs[] = {
	{ "header", ATTR_ENUM, false, "yes|no", "no", "Whether its cells name their columns; the first rows with it are repeated where the table goes on." },
	LANG, END
},
cell_attrs[] = {
	{ "columns", ATTR_INT, false, NULL, "1", "Columns it takes." },
	{ "rows", ATTR_INT, false, NULL, "1", "Rows it takes." },
	{ "align", ATTR_ENUM, false, ALIGN, "auto", "How it stands; auto: as its column." },
	{ "header", ATTR_ENUM, false, "yes|no", "no", "Whether it names its row or column." },
	LANG, END
},
chart_attrs[] = {
	{ "kind", ATTR_ENUM, false, "bar|line|timeline", "bar", "Bars side by side, lines over time, or dates with what happened." },
	{ "arrange", ATTR_ENUM, false, "down|across", "down", "Of a timeline: down the column, or across it, in several bands where there are many dates." },
	{ "of", ATTR_REF, false, NULL, "(the chart's own rows)", "id of the <table> it is drawn from." },
	{ "alt", ATTR_TEXT, false, NULL, "(made from the numbers)", "What it shows, for those who do not see it." },
	DATA_SIZE, LANG, END
},
time_attrs[] = {
	{ "label", ATTR_TEXT, false, NULL, "(the layout's word for it)", "What takes so long: Preparing, Cooking." },
	LANG, END
},
ingredients_attrs[] = {
	{ "title", ATTR_TEXT, false, NULL, "(none)", "What they are for: For the broth." },
	LANG, END
},
ingredient_attrs[] = {
	{ "amount", ATTR_TEXT, false, NULL, "(none)", "How much: 2, 1/2, 100-150." },
	{ "unit", ATTR_TEXT, false, NULL, "(none)", "Of what measure: g, ml, spoons." },
	LANG, END
},
verse_attrs[] = {
	{ "by", ATTR_TEXT, false, NULL, "(none)", "Who wrote it." },
	{ "numbers", ATTR_INT, false, NULL, "(as the layout says)", "A number every so many lines; 0: none." },
	{ "start", ATTR_INT, false, NULL, "1", "Number of the first line, where it is a part of a longer poem." },
	LANG, END
},
parallel_attrs[] = {
	{ "arrange", ATTR_ENUM, false, "columns|facing|interleaved", "(as the template says)",
	  "How the languages stand: in columns side by side, on facing pages, or each paragraph under its original." },
	LANG, END
},
text_attrs[] = {
	{ "xml:lang", ATTR_LANG, true, NULL, NULL, "Language of the text." },
	END
},
ad_attrs[] = {
	{ "size", ATTR_ENUM, false, "full|half|quarter|eighth", "full", "What was booked: a whole page, or the part of one; the layout says how large that is." },
	{ "position", ATTR_ENUM, false, "any|left|right|inner|outer", "any",
	  "Side of the page it stands on, if there is a choice; for a whole page left or right: the page of the spread it must be." },
	{ "on", ATTR_INT, false, NULL, "(any page)", "Number of the page it was booked for; that it stands on another is an error." },
	{ "src", ATTR_FILE, true, NULL, NULL, "The advertisement's file, relative to this XML file." },
	{ "alt", ATTR_ANY, true, NULL, NULL, "What it says, for those who do not see it." },
	{ "page", ATTR_INT, false, NULL, "(the first)", "Page of a PDF that is placed, from 1." },
	{ "advertiser", ATTR_TEXT, false, NULL, "(none)", "Whose advertisement it is." },
	COLOUR, LANG, END
},
rest_attrs[] = {
	{ "of", ATTR_REF, true, NULL, NULL, "id of an article that stands before, with pages of its own." },
	{ "pages", ATTR_INT, false, NULL, "1", "Number of pages it goes on for." },
	END
},
filler_attrs[] = {
	{ "src", ATTR_FILE, true, NULL, NULL, "The picture's file, relative to this XML file." },
	{ "alt", ATTR_ANY, true, NULL, NULL, "What it shows." },
	LANG, END
},
foreign_attrs[] = {
	{ "xml:lang", ATTR_LANG, true, NULL, NULL, "Language of the words." },
	END
},
link_attrs[] = {
	{ "href", ATTR_URL, true, NULL, NULL, "Where it leads." },
	END
},
ref_attrs[] = {
	{ "to", ATTR_REF, true, NULL, NULL, "id of an article; the number of its page is set." },
	END
};

static const struct child
inline_children[] = { { "%inline", '*' }, LAST },
issue_children[] = {
	{ "hyphenation", '*' }, { "cover", '?' }, { "contents", '?' }, { "section", '*' }, { "article", '*' },
	{ "ad", '*' }, { "ads", '*' }, { "rest", '*' }, { "fillers", '?' }, LAST
},
cover_children[] = { { "picture", '1' }, { "coverline", '*' }, { "word", '*' }, LAST },
section_children[] = { { "article", '+' }, { "imprint", '?' }, { "ad", '*' }, LAST },
imprint_children[] = { { "headline", '?' }, { "p", '*' }, { "subhead", '*' }, { "list", '*' }, LAST },
article_children[] = {
	{ "hyphenation", '*' }, { "kicker", '*' }, { "headline", '+' }, { "shorthead", '?' }, { "standfirst", '*' },
	{ "byline", '*' }, { "body", '1' }, { "ad", '*' }, LAST
},
byline_children[] = { { "author", '*' }, { "translator", '*' }, { "photographer", '*' }, LAST },
body_children[] = { { "%block", '*' }, LAST },
item_children[] = { { "%item", '*' }, LAST },
/* A list may follow the item that it belongs to, too: many type it so. */
list_children[] = { { "item", '+' }, { "list", '*' }, LAST },
facts_children[] = { { "fact", '+' }, LAST },
picture_children[] = { { "caption", '*' }, { "credit", '?' }, LAST },
gallery_children[] = { { "picture", '+' }, { "caption", '?' }, LAST },
box_children[] = { { "%boxed", '+' }, LAST },
table_children[] = { { "caption", '?' }, { "column", '*' }, { "row", '+' }, { "source", '?' }, LAST },
row_children[] = { { "cell", '+' }, LAST },
chart_children[] = { { "caption", '?' }, { "unit", '?' }, { "row", '*' }, { "source", '?' }, LAST },
recipe_children[] = {
	{ "portions", '?' }, { "time", '*' }, { "ingredients", '*' }, { "step", '*' }, { "tip", '*' }, LAST
},
ingredients_children[] = { { "ingredient", '+' }, LAST },
interview_children[] = { { "speaker", '*' }, { "%spoken", '+' }, LAST },
verse_children[] = { { "line", '*' }, { "couplet", '*' }, { "stanza", '*' }, LAST },
stanza_children[] = { { "line", '*' }, { "couplet", '*' }, LAST },
couplet_children[] = { { "half", '+' }, LAST },
ads_children[] = { { "ad", '+' }, LAST },
parallel_children[] = { { "text", '+' }, LAST },
text_children[] = { { "%parallel", '+' }, LAST },
fillers_children[] = { { "filler", '*' }, LAST };

static const struct element elements[] = {
	{ "issue", CONTENT_CHILDREN, issue_attrs, issue_children, "One issue of the magazine, in page order." },
	{ "cover", CONTENT_CHILDREN, NULL, cover_children, "The first page." },
	{ "coverline", CONTENT_INLINE, coverline_attrs, inline_children, "A line on the cover that announces an article." },
	{ "word", CONTENT_PLAIN, word_attrs, NULL, "The theme's word in one more language." },
	{ "contents", CONTENT_EMPTY, contents_attrs, NULL, "The contents page, made by itself." },
	{ "hyphenation", CONTENT_PLAIN, lang_attrs, NULL, "How words are divided: Silben-tren-nung; = at the joint of a compound; without a hyphen: never; * at the end: all longer ones, too." },
	{ "section", CONTENT_CHILDREN, section_attrs, section_children, "Several articles that share pages." },
	{ "imprint", CONTENT_CHILDREN, lang_attrs, imprint_children, "Who makes the magazine; beside the editorial." },
	{ "article", CONTENT_CHILDREN, article_attrs, article_children, "An article." },
	{ "kicker", CONTENT_INLINE, lang_attrs, inline_children, "Small line over the headline." },
	{ "headline", CONTENT_INLINE, lang_attrs, inline_children, "The headline; once more with another xml:lang for a further language." },
	{ "shorthead", CONTENT_INLINE, lang_attrs, inline_children, "Shorter headline for the contents page." },
	{ "standfirst", CONTENT_INLINE, lang_attrs, inline_children, "The sentences that lead in; may be given in further languages." },
	{ "byline", CONTENT_CHILDREN, lang_attrs, byline_children, "Who made the article." },
	{ "author", CONTENT_INLINE, lang_attrs, inline_children, "A writer's name." },
	{ "translator", CONTENT_INLINE, lang_attrs, inline_children, "A translator's name." },
	{ "photographer", CONTENT_INLINE, lang_attrs, inline_children, "A photographer's name." },
	{ "body", CONTENT_CHILDREN, lang_attrs, body_children, "The article's text, in reading order." },
	{ "p", CONTENT_INLINE, p_attrs, inline_children, "A paragraph." },
	{ "subhead", CONTENT_INLINE, lang_attrs, inline_children, "A heading inside the text." },
	{ "pullquote", CONTENT_INLINE, pullquote_attrs, inline_children, "A sentence set large." },
	{ "list", CONTENT_CHILDREN, list_attrs, list_children, "A list." },
	{ "item", CONTENT_INLINE, lang_attrs, item_children, "One entry of a list; a list inside it follows its text." },
	{ "facts", CONTENT_CHILDREN, lang_attrs, facts_children, "A table of facts: what it is, and how it is." },
	{ "fact", CONTENT_INLINE, fact_attrs, inline_children, "One row of it." },
	{ "picture", CONTENT_CHILDREN, picture_attrs, picture_children, "A photograph or drawing." },
	{ "caption", CONTENT_INLINE, lang_attrs, inline_children, "The text beside a picture, which may be given in further languages; the title over a table or chart." },
	{ "credit", CONTENT_PLAIN, lang_attrs, NULL, "Whose picture it is." },
	{ "gallery", CONTENT_CHILDREN, gallery_attrs, gallery_children, "Two to nine pictures that belong together." },
	{ "box", CONTENT_CHILDREN, box_attrs, box_children, "Text that stands beside the article." },
	{ "table", CONTENT_CHILDREN, table_attrs, table_children, "A table: rows of cells." },
	{ "column", CONTENT_EMPTY, column_attrs, NULL, "A column of the table: the first one for the first column, and so on." },
	{ "row", CONTENT_CHILDREN, row_attrs, row_children, "A row of a table or chart." },
	{ "cell", CONTENT_INLINE, cell_attrs, inline_children, "A cell of a row; it may be empty." },
	{ "source", CONTENT_INLINE, lang_attrs, inline_children, "Where the numbers come from." },
	{ "chart", CONTENT_CHILDREN, chart_attrs, chart_children, "Numbers drawn: the first column names the rows, each further one is a series." },
	{ "unit", CONTENT_INLINE, lang_attrs, inline_children, "What the chart's numbers count." },
	{ "recipe", CONTENT_CHILDREN, lang_attrs, recipe_children, "A recipe." },
	{ "portions", CONTENT_INLINE, lang_attrs, inline_children, "For how many it is: For six." },
	{ "time", CONTENT_INLINE, time_attrs, inline_children, "How long it takes." },
	{ "ingredients", CONTENT_CHILDREN, ingredients_attrs, ingredients_children, "What is needed; several where parts are made by themselves." },
	{ "ingredient", CONTENT_INLINE, ingredient_attrs, inline_children, "One thing that is needed." },
	{ "step", CONTENT_INLINE, lang_attrs, inline_children, "What is done; steps are numbered." },
	{ "tip", CONTENT_INLINE, lang_attrs, inline_children, "A word of advice after the steps." },
	{ "verse", CONTENT_CHILDREN, verse_attrs, verse_children, "A poem: lines, or stanzas of lines." },
	{ "stanza", CONTENT_CHILDREN, lang_attrs, stanza_children, "Lines of a poem that belong together." },
	{ "line", CONTENT_INLINE, line_attrs, inline_children, "A line of a poem." },
	{ "couplet", CONTENT_CHILDREN, lang_attrs, couplet_children, "A verse of two halves (bayt), set side by side where there is room." },
	{ "half", CONTENT_INLINE, lang_attrs, inline_children, "Half of it (misra)." },
	{ "interview", CONTENT_CHILDREN, interview_attrs, interview_children, "Questions and answers." },
	{ "speaker", CONTENT_EMPTY, speaker_attrs, NULL, "Somebody who speaks in it." },
	{ "question", CONTENT_INLINE, speech_attrs, inline_children, "What is asked." },
	{ "answer", CONTENT_INLINE, speech_attrs, inline_children, "What is answered; another one after it is a further paragraph of the answer." },
	{ "parallel", CONTENT_CHILDREN, parallel_attrs, parallel_children, "One text in two to four languages, paragraph beside paragraph." },
	{ "text", CONTENT_CHILDREN, text_attrs, text_children, "All of it in one language; its paragraphs are matched in order. An empty <p/> stands for none." },
	{ "ad", CONTENT_EMPTY, ad_attrs, NULL, "An advertisement." },
	{ "rest", CONTENT_EMPTY, rest_attrs, NULL, "Here an article goes on that filled its pages further in front; the lines that lead there and back are set by themselves." },
	{ "ads", CONTENT_CHILDREN, NULL, ads_children, "A page of small advertisements." },
	{ "fillers", CONTENT_CHILDREN, NULL, fillers_children, "Drawings that may fill room left over." },
	{ "filler", CONTENT_EMPTY, filler_attrs, NULL, "One drawing." },
	{ "em", CONTENT_INLINE, lang_attrs, inline_children, "Stressed words." },
	{ "strong", CONTENT_INLINE, lang_attrs, inline_children, "Words that stand out." },
	{ "foreign", CONTENT_INLINE, foreign_attrs, inline_children, "Words in another language." },
	{ "link", CONTENT_INLINE, link_attrs, inline_children, "Words that lead somewhere on a screen." },
	{ "ref", CONTENT_EMPTY, ref_attrs, NULL, "The number of the page where an article starts." },
	{ "sup", CONTENT_INLINE, NULL, inline_children, "Raised." },
	{ "sub", CONTENT_INLINE, NULL, inline_children, "Lowered." },
	{ "note", CONTENT_INLINE, lang_attrs, inline_children, "A note: its number stands here, its text at the article's end." },
	{ "br", CONTENT_EMPTY, NULL, NULL, "A new line." },
	{ NULL, CONTENT_EMPTY, NULL, NULL, NULL }
};

static const char *const inline_members[] = {
	"em", "strong", "foreign", "link", "ref", "sup", "sub", "note", "br", NULL
};
static const char *const item_members[] = {
	"em", "strong", "foreign", "link", "ref", "sup", "sub", "note", "br", "list", NULL
};
static const char *const boxed_members[] = {
	"p", "subhead", "pullquote", "list", "facts", "picture", "gallery", "verse", "interview", "table", "chart", "recipe", NULL
};
static const char *const parallel_members[] = { "p", "subhead", "list", "verse", "table", "chart", NULL };
static const char *const block_members[] = {
	"p", "subhead", "pullquote", "list", "facts", "picture", "gallery", "box", "verse", "interview", "parallel", "table", "chart", "recipe", NULL
};
static const char *const spoken_members[] = {
	"question", "answer", "p", "subhead", "pullquote", "list", "facts", "picture", "gallery", "verse", "table", "chart", NULL
};
static const struct group groups[] = {
	{ "%inline", inline_members },
	{ "%item", item_members },
	{ "%boxed", boxed_members },
	{ "%spoken", spoken_members },
	{ "%parallel", parallel_members },
	{ "%block", block_members },
	{ NULL, NULL }
};

static const struct chapter chapters[] = {
	{ "issue", "The issue and its parts" },
	{ "kicker", "The head of an article" },
	{ "body", "Text" },
	{ "picture", "Pictures" },
	{ "box", "Boxes, tables, charts" },
	{ "recipe", "Recipes" },
	{ "verse", "Poems" },
	{ "interview", "Interviews" },
	{ "parallel", "The same in several languages" },
	{ "ad", "Advertisements, jumps, fillers" },
	{ "em", "Inside a line" },
	{ NULL, NULL }
};

static const char *const roots[] = { "issue", "article", "text", NULL };

const struct vocabulary issue_vocabulary = {
	.ns = "urn:zivos:issue", .roots = roots, .elements = elements, .groups = groups, .chapters = chapters, .xinclude = true,
};
