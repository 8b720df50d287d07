public import Signet

extension Registry {
    /// Makes an ID and records it.
    ///
    /// - Parameters:
    ///   - kind: What it names; a declared kind.
    ///   - context: Whose it is.
    ///   - parents: What it hangs below, at most 8 nodes of the same owner that live.
    ///   - metadata: What to note about it, at most 16 entries and 2,048 bytes.
    ///   - lifetime: How long it lives without being touched; nil is that of the kind or policy.
    ///   - holder: The process that holds it, if it is to end with the process.
    /// - Returns: The node.
    /// - Throws: ``RegistryError``.
    public func issue(
        _ kind: Kind,
        in context: UserContext,
        under parents: [AnyID] = [],
        metadata: [String: String] = [:],
        lifetime: Duration? = nil,
        heldBy holder: Holder? = nil
    ) async throws(RegistryError) -> Node {
        let draft = NodeDraft(
            id: try mint(kind),
            parents: parents,
            metadata: metadata,
            lifetime: lifetime,
            holder: holder
        )
        return try await record([draft], of: context.owner)[0]
    }

    /// Makes IDs of several kinds with one core and records them, all or none.
    ///
    /// - Parameters:
    ///   - kinds: What they name; each hangs below the one before it.
    ///   - context: Whose they are.
    ///   - parents: What the first hangs below.
    /// - Returns: The nodes, in the order of the kinds.
    /// - Throws: ``RegistryError``.
    public func issueFamily(
        _ kinds: [Kind],
        in context: UserContext,
        under parents: [AnyID] = []
    ) async throws(RegistryError) -> [Node] {
        try await record(family(of: kinds, under: parents), of: context.owner)
    }

    /// Records several nodes at once, all or none: one step of the store.
    ///
    /// - Parameters:
    ///   - kind: What they name.
    ///   - count: How many, at least 1.
    ///   - context: Whose they are.
    ///   - parents: What each of them hangs below.
    /// - Returns: The nodes, in the order of their IDs.
    /// - Throws: ``RegistryError``.
    public func issue(
        _ kind: Kind,
        count: Int,
        in context: UserContext,
        under parents: [AnyID] = []
    ) async throws(RegistryError) -> [Node] {
        var drafts: [NodeDraft] = []
        drafts.reserveCapacity(max(0, count))
        for _ in 0..<max(0, count) {
            drafts.append(NodeDraft(id: try mint(kind), parents: parents))
        }
        return try await record(drafts, of: context.owner)
    }

    /// Records an ID that was made elsewhere: by another generator, another program, earlier code.
    ///
    /// Its owner is who adopts it first; adopting it again gives the same node. The text itself is
    /// kept as an alias where it is not one of today's forms.
    ///
    /// - Parameters:
    ///   - name: Any text that names it: a legacy ID, a UUID, a text of today's forms.
    ///   - kind: What it names, where the text does not say so.
    ///   - context: Whose it is.
    ///   - parents: What it hangs below.
    ///   - metadata: What to note about it.
    /// - Returns: The node.
    /// - Throws: ``RegistryError``; ``RegistryError/Code-swift.struct/conflict`` when the name is
    ///   another owner's or its node has ended.
    public func adopt(
        _ name: String,
        as kind: Kind? = nil,
        in context: UserContext,
        under parents: [AnyID] = [],
        metadata: [String: String] = [:]
    ) async throws(RegistryError) -> Node {
        let (id, alias) = try translate(name, as: kind)
        let draft = NodeDraft(id: id, parents: parents, metadata: metadata)
        let aliases = alias.map { [$0] } ?? []
        return try await record([draft], of: context.owner, aliases: aliases, adopting: true)[0]
    }

    /// Records drafts as an owner's.
    func record(
        _ drafts: [NodeDraft],
        of owner: Owner,
        aliases: [Alias] = [],
        adopting: Bool = false
    ) async throws(RegistryError) -> [Node] {
        let now = try now()
        var nodes: [Node] = []
        nodes.reserveCapacity(drafts.count)
        for draft in drafts { nodes.append(try node(draft, of: owner, at: now)) }
        do throws(RegistryError) {
            let recorded = try await store.insert(nodes, aliases: aliases, adopting: adopting)
            metrics.count(recorded: recorded)
            return recorded
        } catch {
            metrics.countRefusal()
            throw error
        }
    }

    /// An ID of a declared kind.
    func mint(_ kind: Kind) throws(RegistryError) -> AnyID {
        do throws(IDError) { return try generator.mint(kind) } catch {
            throw RegistryError(.notMinted, kind: kind, cause: error)
        }
    }

    /// Drafts with one core, each below the one before it.
    func family(
        of kinds: [Kind],
        under parents: [AnyID]
    ) throws(RegistryError) -> [NodeDraft] {
        let ids: [AnyID]
        do throws(IDError) { ids = try generator.mintFamily(kinds) } catch {
            throw RegistryError(.notMinted, cause: error)
        }
        return ids.indices.map { index in
            NodeDraft(id: ids[index], parents: index == 0 ? parents : [ids[index - 1]])
        }
    }

    /// The node that a draft becomes.
    private func node(
        _ draft: NodeDraft,
        of owner: Owner,
        at time: UInt64
    ) throws(RegistryError) -> Node {
        guard let declaration = catalog[draft.id.kind] else {
            throw RegistryError(.undeclaredKind, kind: draft.id.kind)
        }
        let parents = draft.distinctParents
        guard parents.count <= Node.maximumParents, draft.hasRoomForMetadata else {
            throw RegistryError(.tooLarge, kind: draft.id.kind)
        }
        let lifetime = draft.lifetime ?? declaration.lifetime ?? store.policy.lifetime
        return Node(
            id: draft.id,
            owner: owner,
            parents: parents,
            metadata: draft.metadata,
            holder: draft.holder,
            lifetime: lifetime.milliseconds,
            created: time
        )
    }
}
