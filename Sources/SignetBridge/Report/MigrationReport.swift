package import Signet

/// Says whether a set of IDs is safe to migrate, one text at a time.
///
/// It keeps a fixed number of bytes a resource, none of its text. Kept as text is only what the rest
/// of the set decides: what waits for the ID that it holds, and what has a cut owner.
package struct MigrationReport {
    /// What takes part in a resource's identity.
    struct Key: Hashable {
        let core: Core
        let kind: UInt32

        init(_ core: Core, _ kind: Kind?) {
            self.core = core
            self.kind = kind.map { UInt32(truncatingIfNeeded: $0.hashValue) } ?? 0
        }
    }

    private struct Seen {
        let text: UInt64
        let place: MigrationOffender.Place
        let isCurrent: Bool
    }

    private struct Waiting {
        let place: MigrationOffender.Place
        let text: String
        let kindless: Key
    }

    private let bridge: Bridge
    private let kind: Kind?
    private var seen: [Key: Seen] = [:]
    private var waiting: [Key: Waiting] = [:]
    private var owners = OwnerLedger()

    /// How many texts there were, empty lines aside.
    package private(set) var texts = 0
    /// How many of them stood in the set before, byte for byte or in another of today's forms.
    package private(set) var repeated = 0
    /// How many have several readings.
    package private(set) var ambiguous = 0
    /// How many texts each family has, by its name.
    package private(set) var families: [String: Int] = [:]
    /// How many offenders each problem has.
    package private(set) var problems: [MigrationProblem: Int] = [:]

    /// Whether nothing stands in the way.
    package var isSafe: Bool { problems.isEmpty }

    /// How many different resources there are.
    package var resources: Int { seen.count }

    /// Begins with an empty set.
    ///
    /// - Parameters:
    ///   - bridge: The families.
    ///   - kind: What texts name that do not say so themselves.
    package init(bridge: Bridge, kind: Kind? = nil) {
        self.bridge = bridge
        self.kind = kind
    }

    /// Takes a text into the set.
    ///
    /// - Parameters:
    ///   - text: The text; an empty one is left out.
    ///   - place: Where it stands.
    ///   - report: Is given each offender that shows at once.
    /// - Throws: What `report` throws.
    package mutating func add<Failure: Error>(
        _ text: Span<UInt8>,
        at place: MigrationOffender.Place,
        _ report: (MigrationOffender) throws(Failure) -> Void
    ) throws(Failure) {
        guard text.count > 0 else { return }
        texts += 1
        let detection = bridge.detect(text)
        families[bridge.familyName(of: detection), default: 0] += 1
        if detection.isAmbiguous { ambiguous += 1 }
        let conflict = owners.add(text, detection, at: place) { embedded in
            Self.translation(of: embedded, bridge).map { Key($0.core, $0.kind) }
        }
        if let conflict {
            try tell(.ownerConflict, place, text, conflict, report)
        }
        if detection.family == .redisKey {
            return expect(text, detection, at: place)
        }
        let other: MigrationOffender.Place?
        do throws(TranslationError) {
            // What a text says of its kind comes first; only where it is sure of it, it may be
            // wrong.
            let isSure = detection.certainty == .certain
            let kind = isSure ? kind : detection.kind ?? kind
            let translation = try bridge.translate(text, detection, kind: kind)
            other = enter(translation, text, detection, at: place)
        } catch {
            return try tell(MigrationProblem(error), place, text, nil, report)
        }
        if let other { try tell(.merged, place, text, other, report) }
        expect(text, detection, at: place)
    }

    /// Ends the set.
    ///
    /// - Parameter report: Is given each offender that only the whole set shows, in the order of
    ///   their places.
    /// - Throws: What `report` throws.
    package mutating func finish<Failure: Error>(
        _ report: (MigrationOffender) throws(Failure) -> Void
    ) throws(Failure) {
        var late: [MigrationOffender] = []
        for (key, reference) in waiting where seen[key] == nil && seen[reference.kindless] == nil {
            late.append(
                MigrationOffender(
                    problem: .orphan,
                    place: reference.place,
                    text: reference.text,
                    other: nil
                )
            )
        }
        late += owners.cut
        waiting = [:]
        late.sort { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) }
        for offender in late {
            problems[offender.problem, default: 0] += 1
            try report(offender)
        }
    }
}

extension MigrationReport {
    /// Enters a resource, and gives the place of another text that is the same one.
    private mutating func enter(
        _ translation: Translation,
        _ text: Span<UInt8>,
        _ detection: Detection,
        at place: MigrationOffender.Place
    ) -> MigrationOffender.Place? {
        let key = Key(translation.core, translation.kind)
        let fingerprint = text.fingerprint
        let isCurrent = detection.form != nil
        guard let other = seen[key] else {
            seen[key] = Seen(text: fingerprint, place: place, isCurrent: isCurrent)
            return nil
        }
        if other.text == fingerprint || other.isCurrent && isCurrent {
            repeated += 1
            return nil
        }
        return other.place
    }

    /// Waits for the ID that a text holds, unless it is there.
    private mutating func expect(
        _ text: Span<UInt8>,
        _ detection: Detection,
        at place: MigrationOffender.Place
    ) {
        // A UUID behind a prefix is that text's own.
        guard detection.family != .prefixedUUID, let range = detection.agreed(.embedded),
            let translation = Self.translation(of: text.extracting(range), bridge)
        else { return }
        let key = Key(translation.core, translation.kind ?? kind)
        let kindless = Key(translation.core, nil)
        guard seen[key] == nil, seen[kindless] == nil, waiting[key] == nil else { return }
        waiting[key] = Waiting(place: place, text: text.beginning, kindless: kindless)
    }

    private static func translation(of text: Span<UInt8>, _ bridge: Bridge) -> Translation? {
        try? bridge.translate(text, bridge.detect(text), kind: nil)
    }

    private mutating func tell<Failure: Error>(
        _ problem: MigrationProblem,
        _ place: MigrationOffender.Place,
        _ text: Span<UInt8>,
        _ other: MigrationOffender.Place?,
        _ report: (MigrationOffender) throws(Failure) -> Void
    ) throws(Failure) {
        problems[problem, default: 0] += 1
        let shown = problem == .credential ? "" : text.beginning
        try report(MigrationOffender(problem: problem, place: place, text: shown, other: other))
    }
}

extension Span<UInt8> {
    /// 64 bits that differ for different texts, within one process.
    var fingerprint: UInt64 {
        var hasher = Hasher()
        unsafe withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// At most 255 bytes of the text.
    var beginning: String {
        unsafe extracting(first: Swift.min(count, 255)).withUnsafeBufferPointer {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }
}
