#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension [(String, String)] {
    /// Lends two lists of C strings that end with a null pointer: the keys and the values.
    func withCStrings<Result>(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>
        ) -> Result
    ) -> Result {
        let keys = unsafe map { unsafe UnsafePointer(strdup($0.0)) } + [nil]
        let values = unsafe map { unsafe UnsafePointer(strdup($0.1)) } + [nil]
        defer {
            for index in 0..<count {
                unsafe free(UnsafeMutablePointer(mutating: keys[index]))
                unsafe free(UnsafeMutablePointer(mutating: values[index]))
            }
        }
        return unsafe body(keys, values)
    }
}

extension [PostgresValue] {
    /// Lends the start of each value's bytes, null for `NULL`.
    ///
    /// All bytes are laid out one after the other, since pointers into the values' own arrays
    /// would not be valid together.
    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
    ) -> Result {
        // One byte more, so that an empty value at the end has an address too.
        var bytes: [UInt8] = []
        for value in self { bytes += value.bytes ?? [] }
        bytes.append(0)
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress else { return body(nil) }
            var offset = 0
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            unsafe pointers.reserveCapacity(count)
            for value in self {
                let pointer = unsafe (start + offset).assumingMemoryBound(to: CChar.self)
                unsafe pointers.append(value.bytes == nil ? nil : unsafe pointer)
                offset += value.bytes?.count ?? 0
            }
            return unsafe body(pointers)
        }
    }
}
