/// A keyed tag that stands for an owner in a readable text: the key's epoch and 55 bits of a MAC.
///
/// A tag lets logs be filtered by owner without naming the owner. It is a filter, not a proof:
/// 55 bits may coincide, and authorization compares the stored owner.
public struct OwnerTag: Hashable, Sendable, BitwiseCopyable {
    /// The length of a tag's text: a dot, the epoch, eleven base32 digits.
    static let count = 13

    /// The number of the key, 0 to 31.
    public let epoch: UInt8
    /// The 55 bits.
    public let bits: UInt64

    /// Puts a tag together.
    ///
    /// - Parameters:
    ///   - epoch: The number of the key; its lowest five bits count.
    ///   - bits: The lowest 55 bits count.
    public init(epoch: UInt8, bits: UInt64) {
        self.epoch = epoch & 31
        self.bits = bits & (1 << 55 - 1)
    }

    /// Reads the text of a tag.
    init(parsing text: Span<UInt8>, at start: Int) throws(IDError) {
        guard text.count == Self.count, text[0] == UInt8(ascii: ".") else {
            throw IDError(.tagMalformed, at: start)
        }
        for offset in 1..<text.count where Base32.value(text[offset]) > 31 {
            throw IDError(.fault(of: text[offset], else: .badBase32), at: start + offset)
        }
        self.init(
            epoch: Base32.value(text[1]),
            bits: Base32.value(of: text, at: 2, count: 11)
        )
    }
}

extension OwnerTag: CustomStringConvertible {
    /// The text of the tag, such as `.0fed00myhb91`.
    public var description: String {
        var text: [UInt8] = [UInt8(ascii: "."), Base32.digit(UInt64(epoch))]
        for shift in stride(from: UInt64(50), through: 0, by: -5) {
            text.append(Base32.digit(bits >> shift))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
