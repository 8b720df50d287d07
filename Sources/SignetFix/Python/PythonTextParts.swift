import SignetScan

/// What a text that is put together holds beside generated values.
struct PythonTextParts {
    /// Functions and attributes that only say how a generated value is written.
    private static let writers: Set<String> = [
        "str", "int", "round", "float", "hex", "format", "join", "replace", "time", "time_ns",
        "now", "utcnow", "today", "strftime", "timestamp", "isoformat", "randint", "randrange",
        "random", "getrandbits", "getpid", "monotonic", "upper", "lower",
    ]

    private let source: PythonSource
    private let tokens: Range<Int>
    private let generators: Set<Int>

    private var outline: PythonOutline { source.outline }

    init(_ source: PythonSource, _ tokens: Range<Int>) {
        self.source = source
        self.tokens = tokens
        generators = Set(source.analysis.generations.map(\.range.lowerBound))
    }

    /// The chains of names that stand alone in a field of an f-string.
    ///
    /// `nil` if the text holds anything else that is not made on the spot: the call of another
    /// function, or a variable inside an expression.
    var parts: [Range<Int>]? {
        var parts: [Range<Int>] = []
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            guard outline.isName(at: index), !outline.isOp(.dot, at: index - 1) else {
                index += 1
                continue
            }
            var end = index + 1
            while outline.isOp(.dot, at: end), outline.isName(at: end + 1) { end += 2 }
            let isKeyword = outline.isOp(.equal, at: end) && outline.isOp(.leftParen, at: index - 1)
            if isMade(index..<end) || isKeyword {
                index = end
            } else if outline.isOp(.leftBrace, at: index - 1), outline.isField(at: index - 1),
                outline.partner(of: index - 1) == end, !outline.isOp(.leftParen, at: end)
            {
                parts.append(index..<end)
                index = end
            } else {
                return nil
            }
        }
        return parts
    }

    /// Whether a chain is the call of a generator, or of what writes its value.
    private func isMade(_ chain: Range<Int>) -> Bool {
        if generators.contains(Int(outline.tokens[chain.lowerBound].start)) { return true }
        guard outline.isOp(.leftParen, at: chain.upperBound) else { return false }
        return Self.writers.contains(source.text(at: chain.upperBound - 1))
    }

    /// The texts outside the braces of a template such as `run_{time}`.
    static func literals(of template: String) -> [String] {
        var literals: [String] = []
        var rest = template[...]
        while !rest.isEmpty {
            literals.append(String(rest.prefix { $0 != "{" }))
            rest = rest.drop { $0 != "{" }.drop { $0 != "}" }.dropFirst()
        }
        return literals.filter { !$0.isEmpty }
    }
}
