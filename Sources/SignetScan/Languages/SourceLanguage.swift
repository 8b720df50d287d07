/// A language whose sources can be scanned.
package protocol SourceLanguage: Sendable {
    /// The name in findings, in lower case.
    var name: String { get }

    /// The extensions of its files, without the dots.
    var extensions: [String] { get }

    /// Whether a file without a known extension that begins with `line` is of this language.
    ///
    /// Asked only of files that the user has named; a walk opens no file to find out what it is.
    func claims(firstLine line: Span<UInt8>) -> Bool

    /// Whether a file with these bytes can hold any of the facts.
    ///
    /// Called with the bytes as they are on disk, before they are decoded or even known to be
    /// text. It must be fast, and may say yes too often but never no wrongly.
    func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool

    /// Whether a program has written the file from other sources, in which the same is found.
    ///
    /// A walk leaves such files out; a file that the user has named is always scanned.
    func isGenerated(_ bytes: Span<UInt8>) -> Bool

    /// Reads a source and finds what the rules need to know of it.
    ///
    /// - Parameters:
    ///   - source: Valid UTF-8 without a byte order mark.
    ///   - facts: What is wanted; others may be left out.
    /// - Returns: What rules can work with.
    func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis

    /// Reads a source as `analyze` does, and hands on what it was read into.
    func read(_ source: Span<UInt8>, _ facts: FactSet) -> SourceReading
}

extension SourceLanguage {
    package func isGenerated(_ bytes: Span<UInt8>) -> Bool { false }

    package func read(_ source: Span<UInt8>, _ facts: FactSet) -> SourceReading {
        SourceReading(analysis: analyze(source, facts))
    }
}
