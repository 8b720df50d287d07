package import Signet

/// Finds the names of one resource in a set of texts, one text at a time.
///
/// It keeps nothing of the set: a set of any size takes one pass and no memory. Owners and IDs are
/// compared whole, byte for byte; nothing is matched by its beginning.
package struct NameMatcher: Sendable {
    private let bridge: Bridge
    private let name: KnownName
    /// The IDs that stand whole in the name, the outermost first.
    private let held: [KnownName]

    /// How deep IDs in IDs are followed.
    private static let maximumDepth = 3

    /// Looks for the names of what a text names.
    ///
    /// - Parameters:
    ///   - text: Any name of the resource.
    ///   - kind: What it names, where the text does not say so.
    ///   - bridge: The families.
    package init(_ text: Span<UInt8>, kind: Kind? = nil, bridge: Bridge) {
        self.bridge = bridge
        name = KnownName(text, kind: kind, bridge: bridge)
        var held: [KnownName] = []
        var current = name
        while held.count < Self.maximumDepth,
            let range = current.detection.agreed(.embedded)
        {
            let text = current.text
            current = KnownName(text.span.extracting(range), kind: nil, bridge: bridge)
            held.append(current)
        }
        self.held = held
    }

    /// What a text of the set is to the resource, or nil when it has nothing to do with it.
    ///
    /// - Parameter text: The text.
    /// - Returns: The relation and how certain it is.
    /// - Complexity: O(n) in the length of the text, which is bounded.
    package func match(_ text: Span<UInt8>) -> NameMatch? {
        let detection = bridge.detect(text)
        if name.isSame(text, detection) { return NameMatch(relation: .same, certainty: .certain) }
        if let certainty = sibling(text, detection) {
            return NameMatch(relation: .sibling, certainty: certainty)
        }
        if let certainty = holds(text, detection, depth: 0) {
            return NameMatch(relation: .holds, certainty: certainty)
        }
        if held.contains(where: { $0.isSame(text, detection) }) {
            return NameMatch(relation: .held, certainty: name.detection.certainty)
        }
        return ownership(text, detection)
    }

    /// Whether a text was made together with the resource.
    private func sibling(_ text: Span<UInt8>, _ detection: Detection) -> LegacyID.Certainty? {
        if let core = detection.core, core == name.core, name.kind != detection.kind,
            name.kind != nil, detection.kind != nil, core.version == 7
        {
            return .certain
        }
        let known = name.text.span
        var best: LegacyID.Certainty?
        for index in 0..<name.detection.count {
            guard let left = ContextParts(name.detection[index], known) else { continue }
            for other in 0..<detection.count {
                guard let right = ContextParts(detection[other], text),
                    let certainty = left.sibling(known, right, text)
                else { continue }
                best = best == .certain ? best : certainty
            }
        }
        return best
    }

    /// Whether a text holds the resource's name whole, or an ID that does.
    private func holds(
        _ text: Span<UInt8>,
        _ detection: Detection,
        depth: Int
    ) -> LegacyID.Certainty? {
        for index in 0..<detection.count {
            guard let range = detection[index][.embedded] else { continue }
            let embedded = text.extracting(range)
            let inner = bridge.detect(embedded)
            let isHeld =
                name.isSame(embedded, inner)
                || depth + 1 < Self.maximumDepth && holds(embedded, inner, depth: depth + 1) != nil
            if isHeld { return detection.certainty }
        }
        return nil
    }

    /// Whether one of both is the other's owner; a cut owner is nobody.
    private func ownership(_ text: Span<UInt8>, _ detection: Detection) -> NameMatch? {
        let known = name.text.span
        for index in 0..<detection.count where !detection[index].isOwnerCut {
            guard let owner = detection[index][.owner],
                text.isEqual(owner, known, known.indices)
            else { continue }
            return NameMatch(relation: .owned, certainty: detection.certainty)
        }
        for index in 0..<name.detection.count where !name.detection[index].isOwnerCut {
            guard let owner = name.detection[index][.owner],
                known.isEqual(owner, text, text.indices)
            else { continue }
            return NameMatch(relation: .owner, certainty: name.detection.certainty)
        }
        return nil
    }
}

extension Bridge {
    /// Finds the names of what a text names in a set.
    ///
    /// - Parameters:
    ///   - text: Any name of the resource.
    ///   - kind: What it names, where the text does not say so.
    ///   - set: The set.
    /// - Returns: The texts of the set that have to do with the resource, in their order.
    /// - Complexity: O(n) in the number of texts.
    package func names(
        of text: String,
        kind: Kind? = nil,
        among set: some Sequence<String>
    ) -> [(name: String, match: NameMatch)] {
        let matcher = NameMatcher(text.utf8.span, kind: kind, bridge: self)
        var names: [(name: String, match: NameMatch)] = []
        for candidate in set {
            if let match = matcher.match(candidate.utf8.span) { names.append((candidate, match)) }
        }
        return names
    }
}
