import SwiftSyntax

/// Finds what stands between the tokens of a tree: comments for the scanner, and errors.
enum SwiftTrivia {
    private static let mark = ByteSearch("signet:")

    /// The comments that speak to the scanner.
    static func directives(_ tree: SourceFileSyntax, _ source: [UInt8]) -> [Range<Int>] {
        guard mark.firstOffset(in: source.span) != nil else { return [] }
        var found: [Range<Int>] = []
        for token in tree.tokens(viewMode: .sourceAccurate) {
            var offset = token.position.utf8Offset
            for piece in token.leadingTrivia { add(piece, &offset, source, &found) }
            offset = token.endPositionBeforeTrailingTrivia.utf8Offset
            for piece in token.trailingTrivia { add(piece, &offset, source, &found) }
        }
        return found
    }

    private static func add(
        _ piece: TriviaPiece,
        _ offset: inout Int,
        _ source: [UInt8],
        _ found: inout [Range<Int>]
    ) {
        let range = offset..<offset + piece.sourceLength.utf8Length
        offset = range.upperBound
        switch piece {
        case .lineComment, .blockComment, .docLineComment, .docBlockComment:
            if mark.firstOffset(in: source.span.extracting(range)) != nil { found.append(range) }
        default: break
        }
    }

    /// The first place where something is missing or too much.
    static func firstError(_ tree: SourceFileSyntax) -> SourceAnalysis.SyntaxError? {
        guard tree.hasError else { return nil }
        var node = Syntax(tree)
        while let child = node.children(viewMode: .all).first(where: { isWrong($0) }) {
            node = child
            if node.kind == .unexpectedNodes { break }
        }
        let isMissing = node.as(TokenSyntax.self)?.presence == .missing
        return SourceAnalysis.SyntaxError(
            offset: node.positionAfterSkippingLeadingTrivia.utf8Offset,
            message: isMissing ? "something is missing here" : "this does not belong here"
        )
    }

    private static func isWrong(_ node: Syntax) -> Bool {
        node.hasError || node.kind == .unexpectedNodes
            || node.as(TokenSyntax.self)?.presence == .missing
    }
}
