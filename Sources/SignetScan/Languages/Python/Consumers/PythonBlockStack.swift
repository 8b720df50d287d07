/// The functions and classes around the token that is being read.
///
/// Kept by indentation alone: a header opens a suite when an indent follows its line.
struct PythonBlockStack {
    private struct Block {
        /// The token of the name.
        var token: Int
        var isClass: Bool
        /// The number of a function that may make identifiers.
        var candidate: Int?
        var depth = 0
    }

    private var blocks: [Block] = []
    private var pending: Block?
    private var depth = 0
    /// The joined names, once somebody has asked for them.
    var name: String?

    /// The tokens of the names, from the outermost.
    var names: [Int] { blocks.map(\.token) }

    /// Whether the statement that is read stands directly in the body of a class.
    var isInClass: Bool { blocks.last?.isClass == true && pending == nil }

    /// Whether any function stands around the statement.
    var isInFunction: Bool { blocks.contains { !$0.isClass } }

    /// Reads the header of the function or class whose name stands at `token`.
    mutating func define(_ token: Int, isClass: Bool, candidate: Int?) {
        pending = Block(token: token, isClass: isClass, candidate: candidate)
    }

    /// Begins a suite.
    mutating func indent() {
        depth += 1
        guard var block = pending else { return }
        block.depth = depth
        blocks.append(block)
        pending = nil
        name = nil
    }

    /// Ends a suite; the candidate whose body it was.
    mutating func dedent() -> Int? {
        defer { depth -= 1 }
        guard let block = blocks.last, block.depth == depth else { return nil }
        blocks.removeLast()
        name = nil
        return block.candidate
    }

    /// Ends a line; a header whose suite does not follow has had it on its line.
    mutating func endLine(_ opensSuite: Bool) {
        if !opensSuite { pending = nil }
    }
}
