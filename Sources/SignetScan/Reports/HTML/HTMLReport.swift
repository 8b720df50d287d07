package import SignetOutput

/// The report as one page that needs nothing but a browser: no network, no other file.
///
/// The page carries the findings as JSON and one script that shows them, so a page of 12,000
/// findings has a few dozen elements at a time. A policy in the page forbids everything but that
/// script and its style, whatever a source may have smuggled into a name.
package struct HTMLReport {
    /// What the page says beside the findings.
    package struct Page: Sendable {
        /// The name of what was scanned.
        package var title: String
        /// When, in UTC, as RFC 3339 has it.
        package var time: String
        /// The version of this program.
        package var version: String
        /// The rules that were applied.
        package var rules: [any Rule]
        /// The runs whose curve is drawn, the present one last.
        package var history: [HistoryEntry]

        /// Creates a page.
        package init(
            title: String,
            time: String,
            version: String,
            rules: [any Rule],
            history: [HistoryEntry]
        ) {
            self.title = title
            self.time = time
            self.version = version
            self.rules = rules
            self.history = history
        }
    }

    private let report: ScanReport
    private let page: Page
    private let lines: SourceLines

    /// Creates a page for `report`, whose code is read from `lines`.
    package init(_ report: ScanReport, page: Page, lines: SourceLines) {
        self.report = report
        self.page = page
        self.lines = lines
    }

    /// Writes the page.
    package func write(to writer: inout JSONWriter) {
        writer.append(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(HTMLPolicy.text)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(Self.escaped(page.title)) – Signet scan</title>
            <link rel="icon" href="data:,">
            <style>\(HTMLStyle.text)</style>
            </head>
            <body>
            \(HTMLBody.text)
            <script type="application/json" id="data">
            """
        )
        Self.append(HTMLData(report, page: page, lines: lines).json, to: &writer)
        writer.append("</script>\n<script>\(HTMLScript.text)</script>\n</body>\n</html>\n")
    }

    /// Appends JSON so that nothing in it can end the element it stands in: `<` becomes `\u003c`,
    /// which means the same within a string, and JSON has it nowhere else.
    private static func append(_ json: JSONWriter, to writer: inout JSONWriter) {
        json.withBytes { text in
            var start = 0
            for index in text.indices where text[index] == UInt8(ascii: "<") {
                copy(text.extracting(start..<index), to: &writer)
                writer.append("\\u003c")
                start = index + 1
            }
            copy(text.extracting(start...), to: &writer)
        }
    }

    private static func copy(_ bytes: Span<UInt8>, to writer: inout JSONWriter) {
        writer.appendText(maximumCount: bytes.count) { buffer, start in
            for index in bytes.indices { buffer[start + index] = bytes[index] }
            return bytes.count
        }
    }

    /// Text in markup.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
