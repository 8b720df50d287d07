/// What one thread of a scan has counted.
struct NameCounts: Sendable {
    private static let ends = [ByteSearch("_id"), ByteSearch("_uuid")]
    private static let classes = ByteSearch("class ")
    private static let version4 = ByteSearch("= UUID4")
    private static let versions = [ByteSearch(").version == 4"), ByteSearch(").version != 4")]
    private static let uuid = ByteSearch("UUID(")

    /// By the hash of what is identified: how many files name it, and which one did last.
    private(set) var files: [UInt64: (count: Int, last: Int)] = [:]
    /// The hashes of the words of classes.
    private(set) var classes: Set<UInt64> = []
    private(set) var renamesVersion4 = false
    private(set) var asksForVersion4 = false
    /// The hashes of what is identified by identifiers that are cut; of nothing for plain ones.
    var cut: Set<UInt64> = []
    private var fileCount = 0

    /// Counts the names in one file.
    mutating func count(_ text: Span<UInt8>) {
        fileCount += 1
        renamesVersion4 = renamesVersion4 || Self.version4.firstOffset(in: text) != nil
        asksForVersion4 = asksForVersion4 || Self.asksForVersion4(text)
        countCuts(in: text)
        for end in Self.ends {
            var next = 0
            while let place = end.firstOffset(in: text, from: next) {
                next = place + 3
                if let name = Self.name(endingAt: place, in: text) { note(text.extracting(name)) }
            }
        }
        var next = 0
        while let place = Self.classes.firstOffset(in: text, from: next) {
            next = place + 6
            let end = Self.endOfName(from: next, in: text)
            guard next < end, place == 0 || text[place - 1] <= 0x20 else { continue }
            let words = NameWords.of(text.extracting(next..<end)).joined(separator: "_")
            classes.insert(StableHash.of(words.utf8.span))
        }
    }

    /// Whether `UUID(text).version != 4` stands somewhere; addresses have versions, too.
    private static func asksForVersion4(_ text: Span<UInt8>) -> Bool {
        for version in versions {
            var next = 0
            while let place = version.firstOffset(in: text, from: next) {
                next = place + 1
                let line = text.extracting(startOfLine(around: place, in: text)..<place)
                if uuid.firstOffset(in: line) != nil { return true }
            }
        }
        return false
    }

    /// The first byte of the line in which a place is.
    static func startOfLine(around place: Int, in text: Span<UInt8>) -> Int {
        var start = place
        while start > 0, text[start - 1] != 0x0a { start -= 1 }
        return start
    }

    /// Adds what another thread has counted in other files.
    mutating func merge(_ other: NameCounts) {
        for (name, found) in other.files { files[name, default: (0, -1)].count += found.count }
        classes.formUnion(other.classes)
        renamesVersion4 = renamesVersion4 || other.renamesVersion4
        asksForVersion4 = asksForVersion4 || other.asksForVersion4
        cut.formUnion(other.cut)
    }

    private mutating func note(_ name: Span<UInt8>) {
        let hash = StableHash.of(name)
        let found = files[hash] ?? (0, -1)
        if found.last != fileCount { files[hash] = (found.count + 1, fileCount) }
    }

    /// What is identified by the name whose `_id` begins at `place`; `nil` if it goes on otherwise.
    private static func name(endingAt place: Int, in text: Span<UInt8>) -> Range<Int>? {
        let end = endOfName(from: place, in: text)
        let tail = text.extracting(place..<end)
        guard tail.equals("_id") || tail.equals("_ids") || tail.equals("_uuid") else { return nil }
        var start = place
        while start > 0, isOfName(text[start - 1]) { start -= 1 }
        while start < place, text[start] == 0x5f { start += 1 }
        return start < place ? start..<place : nil
    }

    private static func endOfName(from start: Int, in text: Span<UInt8>) -> Int {
        var end = start
        while end < text.count, isOfName(text[end]) { end += 1 }
        return end
    }

    static func isOfName(_ byte: UInt8) -> Bool {
        byte == 0x5f || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
            || (0x61...0x7a).contains(byte) || byte >= 0x80
    }
}
