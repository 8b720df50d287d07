/// A constant that stands where the identifier of somebody or something belongs.
package struct Placeholder: Sendable, Equatable {
    /// How the constant gets there.
    package enum Form: String, Sendable {
        /// `user_id = "unknown"`, `call(user_id="system")`
        case constant
        /// `user_id or "unknown"`, `get("user_id", "unknown")`, `user_id ?? "unknown"`
        case fallback
        /// `def f(user_id="default")`
        case parameter
        /// One value for all: a default that is evaluated once and shared by every call or instance,
        /// such as `def f(run_id=str(uuid4()))`.
        case shared
    }

    /// The bytes of the constant, or of the shared value.
    package var range: Range<Int>
    /// How it gets there.
    package var form: Form
    /// What takes it, such as `user_id`.
    package var name: ValueName
    /// The content of the constant, such as `unknown`; of shared values the generator.
    package var text: String
    /// The function or method that encloses it.
    package var function: String?

    /// Creates a placeholder.
    package init(
        range: Range<Int>,
        form: Form,
        name: ValueName,
        text: String = "",
        function: String? = nil
    ) {
        self.range = range
        self.form = form
        self.name = name
        self.text = text
        self.function = function
    }
}
