/// The declared kinds: the single source of truth for what an ID may name.
///
/// A catalog is an immutable value. It refuses to exist when two of its kinds could not be told
/// apart in a text. Looking a kind up takes constant time and allocates nothing.
public struct Catalog: Sendable {
    private let index: Index

    /// The declarations, ordered by kind.
    public var declarations: [KindDeclaration] { index.declarations }

    /// The kinds of the declarations, in the same order.
    var kinds: [Kind] { index.kinds }

    /// Bit N says that some kind has N + 1 bytes.
    var lengths: UInt32 { index.lengths }

    /// Collects declarations.
    ///
    /// - Parameter declarations: In any order.
    /// - Throws: ``IDError/Code-swift.struct/kindDeclaredTwice`` or
    ///   ``IDError/Code-swift.struct/kindAmbiguous`` with the kinds concerned.
    /// - Complexity: O(n²) in the number of kinds, which are few.
    public init(_ declarations: [KindDeclaration]) throws(IDError) {
        let sorted = declarations.sorted { $0.kind < $1.kind }
        for (index, declaration) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if declaration.kind == other.kind {
                    throw IDError(.kindDeclaredTwice, kind: other.kind)
                }
                if declaration.isConfusable(with: other) {
                    throw IDError(.kindAmbiguous, kind: other.kind, otherKind: declaration.kind)
                }
            }
        }
        index = Index(sorted)
    }

    /// The declaration of a kind, or nil when it has none.
    public subscript(kind: Kind) -> KindDeclaration? {
        position(of: kind).map { declarations[$0] }
    }

    /// Whether a kind is declared.
    public func contains(_ kind: Kind) -> Bool { position(of: kind) != nil }

    /// Where a kind stands in ``declarations``, or nil.
    func position(of kind: Kind) -> Int? { index.position(of: kind) }
}

extension KindDeclaration {
    /// Whether a text of this kind followed by slots could be one of the other, longer kind.
    ///
    /// Texts are split by the longest declared kind. So `thread_chat` takes every text of `thread`
    /// whose slot is `chat`, unless that slot never holds a plain label.
    fileprivate func isConfusable(with other: KindDeclaration) -> Bool {
        let count = kind.count
        guard other.kind.count > count, other.kind.prefix(count) == kind,
            other.kind.byte(at: count) == UInt8(ascii: "_")
        else { return false }
        let fields = (count..<other.kind.count).count {
            other.kind.byte(at: $0) == UInt8(ascii: "_")
        }
        guard fields <= shape.count else { return false }
        return !shape[..<fields].contains { $0.name == Self.ownerSlot && ownerPolicy == .tag }
    }
}
