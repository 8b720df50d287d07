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

    /// Replaces control characters, which could move the cursor or forge a line.
    static func printable(_ text: String, keepingNewlines: Bool = false) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl = scalar.properties.generalCategory == .control
                    let isKept = keepingNewlines && scalar == "\n"
                    return isControl && !isKept ? "\u{FFFD}" : scalar
                }
            )
        )
    }

    /// Colours for text, or none.
    struct Style {
        let isColoured: Bool

        /// For what a reader looks for first.
        func bold(_ text: String) -> String { wrap(text, "1") }
        /// For labels and what can be skipped.
        func dim(_ text: String) -> String { wrap(text, "2") }
        /// For what is wrong.
        func red(_ text: String) -> String { wrap(text, "31") }
        /// For what is right.
        func green(_ text: String) -> String { wrap(text, "32") }
        /// For what wants a look.
        func yellow(_ text: String) -> String { wrap(text, "33") }

        private func wrap(_ text: String, _ code: String) -> String {
            isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
        }
    }
}
