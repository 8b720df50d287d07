/// Where the UTF-8 text of a source file is after decoding.
package enum SourceText: Sendable, Equatable {
    /// In the bytes of the file, from this offset on: they were valid UTF-8 already.
    case raw(from: Int)
    /// In the decoder's buffer.
    case converted
}
