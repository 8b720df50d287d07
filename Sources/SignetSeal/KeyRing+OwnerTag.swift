public import Signet

extension KeyRing {
    /// The tag that stands for an owner in readable texts, under the current key.
    ///
    /// HMAC-SHA256 over `signet/owner/1`, the tenant and the owner, each behind a zero byte; the
    /// first 55 bits.
    ///
    /// - Parameters:
    ///   - owner: The owner's whole identifier.
    ///   - tenant: The tenant that the owner belongs to: equal owners of two tenants have
    ///     different tags.
    ///   - epoch: The number of the key, or nil for the current one.
    /// - Returns: The tag.
    /// - Throws: ``SealError/Code-swift.struct/zeroByte`` or
    ///   ``SealError/Code-swift.struct/unknownKey``.
    public func ownerTag(
        for owner: String,
        tenant: String,
        epoch: UInt8? = nil
    ) throws(SealError) -> OwnerTag {
        let epoch = epoch ?? current
        let message = try message("signet/owner/1", tenant, owner)
        guard let code = authenticationCode(for: message, key: epoch) else {
            throw SealError(.unknownKey)
        }
        let word = code[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return OwnerTag(epoch: epoch, bits: word >> 9)
    }

    /// Whether a tag may be an owner's: a filter, not a proof.
    ///
    /// - Returns: False as well when the key of the tag's epoch is not in the ring.
    /// - Throws: ``SealError/Code-swift.struct/zeroByte``.
    public func isTag(
        _ tag: OwnerTag,
        of owner: String,
        tenant: String
    ) throws(SealError) -> Bool {
        do throws(SealError) {
            return try ownerTag(for: owner, tenant: tenant, epoch: tag.epoch) == tag
        } catch  where error.code == .unknownKey {
            return false
        }
    }
}
