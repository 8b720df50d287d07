/// A moment in UTC, written as RFC 3339 has it: `2024-09-13T13:36:07.890Z`.
enum Timestamp {
    /// The length of the text.
    static let count = 24
    /// The Unix milliseconds that have a text: the years 1970 to 9999.
    static let range: Range<UInt64> = 0..<253_402_300_800_000

    /// Writes a moment.
    ///
    /// The day is turned into a date in the calendar that begins its years on the first of March,
    /// in which the leap day comes last.
    ///
    /// - Parameters:
    ///   - milliseconds: Unix time in ``range``.
    ///   - buffer: Where the 24 bytes go.
    ///   - start: The offset in the buffer.
    static func write(
        _ milliseconds: UInt64,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int
    ) {
        let day = milliseconds / 86_400_000 + 719_468
        let era = day / 146_097
        let dayOfEra = day % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let time = milliseconds % 86_400_000
        put(year, 4, UInt8(ascii: "-"), into: &buffer, at: start)
        put(month, 2, UInt8(ascii: "-"), into: &buffer, at: start + 5)
        put(dayOfMonth, 2, UInt8(ascii: "T"), into: &buffer, at: start + 8)
        put(time / 3_600_000, 2, UInt8(ascii: ":"), into: &buffer, at: start + 11)
        put(time / 60_000 % 60, 2, UInt8(ascii: ":"), into: &buffer, at: start + 14)
        put(time / 1000 % 60, 2, UInt8(ascii: "."), into: &buffer, at: start + 17)
        put(time % 1000, 3, UInt8(ascii: "Z"), into: &buffer, at: start + 20)
    }

    /// Writes digits and a mark behind them.
    private static func put(
        _ value: UInt64,
        _ count: Int,
        _ mark: UInt8,
        into buffer: inout MutableSpan<UInt8>,
        at start: Int
    ) {
        var rest = value
        for place in (start..<start + count).reversed() {
            buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        buffer[start + count] = mark
    }

    /// The text of a moment.
    static func text(_ milliseconds: UInt64) -> String {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        write(milliseconds, into: &span, at: 0)
        return String(decoding: bytes, as: UTF8.self)
    }
}
