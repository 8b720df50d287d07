import Signet

/// Reads the pieces of a line one after another.
///
/// It takes what a log writes and nothing else: no white space, no other order, no other keys.
struct AuditLineParser {
    /// Where the next piece begins.
    private(set) var offset = 0

    /// What is thrown for a line that no log wrote.
    static let refusal = AuditError(.corrupted, "the line is not one that an audit log writes")

    /// Goes past a literal if it is what comes next.
    mutating func take(_ literal: StaticString, _ line: Span<UInt8>) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard line.count - offset >= count else { return false }
        let start = offset
        let isNext = literal.withUTF8Buffer { buffer in
            for index in 0..<count where unsafe line[start + index] != buffer[index] {
                return false
            }
            return true
        }
        if isNext { offset += count }
        return isNext
    }

    /// Goes past a literal.
    mutating func require(_ literal: StaticString, _ line: Span<UInt8>) throws(AuditError) {
        guard take(literal, line) else { throw Self.refusal }
    }

    /// Goes past a number of bytes if there are as many.
    mutating func skip(_ count: Int, _ line: Span<UInt8>) -> Bool {
        guard line.count - offset >= count else { return false }
        offset += count
        return true
    }

    /// Makes sure that nothing is left.
    func requireEnd(_ line: Span<UInt8>) throws(AuditError) {
        guard offset == line.count else { throw Self.refusal }
    }

    /// Reads a whole number without a leading zero.
    mutating func number(_ line: Span<UInt8>) throws(AuditError) -> UInt64 {
        let start = offset
        var value: UInt64 = 0
        while offset < line.count, line[offset] &- UInt8(ascii: "0") < 10 {
            let digit = UInt64(line[offset] - UInt8(ascii: "0"))
            let product = value.multipliedReportingOverflow(by: 10)
            let sum = product.partialValue.addingReportingOverflow(digit)
            guard !product.overflow, !sum.overflow else { throw Self.refusal }
            value = sum.partialValue
            offset += 1
        }
        guard offset > start, offset == start + 1 || line[start] != UInt8(ascii: "0") else {
            throw Self.refusal
        }
        return value
    }

    /// Reads a hash between quotes.
    mutating func hash(_ line: Span<UInt8>) throws(AuditError) -> AuditHash {
        let range = try digits(64, line)
        guard let hash = AuditHash(hex: line, at: range) else { throw Self.refusal }
        return hash
    }

    /// Reads a salt between quotes.
    mutating func salt(_ line: Span<UInt8>) throws(AuditError) -> AuditSalt {
        let start = try digits(32, line)
        guard let salt = AuditSalt(hex: line, at: start) else { throw Self.refusal }
        return salt
    }

    /// Reads an ID between quotes.
    mutating func id(_ line: Span<UInt8>) throws(AuditError) -> AnyID {
        try require("\"", line)
        let start = offset
        while offset < line.count, line[offset] != UInt8(ascii: "\"") { offset += 1 }
        let text = line.extracting(start..<offset)
        try require("\"", line)
        guard let id = try? AnyID(parsing: text), id.compact.utf8.count == text.count else {
            throw Self.refusal
        }
        return id
    }

    /// Reads a string between quotes.
    mutating func string(_ line: Span<UInt8>) throws(AuditError) -> String {
        try require("\"", line)
        let start = offset
        while offset < line.count {
            switch line[offset] {
            case UInt8(ascii: "\""):
                let text = unsafe line.extracting(start..<offset).withUnsafeBufferPointer {
                    unsafe String(decoding: $0, as: UTF8.self)
                }
                offset += 1
                return text
            case UInt8(ascii: "\\"):
                return try escapedString(line, from: start)
            case ..<0x20:
                throw Self.refusal
            default:
                offset += 1
            }
        }
        throw Self.refusal
    }

    /// Where `count` digits between quotes begin.
    private mutating func digits(
        _ count: Int,
        _ line: Span<UInt8>
    ) throws(AuditError) -> Int {
        try require("\"", line)
        let start = offset
        guard line.count - offset > count else { throw Self.refusal }
        offset += count
        try require("\"", line)
        return start
    }

    /// Reads on in a string in which there are escapes; they are those that the writer makes.
    private mutating func escapedString(
        _ line: Span<UInt8>,
        from start: Int
    ) throws(AuditError) -> String {
        var bytes: [UInt8] = []
        for index in start..<offset { bytes.append(line[index]) }
        while offset < line.count {
            let byte = line[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(line, into: &bytes)
            case ..<0x20: throw Self.refusal
            default: bytes.append(byte)
            }
        }
        throw Self.refusal
    }

    /// Reads what stands behind a backslash.
    private mutating func escape(
        _ line: Span<UInt8>,
        into bytes: inout [UInt8]
    ) throws(AuditError) {
        guard offset < line.count else { throw Self.refusal }
        let byte = line[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "u"):
            guard take("00", line), line.count - offset >= 2,
                let high = Hex.nibble(line[offset]), let low = Hex.nibble(line[offset + 1])
            else { throw Self.refusal }
            offset += 2
            let scalar = Unicode.Scalar(high << 4 | low)
            bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        default: throw Self.refusal
        }
    }
}
