import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What is known of a terminal, and what may be sent to it.
enum Terminal {
    /// Whether a descriptor is a terminal.
    static func isTerminal(descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Whether a descriptor is a terminal that is to show colours (no-color.org).
    static func isColoured(descriptor: Int32) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return isTerminal(descriptor: descriptor) && !isRefused
    }
}
