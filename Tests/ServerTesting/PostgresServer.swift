import CPostgres
import Foundation
import ProcessTesting
import Synchronization

/// A Postgres of the test's own, from Debian's package, on a free port of 127.0.0.1.
package final class PostgresServer: Sendable {
    /// The port on which it listens.
    package let port: UInt16
    private let process: ServerProcess
    private let files: TemporaryDirectory
    private let directory: String
    private let databases = Mutex(0)

    /// The password of the user `postgres`; there is no other way in.
    private static let password = "only for tests"

    /// A server that all tests of a process share, each with a database of its own.
    package static let shared = Result { try PostgresServer() }

    /// Makes the files of a server and starts it.
    ///
    /// - Parameters:
    ///   - isDurable: Whether it waits for the disk at each commit, as real servers do. What a
    ///     killed process had written survives without.
    ///   - isEncrypted: Whether it offers TLS, with the certificate ``certificate``.
    ///   - settings: Further settings.
    /// - Throws: ``ServerFailure``, or what the file system says.
    package init(
        isDurable: Bool = false,
        isEncrypted: Bool = false,
        settings: [String] = []
    ) throws {
        port = try FreePort.choose()
        files = try TemporaryDirectory()
        directory = files.path
        let binaries = try Self.binaries()
        let data = directory + "/data"
        let durable = isDurable ? "on" : "off"
        let arguments = [
            "-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", "", "-c", "fsync=\(durable)",
            "-c", "ssl=\(isEncrypted ? "on" : "off")", "-c", "ssl_cert_file=\(directory)/cert.pem",
            "-c", "ssl_key_file=\(directory)/key.pem", "-c", "log_min_messages=fatal",
            "-c", "max_connections=400", "-c", "shared_buffers=64MB",
            // What is shared goes away with the directory, although servers are killed.
            "-c", "dynamic_shared_memory_type=mmap",
        ]
        process = try ServerProcess(
            Self.asPostgres + [binaries + "/postgres"] + arguments
                + settings.flatMap { ["-c", $0] },
            in: directory
        )
        if isEncrypted { try makeCertificate() }
        try makeFiles(data, binaries)
        try start()
    }

    /// A URL of a new, empty database.
    ///
    /// - Parameters:
    ///   - port: The port of a proxy in between; nil for the server itself.
    ///   - parameters: What follows the question mark.
    /// - Returns: The URL.
    /// - Throws: ``ServerFailure``.
    package func makeDatabase(through port: UInt16? = nil, parameters: String = "") throws -> String
    {
        let name = databases.withLock { count in
            count += 1
            return "test\(count)"
        }
        try execute("CREATE DATABASE \(name)", database: "postgres")
        return url(of: name, through: port, parameters: parameters)
    }

    /// The same database's URL by another way.
    package func url(
        of name: String,
        through port: UInt16? = nil,
        parameters: String = ""
    ) -> String {
        let password = Self.password.replacing(" ", with: "%20")
        return "postgres://postgres:\(password)@127.0.0.1:\(port ?? self.port)/\(name)"
            + (parameters.isEmpty ? "" : "?" + parameters)
    }

    /// Starts the server and waits until it takes connections.
    package func start() throws {
        let end = Date.now + 60
        // A server that was killed leaves children, and none starts before they are gone.
        while Date.now < end {
            try process.start()
            while try process.isRunning, Date.now < end {
                if unsafe PQping(url(of: "postgres")) == PQPING_OK { return }
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
        let log = (try? String(contentsOfFile: directory + "/log", encoding: .utf8)) ?? ""
        throw ServerFailure("Postgres does not start: \(log.suffix(500))")
    }

    /// Ends the server as its administrator does: who is connected is sent away.
    package func stop() throws {
        try process.stop("INT")
    }

    /// Ends the server as a power failure does.
    package func kill() throws {
        try process.stop("KILL")
    }

    /// Runs a statement with a connection of its own, as an administrator beside the program.
    package func execute(_ sql: String, database: String) throws {
        let connection = unsafe PQconnectdb(url(of: database))
        defer { unsafe PQfinish(connection) }
        let result = unsafe PQexec(connection, sql)
        defer { unsafe PQclear(result) }
        let status = unsafe PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else {
            throw ServerFailure(unsafe String(cString: PQerrorMessage(connection)))
        }
    }

    /// Where the certificate is by which an encrypted server proves that it is 127.0.0.1.
    package var certificate: String { directory + "/cert.pem" }

    private func makeCertificate() throws {
        try Self.run(
            [
                "/usr/bin/openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                "-keyout", directory + "/key.pem", "-out", certificate,
            ]
        )
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: directory + "/key.pem"
        )
    }

    private func makeFiles(_ data: String, _ binaries: String) throws {
        let secret = directory + "/secret"
        try Data(Self.password.utf8).write(to: URL(filePath: secret))
        if getuid() == 0 {
            try Self.run(["/usr/bin/chown", "-R", "postgres", directory])
        }
        try Self.run(
            Self.asPostgres + [
                binaries + "/initdb", "-D", data, "-U", "postgres", "--auth=scram-sha-256",
                "--pwfile=\(secret)", "--no-sync", "--encoding=UTF8", "--locale=C",
            ]
        )
    }

    /// Postgres refuses to run as root.
    private static var asPostgres: [String] {
        guard getuid() == 0 else { return [] }
        return [
            "/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups",
            "--inh-caps=-all",
        ]
    }

    /// The newest version of Debian's packages.
    private static func binaries() throws -> String {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        guard let newest = versions.compactMap(Int.init).max() else {
            throw ServerFailure("no Postgres below \(root); apt-get install postgresql")
        }
        return "\(root)/\(newest)/bin"
    }

    private static func run(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(filePath: "/")
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ServerFailure("\(command): \(String(decoding: text, as: UTF8.self).suffix(500))")
        }
    }
}
