/// Why a file could not be read.
package enum SourceReadError: Error, Sendable, Equatable {
    /// The operating system refused.
    case system(SystemError)
    /// The path names a directory where a file was expected.
    case directory
    /// The path names a pipe, a socket or a device.
    case notRegular
    /// The file is larger than what is read at once.
    case tooLarge

    /// What is wrong and what to do, as one clause.
    package var reason: String {
        switch self {
        case .system(let error): error.reason
        case .directory: "it is a directory"
        case .notRegular: "it is a pipe, a socket or a device; name a regular file"
        case .tooLarge: "it is larger than \(SourceReader.limit >> 20) MiB; exclude or split it"
        }
    }
}
