import SignetScan

/// What a file says of a variable that takes an identifier, beside the variable's own name.
///
/// The name of a variable often says what part the identifier plays, such as `reader_id`, and not
/// what it names. What the variable is handed on to, and whether anything but a variable is called
/// so, tells the two apart.
struct PythonNameEvidence {
    /// The names under which the variable is handed on: `workflow_id` of `f(workflow_id=reader_id)`.
    private(set) var receivers: [(name: ValueName, callee: Int?)] = []
    /// Whether a field, parameter or keyword of the file has the same name.
    private(set) var isShared = false
    /// Whether a key or another text of the file is the name.
    private(set) var isKey = false

    private let source: PythonSource
    private let name: String

    private var outline: PythonOutline { source.outline }

    /// Reads what a file says of `name`, and of `run_id` if the name is `run_id_2`.
    init(of name: String, _ source: PythonSource) {
        self.source = source
        self.name = name
        let word = Array(name.utf8)
        let count = name.reversed().prefix { $0.isNumber || $0 == "_" }.count
        let base = Array(word.dropLast(count))
        let (outline, bytes) = (source.outline, source.text)
        let tokens = outline.tokens.span
        let text = bytes.span
        for index in tokens.indices {
            // Most tokens differ in length already, quotes and prefix of a text included.
            let token = tokens[index]
            let length = Int(token.end - token.start)
            guard length >= base.count, length <= word.count + 8 else { continue }
            switch token.kind {
            case .name where length == base.count || length == word.count:
                let own = text.extracting(token.range)
                if own.starts(with: base.span), own.count == base.count || own.equals(name),
                    outline.isName(at: index)
                {
                    look(at: index)
                }
            case .string where !isKey:
                guard let content = outline.content(ofString: index, text) else { continue }
                isKey =
                    content.count == base.count && text.extracting(content).starts(with: base.span)
            default: break
            }
        }
    }

    /// Whether anything but the variable is called so.
    var isCommon: Bool { isShared || isKey }

    /// Whether the file has a class of the kind, or uses one: `Dataset` for `dataset`.
    func hasClass(named kind: String) -> Bool {
        let letters = kind.utf8.filter { !NameWords.isSeparator($0) }
        let (outline, bytes) = (source.outline, source.text)
        let tokens = outline.tokens.span
        let text = bytes.span
        for index in tokens.indices where tokens[index].kind == .name {
            // Most names have other letters already.
            guard (0x41...0x5a).contains(text[Int(tokens[index].start)]),
                Self.hasLetters(text.extracting(tokens[index].range), letters),
                outline.isName(at: index)
            else { continue }
            let name = source.text(at: index)
            if name.contains(where: \.isLowercase),
                NameWords.of(name).joined(separator: "_") == kind
            {
                return true
            }
        }
        return false
    }

    /// Whether a name has these letters in any case, whatever divides its words.
    private static func hasLetters(_ name: Span<UInt8>, _ letters: [UInt8]) -> Bool {
        var next = 0
        for index in name.indices.prefix(64) where !NameWords.isSeparator(name[index]) {
            let byte = (0x41...0x5a).contains(name[index]) ? name[index] | 0x20 : name[index]
            guard next < letters.count, letters[next] == byte else { return false }
            next += 1
        }
        return next == letters.count
    }

    private mutating func look(at index: Int) {
        if outline.isOp(.dot, at: index - 1) {
            isShared = isShared || !outline.isOp(.leftParen, at: index + 1)
        } else if isInArguments(index), outline.isOp(.equal, at: index + 1) || isParameter(index) {
            isShared = true
        } else if let receiver = receiver(of: index), receiver.name.text != name {
            receivers.append(receiver)
        }
    }

    /// Whether the innermost bracket around a token is that of a call or of a function's head.
    private func isInArguments(_ index: Int) -> Bool {
        guard let open = outline.opening(around: index), outline.isOp(.leftParen, at: open) else {
            return false
        }
        return outline.endsExpression(at: open - 1)
    }

    private func isParameter(_ index: Int) -> Bool {
        outline.opening(around: index).map { outline.isWord(.def, at: $0 - 2) } ?? false
    }

    /// What takes the variable at `index`, if it takes it whole.
    private func receiver(of index: Int) -> (name: ValueName, callee: Int?)? {
        var (start, end) = (index, index + 1)
        while outline.isOp(.leftParen, at: start - 1), outline.isName(at: start - 2),
            source.text(at: start - 2) == "str", outline.isOp(.rightParen, at: end)
        {
            (start, end) = (start - 2, end + 1)
        }
        let token = outline.tokens[end]
        guard [.comma, .rightParen, .rightBrace].contains(token.op) || token.kind == .newline else {
            return nil
        }
        if outline.isOp(.equal, at: start - 1) { return target(before: start - 1) }
        if outline.isOp(.colon, at: start - 1),
            let key = source.literal(at: start - 2)
        {
            return (ValueName(key, .entry), nil)
        }
        guard outline.isOp(.leftParen, at: start - 1), outline.isName(at: start - 2),
            !outline.isWord(.def, at: start - 3)
        else { return nil }
        let name = source.text(at: start - 2)
        return (ValueName(name, .argument, callee: name), start - 2)
    }

    private func target(before equal: Int) -> (name: ValueName, callee: Int?)? {
        if isInArguments(equal), outline.isName(at: equal - 1) {
            let callee = outline.callee(around: equal)
            let name = source.text(at: equal - 1)
            return (ValueName(name, .keyword, callee: callee.map(source.text(at:))), callee)
        }
        guard let target = outline.target(before: equal) else { return nil }
        if let key = source.literal(at: target) {
            return (ValueName(key, .attribute), nil)
        }
        return outline.isOp(.dot, at: target - 1)
            ? (ValueName(source.text(at: target), .attribute), nil) : nil
    }
}
