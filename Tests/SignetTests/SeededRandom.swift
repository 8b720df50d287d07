/// A random number generator that gives the same numbers in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }

    /// A name of one to three labels that no built-in kind begins with.
    mutating func kindName() -> String {
        let labels = (0..<Int.random(in: 1...3, using: &self)).map { _ in label() }
        return "z" + labels.joined(separator: "_")
    }

    /// A label of one to eight letters and digits.
    mutating func label() -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let rest = letters + Array("0123456789")
        var label = String(letters[Int.random(in: 0..<26, using: &self)])
        for _ in 0..<Int.random(in: 0...7, using: &self) {
            label.append(rest[Int.random(in: 0..<36, using: &self)])
        }
        return label
    }

    /// A value of a slot: 1 to 48 bytes of UTF-8, of every plane.
    mutating func slotValue() -> String {
        let limit = Int.random(in: 1...48, using: &self)
        var value = ""
        while true {
            let ceiling: [UInt32] = [0x80, 0x80, 0x800, 0x1_0000, 0x11_0000]
            let bound = ceiling[Int.random(in: 0..<5, using: &self)]
            let number = UInt32.random(in: 0..<bound, using: &self)
            let scalar = UnicodeScalar(number) ?? "_"
            if value.utf8.count + UTF8.width(scalar) > limit { break }
            value.unicodeScalars.append(scalar)
        }
        return value.isEmpty ? "." : value
    }
}
