#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
extension WallClock {
    /// The operating system's clock.
    public static let system = Self(
        milliseconds: { () throws(IDError) in read(CLOCK_REALTIME) ?? 0 },
        uptime: { read(sleepless) }
    )

    #if canImport(Darwin)
    private static let sleepless = CLOCK_MONOTONIC_RAW
    #else
    private static let sleepless = CLOCK_BOOTTIME
    #endif

    private static func read(_ clock: clockid_t) -> UInt64? {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0, time.tv_sec >= 0 else { return nil }
        return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
#endif
