import Foundation
import Synchronization

/// A network between a client and a server on this machine, which can be cut.
///
/// It has threads of its own and passes bytes on as they come.
package final class CuttingProxy: Sendable {
    /// The port on which clients reach the server.
    package let port: UInt16
    private let server: UInt16
    private let listener: Int32
    private let state = Mutex(State())

    /// What the network does.
    private struct State {
        var pairs: [Int: ProxyPair] = [:]
        var next = 0
        var isStalled = false
        var isRefusing = false
        var isClosed = false
        /// How many bytes the next connections may carry, the first first.
        var budgets: [Int] = []
        var cuts = 0
    }

    /// Opens a way to a server on this machine.
    package init(to server: UInt16) throws {
        self.server = server
        (listener, port) = try FreePort.open()
        let state = Unowned(self)
        Thread.detachNewThread { [listener] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let proxy = state.proxy, proxy.take(client) else {
                    if client >= 0 { close(client) }
                    return
                }
            }
        }
    }

    deinit {
        end()
    }

    /// Closes the way for good.
    package func end() {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        guard isFirst else { return }
        cut()
        // Wakes the thread that accepts.
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Breaks all connections at once, as a cable does: with a reset.
    package func cut() {
        let pairs = state.withLock { state in
            state.cuts += state.pairs.count
            return Array(state.pairs.values)
        }
        for pair in pairs { pair.reset() }
    }

    /// Ends the server's side of all connections and leaves the client's open.
    package func halfClose() {
        for pair in state.withLock({ Array($0.pairs.values) }) { pair.halfClose() }
    }

    /// Lets nothing through, and says nothing of it, until ``resume()``.
    package func stall() {
        state.withLock { $0.isStalled = true }
    }

    /// Lets everything through again.
    package func resume() {
        state.withLock { $0.isStalled = false }
    }

    /// Takes no new connections, or takes them again.
    package func refuse(_ isRefusing: Bool) {
        state.withLock { $0.isRefusing = isRefusing }
    }

    /// Cuts each of the next connections after a number of bytes, in both directions together.
    package func cut(after budgets: [Int]) {
        state.withLock { $0.budgets = budgets }
    }

    /// How many connections have been cut.
    package var cuts: Int { state.withLock { $0.cuts } }

    var isStalled: Bool { state.withLock { $0.isStalled } }

    func remove(_ number: Int, isCut: Bool) {
        state.withLock { state in
            state.pairs[number] = nil
            if isCut { state.cuts += 1 }
        }
    }

    /// Takes a client's connection on to the server; false when the way is closed.
    private func take(_ client: Int32) -> Bool {
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        let isRefusing = state.withLock { $0.isClosed ? nil : $0.isRefusing }
        guard let isRefusing else { return false }
        let target = isRefusing ? -1 : FreePort.dial(server)
        guard target >= 0 else {
            close(client)
            return true
        }
        let (number, budget) = state.withLock { state in
            state.next += 1
            return (state.next, state.budgets.isEmpty ? Int.max : state.budgets.removeFirst())
        }
        let pair = ProxyPair(client, target, number: number, budget: budget)
        state.withLock { $0.pairs[number] = pair }
        let proxy = Unowned(self)
        Thread.detachNewThread { pair.run(for: proxy) }
        return true
    }

    /// Lets threads find the proxy as long as somebody else keeps it.
    final class Unowned: Sendable {
        private let reference: Mutex<Weak>

        private struct Weak: Sendable {
            weak var proxy: CuttingProxy?
        }

        init(_ proxy: CuttingProxy) {
            reference = Mutex(Weak(proxy: proxy))
        }

        var proxy: CuttingProxy? { reference.withLock { $0.proxy } }
    }
}
