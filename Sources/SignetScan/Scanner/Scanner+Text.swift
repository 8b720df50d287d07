extension Scanner {
    /// What the rules find in one text by itself, before suppressions.
    ///
    /// - Parameters:
    ///   - analysis: What the language knows of the text.
    ///   - file: Where the text stands, or is to stand.
    /// - Returns: The places by rule, and those of a rule in the order of the text.
    package func matches(
        in analysis: SourceAnalysis,
        of file: ScannedFile
    ) -> [(rule: String, match: Match)] {
        if analysis.isEmpty { return [] }
        return rules.flatMap { rule in
            rule.matches(in: analysis, of: file).map { (rule.name, $0) }
        }
    }
}
