import ArgumentParser
import Signet

/// `--slot NAME=VALUE` and `--owner USER`.
struct SlotOptions: ParsableArguments {
    @Option(
        name: .customLong("slot"),
        help: ArgumentHelp("A slot of the readable text; may be repeated.", valueName: "name=value")
    )
    var assignments: [String] = []

    @Option(help: "The owner, written as the kind's policy says.")
    var owner: String?

    func validate() throws {
        _ = try values()
    }

    /// The values by slot name.
    func values() throws -> [String: String] {
        var values: [String: String] = [:]
        for assignment in assignments {
            guard let sign = assignment.firstIndex(of: "="), sign > assignment.startIndex else {
                throw ValidationError("A slot is given as NAME=VALUE, such as type=auth.")
            }
            let name = String(assignment[..<sign])
            guard values[name] == nil else { throw ValidationError("A slot is given twice.") }
            values[name] = String(assignment[assignment.index(after: sign)...])
        }
        return values
    }

    /// The options that concern one kind of a family.
    func restricted(to kind: Kind, in catalog: Catalog) throws -> SlotOptions {
        let names = catalog[kind]?.shape.map(\.name) ?? []
        var options = self
        options.assignments = assignments.filter { assignment in
            names.contains { assignment.hasPrefix("\($0)=") }
        }
        if !names.contains(KindDeclaration.ownerSlot) { options.owner = nil }
        return options
    }

    /// Refuses slots that no kind of a family has.
    func validate(for kinds: [Kind], in catalog: Catalog) throws {
        let names = Set(kinds.flatMap { catalog[$0]?.shape.map(\.name) ?? [] })
        let given = try values().keys + (owner == nil ? [] : [KindDeclaration.ownerSlot])
        guard given.allSatisfy(names.contains) else {
            throw CommandFailure.usage("none of the kinds has a slot of one of the names given")
        }
    }
}
