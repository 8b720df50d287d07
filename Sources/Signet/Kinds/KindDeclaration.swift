/// What the catalog says about a kind: its shape, its owner policy, how it is written and how long
/// its IDs live.
public struct KindDeclaration: Hashable, Sendable {
    /// The name of the slot that holds the owner.
    public static let ownerSlot = "owner"

    /// The kind.
    public let kind: Kind
    /// The slots of its readable texts, in order: required ones first.
    public let shape: [SlotDeclaration]
    /// How the owner is written.
    public let ownerPolicy: OwnerPolicy
    /// How long an ID of the kind lives, if it expires.
    public let lifetime: Duration?
    /// The form in which IDs of the kind are written unless another is asked for.
    public let form: TextForm
    /// One sentence that says what the kind names.
    public let summary: String

    /// The names of the slots, in order.
    package let slotNames: [String]
    let requiredSlots: Int

    /// Declares a kind.
    ///
    /// - Parameters:
    ///   - kind: The kind.
    ///   - shape: The slots of its readable texts, in order: required ones first.
    ///   - ownerPolicy: How the owner is written; nil is `plain` where the shape has an owner.
    ///   - lifetime: How long an ID of the kind lives, or nil.
    ///   - form: The form in which IDs are written unless another is asked for.
    ///   - summary: One sentence that says what the kind names.
    /// - Throws: ``IDError/Code-swift.struct/slotNameMalformed``,
    ///   ``IDError/Code-swift.struct/slotDeclaredTwice``,
    ///   ``IDError/Code-swift.struct/slotOrder`` or
    ///   ``IDError/Code-swift.struct/policyWithoutOwner``.
    public init(
        _ kind: Kind,
        shape: [SlotDeclaration] = [],
        ownerPolicy: OwnerPolicy? = nil,
        lifetime: Duration? = nil,
        form: TextForm = .readable,
        summary: String = ""
    ) throws(IDError) {
        try Self.validate(shape, of: kind)
        let hasOwner = shape.contains { $0.name == Self.ownerSlot }
        if let ownerPolicy, ownerPolicy != .none, !hasOwner {
            throw IDError(.policyWithoutOwner, kind: kind)
        }
        self.kind = kind
        self.shape = shape
        self.ownerPolicy = ownerPolicy ?? (hasOwner ? .plain : .none)
        self.lifetime = lifetime
        self.form = form
        self.summary = summary
        self.slotNames = shape.map { $0.name }
        self.requiredSlots = shape.count { $0.isRequired }
    }

    private static func validate(_ shape: [SlotDeclaration], of kind: Kind) throws(IDError) {
        var seen: [String] = []
        var wasOptional = false
        for slot in shape {
            guard let name = Kind(slot.name), name.count == slot.name.utf8.count,
                !slot.name.utf8.contains(UInt8(ascii: "_"))
            else { throw IDError(.slotNameMalformed, kind: kind) }
            if seen.contains(slot.name) { throw IDError(.slotDeclaredTwice, kind: kind) }
            if slot.isRequired, wasOptional { throw IDError(.slotOrder, kind: kind) }
            seen.append(slot.name)
            wasOptional = !slot.isRequired
        }
    }
}

/// One place in the shape of a kind's readable texts.
public struct SlotDeclaration: Hashable, Sendable {
    /// One label, such as `type` or `owner`.
    public let name: String
    /// Whether a readable text that has slots must have this one.
    public let isRequired: Bool

    /// Declares a slot; its name is validated by the kind that takes it.
    public init(_ name: String, isRequired: Bool = true) {
        self.name = name
        self.isRequired = isRequired
    }
}

/// How readable texts of a kind write the owner.
///
/// The list is fixed by version 1 of the format.
@frozen public enum OwnerPolicy: String, Hashable, Sendable, CaseIterable {
    /// No owner is written.
    case none
    /// The owner's whole identifier, escaped, never cut.
    case plain
    /// A keyed tag of 55 bits that says nothing to whoever lacks the key.
    case tag
}
