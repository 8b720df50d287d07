#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Span<UInt8> {
    /// The offset of the first zero byte.
    package var firstZero: Int? {
        unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = unsafe memchr(base, 0, bytes.count)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// The offset of the first byte above 127.
    package var firstNonASCII: Int? {
        for index in indices where self[index] > 127 { return index }
        return nil
    }
}

extension [UInt8] {
    /// Appends the bytes of a span.
    package mutating func append(contentsOf bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
