extension Catalog {
    /// The declarations and a hash table of their kinds.
    ///
    /// One object holds them all, so that copying a catalog counts at most one reference.
    final class Index: Sendable {
        /// The declarations, ordered by kind.
        let declarations: [KindDeclaration]
        /// Their kinds, in the same order.
        let kinds: [Kind]
        /// Bit N says that some kind has N + 1 bytes.
        private let lengths: UInt32
        /// Positions in `declarations` by hash, with open addressing; -1 is empty.
        private let buckets: [Int16]

        /// Orders declarations, and refuses those that contradict each other.
        init(validating unsorted: [KindDeclaration]) throws(IDError) {
            let sorted = unsorted.sorted { $0.kind < $1.kind }
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

        /// Where a kind stands in the declarations, or nil.
        func position(of kind: Kind) -> Int? {
            var bucket = Self.hash(kind) & (buckets.count - 1)
            while buckets[bucket] >= 0 {
                let position = Int(buckets[bucket])
                if kinds[position] == kind { return position }
                bucket = (bucket + 1) & (buckets.count - 1)
            }
            return nil
        }

        /// The longest declared kind that the leading fields of a text's head spell.
        func longestKind(
            _ text: Span<UInt8>,
            end: Int
        ) -> (kind: Kind, position: Int, count: Int)? {
            let longest = min(end, Kind.maximumCount)
            let spelled = Kind(unchecked: text, count: longest)
            let shorter = UInt32(truncatingIfNeeded: (1 as UInt64) << UInt64(longest) - 1)
            var candidates = lengths & shorter
            while candidates != 0 {
                let count = 32 - candidates.leadingZeroBitCount
                candidates &= ~(1 << UInt32(count - 1))
                if count == end || text[count] == UInt8(ascii: "_") {
                    let kind = spelled.prefix(count)
                    if let position = position(of: kind) { return (kind, position, count) }
                }
            }
            return nil
        }

        private static func hash(_ kind: Kind) -> Int {
            let mixed = kind.words.0 ^ kind.words.1 &* 3 ^ kind.words.2 &* 5 ^ kind.words.3 &* 7
            return Int(truncatingIfNeeded: (mixed &* 0x9e37_79b9_7f4a_7c15) >> 32)
        }
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
