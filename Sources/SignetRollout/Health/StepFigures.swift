/// The figures by which a step is judged.
struct StepFigures {
    let inbound: [String: UInt64]
    let outbound: [String: UInt64]
    let refused: UInt64
    /// How long no ID of an earlier form was seen, in milliseconds.
    let quiet: UInt64
    /// How long the stage lasts, in milliseconds.
    let age: UInt64

    /// Whether the step behind a stage is safe.
    func verdict(at stage: RolloutStage, _ policy: HealthPolicy) -> StepVerdict {
        guard let next = stage.next else {
            return StepVerdict(
                nil,
                isSafe: false,
                shouldGoBack: refused > 0,
                refused > 0
                    ? "\(refused) IDs of earlier forms were refused: somebody still uses them"
                    : "the rollout is complete, and nothing was refused"
            )
        }
        if refused > 0 {
            return StepVerdict(
                next,
                isSafe: false,
                shouldGoBack: stage > .legacy,
                "\(refused) IDs came by that the stage \(stage.rawValue) does not allow"
            )
        }
        if let fault = fault(before: next, policy) {
            return StepVerdict(next, isSafe: false, fault)
        }
        return StepVerdict(
            next,
            isSafe: true,
            next == .strict
                ? "no ID of an earlier form was seen for \(Self.text(quiet))"
                : "\(total) IDs came by in \(Self.text(age)), and each is one that is known"
        )
    }

    /// What speaks against a step.
    private func fault(before next: RolloutStage, _ policy: HealthPolicy) -> String? {
        if total < policy.minimumCount {
            return "only \(total) IDs came by since the last step; \(policy.minimumCount) are asked"
        }
        if age < policy.minimumTime.milliseconds {
            return "the last step was \(Self.text(age)) ago; "
                + "\(Self.text(policy.minimumTime.milliseconds)) are asked"
        }
        let unknown = count(.unknown) + count(.credential)
        if unknown > 0, next != .strict {
            return "\(unknown) texts are of no family that is known: they would have no translation"
        }
        if next == .strict, quiet < policy.quietTime.milliseconds {
            return "an ID of an earlier form was seen \(Self.text(quiet)) ago, or the stage is not "
                + "older; \(Self.text(policy.quietTime.milliseconds)) without one are asked"
        }
        return nil
    }

    private var total: UInt64 { [inbound, outbound].joined().reduce(0) { $0 + $1.value } }

    private func count(_ format: IDFormat) -> UInt64 {
        [inbound, outbound].joined().reduce(0) { sum, family in
            FamilySlot.format(ofFamily: family.key) == format ? sum + family.value : sum
        }
    }

    /// A span of time in its largest whole unit.
    private static func text(_ milliseconds: UInt64) -> String {
        let units: [(UInt64, String)] = [
            (86_400_000, "day"), (3_600_000, "hour"), (60_000, "minute"),
        ]
        for (size, name) in units where milliseconds >= size {
            let count = milliseconds / size
            return "\(count) \(name)\(count == 1 ? "" : "s")"
        }
        return "less than a minute"
    }
}

extension Duration {
    /// Whole milliseconds; 0 for a negative span.
    var milliseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(seconds) * 1000 + UInt64(attoseconds) / 1_000_000_000_000_000
    }
}
