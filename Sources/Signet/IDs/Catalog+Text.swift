extension Catalog {
    /// Writes an ID in any form that needs no key, under the rules of the catalog.
    ///
    /// - Parameters:
    ///   - id: The ID.
    ///   - form: One of ``TextForm/writable``.
    ///   - slots: The slots of a readable or classic text.
    /// - Returns: The text.
    /// - Throws: ``IDError/Code-swift.struct/readAsOtherKind`` for a readable text of an undeclared
    ///   kind that a parser would split otherwise,
    ///   ``IDError/Code-swift.struct/classicNotDeclared``, or an error of ``AnyID/readable(_:)``.
    public func text(
        of id: AnyID,
        as form: TextForm,
        slots: Slots = .none
    ) throws(IDError) -> String {
        switch form {
        case .compact: return id.compact
        case .uuid: return id.uuid
        case .checked: return id.checked
        case .classic: return try classic(id, slots)
        case .readable: return try readable(id, slots)
        default: throw IDError(.unknownForm)
        }
    }

    /// The readable text, if it would be read as what it is.
    private func readable(_ id: AnyID, _ slots: Slots) throws(IDError) -> String {
        if let declaration = self[id.kind] {
            guard slots.isEmpty || slots.names == declaration.slotNames else {
                throw IDError(.slotUnknown, kind: id.kind)
            }
            return try id.readable(slots)
        }
        let text = try id.readable(slots)
        guard let parsed = try? parse(text), parsed.id == id, parsed.slots == slots else {
            throw IDError(.readAsOtherKind)
        }
        return text
    }

    /// What the earlier generators would have written: 24 of the 56 random bits are lost.
    private func classic(_ id: AnyID, _ slots: Slots) throws(IDError) -> String {
        guard self[id.kind]?.form == .classic else {
            throw IDError(.classicNotDeclared, kind: contains(id.kind) ? id.kind : nil)
        }
        guard id.core.isReadable, let time = id.core.time, let counter = id.core.counter else {
            throw IDError(.noReadableForm, kind: id.kind)
        }
        let fields = slots.isEmpty ? "" : "_\(slots.text)"
        let random = String(count: 8) { buffer in
            buffer.store(Hex.digits(UInt32(truncatingIfNeeded: id.core.low)), at: 0)
        }
        return "\(id.kind)\(fields)_\(time)_\(counter)_\(random)"
    }
}
