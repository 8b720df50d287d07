/// What all files of a scan have given: the ground on which rules about whole trees stand.
package struct CodeIndex: Sendable {
    /// The findings of the rules that look at one file at a time, in the order of reports.
    package let findings: [Finding]
    /// The functions and classes that make identifiers, and their imports and calls.
    package let minters: [MinterPlace]
    /// What the project has declared of its identifiers.
    package let declarations: ScanDeclarations

    /// Creates an index.
    package init(
        findings: [Finding],
        minters: [MinterPlace],
        declarations: ScanDeclarations
    ) {
        self.findings = findings
        self.minters = minters
        self.declarations = declarations
    }
}

/// A mention of a function or class that makes identifiers, with the file in which it stands.
package struct MinterPlace: Sendable, Equatable {
    /// The mention; its range is that of the bytes in its file.
    package var mention: MinterMention
    /// Where the mention begins.
    package var start: SourceLocation
    /// Where the mention ends: the first column after it.
    package var end: SourceLocation
    /// The file, relative to the working directory.
    package var path: String
    /// The language of the file.
    package var language: String
    /// The service of the file.
    package var service: String?
    /// Whether the file is a test.
    package var isTest: Bool
}
