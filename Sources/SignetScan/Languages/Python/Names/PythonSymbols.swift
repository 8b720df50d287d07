/// Numbers the names of a source: equal names have equal numbers.
///
/// Keywords and the words of a catalog come first, so that their numbers are the same everywhere.
/// A hash table with linear probing; the texts stay in the source.
package struct PythonSymbols: Sendable {
    private struct Entry {
        var start: UInt32
        var length: UInt32
        var hash: UInt32
    }

    private var entries: ContiguousArray<Entry> = []
    /// Indices into `entries`, plus one; zero is free.
    ///
    /// The size is a power of two.
    private var slots = ContiguousArray<UInt32>(repeating: 0, count: 256)
    private var seedBytes: ContiguousArray<UInt8> = []
    private var seedCount = 0

    /// The symbols of the keywords, in their order.
    package init() {
        for keyword in PythonKeyword.allCases { _ = seed(keyword.text) }
    }

    /// The number of symbols.
    package var count: Int { entries.count }

    /// The symbol of a word known before any source is read.
    package mutating func seed(_ word: String) -> UInt32 {
        let start = seedBytes.count
        seedBytes.append(contentsOf: word.utf8)
        let range = start..<seedBytes.count
        let hash = Self.hash(seedBytes.span, range)
        if let known = find(hash, in: seedBytes.span, range) { return known }
        insert(Entry(start: UInt32(start), length: UInt32(range.count), hash: hash))
        seedCount = entries.count
        return UInt32(entries.count - 1)
    }

    /// The symbol of the name at `range` of the source.
    ///
    /// - Precondition: all calls are about the same source.
    @inline(__always)
    mutating func intern(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        let hash = Self.hash(source, range)
        if let known = find(hash, in: source, range) { return known }
        let start = UInt32(truncatingIfNeeded: range.lowerBound)
        insert(Entry(start: start, length: UInt32(truncatingIfNeeded: range.count), hash: hash))
        return UInt32(truncatingIfNeeded: entries.count &- 1)
    }

    @inline(__always)
    private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash &>> 32)
    }

    @inline(__always)
    private func find(_ hash: UInt32, in bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
        let mask = slots.count &- 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let symbol = slots[slot] &- 1
            let entry = entries[Int(symbol)]
            if entry.hash == hash, Int(entry.length) == range.count,
                isEqual(Int(symbol), entry, bytes, range)
            {
                return symbol
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    @inline(__always)
    private func isEqual(
        _ symbol: Int,
        _ entry: Entry,
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> Bool {
        let known = symbol < seedCount ? seedBytes.span : bytes
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
        var slot = Int(entries[index].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(index + 1)
    }
}
