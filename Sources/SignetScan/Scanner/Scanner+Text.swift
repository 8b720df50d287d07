extension Scanner {
    /// What the rules find in one text by itself, before suppressions.
    ///
    /// - Parameters:
    ///   - analysis: What the language knows of the text.
    ///   - text: Valid UTF-8 without a byte order mark.
    ///   - file: Where the text stands, or is to stand.
    /// - Returns: The findings, by line.
    package func findings(
        in analysis: SourceAnalysis,
        of text: Span<UInt8>,
        at file: ScannedFile
    ) -> [Finding] {
        FileResult(
            analysis,
            text,
            of: file,
            rules: rules,
            kinds: options.declarations.kinds
        ).findings
    }
}
