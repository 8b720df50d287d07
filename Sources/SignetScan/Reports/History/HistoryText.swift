import SignetOutput

/// A history as one line for a terminal: a curve of blocks and what it says.
struct HistoryText {
    /// The line; none without an earlier run.
    let lines: [String]

    /// How many runs the curve shows at most.
    private static let width = 40
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    init(_ entries: [HistoryEntry], style: TerminalStyle) {
        guard entries.count > 1, let first = entries.first, let last = entries.last else {
            lines = []
            return
        }
        let curve = Self.curve(entries.suffix(Self.width).map(\.places))
        let runs = Quantity.counted(entries.count, "run")
        let change = "\(Quantity.grouped(first.places)) → \(Quantity.counted(last.places, "place"))"
        lines = [
            "\(style.quiet("history")) \(style.accent(curve)) "
                + "\(change) in \(runs), \(last.percent) % done"
        ]
    }

    /// A block for each number; the lowest block is zero and the highest the greatest of them.
    private static func curve(_ numbers: [Int]) -> String {
        let most = max(1, numbers.max() ?? 0)
        return String(numbers.map { blocks[$0 * (blocks.count - 1) / most] })
    }
}
