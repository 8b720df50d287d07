/// The declared kinds: the single source of truth for what an ID may name.
///
/// A catalog is an immutable value. It refuses to exist when two of its kinds could not be told
/// apart in a text. Looking a kind up takes constant time and allocates nothing.
public struct Catalog: Sendable {
    /// The declarations, ordered by kind.
    public let declarations: [KindDeclaration]

    private let kinds: [Kind]
    /// Positions in `declarations` by hash, with open addressing; -1 is empty.
    private let buckets: [Int16]
    /// Bit N says that some kind has N + 1 bytes.
    let lengths: UInt32

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
        self.init(sorted: sorted)
    }

    private init(sorted: [KindDeclaration]) {
        declarations = sorted
        kinds = sorted.map { $0.kind }
        lengths = kinds.reduce(0) { $0 | 1 << UInt32($1.count - 1) }
        var size = 8
        while size < 4 * sorted.count { size *= 2 }
        var buckets = [Int16](repeating: -1, count: size)
        for (position, kind) in kinds.enumerated() {
            var bucket = Self.hash(kind) & (size - 1)
            while buckets[bucket] >= 0 { bucket = (bucket + 1) & (size - 1) }
            buckets[bucket] = Int16(position)
        }
        self.buckets = buckets
    }

    /// The declaration of a kind, or nil when it has none.
    public subscript(kind: Kind) -> KindDeclaration? {
        position(of: kind).map { declarations[$0] }
    }

    /// Whether a kind is declared.
    public func contains(_ kind: Kind) -> Bool { position(of: kind) != nil }

    /// Where a kind stands in ``declarations``, or nil.
    func position(of kind: Kind) -> Int? {
        var bucket = Self.hash(kind) & (buckets.count - 1)
        while buckets[bucket] >= 0 {
            let position = Int(buckets[bucket])
            if kinds[position] == kind { return position }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return nil
    }

    private static func hash(_ kind: Kind) -> Int {
        let mixed = kind.words.0 ^ kind.words.1 &* 3 ^ kind.words.2 &* 5 ^ kind.words.3 &* 7
        return Int(truncatingIfNeeded: (mixed &* 0x9e37_79b9_7f4a_7c15) >> 32)
    }
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
