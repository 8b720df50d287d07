extension Catalog {
    /// Parses what earlier generators wrote: `{kind}_{slots}_{13 digits}_{digits}_{8 hex digits}`.
    ///
    /// Their slots were not escaped, so that a `_` may stand inside one; the last slot of the
    /// shape takes what is left. Slots that are escaped as today's are read as such.
    func parseClassic(_ text: Span<UInt8>) throws(IDError) -> ParsedID {
        let random = text.count - 8
        let number = text.lastUnderscore(before: random - 1) + 1
        let time = text.lastUnderscore(before: max(number - 1, 0)) + 1
        guard time > 1, number - time == 14, random - number > 1 else {
            throw IDError(.unknownForm, at: random)
        }
        guard let randomValue = Hex.value(text.word(at: random)) else {
            throw Self.firstFault(text, random..<text.count, .badHex) { Hex.nibble($0) != nil }
        }
        for range in [time..<number - 1, number..<random - 1] {
            let isDigit = { (byte: UInt8) in byte &- UInt8(ascii: "0") < 10 }
            for offset in range where !isDigit(text[offset]) {
                throw IDError(.fault(of: text[offset], else: .badDecimal), at: offset)
            }
        }
        let timeValue = text.decimal(time..<number - 1) ?? 0
        guard Core.times.contains(timeValue) else { throw IDError(.timeOutOfRange, at: time) }
        let head = try classicHead(text, end: time - 1)
        return ParsedID(
            .classic,
            kind: head.kind,
            isDeclared: head.isDeclared,
            slots: head.slots,
            classic: ClassicFields(
                time: timeValue,
                number: text.decimal(number..<random - 1),
                random: randomValue
            )
        )
    }

    private func classicHead(
        _ text: Span<UInt8>,
        end: Int
    ) throws(IDError) -> (kind: Kind, isDeclared: Bool, slots: Slots) {
        for offset in 0..<end
        where !Slot.isUnreserved(text[offset]) && text[offset] != UInt8(ascii: "_")
            && text[offset] != UInt8(ascii: "~")
        {
            throw IDError(.fault(of: text[offset], else: .slotMalformed), at: offset)
        }
        guard let (kind, position, count) = longestKind(text, end: end) else {
            return (try Kind(validating: text.extracting(first: end)), false, .none)
        }
        guard count < end else { return (kind, true, .none) }
        let fields = String(ascii: text.extracting(count + 1..<end))
        do throws(IDError) {
            let slots = try Slots(classic: fields, names: declarations[position].slotNames)
            return (kind, true, slots)
        } catch {
            throw IDError(error.code, at: count + 1)
        }
    }

    private static func firstFault(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reason: IDError.Code,
        _ isValid: (UInt8) -> Bool
    ) -> IDError {
        for offset in range where !isValid(text[offset]) {
            return IDError(.fault(of: text[offset], else: reason), at: offset)
        }
        return IDError(reason, at: range.lowerBound)
    }
}

extension Span<UInt8> {
    /// The number that decimal digits spell, or nil when it does not fit 64 bits.
    package func decimal(_ range: Range<Int>) -> UInt64? {
        var value: UInt64 = 0
        for offset in range {
            let (tens, isLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isLarger) = tens.addingReportingOverflow(
                UInt64(self[offset] &- UInt8(ascii: "0"))
            )
            if isLarge || isLarger { return nil }
            value = sum
        }
        return value
    }
}
