/// The parts of a text that is built in place.
struct SwiftParts {
    /// The text so far, with its fields in braces; see `Composition.template`.
    var template = ""
    /// What the fields are made of.
    var ingredients: Ingredients = []
    /// How many random bits they hold.
    var entropy = 0

    /// Longer templates say no more.
    private static let maximumLength = 400

    /// Adds a text that is always the same.
    mutating func add(text: String) {
        if template.utf8.count < Self.maximumLength { template += text }
    }

    /// Adds a field.
    mutating func add(_ found: SwiftIngredients, name: String?) {
        ingredients.formUnion(found.ingredients)
        entropy += found.entropy
        let names = found.ingredients.names.joined(separator: "+")
        add(text: "{\(found.ingredients.isEmpty ? name ?? "" : names)}")
    }

    /// Puts `fields` in the place of the conversions of a format such as `%08x` (`printf`).
    static func fill(_ format: String, _ fields: [String]) -> String {
        var text = ""
        var rest = fields[...]
        var isConversion = false
        for letter in format {
            if isConversion {
                if letter == "%" {
                    text.append(letter)
                } else if !letter.isLetter || letter == "l" || letter == "h" || letter == "z" {
                    continue
                } else {
                    text += rest.popFirst() ?? "{}"
                }
                isConversion = false
            } else if letter == "%" {
                isConversion = true
            } else {
                text.append(letter)
            }
        }
        return text
    }
}
