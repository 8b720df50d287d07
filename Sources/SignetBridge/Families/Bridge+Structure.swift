import Signet

extension Bridge {
    /// Reads the families whose shape shows at the right end of a text.
    func readStructure(_ text: Span<UInt8>, into detection: inout Detection) {
        if isBareHash(text) {
            // Half a UUID and a cut SHA-256 look alike.
            var reading = Reading(.truncated)
            reading[.random] = 0..<text.count
            detection.add(reading)
            reading.family = .hash
            return detection.add(reading)
        }
        if readUUIDTail(text, into: &detection) { return }
        let tail = TextTail(text, end: text.count)
        if readCheckpoint(text, tail, into: &detection) { return }
        let head = tail.head(before: 0)
        guard head > 0, tail[0].count > 0, text.isPrefix(0..<head) else { return }
        if readJoined(text, tail, into: &detection) { return }
        if readNumbered(text, tail, into: &detection) { return }
        if readTimed(text, tail, into: &detection) { return }
        if readCalendar(text, tail, into: &detection) { return }
        if readNumbers(text, tail, into: &detection) { return }
        readTruncated(text, tail, into: &detection)
    }

    private func isBareHash(_ text: Span<UInt8>) -> Bool {
        guard text.count == 16, text.isHex(text.indices) else { return false }
        return !text.isDecimal(text.indices)
    }

    /// Reads a UUID behind a prefix: its 36 characters or its 32 digits.
    private func readUUIDTail(_ text: Span<UInt8>, into detection: inout Detection) -> Bool {
        guard let start = text.startOfUUID(endingAt: text.count), start > 1,
            text.isSeparator(start - 1), text.isPrefix(0..<start - 1)
        else { return false }
        var reading = Reading(.prefixedUUID, .certain, kind: kind(of: text, end: start - 1))
        setHead(text, end: start - 1, in: &reading)
        reading[.random] = start..<text.count
        // A whole UUID is a name of its own: whoever looks for it finds this text too.
        reading[.embedded] = start..<text.count
        detection.add(reading)
        return true
    }

    /// Reads a prefix and a cut UUID, with or without an owner between them.
    private func readTruncated(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) {
        let last = tail[0]
        // A short word of the letters a to f is a word: it takes a digit to be a cut UUID.
        guard last.isHex, (4...16).contains(last.count), last.hasDigit || last.count >= 8 else {
            return
        }
        let head = tail.head(before: 0)
        // Behind a hyphen, four to seven digits are a year or a page as well.
        guard text[head] == UInt8(ascii: "_") || last.count >= 8 else { return }
        var reading = Reading(.truncated, kind: kind(of: text, end: head))
        if let owner = OwnerHead.owner(in: text, end: head) {
            reading.family = .owned
            reading[.owner] = owner
            reading[.prefix] = 0..<owner.lowerBound - 1
        } else {
            setHead(text, end: head, in: &reading)
        }
        reading[.random] = last.range
        detection.add(reading)
    }

    /// The declared kind that a prefix spells, with `_` or `-` behind it.
    func kind(of text: Span<UInt8>, end: Int) -> Kind? {
        if let (kind, _, _) = catalog.longestKind(text, end: end) { return kind }
        var hyphen = 0
        while hyphen < end, text[hyphen] != UInt8(ascii: "-") { hyphen += 1 }
        guard hyphen < end else { return nil }
        return catalog.longestKind(text.extracting(first: hyphen), end: hyphen)
            .flatMap { $0.count == hyphen ? $0.kind : nil }
    }

    /// Keeps the prefix, and the operation of the kinds that have one and nothing else.
    func setHead(_ text: Span<UInt8>, end: Int, in reading: inout Reading) {
        guard end > 0 else { return }
        reading[.prefix] = 0..<end
        guard let (kind, _, count) = catalog.longestKind(text, end: end), count + 1 < end,
            kind == .thread || kind == .run || kind == .req
        else { return }
        reading[.prefix] = 0..<count
        reading[.operation] = count + 1..<end
    }
}

extension Span<UInt8> {
    /// Whether a byte is `_` or `-`.
    func isSeparator(_ offset: Int) -> Bool {
        self[offset] == UInt8(ascii: "_") || self[offset] == UInt8(ascii: "-")
    }

    /// Where a UUID of 36 or 32 characters starts that ends at an offset, or nil.
    func startOfUUID(endingAt end: Int) -> Int? {
        guard end >= 32 else { return nil }
        if end >= 36, self[end - 28] == UInt8(ascii: "-"),
            Core(anySpelling: extracting(end - 36..<end)) != nil
        {
            return end - 36
        }
        return Core(anySpelling: extracting(end - 32..<end)) != nil ? end - 32 : nil
    }

    /// Whether another text stands at an offset.
    func starts(with word: StaticString, at offset: Int) -> Bool {
        guard offset <= count else { return false }
        return extracting(offset..<count).starts(with: word)
    }

    /// Whether two ranges of two texts hold the same bytes.
    func isEqual(_ range: Range<Int>, _ other: Span<UInt8>, _ otherRange: Range<Int>) -> Bool {
        guard range.count == otherRange.count else { return false }
        for offset in 0..<range.count
        where self[range.lowerBound + offset] != other[otherRange.lowerBound + offset] {
            return false
        }
        return true
    }
}
