import SignetOutput

/// Rows of cells in aligned columns.
package struct TextTable {
    /// The rows; all have as many cells as there are columns.
    package var rows: [[String]] = []
    /// The columns whose cells are numbers and so stand to the right.
    package var numeric: Set<Int> = []

    /// How many columns of a terminal a line may take; as many as it needs if `nil`.
    package var maximumWidth: Int?

    /// Creates a table.
    package init(rows: [[String]] = [], numeric: Set<Int> = []) {
        self.rows = rows
        self.numeric = numeric
    }

    /// The width of each column, at most `limit`; what a line is too long by is taken from the
    /// last columns of words, at first down to eight letters each.
    func widths(limit: Int) -> [Int] {
        guard let first = rows.first else { return [] }
        var widths = first.indices.map { column in
            min(limit, rows.map { TerminalText.width(of: $0[column]) }.max() ?? 0)
        }
        guard let maximumWidth else { return widths }
        for least in [8, 0] {
            for column in widths.indices.reversed() where !numeric.contains(column) {
                let excess = widths.reduce(2 * widths.count - 2, +) - maximumWidth
                widths[column] -= min(max(0, excess), max(0, widths[column] - least))
            }
        }
        return widths
    }

    /// `text` brought to `width`; the end of what is too long becomes an ellipsis.
    static func fit(_ text: String, _ width: Int, right: Bool = false) -> String {
        var text = text
        if TerminalText.width(of: text) > width {
            text = width > 0 ? TerminalText.prefix(of: text, width: width - 1) + "…" : ""
        }
        let blanks = String(repeating: " ", count: max(0, width - TerminalText.width(of: text)))
        return right ? blanks + text : text + blanks
    }

    /// The lines, without blanks at their ends; each cell goes through `style` once it is as wide
    /// as its column.
    package func lines(limit: Int = 40, style: (Int, String) -> String = { $1 }) -> [String] {
        let widths = widths(limit: limit)
        return rows.map { row in
            let used = row.lastIndex { !$0.isEmpty } ?? 0
            let cells = row[...used].enumerated().map { column, text in
                let isLast = column == used && !numeric.contains(column)
                let width =
                    isLast ? min(TerminalText.width(of: text), widths[column]) : widths[column]
                return style(column, Self.fit(text, width, right: numeric.contains(column)))
            }
            return cells.joined(separator: "  ")
        }
    }
}
