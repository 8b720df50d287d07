import Foundation
import Synchronization

/// One connection through a ``CuttingProxy``: the client's socket and the server's.
final class ProxyPair: Sendable {
    private let client: Int32
    private let server: Int32
    private let number: Int
    private let budget: Int
    private let order = Mutex(Order())

    private struct Order {
        var isReset = false
        var isHalfClosed = false
        var isDone = false
    }

    init(_ client: Int32, _ server: Int32, number: Int, budget: Int) {
        self.client = client
        self.server = server
        self.number = number
        self.budget = budget
    }

    /// Asks the thread to break both connections.
    func reset() {
        order.withLock { $0.isReset = true }
    }

    /// Asks the thread to end what the client hears.
    func halfClose() {
        order.withLock { $0.isHalfClosed = true }
    }

    /// Passes bytes on until one side ends or the budget does.
    func run(for owner: CuttingProxy.Unowned) {
        var left = budget
        var isCut = false
        while let proxy = owner.proxy {
            let order = order.withLock { $0 }
            if order.isReset { break }
            if order.isHalfClosed { shutdown(client, Int32(SHUT_WR)) }
            // Short waits, so that orders are heard.
            if proxy.isStalled || order.isHalfClosed {
                Thread.sleep(forTimeInterval: 0.002)
                continue
            }
            var polls = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: server, events: Int16(POLLIN), revents: 0),
            ]
            guard unsafe poll(&polls, 2, 5) > 0 else { continue }
            guard polls[0].revents == 0 || pass(from: client, to: server, &left),
                polls[1].revents == 0 || pass(from: server, to: client, &left)
            else {
                isCut = left <= 0
                break
            }
        }
        let wasReset = order.withLock { $0.isReset }
        if isCut || wasReset { makeAbrupt() }
        // Counted before anybody can notice.
        owner.proxy?.remove(number, isCut: isCut)
        close(client)
        close(server)
    }

    /// Makes closing send a reset instead of an orderly end.
    private func makeAbrupt() {
        for socket in [client, server] {
            var option = linger(l_onoff: 1, l_linger: 0)
            _ = unsafe setsockopt(
                socket,
                SOL_SOCKET,
                SO_LINGER,
                &option,
                socklen_t(MemoryLayout<linger>.size)
            )
        }
    }

    /// Passes on what is there, as far as the budget goes; false when this is the end.
    private func pass(from source: Int32, to target: Int32, _ left: inout Int) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe recv(source, &buffer, min(buffer.count, max(left, 1)), 0)
        guard count > 0 else { return false }
        var sent = 0
        let passed = min(count, left)
        while sent < passed {
            let written = unsafe buffer[sent..<passed].withUnsafeBytes {
                unsafe send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard written > 0 else { return false }
            sent += written
        }
        left -= count
        return left > 0
    }
}
