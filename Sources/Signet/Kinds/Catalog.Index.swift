extension Catalog {
    /// The declarations and a hash table of their kinds.
    ///
    /// One object holds them all, so that copying a catalog counts one reference.
    final class Index: Sendable {
        /// The declarations, ordered by kind.
        let declarations: [KindDeclaration]
        /// Their kinds, in the same order.
        let kinds: [Kind]
        /// Bit N says that some kind has N + 1 bytes.
        let lengths: UInt32
        /// Positions in `declarations` by hash, with open addressing; -1 is empty.
        private let buckets: [Int16]

        init(_ sorted: [KindDeclaration]) {
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

        private static func hash(_ kind: Kind) -> Int {
            let mixed = kind.words.0 ^ kind.words.1 &* 3 ^ kind.words.2 &* 5 ^ kind.words.3 &* 7
            return Int(truncatingIfNeeded: (mixed &* 0x9e37_79b9_7f4a_7c15) >> 32)
        }
    }
}
