extension ID {
    /// The compact text, such as `session_01j7nsj96je00838djrfaebxg7`.
    public var compact: String { erased.compact }

    /// The UUID's text, such as `0191eb99-24d2-7000-81a1-b2c3d4e5f607`; it leaves the kind out.
    public var uuid: String { erased.uuid }

    /// The compact text and a check of six digits, for people to read out and type.
    public var checked: String { erased.checked }

    /// The readable text, such as `thread_chat_1726234567890_000001_a1b2c3d4e5f607`.
    ///
    /// - Throws: As ``AnyID/readable(_:)``.
    public func readable(_ slots: Slots = .none) throws(IDError) -> String {
        try erased.readable(slots)
    }

    /// Writes the text of a form that needs no key into a buffer.
    ///
    /// - Returns: How many bytes were written.
    /// - Throws: As ``AnyID/write(_:_:into:at:)``.
    public func write(
        _ form: TextForm,
        _ slots: Slots = .none,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int = 0
    ) throws(IDError) -> Int {
        try erased.write(form, slots, into: &buffer, at: start)
    }
}
