/// One place where a name is used.
package struct PythonReference: Sendable {
    /// How a name is used.
    package enum Role: UInt8, Sendable {
        /// Its value is read.
        case value
        /// It begins a target of an assignment, loop or deletion, as in `name.x = 1`.
        case target
        /// It begins a value or class in a pattern; parentheses behind it are no call.
        case pattern
    }

    /// The index of the name's token.
    package var token: Int32
    /// The scope in which the name is looked up.
    package var scope: Int32
    /// What the value becomes: an index into the contexts of the outline.
    package var context: Int32
    /// How the name is used.
    package var role: Role
}
