/// A path or a name as it stands in a baseline: without blanks, line ends and other characters
/// that a line of fields cannot have.
enum BaselineField {
    /// `text` with a backslash, blanks and what is no visible character written as `\u{…}`.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if isPlain(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return result
    }

    /// What `escaped` was given; `nil` if it cannot have written `text`.
    static func unescaped(_ text: Substring) -> String? {
        var result = ""
        var rest = text
        while let backslash = rest.firstIndex(of: "\\") {
            result += rest[..<backslash]
            let tail = rest[backslash...]
            guard tail.hasPrefix("\\u{"), let close = tail.firstIndex(of: "}"),
                let value = UInt32(tail[..<close].dropFirst(3), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            result.unicodeScalars.append(scalar)
            rest = tail[close...].dropFirst()
        }
        return result + rest
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\\" || scalar.properties.isWhitespace { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
