/// Names the findings of one rule in one file so that the names outlive edits around them.
///
/// A fingerprint is a hash of the rule, the path, the enclosing function and the code of the
/// place with its blanks made alike, and of how many equal places the function holds before it.
/// Lines and columns have no part in it.
struct Fingerprinter {
    private let rule: String
    private let path: String
    private var seen: [UInt64: UInt64] = [:]

    init(rule: String, path: String) {
        self.rule = rule
        self.path = path
    }

    /// The fingerprint of the next place: 16 hexadecimal digits.
    mutating func fingerprint(of code: Span<UInt8>, in function: String?) -> String {
        var hash = StableHash()
        hash.append(field: rule)
        hash.append(field: path)
        hash.append(field: function ?? "")
        var needsBlank = false
        for index in code.indices {
            let byte = code[index]
            let isBlank = byte == 0x20 || (0x09...0x0d).contains(byte)
            if !isBlank {
                if needsBlank { hash.append(0x20) }
                hash.append(byte)
            }
            needsBlank = isBlank
        }
        let ordinal = seen[hash.value, default: 0]
        seen[hash.value] = ordinal + 1
        hash.append(0xff)
        hash.append(field: String(ordinal))
        return hash.hexadecimal
    }
}
