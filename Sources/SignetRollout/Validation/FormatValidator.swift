public import Signet
internal import SignetBridge
package import SignetConfiguration
import Synchronization

/// Tells the IDs that pass by in one service apart, counts them, and says which the stage allows.
///
/// ```swift
/// let validator = FormatValidator(service: "chat", flags: flags, alerts: [.log(logger)])
/// try validator.admit(text, kind: .thread)
/// ```
///
/// An ID of today's forms takes some hundred nanoseconds, any other well under a microsecond;
/// threads do not wait for each other. Nothing is read from the network or the disk.
///
/// The figures go to swift-metrics and to the store of the flags with
/// ``RolloutFlags/follow(every:validators:instance:onError:)``, and to Prometheus with
/// ``PrometheusText``.
public final class FormatValidator: Sendable {
    /// The service.
    public let service: String

    let flags: RolloutFlags
    let kinds: [Kind]
    let counters: TallyTable
    /// When a kind last came in an earlier form, in Unix milliseconds.
    let lastLegacy: TallyTable
    let alerter: Alerter
    let offenders: OffenderRing
    let metrics: MetricsReporter
    let baselines = Mutex(Baselines())

    private let bridge: Bridge
    private let rows: [Kind: Int]
    private let gates: [RolloutGate]
    private let token: Token

    /// Creates a validator of a project that declares nothing.
    ///
    /// - Parameters:
    ///   - service: The service, as the flags name it.
    ///   - flags: The flags.
    ///   - alerts: Who is told when an ID comes by that the stage does not allow.
    ///   - policy: How often, and how many offenders are kept.
    public convenience init(
        service: String,
        flags: RolloutFlags,
        alerts: [AlertSink] = [],
        policy: AlertPolicy = AlertPolicy()
    ) {
        self.init(service, flags, bridge: .builtIn, alerts: alerts, policy: policy)
    }

    /// Creates a validator that knows a project's kinds and families.
    ///
    /// - Throws: What is wrong with the families.
    package convenience init(
        service: String,
        flags: RolloutFlags,
        configuration: Configuration,
        alerts: [AlertSink] = [],
        policy: AlertPolicy = AlertPolicy()
    ) throws(ConfigurationError) {
        let bridge = try Bridge(configuration)
        self.init(service, flags, bridge: bridge, alerts: alerts, policy: policy)
    }

    private init(
        _ service: String,
        _ flags: RolloutFlags,
        bridge: Bridge,
        alerts: [AlertSink],
        policy: AlertPolicy
    ) {
        self.service = service
        self.flags = flags
        self.bridge = bridge
        let kinds = bridge.catalog.declarations.map(\.kind)
        self.kinds = kinds
        rows = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
        gates =
            kinds.map { flags.gate(service: service, kind: $0) }
            + [flags.gate(service: service, kind: nil)]
        counters = TallyTable(count: 2 * gates.count * FamilySlot.count)
        lastLegacy = TallyTable(count: gates.count)
        alerter = Alerter(sinks: alerts, policy: policy, count: counters.count)
        offenders = OffenderRing(capacity: policy.offenderCount)
        metrics = MetricsReporter(count: counters.count)
        token = Token(flags)
        token.start { [weak self] in self?.settle() }
    }

    // MARK: One ID

    /// Tells an ID apart and counts it.
    ///
    /// - Parameters:
    ///   - text: The text as it came or goes.
    ///   - kind: What it is to name, where the caller knows; else what the text says counts.
    ///   - direction: Whether it comes in or goes out.
    /// - Returns: What it is, and whether the stage allows it.
    @discardableResult
    public func classify(
        _ text: Span<UInt8>,
        kind: Kind? = nil,
        direction: IDDirection = .inbound
    ) -> IDClassification {
        let (slot, named) = family(of: text)
        let kind = kind ?? named
        let row = kind.flatMap { rows[$0] } ?? kinds.count
        let stage = gates[row].stage
        let format = slot.format
        let isAllowed = stage.allows(format, direction)
        let classification = IDClassification(
            kind: kind,
            format: format,
            stage: stage,
            isAllowed: isAllowed,
            slot: slot
        )
        counters.increment(index(row, slot, direction))
        if format == .legacy || format == .mixed || !isAllowed {
            takeNote(of: classification, text, row, direction)
        }
        return classification
    }

    /// Tells an ID apart and counts it.
    @discardableResult
    public func classify(
        _ text: String,
        kind: Kind? = nil,
        direction: IDDirection = .inbound
    ) -> IDClassification {
        classify(text.utf8.span, kind: kind, direction: direction)
    }

    /// Lets an ID in, or refuses it.
    ///
    /// - Throws: ``RolloutError/Code-swift.struct/refused`` when the stage does not allow its
    ///   format. The message does not repeat it.
    @discardableResult
    public func admit(_ text: String, kind: Kind? = nil) throws(RolloutError) -> IDClassification {
        let classification = classify(text, kind: kind)
        guard classification.isAllowed else {
            let stage = classification.stage.rawValue
            throw RolloutError(
                .refused,
                "an ID of the format \(classification.format) is not accepted at the stage \(stage)"
            )
        }
        return classification
    }

    /// The last IDs that were not allowed, the newest first, safe to print.
    public var lastOffenders: [Offender] { offenders.all }

    /// Where the count of a family stands.
    func index(_ row: Int, _ slot: FamilySlot, _ direction: IDDirection) -> Int {
        let half = direction == .inbound ? 0 : gates.count
        return (half + row) * FamilySlot.count + slot.index
    }

    /// The gate of a row.
    func gate(_ row: Int) -> RolloutGate { gates[row] }

    /// How many rows there are: the kinds, and what names none.
    var rowCount: Int { gates.count }

    /// The family of a text, and what it names as far as it says so.
    private func family(of text: Span<UInt8>) -> (FamilySlot, Kind?) {
        // Most texts are compact or readable: the last field has 26 or 14 digits.
        let count = text.count
        if count > 27, count <= Catalog.maximumTextCount,
            text[count - 27] == UInt8(ascii: "_") || text[count - 15] == UInt8(ascii: "_"),
            let id = (try? bridge.catalog.parse(text))?.id
        {
            return (.current, id.kind)
        }
        let detection = bridge.detect(text)
        guard let family = detection.family else { return (.ambiguous, detection.kind) }
        if family == .uuid, detection.core?.version == 7 { return (.uuid7, nil) }
        // A secret that is mistyped is still most of one.
        if family == .unknown, Redaction.redacted(text) != nil {
            return (FamilySlot(.credential), nil)
        }
        if family != .current, holdsCurrent(text, detection) { return (.mixed, detection.kind) }
        return (FamilySlot(family), detection.kind)
    }

    /// Whether an earlier form has an ID of today's in it.
    private func holdsCurrent(_ text: Span<UInt8>, _ detection: Detection) -> Bool {
        for index in 0..<detection.count {
            for part in [Part.embedded, .owner] {
                guard let range = detection[index][part], range.count > 27 else { continue }
                if (try? bridge.catalog.parse(text.extracting(range)))?.id != nil { return true }
            }
        }
        return false
    }

    /// What is done for IDs of earlier forms, and for those that are not allowed.
    private func takeNote(
        of classification: IDClassification,
        _ text: Span<UInt8>,
        _ row: Int,
        _ direction: IDDirection
    ) {
        let now = (try? flags.clock.milliseconds()) ?? 0
        if classification.format == .legacy || classification.format == .mixed {
            lastLegacy.raise(row, to: now)
        }
        guard !classification.isAllowed else { return }
        counters.increment(index(row, .refused, direction))
        offenders.add(classification, direction, text, time: now)
        let place = index(row, classification.slot, direction)
        guard let count = alerter.due(place, now) else { return }
        let example = OffenderRing.shown(text, classification.format)
        let offender = Offender(classification, direction, time: now, text: example)
        alerter.deliver(RolloutAlert(service: service, offender: offender, count: count))
    }
}

extension FormatValidator {
    /// Ends the observation when the validator is gone.
    private final class Token: Sendable {
        private let flags: RolloutFlags
        private let number = Mutex(0)

        init(_ flags: RolloutFlags) { self.flags = flags }

        func start(_ body: @escaping @Sendable () -> Void) {
            let token = flags.observe(body)
            number.withLock { $0 = token }
        }

        deinit { flags.endObserving(number.withLock { $0 }) }
    }
}
