import Logging
import Signet

/// This process as a holder of nodes: it renews its deadline, and sweeps up after others.
///
/// Run it beside the servers of a program, as a service or in a task of its own:
///
/// ```swift
/// let member = try await registry.join()
/// try await withThrowingTaskGroup(of: Void.self) { group in
///     group.addTask { try await member.run() }
///     …
/// }
/// ```
public struct RegistryMember: Sendable {
    /// How long a process may be silent before others end what it holds.
    public static let defaultPatience = Duration.seconds(30)

    /// What nodes are held by.
    public let holder: Holder
    let registry: Registry
    let patience: Duration

    /// Renews the deadline and sweeps, until the task is cancelled; then leaves, and what the
    /// process held ends.
    ///
    /// A store that cannot be reached is asked again.
    ///
    /// - Throws: ``RegistryError/Code-swift.struct/holderLost`` when the process was silent for too
    ///   long and others ended what it held: close its connections and join again.
    public func run() async throws(RegistryError) {
        let logger = Logger(label: "signet.registry")
        while !Task.isCancelled {
            do throws(RegistryError) {
                try await renew()
                try await registry.sweep()
            } catch {
                if error.code == .holderLost { throw error }
                logger.warning(
                    "The registry's store cannot be used; trying again",
                    metadata: [
                        "error": "\(error)"
                    ]
                )
            }
            try? await Task.sleep(for: patience / 5)
        }
        // The task is cancelled, and a store may refuse what a cancelled task asks.
        await Task { () async in _ = try? await leave() }.value
    }

    /// Sets the deadline anew.
    ///
    /// - Throws: ``RegistryError/Code-swift.struct/holderLost``.
    public func renew() async throws(RegistryError) {
        let now = try registry.now()
        let deadline = now + patience.milliseconds
        let isThere = try await registry.store.hold(
            holder,
            until: deadline,
            joining: false,
            at: now
        )
        guard isThere else { throw RegistryError(.holderLost) }
    }

    /// Ends what the process holds.
    ///
    /// - Returns: What ended by this call.
    /// - Throws: ``RegistryError``.
    @discardableResult
    public func leave() async throws(RegistryError) -> [Node] {
        let ended = try await registry.store.leave(holder, at: try registry.now())
        registry.metrics.count(ended: ended)
        return ended
    }
}

extension Registry {
    /// Makes this process a holder of nodes.
    ///
    /// - Parameter patience: How long the process may be silent before others end what it holds.
    /// - Returns: The membership; run it.
    /// - Throws: ``RegistryError``.
    public func join(
        patience: Duration = RegistryMember.defaultPatience
    ) async throws(RegistryError) -> RegistryMember {
        let now = try now()
        let core: Core
        do throws(IDError) { core = try generator.mintCore() } catch {
            throw RegistryError(.notMinted, cause: error)
        }
        let deadline = now + patience.milliseconds
        _ = try await store.hold(Holder(core), until: deadline, joining: true, at: now)
        return RegistryMember(holder: Holder(core), registry: self, patience: patience)
    }
}
