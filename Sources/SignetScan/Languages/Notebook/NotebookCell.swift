/// A cell of a notebook, as far as its code is concerned.
struct NotebookCell: Sendable, Equatable {
    /// The contents of the JSON texts that make up its source, without their quotes.
    var pieces: [Range<Int>] = []
    /// Whether it holds code and not prose.
    var isCode = false
    /// The language that the cell names itself (nbformat 3).
    var language: String?
}
