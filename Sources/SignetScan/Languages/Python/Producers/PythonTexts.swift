/// The texts of one file into which generated values are put.
struct PythonTexts {
    /// Stands for as many bits as are asked for at run time.
    static let unknownEntropy = 256

    /// The texts, in the order in which they were found.
    private(set) var all: [PythonTextShape] = []
    /// The facts whose names come from the text they are put into.
    var unnamed: [Unnamed] = []

    /// A fact about a value that is put into a text, and the value's first token.
    struct Unnamed {
        var isCut: Bool
        var index: Int
        var token: Int
    }
    /// By first token: the index of the text.
    private var known: [Int: Int] = [:]

    /// Adds a value to the text in which its way ends; gives the index of the text.
    @discardableResult
    mutating func add(
        _ value: PythonValue,
        _ token: Int,
        _ end: PythonValueFlow.End,
        _ scope: Int32,
        _ outline: PythonOutline
    ) -> Int? {
        guard let (form, tokens) = Self.extent(of: end, outline), tokens.contains(token) else {
            return nil
        }
        var value = value
        if case .method(_, let open) = end, outline.isComprehension(at: open), value.entropy > 0 {
            // As many characters as the comprehension has elements.
            value.entropy = Self.unknownEntropy
        }
        if let index = known[tokens.lowerBound] {
            if all[index].tokens.lowerBound != token {
                all[index].ingredients.append((token, value))
            }
            if all[index].tokens.upperBound < tokens.upperBound { all[index].tokens = tokens }
            return index
        }
        known[tokens.lowerBound] = all.count
        var text = PythonTextShape(form: form, tokens: tokens, scope: scope)
        text.ingredients = [(token, value)]
        all.append(text)
        return all.count - 1
    }

    /// How the text is built, and its tokens.
    private static func extent(
        of end: PythonValueFlow.End,
        _ outline: PythonOutline
    ) -> (Composition.Form, Range<Int>)? {
        switch end {
        case .field(let start):
            guard let last = outline.partner(of: start) else { return nil }
            return (.interpolation, literals(around: start..<last + 1, outline))
        case .method(_, let open):
            var call = open
            if !outline.isName(at: call - 1) || !outline.isOp(.leftParen, at: call) { call -= 1 }
            guard let close = outline.partner(of: call) else { return nil }
            let start = outline.startOfPrimary(close + 1)
            let isJoin = outline.isWord(.join, at: call - 1)
            let range = literals(around: start..<close + 1, outline)
            return (isJoin ? .join : .format, range)
        case .percent(let sign):
            let start = outline.startOfPrimary(sign)
            let end = outline.endOfPrimary(sign + 1)
            guard start < sign, end > sign + 1 else { return nil }
            return (.percent, literals(around: start..<end, outline))
        case .sum(let range): return (.sum, range)
        case .taken, .lost: return nil
        }
    }

    /// The tokens with the literals beside them, which are joined without an operator.
    private static func literals(around range: Range<Int>, _ outline: PythonOutline) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        for _ in 0..<64 where start > 0 {
            if outline.tokens[start - 1].kind == .string {
                start -= 1
            } else if outline.tokens[start - 1].kind == .fstringEnd,
                let open = outline.partner(of: start - 1)
            {
                start = open
            } else {
                break
            }
        }
        for _ in 0..<64 {
            if outline.tokens[end].kind == .string {
                end += 1
            } else if outline.tokens[end].kind == .fstringStart,
                let close = outline.partner(of: end)
            {
                end = close + 1
            } else {
                break
            }
        }
        return start..<end
    }
}
