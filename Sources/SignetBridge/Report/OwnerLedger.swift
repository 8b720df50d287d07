import Signet

/// Who owns what in a set, as far as its texts say.
struct OwnerLedger {
    private struct Claim {
        let owner: UInt64
        let place: MigrationOffender.Place
    }

    /// Whole owners that begin alike.
    private struct Beginning {
        let owner: UInt64
        var isShared = false
    }

    private struct CutText {
        let beginning: UInt64
        let place: MigrationOffender.Place
        let text: String
    }

    private var claims: [MigrationReport.Key: Claim] = [:]
    private var beginnings: [UInt64: Beginning] = [:]
    private var cuts: [CutText] = []

    /// Takes the owner of a text, and gives the place of a text that has another for the same ID.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - detection: Its readings; where they differ, the text claims nothing.
    ///   - place: Where it stands.
    ///   - key: Tells which resource the bytes of an ID name.
    /// - Returns: Where the other text stands; nil when there is no conflict.
    mutating func add(
        _ text: Span<UInt8>,
        _ detection: Detection,
        at place: MigrationOffender.Place,
        key: (Span<UInt8>) -> MigrationReport.Key?
    ) -> MigrationOffender.Place? {
        guard let reading = detection.single, let range = reading[.owner] else { return nil }
        let owner = text.extracting(range)
        if reading.isOwnerCut {
            cuts.append(
                CutText(beginning: owner.fingerprint, place: place, text: text.beginning)
            )
            return nil
        }
        let fingerprint = owner.fingerprint
        if owner.count >= 8 {
            let beginning = owner.extracting(first: 8).fingerprint
            let known = beginnings[beginning] ?? Beginning(owner: fingerprint)
            let isShared = known.isShared || known.owner != fingerprint
            beginnings[beginning] = Beginning(owner: known.owner, isShared: isShared)
        }
        let resource =
            reading.family == .current
            ? detection.core.map { MigrationReport.Key($0, reading.kind) }
            : reading[.embedded].flatMap { key(text.extracting($0)) }
        guard let resource else { return nil }
        guard let claim = claims[resource] else {
            claims[resource] = Claim(owner: fingerprint, place: place)
            return nil
        }
        return claim.owner == fingerprint ? nil : claim.place
    }

    /// The texts whose cut owner may be any of several.
    var cut: [MigrationOffender] {
        cuts.compactMap { cut in
            guard beginnings[cut.beginning]?.isShared == true else { return nil }
            return MigrationOffender(
                problem: .ownerCut,
                place: cut.place,
                text: cut.text,
                other: nil
            )
        }
    }
}
