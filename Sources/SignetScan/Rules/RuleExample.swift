/// Code with what a rule must find in it.
package struct RuleExample: Sendable {
    /// One file of an example.
    package struct File: Sendable {
        /// The path; its extension says the language.
        package let path: String
        /// The code.
        package let code: String
    }

    /// One place at which the rule must find something.
    package struct Place: Sendable, Equatable {
        /// The path of the file.
        package let path: String
        /// The line, from 1.
        package let line: Int
        /// The column, from 1, in bytes of UTF-8.
        package let column: Int
        /// What becomes of the value; `nil` in an expectation fits everything.
        package let shape: String?

        /// Creates a place.
        package init(path: String, line: Int, column: Int, shape: String?) {
            self.path = path
            self.line = line
            self.column = column
            self.shape = shape
        }
    }

    /// The files; most examples have one.
    package let files: [File]
    /// The places, none for code that is right.
    package let places: [Place]
    /// The modules that the project has declared as sources of identifiers.
    package var sources: [String] = []

    /// Code in which the rule finds something at each of `places`.
    static func wrong(
        _ code: String,
        in path: String = "example.py",
        _ places: (line: Int, column: Int, shape: String?)...
    ) -> RuleExample {
        RuleExample(
            files: [File(path: path, code: code)],
            places: places.map {
                Place(path: path, line: $0.line, column: $0.column, shape: $0.shape)
            }
        )
    }

    /// Files in which the rule finds something at each of `places`.
    static func wrong(
        _ files: [(path: String, code: String)],
        sources: [String] = [],
        _ places: (path: String, line: Int, column: Int)...
    ) -> RuleExample {
        RuleExample(
            files: files.map { File(path: $0.path, code: $0.code) },
            places: places.map {
                Place(path: $0.path, line: $0.line, column: $0.column, shape: nil)
            },
            sources: sources
        )
    }

    /// Code in which the rule must find nothing.
    static func right(_ code: String, in path: String = "example.py") -> RuleExample {
        RuleExample(files: [File(path: path, code: code)], places: [])
    }

    /// Files in which the rule must find nothing.
    static func right(
        _ files: [(path: String, code: String)],
        sources: [String] = []
    ) -> RuleExample {
        RuleExample(
            files: files.map { File(path: $0.path, code: $0.code) },
            places: [],
            sources: sources
        )
    }
}
