internal import Crypto

/// Numbered keys of 256 bits: one that is used, and older ones that still verify.
///
/// A key's number is written into what it makes, so that keys can be replaced while what older
/// ones made remains valid: add the new key, make it current, and drop the old one when nothing of
/// its making is left.
public struct KeyRing: Sendable {
    /// The number of the key that new tags and seals are made with.
    public let current: UInt8
    private let keys: [UInt8: SymmetricKey]

    /// Collects keys.
    ///
    /// - Parameters:
    ///   - keys: Keys of 32 bytes by number, 0 to 31.
    ///   - current: The number of the key to use; nil is the highest.
    /// - Throws: ``SealError/Code-swift.struct/badKeyLength``,
    ///   ``SealError/Code-swift.struct/badKeyNumber`` or ``SealError/Code-swift.struct/noKey``.
    public init(_ keys: [UInt8: [UInt8]], current: UInt8? = nil) throws(SealError) {
        guard let highest = keys.keys.max() else { throw SealError(.noKey) }
        let current = current ?? highest
        guard highest < 32 else { throw SealError(.badKeyNumber) }
        guard keys[current] != nil else { throw SealError(.unknownKey) }
        guard keys.values.allSatisfy({ $0.count == 32 }) else { throw SealError(.badKeyLength) }
        self.keys = keys.mapValues { SymmetricKey(data: $0) }
        self.current = current
    }

    /// HMAC-SHA256 under the key of a number, or nil when there is none (RFC 2104).
    func authenticationCode(for message: [UInt8], key number: UInt8) -> [UInt8]? {
        keys[number].map { key in
            Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
        }
    }
}

extension KeyRing: CustomStringConvertible {
    /// How many keys there are; never the keys.
    public var description: String { "KeyRing(\(keys.count) keys, current \(current))" }
}

extension KeyRing: CustomReflectable {
    /// Shows nothing of the keys to a debugger or a dump.
    public var customMirror: Mirror { Mirror(self, children: ["current": current]) }
}

/// Compares bytes in a time that depends on their number alone.
func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (a, b) in zip(left, right) { difference |= a ^ b }
    return difference == 0
}

/// Joins a domain separator and fields with zero bytes between them.
///
/// - Throws: ``SealError/Code-swift.struct/zeroByte`` when a field could not be told from two.
func message(_ domain: String, _ fields: String...) throws(SealError) -> [UInt8] {
    var bytes = Array(domain.utf8)
    for field in fields {
        guard !field.utf8.contains(0) else { throw SealError(.zeroByte) }
        bytes.append(0)
        bytes.append(contentsOf: field.utf8)
    }
    return bytes
}
