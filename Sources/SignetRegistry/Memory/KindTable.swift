import Signet

/// Kinds as small numbers.
///
/// There are as many as the catalog declares.
struct KindTable: Sendable {
    private var kinds: [Kind] = []
    private var numbers: [Kind: UInt16] = [:]

    /// The number of a kind, or nil if it was never seen.
    subscript(kind: Kind) -> UInt16? { numbers[kind] }

    /// The kind of a number.
    subscript(number: UInt16) -> Kind { kinds[Int(number)] }

    /// The number of a kind, a new one for a new kind; nil when there are no numbers left.
    mutating func number(of kind: Kind) -> UInt16? {
        if let number = numbers[kind] { return number }
        guard let number = UInt16(exactly: kinds.count) else { return nil }
        kinds.append(kind)
        numbers[kind] = number
        return number
    }
}
