import Signet

/// What one pass over the bytes of a text tells.
struct TextSurvey {
    private(set) var colons = 0
    private(set) var dots = 0
    private(set) var ats = 0
    private(set) var digits = 0
    /// Whether there is white space, a control character or a byte that is not ASCII.
    private(set) var hasForbidden = false

    init(_ text: Span<UInt8>) {
        // Only tokens are longer, and their beginning is enough to know them.
        for offset in 0..<min(text.count, 4096) {
            switch text[offset] {
            case UInt8(ascii: ":"): colons += 1
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: "@"): ats += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case 0...0x20, 0x7f...: hasForbidden = true
            default: break
            }
        }
    }

    /// Whether a text is a JSON Web Token (RFC 7519), or a secret key as payment services write it.
    func isToken(_ text: Span<UInt8>) -> Bool {
        if dots == 2 || dots == 4, text.count > 32, text.starts(with: "eyJ") { return true }
        guard text.count >= 20, digits > 0 else { return false }
        return text.starts(with: "sk_") || text.starts(with: "rk_") || text.starts(with: "sk-")
    }
}

extension Bridge {
    /// Whether a text looks like a credential of another system, which is not to be printed.
    package static func isCredential(_ text: Span<UInt8>) -> Bool {
        (text.starts(with: "eyJ") || text.starts(with: "sk") || text.starts(with: "rk_"))
            && TextSurvey(text).isToken(text)
    }

    /// Reads what other systems made: a provider's subject, an e-mail address, a session of theirs.
    func readForeign(
        _ text: Span<UInt8>,
        _ survey: TextSurvey,
        into detection: inout Detection
    ) -> Bool {
        if survey.digits == text.count {
            if text.count == 21 { detection.add(Reading(.foreign)) }
            return true
        }
        if survey.ats > 0 {
            if Self.isAddress(text, survey) { detection.add(Reading(.foreign)) }
            return true
        }
        guard text.starts(with: "sess_"), text.count >= 20, survey.digits > 0,
            !text.isHex(5..<text.count),
            (5..<text.count).allSatisfy({ Slot.isUnreserved(text[$0]) })
        else { return false }
        detection.add(Reading(.foreign))
        return true
    }

    /// Whether a text is `x@y.z`.
    private static func isAddress(_ text: Span<UInt8>, _ survey: TextSurvey) -> Bool {
        guard survey.ats == 1, survey.dots > 0, survey.colons == 0 else { return false }
        for offset in text.indices where text[offset] == UInt8(ascii: "@") {
            return offset > 0 && offset + 3 < text.count
                && (offset + 2..<text.count - 1).contains { text[$0] == UInt8(ascii: ".") }
        }
        return false
    }
}
