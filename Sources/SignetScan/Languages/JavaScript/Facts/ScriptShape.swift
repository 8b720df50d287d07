/// What the value of a generator becomes where it is made.
struct ScriptShape: CustomStringConvertible {
    /// The form of the whole value.
    enum Base: String {
        /// Text, as these generators give it.
        case str
        /// Hexadecimal digits without hyphens.
        case hex
        /// The generator, passed on uncalled.
        case reference
        /// Anything else.
        case other
    }

    /// The form of the whole value.
    var base: Base
    /// How many characters from the beginning are left, if some are lost.
    var prefix: Int?
    /// How many hexadecimal digits are left where the rest is cut off in another way.
    var digits: Int?

    /// Whether characters have been lost.
    var isCut: Bool { prefix != nil || digits != nil }

    var description: String {
        if digits != nil, prefix == nil { return Base.other.rawValue }
        return prefix.map { "\(base.rawValue)[:\($0)]" } ?? base.rawValue
    }

    /// How many bits that an attacker cannot know are left of `entropy`, at most.
    func entropy(_ generator: ScriptGenerator, of entropy: Int?) -> Int {
        let whole = entropy ?? 128
        guard isCut, whole > 0 else { return entropy ?? 0 }
        let characters = prefix ?? digits ?? 0
        guard generator.ingredient == .uuid || base == .hex else {
            return min(whole, Int(Double(characters) * generator.bitsPerCharacter))
        }
        var count = digits ?? characters
        if base == .str, digits == nil {
            // The hyphens of a UUID's text stand behind 8, 12, 16 and 20 digits.
            count -= [8, 13, 18, 23].count { characters > $0 }
        }
        // A version 7 UUID begins with the time.
        if generator.ingredient == .uuid, whole < 122, digits == nil { count = max(0, count - 13) }
        var bits = count * 4
        if generator.ingredient == .uuid, digits == nil, whole == 122 {
            // Version and variant are fixed.
            if count > 12 { bits -= 4 }
            if count > 16 { bits -= 2 }
        }
        return min(whole, bits)
    }
}
