/// A 128-bit hash for telling contents apart, at the speed of memory.
///
/// The step is the one of wyhash (Wang Yi, 2019): multiply two words to 128 bits and fold the
/// halves. Here eight chains run side by side over blocks of 64 bytes. Four of them pair the words
/// one way and four another, so that each half of the hash depends on every byte by itself, and
/// two contents have the same hash by accident once in 2^128 pairs or so. The keys come from a
/// seed by SplitMix64 (Steele, Lea and Flood, 2014). Whoever does not know the seed cannot make
/// two contents with one hash; each cache draws a seed of its own.
package struct ContentHash: Sendable {
    private let keys: SIMD8<UInt64>

    /// Derives the keys.
    package init(seed: UInt64) {
        var keys = SIMD8<UInt64>()
        var state = seed
        for index in keys.indices {
            state &+= 0x9e37_79b9_7f4a_7c15
            var key = state
            key = (key ^ key >> 30) &* 0xbf58_476d_1ce4_e5b9
            key = (key ^ key >> 27) &* 0x94d0_49bb_1331_11eb
            keys[index] = key ^ key >> 31
        }
        self.keys = keys
    }

    /// The hash of `bytes`; another `tweak` gives another hash.
    package func hash(_ bytes: Span<UInt8>, tweak: UInt64 = 0) -> UInt128 {
        let raw = unsafe bytes.bytes
        // A chain must not begin with the key of its step: the step would give the same for a
        // word in either place.
        var ones = keys.highHalf
        var twos = keys.lowHalf
        var offset = 0
        while offset &+ 64 <= bytes.count {
            // The loop's condition keeps the load inside the bytes.
            let block = unsafe raw.unsafeLoadUnaligned(
                fromByteOffset: offset,
                as: SIMD8<UInt64>.self
            )
            step(block, &ones, &twos)
            offset &+= 64
        }
        var rest = SIMD8<UInt64>()
        for index in offset..<bytes.count {
            let place = index &- offset
            rest[place / 8] |= UInt64(bytes[index]) << UInt64(place % 8 * 8)
        }
        step(rest, &ones, &twos)
        let end = UInt64(bytes.count) ^ tweak &* 0x9e37_79b9_7f4a_7c15
        return UInt128(finish(ones, end, keys.lowHalf)) << 64
            | UInt128(finish(twos, end, keys.highHalf))
    }

    @inline(__always)
    private func step(
        _ block: SIMD8<UInt64>,
        _ ones: inout SIMD4<UInt64>,
        _ twos: inout SIMD4<UInt64>
    ) {
        ones[0] = Self.fold(block[0] ^ keys[0], block[1] ^ ones[0])
        ones[1] = Self.fold(block[2] ^ keys[1], block[3] ^ ones[1])
        ones[2] = Self.fold(block[4] ^ keys[2], block[5] ^ ones[2])
        ones[3] = Self.fold(block[6] ^ keys[3], block[7] ^ ones[3])
        twos[0] = Self.fold(block[1] ^ keys[4], block[2] ^ twos[0])
        twos[1] = Self.fold(block[3] ^ keys[5], block[4] ^ twos[1])
        twos[2] = Self.fold(block[5] ^ keys[6], block[6] ^ twos[2])
        twos[3] = Self.fold(block[7] ^ keys[7], block[0] ^ twos[3])
    }

    private func finish(
        _ chains: SIMD4<UInt64>,
        _ end: UInt64,
        _ keys: SIMD4<UInt64>
    ) -> UInt64 {
        let left = Self.fold(chains[0] ^ keys[1], chains[1] ^ keys[2])
        let right = Self.fold(chains[2] ^ keys[3], chains[3] ^ keys[0])
        return Self.fold(left ^ end ^ keys[2], right ^ keys[1])
    }

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
