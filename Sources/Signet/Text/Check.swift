/// The check of six base32 digits that follows a compact text: the code bech32m (BIP 350).
///
/// It detects every substitution of up to four digits and a swapped kind. It is for people who
/// type; it proves nothing about where a text comes from.
package enum Check {
    /// How many digits a check has.
    package static let count = 6

    private static let constant: UInt32 = 0x2bc8_30a3

    /// The 30 bits that belong to a text of labels, `_` and base32 digits.
    ///
    /// The bytes of the head are reduced to their lowest five bits, `_` to 0; the `_` that ends
    /// the head counts as a 0 of its own. Digits count with their value.
    ///
    /// - Parameters:
    ///   - text: The head, a `_` and the digits.
    ///   - digits: Where the digits begin.
    /// - Returns: 30 bits, the first digit's in the highest.
    package static func value(of text: Span<UInt8>, digitsAt digits: Int) -> UInt32 {
        var state: UInt32 = 1
        for offset in text.indices {
            let byte = text[offset]
            let symbol =
                offset >= digits
                ? Base32.value(byte) : byte == UInt8(ascii: "_") ? 0 : byte & 31
            state = step(state, UInt32(symbol))
        }
        for _ in 0..<count { state = step(state, 0) }
        return state ^ constant
    }

    /// One step of the polynomial division over GF(32).
    private static func step(_ state: UInt32, _ symbol: UInt32) -> UInt32 {
        let top = state >> 25
        var next = (state & 0x1ff_ffff) << 5 ^ symbol
        if top & 1 != 0 { next ^= 0x3b6a_57b2 }
        if top & 2 != 0 { next ^= 0x2650_8e6d }
        if top & 4 != 0 { next ^= 0x1ea1_19fa }
        if top & 8 != 0 { next ^= 0x3d42_33dd }
        if top & 16 != 0 { next ^= 0x2a14_62b3 }
        return next
    }
}
