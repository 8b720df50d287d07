import Foundation
import ProcessTesting

/// A Redis of the test's own, from Debian's package, on a free port of 127.0.0.1.
///
/// It keeps nothing on disk: each start is one with empty hands.
package final class RedisServer: Sendable {
    /// The port on which it listens.
    package let port: UInt16
    private let files: TemporaryDirectory
    private let process: ServerProcess

    private static let password = "only/for:tests"

    /// Starts a server.
    package init() throws {
        port = try FreePort.choose()
        files = try TemporaryDirectory()
        let program = "/usr/bin/redis-server"
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw ServerFailure("no \(program); apt-get install redis-server")
        }
        process = try ServerProcess(
            [
                program, "--port", String(port), "--bind", "127.0.0.1", "--save", "",
                "--appendonly", "no", "--dir", files.path, "--requirepass", Self.password,
            ],
            in: files.path
        )
        try start()
    }

    /// The server's URL.
    ///
    /// - Parameters:
    ///   - number: The number of the database.
    ///   - port: The port of a proxy in between; nil for the server itself.
    /// - Returns: The URL, with the password.
    package func url(number: Int = 0, through port: UInt16? = nil) -> String {
        "redis://:only%2Ffor%3Atests@127.0.0.1:\(port ?? self.port)/\(number)"
    }

    /// Starts the server and waits until it takes connections.
    package func start() throws {
        try process.start()
        let end = Date.now + 30
        while try process.isRunning, Date.now < end {
            let socket = FreePort.dial(port)
            if socket >= 0 {
                close(socket)
                return
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw ServerFailure("Redis does not start")
    }

    /// Ends the server; what it knew is gone.
    package func kill() throws {
        try process.stop("KILL")
    }
}
