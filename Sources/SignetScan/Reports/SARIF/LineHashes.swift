/// The hashes by which GitHub code scanning recognises a line that has moved.
///
/// The hash of a line is that of the 100 UTF-16 code units from its beginning on, blanks left out
/// and all ends of lines alike, followed by a colon and by how many lines have had the hash so far.
/// It is a polynomial in 37 modulo 2⁶⁴, so that it can roll through a file.
/// Source: `github/codeql-action`, `src/fingerprints.ts`, which computes the hashes where a file
/// of results has none.
struct LineHashes {
    private static let width = 100
    private static let base: UInt64 = 37
    /// What a unit weighs when it leaves the window: the base to the power of the width.
    private static let weight = (0..<width).reduce(UInt64(1)) { power, _ in power &* base }
    /// Stands behind the last unit of a file.
    private static let end: UInt16 = 0xffff

    /// The last units, as a ring.
    private var window = [UInt16](repeating: 0, count: width)
    /// Whether a line begins with the unit at that place of the ring.
    private var begins = [Bool](repeating: false, count: width)
    private var position = 0
    private var hash: UInt64 = 0
    private var isAtLineStart = true
    private var followsReturn = false
    private var seen: [UInt64: Int] = [:]
    private var result: [String] = []

    /// The hash of each line of a file.
    static func hashes(of bytes: [UInt8]) -> [String] {
        var hashes = LineHashes()
        for unit in String(decoding: bytes, as: UTF8.self).utf16 { hashes.append(unit) }
        hashes.append(end)
        for _ in 0..<width { hashes.push(0, beginsLine: false) }
        return hashes.result
    }

    private mutating func append(_ unit: UInt16) {
        let isBlank = unit == 0x20 || unit == 0x09
        let isSecondOfPair = followsReturn && unit == 0x0a
        followsReturn = unit == 0x0d
        if isBlank || isSecondOfPair { return }
        let unit = unit == 0x0d ? 0x0a : unit
        push(unit, beginsLine: isAtLineStart)
        isAtLineStart = unit == 0x0a
    }

    /// Takes a unit into the window; the line that begins with the unit it displaces is done.
    private mutating func push(_ unit: UInt16, beginsLine: Bool) {
        if begins[position] {
            let count = seen[hash, default: 0] + 1
            seen[hash] = count
            result.append("\(String(hash, radix: 16)):\(count)")
        }
        hash = hash &* Self.base &+ UInt64(unit) &- Self.weight &* UInt64(window[position])
        window[position] = unit
        begins[position] = beginsLine
        position = position == Self.width - 1 ? 0 : position + 1
    }
}
