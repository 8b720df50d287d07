#include "cprobe.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

int32_t cprobe_fork(void) { return fork(); }

int32_t cprobe_exhaust_descriptors(void) {
    struct rlimit limit = {64, 64};
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    int32_t count = 0;
    while (open("/dev/null", O_RDONLY) >= 0) count++;
    return count;
}
