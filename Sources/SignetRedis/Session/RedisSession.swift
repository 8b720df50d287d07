import SignetConnections

/// A connection to Redis and what it waits for, on the connection's thread.
final class RedisSession {
    let configuration: RedisConfiguration
    private let bell: Bell
    private var link: RedisLink?
    private var wait: SocketWait
    private var deadline: Deadline

    init(_ configuration: RedisConfiguration, bell: Bell) {
        self.configuration = configuration
        self.bell = bell
        deadline = Deadline(after: .zero)
        wait = SocketWait(bell: bell, ticket: Ticket(bell: bell), deadline: deadline)
    }

    /// Begins an operation.
    func begin(_ ticket: Ticket, until deadline: Deadline) {
        self.deadline = deadline
        wait = SocketWait(bell: bell, ticket: ticket, deadline: deadline)
    }

    /// Sends commands together and reads a reply for each.
    ///
    /// - Throws: ``RedisError``; a connection without an answer is let go, since its answer would
    ///   be taken for that of the next command.
    func exchange(_ commands: [RedisCommand]) throws(RedisError) -> [RedisValue] {
        let link = try openLink()
        do throws(RedisError) {
            return try exchange(commands, on: link)
        } catch {
            self.link = nil
            throw error
        }
    }

    /// The same, again when no answer came.
    func repeating(_ commands: [RedisCommand]) throws(RedisError) -> [RedisValue] {
        let backoff = Backoff(first: .milliseconds(5), longest: .milliseconds(500))
        var failures = 0
        while true {
            do throws(RedisError) {
                return try exchange(commands)
            } catch {
                failures += 1
                guard error.code == .outcomeUnknown, failures < configuration.attempts,
                    !deadline.isOver
                else { throw error }
                try pause(backoff.delay(after: failures))
            }
        }
    }

    /// The next message of a connection that has subscribed; nil when none came for a time.
    func message(within quiet: Duration) throws(RedisError) -> RedisValue? {
        guard let link else { throw RedisError(.outcomeUnknown) }
        do throws(RedisError) {
            return try reply(from: link, wait.until(deadline.atMost(quiet)))
        } catch {
            if error.code == .timedOut { return nil }
            self.link = nil
            throw error
        }
    }

    /// Sends a command whose reply comes as a message.
    func post(_ command: RedisCommand) throws(RedisError) {
        guard let link, link.append(command) else { throw RedisError(.outcomeUnknown) }
    }

    /// Whether a connection stands.
    var isOpen: Bool { link != nil }

    /// Closes the connection; the next operation makes a new one.
    func drop() {
        link = nil
    }

    private func pause(_ duration: Duration) throws(RedisError) {
        if wait.until(deadline.atMost(duration)).wait(for: -1, []) == .cancelled {
            throw RedisError(.cancelled)
        }
    }

    private func exchange(
        _ commands: [RedisCommand],
        on link: RedisLink
    ) throws(RedisError) -> [RedisValue] {
        for command in commands {
            guard link.append(command) else { throw RedisError(.outcomeUnknown) }
        }
        var replies: [RedisValue] = []
        replies.reserveCapacity(commands.count)
        while replies.count < commands.count {
            do throws(RedisError) {
                replies.append(try reply(from: link, wait))
            } catch {
                // Something was sent, and Redis cannot take it back.
                throw RedisError(.outcomeUnknown)
            }
        }
        return replies
    }

    /// The next reply, as soon as it is there, while what is left to send is sent.
    private func reply(from link: RedisLink, _ wait: SocketWait) throws(RedisError) -> RedisValue {
        while true {
            if let reply = try link.next() { return reply }
            guard let isFull = link.flush() else { throw RedisError(.outcomeUnknown) }
            switch wait.wait(for: link.socket, isFull ? [.read, .write] : .read) {
            case .ready: break
            case .timedOut: throw RedisError(.timedOut)
            case .cancelled: throw RedisError(.cancelled)
            }
            if SocketWait.isReadable(link.socket), !link.consume() {
                throw RedisError(.outcomeUnknown)
            }
        }
    }

    private func openLink() throws(RedisError) -> RedisLink {
        // An idle connection has nothing to say: what can be read is the end of its stream.
        if let link, !link.isBroken, !SocketWait.isReadable(link.socket) { return link }
        link = nil
        let limit = deadline.atMost(configuration.connectLimit)
        let backoff = Backoff()
        var failures = 0
        while true {
            do throws(RedisError) {
                let link = try connect(until: limit)
                self.link = link
                return link
            } catch {
                failures += 1
                guard error.code == .unreachable, !error.isFinal, !limit.isOver else { throw error }
                try pause(limit.atMost(backoff.delay(after: failures)).remaining)
            }
        }
    }

    private func connect(until limit: Deadline) throws(RedisError) -> RedisLink {
        guard let link = RedisLink(configuration.address) else { throw RedisError(.resources) }
        guard !link.isBroken else { throw RedisError(.unreachable) }
        switch wait.until(limit).wait(for: link.socket, .write) {
        case .ready: break
        case .timedOut: throw RedisError(.unreachable)
        case .cancelled: throw RedisError(.cancelled)
        }
        guard link.isConnected else { throw RedisError(.unreachable) }
        link.tune()
        let replies: [RedisValue]
        do throws(RedisError) {
            replies = try exchange(configuration.greeting, on: link)
        } catch {
            throw RedisError(.unreachable)
        }
        for reply in replies {
            do throws(RedisError) {
                _ = try reply.get()
            } catch {
                throw RedisError(.unreachable, word: error.word)
            }
        }
        return link
    }
}
