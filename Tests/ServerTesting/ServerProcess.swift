import Foundation
import ProcessTesting
import Synchronization

/// A server that ends with the test that started it, however the test ends.
///
/// A shell stands between: it starts and ends the server at our word and, when our end of its
/// standard input closes, which the death of this process does too, ends the server and removes
/// its directory. Only the shell's own child is ever sent a signal.
final class ServerProcess: Sendable {
    private let shell: Process
    private let orders: FileHandle
    private let answers: FileHandle
    private let turn = Mutex(())

    /// What the shell does with one line of orders at a time.
    private static let script = """
        directory=$1; shift
        end() {
            [ -n "$server" ] || return 0
            kill -s "$1" "$server" 2>/dev/null
            wait "$server" 2>/dev/null
            server=
        }
        while read -r order signal; do
            case $order in
            start) "$@" </dev/null >>"$directory/log" 2>&1 & server=$!; echo "$server" ;;
            stop) end "$signal"; echo stopped ;;
            check) kill -0 "$server" 2>/dev/null && echo runs || echo ended ;;
            esac
        done
        end KILL
        # Children of the server notice its death by themselves.
        for attempt in 1 2 3 4 5 6 7 8 9 10; do
            rm -rf "$directory" 2>/dev/null && break
            sleep 0.2
        done
        """

    /// Prepares a server.
    ///
    /// - Parameters:
    ///   - command: The program and its arguments; it must not put itself in the background.
    ///   - directory: Where its data and its log lie; it is removed in the end.
    /// - Throws: When the shell cannot be started.
    init(_ command: [String], in directory: String) throws {
        let input = Pipe()
        let output = Pipe()
        shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = ["-c", Self.script, "server", directory] + command
        shell.standardInput = input
        shell.standardOutput = output
        orders = input.fileHandleForWriting
        answers = output.fileHandleForReading
        try shell.run()
        // Other programs that tests start must not keep this end open.
        _ = fcntl(orders.fileDescriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(answers.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        try? orders.close()
        shell.waitUntilExit()
    }

    /// Starts the server and gives its process number.
    @discardableResult
    func start() throws -> Int32 {
        Int32(try order("start")) ?? 0
    }

    /// Ends the server with a signal and waits until it is gone.
    func stop(_ signal: String) throws {
        _ = try order("stop \(signal)")
    }

    /// Whether the server runs.
    var isRunning: Bool {
        get throws { try order("check") == "runs" }
    }

    private func order(_ text: String) throws -> String {
        try turn.withLock { _ in
            try orders.write(contentsOf: Data((text + "\n").utf8))
            var line: [UInt8] = []
            while let byte = try answers.read(upToCount: 1)?.first, byte != 0x0a {
                line.append(byte)
            }
            return String(decoding: line, as: UTF8.self)
        }
    }
}
