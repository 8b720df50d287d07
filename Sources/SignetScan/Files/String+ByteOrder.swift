#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension String {
    /// Whether the bytes of the text in UTF-8 come before those of another, in the order of
    /// dictionaries.
    func precedesByBytes(_ other: String) -> Bool {
        let order = unsafe utf8.withContiguousStorageIfAvailable { left in
            unsafe other.utf8.withContiguousStorageIfAvailable { right in
                guard let first = left.baseAddress, let second = right.baseAddress else {
                    return left.count - right.count
                }
                let order = unsafe memcmp(first, second, min(left.count, right.count))
                return order == 0 ? left.count - right.count : Int(order)
            }
        }
        if let order = order ?? nil { return order < 0 }
        return utf8.lexicographicallyPrecedes(other.utf8)
    }
}
