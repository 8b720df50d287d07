/// One Python source, read once for all who ask about it: a scan, the plan of its edits, and their
/// proof.
///
/// A class, so that the many who look at one source share it, and handing it on costs nothing.
package final class PythonSource: Sendable {
    /// The source: valid UTF-8 without a byte order mark.
    package let text: [UInt8]
    /// The tokens with their brackets paired and names numbered.
    package let outline: PythonOutline
    /// The scopes, bindings and uses of names.
    package let binder: PythonBinder
    /// What rules work with.
    package let analysis: SourceAnalysis

    /// Reads `text`, valid UTF-8 without a byte order mark.
    ///
    /// - Returns: `nil` if it breaks a rule of the lexer.
    package convenience init?(_ text: [UInt8]) {
        guard let file = PythonFile(text.span) else { return nil }
        self.init(text, file, file.analysis(of: text.span))
    }

    /// Keeps what somebody has read already: all facts of `text`, a source without errors.
    init(_ text: [UInt8], _ file: PythonFile, _ analysis: SourceAnalysis) {
        self.text = text
        outline = file.outline
        binder = file.binder
        self.analysis = analysis
    }

    /// The text of the token at `index`.
    package func text(at index: Int) -> String {
        String(decoding: text[outline.tokens[index].range], as: UTF8.self)
    }

    /// What stands between the quotes of the plain text literal at `index`, escapes as they are
    /// written; `nil` for other tokens.
    package func literal(at index: Int) -> String? {
        let bytes = text
        return outline.content(ofString: index, bytes.span).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    /// The texts of some tokens, without what stands between them.
    package func text(of tokens: Range<Int>) -> String {
        tokens.count == 1 ? text(at: tokens.lowerBound) : tokens.map(text(at:)).joined()
    }

    /// The bytes of some tokens, and of what stands between them.
    package func bytes(of tokens: Range<Int>) -> Range<Int> {
        let start = outline.tokens[tokens.lowerBound].start
        return Int(start)..<Int(outline.tokens[tokens.upperBound - 1].end)
    }

    /// The use of the name at `token`.
    package func reference(at token: Int) -> PythonReference? {
        binder.references.first { $0.token == token }
    }

    /// The number of the name that is spelled like this; `nil` if the source does not have it.
    package func symbol(named name: String) -> UInt32? {
        let count = name.utf8.count
        let (allTokens, bytes) = (outline.tokens, text)
        let tokens = allTokens.span
        let text = bytes.span
        for index in tokens.indices where tokens[index].kind == .name {
            let range = tokens[index].range
            if range.count == count, text.extracting(range).equals(name) {
                return outline.symbol(at: index)
            }
        }
        return nil
    }
}
