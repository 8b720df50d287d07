extension LegacyID {
    /// Detects the family of a legacy text.
    ///
    /// - Parameters:
    ///   - text: The text, byte for byte.
    ///   - catalog: The declared kinds.
    /// - Returns: Nil when it looks like no known family, and for texts of today's forms.
    public static func detect(_ text: String, catalog: Catalog = .builtIn) -> LegacyID? {
        detect(text.utf8.span, catalog: catalog)
    }

    /// Detects the family of a legacy text, given as bytes.
    ///
    /// - Parameters:
    ///   - text: The text, byte for byte.
    ///   - catalog: The declared kinds.
    /// - Returns: Nil when it looks like no known family, and for texts of today's forms.
    public static func detect(_ text: Span<UInt8>, catalog: Catalog = .builtIn) -> LegacyID? {
        guard text.count > 4, text.count <= Catalog.maximumTextCount else { return nil }
        if let core = Core(anySpelling: text) {
            return LegacyID(.uuid, .certain, adopted: core)
        }
        if let parsed = try? catalog.parse(text) {
            guard parsed.form == .classic else { return nil }
            return LegacyID(
                .classic,
                parsed.isDeclared ? .certain : .likely,
                kind: parsed.isDeclared ? parsed.kind : nil,
                time: parsed.classic?.time
            )
        }
        guard !text.isLaidOutAsToday else { return nil }
        let last = text.lastField(before: text.count)
        guard last.lowerBound > 1, text.isPrefix(0..<last.lowerBound - 1) else { return nil }
        guard let family = family(of: text, last) else { return nil }
        let kind = catalog.longestKind(text, end: last.lowerBound - 1)?.kind
        return LegacyID(
            family,
            .likely,
            kind: kind,
            time: LegacyTime.milliseconds(atEndOf: text)
        )
    }

    /// Puts together what a detection tells.
    package init(
        _ family: Family,
        _ certainty: Certainty,
        kind: Kind? = nil,
        time: UInt64? = nil,
        adopted: Core? = nil
    ) {
        self.family = family
        self.certainty = certainty
        self.kind = kind
        self.time = time
        self.adopted = adopted
    }

    /// The family that the last fields of a text tell.
    private static func family(of text: Span<UInt8>, _ last: Range<Int>) -> Family? {
        let second = text.lastField(before: last.lowerBound - 1)
        let hasNumber = second.lowerBound > 0 && text.isDecimal(second)
        if text.isHex(last), last.count == 8, hasNumber {
            if (5...13).contains(second.count), text.starts(with: "run_thread_") {
                return .runOfThread
            }
            if LegacyTime.range(atEndOf: text) == nil { return .counted }
        }
        if LegacyTime.range(atEndOf: text) != nil { return .timed }
        guard (4...16).contains(last.count), text.isHex(last) else { return nil }
        // A short word of the letters a to f is a word: it takes a digit to be a cut UUID.
        let hasDigit = last.contains { text[$0] < UInt8(ascii: "a") }
        return hasDigit || last.count >= 8 ? .truncated : nil
    }
}

extension Core {
    /// Adopts a UUID in any spelling: with or without hyphens, in upper case, behind `urn:uuid:`,
    /// in braces (RFC 9562, section 4; RFC 4122, section 3).
    ///
    /// - Parameter text: The text; nil for any other than a UUID of version 1 to 8.
    package init?(anySpelling text: Span<UInt8>) {
        guard text.count >= 32 else { return nil }
        var range = text.indices
        if text.starts(with: "urn:uuid:", ignoringCase: true) {
            range = 9..<text.count
        } else if text[0] == UInt8(ascii: "{"), text[text.count - 1] == UInt8(ascii: "}") {
            range = 1..<text.count - 1
        }
        guard range.count == 36 || range.count == 32 else { return nil }
        var words = (high: UInt64(0), low: UInt64(0))
        for offset in range {
            let place = offset - range.lowerBound
            let isHyphen = place == 8 || place == 13 || place == 18 || place == 23
            if range.count == 36, isHyphen {
                guard text[offset] == UInt8(ascii: "-") else { return nil }
                continue
            }
            let isUpper = text[offset] &- UInt8(ascii: "A") < 6
            guard let nibble = Hex.nibble(isUpper ? text[offset] | 0x20 : text[offset]) else {
                return nil
            }
            words.high = words.high << 4 | words.low >> 60
            words.low = words.low << 4 | UInt64(nibble)
        }
        guard let core = try? Core(adopting: words.high, words.low) else { return nil }
        self = core
    }
}

extension Span<UInt8> {
    /// Whether the text has the layout of one of today's forms, in which something is wrong.
    package var isLaidOutAsToday: Bool {
        let last = lastUnderscore(before: count)
        return hasReadableFields || hasCompact(before: last) || hasSecretMark(before: last)
    }

    /// Whether the text begins with ASCII letters and marks.
    ///
    /// - Parameters:
    ///   - prefix: The letters; in lower case where their case is to be ignored.
    ///   - ignoringCase: Whether upper-case letters of the text count as lower-case ones.
    /// - Returns: Whether it does.
    package func starts(with prefix: StaticString, ignoringCase: Bool = false) -> Bool {
        guard count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { bytes in
            for offset in 0..<bytes.count {
                let byte = ignoringCase ? self[offset] | 0x20 : self[offset]
                let expected = unsafe bytes[offset]
                if byte != (ignoringCase ? expected | 0x20 : expected) { return false }
            }
            return true
        }
    }

    /// Whether a range is what earlier generators put first: letters, digits, `_`, `-` and `.`,
    /// a letter at the beginning.
    package func isPrefix(_ range: Range<Int>) -> Bool {
        (self[range.lowerBound] | 0x20) &- UInt8(ascii: "a") < 26
            && range.allSatisfy { Slot.isUnreserved(self[$0]) || self[$0] == UInt8(ascii: "_") }
    }
}
