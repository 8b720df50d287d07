/// A command: its name and its arguments, which may hold any bytes.
public struct RedisCommand: Hashable, Sendable {
    let words: [[UInt8]]

    /// Creates a command of texts.
    public init(_ words: String...) {
        self.words = words.map { Array($0.utf8) }
    }

    /// Creates a command of bytes.
    public init(words: [[UInt8]]) {
        self.words = words
    }

    /// Creates a command of texts.
    public init(texts: [String]) {
        words = texts.map { Array($0.utf8) }
    }
}

extension RedisCommand: ExpressibleByArrayLiteral {
    /// Creates a command of texts.
    public init(arrayLiteral elements: String...) {
        self.init(texts: elements)
    }
}
