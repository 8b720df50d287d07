/// Where a generator gets its random bits from.
///
/// The operating system's source is read in batches, one a thread. A source that a program
/// provides is asked for every ID.
public struct Entropy: Sendable {
    /// Gives the lowest `count` bits at random, or fails.
    typealias Reader = @Sendable (_ count: Int) throws(IDError) -> UInt64

    let reader: Reader

    /// A source that a program provides, such as that of a test.
    ///
    /// - Parameter bits: Gives that many random bits, 1 to 64, as the lowest of a word; higher
    ///   bits are ignored. It throws when it cannot. It is called from any thread.
    public init(bits: @escaping @Sendable (_ count: Int) throws(IDError) -> UInt64) {
        reader = bits
    }

    /// Random bits, as the lowest of a word.
    ///
    /// - Parameter count: 1 to 64.
    /// - Returns: The bits; higher ones are 0.
    /// - Throws: ``IDError/Code-swift.struct/entropyUnavailable``.
    public func bits(_ count: Int) throws(IDError) -> UInt64 {
        try reader(count) & (.max >> UInt64(64 - count))
    }
}
