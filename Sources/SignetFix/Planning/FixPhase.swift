import SignetScan

/// A part of a plan that is written and committed by itself.
package struct FixPhase: Sendable {
    /// The service, or the owners, whose files it changes.
    package var name: String
    /// The files, by path.
    package var files: [FixFile]
    /// The places that it writes.
    package var sites: [FixSite]

    /// Cuts a plan into phases: what others consume comes after those who consume it.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - part: To which part a file belongs, such as its service.
    /// - Returns: The phases in the order in which they are to be written.
    package static func phases(of plan: FixPlan, by part: (FixFile) -> String) -> [FixPhase] {
        var phases: [String: FixPhase] = [:]
        for file in plan.changed {
            let name = part(file)
            var phase = phases[name] ?? FixPhase(name: name, files: [], sites: [])
            phase.files.append(file)
            phase.sites += file.sites.filter { $0.isWritable(at: plan.level) }
            phases[name] = phase
        }
        var names: [String: String] = [:]
        for file in plan.files { names[file.path] = part(file) }
        // By part: the parts that consume what it makes.
        var consumers: [String: Set<String>] = [:]
        for phase in phases.values {
            for site in phase.sites {
                for consumer in site.consumers {
                    let other = names[consumer.path] ?? consumer.service ?? ""
                    if other != phase.name, phases[other] != nil {
                        consumers[phase.name, default: []].insert(other)
                    }
                }
            }
        }
        return order(Array(phases.values), consumers)
    }

    /// Topological order; a circle is entered at its first name.
    private static func order(
        _ phases: [FixPhase],
        _ consumers: [String: Set<String>]
    ) -> [FixPhase] {
        var left = phases.sorted { $0.name < $1.name }
        var result: [FixPhase] = []
        while !left.isEmpty {
            let waiting = Set(left.map(\.name))
            let free = left.firstIndex { phase in
                consumers[phase.name, default: []].isDisjoint(with: waiting)
            }
            result.append(left.remove(at: free ?? 0))
        }
        return result
    }

    /// The message of its commit.
    package var message: String {
        var counts: [String: Int] = [:]
        for site in sites { counts[site.kind?.kind ?? "UUID", default: 0] += 1 }
        let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \($0.value)" }
        let whose = name.isEmpty ? "" : " of \(name)"
        return """
            Ask Signet for the identifiers\(whose)

            \(Quantity.counted(sites.count, "place")) in \(Quantity.counted(files.count, "file")): \
            \(kinds.joined(separator: ", ")).
            Written by signet fix.
            """
    }
}
