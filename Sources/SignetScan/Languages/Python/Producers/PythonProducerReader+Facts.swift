extension PythonProducerReader {
    /// Notes a call of, or a reference to, a generator, which ends before the token at `end`.
    mutating func generate(
        _ use: PythonFile.Use,
        _ end: Int,
        _ shape: String,
        _ name: ValueName?,
        _ source: Span<UInt8>
    ) {
        let generator = PythonGenerator.all[use.path]
        analysis.generations.append(
            Generation(
                // Parentheses around the name alone are no part of the site.
                range: bytes(of: Int(use.reference.token)..<end),
                symbol: generator.path,
                ingredient: generator.ingredient,
                entropy: generator.bits,
                function: function(around: use.reference.scope, source),
                shape: shape,
                name: name
            )
        )
    }

    /// Notes that a function of another file, which generates by its name, is passed on uncalled.
    mutating func pass(_ reference: PythonReference, _ source: Span<UInt8>) {
        let tokens = Int(reference.token)..<Int(reference.token) + 1
        let taker = destination.taker(of: tokens, scope: reference.scope, source)
        analysis.generations.append(
            Generation(
                range: bytes(of: tokens),
                symbol: source.text(in: bytes(of: tokens), limit: 64),
                ingredient: .foreign,
                function: function(around: reference.scope, source),
                shape: "reference",
                name: taker?.name,
                taker: taker?.name
            )
        )
    }

    /// Completes the call of a generator once it is known what becomes of its value.
    mutating func finishGeneration(
        _ occurrence: PythonOccurrence,
        _ value: consuming PythonValue,
        _ end: PythonValueFlow.End,
        _ name: ValueName?,
        _ source: Span<UInt8>
    ) {
        let generator = PythonGenerator.all[occurrence.value.generator]
        guard generator.isSource else { return }
        switch end {
        case .lost: return
        case .taken where generator.picks: return
        case .method(_, let open) where outline.isComprehension(at: open):
            // As many characters as the comprehension has elements.
            if value.entropy > 0 { value.entropy = PythonTexts.unknownEntropy }
        default: break
        }
        let token = occurrence.tokens.lowerBound
        if generator.ingredient == .uuid {
            let index = analysis.generations.count - 1
            analysis.generations[index].taker = name
            analysis.generations[index].entropy = value.entropy
            texts.unnamed.append(.init(isCut: false, index: index, token: token))
        } else {
            let index = analysis.generations.count
            texts.unnamed.append(.init(isCut: false, index: index, token: token))
            append(generator, occurrence, value, name, source)
        }
    }

    /// Notes a call of a generator that makes no UUID.
    private mutating func append(
        _ generator: PythonGenerator,
        _ occurrence: PythonOccurrence,
        _ value: PythonValue,
        _ name: ValueName?,
        _ source: Span<UInt8>
    ) {
        analysis.generations.append(
            Generation(
                range: bytes(of: occurrence.tokens),
                symbol: generator.path,
                ingredient: generator.ingredient,
                entropy: value.entropy,
                function: function(around: occurrence.scope, source),
                shape: value.shape.isEmpty ? "other" : value.shape,
                name: name,
                taker: name
            )
        )
    }

    /// Notes an expression that is left of a generated value once digits are cut off.
    mutating func cut(
        _ flow: PythonValueFlow,
        _ name: ValueName?,
        _ scope: Int32,
        _ source: Span<UInt8>
    ) {
        analysis.cuts.append(
            Cut(
                range: bytes(of: flow.cutTokens ?? flow.tokens),
                symbol: flow.value.generator < 0
                    ? "uuid" : PythonGenerator.all[flow.value.generator].path,
                shape: flow.value.shape,
                entropy: flow.value.entropy,
                function: function(around: scope, source),
                name: name
            )
        )
    }

    /// Notes a value that is taken as it is, without a text around it.
    mutating func bare(
        _ occurrence: PythonOccurrence,
        _ flow: PythonValueFlow,
        _ name: ValueName,
        _ source: Span<UInt8>
    ) {
        let generated: Ingredients = [.uuid, .random, .secret, .foreign]
        guard flow.value.ingredients.isDisjoint(with: generated) else { return }
        // A counter that is only made gives no number yet.
        if flow.value.isUnaskedCounter || flow.value.isPosition && flow.value.form == .number {
            return
        }
        // A number that is taken under its own name is handed on.
        let last = outline.tokens[occurrence.tokens.upperBound - 1].range
        if flow.value.ingredients == .counter, flow.value.form == .number,
            source.text(in: last, limit: 255) == name.text
        {
            return
        }
        // A position that somebody else has counted is not made by writing it as a text.
        if flow.value.isGiven { return }
        analysis.compositions.append(
            Composition(
                range: bytes(of: flow.tokens),
                form: .bare,
                ingredients: flow.value.ingredients,
                template: "{" + flow.value.ingredients.names.joined(separator: "+") + "}",
                function: function(around: occurrence.scope, source),
                name: name,
                entropy: flow.value.entropy
            )
        )
    }

    /// Hands over what was found, in the order of the source.
    consuming func finish(_ result: inout SourceAnalysis, _ source: Span<UInt8>) {
        finishTexts(source)
        result.generations = analysis.generations
        result.cuts = analysis.cuts.sorted { $0.range.lowerBound < $1.range.lowerBound }
        result.compositions = Self.outermost(analysis.compositions)
    }

    /// The compositions in the order of the source, without those inside another one.
    ///
    /// A text that is hashed before it is taken is part of what is made from the hash.
    private static func outermost(_ compositions: [Composition]) -> [Composition] {
        var result: [Composition] = []
        let order = compositions.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
        for composition in order {
            if let last = result.last, composition.range.upperBound <= last.range.upperBound {
                result[result.count - 1].ingredients.formUnion(composition.ingredients)
            } else {
                result.append(composition)
            }
        }
        return result
    }

    /// Follows each text to what takes it; one that is put into another is part of that one.
    private mutating func finishTexts(_ source: Span<UInt8>) {
        var index = 0
        var names: [Int: ValueName] = [:]
        while index < texts.all.count {
            let text = texts.all[index]
            let value = PythonValue(text)
            var flow = PythonValueFlow(outline, text.tokens, value)
            switch flow.follow(source) {
            case .lost: break
            case .taken:
                names[index] = destination.taker(of: flow.enclosed, scope: text.scope, source)?.name
            case let end:
                let outer = texts.add(value, text.tokens.lowerBound, end, text.scope, outline)
                // A text that a sum continues is one longer text.
                if outer == index, texts.all[index].tokens != text.tokens { continue }
            }
            index += 1
        }
        for index in texts.all.indices {
            guard let name = names[index] else { continue }
            compose(texts.all[index], name, source)
        }
        nameFacts(names)
    }

    private mutating func compose(
        _ text: PythonTextShape,
        _ name: ValueName,
        _ source: Span<UInt8>
    ) {
        let value = PythonValue(text)
        analysis.compositions.append(
            Composition(
                range: bytes(of: text.tokens),
                form: text.form,
                ingredients: value.ingredients,
                template: PythonTemplate.of(text, outline, source),
                function: function(around: text.scope, source),
                name: name,
                entropy: value.entropy
            )
        )
    }

    /// Gives generations and cuts inside a text the name of what takes the text.
    private mutating func nameFacts(_ names: [Int: ValueName]) {
        guard !texts.unnamed.isEmpty else { return }
        var nameByToken: [Int: ValueName] = [:]
        for (index, name) in names {
            for ingredient in texts.all[index].ingredients { nameByToken[ingredient.token] = name }
        }
        for fact in texts.unnamed {
            guard let name = nameByToken[fact.token] else { continue }
            if fact.isCut {
                analysis.cuts[fact.index].name = name
            } else {
                analysis.generations[fact.index].taker = name
                if analysis.generations[fact.index].ingredient != .uuid {
                    analysis.generations[fact.index].name = name
                }
            }
        }
    }
}
