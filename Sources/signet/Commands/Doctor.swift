import ArgumentParser
import Foundation
import Signet
import SignetConfiguration
import SignetSeal

/// `signet doctor`: looks at the clock, the entropy, the keys, the catalog and a store.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is wrong with clock, entropy, keys, catalog and store.",
        discussion: """
            A registry's store is looked at, and not changed, if --database or the variable \
            \(DatabaseOption.variable) names one. Exit status 1 when something is wrong.
            """
    )

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var databaseOption: DatabaseOption
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var findings = [Self.clock(), Self.entropy(), Self.generator()]
        do {
            let configuration = try common.configuration()
            findings.append(Self.catalog(configuration))
            findings.append(Self.keys("owner keys", configuration.ownerKeys))
            findings.append(Self.keys("seal keys", configuration.sealKeys))
        } catch let failure as CommandFailure {
            findings.append(
                DoctorFinding(check: "configuration", problem: failure.message, detail: "")
            )
        }
        if databaseOption.url != nil { findings += await StoreCheckup.findings(databaseOption) }
        for finding in findings { try finding.print(json: json, style: common.style) }
        if findings.contains(where: { $0.problem != nil }) { throw ExitCode(1) }
    }

    private static func clock() -> DoctorFinding {
        do {
            let time = try WallClock.system.milliseconds()
            return DoctorFinding(check: "clock", problem: nil, detail: Timestamp.text(time))
        } catch {
            return DoctorFinding(check: "clock", problem: error.description, detail: "")
        }
    }

    private static func entropy() -> DoctorFinding {
        do {
            var seen: Set<UInt64> = []
            for _ in 0..<1000 { seen.insert(try Entropy.system.bits(64)) }
            let isConstant = seen.count < 1000
            return DoctorFinding(
                check: "entropy",
                problem: isConstant ? "the source repeats itself; do not mint here" : nil,
                detail: "1,000 reads of 64 bits, all different"
            )
        } catch {
            return DoctorFinding(check: "entropy", problem: error.description, detail: "")
        }
    }

    private static func generator() -> DoctorFinding {
        do {
            let cores = try Generator.shared.mintCores(10_000)
            let isIncreasing = zip(cores, cores.dropFirst()).allSatisfy { $0 < $1 }
            let lead = try Generator.shared.lead()
            return DoctorFinding(
                check: "generator",
                problem: isIncreasing ? nil : "IDs do not increase; please report this",
                detail:
                    "10,000 IDs strictly increasing, \(lead.components.seconds) s ahead of the clock"
            )
        } catch {
            return DoctorFinding(check: "generator", problem: error.description, detail: "")
        }
    }

    private static func catalog(_ configuration: Configuration) -> DoctorFinding {
        let source =
            configuration.file.map { "\(configuration.declaredKinds.count) from \($0)" }
            ?? "no signet.yml found"
        let count = configuration.catalog.declarations.count
        return DoctorFinding(check: "catalog", problem: nil, detail: "\(count) kinds, \(source)")
    }

    private static func keys(_ check: String, _ sources: KeySources?) -> DoctorFinding {
        guard let sources else { return DoctorFinding(check: check, problem: nil, detail: "none") }
        do {
            let ring = try sources.load(environment: ProcessInfo.processInfo.environment)
            let count = sources.sources.count
            let detail = "\(count) readable, number \(ring.current) is used"
            return DoctorFinding(check: check, problem: nil, detail: detail)
        } catch {
            return DoctorFinding(check: check, problem: error.description, detail: "")
        }
    }
}
