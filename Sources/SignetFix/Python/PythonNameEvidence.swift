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

    private let outline: PythonOutline
    private let source: [UInt8]
    private let name: String

    /// Reads what a file says of `name`, and of `run_id` if the name is `run_id_2`.
    init(of name: String, _ file: PythonFile, _ source: [UInt8]) {
        outline = file.outline
        self.source = source
        self.name = name
        let bytes = Array(name.utf8)
        let count = name.reversed().prefix { $0.isNumber || $0 == "_" }.count
        let base = bytes.dropLast(count)
        for index in outline.tokens.indices {
            // Most tokens differ in length already, quotes and prefix of a text included.
            let length = outline.tokens[index].range.count
            guard length >= base.count, length <= bytes.count + 8 else { continue }
            if outline.isName(at: index) {
                guard length == base.count || length == bytes.count else { continue }
                let text = source[outline.tokens[index].range]
                guard text.elementsEqual(bytes) || text.elementsEqual(base) else { continue }
                look(at: index)
            } else if let content = outline.content(ofString: index, source.span) {
                isKey = isKey || source[content].elementsEqual(base)
            }
        }
    }

    /// Whether anything but the variable is called so.
    var isCommon: Bool { isShared || isKey }

    /// Whether the file has a class of the kind, or uses one: `Dataset` for `dataset`.
    func hasClass(named kind: String) -> Bool {
        outline.tokens.indices.contains { index in
            guard outline.isName(at: index),
                (0x41...0x5a).contains(source[Int(outline.tokens[index].start)])
            else { return false }
            let name = text(index)
            return name.contains(where: \.isLowercase)
                && NameWords.of(name).joined(separator: "_") == kind
        }
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
            text(start - 2) == "str", outline.isOp(.rightParen, at: end)
        {
            (start, end) = (start - 2, end + 1)
        }
        let token = outline.tokens[end]
        guard [.comma, .rightParen, .rightBrace].contains(token.op) || token.kind == .newline else {
            return nil
        }
        if outline.isOp(.equal, at: start - 1) { return target(before: start - 1) }
        if outline.isOp(.colon, at: start - 1),
            let content = outline.content(ofString: start - 2, source.span)
        {
            return (ValueName(String(decoding: source[content], as: UTF8.self), .entry), nil)
        }
        guard outline.isOp(.leftParen, at: start - 1), outline.isName(at: start - 2),
            !outline.isWord(.def, at: start - 3)
        else { return nil }
        return (ValueName(text(start - 2), .argument, callee: text(start - 2)), start - 2)
    }

    private func target(before equal: Int) -> (name: ValueName, callee: Int?)? {
        if isInArguments(equal), outline.isName(at: equal - 1) {
            let callee = outline.callee(around: equal)
            return (ValueName(text(equal - 1), .keyword, callee: callee.map(text)), callee)
        }
        guard let target = outline.target(before: equal) else { return nil }
        if let content = outline.content(ofString: target, source.span) {
            return (ValueName(String(decoding: source[content], as: UTF8.self), .attribute), nil)
        }
        return outline.isOp(.dot, at: target - 1)
            ? (ValueName(text(target), .attribute), nil) : nil
    }

    private func text(_ index: Int) -> String {
        String(decoding: source[outline.tokens[index].range], as: UTF8.self)
    }
}
