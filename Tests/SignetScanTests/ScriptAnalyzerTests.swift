import SignetScan
import Testing

@Suite struct ScriptAnalyzerTests {
    private static func analyze(
        _ source: String,
        _ language: ScriptLanguage = .typeScript
    )
        -> SourceAnalysis
    {
        let bytes = Array(source.utf8)
        return language.analyze(bytes.span, .all)
    }

    /// A name with its role, or `-`.
    private static func text(_ name: ValueName?) -> String {
        name.map { "\($0.text)/\($0.role)" } ?? "-"
    }

    /// The generations in words: symbol, shape, name and function.
    private static func generations(_ source: String) -> String {
        analyze(source).generations
            .map { "\($0.symbol) \($0.shape) \(text($0.name)) \($0.function ?? "-")" }
            .joined(separator: "; ")
    }

    @Test(
        "Generators are found under every name that an import gives them",
        arguments: [
            ("import { v4 as uuidv4 } from \"uuid\";\nx = uuidv4()", "uuid.v4 str x/variable -"),
            ("import * as uuid from 'uuid'\nx = uuid.v1()", "uuid.v1 str x/variable -"),
            ("import uuid from 'uuid/v4'\nx = uuid()", "uuid.v4 str x/variable -"),
            ("import uuid from 'uuid'\nx = uuid.v4()", "uuid.v4 str x/variable -"),
            ("import u, { v7 } from 'uuid'\nx = v7()", "uuid.v7 str x/variable -"),
            ("const { v4 } = require('uuid')\nx = v4()", "uuid.v4 str x/variable -"),
            ("const { v4: a } = require('uuid')\nx = a()", "uuid.v4 str x/variable -"),
            ("x = require('uuid').v4()", "uuid.v4 str x/variable -"),
            ("const v4 = require('uuid').v4\nx = v4()", "uuid.v4 str x/variable -"),
            ("const u = require('uuid/v4')\nx = u()", "uuid.v4 str x/variable -"),
            (
                "import crypto from 'crypto'\nx = crypto.randomUUID()",
                "crypto.randomUUID str x/variable -"
            ),
            (
                "import { randomUUID } from 'node:crypto'\nx = randomUUID()",
                "crypto.randomUUID str x/variable -"
            ),
            ("x = crypto.randomUUID()", "crypto.randomUUID str x/variable -"),
            ("x = globalThis.crypto?.randomUUID()", "crypto.randomUUID str x/variable -"),
            ("x = window.crypto.randomUUID()", "crypto.randomUUID str x/variable -"),
            ("x = self.crypto.randomUUID!()", ""),
            ("import { nanoid } from 'nanoid'\nx = nanoid(10)", "nanoid.nanoid other x/variable -"),
            (
                "import { nanoid } from 'nanoid/non-secure'\nx = nanoid()",
                "nanoid/non-secure.nanoid other x/variable -"
            ),
            (
                "import { customAlphabet } from 'nanoid'\nconst g = customAlphabet('ab', 9)\nx = g()",
                "nanoid.customAlphabet other x/variable -"
            ),
            ("import { ulid } from 'ulid'\nx = ulid()", "ulid.ulid other x/variable -"),
            (
                "import { createId } from '@paralleldrive/cuid2'\nx = createId()",
                "cuid2.createId other x/variable -"
            ),
            (
                "import { ObjectId } from 'mongodb'\nx = new ObjectId()",
                "bson.ObjectId other x/variable -"
            ),
            (
                "import { Types } from 'mongoose'\nx = Types.ObjectId()",
                "mongoose.Types.ObjectId other x/variable -"
            ),
            (
                "import shortid from 'shortid'\nx = shortid.generate()",
                "shortid.generate other x/variable -"
            ),
            ("x = Math.random().toString(36).slice(2)", "Math.random other x/variable -"),
            (
                "import { randomBytes } from 'crypto'\nx = randomBytes(8).toString('hex')",
                "crypto.randomBytes other x/variable -"
            ),
        ]
    )
    func imports(_ source: String, _ expected: String) {
        #expect(Self.generations(source) == expected)
    }

    @Test(
        "A name that is another's is no generator",
        arguments: [
            "function f(crypto) { return crypto.randomUUID() }",
            "const crypto = make()\nx = crypto.randomUUID()",
            "import { v4 } from './ids'\nx = v4()",
            "import { v4 } from 'uuid'\nconst f = ({ v4 }) => v4()",
            "import { v4 } from 'uuid'\nfunction g() { const v4 = other; return v4() }",
            "import { v4 } from 'uuid'\nfunction g() { try { } catch (v4) { v4() } }",
            "import { v4 } from 'uuid'\nfor (const v4 of list) { v4() }",
            "import { v4 } from 'uuid'\nx = a.v4()",
            "import { v4 } from 'uuid'\nx = { v4() { return 1 } }",
            "import type { v4 } from 'uuid'\nx = v4()",
            "x = 'crypto.randomUUID()' // crypto.randomUUID()",
            "import { ObjectId } from 'mongodb'\nx = new ObjectId(text)",
            "import { v4 } from 'uuid'\nexport { v4, other }",
        ]
    )
    func shadowed(_ source: String) {
        #expect(Self.generations(source) == "")
    }

    @Test(
        "What becomes of a value, what takes it and where it is made",
        arguments: [
            ("crypto.randomUUID().slice(0, 8)", "str[:8] -"),
            ("x = crypto.randomUUID().substring(0, 8)", "str[:8] x/variable"),
            ("this.id = crypto.randomUUID().split('-')[0]", "str[:8] id/attribute"),
            ("x.y['run'] = String(crypto.randomUUID())", "str run/attribute"),
            ("f({ 'run-id': crypto.randomUUID().replace(/-/g, '') })", "hex run-id/entry"),
            ("f({ a: crypto.randomUUID().replaceAll('-', '').slice(0, 12) })", "hex[:12] a/entry"),
            ("f(a, crypto.randomUUID())", "str f/argument"),
            ("const id: string = (await crypto.randomUUID()) as string", "str id/variable"),
            ("function make(a = crypto.randomUUID()) {}", "str a/parameter"),
            ("function newId() { return crypto.randomUUID() }", "str newId/result"),
            ("const newId = () => crypto.randomUUID()", "str newId/result"),
            ("class A { m() { return crypto.randomUUID().toUpperCase() } }", "other m/result"),
            ("const [id, setId] = useState(() => crypto.randomUUID())", "str id/variable"),
            ("const a = { id: x || crypto.randomUUID() }", "str id/entry"),
            ("const id = x ? y : crypto.randomUUID()", "str id/variable"),
            ("const a = list.map(() => crypto.randomUUID())", "str a/variable"),
            ("x = crypto.randomUUID().slice(-12)", "other x/variable"),
            ("x = crypto.randomUUID().slice(0, 36)", "str x/variable"),
            ("if (a === crypto.randomUUID()) {}", "str -"),
            ("register(crypto.randomUUID)", "reference register/argument"),
            (
                "const User = define({ id: { type: S, defaultValue: crypto.randomUUID } })",
                "reference id/column"
            ),
            (
                "const t = table({ id: text('id').$defaultFn(() => crypto.randomUUID()) })",
                "str id/column"
            ),
        ]
    )
    func shapes(_ source: String, _ expected: String) {
        let found = Self.analyze(source).generations.map { "\($0.shape) \(Self.text($0.name))" }
        #expect(found == [expected])
    }

    @Test("An element's attribute names a value, with the element")
    func attributes() {
        let source = "const a = <Row rowId={crypto.randomUUID()} />"
        let found = Self.analyze(source, .typeScriptElements).generations.map(\.name)
        #expect(found == [ValueName("rowId", .keyword, callee: "Row")])
    }

    @Test("Functions carry the names of their classes, also where they are only assigned")
    func functions() {
        let source = """
            class A { static make() { return () => { crypto.randomUUID() } } }
            const run = async (x: T): Promise<U> => { crypto.randomUUID() }
            const o = { go: function () { crypto.randomUUID() }, "a b"() { crypto.randomUUID() } }
            function f(): { a: string } { crypto.randomUUID(); return { a: "" } }
            crypto.randomUUID()
            """
        let found = Self.analyze(source).generations.map(\.function)
        #expect(found == ["A.make", "run", "go", "a b", "f", nil])
    }
}
