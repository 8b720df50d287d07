import Foundation
import SignetOutput

/// One file of vectors: a JSON array with a case on each line.
struct VectorFile {
    private let name: String
    private var lines: [String] = []

    /// Begins a file.
    init(_ name: String) {
        self.name = name
    }

    /// Adds a case.
    mutating func add(_ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.object(members)
        lines.append(json.text)
    }

    /// Writes the file into a directory.
    func write(to directory: URL) throws {
        let text = "[\n" + lines.map { "  \($0)" }.joined(separator: ",\n") + "\n]\n"
        try Data(text.utf8).write(to: directory.appending(path: "\(name).json"), options: .atomic)
    }
}

extension JSONWriter {
    /// Writes a member with a text, unless there is none.
    mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    /// Writes a member with a number, unless there is none.
    mutating func member(_ name: StaticString, _ value: (some UnsignedInteger)?) {
        guard let value else { return }
        key(name)
        number(UInt64(value))
    }
}
