import Benchmark
import Foundation
import Signet

/// Minting and writing, against Foundation's `UUID`.
func generating() throws {
    let generator = Generator.shared
    let slots = try Catalog.builtIn[.session]?.slots(["type": "auth"], owner: .plain("user123"))

    measure("UUID()") { _ in UUID() }
    measure("UUID().uuidString") { _ in UUID().uuidString }
    measure("generate a core") { _ in try generator.mintCore() }
    measure("generate a String, compact") { _ in try generator.mint(Kind.Session.self).compact }
    measureWriting("generate and write readable", .none, with: generator)
    measureWriting("generate and write readable with slots", slots ?? .none, with: generator)
}

private func measureWriting(_ name: String, _ slots: Slots, with generator: Generator) {
    measure(name) { _ in
        var buffer = [128 of UInt8](repeating: 0)
        var span = buffer.mutableSpan
        return try generator.mint(Kind.Session.self).write(.readable, slots, into: &span)
    }
}
