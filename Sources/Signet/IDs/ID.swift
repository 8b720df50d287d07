/// An ID of one kind: 16 bytes, of which the compiler knows what they name.
///
/// ```swift
/// let session: ID<Kind.Session> = try Generator.shared.mint()
/// let same = try ID<Kind.Session>(parsing: session.description)
/// ```
///
/// The type keeps a session's ID from being passed as a user's; every text that is parsed is
/// checked for the kind as well.
public struct ID<K: KindTag>: Hashable, Sendable, BitwiseCopyable {
    /// The 128 bits.
    public let core: Core

    /// Takes a core as one of this kind, such as one read from a `uuid` column.
    public init(_ core: Core) {
        self.core = core
    }

    /// Takes an ID if it is of this kind.
    ///
    /// - Throws: ``IDError/Code-swift.struct/wrongKind`` with the kind that is expected.
    public init(_ id: AnyID) throws(IDError) {
        guard id.kind == K.kind else { throw IDError(.wrongKind, at: 0, kind: K.kind) }
        self.init(id.core)
    }

    /// Parses a readable, compact or checked text of this kind.
    ///
    /// - Parameters:
    ///   - text: The text, with nothing before or after it.
    ///   - catalog: The declared kinds, which say where a readable text's slots begin.
    /// - Throws: ``IDError`` with the offset of the fault.
    public init(parsing text: Span<UInt8>, catalog: Catalog = .builtIn) throws(IDError) {
        self.init(try catalog.core(of: K.kind, parsing: text))
    }

    /// Parses a readable, compact or checked text of this kind.
    ///
    /// - Throws: ``IDError`` with the offset of the fault.
    public init(parsing text: String, catalog: Catalog = .builtIn) throws(IDError) {
        try self.init(parsing: text.utf8.span, catalog: catalog)
    }

    /// The kind.
    public static var kind: Kind { K.kind }

    /// The same ID with its kind as a value.
    public var erased: AnyID { AnyID(K.kind, core) }

    /// The ID of another kind in the same family: the one with the same core.
    public func sibling<Other: KindTag>(_ kind: Other.Type = Other.self) -> ID<Other> {
        ID<Other>(core)
    }

    /// Whether both IDs were minted as one family: their cores are equal.
    public func isSibling<Other>(of other: ID<Other>) -> Bool { core == other.core }
}

extension ID: Comparable {
    /// Whether the left ID was minted before the right one.
    public static func < (left: Self, right: Self) -> Bool { left.core < right.core }
}

extension ID: LosslessStringConvertible {
    /// Parses a readable, compact or checked text of this kind, or returns nil.
    public init?(_ description: String) {
        guard let id = try? Self(parsing: description) else { return nil }
        self = id
    }

    /// The compact text.
    public var description: String { erased.compact }
}

extension Catalog {
    /// Parses a text of a given kind; compact texts and readable ones without slots go a short way.
    ///
    /// A method, because an initializer would count a reference to the catalog.
    fileprivate func core(of kind: Kind, parsing text: Span<UInt8>) throws(IDError) -> Core {
        let start = kind.count + 1
        if text.count == start + Core.base32Count, text[start - 1] == UInt8(ascii: "_"),
            Kind(unchecked: text, count: start - 1) == kind
        {
            return try Core(base32: text, at: start)
        }
        if text.count == kind.count + ReadableFields.count, text.hasReadableFields,
            Kind(unchecked: text, count: kind.count) == kind, contains(kind)
        {
            return try ReadableFields.core(text)
        }
        let parsed = try parse(text)
        guard let id = parsed.id else { throw IDError(parsed.form.refusal, at: 0) }
        guard id.kind == kind else { throw IDError(.wrongKind, at: 0, kind: kind) }
        return id.core
    }
}
