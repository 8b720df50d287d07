/// The script of the page, which the browser runs as one.
enum HTMLScript {
    /// All of it.
    static let text = [data, overview, chart, filters, table, detail, keyboard]
        .joined(separator: "\n")
}
