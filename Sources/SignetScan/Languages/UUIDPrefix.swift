/// What is left of a UUID that has been cut.
enum UUIDPrefix {
    /// How many bits of the first `count` characters an attacker cannot know.
    ///
    /// - Parameters:
    ///   - count: How many characters are left.
    ///   - hasHyphens: Whether they are those of the text with hyphens.
    ///   - entropy: How many random bits the whole has: of 122, six others tell version and variant
    ///     (RFC 9562, section 4); fewer stand at its end, behind the time.
    /// - Returns: The number of bits.
    static func entropy(ofFirst count: Int, hasHyphens: Bool, of entropy: Int) -> Int {
        let hyphens = hasHyphens ? [8, 13, 18, 23].count { $0 < count } : 0
        let digits = min(32, max(0, count - hyphens))
        let known = (digits > 12 ? 4 : 0) + (digits > 16 ? 2 : 0)
        if entropy >= 122 { return digits * 4 - known }
        return max(0, entropy - (32 - digits) * 4)
    }
}
