/*
 * src/doc/picture.h - how a picture's colours go to the press: attributes that
 * layout and issue share.
 */
#ifndef ZIVOS_DOC_PICTURE_H
#define ZIVOS_DOC_PICTURE_H

#include "base/store.h"

struct node;

/* Of <pictures>, <picture> and <ad>: what is not said is as in otherwise. */
struct picture_colour picture_colour_read(const struct node *n, struct picture_colour otherwise);

#endif
