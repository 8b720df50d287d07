extension Generator {
    /// How a generator keeps its IDs apart from those of others.
    public struct Mode: Hashable, Sendable {
        /// The node number in the first 16 bits of every tail, if one is leased.
        let node: UInt16?
        /// Where the counter of every millisecond starts, if not at random.
        let counter: UInt32?

        /// 56 random bits in every tail: for any number of processes without coordination.
        public static let process = Self(node: nil, counter: nil)

        /// A node number, leased from a store, in the first 16 bits of every tail.
        ///
        /// 40 random bits follow. While no other process holds the number, duplicates cannot occur.
        /// A forked child does not inherit the lease: there the generator throws
        /// ``IDError/Code-swift.struct/leaseLost``.
        public static func leased(_ node: UInt16) -> Self { Self(node: node, counter: nil) }

        /// For tests: the counter of every millisecond starts from a given number.
        ///
        /// On a given clock and a given entropy, all that is minted is known beforehand.
        ///
        /// - Parameter counter: 0 to 262143; higher bits are dropped.
        /// - Returns: The mode.
        public static func fixed(counter: UInt32) -> Self {
            Self(node: nil, counter: counter & Core.maximumCounter)
        }
    }
}
