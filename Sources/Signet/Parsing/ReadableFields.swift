/// The fields of fixed width at the end of a readable text: `_{time}_{counter}_{tail}`.
///
/// They are read and written eight digits at a time; where a field's width is no multiple of
/// eight, two words overlap.
enum ReadableFields {
    /// The length of the fields with the `_` before each.
    static let count = 36

    private static let underscore = UInt64(UInt8(ascii: "_"))

    /// Reads the fields.
    ///
    /// - Parameter text: A text of more than 36 bytes.
    /// - Returns: The core.
    /// - Throws: An error with the offset of the first fault.
    static func core(_ text: Span<UInt8>) throws(IDError) -> Core {
        let start = text.count - count
        // The counter has six digits between two `_`; two zeros fill the word up.
        let counterWord = text.word(at: start + 14) << 8 & ~0xffff | 0x3030
        guard let timeStart = Decimal.value(text.word(at: start + 1)),
            let timeEnd = Decimal.value(text.word(at: start + 6)),
            let counter = Decimal.value(counterWord),
            let tailStart = Hex.value(text.word(at: start + 22)),
            let tailEnd = Hex.value(text.word(at: start + 28))
        else { throw fault(text, start: start) }
        let time = UInt64(timeStart) * 100_000 + UInt64(timeEnd % 100_000)
        guard Core.times.contains(time) else { throw IDError(.timeOutOfRange, at: start + 1) }
        guard counter <= Core.maximumCounter else {
            throw IDError(.counterOutOfRange, at: start + 15)
        }
        return Core(
            sequence: time << 18 | UInt64(counter),
            tail: UInt64(tailStart) << 24 | UInt64(tailEnd)
        )
    }

    /// Writes the fields of a core that has a readable form.
    static func write(_ core: Core, into buffer: inout MutableSpan<UInt8>, at start: Int) {
        let time = core.high >> 16
        let tail = core.low & 0x00ff_ffff_ffff_ffff
        // Each word that spills over its field to the left goes before what stands there.
        buffer.store(Decimal.digits(core.sequenceCounter), at: start + 13)
        buffer.store(Decimal.digits(UInt32(time % 100_000_000)), at: start + 6)
        buffer.store(Decimal.digits(UInt32(time / 100_000)), at: start + 1)
        buffer.store(Hex.digits(UInt32(truncatingIfNeeded: tail)), at: start + 28)
        buffer.store(Hex.digits(UInt32(truncatingIfNeeded: tail >> 24)), at: start + 22)
        buffer[start] = UInt8(underscore)
        buffer[start + 14] = UInt8(underscore)
        buffer[start + 21] = UInt8(underscore)
    }

    private static func fault(_ text: Span<UInt8>, start: Int) -> IDError {
        for offset in start..<text.count {
            let byte = text[offset]
            let place = offset - start
            if place == 0 || place == 14 || place == 21 { continue }
            let isTail = place > 21
            if isTail ? Hex.nibble(byte) == nil : byte &- UInt8(ascii: "0") > 9 {
                let reason: IDError.Code = isTail ? .badHex : .badDecimal
                return IDError(.fault(of: byte, else: reason), at: offset)
            }
        }
        return IDError(.unknownForm, at: start)
    }
}
