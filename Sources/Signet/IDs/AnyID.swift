/// An ID whose kind is known at run time: a kind and 128 bits.
///
/// Use ``ID`` where the kind is known when the program is compiled. Equality, hashing and order
/// depend on the core and the kind and on nothing else; the order is that of minting.
public struct AnyID: Hashable, Sendable, BitwiseCopyable {
    /// What the ID names.
    public let kind: Kind
    /// The 128 bits.
    public let core: Core

    /// Puts a kind and a core together.
    public init(_ kind: Kind, _ core: Core) {
        self.kind = kind
        self.core = core
    }

    /// Parses a readable, compact or checked text.
    ///
    /// - Parameters:
    ///   - text: The text, with nothing before or after it.
    ///   - catalog: The kinds that are declared; the ID may be of another.
    /// - Throws: ``IDError`` with the offset of the fault.
    public init(parsing text: Span<UInt8>, catalog: Catalog = .builtIn) throws(IDError) {
        let parsed = try catalog.parse(text)
        guard let id = parsed.id else { throw IDError(parsed.form.refusal, at: 0) }
        self = id
    }

    /// Parses a readable, compact or checked text.
    ///
    /// - Throws: ``IDError`` with the offset of the fault.
    public init(parsing text: String, catalog: Catalog = .builtIn) throws(IDError) {
        try self.init(parsing: text.utf8.span, catalog: catalog)
    }

    /// Whether both IDs were minted as one family: their cores are equal.
    public func isSibling(of other: AnyID) -> Bool { core == other.core }
}

extension AnyID: Comparable {
    /// Whether the left ID was minted before the right one; siblings are ordered by kind.
    public static func < (left: Self, right: Self) -> Bool {
        (left.core, left.kind) < (right.core, right.kind)
    }
}

extension AnyID: LosslessStringConvertible {
    /// Parses a readable, compact or checked text, or returns nil.
    public init?(_ description: String) {
        guard let id = try? Self(parsing: description) else { return nil }
        self = id
    }

    /// The compact text.
    public var description: String { compact }
}

extension TextForm {
    /// Why a text of this form is no ID by itself.
    var refusal: IDError.Code {
        switch self {
        case .uuid: .kindMissing
        case .sealed: .sealUnverified
        case .secret: .secretNotID
        default: .legacyText
        }
    }
}
