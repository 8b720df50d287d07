/// Reads the directives of one source out of its comments.
struct DirectiveReader {
    /// What every directive begins with.
    static let mark = ByteSearch("signet:")

    private let file: ScannedFile
    private var lines = LineCursor()
    private var fingerprints: Fingerprinter
    private var directives: [Directive] = []
    /// The indices of directives alone on their lines, and the lines where their comments end.
    private var alone: [(index: Int, lastLine: Int)] = []

    private init(_ file: ScannedFile) {
        self.file = file
        fingerprints = Fingerprinter(rule: SuppressionRule.ruleName, path: file.path)
    }

    /// The directives in the comments of a source.
    ///
    /// - Parameters:
    ///   - comments: The bytes of the comments, in the order of the source.
    ///   - source: The source.
    ///   - file: Where it stands.
    /// - Returns: The directives, in the order of the source.
    static func directives(
        in comments: [Range<Int>],
        _ source: Span<UInt8>,
        of file: ScannedFile
    ) -> [Directive] {
        if comments.isEmpty { return [] }
        var reader = DirectiveReader(file)
        for comment in comments { reader.read(comment, source) }
        reader.aimAloneOnes()
        return reader.directives
    }

    private mutating func read(_ comment: Range<Int>, _ source: Span<UInt8>) {
        let text = source.extracting(comment)
        var from = 0
        while let place = Self.mark.firstOffset(in: text, from: from) {
            from = place + 7
            let start = comment.lowerBound + place
            guard Self.followsMark(start, comment.lowerBound, source) else { continue }
            var end = start
            while end < comment.upperBound, !Self.endsLine(source[end]) { end += 1 }
            let words = Self.words(source.extracting(from + comment.lowerBound..<end))
            guard let text = DirectiveText(words[...]) else { continue }
            append(text, start..<end, comment, source)
        }
    }

    /// Whether nothing but blanks stands between `start` and a mark that begins comments.
    private static func followsMark(_ start: Int, _ lowest: Int, _ source: Span<UInt8>) -> Bool {
        var index = start
        while index > lowest {
            index -= 1
            if source[index] == 0x20 || source[index] == 0x09 { continue }
            return "#/*-!".utf8.contains(source[index])
        }
        return false
    }

    /// The text of a line of a comment, without what closes the comment.
    private static func words(_ bytes: Span<UInt8>) -> String {
        var text: [UInt8] = []
        text.append(contentsOf: bytes)
        while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
        if text.suffix(2) == [0x2a, 0x2f] { text.removeLast(2) }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func append(
        _ text: DirectiveText,
        _ range: Range<Int>,
        _ comment: Range<Int>,
        _ source: Span<UInt8>
    ) {
        let start = lines.location(of: range.lowerBound, in: source)
        let end = lines.location(of: range.upperBound, in: source)
        let isTooLow = text.isForFile && start.line > Directive.lastLineForFile
        if !text.isForFile, Self.isAlone(comment, source) {
            let last = lines.location(of: comment.upperBound, in: source).line
            alone.append((directives.count, last))
        }
        directives.append(
            Directive(
                path: file.path,
                language: file.language,
                service: file.service,
                isTest: file.isTest,
                start: start,
                end: end,
                scope: text.isForFile ? .file : .line(start.line),
                rules: text.rules,
                reason: text.reason,
                until: text.until,
                fault: text.fault ?? (isTooLow ? .tooLow : nil),
                fingerprint: fingerprints.fingerprint(of: source.extracting(range), in: nil)
            )
        )
    }

    /// Lets directives that stand alone speak for the next line that is none of them.
    private mutating func aimAloneOnes() {
        var next: (line: Int, target: Int)?
        for (index, lastLine) in alone.reversed() {
            var target = lastLine + 1
            if let next, next.line == target { target = next.target }
            next = (directives[index].start.line, target)
            directives[index].scope = .line(target)
        }
    }

    /// Whether nothing but blanks stands on the lines of a comment beside it.
    private static func isAlone(_ comment: Range<Int>, _ source: Span<UInt8>) -> Bool {
        var index = comment.lowerBound
        while index > 0, !endsLine(source[index - 1]) {
            index -= 1
            if source[index] != 0x20 && source[index] != 0x09 { return false }
        }
        index = comment.upperBound
        while index < source.count, !endsLine(source[index]) {
            if source[index] != 0x20 && source[index] != 0x09 { return false }
            index += 1
        }
        return true
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }
}
