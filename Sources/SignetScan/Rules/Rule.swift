/// Something that is wrong in sources, how it is found, and how it is explained.
///
/// A rule keeps all of itself in one file named after it. Its examples are part of it: one test
/// runs the examples of all rules.
package protocol Rule: Sendable {
    /// The name in findings, in options and in the configuration, such as `raw-uuid`.
    var name: String { get }
    /// One sentence that says what the rule finds.
    var summary: String { get }
    /// Why it is wrong and what to do, in Markdown.
    var documentation: String { get }
    /// How bad a finding is.
    var severity: Severity { get }
    /// Code in which the rule finds something, and code in which it must not.
    var examples: [RuleExample] { get }

    /// Finds the places in one source.
    ///
    /// - Parameters:
    ///   - analysis: What the language knows of the source.
    ///   - source: The text that the offsets of `analysis` belong to.
    ///   - file: Where the source stands.
    /// - Returns: The findings, in the order of the source.
    func findings(
        in analysis: SourceAnalysis,
        source: Span<UInt8>,
        file: ScannedFile
    ) -> [Finding]
}
