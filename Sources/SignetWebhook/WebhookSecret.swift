internal import Crypto
internal import Foundation
public import SignetRollout

/// What a sender of webhooks and their receiver share, so that nobody else can send them.
///
/// Messages are signed as in the specification Standard Webhooks 1.0.0 (standardwebhooks.com),
/// for which there are libraries in many languages: `webhook-signature` is `v1,` and the Base64 of
/// HMAC-SHA256 over `ID.TIMESTAMP.BODY`.
public struct WebhookSecret: Sendable {
    private let key: SymmetricKey

    /// Reads a secret.
    ///
    /// - Parameter text: `whsec_` and the Base64 of 24 to 64 random bytes.
    /// - Throws: ``SignetRollout/RolloutError/Code-swift.struct/invalid``, which does not repeat it.
    public init(_ text: String) throws(RolloutError) {
        guard text.hasPrefix("whsec_"), let bytes = Data(base64Encoded: String(text.dropFirst(6))),
            (24...64).contains(bytes.count)
        else {
            throw RolloutError(
                .invalid,
                "the secret of a webhook is whsec_ and the Base64 of 24 to 64 random bytes"
            )
        }
        key = SymmetricKey(data: bytes)
    }

    /// The signature of a message.
    ///
    /// - Parameters:
    ///   - id: The message's ID, the same at each attempt.
    ///   - timestamp: When it is sent, in Unix seconds.
    ///   - body: What is sent.
    /// - Returns: The value of `webhook-signature`.
    func signature(id: String, timestamp: UInt64, body: [UInt8]) -> String {
        var code = HMAC<SHA256>(key: key)
        code.update(data: Array("\(id).\(timestamp).".utf8))
        code.update(data: body)
        return "v1," + Data(code.finalize()).base64EncodedString()
    }
}

extension WebhookSecret: CustomStringConvertible, CustomReflectable {
    /// Nothing of the secret.
    public var description: String { "WebhookSecret" }

    /// Shows nothing of the secret to a debugger or a dump.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
