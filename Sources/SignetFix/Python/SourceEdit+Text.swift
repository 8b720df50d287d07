extension SourceEdit {
    /// Puts `text` in the place of `range`.
    init(range: Range<Int>, text: String) { self.init(range, Array(text.utf8)) }

    /// Inserts `text` before the byte at `offset`.
    init(at offset: Int, insert text: String) { self.init(range: offset..<offset, text: text) }
}
