extension Glob {
    /// The character classes that POSIX names inside brackets, for ASCII.
    enum NamedClass: String {
        case alnum
        case alpha
        case blank
        case digit
        case lower
        case punct
        case space
        case upper
        case xdigit

        /// Adds the members of the class to `set`.
        func insert(into set: inout ByteSet) {
            for byte in UInt8(0)...127 where contains(byte) { set.insert(byte) }
        }

        private func contains(_ byte: UInt8) -> Bool {
            let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            return switch self {
            case .alnum: isUpper || isLower || isDigit
            case .alpha: isUpper || isLower
            case .blank: byte == 0x20 || byte == 0x09
            case .digit: isDigit
            case .lower: isLower
            case .punct: byte > 0x20 && byte < 0x7f && !isUpper && !isLower && !isDigit
            case .space: byte == 0x20 || (0x09...0x0d).contains(byte)
            case .upper: isUpper
            case .xdigit:
                isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
            }
        }
    }
}
