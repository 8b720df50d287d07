/// A file or directory that could not be scanned.
package struct UnreadableFile: Sendable, Equatable {
    /// The path, relative to the working directory.
    package var path: String
    /// Why, as one clause that says what to do where something can be done.
    package var reason: String

    /// Creates a record.
    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
