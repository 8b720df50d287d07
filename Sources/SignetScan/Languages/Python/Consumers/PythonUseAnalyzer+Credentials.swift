extension PythonUseAnalyzer {
    /// Reads `token = session_id`, `call(password=user_id)`, `{"api_key": user_id}` and
    /// `f"Bearer {session_id}"`.
    mutating func credential(_ range: Range<Int>, named index: Int, _ source: Span<UInt8>) {
        let before = range.lowerBound - 1
        guard before > 0, endsValue(range.upperBound) else { return }
        var target: String?
        switch outline.tokens[before].op {
        case .equal:
            guard let name = outline.target(before: before) else { return }
            target =
                name == before - 1 || outline.isName(at: name)
                ? text(name, source)
                : outline.content(ofString: name, source).map { decoded($0, source) }
        case .colon:
            target = outline.content(ofString: before - 1, source).map { decoded($0, source) }
        case .leftBrace where outline.tokens[before - 1].kind == .fstringMiddle:
            let literal = source.extracting(outline.tokens[before - 1].range)
            if literal.ends(with: "Bearer ") { target = "bearer_token" }
        default: return
        }
        guard let target, CredentialName.isCredential(target),
            CredentialName.isKnownToOthers(text(index, source))
        else { return }
        add(.credential, range, subject: text(index, source), detail: target, source)
    }

    /// Whether the token at `index` ends the value before it.
    private func endsValue(_ index: Int) -> Bool {
        let token = outline.tokens[index]
        return token.kind == .newline || token.op == .comma || token.op.isClosing
    }
}
