import Foundation
import ProcessTesting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process that uses the store, which may be killed.
final class ProbeProcess: Sendable {
    private let process: Process
    private let output: URL
    private let files: TemporaryDirectory

    /// Starts `signet-probe store`.
    init(url: String, rounds: Int) throws {
        files = try TemporaryDirectory()
        output = try files.write("output", Data())
        process = Process()
        process.executableURL = URL(filePath: Program("signet-probe").path)
        process.arguments = ["store", url, "\(rounds)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
    }

    /// What it has said so far, in whole lines.
    var lines: [[Substring]] {
        get throws {
            let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
            return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { $0.split(separator: " ") }.filter { !$0.isEmpty }
        }
    }

    /// Ends it without a chance to say anything.
    func kill() {
        sendSignal(process.processIdentifier, SIGKILL)
    }

    /// Waits for its end; whether it did all its work.
    func hasFinished() async throws -> Bool {
        while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        return try process.terminationStatus == 0 && lines.last == ["done"]
    }
}

/// `kill`, whose name the process has for itself.
private func sendSignal(_ process: pid_t, _ signal: Int32) {
    kill(process, signal)
}
