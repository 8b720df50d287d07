import Signet
package import SignetRegistry

extension PostgresStore {
    /// Looks at a database without changing it.
    ///
    /// - Parameter url: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETERS`.
    /// - Returns: What there is to say of it.
    /// - Throws: ``RegistryError/Code-swift.struct/unavailable`` when it cannot be reached.
    package static func examine(url: String) async throws(RegistryError) -> StoreExamination {
        do throws(PostgresError) {
            var configuration = try PostgresConfiguration(url: url)
            configuration.connectLimit = .seconds(3)
            let connection = try PostgresConnection(configuration)
            return try await connection.transaction(.snapshot, isIdempotent: true) {
                (session) throws(PostgresError) in try examine(session)
            }
        } catch {
            throw RegistryError(error)
        }
    }

    private static func examine(
        _ session: PostgresSession
    ) throws(PostgresError) -> StoreExamination {
        let (server, lead) = try clock(session)
        var result = StoreExamination(
            server: "Postgres \(server)",
            schema: try PostgresSchema.migrator.version(session),
            newestSchema: PostgresSchema.migrator.newest,
            clockLead: lead
        )
        guard result.isCurrent else { return result }
        try count(&result, session)
        return result
    }

    private static func count(
        _ result: inout StoreExamination,
        _ session: PostgresSession
    ) throws(PostgresError) {
        func number(_ sql: String) throws(PostgresError) -> Int {
            Int(try session.query(sql).first?.decode(0, as: Int64?.self) ?? 0)
        }
        result.leases = try number("SELECT count(*) FROM signet_lease WHERE deadline > \(time)")
        result.living = try number("SELECT sum(active)::bigint FROM signet_tally")
        let fullest = try session.query(
            "SELECT active, kind FROM signet_tally ORDER BY active DESC LIMIT 1"
        )
        if let row = fullest.first, let kind = Kind(try row.decode(1, as: String.self)) {
            result.fullest = (Int(try row.decode(0, as: Int64.self)), kind)
        }
        result.changes = try number(
            """
            SELECT last - forgotten
                + (SELECT count(*) FROM signet_change WHERE sequence IS NULL)
            FROM signet_order
            """
        )
        result.overdue = try number(
            """
            SELECT count(*) FROM (
                SELECT FROM signet_node WHERE due <= \(time)
                LIMIT \(StoreExamination.countedOverdue)
            ) AS overdue
            """
        )
        guard result.overdue > 0 else { return }
        result.overdueSince = UInt64(clamping: try number("SELECT min(due) FROM signet_node"))
    }

    /// The server's time in Unix milliseconds.
    private static let time = "floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint"

    /// The server's version, and how far its clock is ahead.
    ///
    /// Its time is compared with that in the middle of the question, as in RFC 5905, section 8.
    private static func clock(
        _ session: PostgresSession
    ) throws(PostgresError) -> (version: String, lead: Int64?) {
        // The first statement connects; it must not be counted.
        let version = try session.query("SELECT current_setting('server_version')").first
        let before = try? WallClock.system.milliseconds()
        let time = try session.query("SELECT \(time)").first?.decode(0, as: Int64.self)
        let after = try? WallClock.system.milliseconds()
        var lead: Int64?
        if let before, let after, let time { lead = time - Int64(clamping: (before + after) / 2) }
        return (try version?.decode(0, as: String.self) ?? "", lead)
    }
}
