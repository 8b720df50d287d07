public import Signet
import SignetBridge

extension Registry {
    /// The node that a name leads to: a text of any form, a UUID, a legacy ID.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - kind: What it names, where the text does not say so.
    ///   - context: Who asks.
    /// - Returns: The node, alive or ended.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound`` also where it is another owner's;
    ///   ``RegistryError/Code-swift.struct/badName``.
    public func resolve(
        _ name: String,
        as kind: Kind? = nil,
        in context: UserContext
    ) async throws(RegistryError) -> Node {
        try await resolve(name, as: kind, in: context.scope)
    }

    func resolve(
        _ name: String,
        as kind: Kind?,
        in scope: NodeScope
    ) async throws(RegistryError) -> Node {
        guard let id = try await id(of: name, as: kind, in: scope) else {
            throw RegistryError(.notFound)
        }
        return try await node(id, in: scope)
    }

    /// The ID that a name stands for, or nil if nothing of the name is known.
    ///
    /// A text that says or is told what it names stands for one ID. A UUID stands for the resource
    /// with its core, and other texts for what they were adopted as.
    private func id(
        of name: String,
        as kind: Kind?,
        in scope: NodeScope
    ) async throws(RegistryError) -> AnyID? {
        let translation: Translation?
        do throws(TranslationError) { translation = try bridge.translate(name, kind: kind) } catch {
            guard error.code == .kindMissing else { throw RegistryError(.badName, cause: error) }
            translation = nil
        }
        if let id = translation?.id { return id }
        let ids =
            if let translation {
                try await store.nodes(of: translation.core, in: scope).map { $0.id }
            } else {
                try await store.aliases(.original(name), in: scope).map { $0.id }
            }
        guard ids.count < 2 else { throw RegistryError(.ambiguousName) }
        return ids.first
    }

    /// Every name of a resource: its texts, what it was called before, and its siblings.
    ///
    /// The time does not depend on how many resources there are.
    ///
    /// - Parameters:
    ///   - id: The resource.
    ///   - context: Who asks.
    /// - Returns: The names, those of the resource itself first.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound``.
    public func names(
        of id: AnyID,
        in context: UserContext
    ) async throws(RegistryError) -> [ResourceName] {
        try await names(of: id, in: context.scope)
    }

    func names(
        of id: AnyID,
        in scope: NodeScope
    ) async throws(RegistryError) -> [ResourceName] {
        let nodes = try await store.nodes(of: id.core, in: scope)
        guard nodes.contains(where: { $0.id == id }) else { throw RegistryError(.notFound) }
        var names = [
            ResourceName(text: id.compact, relation: .same),
            ResourceName(text: id.uuid, relation: .same),
        ]
        for alias in try await store.aliases(.id(id), in: scope) {
            names.append(ResourceName(text: alias.original, family: alias.family, relation: .same))
        }
        for node in nodes where node.id != id {
            names.append(ResourceName(text: node.id.compact, relation: .sibling))
            for alias in try await store.aliases(.id(node.id), in: scope) {
                names.append(
                    ResourceName(text: alias.original, family: alias.family, relation: .sibling)
                )
            }
        }
        return names
    }

    /// What a name stands for, and the record for the way back.
    func translate(
        _ name: String,
        as kind: Kind?
    ) throws(RegistryError) -> (id: AnyID, alias: Alias?) {
        let record: AliasRecord?
        let named: AnyID?
        do throws(TranslationError) {
            named = try bridge.translate(name, kind: kind).id
            record = named == nil ? nil : try bridge.alias(of: name, kind: kind)
        } catch {
            throw RegistryError(.badName, cause: error)
        }
        guard let id = named else { throw RegistryError(.kindMissing) }
        guard let record, name != id.uuid else { return (id, nil) }
        return (id, Alias(original: record.original, id: id, family: record.family))
    }
}
