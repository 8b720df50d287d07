/// Recognises statements of SQL in the texts of a program.
enum SwiftSQL {
    private static let verbs: [StaticString] = ["CREATE", "ALTER", "INSERT", "UPDATE", "SELECT"]
    private static let generator = ByteSearch("uuid")

    /// Whether the text begins like a statement that a scan looks into, or names a generator.
    static func isStatement(_ text: Span<UInt8>) -> Bool {
        var start = 0
        while start < text.count, text[start] <= 0x20 { start += 1 }
        var end = start
        while end < text.count, end - start < 8, text[end].isSwiftName { end += 1 }
        let word = text.extracting(start..<end).lowercasedText.uppercased()
        if verbs.contains(where: { $0.description == word }) { return true }
        return text.count < 80 && generator.firstOffset(in: text) != nil
            && SQLGenerators.match(text) != nil
    }
}

extension SourceAnalysis {
    /// Adds the generations, compositions and consumptions of a text in a source.
    ///
    /// - Parameters:
    ///   - text: The facts of the text.
    ///   - function: The function in which the text stands.
    mutating func add(_ text: SourceAnalysis, in function: String?) {
        for var fact in text.generations {
            fact.function = function
            // The database makes it, wherever in the statement it stands.
            if !fact.isDatabase { fact.symbol = "sql." + fact.symbol }
            generations.append(fact)
        }
        for var fact in text.consumptions {
            fact.function = function
            consumptions.append(fact)
        }
        for var fact in text.compositions {
            fact.function = function
            compositions.append(fact)
        }
    }
}
