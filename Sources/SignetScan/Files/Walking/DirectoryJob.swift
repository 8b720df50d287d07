/// A directory that waits to be listed.
package struct DirectoryJob: Sendable {
    /// Its absolute path, without a slash at the end.
    package let path: [UInt8]
    /// The index of the root below which it was found.
    package let root: Int
    /// The ignore files above it.
    package let scope: IgnoreScope?

    /// Creates a job.
    package init(path: [UInt8], root: Int, scope: IgnoreScope?) {
        self.path = path
        self.root = root
        self.scope = scope
    }
}
