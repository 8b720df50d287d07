#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads the lines of a file through one buffer.
struct LineSource: ~Copyable {
    /// Where a line stands.
    struct Place {
        /// The line's number, counted from where reading began.
        let number: Int
        /// The offset of its first byte in the file.
        let start: UInt64
        /// The offset behind it and its line feed.
        let end: UInt64
        /// Whether it ends with a line feed; only the last line may not.
        let isWhole: Bool
    }

    /// The longest line that a log writes takes less; more is no line of one.
    private static let maximumCount = 1 << 21

    private let file: FileDescriptor
    private let path: String
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var start = 0
    private var end = 0
    private var offset: UInt64

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - offset: Where reading begins: the beginning of a line.
    /// - Throws: ``AuditError/Code-swift.struct/notFound`` or
    ///   ``AuditError/Code-swift.struct/storeFailed``.
    init(_ path: String, from offset: UInt64 = 0) throws(AuditError) {
        file = try FileDescriptor(path, O_RDONLY)
        self.path = path
        self.offset = offset
    }

    /// What the file is.
    func status() throws(AuditError) -> FileDescriptor.Status { try file.status() }

    /// Gives each line without its line feed to `body`, until that returns false.
    mutating func visit(
        _ body: (Span<UInt8>, Place) throws(AuditError) -> Bool
    ) throws(AuditError) {
        var number = 0
        while true {
            if let newline = firstNewline() {
                number += 1
                let line = start..<newline
                let place = Place(
                    number: number,
                    start: offset,
                    end: offset + UInt64(line.count) + 1,
                    isWhole: true
                )
                start = newline + 1
                offset = place.end
                guard try body(buffer.span.extracting(line), place) else { return }
            } else if try !fill() {
                guard start < end else { return }
                let count = UInt64(end - start)
                let place = Place(
                    number: number + 1,
                    start: offset,
                    end: offset + count,
                    isWhole: false
                )
                _ = try body(buffer.span.extracting(start..<end), place)
                return
            }
        }
    }

    private func firstNewline() -> Int? {
        unsafe buffer.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, start < end else { return nil }
            let found = unsafe memchr(base + start, Int32(UInt8(ascii: "\n")), end - start)
            return unsafe found.map { unsafe UnsafeRawPointer(base).distance(to: $0) }
        }
    }

    /// Reads on behind what is left; false at the end of the file.
    private mutating func fill() throws(AuditError) -> Bool {
        if start > 0 {
            buffer.replaceSubrange(0..<end - start, with: buffer[start..<end])
            end -= start
            start = 0
        }
        if end == buffer.count {
            guard end < Self.maximumCount else {
                throw AuditError(.corrupted, "the file has a line that no log wrote", file: path)
            }
            buffer.append(contentsOf: repeatElement(0, count: buffer.count))
        }
        let count = try file.read(into: &buffer, at: end, from: offset + UInt64(end))
        end += count
        return count > 0
    }
}
