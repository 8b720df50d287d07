/// A place in one source that a rule complains about, before it becomes a finding.
package struct Match: Sendable, Equatable {
    /// The bytes of the place.
    package var range: Range<Int>
    /// One sentence: what is there, why it hurts, what to do.
    package var message: String
    /// What is called, referred to or relied on, under its full name.
    package var symbol: String
    /// What becomes of the value there, or the way in which the place depends on it.
    package var shape: String
    /// What takes the value or is consumed, if it has a name.
    package var target: String?
    /// The text that is built, with its fields in braces; see `Composition.template`.
    package var template: String?
    /// How bad it is, if that is not what the rule says.
    package var severity: Severity?
    /// The enclosing function.
    package var function: String?

    /// Creates a match.
    package init(
        range: Range<Int>,
        message: String,
        symbol: String,
        shape: String,
        target: String? = nil,
        template: String? = nil,
        severity: Severity? = nil,
        function: String? = nil
    ) {
        self.range = range
        self.message = message
        self.symbol = symbol
        self.shape = shape
        self.target = target
        self.template = template
        self.severity = severity
        self.function = function
    }
}
