/// Numbers the names of a source: equal names have equal numbers.
///
/// Keywords and the words of a catalog come first, so that their numbers are the same everywhere.
/// A hash table with linear probing; the texts stay in the source.
package struct PythonSymbols: Sendable {
    private struct Entry {
        /// The first eight bytes; all of most names.
        var head: UInt64
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
        let entry = Self.entry(seedBytes.span, range)
        if let known = find(entry, in: seedBytes.span, range) { return known }
        insert(entry)
        seedCount = entries.count
        return UInt32(entries.count - 1)
    }

    /// The symbol of the name at `range` of the source.
    ///
    /// - Precondition: all calls are about the same source.
    @inline(__always)
    mutating func intern(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
        let entry = Self.entry(source, range)
        if let known = find(entry, in: source, range) { return known }
        insert(entry)
        return UInt32(truncatingIfNeeded: entries.count &- 1)
    }

    /// The entry of a name, with a hash of eight bytes at a time by multiplication and folding, as
    /// in wyhash (Wang Yi).
    @inline(__always)
    private static func entry(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Entry {
        let head = word(bytes, range.lowerBound, range.upperBound)
        var hash = (head ^ UInt64(truncatingIfNeeded: range.count)) &* 0xA076_1D64_78BD_642F
        hash ^= hash &>> 32
        var start = range.lowerBound &+ 8
        while start < range.upperBound {
            hash = (hash ^ word(bytes, start, range.upperBound)) &* 0xA076_1D64_78BD_642F
            hash ^= hash &>> 32
            start &+= 8
        }
        return Entry(
            head: head,
            start: UInt32(truncatingIfNeeded: range.lowerBound),
            length: UInt32(truncatingIfNeeded: range.count),
            hash: UInt32(truncatingIfNeeded: hash)
        )
    }

    /// Up to eight bytes from `start` on as one number; bytes from `end` on count as zero.
    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        if start &+ 8 <= bytes.count {
            // The condition keeps the load inside the bytes.
            let raw = unsafe bytes.bytes
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
            let rest = end &- start
            return rest >= 8
                ? word.littleEndian : word.littleEndian & (1 &<< UInt64(rest &* 8) &- 1)
        }
        var word: UInt64 = 0
        for index in start..<end { word |= UInt64(bytes[index]) &<< UInt64((index &- start) &* 8) }
        return word
    }

    @inline(__always)
    private func find(
        _ name: Entry,
        in bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> UInt32? {
        let slots = slots.span
        let entries = entries.span
        let mask = slots.count &- 1
        var slot = Int(name.hash) & mask
        // The mask keeps the slot inside the table, and a slot holds an entry's index.
        while unsafe slots[unchecked: slot] != 0 {
            let symbol = unsafe slots[unchecked: slot] &- 1
            let entry = unsafe entries[unchecked: Int(symbol)]
            if entry.head == name.head, entry.length == name.length, entry.hash == name.hash,
                range.count <= 8 || isEqual(Int(symbol), entry, bytes, range)
            {
                return symbol
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Whether a longer name is equal behind its first eight bytes.
    private func isEqual(
        _ symbol: Int,
        _ entry: Entry,
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> Bool {
        let known = symbol < seedCount ? seedBytes.span : bytes
        let end = Int(entry.start) &+ range.count
        var offset = 8
        while offset < range.count {
            let word = Self.word(known, Int(entry.start) &+ offset, end)
            if word != Self.word(bytes, range.lowerBound &+ offset, range.upperBound) {
                return false
            }
            offset &+= 8
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
