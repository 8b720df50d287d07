import Signet
import Testing

@Suite struct `The catalog` {
    private static let end = "_1726234567890_000001_a1b2c3d4e5f607"

    @Test func `the built-in kinds are those of the format`() {
        let names = Catalog.builtIn.declarations.map(\.kind.description)
        #expect(
            names == [
                "agent", "alert", "audit", "bypass", "clickhouse_client", "db_conn", "error",
                "event", "exec", "jwt_token", "migration", "msg", "redis_client", "report", "req",
                "run", "session", "state", "thread", "timing", "tool", "tx", "user", "ws_client",
                "ws_conn",
            ]
        )
    }

    static let shapes: [(Kind, [String])] = [
        (.session, ["type", "owner"]), (.thread, ["operation"]), (.req, ["operation?"]),
        (.wsConn, ["owner"]), (.error, ["type?", "owner?"]), (.exec, ["agent", "owner"]),
        (.tool, ["name"]), (.dbConn, ["owner?"]), (.user, []), (.alert, ["type?"]),
    ]

    @Test(arguments: shapes)
    func `a built-in kind has its shape`(kind: Kind, shape: [String]) throws {
        let declaration = try #require(Catalog.builtIn[kind])
        #expect(declaration.shape.map { $0.isRequired ? $0.name : $0.name + "?" } == shape)
        let hasOwner = shape.contains { $0.hasPrefix("owner") }
        #expect(declaration.ownerPolicy == (hasOwner ? .plain : .none))
        #expect(declaration.form == .readable)
        #expect(!declaration.summary.isEmpty)
    }

    @Test func `a kind that no text could tell from another with a slot is refused`() throws {
        let thread = try KindDeclaration("thread", shape: [.init("operation")])
        let chat = try KindDeclaration("thread_chat")
        let error = #expect(throws: IDError.self) { try Catalog([thread, chat]) }
        #expect(error?.code == .kindAmbiguous)
        #expect(Set([error?.kind, error?.otherKind]) == ["thread", "thread_chat"])
        #expect(error?.description.contains("thread_chat") == true)
        #expect(error?.description.contains("kind thread)") == true)
        #expect(throws: IDError.self) { try Catalog([chat, thread]) }
    }

    @Test func `kinds that texts can tell apart stand together`() throws {
        let plain = try KindDeclaration("ws")
        let longer = try KindDeclaration("ws_conn", shape: [.init("owner")])
        let other = try KindDeclaration("wsx")
        let catalog = try Catalog([plain, longer, other])
        #expect(try catalog.parse("ws\(Self.end)").kind == "ws")
        #expect(try catalog.parse("ws_conn_u\(Self.end)").kind == "ws_conn")
        #expect(try catalog.parse("wsx\(Self.end)").kind == "wsx")
    }

    @Test func `a slot that never holds a label does not make kinds ambiguous`() throws {
        let tag = [SlotDeclaration("owner")]
        let short = try KindDeclaration("ws", shape: tag, ownerPolicy: .tag)
        let long = try KindDeclaration("ws_conn")
        let catalog = try Catalog([short, long])
        let parsed = try catalog.parse("ws_.0fed00myhb91\(Self.end)")
        #expect(parsed.kind == "ws")
        #expect(parsed.slots["owner"]?.tag != nil)
        #expect(try catalog.parse("ws_conn\(Self.end)").kind == "ws_conn")
        let plain = try KindDeclaration("ws", shape: tag, ownerPolicy: .plain)
        #expect(throws: IDError.self) { try Catalog([plain, long]) }
    }

    @Test func `a kind is declared once`() throws {
        let kind = try KindDeclaration("user")
        #expect(throws: IDError(.kindDeclaredTwice, kind: "user")) { try Catalog([kind, kind]) }
    }

    @Test func `a declaration that contradicts itself is refused`() {
        #expect(throws: IDError(.slotOrder, kind: "k")) {
            try KindDeclaration("k", shape: [.init("a", isRequired: false), .init("b")])
        }
        #expect(throws: IDError(.slotDeclaredTwice, kind: "k")) {
            try KindDeclaration("k", shape: [.init("a"), .init("a")])
        }
        #expect(throws: IDError(.policyWithoutOwner, kind: "k")) {
            try KindDeclaration("k", shape: [.init("a")], ownerPolicy: .tag)
        }
        for name in ["", "A", "a_b", "1a", "a b", "é", String(repeating: "a", count: 33)] {
            #expect(throws: IDError(.slotNameMalformed, kind: "k")) {
                try KindDeclaration("k", shape: [.init(name)])
            }
        }
    }

    @Test func `a text of an undeclared kind is read as undeclared`() throws {
        let catalog = Catalog.builtIn
        let invoice = try catalog.parse("invoice_line_A1_1726234567890_000001_a1b2c3d4e5f607")
        #expect(invoice.kind == "invoice_line")
        #expect(!invoice.isDeclared)
        #expect(invoice.slots["slot1"]?.value == "A1")
        #expect(try !catalog.parse("invoice_01j7nsj96je00838djrfaebxg7").isDeclared)
        #expect(!catalog.contains("invoice"))
        #expect(catalog["invoice"] == nil)
        // Never as a shorter, declared kind.
        #expect(try catalog.parse("users\(Self.end)").kind == "users")
        #expect(try catalog.parse("user_x_01j7nsj96je00838djrfaebxg7").kind == "user_x")
    }

    @Test func `a readable text that would be read as another kind is not written`() throws {
        let core = try Core(time: 1_726_234_567_890, counter: 1, tail: 0xa1b2_c3d4_e5f607)
        let id = AnyID("thread_chat", core)
        #expect(throws: IDError(.readAsOtherKind)) {
            try Catalog.builtIn.text(of: id, as: .readable)
        }
        #expect(try Catalog.builtIn.parse(id.compact).id == id)
    }

    @Test func `a text is written only with slots that its kind has`() throws {
        let core = try Core(time: 1_726_234_567_890, counter: 1, tail: 0xa1b2_c3d4_e5f607)
        let slots = try #require(try Catalog.builtIn[.tool]?.slots(["name": "grep"]))
        let text = try? Catalog.builtIn.text(of: AnyID(.user, core), as: .readable, slots: slots)
        // What is written can be read.
        if let text { #expect(throws: Never.self) { try Catalog.builtIn.parse(text) } }
    }

    @Test func `a catalog of a thousand kinds finds each of them`() throws {
        let kinds = (0..<1000).compactMap { Kind("k\($0)") }
        let catalog = try Catalog(try kinds.map { try KindDeclaration($0) })
        #expect(catalog.declarations.map(\.kind) == kinds.sorted())
        for kind in kinds { #expect(catalog[kind]?.kind == kind) }
        #expect(!catalog.contains("k1000"))
        #expect(!(try Catalog([])).contains("k"))
        #expect(try Catalog([]).parse("k\(Self.end)").isDeclared == false)
    }
}
