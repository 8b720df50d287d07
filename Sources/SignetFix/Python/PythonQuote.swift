import SignetScan

/// The quote that new text of a file is written with.
enum PythonQuote {
    /// The quote that most short texts of the file have.
    static func usual(in source: PythonSource) -> UInt8 {
        var doubles = 0
        var singles = 0
        for token in source.outline.tokens
        where token.kind == .string || token.kind == .fstringStart {
            for offset in token.range {
                guard source.text[offset] == 0x22 || source.text[offset] == 0x27 else { continue }
                if source.text[offset] == 0x22 { doubles += 1 } else { singles += 1 }
                break
            }
        }
        return singles > doubles ? 0x27 : 0x22
    }

    /// A quote that may stand at `index`.
    ///
    /// Before Python 3.12 the fields of an f-string may hold neither its own quote nor that of
    /// one around it (PEP 701 lifts that); a free one reads better in any case.
    ///
    /// - Returns: `nil` if both are taken and neither may stand there again.
    static func fitting(
        _ usual: UInt8,
        at index: Int,
        _ source: PythonSource,
        _ version: PythonVersion
    ) -> UInt8? {
        let outline = source.outline
        var taken: Set<UInt8> = []
        var around = outline.opening(around: index)
        while let open = around {
            if outline.tokens[open].kind.opensInterpolation {
                taken.insert(source.text[Int(outline.tokens[open].end) - 1])
            }
            around = outline.opening(around: open)
        }
        let free = [usual, 0x22, 0x27].first { !taken.contains($0) }
        return free ?? (version >= .nestedQuotes ? usual : nil)
    }
}
