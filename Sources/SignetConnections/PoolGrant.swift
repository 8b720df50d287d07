/// What the borrower of a connection is given.
enum PoolGrant<Connection> {
    /// A connection that has served the same owner.
    case connection(Connection)
    /// A place for a connection that the borrower makes, and what is to be closed before.
    case place(insteadOf: Connection?)
}

extension PoolGrant: Sendable where Connection: Sendable {}
