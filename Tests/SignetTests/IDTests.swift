import Signet
import Testing

@Suite struct IDTests {
    private static func core(_ counter: UInt32) throws -> Core {
        try Core(time: 1_726_234_567_890, counter: counter, tail: 0xa1b2_c3d4_e5f607)
    }

    @Test func `an ID is 16 bytes that copy without counting references`() {
        func size<Value: BitwiseCopyable & Sendable>(_: Value.Type) -> Int {
            MemoryLayout<Value>.size
        }
        #expect(size(SessionID.self) == 16)
        #expect(MemoryLayout<SessionID>.stride == 16)
        #expect(size(Core.self) == 16)
        #expect(size(AnyID.self) == 48)
    }

    @Test func `equality and hash depend on kind and core alone`() throws {
        let slots = try #require(
            try Catalog.builtIn[.session]?.slots(["type": "web"], owner: .plain("u"))
        )
        let id = AnyID(.session, try Self.core(1))
        let readable = try AnyID(parsing: try id.readable(slots))
        let compact = try AnyID(parsing: id.compact)
        #expect(readable == compact)
        #expect(Set([id, readable, compact, AnyID(.user, id.core)]).count == 2)
        #expect(id != AnyID(.user, id.core))
        #expect(id != AnyID(.session, try Self.core(2)))
    }

    @Test func `IDs are ordered as they were minted, siblings by kind`() throws {
        let first = AnyID(.user, try Self.core(1))
        let second = AnyID(.session, try Self.core(2))
        #expect(first < second)
        #expect(AnyID(.session, first.core) < first)
        #expect(SessionID(first.core) < SessionID(second.core))
        #expect(!(first < first))
    }

    @Test func `an ID is the text that describes it, and back`() throws {
        let id = SessionID(try Self.core(1))
        #expect(id.description == "session_01j7nsj96je00838djrfaebxg7")
        #expect(String(describing: id.erased) == id.description)
        #expect(SessionID(id.description) == id)
        #expect(AnyID(id.description) == id.erased)
        #expect(UserID(id.description) == nil)
        #expect(try SessionID(parsing: id.checked) == id)
        #expect(try SessionID(parsing: id.readable()) == id)
        #expect(try SessionID(id.erased) == id)
        #expect(id.uuid == id.erased.uuid)
        #expect(SessionID.kind == .session)
    }

    @Test func `an ID of another kind is refused with the kind that was expected`() throws {
        let id = AnyID(.user, try Self.core(1))
        #expect(throws: IDError(.wrongKind, at: 0, kind: .session)) { try SessionID(id) }
        #expect(throws: IDError(.wrongKind, at: 0, kind: .session)) {
            try SessionID(parsing: id.compact)
        }
        #expect(throws: IDError(.wrongKind, at: 0, kind: .session)) {
            try SessionID(parsing: "sessionx_01j7nsj96je00838djrfaebxg7")
        }
    }

    @Test func `siblings have one core`() throws {
        let thread = ThreadID(try Self.core(1))
        let run = thread.sibling(Kind.Run.self)
        #expect(thread.isSibling(of: run))
        #expect(run.erased.isSibling(of: thread.erased))
        #expect(!thread.isSibling(of: RunID(try Self.core(2))))
        #expect(run.description.hasPrefix("run_"))
    }

    @Test func `a project's own tag works as the built-in ones do`() throws {
        enum Invoice: KindTag {
            static let kind: Kind = "invoice"
        }
        let id = ID<Invoice>(try Self.core(1))
        #expect(id.description == "invoice_01j7nsj96je00838djrfaebxg7")
        #expect(try ID<Invoice>(parsing: id.description) == id)
    }

    @Test func `a buffer that is too small is left alone`() throws {
        let id = AnyID(.user, try Self.core(1))
        for (form, count) in [(TextForm.compact, 31), (.uuid, 36), (.readable, 40)] {
            var bytes = [UInt8](repeating: 0xaa, count: count - 1)
            var span = bytes.mutableSpan
            #expect(throws: IDError(.bufferTooSmall)) { try id.write(form, into: &span) }
            #expect(bytes.allSatisfy { $0 == 0xaa })
            var exact = [UInt8](repeating: 0xaa, count: count + 3)
            var exactSpan = exact.mutableSpan
            #expect(try id.write(form, into: &exactSpan, at: 3) == count)
            #expect(exact[..<3].allSatisfy { $0 == 0xaa })
            #expect(throws: IDError(.bufferTooSmall)) {
                var span = exact.mutableSpan
                return try id.write(form, into: &span, at: -1)
            }
        }
        #expect(throws: IDError(.unknownForm)) {
            var bytes = [UInt8](repeating: 0, count: 255)
            var span = bytes.mutableSpan
            return try id.write(.checked, into: &span)
        }
    }

    @Test func `what stands behind the text in a buffer is left alone`() throws {
        let id = AnyID("a", try Self.core(1))
        for form in [TextForm.compact, .uuid, .readable] {
            var bytes = [UInt8](repeating: 0xaa, count: 255)
            var span = bytes.mutableSpan
            let count = try id.write(form, into: &span)
            #expect(bytes[count...].allSatisfy { $0 == 0xaa })
        }
    }
}
