/// What a ``ConnectionPool`` holds at a moment.
package struct PoolStatistics: Hashable, Sendable {
    /// How many connections it has made and still has.
    package var open: Int
    /// How many of them nobody uses.
    package var idle: Int
    /// How many tasks wait for one.
    package var waiting: Int

    /// Creates statistics.
    package init(open: Int = 0, idle: Int = 0, waiting: Int = 0) {
        self.open = open
        self.idle = idle
        self.waiting = waiting
    }
}
