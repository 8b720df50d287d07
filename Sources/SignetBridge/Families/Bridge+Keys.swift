import Signet

extension Bridge {
    /// Reads a key of Redis: words and IDs between colons.
    func readKey(_ text: Span<UInt8>, into detection: inout Detection) {
        guard let first = text.colon(from: 0), first > 0, first + 1 < text.count else { return }
        if text.starts(with: "usage:"), readUsage(text, into: &detection) { return }
        if text.starts(with: "user_sessions:") {
            addKey(owner: 14..<text.count, into: &detection)
        } else if text.starts(with: "user:") {
            readUserKey(text, into: &detection)
        } else if isID(text, 0..<first) {
            addKey(embedded: 0..<first, rest: first + 1..<text.count, into: &detection)
        } else if let last = text.lastColon, last + 1 < text.count {
            readSuffix(text, last, into: &detection)
        }
    }

    /// Reads `user:{owner}:{key}`; either may hold a colon, and then there are several readings.
    private func readUserKey(_ text: Span<UInt8>, into detection: inout Detection) {
        var end = text.colon(from: 5)
        guard end != nil else { return addKey(owner: 5..<text.count, into: &detection) }
        while let colon = end {
            if colon > 5 {
                addKey(owner: 5..<colon, rest: colon + 1..<text.count, into: &detection)
            }
            end = text.colon(from: colon + 1)
        }
    }

    /// Reads `usage:{owner}:{tool}:{date}`.
    private func readUsage(_ text: Span<UInt8>, into detection: inout Detection) -> Bool {
        let date = text.count - 8
        guard date > 9, text[date - 1] == UInt8(ascii: ":"), CalendarDigits.isDate(text, at: date)
        else { return false }
        var tool = date - 2
        while tool > 6, text[tool] != UInt8(ascii: ":") { tool -= 1 }
        guard tool > 6, tool + 1 < date - 1 else { return false }
        var reading = Reading(.calendar)
        reading[.prefix] = 0..<5
        reading[.owner] = 6..<tool
        reading[.type] = tool + 1..<date - 1
        detection.add(reading)
        return true
    }

    /// Reads `{words}:{ID}` and the keys of which the prefix says what stands behind it.
    private func readSuffix(_ text: Span<UInt8>, _ last: Int, into detection: inout Detection) {
        let isNamed =
            text.starts(with: "auth:session:") || text.starts(with: "session:")
            || text.starts(with: "revoked_token:") || text.starts(with: "agent_state:")
        guard isNamed || isID(text, last + 1..<text.count) else { return }
        var reading = Reading(.redisKey, isNamed ? .certain : .likely)
        reading[.prefix] = 0..<last
        reading[.embedded] = last + 1..<text.count
        detection.add(reading)
    }

    private func addKey(
        owner: Range<Int>? = nil,
        embedded: Range<Int>? = nil,
        rest: Range<Int>? = nil,
        into detection: inout Detection
    ) {
        var reading = Reading(.redisKey)
        reading[.owner] = owner
        reading[.embedded] = embedded
        reading[.operation] = rest
        detection.add(reading)
    }

    /// Whether a range without a colon is an ID of any family.
    private func isID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let part = text.extracting(range)
        for offset in part.indices where part[offset] == UInt8(ascii: ":") { return false }
        return detect(part).count > 0
    }
}

extension Span<UInt8> {
    /// Where the first colon from an offset on stands, or nil.
    fileprivate func colon(from start: Int) -> Int? {
        for offset in start..<Swift.max(start, count) where self[offset] == UInt8(ascii: ":") {
            return offset
        }
        return nil
    }

    /// Where the last colon stands, or nil.
    fileprivate var lastColon: Int? {
        for offset in indices.reversed() where self[offset] == UInt8(ascii: ":") { return offset }
        return nil
    }
}
