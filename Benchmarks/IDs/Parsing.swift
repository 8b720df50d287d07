import Benchmark
import Foundation
import Signet

/// Parsing bytes, against Foundation's `UUID(uuidString:)`.
func parsing() throws {
    let strings = try (0..<64).map { _ in try Generator.shared.mint(Kind.Session.self).uuid }
    measure("UUID(uuidString:)") { index in UUID(uuidString: strings[index % 64]) }

    let compact = try Texts { $0.compact }
    let uuid = try Texts { $0.uuid }
    let readable = try Texts { id in try id.readable() }
    let slots = try Catalog.builtIn[.session]?.slots(["type": "auth"], owner: .plain("user123"))
    let slotted = try Texts { id in try id.readable(slots ?? .none) }

    measure("parse compact as ID<K>") { index in
        try compact.with(index) { text in try SessionID(parsing: text) }
    }
    measure("parse readable as ID<K>") { index in
        try readable.with(index) { text in try SessionID(parsing: text) }
    }
    measure("parse uuid as Core") { index in
        try uuid.with(index) { text in try Core(uuid: text) }
    }
    measureParsing("parse compact among all forms", compact)
    measureParsing("parse uuid among all forms", uuid)
    measureParsing("parse readable among all forms", readable)
    measureParsing("parse readable with slots", slotted)
}

private func measureParsing(_ name: String, _ texts: Texts) {
    measure(name) { index in
        try texts.with(index) { text in try Catalog.builtIn.parse(text) }
    }
}
