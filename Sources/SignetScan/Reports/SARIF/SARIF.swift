import SignetOutput

/// Pieces that many objects of SARIF 2.1.0 are made of.
enum SARIF {
    /// Writes a `message` (3.11) or a `multiformatMessageString` (3.12).
    static func text(_ text: String, to json: inout JSONWriter) {
        json.object { json in
            json.key("text")
            json.string(text)
        }
    }

    /// Writes the `artifactLocation` (3.4) of the file at `path`.
    static func artifact(_ path: String, to json: inout JSONWriter) {
        json.object { json in
            json.key("uri")
            json.string(uri(path))
            if !path.hasPrefix("/") {
                json.key("uriBaseId")
                json.string("%SRCROOT%")
            }
        }
    }

    /// `path` as a URI reference (RFC 3986, section 4.1): every byte that may not stand for itself
    /// in a path is written as `%XX`.
    static func uri(_ path: String) -> String {
        var result: [UInt8] = Array((path.hasPrefix("/") ? "file://" : "").utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            if isPathByte(byte) {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Unreserved characters, sub-delimiters, `@` and `/`; a colon could be taken for a scheme.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~!$&'()*+,;=@/".utf8.contains(byte)
        }
    }
}
