/// Why a ``ConnectionPool`` hands out no connection.
package enum PoolRefusal: Error, Hashable, Sendable {
    /// None came free in time.
    case timedOut
    /// More wait already than may.
    case crowded
    /// The waiting task was cancelled.
    case cancelled
    /// The pool is closed.
    case closed
    /// The system has no thread or descriptor for a further connection.
    case system(SystemFailure)
}
