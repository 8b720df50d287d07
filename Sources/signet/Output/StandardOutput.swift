import SignetOutput

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output, gathered into large writes.
///
/// `@unchecked Sendable`: only the main thread, on which commands run, touches it; workers hand
/// their results over to it.
final class StandardOutput: @unchecked Sendable {
    /// The stream of this process.
    static let shared = StandardOutput()

    private static let highWater = 1 << 16

    /// What is not yet written; commands append lines here.
    var text = JSONWriter(capacity: highWater + 4096)

    private init() {}

    /// Appends a text.
    func write(_ string: String) {
        text.append(string)
    }

    /// Ends a line, and writes when there is enough to write.
    func endLine() throws {
        text.newline()
        if text.count >= Self.highWater { try flush() }
    }

    /// Writes what is gathered, then bytes that are already together.
    ///
    /// - Throws: As ``flush()``.
    func write(_ bytes: Span<UInt8>) throws {
        try flush()
        try Self.check(StandardStreams.write(bytes, to: 1))
    }

    /// Writes what is gathered.
    ///
    /// - Throws: ``ClosedOutput`` when nobody reads any more, ``CommandFailure`` when the output
    ///   cannot take it, such as a full disk.
    func flush() throws {
        guard text.count > 0 else { return }
        let status = text.withBytes { StandardStreams.write($0, to: 1) }
        text.removeAll()
        try Self.check(status)
    }

    private static func check(_ status: Int32) throws {
        if status == EPIPE { throw ClosedOutput() }
        guard status == 0 else {
            let reason = unsafe String(cString: strerror(status))
            throw CommandFailure.failed("standard output cannot be written: \(reason)")
        }
    }
}
