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
    /// Which question about the code base it helps to answer.
    package var category: RuleCategory
    /// How bad it is.
    package var severity: Severity
    /// The language, such as `python`.
    package var language: String
    /// The top folder below the scanned root, or `nil` for a file directly in it.
    package var service: String?
    /// Whether the path says that the file is a test.
    package var isTest: Bool
    /// What becomes of the value, or the way in which the place depends on it.
    package var shape: String
    /// What takes the value, if it has a name.
    package var target: String?
    /// The text that is built, with its fields in braces, such as `run_{time}`.
    package var template: String?
    /// The kind of identifier that the place suggests, and why.
    package var kind: KindGuess?
    /// One sentence: what is there, why it hurts, what to do.
    package var message: String
    /// What is called or referred to, under its full name.
    package var symbol: String
    /// The enclosing function.
    package var function: String?
    /// The fingerprint of the finding of another rule within whose place this one lies.
    ///
    /// Reports count and show the two as one place.
    package var partOf: String?
    /// Whether the baseline has it; `nil` without a baseline.
    package var state: State?
    /// 16 hexadecimal digits that stay the same when the lines around the place move.
    package var fingerprint: String

    /// What a baseline says of a finding.
    package enum State: String, Sendable {
        /// The baseline does not have it.
        case new
        /// The baseline has it.
        case known
    }

    /// Creates a finding.
    package init(
        rule: String,
        path: String,
        start: SourceLocation,
        end: SourceLocation,
        category: RuleCategory,
        severity: Severity,
        language: String,
        service: String? = nil,
        isTest: Bool,
        shape: String,
        target: String? = nil,
        template: String? = nil,
        kind: KindGuess? = nil,
        message: String,
        symbol: String,
        function: String? = nil,
        partOf: String? = nil,
        fingerprint: String
    ) {
        self.rule = rule
        self.path = path
        self.start = start
        self.end = end
        self.category = category
        self.severity = severity
        self.language = language
        self.service = service
        self.isTest = isTest
        self.shape = shape
        self.target = target
        self.template = template
        self.kind = kind
        self.message = message
        self.symbol = symbol
        self.function = function
        self.partOf = partOf
        self.fingerprint = fingerprint
    }

    /// The name of the value in one spelling for all styles, by which producers and consumers of it
    /// find each other; `nil` without a target.
    package var resource: String? { target.map { NameMeaning($0).resource } }
}

extension Finding: Comparable {
    /// The order of every report: path, line, column, rule.
    package static func < (left: Finding, right: Finding) -> Bool {
        if left.path != right.path {
            return left.path.precedesByBytes(right.path)
        }
        if left.start != right.start { return left.start < right.start }
        return left.rule < right.rule
    }
}
