/// The compiled rules of one ignore file; the last line that matches a path decides.
///
/// Plain names, plain paths and `*.extension`, which are nearly all lines of nearly all files, are
/// looked up by hash, so that a path costs three look-ups however many such lines there are. Only
/// lines with other wildcards are tried one by one, from the last to the first that could still
/// change the answer.
package struct IgnoreRules: Sendable {
    private var patterns: [IgnorePattern] = []
    private var byName: [UInt64: [Int]] = [:]
    private var byPath: [UInt64: [Int]] = [:]
    private var byExtension: [UInt64: [Int]] = [:]
    private var others: [Int] = []

    /// Compiles the text of an ignore file.
    package init(parsing text: Span<UInt8>, dialect: IgnorePattern.Dialect) {
        var start = text.count >= 3 && text[0] == 0xef && text[1] == 0xbb && text[2] == 0xbf ? 3 : 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
            let line = text.extracting(start..<end)
            for pattern in IgnorePattern.parse(line, dialect: dialect) { append(pattern) }
            start = end + 1
        }
    }

    /// Whether there is nothing to match.
    package var isEmpty: Bool { patterns.isEmpty }

    private mutating func append(_ pattern: IgnorePattern) {
        let index = patterns.count
        patterns.append(pattern)
        if let literal = pattern.glob.literal {
            let key = StableHash.of(literal.span)
            if pattern.matchesName {
                byName[key, default: []].append(index)
            } else {
                byPath[key, default: []].append(index)
            }
        } else if pattern.matchesName, let suffix = pattern.glob.extensionOnly {
            byExtension[StableHash.of(suffix.span), default: []].append(index)
        } else {
            others.append(index)
        }
    }

    /// What the rules say of `path`, relative to the directory of the ignore file.
    package func verdict(on path: Span<UInt8>, isDirectory: Bool) -> IgnoreVerdict {
        let name = path.lastComponentStart
        var best = -1
        func consider(_ candidates: [Int]?) {
            guard let candidates else { return }
            for index in candidates.reversed() {
                guard index > best else { return }
                if patterns[index].matches(path, name: name, isDirectory: isDirectory) {
                    best = index
                    return
                }
            }
        }
        if !byName.isEmpty { consider(byName[StableHash.of(path.extracting(name...))]) }
        if !byPath.isEmpty { consider(byPath[StableHash.of(path)]) }
        if !byExtension.isEmpty, let dot = path.lastDot(from: name) {
            consider(byExtension[StableHash.of(path.extracting((dot + 1)...))])
        }
        consider(others)
        guard best >= 0 else { return .none }
        return patterns[best].isNegated ? .include : .ignore
    }
}
