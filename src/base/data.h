/*
 * src/base/data.h - where the program's own data lies: layouts, fonts
 * configuration, schemas, message catalogues, the picture converter.
 *
 * Looked for beside the running program: the installed tree
 * (BIN/../share/zivos) or the source tree that the program was built in.
 * Environment variable ZIVOS_DATA names another folder (for tests).
 */
#ifndef ZIVOS_BASE_DATA_H
#define ZIVOS_BASE_DATA_H

/* Absolute path of a data file ("layouts/zivos/layout.xml", "fonts/fonts.conf",
 * "locale"). The caller frees it with g_free(). NULL if the data folder was not found. */
char *data_path(const char *name);
/* Absolute path of a program of the package ("zivos-picture"); g_free() it. */
char *data_program(const char *name);

#endif
