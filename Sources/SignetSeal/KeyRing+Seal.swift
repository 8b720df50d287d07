public import Signet

/// An ID whose seal was verified.
public struct UnsealedID: Hashable, Sendable {
    /// The ID.
    public let id: AnyID
    /// The number of the key that sealed it.
    public let key: UInt8
    /// When the seal expires, in Unix milliseconds, or nil.
    public let expiry: UInt64?
}

extension KeyRing {
    /// Unix milliseconds of 2020-01-01T00:00Z, from which a seal's minutes count.
    private static let epoch: UInt64 = 1_577_836_800_000
    private static let minute: UInt64 = 60_000
    private static let codeCount = 10

    /// Seals an ID: proves later that it came from a holder of the key, for one audience.
    ///
    /// A seal says where an ID comes from, never who holds it.
    ///
    /// - Parameters:
    ///   - id: The ID.
    ///   - audience: For whom the text is made, such as the name of a service.
    ///   - expiry: When the seal ends, in Unix milliseconds, rounded down to a minute; or nil.
    /// - Returns: The compact text, `_`, the key's number, six digits of expiry if there is one,
    ///   and a MAC of 80 bits.
    /// - Throws: ``SealError/Code-swift.struct/zeroByte`` or
    ///   ``SealError/Code-swift.struct/expiryOutOfRange``.
    public func seal(
        _ id: AnyID,
        audience: String,
        expiry: UInt64? = nil
    ) throws(SealError) -> String {
        var minutes: UInt64 = 0
        if let expiry {
            guard expiry >= Self.epoch + Self.minute else { throw SealError(.expiryOutOfRange) }
            minutes = (expiry - Self.epoch) / Self.minute
            guard minutes < 1 << 30 else { throw SealError(.expiryOutOfRange) }
        }
        var digits = [Base32.digit(UInt64(current))]
        if expiry != nil {
            for place in (0..<6).reversed() { digits.append(Base32.digit(minutes >> (5 * place))) }
        }
        let code = try sealCode(id.compact, audience, minutes, key: current)
        for half in [code.prefix(5), code.dropFirst(5)] {
            let word = half.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            for place in (0..<8).reversed() { digits.append(Base32.digit(word >> (5 * place))) }
        }
        return "\(id.compact)_\(String(decoding: digits, as: UTF8.self))"
    }

    /// Verifies a sealed text.
    ///
    /// The MAC is compared in constant time, and before the expiry is looked at.
    ///
    /// - Parameters:
    ///   - text: The sealed text.
    ///   - audience: For whom the text must have been made.
    ///   - now: Unix milliseconds.
    ///   - catalog: The declared kinds.
    /// - Returns: The ID and what the seal says of it.
    /// - Throws: ``SealError/Code-swift.struct/malformed`` with its cause,
    ///   ``SealError/Code-swift.struct/notSealed``, ``SealError/Code-swift.struct/unknownKey``,
    ///   ``SealError/Code-swift.struct/mismatch`` or ``SealError/Code-swift.struct/expired``.
    public func unseal(
        _ text: String,
        audience: String,
        now: UInt64,
        catalog: Catalog = .builtIn
    ) throws(SealError) -> UnsealedID {
        let parsed: ParsedID
        do throws(IDError) {
            parsed = try catalog.parse(text)
        } catch {
            throw SealError(.malformed, cause: error)
        }
        guard parsed.form == .sealed, let kind = parsed.kind, let core = parsed.core else {
            throw SealError(.notSealed)
        }
        let id = AnyID(kind, core)
        let values = text.utf8.dropFirst(id.compact.utf8.count + 1).map { Base32.value($0) }
        guard let key = values.first else { throw SealError(.notSealed) }
        let minutes = values[1..<(values.count - 16)].reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
        let hasExpiry = values.count == SealedFields.countWithExpiry
        // With six digits, 0 would stand for no expiry: there is one spelling for that.
        guard !hasExpiry || minutes > 0 else { throw SealError(.mismatch) }
        let expected = try sealCode(id.compact, audience, minutes, key: key)
        guard isEqualInConstantTime(Self.bytes(values.suffix(16)), expected) else {
            throw SealError(.mismatch)
        }
        let expiry = hasExpiry ? Self.epoch + minutes * Self.minute : nil
        if let expiry, expiry <= now { throw SealError(.expired) }
        return UnsealedID(id: id, key: key, expiry: expiry)
    }

    /// The first 80 bits of the MAC over domain, audience, expiry and compact text.
    private func sealCode(
        _ compact: String,
        _ audience: String,
        _ minutes: UInt64,
        key: UInt8
    ) throws(SealError) -> [UInt8] {
        var message = try message("signet/seal/1", audience)
        message.append(0)
        for place in (0..<8).reversed() {
            message.append(UInt8(truncatingIfNeeded: minutes >> (8 * UInt64(place))))
        }
        message.append(contentsOf: compact.utf8)
        guard let code = authenticationCode(for: message, key: key) else {
            throw SealError(.unknownKey)
        }
        return Array(code.prefix(Self.codeCount))
    }

    /// Packs sixteen digits of five bits into ten bytes.
    private static func bytes(_ values: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for half in [values.prefix(8), values.dropFirst(8)] {
            let word = half.reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
            for place in (0..<5).reversed() {
                bytes.append(UInt8(truncatingIfNeeded: word >> (8 * UInt64(place))))
            }
        }
        return bytes
    }
}
