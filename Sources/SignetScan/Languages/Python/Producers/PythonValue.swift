/// What is known of a value on its way from a generator to whatever takes it.
struct PythonValue {
    /// How the value is represented at a step of its way.
    enum Form: Equatable {
        /// A UUID, a date, a hash or another object.
        case object
        /// A text of this many characters, if that is known.
        case text(Int?)
        /// Bytes, as many as are known.
        case bytes(Int?)
        case number
        /// The parts of a text taken apart at its hyphens.
        case parts
    }

    /// What it is made of.
    var ingredients: Ingredients
    /// How many of its bits an attacker cannot know, at most.
    var entropy = 0
    /// How it is represented.
    var form: Form
    /// Whether digits of a UUID or of random bits have been cut off.
    var isCut = false
    /// Of cuts: what is left, such as `hex[:8]`.
    var shape = ""
    /// Whether it may be the position of something rather than its number, so that it identifies
    /// nothing without a text around it.
    var isPosition = false
    /// Whether it is called a position but nothing around it counts it, so that it came from
    /// elsewhere and may be an identifier already.
    var isGiven = false
    /// The index of the generator in `PythonGenerator.all`; -1 for none.
    var generator = -1

    /// A value that no generator of the catalog has made.
    init(_ ingredients: Ingredients, _ form: Form) {
        self.ingredients = ingredients
        self.form = form
    }

    /// The value of a generator.
    init(_ generator: PythonGenerator, at index: Int) {
        self.init(generator.ingredient, generator.form)
        self.generator = index
        entropy = generator.bits
    }

    /// The text that holds some values.
    init(_ text: PythonTextShape) {
        self.init([], .text(nil))
        for ingredient in text.ingredients {
            ingredients.formUnion(ingredient.value.ingredients)
            entropy += ingredient.value.entropy
        }
    }

    /// Whether it is an object that counts, which has given no number yet.
    var isUnaskedCounter: Bool { ingredients == .counter && form == .object }

    /// Notes that only `count` characters, each of at most `bits` random bits, are left.
    mutating func cut(to count: Int, of base: String, bits: Int) {
        entropy = min(entropy, count * bits)
        shape = "\(base)[:\(count)]"
        isCut = true
        form = .text(count)
    }

    /// Takes from a call's first argument how many random bits it makes.
    mutating func fill(
        _ generator: PythonGenerator,
        _ call: PythonExpression,
        _ source: Span<UInt8>
    ) {
        let outline = call.outline
        guard let open = outline.partner(of: call.tokens.upperBound - 1) else { return }
        let token = outline.tokens[open + 1]
        let number = token.kind == .number ? Int(source.text(in: token.range, limit: 10)) : nil
        switch generator.entropy {
        case .bits: return
        case .bytes:
            let count = min(number ?? 32, 1 << 20)
            entropy = count * 8
            form = generator.path.hasSuffix("hex") ? .text(count * 2) : .text(nil)
        case .argument: entropy = min(number ?? 64, 1 << 20)
        case .characters: entropy = min(number ?? 22, 1 << 20) * 6
        }
    }
}
