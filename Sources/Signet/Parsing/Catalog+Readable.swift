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
        if let (position, count) = longestKind(text, end: end) {
            // Most texts without slots end here, and nothing of the declaration is copied.
            if count == end { return (kinds[position], true, .none) }
            let declaration = declarations[position]
            let slots = try self.slots(text, count..<end, of: declaration)
            return (declaration.kind, true, slots)
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

    /// The longest declared kind that the leading fields of a head spell.
    func longestKind(_ text: Span<UInt8>, end: Int) -> (position: Int, count: Int)? {
        let longest = min(end, Kind.maximumCount)
        let spelled = Kind(unchecked: text, count: longest)
        var candidates = lengths & UInt32(truncatingIfNeeded: (1 as UInt64) << UInt64(longest) - 1)
        while candidates != 0 {
            let count = 32 - candidates.leadingZeroBitCount
            candidates &= ~(1 << UInt32(count - 1))
            if count == end || text[count] == UInt8(ascii: "_"),
                let position = position(of: spelled.prefix(count))
            {
                return (position, count)
            }
        }
        return nil
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
