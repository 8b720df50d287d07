import Signet

extension Bridge {
    /// The beginnings of IDs that earlier generators put into others.
    private static let embeddable: [StaticString] = [
        "run_", "thread_", "req_", "session_", "ws_client_", "ws_conn_", "ws_",
    ]

    /// What an event's name may be in `{event}_{user}_{run}_{milliseconds}_{8 digits}`.
    private static let events: [StaticString] = [
        "agent_started_", "agent_thinking_", "tool_executing_", "tool_completed_",
        "agent_completed_", "agent_error_",
    ]

    /// Reads `{run}_checkpoint_{number}`; the run may be a plain UUID.
    func readCheckpoint(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) -> Bool {
        guard tail[0].isDecimal, tail[1].count == 10,
            text.starts(with: "checkpoint", at: tail[1].start)
        else { return false }
        let range = 0..<tail.head(before: 1)
        guard isWholeID(text, range) || text.startOfUUID(endingAt: range.upperBound) == 0 else {
            return false
        }
        var reading = Reading(.joined, .certain)
        reading[.embedded] = range
        reading[.number] = tail[0].range
        detection.add(reading)
        return true
    }

    /// Reads texts that hold another ID whole.
    func readJoined(_ text: Span<UInt8>, _ tail: TextTail, into detection: inout Detection) -> Bool
    {
        if text.starts(with: "tool_exec_"), tail.isMilliseconds(0, in: text) {
            return readTool(text, tail, into: &detection)
        }
        if text.starts(with: "defensive_auth_") {
            return readOwned(text, 15..<text.count, Reading(.joined), into: &detection)
        }
        // A run around its thread is a family of its own.
        if thread(in: text, tail) != nil { return false }
        let isTimed = tail.isMilliseconds(0, in: text)
        let isRandom = tail[0].isHex && tail[0].count == 8
        guard isTimed || isRandom else { return false }
        let isEvent = isRandom && tail.isMilliseconds(1, in: text)
        let end = tail.head(before: isEvent ? 1 : 0)
        var reading = Reading(.joined)
        var start = 0
        if isTimed || isEvent { reading.time = text.decimal(tail[isEvent ? 1 : 0].range) }
        if !isTimed { reading[.random] = tail[0].range }
        if isEvent {
            for event in Self.events where text.starts(with: event) {
                start = event.utf8CodeUnitCount
                reading[.type] = 0..<start - 1
            }
        }
        let isSplit = !isEvent || start > 0
        return readOwned(text, start..<end, reading, isSplit, into: &detection)
            || (isTimed || isEvent)
                && addUUID(text, start..<end, reading, isSplit, into: &detection)
    }

    /// Reads a plain UUID, or one of a known prefix, behind an owner.
    private func addUUID(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: Reading,
        _ isSplit: Bool,
        into detection: inout Detection
    ) -> Bool {
        guard let start = text.startOfUUID(endingAt: range.upperBound),
            start > range.lowerBound + 1, text.isSeparator(start - 1)
        else { return false }
        var reading = reading
        if isWholeID(text, range) {
            reading[.embedded] = range
        } else {
            reading[isSplit ? .owner : .prefix] = range.lowerBound..<start - 1
            reading[.embedded] = start..<range.upperBound
        }
        detection.add(reading)
        return true
    }

    /// Reads `{owner}_{ID}` in every way in which the ID is a whole one.
    ///
    /// Where the owner cannot be told from what stands before it, nobody is the owner.
    private func readOwned(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: Reading,
        _ isSplit: Bool = true,
        into detection: inout Detection
    ) -> Bool {
        var reading = reading
        let count = detection.count
        var offset = range.lowerBound
        while offset + 4 < range.upperBound {
            defer { offset += 1 }
            guard offset > range.lowerBound, text[offset] == UInt8(ascii: "_") else { continue }
            let candidate = offset + 1..<range.upperBound
            guard isWholeID(text, candidate) else { continue }
            reading[isSplit ? .owner : .prefix] = range.lowerBound..<offset
            reading[.embedded] = candidate
            detection.add(reading)
            // What stands inside the longest ID is a part of it: a thread's ID inside a run's.
            if text.starts(with: "run_thread_", at: offset + 1) { break }
        }
        return detection.count > count
    }

    /// Reads `tool_exec_{run}_{tool}_{milliseconds}` in every way in which the run is a whole ID.
    private func readTool(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) -> Bool {
        let start = 10
        let body = tail.head(before: 0)
        var end = body
        while end > start {
            end -= 1
            guard text[end] == UInt8(ascii: "_"), isWholeID(text, start..<end) else { continue }
            var reading = Reading(.joined, kind: .tool, time: text.decimal(tail[0].range))
            reading[.embedded] = start..<end
            reading[.type] = end + 1..<body
            detection.add(reading)
            if text.starts(with: "run_thread_", at: start) { break }
        }
        return detection.count > 0
    }

    /// Whether a range holds an ID whole: a known beginning, and an end that no ID goes beyond.
    func isWholeID(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var isKnown = false
        var prefix = 0
        for name in Self.embeddable where text.starts(with: name, at: range.lowerBound) {
            isKnown = true
            prefix = max(prefix, name.utf8CodeUnitCount)
        }
        guard isKnown, range.count > prefix else { return false }
        let part = text.extracting(range)
        if let start = part.startOfUUID(endingAt: part.count) { return start >= prefix }
        let tail = TextTail(part, end: part.count)
        guard tail[0].isHex, tail[0].count >= 8, tail[0].count <= 16 else { return false }
        // A number before the digits, or the digits at once.
        return tail[0].count == 8 && tail[1].isDecimal && tail[1].start >= prefix
            || tail[0].start == prefix
    }
}
