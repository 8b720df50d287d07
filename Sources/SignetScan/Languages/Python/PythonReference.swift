/// One place where a name is used.
package struct PythonReference: Sendable {
    /// The index of the name's token.
    package var token: Int32
    /// The scope in which the name is looked up.
    package var scope: Int32
    /// What the value becomes: an index into the contexts of the outline.
    package var context: Int32
    /// Whether the name begins a target of an assignment, loop or deletion, as in `name.x = 1`.
    package var isInTarget: Bool
}
