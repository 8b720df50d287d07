import SwiftSyntax

extension SyntaxProtocol {
    /// The bytes of the node without the comments and spaces around it.
    var bytes: Range<Int> {
        let start = positionAfterSkippingLeadingTrivia.utf8Offset
        return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
    }

    /// The nodes around this one, the nearest first.
    var ancestors: some Sequence<Syntax> {
        sequence(first: parent) { $0?.parent }.prefix { $0 != nil }.lazy.compactMap(\.self)
    }
}
