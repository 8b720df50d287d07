/// Something that is wrong in sources, how it is found, and how it is explained.
///
/// A rule keeps all of itself in one file named after it. Its examples are part of it: one test
/// runs the examples of all rules. Most rules look at one file at a time. What can only be seen in
/// the whole tree is found in `findings(in:)`, once all files have been read.
package protocol Rule: Sendable {
    /// The name in findings, in options and in the configuration, such as `raw-uuid`.
    var name: String { get }
    /// One sentence that says what the rule finds.
    var summary: String { get }
    /// Why it is wrong and what to do, in Markdown.
    var documentation: String { get }
    /// Which question about a code base the rule helps to answer.
    var category: RuleCategory { get }
    /// The facts that the rule looks at.
    var needs: FactSet { get }
    /// How bad a finding is, unless a match says otherwise.
    var severity: Severity { get }
    /// Whether it finds what no file shows by itself, in `findings(in:)`.
    ///
    /// The findings of such a rule depend on all files, so a scan of some of them does not say that
    /// one is gone.
    var looksAtTree: Bool { get }
    /// Code in which the rule finds something, and code in which it must not.
    var examples: [RuleExample] { get }

    /// Finds the places in one source.
    ///
    /// - Parameters:
    ///   - analysis: What the language knows of the source.
    ///   - file: Where the source stands.
    /// - Returns: The places, in the order of the source.
    func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match]

    /// Finds the places that only the whole tree shows.
    ///
    /// - Parameter index: What all files have given, including the findings of all other rules.
    /// - Returns: The findings, in any order.
    func findings(in index: CodeIndex) -> [Finding]
}

extension Rule {
    package var looksAtTree: Bool { false }

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] { [] }

    package func findings(in index: CodeIndex) -> [Finding] { [] }
}
