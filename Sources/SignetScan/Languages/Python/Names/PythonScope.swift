/// A region of source in which names are bound: "Naming and binding" of the language reference.
package struct PythonScope: Sendable {
    /// What opens the region.
    package enum Kind: UInt8, Sendable {
        case module
        case function
        case `class`
        case lambda
        case comprehension
    }

    /// The number of the module's scope.
    package static let module = 0

    /// What opens the region.
    package var kind: Kind
    /// The scope around it; the module is its own.
    package var parent: Int
    /// The token index of the function's or class's name.
    package var name: Int?

    /// How many scopes stand around it.
    package var depth: Int

    /// Whether the body runs where it stands, not when somebody calls it later.
    package var runsAtOnce: Bool { kind == .class || kind == .comprehension }
}
