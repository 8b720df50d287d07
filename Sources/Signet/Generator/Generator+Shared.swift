#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
extension Generator {
    /// The generator of this process, on the operating system's clock and entropy.
    ///
    /// One generator a process keeps all its IDs in one strictly increasing order.
    public static let shared = Generator(clock: .system, entropy: .system)
}
#endif
