/// A day of the Gregorian calendar, without a time zone.
package struct CalendarDay: Sendable, Hashable {
    /// The year, 1 to 9999.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, from 1.
    package let day: Int

    /// Creates a day; `nil` if the month does not have it.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2027-01-31` (ISO 8601, extended format); `nil` for every other text.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2d, bytes[7] == 0x2d else { return nil }
        var numbers: [Int] = []
        for range in [0..<4, 5..<7, 8..<10] {
            var number = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            numbers.append(number)
        }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The day of a Unix time in UTC.
    ///
    /// - Parameter seconds: Seconds since 1970-01-01; what lies outside of the years 1970 to 9999
    ///   is moved to the nearest day in them.
    package init(unixTime seconds: Int) {
        var days = min(max(0, seconds), 253_402_300_799) / 86_400
        var year = 1970
        // Whole cycles of 400 years first: each has 146,097 days.
        year += days / 146_097 * 400
        days %= 146_097
        while days >= Self.length(ofYear: year) {
            days -= Self.length(ofYear: year)
            year += 1
        }
        var month = 1
        while days >= Self.length(ofMonth: month, year: year) {
            days -= Self.length(ofMonth: month, year: year)
            month += 1
        }
        self.year = year
        self.month = month
        day = days + 1
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDay: Comparable {
    /// Earlier days first.
    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as `2027-01-31`.
    package var description: String {
        let digits = String(year * 10_000 + month * 100 + day)
        let padded = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.suffix(2))"
    }
}
