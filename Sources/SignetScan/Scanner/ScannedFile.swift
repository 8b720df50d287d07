/// A file as a rule sees it.
package struct ScannedFile {
    /// The path, relative to the working directory.
    package let path: String
    /// The language's name.
    package let language: String
    /// The service by configuration, else the top folder below the scanned root; `nil` for neither.
    package let service: String?
    /// Whether the path says that the file is a test.
    package var isTest: Bool { TestPath.isTest(path) }

    /// Creates a file at `path`.
    package init(path: String, language: String, service: String?) {
        self.path = path
        self.language = language
        self.service = service
    }
}
