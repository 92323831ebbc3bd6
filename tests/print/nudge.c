/*
 * tests/print/nudge.c - another processor's libm: to be preloaded.
 *
 * The C library picks its sin(), pow() ... by what the processor can do; their
 * results may differ in the last bit. Here that bit differs for half of all
 * arguments, whatever the processor. What zivos writes must not.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>

/* That it was at work at all is told in the file $NUDGED, once by each program. */
static void tell(void)
{
	static int told;
	const char *path = getenv("NUDGED");
	int fd;

	if (told++ || !path || (fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600)) < 0)
		return;
	if (write(fd, "nudged\n", 7) == 7)
		close(fd);
}

/* Exact results stay: any processor has them. */
static double nudge(double result, double argument)
{
	uint64_t h;

	tell();
	memcpy(&h, &argument, sizeof h);
	h ^= h >> 33;
	h *= 0xff51afd7ed558ccdu;
	h ^= h >> 33;
	if (!isfinite(result) || result == floor(result) || h & 1)
		return result;
	return nextafter(result, h & 2 ? INFINITY : -INFINITY);
}

static float nudgef(float result, float argument)
{
	uint32_t h;

	tell();
	memcpy(&h, &argument, sizeof h);
	h *= 0x9e3779b1u;
	h ^= h >> 15;
	if (!isfinite(result) || result == floorf(result) || h & 1)
		return result;
	return nextafterf(result, h & 2 ? INFINITY : -INFINITY);
}

#define ONE(name) \
	double name(double x) { static double (*real)(double); \
		if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name); \
		return nudge(real(x), x); } \
	float name##f(float x) { static float (*real)(float); \
		if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name "f"); \
		return nudgef(real(x), x); }
#define TWO(name) \
	double name(double x, double y) { static double (*real)(double, double); \
		if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name); \
		return nudge(real(x, y), x + y); } \
	float name##f(float x, float y) { static float (*real)(float, float); \
		if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name "f"); \
		return nudgef(real(x, y), x + y); }

ONE(sin) ONE(cos) ONE(tan) ONE(asin) ONE(acos) ONE(atan) ONE(exp) ONE(exp2) ONE(expm1) ONE(log) ONE(log2) ONE(log10) ONE(log1p) ONE(cbrt)
TWO(pow) TWO(atan2) TWO(hypot)

void sincos(double x, double *s, double *c) { *s = sin(x); *c = cos(x); }
void sincosf(float x, float *s, float *c) { *s = sinf(x); *c = cosf(x); }
