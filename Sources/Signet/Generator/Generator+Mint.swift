extension Generator {
    /// Mints an ID of one kind.
    ///
    /// - Throws: ``IDError`` when the entropy or the clock fails.
    public func mint<K: KindTag>(_ kind: K.Type = K.self) throws(IDError) -> ID<K> {
        ID(try mintCore())
    }

    /// Mints an ID of a kind that is known at run time.
    ///
    /// - Throws: ``IDError`` when the entropy or the clock fails.
    public func mint(_ kind: Kind) throws(IDError) -> AnyID {
        AnyID(kind, try mintCore())
    }

    /// Mints cores in one go: their counters follow each other without a gap.
    ///
    /// - Parameter count: How many; above ``maximumBatch`` they are claimed in several steps.
    /// - Returns: The cores in the order of minting; none for a count of 0 or less.
    /// - Throws: ``IDError`` when the entropy or the clock fails; then none is returned.
    public func mintCores(_ count: Int) throws(IDError) -> [Core] {
        var cores: [Core] = []
        cores.reserveCapacity(max(count, 0))
        while cores.count < count {
            let step = min(count - cores.count, Self.maximumBatch)
            let first = try advance(by: UInt64(step))
            for index in 0..<UInt64(step) {
                cores.append(Core(sequence: first + index, tail: try tail()))
            }
        }
        return cores
    }

    /// How many cores one step of a batch claims at most: a quarter of what a millisecond holds.
    public static let maximumBatch = 65_536

    /// Mints several IDs of one kind.
    ///
    /// - Throws: As ``mintCores(_:)``.
    public func mint<K: KindTag>(_ kind: K.Type = K.self, count: Int) throws(IDError) -> [ID<K>] {
        try mintCores(count).map { ID($0) }
    }

    /// Mints a family: one ID of each kind, all with the same core.
    ///
    /// Siblings are recognised by their cores, without any text being matched.
    ///
    /// - Parameter kinds: Kinds in any order, each once.
    /// - Returns: The IDs in the order of the kinds.
    /// - Throws: ``IDError`` when the entropy or the clock fails.
    public func mintFamily(_ kinds: [Kind]) throws(IDError) -> [AnyID] {
        let core = try mintCore()
        return kinds.map { AnyID($0, core) }
    }

    /// Mints a family whose kinds the compiler knows.
    ///
    /// ```swift
    /// let (thread, run, request) = try generator.mintFamily(
    ///     Kind.Thread.self, Kind.Run.self, Kind.Request.self)
    /// ```
    public func mintFamily<each K: KindTag>(
        _ kinds: repeat (each K).Type
    ) throws(IDError) -> (repeat ID<each K>) {
        let core = try mintCore()
        return (repeat ID<each K>(core))
    }
}
