import ArgumentParser
import Foundation
import Signet
import SignetConfiguration
import SignetOutput
import SignetScan

/// Decides how a scan ends: reads the baseline before it, and judges its report.
struct ScanGate {
    /// Where a baseline is written when nobody has said.
    static let defaultBaseline = ".signet-baseline"

    private static let maximumSize = 64 << 20

    private let failOn: ScanGateOptions.FailOn
    private let updates: Bool
    private let path: String?
    private let baseline: Baseline?

    /// Reads the baseline, if one is used.
    ///
    /// - Throws: ``CommandFailure`` when it is needed and cannot be read.
    init(_ options: ScanGateOptions, _ configuration: Configuration) throws {
        updates = options.updateBaseline
        path =
            options.baseline ?? configuration.scanBaseline
            ?? (updates ? Self.defaultBaseline : nil)
        failOn = options.failOn ?? (path == nil ? .any : .new)
        guard let path else {
            guard failOn != .new else {
                throw CommandFailure.usage(
                    "--fail-on new needs a baseline; write one with --update-baseline"
                )
            }
            baseline = nil
            return
        }
        let exists = FileManager.default.fileExists(atPath: path)
        guard exists || updates else {
            throw CommandFailure.usage(
                "the baseline \(path) does not exist; write it with --update-baseline"
            )
        }
        baseline = exists ? try Self.read(path) : Baseline()
    }

    private static func read(_ path: String) throws -> Baseline {
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            data = try handle.read(upToCount: maximumSize + 1) ?? Data()
        } catch {
            throw CommandFailure.usage("the baseline \(path) cannot be read")
        }
        guard data.count <= maximumSize else {
            throw CommandFailure.usage("the baseline \(path) is over 64 MiB")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw CommandFailure.usage("the baseline \(path) is not UTF-8")
        }
        do {
            return try Baseline(parsing: text)
        } catch {
            throw CommandFailure.usage("\(path):\(error.line): \(error.reason)")
        }
    }

    /// Marks the findings of a report as new or known, and writes the baseline anew if asked to.
    ///
    /// - Parameters:
    ///   - report: A report of a scan that came to its end.
    ///   - note: Takes a sentence about what was written.
    /// - Throws: ``CommandFailure`` when the baseline cannot be written.
    func judge(_ report: inout ScanReport, note: (String) -> Void) throws {
        guard let baseline, let path else { return }
        baseline.judge(&report)
        guard updates else { return }
        let updated = baseline.updated(by: report)
        let removed = report.stale.count
        let added = updated.entries.count - (baseline.entries.count - removed)
        if added + removed > 0 || !FileManager.default.fileExists(atPath: path) {
            do {
                try Data(updated.text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw CommandFailure.failed("the baseline \(path) cannot be written")
            }
        }
        updated.judge(&report)
        note("signet: \(path): \(added) added, \(removed) removed, \(updated.entries.count) in all")
    }

    /// Whether a judged report is to end with status 1.
    func fails(_ report: ScanReport) -> Bool {
        switch failOn {
        case .any: !report.findings.isEmpty
        case .never: false
        case .new: !report.stale.isEmpty || report.findings.contains { $0.state == .new }
        }
    }
}

extension ScanOptions {
    /// Takes over what the configuration says of the code base.
    ///
    /// - Parameters:
    ///   - configuration: The configuration.
    ///   - named: Rules that the command line names: they are applied even if they are off.
    /// - Throws: ``CommandFailure`` when a rule does not exist.
    mutating func apply(_ configuration: Configuration, named: [String]) throws {
        declarations.kinds = configuration.catalog.declarations.map { String(describing: $0.kind) }
        declarations.sources = configuration.sources
        declarations.services = configuration.services.map {
            ScanDeclarations.Service(name: $0.name, globs: $0.globs)
        }
        let known = RuleCatalog.all.map(\.name)
        for setting in configuration.ruleSettings {
            guard known.contains(setting.name) else {
                let suggestion = NearestName.of(setting.name, in: known)
                throw CommandFailure.usage(
                    setting.unknown(in: configuration.file, suggestion: suggestion).description
                )
            }
            guard let severity = Severity(rawValue: setting.level.rawValue) else {
                if !named.contains(setting.name) { levels[setting.name] = .off }
                continue
            }
            levels[setting.name] = .severity(severity)
        }
    }
}
