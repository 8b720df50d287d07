/// One place in a source that a rule complains about.
///
/// A class, because reports and plans sort, group and hand on many thousands of them.
package final class Finding: Sendable {
    /// The rule, such as `raw-uuid`.
    package let rule: String
    /// The file, relative to the working directory, with `/`.
    package let path: String
    /// Where the place begins.
    package let start: SourceLocation
    /// Where the place ends: the first column after it.
    package let end: SourceLocation
    /// Which question about the code base it helps to answer.
    package let category: RuleCategory
    /// How bad it is.
    package let severity: Severity
    /// The language, such as `python`.
    package let language: String
    /// The top folder below the scanned root, or `nil` for a file directly in it.
    package let service: String?
    /// Whether the path says that the file is a test.
    package let isTest: Bool
    /// What becomes of the value, or the way in which the place depends on it.
    package let shape: String
    /// What takes the value, if it has a name.
    package let target: String?
    /// The text that is built, with its fields in braces, such as `run_{time}`.
    package let template: String?
    /// The kind of identifier that the place suggests, and why.
    package let kind: KindGuess?
    /// One sentence: what is there, why it hurts, what to do.
    package let message: String
    /// What is called or referred to, under its full name.
    package let symbol: String
    /// The enclosing function.
    package let function: String?
    /// The fingerprint of the finding of another rule within whose place this one lies.
    ///
    /// Reports count and show the two as one place.
    package let partOf: String?
    /// Whether the baseline has it; `nil` without a baseline.
    package let state: State?
    /// 16 hexadecimal digits that stay the same when the lines around the place move.
    package let fingerprint: String

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
        state: State? = nil,
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
        self.state = state
        self.fingerprint = fingerprint
    }

    /// The same finding, but for what is given.
    package func with(
        rule: String? = nil,
        path: String? = nil,
        start: SourceLocation? = nil,
        end: SourceLocation? = nil,
        severity: Severity? = nil,
        isTest: Bool? = nil,
        template: String? = nil,
        partOf: String? = nil,
        state: State? = nil,
        fingerprint: String? = nil
    ) -> Finding {
        Finding(
            rule: rule ?? self.rule,
            path: path ?? self.path,
            start: start ?? self.start,
            end: end ?? self.end,
            category: category,
            severity: severity ?? self.severity,
            language: language,
            service: service,
            isTest: isTest ?? self.isTest,
            shape: shape,
            target: target,
            template: template ?? self.template,
            kind: kind,
            message: message,
            symbol: symbol,
            function: function,
            partOf: partOf ?? self.partOf,
            state: state ?? self.state,
            fingerprint: fingerprint ?? self.fingerprint
        )
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

    package static func == (left: Finding, right: Finding) -> Bool {
        left === right
            || (left.rule, left.path, left.start, left.end, left.category, left.severity)
                == (right.rule, right.path, right.start, right.end, right.category, right.severity)
                && (left.language, left.service, left.isTest, left.shape, left.target)
                    == (right.language, right.service, right.isTest, right.shape, right.target)
                && (left.template, left.kind, left.message, left.symbol, left.function)
                    == (right.template, right.kind, right.message, right.symbol, right.function)
                && (left.partOf, left.state, left.fingerprint)
                    == (right.partOf, right.state, right.fingerprint)
    }
}
