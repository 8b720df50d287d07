internal import Crypto

/// A Lua script, which Redis runs as one step.
///
/// Redis knows a script by its SHA-1 once it has seen it, so its text travels once for each start of
/// the server. (SHA-1 is Redis' choice and names the text, no more.)
public struct RedisScript: Hashable, Sendable {
    let source: String
    let digest: String

    /// Creates a script.
    ///
    /// - Parameter source: The text; it finds its keys in `KEYS` and the rest in `ARGV`.
    public init(_ source: String) {
        self.source = source
        let digits = Array("0123456789abcdef".utf8)
        let bytes = Insecure.SHA1.hash(data: Array(source.utf8)).flatMap {
            [digits[Int($0 >> 4)], digits[Int($0 & 15)]]
        }
        digest = String(decoding: bytes, as: UTF8.self)
    }

    /// The command that names the script, or hands over its text.
    func command(withText: Bool, keys: [String], arguments: [[UInt8]]) -> RedisCommand {
        let head = [withText ? "EVAL" : "EVALSHA", withText ? source : digest, String(keys.count)]
        return RedisCommand(words: (head + keys).map { Array($0.utf8) } + arguments)
    }
}
