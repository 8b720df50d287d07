#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much memory this process has held at most.
enum PeakMemory {
    /// The largest resident set so far, in bytes.
    static var bytes: Int {
        var usage = rusage()
        #if canImport(Darwin)
        let unit = 1
        unsafe getrusage(RUSAGE_SELF, &usage)
        #else
        let unit = 1024
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #endif
        return usage.ru_maxrss * unit
    }
}
