import Signet

extension Bridge {
    /// Reads the texts that end in 8 random digits behind a number, and their kin without them.
    func readNumbered(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) -> Bool {
        guard tail[0].isHex, tail[0].count == 8, tail[1].isDecimal, tail.head(before: 1) > 0,
            text[tail[0].start - 1] == UInt8(ascii: "_")
        else { return false }
        if tail.isMilliseconds(2, in: text), tail.head(before: 2) > 0 {
            readClassic(text, tail, hasRandom: true, into: &detection)
        } else if let thread = thread(in: text, tail) {
            var reading = Reading(.runOfThread, .certain, kind: .run)
            reading[.embedded] = thread
            reading[.number] = tail[1].range
            reading[.random] = tail[0].range
            if tail.isMilliseconds(1, in: text) { reading.time = text.decimal(tail[1].range) }
            detection.add(reading)
        } else if tail.isMilliseconds(1, in: text) || tail.isSeconds(1, in: text) {
            return false
        } else {
            readCounted(text, tail, into: &detection)
        }
        return true
    }

    /// The thread in `run_{thread}_{number}_{8 digits}`: a whole ID, or there is none.
    func thread(in text: Span<UInt8>, _ tail: TextTail) -> Range<Int>? {
        guard text.starts(with: "run_thread_"), tail[0].isHex, tail[0].count == 8,
            tail[1].isDecimal, tail[1].count <= 13, tail.head(before: 1) > 4
        else { return nil }
        let thread = 4..<tail.head(before: 1)
        return isWholeID(text, thread) ? thread : nil
    }

    /// Reads `{kind}_{slots}_{milliseconds}_{number}`, with or without random digits behind it.
    func readClassic(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        hasRandom: Bool,
        into detection: inout Detection
    ) {
        let numberIndex = hasRandom ? 1 : 0
        let head = tail.head(before: numberIndex + 1)
        var reading = Reading(.classic, time: text.decimal(tail[numberIndex + 1].range))
        reading[.number] = tail[numberIndex].range
        if hasRandom { reading[.random] = tail[0].range }
        guard let (kind, _, count) = catalog.longestKind(text, end: head) else {
            reading[.prefix] = 0..<head
            detection.add(reading)
            return
        }
        reading.kind = kind
        reading[.prefix] = 0..<count
        if hasRandom { reading.certainty = .certain }
        guard count < head else { return detection.add(reading) }
        addSlots(text, count + 1..<head, of: kind, to: reading, into: &detection)
    }

    /// Splits what stands between kind and time as the kind's shape says, in every way there is.
    private func addSlots(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        of kind: Kind,
        to reading: Reading,
        into detection: inout Detection
    ) {
        var reading = reading
        let names = catalog[kind]?.slotNames ?? []
        let hasOwner = names.last == KindDeclaration.ownerSlot
        if names.count == 1, hasOwner {
            reading[.owner] = range
            reading.isOwnerCut = range.count == 8
        } else if names.count == 1, names[0] == "operation" {
            reading[.operation] = range
            reading.generations = 1 << 1
        } else if names.count == 2, hasOwner, addSplits(text, range, reading, into: &detection) {
            return
        } else {
            reading[.type] = range
        }
        detection.add(reading)
    }

    /// Splits a type from an owner at each `_`, unless there are more ways than are kept: then the
    /// owner is nobody's.
    private func addSplits(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: Reading,
        into detection: inout Detection
    ) -> Bool {
        guard range.count > 2 else { return false }
        let inner = range.lowerBound + 1..<range.upperBound - 1
        let count = inner.count { text[$0] == UInt8(ascii: "_") }
        guard count <= Detection.maximumCount else { return false }
        var reading = reading
        for split in inner where text[split] == UInt8(ascii: "_") {
            reading[.type] = range.lowerBound..<split
            reading[.owner] = split + 1..<range.upperBound
            reading.isOwnerCut = range.upperBound - split - 1 == 8
            detection.add(reading)
        }
        return count > 0
    }

    /// Reads a number and 8 digits without a time: of a context, of a rival manager, or behind an
    /// owner that ends in digits.
    private func readCounted(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) {
        let head = tail.head(before: 1)
        if let owner = OwnerHead.owner(in: text, end: tail.head(before: 0)) {
            var reading = Reading(.owned, kind: kind(of: text, end: head))
            reading[.owner] = owner
            reading[.prefix] = 0..<owner.lowerBound - 1
            reading[.random] = tail[0].range
            return detection.add(reading)
        }
        var reading = Reading(.counted, kind: kind(of: text, end: head))
        reading[.number] = tail[1].range
        reading[.random] = tail[0].range
        let isRival = RivalType.isOne(text, tail[2].range)
        setHead(text, end: head, in: &reading)
        if reading[.operation] != nil { reading.generations = 1 << 3 | 1 << 4 }
        // `{prefix}_{type}` of a manager and `{kind}_{operation}` of a context may be one text.
        if !isRival || reading[.operation] != nil { detection.add(reading) }
        if isRival {
            reading.family = .rival
            reading.generations = 0
            reading[.operation] = nil
            reading[.prefix] = tail[2].start > 0 ? 0..<tail[2].start - 1 : nil
            reading[.type] = tail[2].range
            if tail[2].start > 0 {
                reading.kind =
                    catalog.longestKind(text.extracting(tail[2].range), end: tail[2].count)?
                    .kind
            }
            detection.add(reading)
        } else if reading.kind == nil {
            // A user's identifier may end in digits, and is never cut.
            var owned = Reading(.owned)
            owned[.owner] = 0..<tail.head(before: 0)
            owned[.random] = tail[0].range
            detection.add(owned)
        }
    }
}

/// The types that a rival manager put before its counter.
enum RivalType {
    private static let names: [StaticString] = [
        "user", "session", "request", "agent", "tool", "transaction", "websocket", "execution",
        "trace", "metric", "thread", "run",
    ]

    static func isOne(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let field = text.extracting(range)
        for name in names where name.utf8CodeUnitCount == field.count && field.starts(with: name) {
            return true
        }
        return false
    }
}
