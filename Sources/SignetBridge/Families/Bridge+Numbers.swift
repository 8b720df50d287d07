import Signet

extension Bridge {
    /// Reads what a hash function gave, and addresses of objects, both in decimal digits.
    func readNumbers(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) -> Bool {
        let last = tail[0]
        guard last.isDecimal else { return false }
        var head = tail.head(before: 0)
        switch last.count {
        case 15 where text[last.start] == UInt8(ascii: "1"):
            var reading = Reading(.address, kind: kind(of: text, end: head))
            if let owner = OwnerHead.owner(in: text, end: head) {
                reading[.owner] = owner
                reading[.prefix] = 0..<owner.lowerBound - 1
            } else if text.starts(with: "thread_"), head > 7 {
                reading[.owner] = 7..<head
                reading[.prefix] = 0..<6
            } else {
                setHead(text, end: head, in: &reading)
            }
            reading[.random] = last.range
            detection.add(reading)
            return true
        case 17...19:
            // Of 64 bits with a sign: `{name}_-{digits}`.
            let isNegative = text[head] == UInt8(ascii: "-") && tail[1].count == 0
            if isNegative { head -= 1 }
            guard head > 0 else { return true }
            var reading = Reading(.hash, kind: kind(of: text, end: head))
            reading[.prefix] = 0..<head
            reading[.random] = last.start - (isNegative ? 1 : 0)..<last.end
            detection.add(reading)
            return true
        case 1...4:
            return readSmallHash(text, last, head, into: &detection)
        default:
            return false
        }
    }

    /// Reads a hash modulo 10,000, which a counter looks like, and four digits of a UUID.
    private func readSmallHash(
        _ text: Span<UInt8>,
        _ last: TextTail.Field,
        _ head: Int,
        into detection: inout Detection
    ) -> Bool {
        // Python writes no leading zero.
        guard last.count == 1 || text[last.start] != UInt8(ascii: "0") else { return false }
        let isKnown =
            head == 7 && text.starts(with: "relaxed") || head == 9 && text.starts(with: "test_user")
        guard isKnown || last.count == 4 && text[head] == UInt8(ascii: "_") else { return false }
        var reading = Reading(.hash, kind: kind(of: text, end: head))
        reading[.prefix] = 0..<head
        reading[.random] = last.range
        detection.add(reading)
        return isKnown
    }
}
