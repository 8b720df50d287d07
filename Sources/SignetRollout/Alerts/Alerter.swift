import CoreMetrics

/// Tells the sinks, now and then.
struct Alerter: Sendable {
    private let sinks: [AlertSink]
    private let interval: UInt64
    /// When the next alert of a place may be, in Unix milliseconds.
    private let next: TallyTable
    /// How many came by since the last.
    private let pending: TallyTable
    private let counter = Counter(label: "signet_rollout_alerts_total")

    init(sinks: [AlertSink], policy: AlertPolicy, count: Int) {
        self.sinks = sinks
        interval = policy.interval.milliseconds
        next = TallyTable(count: count)
        pending = TallyTable(count: count)
    }

    /// Counts an offender of a place.
    ///
    /// - Returns: How many came by since the last alert of the place, if one is due now.
    func due(_ place: Int, _ now: UInt64) -> UInt64? {
        pending.increment(place)
        let due = next[place]
        guard now >= due, next.exchange(place, from: due, to: now + interval) else { return nil }
        return pending.take(place)
    }

    /// Tells the sinks.
    func deliver(_ alert: RolloutAlert) {
        counter.increment()
        for sink in sinks { sink.deliver(alert) }
    }
}
