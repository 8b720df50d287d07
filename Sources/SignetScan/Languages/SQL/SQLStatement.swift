/// The tokens of one statement, and how to find one's way among them.
///
/// Positions outside of the statement are asked for freely: there are no names and symbols there.
struct SQLStatement {
    /// The tokens.
    let tokens: [SQLToken]

    /// What stands at `index`.
    func symbol(_ index: Int) -> SQLSymbol {
        tokens.indices.contains(index) ? tokens[index].symbol : .other
    }

    /// The class of the token at `index`; `nil` outside of the statement.
    func kind(_ index: Int) -> SQLToken.Kind? {
        tokens.indices.contains(index) ? tokens[index].kind : nil
    }

    /// Whether a name or keyword stands at `index`.
    func isName(_ index: Int) -> Bool {
        let kind = kind(index)
        return kind == .word || kind == .quotedName
    }

    /// Whether the word at `index` is the name of a function that is called there.
    func isCall(_ index: Int) -> Bool { isName(index) && symbol(index + 1) == .leftParen }

    /// Where the other bracket of the one at `index` stands; `nil` if there is none.
    func partner(of index: Int) -> Int? {
        guard tokens.indices.contains(index), tokens[index].partner != 0 else { return nil }
        return index + Int(tokens[index].partner)
    }

    /// The name at `index`, without quotes.
    func name(_ index: Int, _ source: Span<UInt8>) -> String {
        let range = tokens[index].range
        guard tokens[index].kind == .quotedName, range.count >= 2 else {
            return source.text(in: range)
        }
        return source.text(in: range.dropFirst().dropLast())
    }

    /// The function that is called at `index`, if its meaning is known.
    func function(_ index: Int, _ source: Span<UInt8>) -> SQLFunction? {
        guard isCall(index), tokens[index].range.count <= 40 else { return nil }
        return SQLFunction.named(source.extracting(tokens[index].range).lowercasedText)
    }

    /// The content of the text at `index`, as it is written; `nil` if there is no text.
    func literal(_ index: Int, _ source: Span<UInt8>) -> String? {
        guard kind(index) == .string else { return nil }
        var range = tokens[index].range
        while let first = range.first, source[first] != UInt8(ascii: "'") {
            if source[first] == UInt8(ascii: "$") { return nil }
            range = range.dropFirst()
        }
        guard range.count >= 2 else { return nil }
        return source.text(in: range.dropFirst().dropLast())
    }

    /// The number at `index`.
    func number(_ index: Int, _ source: Span<UInt8>) -> Int? {
        guard kind(index) == .number, tokens[index].range.count <= 6 else { return nil }
        return Int(source.text(in: tokens[index].range))
    }

    /// The bytes from the first to the last of `tokens`.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
    }

    /// The index after the token at `index`, or after the brackets that it opens.
    func next(_ index: Int) -> Int {
        if let partner = partner(of: index), partner > index { return partner + 1 }
        return index + 1
    }

    /// The parts of `range` between the commas that stand in no brackets.
    func elements(_ range: Range<Int>) -> [Range<Int>] {
        var elements: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            if symbol(index) == .comma {
                elements.append(start..<index)
                start = index + 1
            }
            index = next(index)
        }
        if start < range.upperBound { elements.append(start..<range.upperBound) }
        return elements
    }

    /// The arguments of the function that is called at `index`.
    func arguments(_ index: Int) -> [Range<Int>] {
        guard let end = partner(of: index + 1) else { return [] }
        return elements(index + 2..<end)
    }

    /// The first place from `index` on, in no brackets, where `stops` says so; else the end.
    func first(from index: Int, where stops: (SQLSymbol) -> Bool) -> Int {
        var index = index
        while index < tokens.count, !stops(symbol(index)) { index = next(index) }
        return min(index, tokens.count)
    }

    /// The index behind a name with its qualifiers, such as `public.users`; `index` if none is there.
    func endOfQualifiedName(_ index: Int) -> Int {
        guard isName(index) else { return index }
        var index = index + 1
        while symbol(index) == .dot, isName(index + 1) { index += 2 }
        return index
    }

    /// The index of the first qualifier of the name at `index`; no name has more than four.
    func startOfQualifiedName(_ index: Int) -> Int {
        var index = index
        for _ in 0..<4 where symbol(index - 1) == .dot && isName(index - 2) { index -= 2 }
        return index
    }
}
