/// A place in a source that generates a value for an identifier, or passes the generator on.
package struct Generation: Sendable, Equatable {
    /// The bytes of the call or reference, from the first byte of `uuid.uuid4` to the last of
    /// its arguments.
    package var range: Range<Int>
    /// The generator under its full name, such as `uuid.uuid4`, whatever the source calls it.
    package var symbol: String
    /// What it makes: one ingredient.
    package var ingredient: Ingredients
    /// How many bits of the value an attacker cannot know: 122 for a version 4 UUID.
    ///
    /// Zero for versions that hold time and node; `nil` where the source does not say.
    package var entropy: Int?
    /// The function or method that encloses the site, with its classes, or `nil` outside of all.
    package var function: String?
    /// What becomes of the value: `str`, `hex`, `hex[:8]`, `str[:8]`, `uuid`, `reference`, `other`.
    package var shape: String
    /// What the value is for: the nearest name outside, whatever happens to the value before.
    package var name: ValueName?
    /// What takes the value unchanged, or takes a text that holds it unchanged.
    package var taker: ValueName?

    /// Whether the database makes the value, as `DEFAULT gen_random_uuid()` does.
    ///
    /// Such symbols begin with `sql.`.
    package var isDatabase: Bool { symbol.hasPrefix("sql.") }

    /// Creates a generation.
    package init(
        range: Range<Int>,
        symbol: String,
        ingredient: Ingredients = .uuid,
        entropy: Int? = nil,
        function: String? = nil,
        shape: String,
        name: ValueName? = nil,
        taker: ValueName? = nil
    ) {
        self.range = range
        self.symbol = symbol
        self.ingredient = ingredient
        self.entropy = entropy
        self.function = function
        self.shape = shape
        self.name = name
        self.taker = taker
    }
}
