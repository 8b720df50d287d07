package import Signet

/// What a store says of itself to who looks after it; asking changes nothing.
package struct StoreExamination: Sendable {
    /// What keeps the store, with its version.
    package var server: String
    /// The version of the tables; 0 where there are none.
    package var schema: Int
    /// The version that this program brings them to.
    package var newestSchema: Int
    /// How far the server's clock is ahead of this machine's, in milliseconds; nil where they are
    /// the same clock.
    package var clockLead: Int64?
    /// How many leases last.
    package var leases = 0
    /// How many nodes live.
    package var living = 0
    /// The most nodes of one kind that one owner has alive, and the kind.
    package var fullest: (count: Int, kind: Kind)?
    /// How many changes are kept.
    package var changes = 0
    /// How many nodes should have expired or been forgotten, counted up to
    /// ``countedOverdue``.
    package var overdue = 0
    /// Since when the longest overdue is, in Unix milliseconds.
    package var overdueSince: UInt64?

    /// The greatest number of nodes that are counted as overdue.
    package static let countedOverdue = 10_000

    /// Describes a store without tables.
    package init(server: String, schema: Int, newestSchema: Int, clockLead: Int64? = nil) {
        self.server = server
        self.schema = schema
        self.newestSchema = newestSchema
        self.clockLead = clockLead
    }

    /// Whether the tables are those that this program reads.
    package var isCurrent: Bool { schema == newestSchema }
}
