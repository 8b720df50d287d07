import SignetBridge
import SignetObserve

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file, or standard input, that is read piece by piece into an observer, and perhaps followed.
///
/// Followed is the name and not the file: when another file takes the name, as when logs are
/// rotated, the old one is read to its end and the new one from its beginning.
struct StreamSource {
    /// What its identifiers are counted under.
    let service: String
    /// What was seen.
    private(set) var observer: StreamObserver
    private let path: String?
    private var descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)
    /// How many bytes at the beginning of the buffer are not consumed yet.
    private var kept = 0
    /// How many bytes of the present file were read.
    private var position: Int64 = 0

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: The file; nil is standard input.
    ///   - service: What its identifiers are counted under.
    ///   - bridge: The families.
    /// - Throws: ``CommandFailure`` when it cannot be opened.
    init(path: String?, service: String, bridge: Bridge) throws {
        self.path = path
        self.service = service
        observer = StreamObserver(bridge: bridge)
        descriptor = path == nil ? 0 : -1
        if let path, !reopen() { throw Self.failure("opened", path) }
    }

    /// Closes the file.
    func shut() {
        if path != nil, descriptor >= 0 { close(descriptor) }
    }

    /// Reads the next piece.
    ///
    /// - Returns: Whether there was one.
    /// - Throws: ``CommandFailure`` when reading fails.
    mutating func advance() throws -> Bool {
        guard descriptor >= 0 else { return false }
        let start = kept
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe read(
                descriptor,
                bytes.baseAddress.map { unsafe $0 + start },
                bytes.count - start
            )
        }
        if count < 0 {
            if errno == EINTR { return true }
            throw Self.failure("read", path ?? "standard input")
        }
        guard count > 0 else { return false }
        position += Int64(count)
        look(at: kept + count, isLast: false)
        return true
    }

    /// Takes what is left for the end of the stream.
    mutating func finish() { look(at: kept, isLast: true) }

    /// Whether another file has the name now, or the file was cut, and was opened anew.
    ///
    /// What was written to the old one until then is read before it is left.
    mutating func hasMoved() throws -> Bool {
        guard let path else { return false }
        var (named, opened) = (stat(), stat())
        guard unsafe stat(path, &named) == 0 else { return false }
        let isOpen = unsafe descriptor >= 0 && fstat(descriptor, &opened) == 0
        let isSame = isOpen && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
        if isSame, Int64(opened.st_size) >= position { return false }
        while try advance() {}
        finish()
        shut()
        return reopen()
    }

    private mutating func reopen() -> Bool {
        guard let path else { return false }
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        position = 0
        return descriptor >= 0
    }

    private mutating func look(at count: Int, isLast: Bool) {
        // The buffer is taken out for as long as somebody looks at it: a span of it would keep all
        // of this value from being changed.
        var bytes: [UInt8] = []
        swap(&bytes, &buffer)
        let consumed = observer.observe(bytes.span.extracting(0..<count), isLast: isLast)
        swap(&bytes, &buffer)
        kept = count - consumed
        guard kept > 0, consumed > 0 else { return }
        unsafe buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            unsafe memmove(base, base + consumed, count - consumed)
        }
    }

    private static func failure(_ verb: String, _ name: String) -> CommandFailure {
        let reason = unsafe String(cString: strerror(errno))
        let status = verb == "opened" ? CommandFailure.usage : CommandFailure.failed
        return status("\(name) cannot be \(verb): \(reason)")
    }
}
