import Foundation
import GRDB
import Signet
import SignetRegistry

/// The rows of a store within one transaction.
///
/// It remembers what it has looked up: nobody else changes the rows until the transaction ends.
final class NodeRows {
    let database: Database
    let policy: RegistryPolicy
    /// Whether there are changes that others may wait for.
    private(set) var hasChanged = false
    private var owners: [Owner: Int64] = [:]

    init(database: Database, policy: RegistryPolicy) {
        self.database = database
        self.policy = policy
    }

    /// The number of an owner, if there is one.
    func number(of owner: Owner) throws -> Int64? {
        if let number = owners[owner] { return number }
        let number = try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT number FROM owners WHERE tenant = ? AND user = ?"
            ),
            arguments: [owner.tenant, owner.user]
        )
        if let number { owners[owner] = number }
        return number
    }

    /// The number of an owner, a new one for a new owner.
    func addedNumber(of owner: Owner) throws -> Int64 {
        if let number = try number(of: owner) { return number }
        try run(
            "INSERT INTO owners (tenant, user) VALUES (?, ?)",
            [owner.tenant, owner.user]
        )
        owners[owner] = database.lastInsertedRowID
        return database.lastInsertedRowID
    }

    /// The part of a condition that confines a call to a scope, and its arguments.
    func condition(_ scope: NodeScope) throws -> (sql: String, arguments: StatementArguments) {
        guard let owner = scope.owner else { return ("TRUE", []) }
        return ("nodes.owner = ?", [try number(of: owner) ?? -1])
    }

    /// Runs a statement that gives nothing.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Notes a change for those who follow.
    func note(_ event: Change.Event, core: Data, kind: String, owner: Int64, at time: Int64) throws
    {
        hasChanged = true
        try run(
            "INSERT INTO changes (event, core, kind, owner, time) VALUES (?, ?, ?, ?, ?)",
            [Int64(event.stored), core, kind, owner, time]
        )
    }

    /// Changes how many nodes of a kind an owner has alive.
    func count(_ change: Int, owner: Int64, kind: String) throws {
        try run(
            """
            INSERT INTO tallies (owner, kind, active) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET active = active + excluded.active
            """,
            [owner, kind, change]
        )
    }
}
