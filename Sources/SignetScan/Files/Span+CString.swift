extension Span<UInt8> {
    /// Calls `body` with the bytes as a C string.
    ///
    /// The span must hold a zero byte; everything up to the first one is the string.
    package func withCString<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(!isEmpty && self[count - 1] == 0, "a C string ends in zero")
        return try unsafe withUnsafeBytes { bytes throws(Failure) in
            guard let base = bytes.baseAddress else { preconditionFailure("checked above") }
            return try unsafe body(base.assumingMemoryBound(to: CChar.self))
        }
    }
}
