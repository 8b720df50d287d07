/// A piece of code with what a rule must find in it.
package struct RuleExample: Sendable {
    /// The language of the code.
    package let language: String
    /// The code.
    package let code: String
    /// The places at which the rule must find something, none for code that is right.
    package let expected: [Expectation]

    /// One place and what becomes of the value there.
    package struct Expectation: Sendable, Equatable {
        /// The line, from 1.
        package let line: Int
        /// The column, from 1, in bytes of UTF-8.
        package let column: Int
        /// What becomes of the value.
        package let shape: String

        /// Creates an expectation.
        package init(line: Int, column: Int, shape: String) {
            self.line = line
            self.column = column
            self.shape = shape
        }
    }

    /// Code in which the rule finds something at each of `places`.
    static func wrong(
        _ code: String,
        _ places: (line: Int, column: Int, shape: String)...
    ) -> RuleExample {
        RuleExample(
            language: "python",
            code: code,
            expected: places.map { Expectation(line: $0.line, column: $0.column, shape: $0.shape) }
        )
    }

    /// Code in which the rule must find nothing.
    static func right(_ code: String) -> RuleExample {
        RuleExample(language: "python", code: code, expected: [])
    }
}
