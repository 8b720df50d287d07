/// One place in a source that a rule complains about.
package struct Finding: Sendable, Equatable {
    /// The rule, such as `raw-uuid`.
    package var rule: String
    /// The file, relative to the working directory, with `/`.
    package var path: String
    /// Where the place begins.
    package var start: SourceLocation
    /// Where the place ends: the first column after it.
    package var end: SourceLocation
    /// How bad it is.
    package var severity: Severity
    /// The language, such as `python`.
    package var language: String
    /// The top folder below the scanned root, or `nil` for a file directly in it.
    package var service: String?
    /// Whether the path says that the file is a test.
    package var isTest: Bool
    /// What becomes of the value.
    package var shape: String
    /// What takes the value, if it has a name.
    package var target: String?
    /// The kind of identifier that the target suggests.
    package var kind: String?
    /// One sentence: what is there, why it hurts, what to do.
    package var message: String
    /// What is called or referred to, under its full name.
    package var symbol: String
    /// The enclosing function.
    package var function: String?
    /// 16 hexadecimal digits that stay the same when the lines around the place move.
    package var fingerprint: String

    /// Creates a finding.
    package init(
        rule: String,
        path: String,
        start: SourceLocation,
        end: SourceLocation,
        severity: Severity,
        language: String,
        service: String? = nil,
        isTest: Bool,
        shape: String,
        target: String? = nil,
        kind: String? = nil,
        message: String,
        symbol: String,
        function: String? = nil,
        fingerprint: String
    ) {
        self.rule = rule
        self.path = path
        self.start = start
        self.end = end
        self.severity = severity
        self.language = language
        self.service = service
        self.isTest = isTest
        self.shape = shape
        self.target = target
        self.kind = kind
        self.message = message
        self.symbol = symbol
        self.function = function
        self.fingerprint = fingerprint
    }
}

extension Finding: Comparable {
    /// The order of every report: path, line, column, rule.
    package static func < (left: Finding, right: Finding) -> Bool {
        if left.path != right.path {
            return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
        }
        if left.start != right.start { return left.start < right.start }
        return left.rule < right.rule
    }
}
