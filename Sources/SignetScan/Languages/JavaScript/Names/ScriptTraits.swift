/// What the names of a source say, each looked at once.
struct ScriptTraits: OptionSet {
    let rawValue: UInt8

    /// Whether the name has been looked at.
    static let known = Self(rawValue: 1 << 0)
    /// It identifies something.
    static let identifier = Self(rawValue: 1 << 1)
    /// A function or class of this name makes identifiers.
    static let minter = Self(rawValue: 1 << 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Looks at a name given by its bytes.
    init(_ name: Span<UInt8>) {
        self = .known
        if IdentifierSpelling.isIdentifier(name) {
            insert(.identifier)
            // `function uuid() {}` is how scripts without a library make theirs.
            if name.equals("uuid") || name.equals("guid") || name.equals("uid") { insert(.minter) }
        }
        if IdentifierSpelling.isMinterFunction(name) || IdentifierSpelling.isMinterClass(name) {
            insert(.minter)
        }
    }

    /// Looks at a name.
    init(_ name: String) {
        let bytes = Array(name.utf8)
        self.init(bytes.span)
    }
}
