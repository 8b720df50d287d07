import ArgumentParser
import Foundation
import Signet
import SignetConfiguration
import SignetOutput
import SignetSeal

/// `signet doctor`: looks at the clock, the entropy, the keys and the catalog.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is wrong with clock, entropy, keys and catalog, and what to do.",
        discussion: "Exit status 1 when something is wrong."
    )

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var common: CommonOptions

    /// What a check found.
    private struct Finding {
        let check: String
        let problem: String?
        let detail: String
    }

    func run() throws {
        var findings = [Self.clock(), Self.entropy(), Self.generator()]
        do {
            let configuration = try common.configuration()
            findings.append(Self.catalog(configuration))
            findings.append(Self.keys("owner keys", configuration.ownerKeys))
            findings.append(Self.keys("seal keys", configuration.sealKeys))
        } catch let failure as CommandFailure {
            findings.append(
                Finding(check: "configuration", problem: failure.message, detail: "")
            )
        }
        for finding in findings { try print(finding) }
        if findings.contains(where: { $0.problem != nil }) { throw ExitCode(1) }
    }

    private static func clock() -> Finding {
        do {
            let time = try WallClock.system.milliseconds()
            return Finding(check: "clock", problem: nil, detail: Timestamp.text(time))
        } catch {
            return Finding(check: "clock", problem: error.description, detail: "")
        }
    }

    private static func entropy() -> Finding {
        do {
            var seen: Set<UInt64> = []
            for _ in 0..<1000 { seen.insert(try Entropy.system.bits(64)) }
            let isConstant = seen.count < 1000
            return Finding(
                check: "entropy",
                problem: isConstant ? "the source repeats itself; do not mint here" : nil,
                detail: "1,000 reads of 64 bits, all different"
            )
        } catch {
            return Finding(check: "entropy", problem: error.description, detail: "")
        }
    }

    private static func generator() -> Finding {
        do {
            let cores = try Generator.shared.mintCores(10_000)
            let isIncreasing = zip(cores, cores.dropFirst()).allSatisfy { $0 < $1 }
            let lead = try Generator.shared.lead()
            return Finding(
                check: "generator",
                problem: isIncreasing ? nil : "IDs do not increase; please report this",
                detail:
                    "10,000 IDs strictly increasing, \(lead.components.seconds) s ahead of the clock"
            )
        } catch {
            return Finding(check: "generator", problem: error.description, detail: "")
        }
    }

    private static func catalog(_ configuration: Configuration) -> Finding {
        let source =
            configuration.file.map { "\(configuration.declaredKinds.count) from \($0)" }
            ?? "no signet.yml found"
        let count = configuration.catalog.declarations.count
        return Finding(check: "catalog", problem: nil, detail: "\(count) kinds, \(source)")
    }

    private static func keys(_ check: String, _ sources: KeySources?) -> Finding {
        guard let sources else { return Finding(check: check, problem: nil, detail: "none") }
        do {
            let ring = try sources.load(environment: ProcessInfo.processInfo.environment)
            let count = sources.sources.count
            let detail = "\(count) readable, number \(ring.current) is used"
            return Finding(check: check, problem: nil, detail: detail)
        } catch {
            return Finding(check: check, problem: error.description, detail: "")
        }
    }

    private func print(_ finding: Finding) throws {
        let output = StandardOutput.shared
        let isSound = finding.problem == nil
        let text = TerminalText.escaped(finding.problem ?? finding.detail)
        if json {
            output.text.object { json in
                json.key("check")
                json.string(finding.check)
                json.key("ok")
                json.bool(isSound)
                json.key("detail")
                json.string(text)
            }
        } else {
            let style = common.style
            output.write(isSound ? style.good("ok     ") : style.bad("wrong  "))
            output.write(style.strong(finding.check.padded(to: 14)) + text)
        }
        try output.endLine()
    }
}
