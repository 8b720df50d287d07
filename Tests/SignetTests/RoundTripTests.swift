import Signet
import Testing

@Suite struct `Writing and reading back` {
    private static let rounds = 20_000

    private static func core(_ random: inout SeededRandom) throws -> Core {
        try Core(
            time: .random(in: Core.times, using: &random),
            counter: .random(in: 0...Core.maximumCounter, using: &random),
            tail: .random(in: 0..<1 << 56, using: &random)
        )
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `an ID of a declared kind comes back from every form`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let catalog = Catalog.builtIn
        for _ in 0..<Self.rounds {
            let declarations = catalog.declarations
            let declaration = declarations[.random(in: declarations.indices, using: &random)]
            var values: [String: String] = [:]
            for slot in declaration.shape {
                guard slot.isRequired || .random(using: &random) else { break }
                values[slot.name] = random.slotValue()
            }
            // Owners that are personal data are refused, which is tested elsewhere.
            if values["owner"]?.utf8.contains(where: Array("@+".utf8).contains) == true { continue }
            let slots = try declaration.slots(values)
            let id = AnyID(declaration.kind, try Self.core(&random))
            for form in [TextForm.compact, .uuid, .checked] {
                try Self.expectSame(id, as: form, .none, catalog)
            }
            let fields = slots.all.reduce(0) { $0 + 1 + $1.text.utf8.count }
            guard declaration.kind.count + fields + 36 <= 255 else { continue }
            try Self.expectSame(id, as: .readable, slots, catalog)
        }
    }

    @Test func `an ID of an undeclared kind comes back, and says that it is undeclared`() throws {
        var random = SeededRandom(seed: 4)
        for _ in 0..<Self.rounds {
            let id = AnyID(try Kind(random.kindName()), try Self.core(&random))
            for form in [TextForm.compact, .checked, .readable] {
                let text = try Catalog.builtIn.text(of: id, as: form)
                let parsed = try Catalog.builtIn.parse(text)
                #expect(parsed.id == id)
                #expect(!parsed.isDeclared)
            }
        }
    }

    @Test func `an adopted UUID comes back from every form that it has`() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<Self.rounds {
            let version = UInt64.random(in: 1...8, using: &random)
            let core = try Core(
                adopting: random.next() & ~0xf000 | version << 12,
                random.next() & ~(3 << 62) | 2 << 62
            )
            for form in [TextForm.compact, .uuid, .checked] {
                try Self.expectSame(AnyID(.user, core), as: form, .none, .builtIn)
            }
        }
    }

    @Test func `texts of one kind are ordered as their IDs are`() throws {
        var random = SeededRandom(seed: 6)
        let slots = try #require(try Catalog.builtIn[.thread]?.slots(["operation": "chat"]))
        let ids = try (0..<Self.rounds).map { _ in AnyID(.thread, try Self.core(&random)) }.sorted()
        for (left, right) in zip(ids, ids.dropFirst()) {
            #expect(left.compact < right.compact)
            #expect(left.uuid < right.uuid)
            #expect(try left.readable(slots) < right.readable(slots))
            #expect(left < right)
        }
    }

    @Test func `the extremes of every field come back`() throws {
        for time in [Core.times.lowerBound, Core.times.upperBound] {
            for counter in [0, 1, Core.maximumCounter] {
                for tail in [0, 1, (1 << 56) - 1] as [UInt64] {
                    let core = try Core(time: time, counter: counter, tail: tail)
                    #expect(core.time == time)
                    #expect(core.counter == counter)
                    #expect(core.tail == tail)
                    for form in [TextForm.compact, .uuid, .checked, .readable] {
                        try Self.expectSame(AnyID(.user, core), as: form, .none, .builtIn)
                    }
                }
            }
        }
        #expect(throws: IDError(.timeOutOfRange)) {
            try Core(time: 999_999_999_999, counter: 0, tail: 0)
        }
        #expect(throws: IDError(.timeOutOfRange)) {
            try Core(time: 10_000_000_000_000, counter: 0, tail: 0)
        }
        #expect(throws: IDError(.counterOutOfRange)) {
            try Core(time: 1_726_234_567_890, counter: 262_144, tail: 0)
        }
    }

    private static func expectSame(
        _ id: AnyID,
        as form: TextForm,
        _ slots: Slots,
        _ catalog: Catalog
    ) throws {
        let text = try catalog.text(of: id, as: form, slots: slots)
        let parsed = try catalog.parse(text)
        #expect(parsed.form == form)
        #expect(parsed.core == id.core)
        #expect(parsed.kind == (form == .uuid ? nil : id.kind))
        #expect(parsed.slots.all == slots.all)
        if form != .checked {
            var bytes = [UInt8](repeating: 0, count: 255)
            var span = bytes.mutableSpan
            let count = try id.write(form, slots, into: &span)
            #expect(String(decoding: bytes[..<count], as: UTF8.self) == text)
        }
    }
}
