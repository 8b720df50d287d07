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

    /// Whether the bytes are the same as others.
    package func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return unsafe withUnsafeBytes { left in
            unsafe other.withUnsafeBytes { right in
                guard let left = left.baseAddress, let right = right.baseAddress else {
                    return true
                }
                return unsafe memcmp(left, right, count) == 0
            }
        }
    }

    /// The offset of the first byte above 127.
    package var firstNonASCII: Int? {
        for index in indices where self[index] > 127 { return index }
        return nil
    }
}

extension Span<UInt8> {
    /// The text of some bytes, cut between two characters where it is longer than `limit` bytes.
    package func text(in range: Range<Int>, limit: Int = 255) -> String {
        var end = Swift.min(range.upperBound, range.lowerBound + limit)
        while end < range.upperBound, end > range.lowerBound, self[end] & 0xC0 == 0x80 { end -= 1 }
        return unsafe extracting(range.lowerBound..<end).withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }
}

extension [UInt8] {
    /// Appends the bytes of a span.
    package mutating func append(contentsOf bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
