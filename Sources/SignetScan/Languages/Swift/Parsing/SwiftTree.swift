import SwiftParser
package import SwiftSyntax

/// The syntax tree of a Swift source, for those who change sources.
package enum SwiftTree {
    /// Parses a source and lends the tree.
    ///
    /// `body` runs on a thread with a deep stack, on which any question may be asked of the tree:
    /// a chain of a million members is a tree of a million levels.
    ///
    /// - Parameters:
    ///   - source: Valid UTF-8 without a byte order mark.
    ///   - body: Reads the tree.
    /// - Returns: What `body` returns; `nil` if the source is too long or nests too deeply for a
    ///   scan to read all of it, or if the system has no thread.
    package static func read<Result>(
        _ source: [UInt8],
        _ body: (SourceFileSyntax) -> Result
    ) -> Result? {
        guard source.count <= SwiftLanguage.maximumLength,
            SwiftSourceDepth.limit(of: source.span) == source.count
        else { return nil }
        var result: Result?
        let hasRun = SwiftParsingThread.run {
            let tree = unsafe source.withUnsafeBufferPointer { buffer in
                unsafe Parser.parse(
                    source: buffer,
                    maximumNestingLevel: SwiftSourceDepth.maximum
                )
            }
            result = body(tree)
        }
        return hasRun ? result : nil
    }

    /// All facts of a source, read from its tree.
    package static func analysis(of tree: SourceFileSyntax, _ source: [UInt8]) -> SourceAnalysis {
        SwiftReader.analyze(tree, source, .all)
    }
}
