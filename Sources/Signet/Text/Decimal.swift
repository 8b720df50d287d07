/// Decimal digits, eight at a time in one machine word.
///
/// In such a word the first digit stands in the lowest byte, as it does in memory.
package enum Decimal {
    /// The eight digits of a number below 100,000,000, with leading zeros.
    ///
    /// The number is halved into groups of four, two and one digits; each division is a
    /// multiplication by the reciprocal, done for all groups at once. No group overflows.
    package static func digits(_ value: UInt32) -> UInt64 {
        let fours = UInt64(value / 10_000) | UInt64(value % 10_000) << 32
        let hundreds = ((fours &* 10_486) >> 20) & 0x0000_007f_0000_007f
        let twos = hundreds | (fours &- hundreds &* 100) << 16
        let tens = ((twos &* 103) >> 10) & 0x000f_000f_000f_000f
        let ones = tens | (twos &- tens &* 10) << 8
        return ones &+ 0x3030_3030_3030_3030
    }

    /// The number that eight digits spell, or nil when a byte is no digit.
    package static func value(_ digits: UInt64) -> UInt32? {
        let upper = digits & 0xf0f0_f0f0_f0f0_f0f0
        let carried = (digits &+ 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0
        guard upper == 0x3030_3030_3030_3030, carried == upper else { return nil }
        let ones = digits & 0x0f0f_0f0f_0f0f_0f0f
        let twos = (ones &* 10 &+ ones >> 8) & 0x00ff_00ff_00ff_00ff
        let fours = (twos &* 100 &+ twos >> 16) & 0x0000_ffff_0000_ffff
        return UInt32(truncatingIfNeeded: fours &* 10_000 &+ fours >> 32)
    }
}
