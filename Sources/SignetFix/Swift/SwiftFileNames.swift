import SwiftSyntax

/// Which names a Swift file uses and declares.
struct SwiftFileNames {
    /// Names that are not members of anything.
    private var used: Set<String> = []
    private var declared: Set<String> = []

    /// Reads all tokens of a file.
    init(_ tree: SourceFileSyntax) {
        var previous: TokenKind?
        for token in tree.tokens(viewMode: .sourceAccurate) {
            defer { previous = token.tokenKind }
            guard case .identifier(let name) = token.tokenKind, previous != .period else {
                continue
            }
            switch previous {
            case .keyword(.struct), .keyword(.class), .keyword(.enum), .keyword(.actor),
                .keyword(.typealias), .keyword(.protocol), .keyword(.let), .keyword(.var),
                .keyword(.func), .keyword(.associatedtype), .keyword(.macro):
                declared.insert(name)
            case .keyword(.import): continue
            default: used.insert(name)
            }
        }
    }

    /// Whether the file declares something by that name.
    func declares(_ name: String) -> Bool { declared.contains(name) }

    /// Those of `names` that the file uses and does not declare, in order.
    func foreign(_ names: Set<String>) -> [String] {
        used.intersection(names).subtracting(declared).sorted()
    }
}
