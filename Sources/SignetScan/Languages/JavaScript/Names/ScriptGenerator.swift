/// Something in a library that makes values for identifiers.
package struct ScriptGenerator: Sendable {
    /// How a value is had from it.
    package enum Use: Sendable {
        /// By calling it.
        case call
        /// By calling what it gives when it is called.
        case factory
        /// By reading it.
        case value
        /// By calling it, or with `new`, without arguments.
        case object
        /// By naming it where a generator is wanted.
        case reference
        /// Not at all: it takes a value and reads or checks it.
        case parser
    }

    /// The full name, such as `uuid.v4`.
    package let symbol: String
    /// What it makes.
    package let ingredient: Ingredients
    /// How many bits of the value an attacker cannot know, if the name says it.
    package let entropy: Int?
    /// How a value is had from it.
    package let use: Use

    /// How many random bits a character of its text holds.
    var bitsPerCharacter: Double {
        if ingredient == .uuid { return 4 }
        return symbol.hasPrefix("nanoid") ? 6 : 5
    }

    /// The same, written out as a date.
    var formatted: ScriptGenerator {
        ScriptGenerator(symbol: symbol, ingredient: .calendar, entropy: entropy, use: use)
    }
}
