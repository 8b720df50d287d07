/// Texts that are built from values: templates, sums, joined lists.
extension ScriptAnalyzer {
    /// How many constructs are looked through from a value outwards.
    private static let depth = 24

    /// Looks for the outermost text around a value.
    ///
    /// - Parameters:
    ///   - value: Its index.
    ///   - isMade: Whether the value is made here and not a variable's.
    mutating func findText(_ value: Int, isMade: Bool) {
        var tokens = values[value].tokens
        if belongsToLastText(tokens.lowerBound) {
            texts[lastText]?.values.append(value)
            return
        }
        var found: (tokens: Range<Int>, form: Composition.Form)?
        var isDifference = false
        for _ in 0..<Self.depth {
            tokens = tokens.lowerBound..<outline.chainEnd(from: tokens.upperBound)
            let sum = outline.sum(around: tokens)
            if sum != tokens {
                switch reading(of: sum) {
                case .text: found = (sum, .sum)
                case .difference: isDifference = isDifference || found == nil
                case .number: break
                }
                tokens = sum
            }
            guard let next = enclosing(tokens) else { break }
            tokens = next.tokens
            if let form = next.form { found = (tokens, form) }
        }
        if let found {
            let key = found.tokens.lowerBound
            if texts[key] == nil || texts[key].map({ $0.tokens.count < found.tokens.count }) == true
            {
                let values = texts[key]?.values ?? []
                texts[key] = ScriptText(tokens: found.tokens, form: found.form, values: values)
            }
            texts[key]?.values.append(value)
            lastText = key
        } else if isMade, !isDifference {
            addBare(value, tokens)
        }
    }

    /// Whether the token is one of the sum that was found last, in no bracket of its own.
    private func belongsToLastText(_ index: Int) -> Bool {
        guard let text = texts[lastText], text.form == .sum, text.tokens.contains(index) else {
            return false
        }
        return outline.opening(around: index) == outline.opening(around: lastText)
    }

    /// What a chain of operators makes.
    private enum Reading {
        case text
        case number
        case difference
    }

    /// Whether a sum makes a text: one of its parts is a text, or it adds two values.
    private func reading(of sum: Range<Int>) -> Reading {
        var hasPlus = false
        var hasText = false
        var names = 0
        var index = sum.lowerBound
        while index < sum.upperBound {
            switch outline.kind(at: index) {
            case .string: hasText = true
            case .templateStart:
                hasText = true
                index = outline.partner(of: index) ?? index
            case .op:
                switch outline.op(at: index) {
                case .plus where outline.endsExpression(at: index - 1): hasPlus = true
                case .minus where outline.endsExpression(at: index - 1): return .difference
                case .leftParen, .leftBracket, .leftBrace:
                    index = outline.partner(of: index) ?? index
                default: break
                }
            case .name where outline.op(at: index - 1).isAccess:
                if outline.isWord(.toString, at: index) { hasText = true }
            case .name: names += 1
            default: break
            }
            index += 1
        }
        return hasPlus && (hasText || names > 1) ? .text : .number
    }

    /// The construct around an expression that keeps its value in a text.
    private func enclosing(_ tokens: Range<Int>) -> (tokens: Range<Int>, form: Composition.Form?)? {
        switch outline.slot(before: tokens.lowerBound) {
        case .substitution(let open):
            guard let template = outline.opening(around: open),
                let end = outline.partner(of: template)
            else { return nil }
            return (template..<end + 1, .interpolation)
        case .group(let open):
            guard let close = outline.partner(of: open) else { return nil }
            return (open..<close + 1, nil)
        case .element(let open):
            guard let close = outline.partner(of: open), outline.op(at: close + 1).isAccess,
                outline.isWord(.join, at: close + 2), outline.op(at: close + 3) == .leftParen,
                let end = outline.partner(of: close + 3)
            else { return nil }
            return (open..<end + 1, .join)
        case .argument(let open, let callee):
            guard let close = outline.partner(of: open) else { return nil }
            let start = outline.chainStart(endingAt: callee)
            if outline.isWord(.concat, at: callee) { return (start..<close + 1, .sum) }
            return naming.isConversion(callee) ? (start..<close + 1, nil) : nil
        default: return nil
        }
    }

    /// Adds a value without text around it, if its name says that it identifies something.
    private mutating func addBare(_ index: Int, _ tokens: Range<Int>) {
        let value = values[index]
        let whole: Ingredients = [.uuid, .foreign, .secret]
        guard !whole.contains(value.generator.ingredient), facts.contains(.producers),
            let name = naming.name(of: tokens.lowerBound)
        else { return }
        let meaning = NameMeaning(name.text)
        guard meaning.isIdentifier || meaning.isSecret else { return }
        let names = value.generator.ingredient.names
        analysis.compositions.append(
            Composition(
                range: outline.byteRange(tokens),
                form: .bare,
                ingredients: value.generator.ingredient,
                template: "{\(names[0])}",
                function: function(around: tokens.lowerBound),
                name: name,
                entropy: value.entropy
            )
        )
    }

    /// Adds the texts; those within others are parts of these.
    mutating func finishTexts() {
        guard facts.contains(.producers) else { return }
        let sorted = texts.values.sorted {
            ($0.tokens.lowerBound, $1.tokens.upperBound)
                < ($1.tokens.lowerBound, $0.tokens.upperBound)
        }
        var outermost: [ScriptText] = []
        for text in sorted {
            if let last = outermost.last, text.tokens.upperBound <= last.tokens.upperBound {
                outermost[outermost.count - 1].values += text.values
            } else {
                outermost.append(text)
            }
        }
        for text in outermost { addComposition(text) }
    }

    private mutating func addComposition(_ text: ScriptText) {
        let parts = text.values.sorted().map { values[$0] }
        let start = text.tokens.lowerBound
        analysis.compositions.append(
            Composition(
                range: outline.byteRange(text.tokens),
                form: text.form,
                ingredients: parts.reduce(into: []) { $0.formUnion($1.generator.ingredient) },
                template: ScriptTemplate(outline: outline, values: parts).text(of: text.tokens),
                function: function(around: start),
                name: naming.name(of: start),
                entropy: parts.reduce(0) { $0 + $1.entropy }
            )
        )
    }

    // Ingredients without a library

    /// Reads `.length` as a part of a text.
    mutating func readLength(_ index: Int) {
        let start = outline.chainStart(endingAt: index)
        let next = outline.op(at: index + 1)
        // A comparison or a loop's bound is no part of a text.
        switch next {
        case .less, .greater, .comparison, .equality, .inequality, .dot, .and, .question: return
        default: break
        }
        add(.length, "length", start..<index + 1)
    }

    /// Reads `counter++` or `++counter` as a part of a text.
    mutating func readCounter(_ index: Int) {
        let isPostfix = outline.tokens[index].flags.contains(.endsExpression)
        let tokens: Range<Int>
        if isPostfix {
            tokens = outline.chainStart(endingAt: index - 1)..<index + 1
        } else {
            guard outline.kind(at: index + 1) == .name else { return }
            tokens = index..<outline.chainEnd(from: index + 2)
        }
        // As a statement of its own it gives nobody a value.
        let before = tokens.lowerBound - 1
        let isStatement =
            before < 0 || outline.op(at: before) == .semicolon
            || outline.op(at: before) == .leftBrace
            || outline.tokens[before].flags.contains(.block)
            || outline.startsStatement(at: tokens.lowerBound)
        if isStatement { return }
        add(.counter, "counter", tokens)
    }

    private mutating func add(
        _ ingredient: Ingredients,
        _ symbol: String,
        _ tokens: Range<Int>
    ) {
        let generator = ScriptGenerator(
            symbol: symbol,
            ingredient: ingredient,
            entropy: 0,
            use: .value
        )
        let shape = ScriptShape(base: .other)
        let value = ScriptValue(tokens: tokens, generator: generator, shape: shape, entropy: 0)
        add(value, isMade: true)
    }
}
