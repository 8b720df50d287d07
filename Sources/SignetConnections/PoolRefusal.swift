/// Why a ``ConnectionPool`` lends no connection.
package enum PoolRefusal<Failure: Error>: Error {
    /// None came free in time.
    case timedOut
    /// More wait already than may.
    case crowded
    /// The waiting task was cancelled.
    case cancelled
    /// The pool is closed.
    case closed
    /// There is room for a connection, but none could be made.
    case notMade(Failure)
}

extension PoolRefusal: Equatable where Failure: Equatable {}
