/// A function or class with the tokens from its parameters, or its name, to its end.
package struct ScriptScope: Sendable {
    /// What it is.
    package enum Kind: UInt8, Sendable {
        case function
        case arrow
        case `class`
    }

    /// What it is.
    package var kind: Kind
    /// The token that names it: its own name, or that of what it is assigned to.
    package var name: Int?
    /// The tokens from the first parameter's bracket to the end of the body.
    package var tokens: Range<Int>
    /// The brackets of the parameters, or of arrows the only name.
    package var parameters: Range<Int>
    /// The scope around it.
    package var parent: Int?
}
