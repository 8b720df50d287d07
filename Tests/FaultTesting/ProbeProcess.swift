import Foundation
import ProcessTesting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process that uses a store, which may be killed.
package final class ProbeProcess: Sendable {
    private let process: Process
    private let output: URL
    private let files: TemporaryDirectory

    private let input = Pipe()

    /// Starts `signet-probe store`, which works until it is told to finish, or this process ends.
    ///
    /// - Parameter url: `sqlite:PATH` or `postgres://…`.
    /// - Throws: When it cannot be started.
    package init(url: String) throws {
        files = try TemporaryDirectory()
        output = try files.write("output", Data())
        process = Process()
        process.executableURL = URL(filePath: Program("signet-probe").path)
        process.arguments = ["store", url]
        process.standardInput = input
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        // Other programs that tests start must not keep this end open.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }

    /// What it has said so far, in whole lines.
    package var lines: [[Substring]] {
        get throws {
            let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
            return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { $0.split(separator: " ") }.filter { !$0.isEmpty }
        }
    }

    /// Whether it has not ended.
    package var isRunning: Bool { process.isRunning }

    /// Ends it without a chance to say anything.
    package func kill() {
        sendSignal(process.processIdentifier, SIGKILL)
    }

    /// Tells it to finish and waits for its end; whether it came there by itself.
    package func hasFinished() async throws -> Bool {
        try input.fileHandleForWriting.close()
        while process.isRunning { try await Task.sleep(for: .milliseconds(20)) }
        return try process.terminationStatus == 0 && lines.last == ["done"]
    }
}

/// `kill`, whose name the process has for itself.
private func sendSignal(_ process: pid_t, _ signal: Int32) {
    kill(process, signal)
}

extension [ProbeProcess] {
    /// Waits until each process has said so many lines more.
    ///
    /// - Returns: False if one has ended meanwhile.
    package func progress(by count: Int = 60) async throws -> Bool {
        let before = try map { try $0.lines.count }
        for (process, start) in zip(self, before) {
            while try process.lines.count < start + count {
                guard process.isRunning else { return false }
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        return true
    }
}
