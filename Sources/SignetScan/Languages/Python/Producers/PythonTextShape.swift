/// A text that is built in place: where its tokens are, and what goes into it.
struct PythonTextShape {
    /// How it is built.
    var form: Composition.Form
    /// The tokens of the whole expression.
    var tokens: Range<Int>
    /// The scope in which it stands.
    var scope: Int32
    /// What generated values it holds: the first token of each, and its ingredients.
    var ingredients: [(token: Int, value: PythonValue)] = []
}
