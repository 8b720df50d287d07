/// A span of time as it is typed: `90m`, `12h`, `30d`.
enum TimeSpan {
    private static let units: [Character: UInt64] = ["m": 60_000, "h": 3_600_000, "d": 86_400_000]

    /// The milliseconds, or nil for a text that is none.
    static func milliseconds(_ text: String) -> UInt64? {
        guard let unit = text.last.flatMap({ units[$0] }), let count = UInt64(text.dropLast()),
            count > 0, count < 1 << 30
        else { return nil }
        return count * unit
    }
}
