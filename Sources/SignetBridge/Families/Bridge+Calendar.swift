import Signet

extension Bridge {
    /// Reads dates and times of day at the end of a text.
    func readCalendar(
        _ text: Span<UInt8>,
        _ tail: TextTail,
        into detection: inout Detection
    ) -> Bool {
        let last = tail[0]
        guard last.isDecimal else { return false }
        switch last.count {
        case 14:
            guard CalendarDigits.isDate(text, at: last.start),
                CalendarDigits.isTime(text, at: last.start + 8)
            else { return false }
            return add(text, head: tail.head(before: 0), into: &detection)
        case 8:
            guard CalendarDigits.isDate(text, at: last.start),
                text[last.start - 1] == UInt8(ascii: "_")
            else { return false }
            return add(text, head: tail.head(before: 0), into: &detection)
        case 6 where CalendarDigits.isTime(text, at: last.start):
            if tail[1].count == 8, tail[1].isDecimal, tail.head(before: 1) > 0,
                CalendarDigits.isDate(text, at: tail[1].start)
            {
                return add(text, head: tail.head(before: 1), into: &detection)
            }
            _ = add(text, head: tail.head(before: 0), into: &detection)
            // Six digits without a date are the beginning of a UUID just as well.
            return text[0] &- UInt8(ascii: "A") < 26
        default:
            return false
        }
    }

    private func add(
        _ text: Span<UInt8>,
        head: Int,
        into detection: inout Detection
    ) -> Bool {
        var reading = Reading(.calendar, kind: kind(of: text, end: head))
        reading[.prefix] = 0..<head
        if text.starts(with: "ESP-"), head > 4 {
            reading[.prefix] = 0..<3
            reading[.owner] = 4..<head
            reading.isOwnerCut = head - 4 == 8
        }
        detection.add(reading)
        return true
    }
}

/// Dates and times of day in digits.
enum CalendarDigits {
    /// Whether eight digits at an offset are a year from 1970 to 2099, a month and a day.
    static func isDate(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start + 8 <= text.count, text.isDecimal(start..<start + 8),
            let year = text.decimal(start..<start + 4),
            let month = text.decimal(start + 4..<start + 6),
            let day = text.decimal(start + 6..<start + 8)
        else { return false }
        let days: [12 of UInt64] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1970...2099).contains(year), (1...12).contains(month) else { return false }
        return day >= 1 && day <= days[Int(month) - 1]
    }

    /// Whether six digits at an offset are hours, minutes and seconds.
    static func isTime(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start + 6 <= text.count, text.isDecimal(start..<start + 6),
            let hours = text.decimal(start..<start + 2),
            let minutes = text.decimal(start + 2..<start + 4),
            let seconds = text.decimal(start + 4..<start + 6)
        else { return false }
        return hours < 24 && minutes < 60 && seconds < 61
    }
}
