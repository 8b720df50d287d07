/// A text or number that is built in place from things that differ from one time to the next.
///
/// Every such expression is one, whatever it is for: whether it identifies something is for the
/// rule to decide.
package struct Composition: Sendable, Equatable {
    /// How the text is built.
    package enum Form: String, Sendable {
        /// An f-string or a template literal.
        case interpolation
        /// `"…" % …`
        case percent
        /// `"…".format(…)`
        case format
        /// `"…" + …`
        case sum
        /// `"…".join(…)`
        case join
        /// No text around it: the value of an ingredient itself, such as `int(time.time())`.
        case bare
    }

    /// The bytes of the whole expression.
    package var range: Range<Int>
    /// How the text is built.
    package var form: Form
    /// What it is built from; never empty.
    package var ingredients: Ingredients
    /// The text with its fields in braces: ingredients by their names, such as `run_{time}`, other
    /// values by theirs, such as `{user_id}_{uuid}`; at most 120 bytes.
    package var template: String
    /// The function or method that encloses it.
    package var function: String?
    /// What takes the value.
    package var name: ValueName?
    /// How many bits of the value an attacker cannot know, at most.
    package var entropy: Int

    /// Creates a composition.
    package init(
        range: Range<Int>,
        form: Form,
        ingredients: Ingredients,
        template: String,
        function: String? = nil,
        name: ValueName? = nil,
        entropy: Int = 0
    ) {
        self.range = range
        self.form = form
        self.ingredients = ingredients
        self.template = template
        self.function = function
        self.name = name
        self.entropy = entropy
    }
}
