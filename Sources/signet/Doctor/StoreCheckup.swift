import Signet
import SignetRegistry

/// What `signet doctor` says of a registry's store.
enum StoreCheckup {
    /// What clocks of the processes on one store may differ by, in milliseconds.
    private static let clockTolerance: Int64 = 1000
    /// For how long what is due may wait for a sweep, in milliseconds.
    private static let sweepTolerance: UInt64 = 600_000

    /// Looks at the store and judges what it says.
    static func findings(_ option: DatabaseOption) async -> [DoctorFinding] {
        let store: StoreExamination
        do {
            store = try await option.examination()
        } catch let failure as CommandFailure {
            return [DoctorFinding(check: "store", problem: failure.message, detail: "")]
        } catch {
            return [DoctorFinding(check: "store", problem: "it cannot be read", detail: "")]
        }
        var findings = [
            DoctorFinding(check: "store", problem: nil, detail: "\(store.server), reachable"),
            schema(store), clock(store),
        ]
        if store.isCurrent { findings += [leases(store), growth(store), sweeping(store)] }
        return findings
    }

    private static func schema(_ store: StoreExamination) -> DoctorFinding {
        let pending = store.newestSchema - store.schema
        if pending < 0 {
            return DoctorFinding(
                check: "schema",
                problem: "version \(store.schema) is newer than \(store.newestSchema), which this "
                    + "program knows; take the program that migrated it",
                detail: ""
            )
        }
        let rest = pending == 0 ? "nothing pending" : "\(pending) pending, done when it is opened"
        return DoctorFinding(
            check: "schema",
            problem: nil,
            detail: "version \(store.schema) of \(store.newestSchema), \(rest)"
        )
    }

    private static func clock(_ store: StoreExamination) -> DoctorFinding {
        guard let lead = store.clockLead else {
            return DoctorFinding(check: "store clock", problem: nil, detail: "this machine's")
        }
        let way = lead < 0 ? "behind" : "ahead of"
        let detail = "\(lead.magnitude) ms \(way) this machine's"
        let isFar = lead.magnitude > clockTolerance.magnitude
        return DoctorFinding(
            check: "store clock",
            problem: isFar ? detail + "; lifetimes need clocks that agree, so set them" : nil,
            detail: detail
        )
    }

    private static func leases(_ store: StoreExamination) -> DoctorFinding {
        DoctorFinding(check: "leases", problem: nil, detail: "\(store.leases) held")
    }

    /// Compares what there is with the bounds by default; programs may have set their own.
    private static func growth(_ store: StoreExamination) -> DoctorFinding {
        let policy = RegistryPolicy()
        var detail = "\(store.living) alive, \(store.changes) changes kept"
        if let (count, kind) = store.fullest {
            detail += ", at most \(count) \(kind) of one owner (bound \(policy.limit(of: kind)))"
        }
        // A sweep takes out what is above the bound, so there is never much more.
        let isFull = store.changes > 2 * policy.keptChanges
        return DoctorFinding(
            check: "growth",
            problem: isFull
                ? "\(store.changes) changes are kept, \(policy.keptChanges) are enough; "
                    + "let a process sweep" : nil,
            detail: detail
        )
    }

    private static func sweeping(_ store: StoreExamination) -> DoctorFinding {
        let now = (try? WallClock.system.milliseconds()) ?? 0
        let since = store.overdueSince ?? now
        let age = now - min(now, since)
        let isLimit = store.overdue == StoreExamination.countedOverdue
        let count = "\(isLimit ? "more than " : "")\(store.overdue) due"
        return DoctorFinding(
            check: "sweep",
            problem: age > sweepTolerance
                ? "\(count), the longest for \(age / 60_000) min; "
                    + "nobody sweeps: let a server do it, or signet registry sweep" : nil,
            detail: count
        )
    }
}
