extension AnyID {
    /// The compact text, such as `session_01j7nsj96je00838djrfaebxg7`.
    public var compact: String {
        String(count: compactCount) { buffer in writeCompact(into: &buffer, at: 0) }
    }

    /// The UUID's text, such as `0191eb99-24d2-7000-81a1-b2c3d4e5f607`; it leaves the kind out.
    public var uuid: String {
        String(count: Core.uuidCount) { buffer in core.writeUUID(into: &buffer, at: 0) }
    }

    /// The compact text and a check of six digits, for people to read out and type.
    public var checked: String {
        String(count: compactCount + 1 + Check.count) { buffer in
            writeCompact(into: &buffer, at: 0)
            let value = Check.value(
                of: buffer.span.extracting(first: compactCount),
                digitsAt: compactCount - Core.base32Count
            )
            buffer[compactCount] = UInt8(ascii: "_")
            let start = compactCount + 1
            Base32.write(UInt64(value), count: Check.count, into: &buffer, at: start)
        }
    }

    /// The readable text, such as `thread_chat_1726234567890_000001_a1b2c3d4e5f607`.
    ///
    /// - Parameter slots: What the kind's declaration made of the slots' values.
    /// - Returns: The text, at most 255 bytes.
    /// - Throws: ``IDError/Code-swift.struct/noReadableForm`` for a core that is not of version 7,
    ///   ``IDError/Code-swift.struct/tooLong`` above 255 bytes.
    public func readable(_ slots: Slots = .none) throws(IDError) -> String {
        let count = try readableCount(slots)
        return String(count: count) { buffer in writeReadable(slots, into: &buffer, at: 0) }
    }

    /// Writes the text of a form that needs no key into a buffer.
    ///
    /// - Parameters:
    ///   - form: ``TextForm/readable``, ``TextForm/compact`` or ``TextForm/uuid``.
    ///   - slots: The slots of a readable text.
    ///   - buffer: Where the text goes; 255 bytes hold any.
    ///   - start: The offset in the buffer at which the text begins.
    /// - Returns: How many bytes were written.
    /// - Throws: ``IDError/Code-swift.struct/bufferTooSmall``, which writes nothing, or an error of
    ///   ``readable(_:)``.
    public func write(
        _ form: TextForm,
        _ slots: Slots = .none,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int = 0
    ) throws(IDError) -> Int {
        let count: Int
        switch form {
        case .compact: count = compactCount
        case .uuid: count = Core.uuidCount
        case .readable: count = try readableCount(slots)
        default: throw IDError(.unknownForm)
        }
        guard start >= 0, count <= buffer.count - start else { throw IDError(.bufferTooSmall) }
        switch form {
        case .compact: writeCompact(into: &buffer, at: start)
        case .uuid: core.writeUUID(into: &buffer, at: start)
        default: writeReadable(slots, into: &buffer, at: start)
        }
        return count
    }

    private var compactCount: Int { kind.count + 1 + Core.base32Count }

    private func readableCount(_ slots: Slots) throws(IDError) -> Int {
        guard core.isReadable else { throw IDError(.noReadableForm, kind: kind) }
        let head = kind.count + (slots.isEmpty ? 0 : 1 + slots.text.utf8.count)
        let count = head + ReadableFields.count
        guard count <= Catalog.maximumTextCount else { throw IDError(.tooLong, kind: kind) }
        return count
    }

    private func writeCompact(into buffer: inout MutableSpan<UInt8>, at start: Int) {
        let end = start + kind.count
        kind.write(into: &buffer, at: start)
        buffer[end] = UInt8(ascii: "_")
        core.writeBase32(into: &buffer, at: end + 1)
    }

    private func writeReadable(
        _ slots: Slots,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int
    ) {
        var end = start + kind.count
        kind.write(into: &buffer, at: start)
        if !slots.isEmpty {
            buffer[end] = UInt8(ascii: "_")
            let fields = slots.text.utf8.span
            for offset in fields.indices { buffer[end + 1 + offset] = fields[offset] }
            end += 1 + fields.count
        }
        ReadableFields.write(core, into: &buffer, at: end)
    }
}

extension Kind {
    /// Writes the name into a buffer, in words: up to seven bytes behind it are overwritten, which
    /// every text has room for.
    fileprivate func write(into buffer: inout MutableSpan<UInt8>, at start: Int) {
        let count = self.count
        buffer.store(words.0.byteSwapped, at: start)
        if count > 8 { buffer.store(words.1.byteSwapped, at: start + 8) }
        if count > 16 { buffer.store(words.2.byteSwapped, at: start + 16) }
        if count > 24 { buffer.store(words.3.byteSwapped, at: start + 24) }
    }
}

extension String {
    /// Makes a string of a known number of ASCII bytes with one allocation.
    init(count: Int, _ write: (inout MutableSpan<UInt8>) -> Void) {
        self = unsafe String(unsafeUninitializedCapacity: count) { buffer in
            // The bytes are trivial, and `write` sets each of them.
            var span = unsafe MutableSpan(_unsafeElements: buffer)
            write(&span)
            return count
        }
    }
}
