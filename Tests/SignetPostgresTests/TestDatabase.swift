import ServerTesting
import SignetPostgres

/// An empty database on the server that the tests share, and a pool for it.
struct TestDatabase {
    let url: String
    let pool: PostgresPool
    let server: PostgresServer

    /// Makes a database.
    ///
    /// - Parameters:
    ///   - port: A proxy's port; nil for the server itself.
    ///   - server: The server; nil for the one that all tests share.
    ///   - adjust: Changes limits.
    /// - Throws: When there is no server.
    init(
        through port: UInt16? = nil,
        server: PostgresServer? = nil,
        adjust: (inout PostgresConfiguration) -> Void = { _ in }
    ) throws {
        self.server = try server ?? PostgresServer.shared.get()
        url = try self.server.makeDatabase(through: port)
        var configuration = try PostgresConfiguration(url: url)
        adjust(&configuration)
        pool = PostgresPool(configuration)
    }

    /// The database's URL without the proxy in between.
    func url(around proxy: CuttingProxy) -> String {
        url.replacing(":\(proxy.port)/", with: ":\(server.port)/")
    }
}
