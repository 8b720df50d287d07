import SignetOutput

/// The block about how much work a scan was.
package struct StatisticsText {
    /// The lines of the block.
    let lines: [String]

    /// The block without colours, for reports that have no place for it.
    package static func text(_ statistics: ScanStatistics) -> String {
        Self(statistics, style: TerminalStyle(isOn: false)).lines.joined(separator: "\n")
    }

    init(_ statistics: ScanStatistics, style: TerminalStyle) {
        let seconds = max(1, statistics.elapsed)
        let rate = UInt64(statistics.bytes) * 10_000 / seconds
        var table = TextTable()
        func row(_ name: String, _ value: String) { table.rows.append([name, value]) }
        row("walked", Quantity.counted(statistics.directories, "folder"))
        row(
            "read",
            "\(Quantity.counted(statistics.files, "file")), "
                + Quantity.megabytes(statistics.bytes)
        )
        row(
            "parsed",
            "\(Quantity.counted(statistics.filesParsed, "file")), "
                + Quantity.megabytes(statistics.bytesParsed)
        )
        if statistics.filesReused > 0 {
            row(
                "cached",
                "\(Quantity.counted(statistics.filesReused, "file")), "
                    + "\(Quantity.grouped(statistics.filesUnread)) of them not opened"
            )
        }
        row(
            "time",
            "\(Quantity.duration(statistics.elapsed)) on "
                + "\(Quantity.counted(statistics.threads, "thread")), "
                + "\(Quantity.decimal(tenths: Int(rate))) MB/s"
        )
        let phases = statistics.phases
        if phases != PhaseTimes() {
            row(
                "phases",
                "walk \(Quantity.duration(phases.walk)), read \(Quantity.duration(phases.read)), "
                    + "filter \(Quantity.duration(phases.filter)), "
                    + "analyse \(Quantity.duration(phases.analyze)), summed over threads"
            )
        }
        row("memory", Quantity.megabytes(statistics.peakMemory) + " at most")
        lines = table.lines(limit: 100) { $0 == 0 ? style.quiet($1) : $1 }
    }
}
