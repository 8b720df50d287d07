/// Paths in the headings of a diff, as git-diff(1) writes them.
enum DiffPath {
    /// `prefix/path`, in double quotes if it holds a byte that is not plain.
    ///
    /// Control characters, quotes, backslashes and everything outside ASCII are escaped as in C,
    /// which is git's default (core.quotePath). An absolute path loses its first slash: the diff
    /// then applies at the root directory.
    static func quoted(_ prefix: String, _ path: String) -> String {
        let full = prefix + "/" + path.drop { $0 == "/" }
        if full.utf8.allSatisfy(isPlain) { return full }
        var result = "\""
        for byte in full.utf8 {
            switch byte {
            case UInt8(ascii: "\t"): result += "\\t"
            case UInt8(ascii: "\n"): result += "\\n"
            case UInt8(ascii: "\r"): result += "\\r"
            case UInt8(ascii: "\""): result += "\\\""
            case UInt8(ascii: "\\"): result += "\\\\"
            case _ where isPlain(byte): result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 8)
                result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
        }
        return result + "\""
    }

    /// The path with a tab behind it if it holds a blank, which would end it otherwise.
    static func ended(_ quoted: String) -> String {
        quoted.contains(" ") && !quoted.hasPrefix("\"") ? quoted + "\t" : quoted
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
