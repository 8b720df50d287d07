import Signet

/// Keeps secrets out of what is printed or kept.
package enum Redaction {
    private static let mark = Array("_sk_".utf8)

    /// A text that looks like a secret without what is secret in it; nil for any other text.
    ///
    /// A mistyped secret is still most of one, so the mark alone decides.
    package static func redacted(_ text: Span<UInt8>) -> String? {
        guard text.count >= mark.count else { return nil }
        if Bridge.isCredential(text) {
            return text.starts(with: "eyJ") ? "eyJ(redacted)" : "sk_(redacted)"
        }
        for start in 0...text.count - mark.count
        where mark.indices.allSatisfy({ text[start + $0] == mark[$0] }) {
            let head = unsafe text.extracting(first: start).withUnsafeBufferPointer {
                unsafe String(decoding: $0, as: UTF8.self)
            }
            return head + "_sk_(redacted)"
        }
        return nil
    }
}
