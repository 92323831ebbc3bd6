/*
 * src/main.c - the program zivos. All of it is in src/cli.
 */
#include "cli/cli.h"

int main(int argc, char **argv)
{
	return cli_main(argc, argv);
}
