#ifndef CPROBE_H
#define CPROBE_H

#include <stdint.h>

/// How often this thread has allocated memory since it began.
uint64_t cprobe_allocations(void);

/// `fork`, which Swift does not offer.
int32_t cprobe_fork(void);

/// Lowers the limit of file descriptors and opens them until there is none left; gives how many.
int32_t cprobe_exhaust_descriptors(void);

#endif
