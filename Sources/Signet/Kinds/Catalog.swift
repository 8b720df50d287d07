/// The declared kinds: the single source of truth for what an ID may name.
///
/// A catalog is an immutable value. It refuses to exist when two of its kinds could not be told
/// apart in a text. Looking a kind up takes constant time and allocates nothing.
public struct Catalog: Sendable {
    /// Nil in the built-in catalog, so that handing it on counts no reference.
    private let own: Index?

    /// Lends the index; returning it would count a reference.
    private func withIndex<Value>(_ body: (Index) -> Value) -> Value {
        guard let own else { return body(.builtIn) }
        return body(own)
    }

    /// The declarations, ordered by kind.
    public var declarations: [KindDeclaration] { withIndex { $0.declarations } }

    /// Collects declarations.
    ///
    /// - Parameter declarations: In any order.
    /// - Throws: ``IDError/Code-swift.struct/kindDeclaredTwice`` or
    ///   ``IDError/Code-swift.struct/kindAmbiguous`` with the kinds concerned.
    /// - Complexity: O(n²) in the number of kinds, which are few.
    public init(_ declarations: [KindDeclaration]) throws(IDError) {
        own = try Index(validating: declarations)
    }

    private init(own: Index?) { self.own = own }

    /// The built-in kinds.
    public static let builtIn = Self(own: nil)

    /// The declaration of a kind, or nil when it has none.
    public subscript(kind: Kind) -> KindDeclaration? {
        position(of: kind).map { declarations[$0] }
    }

    /// Whether a kind is declared.
    public func contains(_ kind: Kind) -> Bool { position(of: kind) != nil }

    /// Where a kind stands in ``declarations``, or nil.
    func position(of kind: Kind) -> Int? { withIndex { $0.position(of: kind) } }

    /// The longest declared kind that the leading fields of a text's head spell.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - end: Where its head ends.
    /// - Returns: The kind, where it stands in ``declarations``, and its length; or nil.
    package func longestKind(
        _ text: Span<UInt8>,
        end: Int
    ) -> (kind: Kind, position: Int, count: Int)? {
        withIndex { $0.longestKind(text, end: end) }
    }
}
