package import SignetScan

/// A file that is not replaced, and why.
package struct FileRefusal: Error, Sendable, Equatable {
    /// Why a file is not replaced.
    package enum Cause: Sendable, Equatable {
        /// It is not what it was when it was read.
        case changedSince
        /// It, or its directory, may not be written; a file that nobody may write counts, too.
        case readOnly
        /// It has other names, which would go on to hold the old content.
        case hardLinked
        /// It lies outside of the directory whose journal this is.
        case outside
        /// It is a directory, a pipe, a socket or a device.
        case notRegular
        /// Two paths of the run lead to it.
        case twice
        /// The operating system refused.
        case system(SystemError)

        /// What is wrong and what to do, as one clause.
        package var reason: String {
            switch self {
            case .changedSince: "it has changed since it was read; run again"
            case .readOnly: "it or its directory is read-only; give yourself permission to write"
            case .hardLinked: "it has other names (hard links) that would keep the old content"
            case .outside: "it lies outside of the tree; run signet where it lies"
            case .notRegular: "it is no regular file"
            case .twice: "another path leads to the same file"
            case .system(let error): error.writingReason
            }
        }
    }

    /// The path as it was given.
    package let path: String
    /// Why.
    package let cause: Cause
}
