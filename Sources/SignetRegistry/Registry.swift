public import Signet
package import SignetBridge

/// The single source of truth about live resources: a graph of IDs, their owners and what they
/// hang below.
///
/// Connections hang below sessions, runs below threads, executions and tool calls below runs.
/// Releasing a node releases what hangs below it. Texts are never compared to find what belongs
/// together: equal cores make siblings, and edges everything else.
///
/// All calls go through a ``UserContext`` and see its owner's nodes; what belongs to others is not
/// found. ``administer(as:reason:audit:)`` is the one way across, and it leaves a trace.
///
/// ```swift
/// let registry = Registry(store: MemoryStore())
/// let session = try await registry.openSession(of: Owner("alice"))
/// let context = try await registry.context(of: Owner("alice"), session: session)
/// let tool = try await registry.issue(.tool, in: context, under: [context.run.erased])
/// try await registry.release(context.thread.erased, in: context)  // and run, request and tool
/// ```
public struct Registry: Sendable {
    /// Where the nodes are kept.
    public let store: any RegistryStore
    let generator: Generator
    let clock: WallClock
    package let bridge: Bridge
    let metrics = RegistryMetrics()

    /// A registry of the built-in kinds.
    ///
    /// - Parameters:
    ///   - store: Where the nodes are kept.
    ///   - generator: What makes IDs.
    ///   - clock: What lifetimes are measured by. Processes on one store have clocks that agree.
    public init(
        store: any RegistryStore,
        generator: Generator = .shared,
        clock: WallClock = .system
    ) {
        self.init(store: store, bridge: .builtIn, generator: generator, clock: clock)
    }

    /// A registry of a project's kinds and families.
    package init(
        store: any RegistryStore,
        bridge: Bridge,
        generator: Generator = .shared,
        clock: WallClock = .system
    ) {
        self.store = store
        self.bridge = bridge
        self.generator = generator
        self.clock = clock
    }

    /// The declared kinds.
    public var catalog: Catalog { bridge.catalog }

    /// Unix time in milliseconds.
    func now() throws(RegistryError) -> UInt64 {
        do throws(IDError) { return try clock.milliseconds() } catch {
            throw RegistryError(.notMinted, cause: error)
        }
    }

    /// How a store's node stands now: what has expired is expired, swept or not.
    func aged(_ node: Node, at time: UInt64) -> Node {
        guard node.state == .active, node.expires <= time else { return node }
        var node = node
        node.state = .expired
        node.ended = node.expires
        node.holder = nil
        return node
    }
}
