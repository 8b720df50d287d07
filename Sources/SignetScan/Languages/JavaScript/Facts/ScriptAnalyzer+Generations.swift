/// Calls of generators, references to them, and cuts of what they make.
extension ScriptAnalyzer {
    /// Looks at a name that is not read from something.
    mutating func readReference(_ index: Int, _ symbol: UInt32) {
        let isLoader = symbol == ScriptWord.require.rawValue || symbol == ScriptWord.import.rawValue
        if !isLoader {
            guard let binding = resolver.binding(of: symbol) else { return }
            switch binding {
            case .value(let value): return readVariable(index, value)
            case .other, .imported: return
            case .node, .alias: break
            }
        }
        if isKey(index) { return }
        guard let place = resolver.place(at: index),
            let generator = resolver.generator(at: place.node)
        else { return }
        switch generator.use {
        case .call:
            // A module that has a default is no generator itself where it is passed on.
            if call(of: place.last) == nil, resolver.hasMembers(place.node) { return }
            readCall(index, place.last, generator)
        case .factory: readFactory(index, place, generator)
        case .value: addValue(index..<place.last + 1, generator, nil)
        case .object: readObject(index, place.last, generator)
        case .reference: addReference(index, place.last, generator)
        case .parser: readParser(index, place.last, generator)
        }
    }

    /// Whether the name is a key, the name of a method or the target of an assignment.
    private func isKey(_ index: Int) -> Bool {
        switch outline.op(at: index + 1) {
        case .equal: return true
        case .colon:
            return !outline.tokens[index + 1].flags.contains(.conditional)
        case .leftParen: return scopes.parameterLists.contains(index + 1)
        case .question: return outline.op(at: index + 2) == .colon
        default: return false
        }
    }

    /// The parentheses of the call of what ends at `last`.
    private func call(of last: Int) -> Int? {
        var open = last + 1
        if outline.op(at: open) == .questionDot { open += 1 }
        if outline.op(at: open) == .less {
            let limit = min(open + 16, outline.end)
            while open < limit, outline.op(at: open) != .greater { open += 1 }
            open += 1
        }
        return outline.op(at: open) == .leftParen ? outline.partner(of: open) : nil
    }

    private mutating func readCall(_ index: Int, _ last: Int, _ generator: ScriptGenerator) {
        guard let close = call(of: last) else { return addReference(index, last, generator) }
        addValue(index..<close + 1, generator, randomBits(last + 1..<close, generator))
    }

    /// The entropy that arguments say: `randomBytes(16)`, `nanoid(10)`.
    private func randomBits(_ arguments: Range<Int>, _ generator: ScriptGenerator) -> Int? {
        guard let open = arguments.first(where: { outline.op(at: $0) == .leftParen }),
            let count = ScriptNumber.value(open + 1..<arguments.upperBound, outline)
        else { return generator.entropy }
        switch generator.symbol {
        case "crypto.randomBytes": return count * 8
        case "nanoid.nanoid": return count * 6
        default: return generator.entropy
        }
    }

    private mutating func readFactory(
        _ index: Int,
        _ place: ScriptResolver.Place,
        _ generator: ScriptGenerator
    ) {
        guard let close = call(of: place.last) else { return }
        if place.isMade { return addValue(index..<close + 1, generator, nil) }
        guard outline.op(at: close + 1) == .leftParen, let second = outline.partner(of: close + 1)
        else { return }
        addValue(index..<second + 1, generator, nil)
    }

    /// Reads `new Date()` or `ObjectId()`; with arguments they read a value, not make one.
    private mutating func readObject(_ index: Int, _ last: Int, _ generator: ScriptGenerator) {
        let start = outline.isWord(.new, at: index - 1) ? index - 1 : index
        guard let close = call(of: last) else {
            if start < index { addValue(start..<last + 1, generator, nil) }
            return
        }
        if close == last + 2 {
            addValue(start..<close + 1, generator, nil)
        }
    }

    /// Reads a call that takes an identifier apart or checks it, such as `validate(id)`.
    private mutating func readParser(_ index: Int, _ last: Int, _ generator: ScriptGenerator) {
        guard facts.contains(.consumers), let close = call(of: last),
            let open = outline.partner(of: close), close > open + 1
        else { return }
        addParse(index..<close + 1, endOfFirstArgument(open), generator.symbol)
    }

    /// Adds a generator that is passed on uncalled.
    private mutating func addReference(
        _ index: Int,
        _ last: Int,
        _ generator: ScriptGenerator
    ) {
        let made: Ingredients = [.uuid, .foreign, .secret]
        guard made.contains(generator.ingredient), isPassed(index, last),
            facts.contains(generator.ingredient == .uuid ? .uuids : .producers)
        else { return }
        analysis.generations.append(
            Generation(
                range: outline.byteRange(index..<last + 1),
                symbol: generator.symbol,
                ingredient: generator.ingredient,
                entropy: generator.entropy,
                function: function(around: index),
                shape: ScriptShape.Base.reference.rawValue,
                name: naming.name(of: index),
                taker: naming.name(of: index)
            )
        )
    }

    /// Whether the expression stands where a value is wanted.
    private func isPassed(_ index: Int, _ last: Int) -> Bool {
        if outline.isWord(.require, at: index) || outline.isWord(.import, at: index) {
            return false
        }
        let isOpen: Bool
        switch outline.op(at: index - 1) {
        case .leftParen, .comma, .equal, .arrow, .or, .question, .leftBracket, .colon: isOpen = true
        case .leftBrace: isOpen = !outline.tokens[index - 1].flags.contains(.block)
        default: isOpen = outline.isWord(.return, at: index - 1)
        }
        guard isOpen, !isInPattern(index) else { return false }
        switch outline.op(at: last + 1) {
        case .comma, .rightParen, .rightBrace, .semicolon, .rightBracket, .or, .colon: return true
        default:
            return outline.kind(at: last + 1) == .endMarker || outline.startsStatement(at: last + 1)
        }
    }

    /// Whether the name stands in braces that are assigned to.
    private func isInPattern(_ index: Int) -> Bool {
        guard let open = outline.opening(around: index), outline.op(at: open) == .leftBrace else {
            return false
        }
        guard let close = outline.partner(of: open) else { return false }
        return outline.op(at: close + 1) == .equal
    }

    /// Adds a value that is made here, and what becomes of it.
    private mutating func addValue(
        _ tokens: Range<Int>,
        _ generator: ScriptGenerator,
        _ bits: Int?
    ) {
        let made: Ingredients = [.uuid, .foreign, .secret, .random]
        let isGeneration = made.contains(generator.ingredient)
        let isUUID = generator.ingredient == .uuid
        guard !facts.isDisjoint(with: [.producers, .minters, .isolation]) || isUUID else { return }
        let generator =
            Self.isFormatted(tokens.upperBound, generator, outline)
            ? generator.formatted : generator
        var whole = tokens
        if outline.isWord(.await, at: whole.lowerBound - 1) {
            whole = whole.lowerBound - 1..<whole.upperBound
        }
        let shape = ScriptShapeReader(outline: outline, generator: generator).shape(of: &whole)
        let entropy = bits ?? generator.entropy
        let value = ScriptValue(
            tokens: whole,
            generator: generator,
            shape: shape,
            entropy: shape.entropy(generator, of: entropy)
        )
        if isGeneration, facts.contains(isUUID ? .uuids : .producers) {
            let name = naming.name(of: whole.lowerBound)
            let isWhole = !shape.isCut && (!isUUID || shape.base != .other)
            analysis.generations.append(
                Generation(
                    range: outline.byteRange(tokens),
                    symbol: generator.symbol,
                    ingredient: generator.ingredient,
                    entropy: entropy,
                    function: function(around: tokens.lowerBound),
                    shape: isUUID ? shape.description : ScriptShape.Base.other.rawValue,
                    name: name,
                    taker: isWhole ? name : nil
                )
            )
        }
        add(value, isMade: true)
    }

    /// Whether a date is written out behind the token at `index`.
    private static func isFormatted(
        _ index: Int,
        _ generator: ScriptGenerator,
        _ outline: ScriptOutline
    ) -> Bool {
        guard generator.ingredient == .time, generator.use == .object,
            outline.op(at: index).isAccess, outline.kind(at: index + 1) == .name
        else { return false }
        return !outline.isWord(.getTime, at: index + 1) && !outline.isWord(.valueOf, at: index + 1)
    }

    /// Remembers a value, binds the variable that takes it, and looks for the text around it.
    mutating func add(_ value: ScriptValue, isMade: Bool) {
        if value.shape.isCut, value.generator.ingredient != .random { addCut(value) }
        values.append(value)
        if isMade { bindVariable(values.count - 1) }
        if facts.contains(.producers) || facts.contains(.minters) {
            findText(values.count - 1, isMade: isMade)
        }
        if isMade, facts.contains(.isolation) {
            readSharedValue(value)
            let made: Ingredients = [.uuid, .foreign, .secret, .random]
            if made.contains(value.generator.ingredient) { readFamily(value.tokens.lowerBound) }
        }
    }

    /// Binds the variable to which the whole value is assigned.
    private mutating func bindVariable(_ index: Int) {
        let start = values[index].tokens.lowerBound
        let equal = start - 1
        guard outline.op(at: equal) == .equal,
            let name = ScriptTarget.name(before: equal, outline), outline.kind(at: name) == .name,
            !outline.op(at: name - 1).isAccess, outline.op(at: equal - 1) != .rightBracket
        else { return }
        guard case .alias = resolver.binding(of: outline.symbol(at: name)) else { return }
        resolver.rebind(outline.symbol(at: name), .value(index))
    }

    /// Looks at a variable that holds a value: it may be cut, or be a part of a text.
    private mutating func readVariable(_ index: Int, _ known: Int) {
        if isKey(index) { return }
        let source = values[known]
        var tokens = index..<index + 1
        let reader = ScriptShapeReader(outline: outline, generator: source.generator)
        var shape = reader.shape(of: &tokens)
        if !shape.isCut {
            if source.shape.isCut { shape = source.shape }
        } else if source.shape.base != .str || source.shape.isCut {
            shape.base = source.shape.base
        }
        let isCutHere = tokens.count > 1 && shape.isCut
        var value = source
        value.tokens = tokens
        value.shape = isCutHere ? shape : ScriptShape(base: source.shape.base)
        if isCutHere { value.entropy = shape.entropy(source.generator, of: source.entropy) }
        add(value, isMade: false)
    }

    private mutating func addCut(_ value: ScriptValue) {
        let isUUID = value.generator.ingredient == .uuid
        guard facts.contains(.producers), isUUID || value.generator.ingredient != .hash else {
            return
        }
        analysis.cuts.append(
            Cut(
                range: outline.byteRange(value.tokens),
                symbol: value.generator.symbol,
                shape: value.shape.description,
                entropy: value.entropy,
                function: function(around: value.tokens.lowerBound),
                name: naming.name(of: value.tokens.lowerBound)
            )
        )
    }
}
