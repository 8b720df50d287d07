/// Numbers the names of a source: equal names have equal numbers.
///
/// The words of `ScriptWord` come first, so that their numbers are the same everywhere, then those
/// of the catalog. A hash table with linear probing; the texts stay in the source. A name that is
/// spelled with escapes is another name.
package struct ScriptSymbols: Sendable {
    private struct Entry {
        var hash: UInt64
        var start: UInt32
        var length: UInt32
    }

    private var entries: ContiguousArray<Entry> = []
    /// Indices into `entries`, plus one; zero is free.
    ///
    /// The size is a power of two.
    private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1024)
    private var seeds: [UInt8] = []
    private var seedCount = 0

    /// The symbols of the words, in their order.
    package init() {
        for word in ScriptWord.allCases { _ = seed(word.text) }
    }

    /// The number of symbols.
    package var count: Int { entries.count }

    /// The symbol of a word known before any source is read.
    package mutating func seed(_ word: String) -> UInt32 {
        let bytes = Array(word.utf8)
        let hash = Self.hash(bytes, 0..<bytes.count)
        let start = seeds.count
        seeds += bytes
        if let known = find(hash, seeds, start..<seeds.count) { return known }
        insert(Entry(hash: hash, start: UInt32(start), length: UInt32(bytes.count)))
        seedCount = entries.count
        return UInt32(entries.count - 1)
    }

    /// The symbol of the name at `range`.
    ///
    /// - Precondition: all calls are about the same bytes.
    @inline(__always)
    package mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
        let hash = Self.hash(bytes, range)
        if let known = find(hash, bytes, range) { return known }
        insert(
            Entry(
                hash: hash,
                start: UInt32(truncatingIfNeeded: range.lowerBound),
                length: UInt32(truncatingIfNeeded: range.count)
            )
        )
        return UInt32(truncatingIfNeeded: entries.count &- 1)
    }

    @inline(__always)
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash ^ hash &>> 29
    }

    @inline(__always)
    private func find(_ hash: UInt64, _ bytes: [UInt8], _ range: Range<Int>) -> UInt32? {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let symbol = slots[slot] &- 1
            let entry = entries[Int(symbol)]
            if entry.hash == hash, isEqual(Int(symbol), entry, bytes, range) { return symbol }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    @inline(__always)
    private func isEqual(
        _ symbol: Int,
        _ entry: Entry,
        _ bytes: [UInt8],
        _ range: Range<Int>
    ) -> Bool {
        guard Int(entry.length) == range.count else { return false }
        let known = symbol < seedCount ? seeds : bytes
        for index in 0..<range.count
        where known[Int(entry.start) &+ index] != bytes[range.lowerBound &+ index] {
            return false
        }
        return true
    }

    private mutating func insert(_ entry: Entry) {
        entries.append(entry)
        if entries.count * 2 > slots.count {
            slots = ContiguousArray(repeating: 0, count: slots.count * 4)
            for index in entries.indices { place(index) }
        } else {
            place(entries.count - 1)
        }
    }

    private mutating func place(_ index: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(index + 1)
    }
}
