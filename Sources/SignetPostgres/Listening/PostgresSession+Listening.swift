import SignetConnections

extension PostgresSession {
    /// Waits for messages on channels.
    ///
    /// - Returns: What has come, at least one event.
    /// - Throws: ``PostgresError``, after which the next call listens anew.
    func receive(on wanted: Set<String>) throws(PostgresError) -> [PostgresEvent] {
        let link = try openLink()
        if channels != wanted {
            // The set is kept only as long as its connection is.
            _ = try exchange(wanted.sorted().map { PostgresStatement("LISTEN \(Self.quoted($0))") })
            channels = wanted
            return [.resumed] + heard(on: link)
        }
        while true {
            let events = heard(on: link)
            guard events.isEmpty else { return events }
            let moment = deadline.atMost(configuration.quietLimit)
            switch wait.until(moment).wait(for: link.socket, .read) {
            case .ready:
                guard link.consume() else {
                    dropLink()
                    throw PostgresError(.connectionLost)
                }
            case .timedOut: try tryConnection()
            case .cancelled: throw PostgresError(.cancelled)
            }
        }
    }

    private func heard(on link: PostgresLink) -> [PostgresEvent] {
        var events: [PostgresEvent] = []
        while let notification = link.notification {
            events.append(PostgresEvent(notification: notification))
        }
        return events
    }

    /// Asks for a sign of life.
    private func tryConnection() throws(PostgresError) {
        let whole = wait
        wait = wait.until(Deadline(after: configuration.quietLimit / 3))
        defer { wait = whole }
        do throws(PostgresError) {
            _ = try exchange([PostgresStatement("SELECT 1")])
        } catch {
            dropLink()
            throw error
        }
    }

    /// A channel's name as SQL writes any name.
    private static func quoted(_ name: String) -> String {
        "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\""
            )
            + "\""
    }
}
