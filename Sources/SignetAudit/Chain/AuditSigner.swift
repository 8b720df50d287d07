internal import Crypto
public import Signet

/// The private key that signs checkpoints: Ed25519 (RFC 8032).
///
/// Whoever has it can write another history; keep it where the log's store is not, and where only
/// the process that records can read it.
public struct AuditSigner: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// The public half.
    public let publicKey: AuditPublicKey

    /// Takes a key.
    ///
    /// - Parameter seed: The 32 bytes of the private key (RFC 8032, section 5.1.5).
    /// - Throws: ``AuditError/Code-swift.struct/key``.
    public init(seed: [UInt8]) throws(AuditError) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let publicKey = AuditPublicKey(bytes: Array(key.publicKey.rawRepresentation))
        else { throw AuditError(.key) }
        self.key = key
        self.publicKey = publicKey
    }

    /// Makes the 32 bytes of a new private key.
    ///
    /// - Parameter entropy: Where the bits come from.
    /// - Returns: The bytes.
    /// - Throws: ``AuditError/Code-swift.struct/generatorFailed``.
    public static func makeSeed(entropy: Entropy = .system) throws(AuditError) -> [UInt8] {
        var seed: [UInt8] = []
        do throws(IDError) {
            for _ in 0..<32 { seed.append(UInt8(try entropy.bits(8))) }
        } catch {
            throw AuditError(.generatorFailed, error.description)
        }
        return seed
    }

    /// Signs a place in a tenant's chain.
    ///
    /// - Parameters:
    ///   - position: The place.
    ///   - tenant: Whose chain it is.
    ///   - time: Unix milliseconds.
    ///   - interval: After how many records the next checkpoint stands at the latest.
    /// - Returns: The checkpoint.
    /// - Throws: ``AuditError/Code-swift.struct/key`` when the signature cannot be made.
    public func checkpoint(
        at position: AuditPosition,
        of tenant: String,
        time: UInt64,
        interval: UInt64
    ) throws(AuditError) -> AuditCheckpoint {
        let unsigned = AuditCheckpoint(
            tenant: tenant,
            position: position,
            time: time,
            interval: interval,
            key: publicKey,
            signature: []
        )
        guard let signature = try? key.signature(for: unsigned.message) else {
            throw AuditError(.key, "the checkpoint cannot be signed with this key")
        }
        return AuditCheckpoint(
            tenant: tenant,
            position: position,
            time: time,
            interval: interval,
            key: publicKey,
            signature: Array(signature)
        )
    }
}

extension AuditSigner: CustomStringConvertible, CustomReflectable {
    /// The public half; never the private one.
    public var description: String { "AuditSigner(\(publicKey))" }

    /// Shows nothing of the private key to a debugger or a dump.
    public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
