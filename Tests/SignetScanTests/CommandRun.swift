import Foundation

/// Runs a program that the tests compare with.
enum CommandRun {
    /// The environment of the tests, for programs that need theirs.
    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Where `name` is installed, or `nil`.
    static func find(_ name: String) -> String? {
        (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// The standard output of a run, in an environment of few variables and those given.
    static func output(
        _ program: String,
        _ arguments: [String],
        in directory: String,
        home: String? = nil,
        input: String = "",
        environment: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory)
        process.environment = ["HOME": home ?? directory, "PATH": "/usr/bin:/bin", "LC_ALL": "C"]
            .merging(environment) { $1 }
        let output = Pipe()
        let source = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = source
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
