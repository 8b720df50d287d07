package import Foundation

/// A program that this package builds, run as a process of its own.
///
/// Output goes to files, so that a program which writes much never waits for its reader.
package struct Program: Sendable {
    /// The program's path.
    package let path: String

    /// A program of this package, beside which the tests are built.
    package init(_ name: String) {
        #if os(macOS)
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let folder = (tests ?? Bundle.main).bundleURL.deletingLastPathComponent()
        #else
        let folder = Bundle.main.bundleURL
        #endif
        path = folder.appending(path: name).path(percentEncoded: false)
    }

    /// A program at a path.
    package init(path: String) {
        self.path = path
    }

    /// The shell, for pipes and redirections.
    package static let shell = Program(path: "/bin/sh")

    /// How a process ended and what it wrote.
    package struct Outcome: Sendable {
        /// The exit status, or 128 and the number of the signal.
        package let status: Int32
        /// Standard output.
        package let output: String
        /// Standard error.
        package let errors: String

        /// The lines of standard output.
        package var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: The arguments.
    ///   - input: Standard input.
    ///   - directory: The working directory; nil is an empty one.
    ///   - environment: Variables added to a small fixed environment.
    /// - Returns: The status and what was written.
    /// - Throws: When the program cannot be started.
    package func run(
        _ arguments: [String],
        input: Data = Data(),
        in directory: TemporaryDirectory? = nil,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let files = try TemporaryDirectory()
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": files.path]
            .merging(environment) { _, new in new }
        process.currentDirectoryURL = (directory ?? files).url
        process.standardInput = try FileHandle(
            forReadingFrom: files.write("input", input)
        )
        let output = try files.write("output", Data())
        let errors = try files.write("errors", Data())
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        let hasSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: process.terminationStatus + (hasSignal ? 128 : 0),
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }

    /// Runs the program to its end with text as standard input.
    package func run(
        _ arguments: String...,
        input: String = "",
        in directory: TemporaryDirectory? = nil,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(
            arguments,
            input: Data(input.utf8),
            in: directory,
            environment: environment
        )
    }
}
