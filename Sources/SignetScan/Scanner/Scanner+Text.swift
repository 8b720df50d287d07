extension Scanner {
    /// What the rules find in one text by itself, before suppressions.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8 without a byte order mark.
    ///   - language: The language of the text.
    ///   - file: Where the text stands, or is to stand.
    package func findings(
        in text: Span<UInt8>,
        as language: any SourceLanguage,
        of file: ScannedFile
    ) -> [Finding] {
        FileResult(
            language.analyze(text, facts),
            text,
            of: file,
            rules: rules,
            kinds: options.declarations.kinds
        ).findings
    }
}
