/// Tells quickly that a Swift file cannot hold a fact, so that most files are never parsed.
///
/// Each fact needs one of these words, in letters of just this case; those after a receiver count
/// only where the receiver's name ends like that of an identifier.
struct SwiftPrefilter: Sendable {
    private static let uuids = [ByteSearch("UUID"), ByteSearch("uuid()")]
    private static let producers = [
        ByteSearch("Since1970"), ByteSearch("SinceReferenceDate"), ByteSearch("arc4random"),
        ByteSearch(".random("), ByteSearch("drand48"), ByteSearch("hashValue"),
        ByteSearch("ObjectIdentifier("), ByteSearch("NanoID"), ByteSearch("ULID"),
        ByteSearch("ObjectId("), ByteSearch("ObjectID("), ByteSearch("KSUID"),
        ByteSearch("DispatchTime"), ByteSearch("sClock"),
        ByteSearch("UniqueString"), ByteSearch("rocessIdentifier"), ByteSearch("getpid"),
        ByteSearch("wrappingAdd("), ByteSearch("rappingIncrement"), ByteSearch("gen_random_uuid"),
        ByteSearch("uuid_generate"),
        // Counters and lengths are built into texts within brackets or between operators.
        ByteSearch("ounter)"), ByteSearch("ounter,"), ByteSearch("equence)"),
        ByteSearch("equence,"), ByteSearch("eqno)"), ByteSearch("(seq)"), ByteSearch("(ctr)"),
        ByteSearch("erial)"), ByteSearch(".count)\""), ByteSearch(".count)_"),
        ByteSearch(".count)-"), ByteSearch("(nextI"), ByteSearch("(_nextI"),
    ]
    private static let uses = [
        ByteSearch(".hasPrefix("), ByteSearch(".hasSuffix("), ByteSearch(".starts("),
        ByteSearch(".components("), ByteSearch(".split("), ByteSearch(".prefix("),
        ByteSearch(".suffix("), ByteSearch(".drop"), ByteSearch(".count "), ByteSearch(" <"),
        ByteSearch(" >"), ByteSearch(".contains("), ByteSearch(".uuidString"),
        ByteSearch(".lowercased("),
    ]
    private static let consumers = [
        ByteSearch("UUID"), ByteSearch(".uuid"), ByteSearch("a-f"), ByteSearch("A-F"),
        ByteSearch("\\.id"), ByteSearch("\\.$id"), ByteSearch(".id()"), ByteSearch("uuid"),
    ]
    private static let placeholders = PlaceholderText.quoted.map { ByteSearch($0) }
    private static let directive = ByteSearch("signet:")
    private static let minters = [ByteSearch("ID"), ByteSearch("Id"), ByteSearch("Uuid")]

    /// Whether a file with these bytes can hold any of the facts.
    static func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        if !facts.isDisjoint(with: [.uuids, .producers]), contains(uuids, bytes) { return true }
        if facts.contains(.producers), contains(producers, bytes) { return true }
        if facts.contains(.consumers), contains(consumers, bytes) || uses(bytes) { return true }
        if facts.contains(.isolation), contains(placeholders, bytes) { return true }
        if facts.contains(.minters), mints(bytes) { return true }
        return directive.firstOffset(in: bytes) != nil
    }

    private static func contains(_ words: [ByteSearch], _ bytes: Span<UInt8>) -> Bool {
        words.contains { $0.firstOffset(in: bytes) != nil }
    }

    /// Whether something is done with a name that ends with `id`.
    private static func uses(_ bytes: Span<UInt8>) -> Bool {
        for use in uses {
            var start = 0
            while let offset = use.firstOffset(in: bytes, from: start) {
                if endsWithID(offset, bytes) { return true }
                start = offset + 1
            }
        }
        return false
    }

    /// Whether a name that ends with `id` stands before `offset`, perhaps with a mark behind it.
    private static func endsWithID(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
        var end = offset
        if end > 0, bytes[end - 1] == UInt8(ascii: "?") || bytes[end - 1] == UInt8(ascii: "!") {
            end -= 1
        }
        guard end >= 2 else { return false }
        return bytes[end - 1] | 0x20 == UInt8(ascii: "d")
            && bytes[end - 2] | 0x20 == UInt8(ascii: "i")
    }

    /// Whether something may be called like a function that makes identifiers.
    private static func mints(_ bytes: Span<UInt8>) -> Bool {
        for word in minters {
            var start = 0
            while let offset = word.firstOffset(in: bytes, from: start) {
                start = offset + 1
                var end = offset
                while end < bytes.count, bytes[end].isSwiftName { end += 1 }
                if end < bytes.count, bytes[end] == UInt8(ascii: "(") { return true }
            }
        }
        return false
    }
}

extension UInt8 {
    /// Whether a name may go on with the byte.
    var isSwiftName: Bool {
        self >= 0x80 || self == UInt8(ascii: "_") || (0x30...0x39).contains(self)
            || (0x61...0x7a).contains(self | 0x20)
    }
}
