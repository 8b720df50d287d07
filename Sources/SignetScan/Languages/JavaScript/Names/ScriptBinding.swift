/// What a name stands for.
enum ScriptBinding: Sendable {
    /// A place in the catalog: a library, one of its members.
    case node(ScriptCatalog.Node)
    /// What the expression that begins at the token gives, or a member of it.
    case alias(token: Int, members: [UInt32])
    /// Something imported that is in no catalog: its name there, and the string that names the
    /// module.
    case imported(name: Int?, module: Int)
    /// A variable that was given a value for identifiers; the index of the value.
    case value(Int)
    /// Anything else: it hides what has this name outside.
    case other
}

/// A name that is bound in a range of tokens.
struct ScriptDeclaration: Sendable {
    /// Where the name is known.
    var tokens: Range<Int>
    /// The name.
    var symbol: UInt32
    /// What it stands for.
    var binding: ScriptBinding
}
