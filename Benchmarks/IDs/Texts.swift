import Signet

/// Texts of equal length, one behind the other, to be parsed in turn.
struct Texts: Sendable {
    private static let number = 64

    private let bytes: [UInt8]
    private let width: Int

    /// The texts of freshly minted IDs.
    init(_ text: (SessionID) throws -> String) throws {
        let texts = try Generator.shared.mint(Kind.Session.self, count: Self.number).map(text)
        bytes = texts.flatMap { Array($0.utf8) }
        width = texts[0].utf8.count
    }

    /// Gives one of the texts to `body`.
    func with<Value>(_ index: Int, _ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
        let start = index % Self.number * width
        return try body(bytes.span.extracting(start..<start + width))
    }
}
