/*
 * src/doc/heads.h - what stands over an article: kicker, headline, standfirst,
 * byline, in its own language and in further ones.
 *
 * In      an <article> or <imprint>; a part given again with another xml:lang is
 *         the same in a further language
 * Out     the article's own parts, and article->heads in the order in which the
 *         further languages appear
 * Errors  a part given twice in one language is reported; the first is used
 */
#ifndef ZIVOS_DOC_HEADS_H
#define ZIVOS_DOC_HEADS_H

struct article;
struct builder;
struct copy;
struct node;
struct picture;

void heads_read(struct builder *b, const struct node *n, struct article *art);
/* A picture's <caption>, and those in further languages. */
void captions_read(struct builder *b, const struct node *n, const char *lang, struct picture *p);

#endif
