import Synchronization

/// An atomic word with room for a cache line on either side of it.
///
/// 128 bytes are two lines of most processors, which fetch lines in pairs, and one of Apple's.
struct LoneWord: ~Copyable, Sendable {
    private let before = [16 of UInt64](repeating: 0)
    let value = Atomic<UInt64>(0)
    private let after = [16 of UInt64](repeating: 0)
}
