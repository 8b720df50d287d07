/// A value that differs from one time to the next, where it is made or where its variable stands.
struct ScriptValue {
    /// The expression, with the methods that keep it a value of its kind.
    var tokens: Range<Int>
    /// What makes it.
    var generator: ScriptGenerator
    /// What becomes of it.
    var shape: ScriptShape
    /// How many bits of it an attacker cannot know.
    var entropy: Int
}

/// A text that is built from values.
struct ScriptText {
    /// The expression.
    var tokens: Range<Int>
    /// How it is built.
    var form: Composition.Form
    /// The values, as indices.
    var values: [Int]
}
