import SwiftParser
import SwiftSyntax

/// Swift as a language of the scanner.
package struct SwiftLanguage: SourceLanguage {
    package let name = "swift"
    package let extensions = ["swift"]

    /// Longer sources are written by programs, and a tree takes some hundred bytes a token: 2 MiB of
    /// single letters cost a gigabyte and some seconds.
    static let maximumLength = 2 << 20

    /// Creates the language.
    package init() {}

    package func claims(firstLine line: Span<UInt8>) -> Bool {
        line.starts(with: [0x23, 0x21].span) && ByteSearch("swift").firstOffset(in: line) != nil
    }

    package func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        SwiftPrefilter.mightMatch(bytes, facts)
    }

    package func analyze(_ source: Span<UInt8>, _ facts: FactSet) -> SourceAnalysis {
        var analysis = SourceAnalysis()
        guard source.count <= Self.maximumLength else {
            analysis.syntaxError = .init(
                offset: Self.maximumLength,
                message: "the source is longer than 2 MiB"
            )
            return analysis
        }
        let limit = SwiftSourceDepth.limit(of: source)
        let bytes = unsafe source.extracting(..<limit).withUnsafeBufferPointer { unsafe Array($0) }
        let hasRun = SwiftParsingThread.run {
            let tree = unsafe bytes.withUnsafeBufferPointer { buffer in
                unsafe Parser.parse(
                    source: buffer,
                    maximumNestingLevel: SwiftSourceDepth.maximum
                )
            }
            analysis = SwiftReader.analyze(tree, bytes, facts)
        }
        if !hasRun {
            analysis.syntaxError = .init(offset: 0, message: "the system has no thread to parse it")
        } else if limit < source.count {
            analysis.syntaxError = .init(offset: limit, message: "the source nests too deeply")
        }
        return analysis
    }
}
