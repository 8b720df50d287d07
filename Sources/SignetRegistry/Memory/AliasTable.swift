import Signet

/// The aliases of a memory store, found by their text and by their ID.
struct AliasTable: Sendable {
    private var byText: [String: [Alias]] = [:]
    private var textsByID: [AnyID: [String]] = [:]

    /// Adds an alias.
    ///
    /// - Returns: Whether it was added; it may have been there.
    /// - Throws: ``RegistryError/Code-swift.struct/conflict`` if the text already leads to another
    ///   ID of the kind.
    mutating func add(_ alias: Alias) throws(RegistryError) -> Bool {
        let known = byText[alias.original] ?? []
        if let same = known.first(where: { $0.id.kind == alias.id.kind }) {
            guard same.id == alias.id else { throw RegistryError(.conflict, kind: alias.id.kind) }
            return false
        }
        byText[alias.original, default: []].append(alias)
        textsByID[alias.id, default: []].append(alias.original)
        return true
    }

    /// The aliases of a text.
    func aliases(of text: String) -> [Alias] { byText[text] ?? [] }

    /// The aliases of an ID.
    func aliases(of id: AnyID) -> [Alias] {
        (textsByID[id] ?? []).flatMap { text in byText[text, default: []].filter { $0.id == id } }
    }

    /// Forgets an alias.
    mutating func remove(_ alias: Alias) {
        byText[alias.original]?.removeAll { $0 == alias }
        if byText[alias.original]?.isEmpty == true { byText[alias.original] = nil }
        textsByID[alias.id]?.removeAll { $0 == alias.original }
        if textsByID[alias.id]?.isEmpty == true { textsByID[alias.id] = nil }
    }
}
