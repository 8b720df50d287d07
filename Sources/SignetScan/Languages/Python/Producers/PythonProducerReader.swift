/// Gathers what one Python file makes identifiers from, and what becomes of it.
///
/// Fed with the uses of names in the order of the source, so that a variable is known to hold a
/// generated value before it is used. A generated value is followed outwards to the text it is put
/// into, and the text to what takes it.
struct PythonProducerReader {
    let outline: PythonOutline
    let target: PythonValueTarget
    let destination: PythonDestination
    /// Last words of variables that say where something is, though they may have been counted.
    private static let positions: Set<String> = [
        "port", "offset", "start", "end", "size", "pos", "position", "row", "column", "line",
    ]

    private let scopes: [PythonScope]
    private let facts: FactSet
    /// The plain names that are built-in functions because the file binds nothing to them.
    private let builtins: PythonBuiltins
    private var names: PythonTellingNames
    /// By scope and symbol: the generated value that a variable holds.
    private var held: [UInt64: PythonValue] = [:]
    var analysis = SourceAnalysis()
    var texts = PythonTexts()
    /// Most sites stand in the scope of the site before them.
    private var enclosing: (scope: Int32, function: String?) = (Int32(PythonScope.module), nil)

    init(_ file: PythonFile, _ facts: FactSet) {
        outline = file.outline
        target = file.target
        scopes = file.binder.scopes
        destination = PythonDestination(file.outline, file.target)
        self.facts = facts
        builtins = PythonBuiltins(file.binder)
        names = PythonTellingNames(file.binder)
    }

    /// Takes in a call of, or a reference to, a generator.
    mutating func add(_ use: PythonFile.Use, _ source: Span<UInt8>) {
        let generator = PythonGenerator.all[use.path]
        var expression = use.expression
        let isCalled = use.reference.role != .pattern && expression.stepToCall()
        if generator.ingredient == .uuid {
            let shape = isCalled ? PythonValueShape(of: expression, source) : .reference
            let name = target.name(of: use.reference, source).map { ValueName($0, .variable) }
            generate(use, expression.tokens.upperBound, shape.description, name, source)
        }
        guard facts.contains(.producers) else { return }
        let scope = use.reference.scope
        if !isCalled, generator.ingredient == .uuid {
            let taker = destination.taker(of: expression.enclosed, scope: scope, source)
            analysis.generations[analysis.generations.count - 1].taker = taker?.name
        } else if isCalled, !generator.isConversion(expression) {
            var value = PythonValue(generator, at: use.path)
            value.fill(generator, expression, source)
            follow(PythonOccurrence(tokens: expression.tokens, value: value, scope: scope), source)
        } else if !isCalled, generator.isSource, generator.ingredient != .uuid,
            let name = target.name(of: use.reference, source)
        {
            let name = ValueName(name, .variable)
            generate(use, expression.tokens.upperBound, "reference", name, source)
        }
    }

    /// Takes in the use of any other name: a variable that holds a generated value, a counter, or
    /// a built-in function.
    mutating func add(_ reference: PythonReference, _ source: Span<UInt8>) {
        let token = Int(reference.token)
        let symbol = outline.symbol(at: token)
        if !held.isEmpty, let value = heldValue(symbol, reference.scope) {
            var occurrence = PythonOccurrence(
                tokens: token..<token + 1,
                value: value,
                scope: reference.scope
            )
            occurrence.isVariable = true
            return follow(occurrence, source)
        }
        if let ingredient = builtins.ingredient(of: symbol, at: token, outline) {
            guard let close = outline.partner(of: token + 1),
                counts(symbol, token + 2..<close, source)
            else { return }
            let value = PythonValue(ingredient, .number)
            let tokens = token..<close + 1
            return follow(
                PythonOccurrence(tokens: tokens, value: value, scope: reference.scope),
                source
            )
        }
        if names.isPassedGenerator(at: token, outline, source) {
            return pass(reference, source)
        }
        guard let use = names.use(at: token, outline, source) else { return }
        follow(
            PythonOccurrence(tokens: use.tokens, value: use.value, scope: reference.scope),
            source
        )
    }

    /// Follows a value to its end, and notes what becomes of it on the way.
    private mutating func follow(_ occurrence: PythonOccurrence, _ source: Span<UInt8>) {
        var flow = PythonValueFlow(outline, occurrence.tokens, occurrence.value)
        let end = flow.follow(source)
        let token = occurrence.tokens.lowerBound
        var name: ValueName?
        switch end {
        case .lost: break
        case .taken:
            let taker = destination.taker(of: flow.enclosed, scope: occurrence.scope, source)
            name = taker?.name
            if let variable = taker?.variable {
                hold(flow.value, in: variable, occurrence.scope, source)
            }
            if let name, !occurrence.isVariable || occurrence.value.isUnaskedCounter {
                bare(occurrence, flow, name, source)
            }
        default:
            if picksOnce(flow.value, end) { break }
            texts.add(flow.value, token, end, occurrence.scope, outline)
        }
        if flow.value.isCut, !occurrence.value.isCut {
            texts.unnamed.append(.init(isCut: true, index: analysis.cuts.count, token: token))
            cut(flow, name, occurrence.scope, source)
        }
        guard occurrence.value.generator >= 0, !occurrence.isVariable else { return }
        finishGeneration(occurrence, flow.value, end, name, source)
    }

    /// Whether a text gets one of some given values, such as a word; only many make it unique.
    private func picksOnce(_ value: PythonValue, _ end: PythonValueFlow.End) -> Bool {
        guard value.generator >= 0, PythonGenerator.all[value.generator].path == "random.choice"
        else { return false }
        if case .method(_, let open) = end { return !outline.isComprehension(at: open) }
        return true
    }

    /// Whether a built-in function counts, given its arguments.
    ///
    /// The length of an identifier counts no elements, and only what is called a counter or after
    /// identifiers gives the next number.
    private func counts(
        _ symbol: UInt32,
        _ arguments: Range<Int>,
        _ source: Span<UInt8>
    ) -> Bool {
        let isNext = symbol == PythonKeyword.next.rawValue
        guard isNext || symbol == PythonKeyword.len.rawValue else { return true }
        guard let last = arguments.last, outline.isName(at: last) else { return !isNext }
        // What a generator expression finds is there already.
        if isNext, outline.endOfPrimary(arguments.lowerBound) != arguments.upperBound {
            return false
        }
        let words = NameWords.of(source.text(in: outline.tokens[last].range, limit: 64))
        // So is what something else is gone through by.
        if isNext, words.contains(where: { $0 == "iter" || $0 == "iterator" }) { return false }
        let isIdentifier = ["id", "uuid", "token", "key"].contains(words.last ?? "")
        if !isNext { return !isIdentifier }
        return isIdentifier || words.contains { $0 == "counter" || $0 == "ids" || $0 == "seq" }
    }

    /// Notes a variable that holds a generated value from here on.
    private mutating func hold(
        _ value: PythonValue,
        in variable: Int,
        _ scope: Int32,
        _ source: Span<UInt8>
    ) {
        let words = NameWords.of(source.text(in: outline.tokens[variable].range, limit: 64))
        if value.ingredients == .counter, words.last.map(Self.positions.contains) == true { return }
        held[Self.key(scope, outline.symbol(at: variable))] = value
    }

    private static func key(_ scope: Int32, _ symbol: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: scope)) << 32 | UInt64(symbol)
    }

    /// The value that a variable holds, as seen in `scope`.
    private func heldValue(_ symbol: UInt32, _ scope: Int32) -> PythonValue? {
        var scope = scope
        while true {
            if let value = held[Self.key(scope, symbol)] { return value }
            let kind = scopes[Int(scope)].kind
            guard kind == .comprehension || kind == .lambda else { return nil }
            scope = Int32(scopes[Int(scope)].parent)
        }
    }

    /// The function or method around `scope`, with its classes.
    mutating func function(around scope: Int32, _ source: Span<UInt8>) -> String? {
        if scope != enclosing.scope {
            let name = target.symbol(of: Int(scope), source)
            enclosing = (scope, name.isEmpty ? nil : name)
        }
        return enclosing.function
    }

    /// The bytes of some tokens.
    func bytes(of tokens: Range<Int>) -> Range<Int> {
        Int(
            outline.tokens[tokens.lowerBound].start
        )..<Int(outline.tokens[tokens.upperBound - 1].end)
    }
}
