#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Converts text of some encoding to UTF-8 with the C library's `iconv`.
@safe
package struct TextConverter: ~Copyable {
    private let descriptor: iconv_t

    /// Opens a converter, or returns `nil` for an encoding that the library does not have or in
    /// which letters, digits and signs of Python are not the bytes of ASCII; Python itself cannot
    /// read sources in those.
    package static func make(from encoding: String) -> TextConverter? {
        guard let descriptor = unsafe iconv_open("UTF-8", encoding),
            Int(bitPattern: descriptor) != -1
        else { return nil }
        let converter = unsafe TextConverter(descriptor: descriptor)
        let probe = Array("import uuid4 (+A-) \"\\~\n".utf8)
        var result: [UInt8] = []
        guard converter.convert(probe.span, into: &result) == nil, result == probe else {
            return nil
        }
        return converter
    }

    private init(descriptor: iconv_t) {
        unsafe self.descriptor = descriptor
    }

    deinit {
        unsafe iconv_close(descriptor)
    }

    /// Replaces `result` by the text of `source`.
    ///
    /// - Returns: The offset of the first byte that is not of the encoding, or `nil` for success.
    package func convert(_ source: Span<UInt8>, into result: inout [UInt8]) -> Int? {
        // One byte of these encodings never takes more than three of UTF-8 (ISO 8859 and the like),
        // and what stands for two characters never less than two bytes.
        let capacity = source.count * 3 + 16
        let descriptor = unsafe descriptor
        var failure: Int?
        result = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            unsafe source.withUnsafeBytes { input in
                var from = unsafe UnsafeMutablePointer(
                    mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self)
                )
                var fromLeft = input.count
                var to = unsafe UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(
                    to: CChar.self
                )
                var toLeft = output.count
                _ = unsafe iconv(descriptor, nil, nil, nil, nil)
                let status = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
                if status == -1 { failure = input.count - fromLeft }
                _ = unsafe iconv(descriptor, nil, nil, &to, &toLeft)
                count = output.count - toLeft
            }
        }
        return failure
    }
}
