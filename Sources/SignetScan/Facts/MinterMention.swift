/// A function or class that makes identifiers for others, or a place that takes one from elsewhere.
package struct MinterMention: Sendable, Equatable {
    /// What happens at the place.
    package enum Role: String, Sendable {
        /// `def generate_run_id():`, `class IdManager:`
        case definition
        /// `from app.ids import generate_run_id`
        case `import`
        /// `generate_run_id()`
        case call
        /// `from app.main import uuid4`, `main.uuid.uuid4()`: what a module has imported itself is
        /// taken from there.
        case borrowed
    }

    /// The bytes of the name.
    package var range: Range<Int>
    /// What happens there.
    package var role: Role
    /// The name of the function or class where it is defined; aliases are resolved.
    package var name: String
    /// Of imports, of calls of what is imported, and of what is borrowed: the module, such as
    /// `app.ids`.
    package var module: String?
    /// The function or method that encloses it.
    package var function: String?

    /// Creates a mention.
    package init(
        range: Range<Int>,
        role: Role,
        name: String,
        module: String? = nil,
        function: String? = nil
    ) {
        self.range = range
        self.role = role
        self.name = name
        self.module = module
        self.function = function
    }
}
