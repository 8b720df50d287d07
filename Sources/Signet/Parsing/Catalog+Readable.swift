extension Catalog {
    /// Parses a text that ends with the fields of a readable one.
    func parseReadable(_ text: Span<UInt8>) throws(IDError) -> ParsedID {
        let head = try self.head(text, end: text.count - ReadableFields.count)
        let core = try ReadableFields.core(text)
        return ParsedID(
            .readable,
            kind: head.kind,
            isDeclared: head.isDeclared,
            core: core,
            slots: head.slots
        )
    }

    /// Splits the head of a readable text, what stands before the time, into kind and slots.
    ///
    /// The longest declared kind that the leading fields spell is the kind; the rest fills its
    /// shape from the left. Where no kind is declared, leading labels are the kind.
    private func head(
        _ text: Span<UInt8>,
        end: Int
    ) throws(IDError) -> (kind: Kind, isDeclared: Bool, slots: Slots) {
        if let (kind, position, count) = longestKind(text, end: end) {
            // Most texts without slots end here, and nothing of the declaration is copied.
            if count == end { return (kind, true, .none) }
            let slots = try self.slots(text, count..<end, of: declarations[position])
            return (kind, true, slots)
        }
        var count = 0
        var offset = 0
        while offset < end, text[offset] &- UInt8(ascii: "a") < 26 {
            let next = Self.endOfLabel(text, from: offset, end: end)
            guard next == end || text[next] == UInt8(ascii: "_") else { break }
            count = next
            offset = next + 1
        }
        // Without one label the whole head is validated, for the sake of its error.
        let kind = try Kind(validating: text.extracting(first: count > 0 ? count : end))
        return (kind, false, try slots(text, count..<end, of: nil))
    }

    private static func endOfLabel(_ text: Span<UInt8>, from start: Int, end: Int) -> Int {
        var offset = start
        while offset < end,
            text[offset] &- UInt8(ascii: "a") < 26 || text[offset] &- UInt8(ascii: "0") < 10
        {
            offset += 1
        }
        return offset
    }

    /// Validates the slots in a range, which begins with the `_` behind the kind.
    private func slots(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        of declaration: KindDeclaration?
    ) throws(IDError) -> Slots {
        guard !range.isEmpty else { return .none }
        var start = range.lowerBound + 1
        var index = 0
        while start <= range.upperBound {
            var end = start
            while end < range.upperBound, text[end] != UInt8(ascii: "_") { end += 1 }
            var isOwner = true
            if let declaration {
                guard index < declaration.shape.count else {
                    throw IDError(.slotsTooMany, at: start, kind: declaration.kind)
                }
                isOwner = declaration.slotNames[index] == KindDeclaration.ownerSlot
            }
            try Slot.validate(text, start..<end, mayBeTag: isOwner)
            start = end + 1
            index += 1
        }
        if let declaration, index < declaration.requiredSlots {
            throw IDError(.slotMissing, at: range.upperBound, kind: declaration.kind)
        }
        let fields = text.extracting(range.lowerBound + 1..<range.upperBound)
        return Slots(names: declaration?.slotNames ?? [], text: String(ascii: fields))
    }
}

extension String {
    /// Copies bytes that are known to be ASCII.
    init(ascii bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }
}
