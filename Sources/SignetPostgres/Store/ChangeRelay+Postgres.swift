import SignetRegistry

extension ChangeRelay {
    /// Tells and hears of changes over a channel of Postgres.
    ///
    /// Steps do not send `NOTIFY` themselves: it would let only one of all transactions of the
    /// database be stored at a time.
    static func postgres(_ pool: PostgresPool, waking watchers: WakeUps) -> ChangeRelay {
        let channel = "signet_change"
        return ChangeRelay(
            watchers: watchers,
            send: {
                _ = try? await pool.query(
                    "SELECT pg_notify($1, '')",
                    [.text(channel)],
                    isIdempotent: true
                )
            },
            hear: { watchers in
                for try await _ in pool.notifications(on: [channel]) { watchers.wake() }
            }
        )
    }
}
