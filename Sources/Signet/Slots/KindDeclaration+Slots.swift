/// The owner of an ID, as its readable text is to name it.
public struct OwnerName: Hashable, Sendable {
    let text: String
    let isTag: Bool

    /// The owner's whole identifier, up to 48 bytes.
    public static func plain(_ identifier: String) -> Self { Self(text: identifier, isTag: false) }

    /// A keyed tag of the owner.
    public static func tag(_ tag: OwnerTag) -> Self { Self(text: tag.description, isTag: true) }
}

extension KindDeclaration {
    /// Fills the kind's shape.
    ///
    /// ```swift
    /// let slots = try Catalog.builtIn[.session]?.slots(["type": "auth"], owner: .plain("user123"))
    /// ```
    ///
    /// - Parameters:
    ///   - values: Values by slot name, 1 to 48 bytes each.
    ///   - owner: The owner, written as the kind's policy says.
    /// - Returns: The slots, to be written with any number of IDs.
    /// - Throws: An error that says which rule a value breaks: a slot the kind does not have, a
    ///   required one that is missing, one that is too long, an owner that is personal data.
    public func slots(
        _ values: [String: String],
        owner: OwnerName? = nil
    ) throws(IDError) -> Slots {
        var owner = owner
        if let identifier = values[Self.ownerSlot] { owner = owner ?? .plain(identifier) }
        for name in values.keys where !slotNames.contains(name) {
            throw IDError(.slotUnknown, kind: kind)
        }
        var fields: [String] = []
        for (index, slot) in shape.enumerated() {
            var field: String?
            if slot.name == Self.ownerSlot {
                field = try owner.map { name throws(IDError) in try ownerField(name) }
            } else {
                field = try values[slot.name].map { value throws(IDError) in
                    try Slot.escaped(value)
                }
            }
            if let field {
                guard fields.count == index else { throw IDError(.slotMissing, kind: kind) }
                fields.append(field)
            } else if slot.isRequired {
                throw IDError(.slotMissing, kind: kind)
            }
        }
        if owner != nil, !slotNames.contains(Self.ownerSlot) {
            throw IDError(.slotUnknown, kind: kind)
        }
        guard !fields.isEmpty else { return .none }
        return Slots(names: slotNames, text: fields.joined(separator: "_"))
    }

    private func ownerField(_ owner: OwnerName) throws(IDError) -> String {
        switch ownerPolicy {
        case .none: throw IDError(.ownerNotWritten, kind: kind)
        case .tag where !owner.isTag: throw IDError(.ownerNeedsTag, kind: kind)
        case .plain, .tag: break
        }
        if owner.isTag { return owner.text }
        let bytes = Array(owner.text.utf8)
        guard bytes.count <= Slot.maximumCount else { throw IDError(.ownerTooLong, kind: kind) }
        if Self.isEmailAddress(bytes) { throw IDError(.ownerIsEmail, kind: kind) }
        if Self.isTelephoneNumber(bytes) { throw IDError(.ownerIsTelephone, kind: kind) }
        return try Slot.escaped(owner.text)
    }

    /// Whether something stands on both sides of an `@`.
    private static func isEmailAddress(_ bytes: [UInt8]) -> Bool {
        guard let sign = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return sign > 0 && sign < bytes.count - 1
    }

    /// Whether it is `+` and 7 to 15 digits (ITU-T E.164).
    private static func isTelephoneNumber(_ bytes: [UInt8]) -> Bool {
        bytes.first == UInt8(ascii: "+") && (8...16).contains(bytes.count)
            && bytes.dropFirst().allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }
}
