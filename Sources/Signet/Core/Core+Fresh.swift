extension Core {
    /// Mints a core, or takes random bits where the generator fails.
    ///
    /// - Parameters:
    ///   - generator: The generator that is asked.
    ///   - random: Where the bits of a core of version 4 come from (RFC 9562, section 5.4), if it
    ///     fails.
    package init(from generator: Generator, otherwise random: inout some RandomNumberGenerator) {
        do throws(IDError) {
            self = try generator.mintCore()
        } catch {
            let (high, low) = (random.next() as UInt64, random.next() as UInt64)
            self.init(unchecked: high & ~0xf000 | 0x4000, low & ~(0b11 << 62) | 0b10 << 62)
        }
    }
}

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
extension Core {
    /// Mints a core where no error can be thrown, as `UUID()` makes a UUID.
    ///
    /// ``Generator/shared`` makes it. While that refuses to, because the clock of the machine
    /// cannot be believed, the core is what `UUID()` would have made: 122 random bits of the
    /// system, as unique as any, of version 4, without time or order and without a readable form.
    /// A machine without random bits stops the program, as it does in the standard library.
    ///
    /// Prefer ``Generator/mintCore()`` where an error can be thrown, and where tests have to know
    /// the cores.
    public init() {
        var random = SystemRandomNumberGenerator()
        self.init(from: .shared, otherwise: &random)
    }
}

extension ID {
    /// Mints an ID where no error can be thrown, as `UUID()` makes a UUID.
    ///
    /// ```swift
    /// struct Upload {
    ///     let requestID = RequestID().compact
    /// }
    /// ```
    ///
    /// Its core is that of ``Core/init()``; what is said there of clocks that cannot be believed
    /// holds here as well.
    public init() {
        self.init(Core())
    }
}
#endif
