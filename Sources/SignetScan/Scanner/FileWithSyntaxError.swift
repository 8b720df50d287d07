/// A file that is not correct in its language; what could be read of it was scanned all the same.
package struct FileWithSyntaxError: Sendable, Equatable {
    /// The path, relative to the working directory.
    package var path: String
    /// Where reading failed.
    package var location: SourceLocation
    /// What is wrong, as one clause.
    package var message: String
}
