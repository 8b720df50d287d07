import Foundation

/// The output of a Python script, read as a stream of binary records.
final class PythonReferenceStream {
    /// Why the stream ended too early.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private let process = Process()
    private let output: FileHandle
    private var buffer: [UInt8] = []
    private var position = 0

    /// Starts `interpreter` with one of the scripts in `Fixtures/Python`.
    init(interpreter: String, script: String, arguments: [String]) throws {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Python")
        let pipe = Pipe()
        output = pipe.fileHandleForReading
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            [interpreter, "-B", fixtures.appendingPathComponent(script).path] + arguments
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    /// Waits for the script to end; an error if it did not succeed.
    func finish() throws {
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: "the reference ended with \(process.terminationStatus)")
        }
    }

    /// The next `count` bytes.
    func bytes(_ count: Int) throws -> ArraySlice<UInt8> {
        try fill(count)
        defer { position += count }
        return buffer[position..<position + count]
    }

    /// The next byte.
    func byte() throws -> UInt8 {
        try fill(1)
        defer { position += 1 }
        return buffer[position]
    }

    /// The next four bytes as a little-endian number.
    func number() throws -> Int {
        try fill(4)
        defer { position += 4 }
        var value = 0
        for index in (position..<position + 4).reversed() {
            value = value << 8 | Int(buffer[index])
        }
        return value
    }

    /// The next bytes, which follow their own number.
    func lengthPrefixed() throws -> ArraySlice<UInt8> { try bytes(number()) }

    private func fill(_ count: Int) throws {
        while buffer.count - position < count {
            if position > 0 {
                buffer.removeFirst(position)
                position = 0
            }
            guard let data = try output.read(upToCount: 1 << 20), !data.isEmpty else {
                throw Failure(description: "the reference ended in the middle of a record")
            }
            buffer.append(contentsOf: data)
        }
    }
}
