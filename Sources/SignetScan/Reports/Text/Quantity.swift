/// Numbers as people read them.
package enum Quantity {
    /// `1234567` as `1,234,567`.
    package static func grouped(_ number: Int) -> String {
        var text = ""
        for (index, digit) in String(number.magnitude).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }

    /// `2` and `file` as `2 files`.
    package static func counted(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// `tenths` as a number with one decimal.
    package static func decimal(tenths: Int) -> String {
        "\(grouped(tenths / 10)).\(tenths.magnitude % 10)"
    }

    /// Nanoseconds as milliseconds, or as seconds from ten of them on.
    package static func duration(_ nanoseconds: UInt64) -> String {
        nanoseconds < 10_000_000_000
            ? decimal(tenths: Int(nanoseconds / 100_000)) + " ms"
            : decimal(tenths: Int(nanoseconds / 100_000_000)) + " s"
    }

    /// Bytes as megabytes of a million.
    package static func megabytes(_ bytes: Int) -> String {
        decimal(tenths: bytes / 100_000) + " MB"
    }
}
