import Signet

extension Bridge {
    /// Reads texts that end in a time, alone or with digits behind it.
    func readTimed(_ text: Span<UInt8>, _ tail: TextTail, into detection: inout Detection) -> Bool {
        if tail.isMilliseconds(0, in: text) {
            addTimed(text, timeAt: 0, tail, into: &detection)
            return true
        }
        if tail.isSeconds(0, in: text) || isFraction(text, tail[0]) {
            addSeconds(text, tail, into: &detection)
            return true
        }
        if tail[0].isDecimal, tail[0].count <= 4, tail.isSeconds(1, in: text),
            tail.head(before: 1) > 0
        {
            // Seconds and a hash modulo 10,000.
            var reading = Reading(.hash, time: seconds(text, tail[1]))
            setHead(text, end: tail.head(before: 1), in: &reading)
            reading.kind = kind(of: text, end: tail.head(before: 1))
            reading[.random] = tail[0].range
            detection.add(reading)
            return true
        }
        let isMilliseconds = tail.isMilliseconds(1, in: text)
        guard isMilliseconds || tail.isSeconds(1, in: text), tail.head(before: 1) > 0 else {
            return false
        }
        let isRandom = tail[0].isHex && (4...16).contains(tail[0].count)
        let isNumber = isMilliseconds && tail[0].isDecimal && tail[0].count <= 9
        if isNumber { readClassic(text, tail, hasRandom: false, into: &detection) }
        // Eight digits and more are random ones; fewer are a counter just as well.
        if isRandom { addTimed(text, timeAt: 1, tail, into: &detection) }
        return isRandom || isNumber
    }

    private func addTimed(
        _ text: Span<UInt8>,
        timeAt index: Int,
        _ tail: TextTail,
        into detection: inout Detection
    ) {
        let head = tail.head(before: index)
        let isSeconds = tail.isSeconds(index, in: text)
        var reading = Reading(.timed, kind: kind(of: text, end: head))
        reading.time = isSeconds ? seconds(text, tail[index]) : text.decimal(tail[index].range)
        if index == 1 { reading[.random] = tail[0].range }
        if index == 1, !isSeconds, tail[0].count == 8, let range = environment(text, head) {
            reading.family = .environment
            reading.certainty = .certain
            reading[.prefix] = 0..<range.lowerBound - 1
            reading[.environment] = range
        } else if isSeconds, let owner = OwnerHead.owner(in: text, end: head) {
            reading.family = .owned
            reading[.prefix] = 0..<owner.lowerBound - 1
            reading[.owner] = owner
        } else {
            setHead(text, end: head, in: &reading)
            // The second generation of contexts made runs of an operation and a time alone.
            if index == 0, reading.kind == nil {
                reading[.operation] = 0..<head
                reading[.prefix] = nil
                reading.generations = 1 << 2
            }
        }
        detection.add(reading)
    }

    /// Reads seconds, perhaps with a fraction; the texts that have them name a user before.
    private func addSeconds(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) {
        let head = tail.head(before: 0)
        var reading = Reading(.timed, kind: kind(of: text, end: head))
        reading.time = seconds(text, tail[0])
        if let owner = OwnerHead.owner(in: text, end: head) {
            reading[.owner] = owner
            reading[.prefix] = 0..<owner.lowerBound - 1
        } else if text.starts(with: "thread_"), head > 7 {
            reading[.owner] = 7..<head
            reading[.prefix] = 0..<6
        } else {
            setHead(text, end: head, in: &reading)
        }
        detection.add(reading)
    }

    /// The milliseconds of seconds, with up to three digits of their fraction.
    private func seconds(_ text: Span<UInt8>, _ field: TextTail.Field) -> UInt64? {
        guard let whole = text.decimal(field.start..<field.start + 10) else { return nil }
        guard field.count > 13 else { return whole * 1000 }
        return whole * 1000 + (text.decimal(field.start + 11..<field.start + 14) ?? 0)
    }

    /// Whether a field is ten digits, a point and six digits.
    private func isFraction(_ text: Span<UInt8>, _ field: TextTail.Field) -> Bool {
        field.count == 17 && text[field.start] == UInt8(ascii: "1")
            && text[field.start + 10] == UInt8(ascii: ".")
            && text.isDecimal(field.start..<field.start + 10)
            && text.isDecimal(field.start + 11..<field.end)
    }

    private static let environments: [StaticString] = ["staging", "prod", "dev"]

    private func environment(_ text: Span<UInt8>, _ head: Int) -> Range<Int>? {
        guard text.starts(with: "ws_") else { return nil }
        for name in Self.environments
        where head == 3 + name.utf8CodeUnitCount && text.starts(with: name, at: 3) {
            return 3..<head
        }
        return nil
    }
}
