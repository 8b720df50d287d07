/// What a project has declared of its identifiers, as far as a scan wants to know.
package struct ScanDeclarations: Sendable, Equatable {
    /// The kinds of identifiers, such as `thread`.
    package var kinds: [String] = []
    /// The modules from which identifiers are to come, such as `app.ids`; none if not declared.
    package var sources: [String] = []
    /// The services: a name and the globs of its files, relative to the working directory.
    package var services: [Service] = []

    /// Creates empty declarations.
    package init() {}

    /// A part of the code base that is reported by itself.
    package struct Service: Sendable, Equatable {
        /// The name.
        package var name: String
        /// Globs of its files.
        package var globs: [String]

        /// Creates a service.
        package init(name: String, globs: [String]) {
            self.name = name
            self.globs = globs
        }
    }
}
