#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines from a descriptor through one buffer, whatever their number.
///
/// A line longer than ``maximumLineCount`` is given cut at that length; the rest of it is skipped,
/// so that a line without an end takes no more memory than any other.
struct LineReader {
    /// How many bytes of a line are given at most.
    static let maximumLineCount = 1 << 16

    private let descriptor: Int32
    private let name: String
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    private var isSkipping = false

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - descriptor: Where the lines come from.
    ///   - name: What to call that when it cannot be read.
    init(descriptor: Int32, name: String = "standard input") {
        self.descriptor = descriptor
        self.name = name
    }

    /// Gives each line of a file to `body`; of standard input, when no file is named.
    ///
    /// - Throws: ``CommandFailure`` when the file cannot be opened or read, and what `body` throws.
    static func withLines(ofFile path: String?, _ body: (Span<UInt8>) throws -> Void) throws {
        guard let path else {
            var reader = LineReader(descriptor: 0)
            return try reader.forEachLine(body)
        }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = unsafe String(cString: strerror(errno))
            throw CommandFailure.usage("\(path) cannot be opened: \(reason)")
        }
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor, name: path)
        try reader.forEachLine(body)
    }

    /// Gives each line without its line end (LF or CRLF) to `body`.
    ///
    /// - Throws: ``CommandFailure`` when reading fails, and what `body` throws.
    mutating func forEachLine(_ body: (Span<UInt8>) throws -> Void) throws {
        while true {
            if let line = nextLine() {
                try body(buffer.span.extracting(line))
            } else if isAtEnd {
                return
            } else {
                try fill()
            }
        }
    }

    /// The range of the next whole line in the buffer, or of the last one of the input.
    private mutating func nextLine() -> Range<Int>? {
        if isSkipping {
            guard let newline = firstNewline() else {
                start = end
                return nil
            }
            start = newline + 1
            isSkipping = false
        }
        let line: Range<Int>
        if let newline = firstNewline() {
            line = start..<min(newline, start + Self.maximumLineCount)
            start = newline + 1
        } else if end - start >= Self.maximumLineCount {
            line = start..<start + Self.maximumLineCount
            start = line.upperBound
            isSkipping = true
        } else {
            guard isAtEnd, start < end else { return nil }
            line = start..<end
            start = end
        }
        let hasReturn = !line.isEmpty && buffer[line.upperBound - 1] == UInt8(ascii: "\r")
        return hasReturn ? line.dropLast() : line
    }

    private func firstNewline() -> Int? {
        unsafe buffer.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress, start < end else { return nil }
            let found = unsafe memchr(base + start, Int32(UInt8(ascii: "\n")), end - start)
            return unsafe found.map { unsafe UnsafeRawPointer(base).distance(to: $0) }
        }
    }

    /// Moves what is left to the front and reads on.
    private mutating func fill() throws {
        unsafe buffer.withUnsafeMutableBytes { bytes in
            guard start > 0, let base = bytes.baseAddress else { return }
            unsafe memmove(base, base + start, end - start)
        }
        end -= start
        start = 0
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe read(
                    descriptor,
                    bytes.baseAddress.map { unsafe $0 + end },
                    bytes.count - end
                )
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = unsafe String(cString: strerror(errno))
                throw CommandFailure.failed("\(name) cannot be read: \(reason)")
            }
            isAtEnd = count == 0
            end += count
            return
        }
    }
}
