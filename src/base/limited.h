/*
 * src/base/limited.h - a process of its own, with limits, for what strangers made.
 *
 * In      limits of memory and of CPU time; how long to wait
 * Out     how it ended: by itself, for its time, broken down, or stopped by somebody else
 * Promise it ends with its caller, whatever ends that; and it never touches the
 *         caller's temporary files (base/temp.h), not even when a signal reaches both
 */
#ifndef ZIVOS_BASE_LIMITED_H
#define ZIVOS_BASE_LIMITED_H

#include <sys/types.h>

struct allowance { unsigned memory_mb, cpu_seconds; };	/* 0: none beside the caller's own */

/* As fork(), to be called from the thread that waits. stdio's buffers are the caller's to flush: the process ends by _exit(). */
pid_t limited_fork(struct allowance a);

enum limited_how {
	LIMITED_EXITED,		/* code: its exit status */
	LIMITED_TIME,		/* it took longer than it may */
	LIMITED_BROKE,		/* code: the signal of its own fault; also without memory */
	LIMITED_STOPPED		/* code: the signal that somebody sent, or the system without memory */
};
struct limited_end { enum limited_how how; int code; };

/* seconds: by the clock, then it is killed; 0: no matter how long. */
struct limited_end limited_wait(pid_t pid, double seconds);

#endif
