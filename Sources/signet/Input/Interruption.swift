import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ctrl-C: the first asks a scan to stop, the second ends the process.
enum Interruption {
    private static let flag = CancellationFlag()

    /// Watches for Ctrl-C from now on.
    ///
    /// - Returns: The flag that it sets. It exists before the handler does, which only stores an
    ///   atomic and gives the signal back: both are allowed in a handler (POSIX.1, 2.4.3).
    static func watch() -> CancellationFlag {
        let flag = flag
        signal(SIGINT) { number in
            Interruption.flag.set()
            signal(number, SIG_DFL)
        }
        return flag
    }
}
