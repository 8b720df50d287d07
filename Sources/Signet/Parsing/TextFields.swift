/// The lengths of what follows a compact text when it is sealed.
package enum SealedFields {
    /// A key id and a MAC of 80 bits.
    package static let count = 17
    /// The same with six digits of expiry between them.
    package static let countWithExpiry = 23
}

/// The layout of a secret's text, `kind_sk_{52 digits}{check}`.
package enum SecretFields {
    /// The digits of 256 bits and of the check.
    package static let count = 58
    /// The length of `_sk_`, which stands between the kind and the digits.
    package static let markCount = 4
}

extension Span<UInt8> {
    /// Where the last `_` before an offset stands, or -1.
    func lastUnderscore(before end: Int) -> Int {
        var rest = end
        while rest >= 8 {
            // Bytes that are `_` become 0, and then their highest bit alone is set.
            let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
            let differences = word(at: rest - 8) ^ 0x5f5f_5f5f_5f5f_5f5f
            let found = ~((differences & low) + low | differences | low)
            if found != 0 { return rest - 1 - found.leadingZeroBitCount / 8 }
            rest -= 8
        }
        while rest > 0, self[rest - 1] != UInt8(ascii: "_") { rest -= 1 }
        return rest - 1
    }

    /// Whether the fields of fixed width stand at the end: time, counter and tail.
    var hasReadableFields: Bool {
        count > ReadableFields.count && self[count - 15] == UInt8(ascii: "_")
            && self[count - 22] == UInt8(ascii: "_") && self[count - 36] == UInt8(ascii: "_")
    }

    /// Whether a compact text ends before an offset.
    func hasCompact(before end: Int) -> Bool {
        end > 0 && end - 1 - lastUnderscore(before: end) == Core.base32Count
    }

    /// Whether `_sk` stands before the `_` at an offset.
    func hasSecretMark(before end: Int) -> Bool {
        end > 3 && self[end - 3] == UInt8(ascii: "_") && self[end - 2] == UInt8(ascii: "s")
            && self[end - 1] == UInt8(ascii: "k")
    }
}

extension ParsedID {
    /// The same of another form.
    func with(_ form: TextForm) -> Self {
        Self(form, kind: kind, isDeclared: isDeclared, core: core)
    }
}

extension Base32 {
    /// Checks that a range holds digits only.
    static func validate(_ text: Span<UInt8>, _ range: Range<Int>) throws(IDError) {
        for offset in range where value(text[offset]) > 31 {
            throw IDError(.fault(of: text[offset], else: .badBase32), at: offset)
        }
    }
}

extension Check {
    /// Checks the six digits behind a text, with or without a `_` between them.
    static func verify(
        _ text: Span<UInt8>,
        digitsAt digits: Int,
        checkAt check: Int
    ) throws(IDError) {
        try Base32.validate(text, check..<check + count)
        let end = text[check - 1] == UInt8(ascii: "_") ? check - 1 : check
        let expected = value(of: text.extracting(first: end), digitsAt: digits)
        guard Base32.value(of: text, at: check, count: count) == UInt64(expected) else {
            throw IDError(.checkMismatch, at: check)
        }
    }
}
