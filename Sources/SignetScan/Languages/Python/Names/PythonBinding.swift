/// One place where a name gets a value.
package struct PythonBinding: Sendable {
    /// What the name gets.
    package enum Value: Sendable {
        /// Something that no path of the catalog can stand for.
        case opaque
        /// An import of a path of the catalog, or of a module on the way to one.
        case node(PythonCatalog.Node)
        /// Another name, perhaps with attributes: the index of its first token.
        case alias(Int)
    }

    /// The scope in whose code the binding stands.
    package var scope: Int
    /// The bound name.
    package var symbol: UInt32
    /// The index of the token from which on the binding holds.
    package var position: Int
    /// Whether the statement may be skipped: it stands in an `if`, a loop, a `try` or the like.
    package var isConditional: Bool
    /// What the name gets.
    package var value: Value
}

/// A `global` or `nonlocal` statement about one name.
package struct PythonDeclaration: Sendable {
    /// The scope in which it stands.
    package var scope: Int
    /// The declared name.
    package var symbol: UInt32
    /// Whether the name is the module's; else it is that of an enclosing function.
    package var isGlobal: Bool
}
