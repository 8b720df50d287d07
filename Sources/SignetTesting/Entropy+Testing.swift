public import Signet
import Synchronization

extension Entropy {
    /// A source that gives the same bits in every run: the generator SplitMix64 (Steele, Lea and
    /// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
    ///
    /// Each request takes one word and gives its highest bits. Never use it outside tests.
    ///
    /// - Parameter seed: Where the sequence begins.
    /// - Returns: The source.
    public static func seeded(_ seed: UInt64) -> Entropy {
        let state = Shared(seed)
        return Entropy { count throws(IDError) in
            var word = state.value.wrappingAdd(0x9e37_79b9_7f4a_7c15, ordering: .relaxed).newValue
            word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
            word ^= word >> 31
            return word >> UInt64(64 - count)
        }
    }

    /// A source that gives the same bits every time.
    ///
    /// - Parameter bits: The bits, of which a request takes the lowest.
    /// - Returns: The source.
    public static func constant(_ bits: UInt64) -> Entropy {
        Entropy { _ throws(IDError) in bits }
    }

    /// A source that fails, as one does that the machine does not provide.
    ///
    /// - Parameter count: How many requests succeed before, with zero bits.
    /// - Returns: The source.
    public static func failing(after count: Int = 0) -> Entropy {
        let requests = Shared(0)
        return Entropy { _ throws(IDError) in
            let number = requests.value.add(1, ordering: .relaxed).newValue
            guard number <= UInt64(count) else { throw IDError(.entropyUnavailable) }
            return 0
        }
    }

    private final class Shared: Sendable {
        let value: Atomic<UInt64>
        init(_ value: UInt64) { self.value = Atomic(value) }
    }
}
