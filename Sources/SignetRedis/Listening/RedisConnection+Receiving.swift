extension RedisConnection {
    /// Waits for the next message on channels, subscribing first on a new connection.
    func receive(on channels: [String]) async throws(RedisError) -> RedisEvent {
        try await run(limit: .seconds(3600)) { (session) throws(RedisError) in
            try session.receive(on: channels)
        }
    }
}

extension RedisSession {
    func receive(on channels: [String]) throws(RedisError) -> RedisEvent {
        guard isOpen else {
            try subscribe(to: channels)
            return .resumed
        }
        let quiet = configuration.quietLimit
        var patience = quiet
        while true {
            if let value = try message(within: patience) {
                // Whatever comes is a sign of life, the answer to the trial too.
                patience = quiet
                if let message = Self.message(value) { return RedisEvent(message: message) }
            } else if patience == quiet {
                try post(RedisCommand("PING"))
                patience = quiet / 3
            } else {
                drop()
                throw RedisError(.outcomeUnknown)
            }
        }
    }

    private func subscribe(to channels: [String]) throws(RedisError) {
        // One command, one confirmation for each channel; the first comes as the command's reply.
        let replies = try exchange([RedisCommand(texts: ["SUBSCRIBE"] + channels)])
        do throws(RedisError) {
            _ = try replies.first?.get()
            for _ in channels.dropFirst()
            where try message(within: configuration.quietLimit / 3) == nil {
                throw RedisError(.outcomeUnknown)
            }
        } catch {
            drop()
            throw error
        }
    }

    private static func message(_ value: RedisValue) -> RedisMessage? {
        guard let parts = value.array, parts.count == 3, parts[0].text == "message",
            let channel = parts[1].text, let payload = parts[2].bytes
        else { return nil }
        return RedisMessage(channel: channel, payload: payload)
    }
}
