/*
 * src/doc/picture.h - pictures and galleries as their author writes them, and
 * how colours go to the press: attributes that layout and issue share.
 *
 * Errors  reported; what makes no sense counts as not said
 */
#ifndef ZIVOS_DOC_PICTURE_H
#define ZIVOS_DOC_PICTURE_H

#include "base/store.h"

struct block;
struct builder;
struct node;

/* Of <pictures>, <picture> and <ad>: what is not said is as in otherwise. */
struct picture_colour picture_colour_read(const struct node *n, struct picture_colour otherwise);

/* A <picture>, <ad> or <filler>; it joins the pictures. */
struct picture *picture_read(struct builder *b, const struct node *n, const char *lang);
/* <picture> and <gallery> as blocks, whose kind and language are known. */
void picture_read_block(struct builder *b, const struct node *n, struct block *k);
void gallery_read(struct builder *b, const struct node *n, struct block *k);

#endif
