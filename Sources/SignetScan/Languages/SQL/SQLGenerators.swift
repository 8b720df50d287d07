/// Recognises expressions of SQL that generate identifiers within the texts of other languages.
package enum SQLGenerators {
    /// What an expression generates.
    package struct Found: Sendable, Equatable {
        /// The function, such as `sql.gen_random_uuid`; see `Generation.isDatabase`.
        package var symbol: String
        /// What it makes.
        package var ingredient: Ingredients
        /// How many bits of the value an attacker cannot know.
        package var entropy: Int?
        /// What becomes of the value within the expression; see `Generation.shape`.
        package var shape: String
    }

    /// Longer texts are statements and not defaults.
    private static let maximumLength = 200

    /// Reads `text` as an expression, such as `gen_random_uuid()` or `(lower(hex(randomblob(16))))`.
    ///
    /// For the defaults of columns in models and migrations.
    ///
    /// - Returns: What the expression generates; `nil` if it is not the value of one generator.
    package static func match(_ text: Span<UInt8>) -> Found? {
        guard (3...maximumLength).contains(text.count) else { return nil }
        var lexer = SQLLexer(text)
        guard let statement = lexer.readStatement(text) else { return nil }
        for index in statement.tokens.indices {
            guard case .generator(let generator)? = statement.function(index, text),
                let end = statement.partner(of: index + 1), end == index + 2 || !generator.isBare
            else { continue }
            let call = statement.startOfQualifiedName(index)..<end + 1
            let value = SQLValue(of: call, generator.shape, in: statement, text)
            let rest = statement.tokens[value.tokens.upperBound...]
            guard value.tokens.lowerBound == 0, rest.allSatisfy({ $0.symbol == .semicolon }) else {
                return nil
            }
            return Found(
                symbol: "sql.\(generator.symbol)",
                ingredient: generator.ingredient,
                entropy: generator.entropy(of: call, in: statement, text),
                shape: value.shape
            )
        }
        return nil
    }
}
