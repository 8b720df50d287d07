/// Tells quickly that a file cannot hold a fact, so that it is never lexed.
///
/// Each fact stands on a word of which one must be in the file, letter for letter: names that are
/// spelled with escapes are other names throughout. The words are parts of those that count, so
/// that few are looked for; the most frequent come first.
enum ScriptPrefilter {
    /// Every generator of UUIDs has the word in its name or in that of its module.
    private static let uuids = [ByteSearch("uuid"), ByteSearch("UUID")]
    /// What other values, and texts of values, are made of.
    private static let producers =
        [
            ByteSearch("length"), ByteSearch("Date"), ByteSearch("now"), ByteSearch("++"),
            ByteSearch("random"), ByteSearch("nanoid"), ByteSearch("hrtime"), ByteSearch("pid"),
            ByteSearch("ulid"), ByteSearch("cuid"), ByteSearch("ObjectI"), ByteSearch("crypto"),
            ByteSearch("short"), ByteSearch("hostname"), ByteSearch("uniq"), ByteSearch("hyperid"),
            ByteSearch("typeid"),
        ] + uuids
    /// The ends of names of identifiers, in every spelling.
    private static let names = [
        ByteSearch("id"), ByteSearch("Id"), ByteSearch("ID"), ByteSearch("iD"),
    ]
    /// What depends on how identifiers look, but for what names them.
    ///
    /// Patterns have a class with a number behind it; tests name what they replace.
    private static let consumers =
        names + [
            ByteSearch("]{"), ByteSearch("]+"), ByteSearch("]*"), ByteSearch("{8}"),
            ByteSearch("36"), ByteSearch("mock"), ByteSearch("Mock"), ByteSearch("spyOn"),
            ByteSearch("stub"),
        ] + uuids

    /// Whether a file with these bytes can hold any of the facts.
    static func mightMatch(_ bytes: Span<UInt8>, _ facts: FactSet) -> Bool {
        if facts.contains(.consumers), holds(bytes, consumers) { return true }
        if facts.contains(.producers), holds(bytes, producers) { return true }
        if facts.contains(.uuids), holds(bytes, uuids) { return true }
        let needsNames = !facts.isDisjoint(with: [.isolation, .minters])
        return needsNames && holds(bytes, names)
    }

    private static func holds(_ bytes: Span<UInt8>, _ searches: [ByteSearch]) -> Bool {
        for search in searches where search.firstOffset(in: bytes) != nil { return true }
        return false
    }
}
