import SignetRegistry

extension ChangeRelay {
    /// Tells and hears of changes over a channel of Redis.
    static func redis(
        _ pool: RedisPool,
        channel: String,
        waking watchers: WakeUps
    ) -> ChangeRelay {
        ChangeRelay(
            watchers: watchers,
            send: {
                _ = try? await pool.send(
                    RedisCommand("PUBLISH", channel, ""),
                    isIdempotent: true
                )
            },
            hear: { watchers in
                for try await _ in pool.messages(on: [channel]) { watchers.wake() }
            }
        )
    }
}
