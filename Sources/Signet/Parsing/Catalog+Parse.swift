extension Catalog {
    /// The greatest length of an ID's text, in bytes.
    public static let maximumTextCount = 255

    /// Parses an ID in any form.
    ///
    /// - Parameter text: The text, with nothing before or after it.
    /// - Returns: What the text says.
    /// - Throws: ``IDError`` with the offset of the fault. It never repeats the text.
    public func parse(_ text: String) throws(IDError) -> ParsedID {
        try parse(text.utf8.span)
    }

    /// Parses an ID in any form, without allocating memory unless the text has slots.
    ///
    /// - Parameter text: The bytes of the text, with nothing before or after them.
    /// - Returns: What the text says.
    /// - Throws: ``IDError`` with the offset of the fault. It never repeats the text.
    /// - Complexity: O(n) in the length of the text, which is bounded.
    public func parse(_ text: Span<UInt8>) throws(IDError) -> ParsedID {
        let count = text.count
        guard count > 0 else { throw IDError(.empty, at: 0) }
        guard count <= Self.maximumTextCount else {
            throw IDError(.tooLong, at: Self.maximumTextCount)
        }
        // The length of the last field tells the form.
        let last = text.lastUnderscore(before: count)
        switch count - 1 - last {
        case Core.base32Count:
            return try parseCompact(text)
        case 14 where text.hasReadableFields:
            return try parseReadable(text)
        case Core.uuidCount where last < 0:
            return ParsedID(.uuid, core: try Core(uuid: text))
        case Check.count where text.hasCompact(before: last):
            return try parseChecked(text)
        case SealedFields.count where text.hasCompact(before: last),
            SealedFields.countWithExpiry where text.hasCompact(before: last):
            return try parseSealed(text, sealAt: last + 1)
        case SecretFields.count where text.hasSecretMark(before: last):
            return try parseSecret(text)
        case 8 where last > 0:
            return try parseClassic(text)
        default:
            throw Self.unknownForm(text, lastField: last + 1)
        }
    }

    private func parseCompact(_ text: Span<UInt8>) throws(IDError) -> ParsedID {
        let start = text.count - Core.base32Count
        guard start > 1 else { throw IDError(.kindMissing, at: 0) }
        let (kind, isDeclared) = try self.kind(text, count: start - 1)
        let core = try Core(base32: text, at: start)
        return ParsedID(.compact, kind: kind, isDeclared: isDeclared, core: core)
    }

    private func parseChecked(_ text: Span<UInt8>) throws(IDError) -> ParsedID {
        let count = text.count - Check.count - 1
        let parsed = try parseCompact(text.extracting(first: count))
        try Check.verify(text, digitsAt: count - Core.base32Count, checkAt: count + 1)
        return parsed.with(.checked)
    }

    private func parseSealed(_ text: Span<UInt8>, sealAt seal: Int) throws(IDError) -> ParsedID {
        let parsed = try parseCompact(text.extracting(first: seal - 1))
        try Base32.validate(text, seal..<text.count)
        return parsed.with(.sealed)
    }

    private func parseSecret(_ text: Span<UInt8>) throws(IDError) -> ParsedID {
        let digits = text.count - SecretFields.count
        let (kind, isDeclared) = try self.kind(text, count: digits - SecretFields.markCount)
        try Base32.validate(text, digits..<text.count)
        try Check.verify(text, digitsAt: digits, checkAt: text.count - Check.count)
        return ParsedID(.secret, kind: kind, isDeclared: isDeclared)
    }

    /// The first `count` bytes of a text as a kind.
    private func kind(
        _ text: Span<UInt8>,
        count: Int
    ) throws(IDError) -> (kind: Kind, isDeclared: Bool) {
        if count <= Kind.maximumCount {
            let kind = Kind(unchecked: text, count: count)
            if contains(kind) { return (kind, true) }
        }
        return (try Kind(validating: text.extracting(first: count)), false)
    }

    private static func unknownForm(_ text: Span<UInt8>, lastField: Int) -> IDError {
        for offset in text.indices {
            let byte = text[offset]
            if byte <= 0x20 || byte >= 0x7f {
                return IDError(.fault(of: byte, else: .unknownForm), at: offset)
            }
        }
        return IDError(.unknownForm, at: lastField)
    }
}
