import SignetScan
import Testing

@Suite("SQL")
struct SQLLanguageTests {
    private static func facts(_ code: String) -> [String] {
        FactListing.lines(code, SQLLanguage())
    }

    @Test(
        "Columns of identifiers are consumers, with their types",
        arguments: [
            ("CREATE TABLE t (id uuid PRIMARY KEY, name text);", ["column id uuid"]),
            (
                "create table if not exists public.t (id VARCHAR(36) NOT NULL, run_id CHAR (32))",
                ["column id varchar(36) 36", "column run_id char(32) 32"]
            ),
            ("CREATE TABLE `t` (`user_id` bigint unsigned)", []),
            (
                "CREATE TABLE [dbo].[t] ([Id] [uniqueidentifier] NOT NULL)",
                ["column Id uniqueidentifier"]
            ),
            (
                "CREATE TABLE t ON CLUSTER c (id Nullable(UUID), k FixedString(36)) ENGINE = Log",
                ["column id nullable(uuid)"]
            ),
            (
                "CREATE TABLE t (other uuid, ids text[])",
                ["column other uuid"]
            ),
            (
                "CREATE TABLE t (id character varying(50), PRIMARY KEY (id), KEY k (id))",
                ["column id character varying(50) 50"]
            ),
            ("CREATE TABLE t (key uuid, total int)", ["column key uuid"]),
            ("ALTER TABLE ONLY t ADD COLUMN IF NOT EXISTS run_id uuid", ["column run_id uuid"]),
            ("ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (id)", []),
            ("ALTER TABLE t ALTER COLUMN id TYPE varchar(64)", ["column id varchar(64) 64"]),
            ("ALTER TABLE t ALTER COLUMN id SET DATA TYPE text", []),
            ("ALTER TABLE t ALTER id DROP NOT NULL, ALTER id SET NOT NULL", []),
            (
                "ALTER TABLE t MODIFY id CHAR(36), CHANGE a run_id CHAR(8)",
                [
                    "column id char(36) 36", "column run_id char(8) 8",
                ]
            ),
            ("-- CREATE TABLE t (id uuid)\n/* /* */ id uuid */", []),
        ]
    )
    func columns(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code) == expected)
    }

    @Test(
        "Generators are found wherever they are called, with what takes their values",
        arguments: [
            (
                "CREATE TABLE t (n uuid DEFAULT gen_random_uuid() NOT NULL)",
                ["column n uuid", "make sql.gen_random_uuid uuid → n"]
            ),
            (
                "CREATE TABLE t (n text DEFAULT (uuid_generate_v4())::text)",
                ["make sql.uuid_generate_v4 str → n"]
            ),
            (
                "CREATE TABLE t (n text DEFAULT replace(extensions.uuid_generate_v4()::text, '-', ''))",
                ["make sql.uuid_generate_v4 hex → n"]
            ),
            ("CREATE TABLE t (n CHAR(36) DEFAULT (UUID()))", ["make sql.uuid str → n"]),
            (
                "CREATE TABLE t (n UNIQUEIDENTIFIER DEFAULT NEWSEQUENTIALID())",
                ["column n uniqueidentifier", "make sql.newsequentialid uuid → n"]
            ),
            (
                "CREATE TABLE t (n TEXT DEFAULT (lower(hex(randomblob(16)))))",
                ["make sql.randomblob hex → n"]
            ),
            (
                "CREATE TABLE t (n UUID DEFAULT generateUUIDv4()) ENGINE = Log",
                ["column n uuid", "make sql.generateUUIDv4 uuid → n"]
            ),
            ("ALTER TABLE t ALTER n SET DEFAULT uuidv7()", ["make sql.uuidv7 uuid → n"]),
            (
                "INSERT INTO t (a, b) VALUES (1, gen_random_uuid()), (uuid(), 'x')",
                ["make gen_random_uuid uuid → b", "make uuid str → a"]
            ),
            ("INSERT INTO t (a, b) SELECT 1, newid() FROM s", ["make newid uuid → b"]),
            ("UPDATE t SET a = 1, b = newid() WHERE c", ["make newid uuid → b"]),
            ("SELECT gen_random_uuid() AS ticket", ["make gen_random_uuid uuid → ticket"]),
            ("DECLARE @a int = 1, @b uniqueidentifier = NEWID();", ["make newid uuid → b"]),
            (
                "SELECT jsonb_build_object('run_id', gen_random_uuid())",
                ["make gen_random_uuid uuid → run_id"]
            ),
            (
                "UPDATE t SET n = left(gen_random_uuid()::text, 8)",
                ["cut str[:8] 32 → n", "make gen_random_uuid str[:8] → n"]
            ),
            (
                "UPDATE t SET n = substring(replace(uuid_generate_v4()::text, '-', '') from 1 for 12)",
                ["cut hex[:12] 48 → n", "make uuid_generate_v4 hex[:12] → n"]
            ),
            ("UPDATE t SET n = md5(gen_random_uuid()::text)", ["make gen_random_uuid other → n"]),
            ("UPDATE t SET n = CONVERT(varchar(36), NEWID())", ["make newid str → n"]),
            (
                "UPDATE t SET n = cast(uuid_generate_v1() as text)",
                ["make uuid_generate_v1 str → n"]
            ),
            ("SELECT uuid('x'), a.uuid, 'gen_random_uuid()'", []),
            ("DROP FUNCTION gen_random_uuid();", []),
        ]
    )
    func generators(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code).sorted() == expected.sorted())
    }

    @Test(
        "Texts that are built in place show what they are built from",
        arguments: [
            (
                "UPDATE t SET n = 'run_' || extract(epoch from now())",
                ["build run_{time} sum → n"]
            ),
            ("UPDATE t SET n = 'x' || a || '-' || b", []),
            (
                "UPDATE t SET n = concat('x_', uuid())",
                ["build x_{uuid} sum → n", "make uuid str → n"]
            ),
            (
                "UPDATE t SET n = concat_ws('_', 'run', user_id, unix_timestamp())",
                ["build run_{user_id}_{time} join → n"]
            ),
            (
                "UPDATE t SET n = 'o-' + CONVERT(varchar(36), NEWID())",
                ["build o-{uuid} sum → n", "make newid str → n"]
            ),
            (
                "CREATE TABLE t (id text DEFAULT md5(random()::text || clock_timestamp()::text))",
                ["build {time+hash+random} bare → id"]
            ),
            (
                "CREATE TABLE t (id text DEFAULT md5(random()::text) NOT NULL)",
                ["build {hash+random} bare → id"]
            ),
            ("CREATE TABLE t (id bigint DEFAULT nextval('s'))", []),
            ("CREATE TABLE t (at timestamptz DEFAULT now())", []),
            (
                "UPDATE t SET n = 'saga_' || to_char(now(), 'YYYYMMDD')",
                ["build saga_{calendar} sum → n"]
            ),
        ]
    )
    func compositions(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code).sorted() == expected.sorted())
    }

    @Test(
        "Places that rely on how identifiers look are consumers",
        arguments: [
            ("SELECT 1 WHERE run_id LIKE 'run\\_%'", ["affix run_id run_"]),
            ("SELECT 1 WHERE t.run_id NOT LIKE 'run_%'", ["affix run_id run_"]),
            ("SELECT 1 WHERE title LIKE 'run_%' OR id LIKE '%x%'", []),
            ("SELECT split_part(thread_id, '_', 1)", ["split thread_id _"]),
            ("SELECT SUBSTRING_INDEX(o.order_id, '-', -1)", ["split order_id -"]),
            (
                "SELECT substring(id from 1 for 8), substr(id, 5), left(id, 4), right(id, 3)",
                [
                    "slice id :8", "slice id 4:", "slice id :4", "slice id -3:",
                ]
            ),
            ("SELECT left(title, 4), split_part(title, '_', 1), length(title) = 36", []),
            (
                "SELECT 1 WHERE length(id) = 36 AND 32 <> char_length(user_id)",
                [
                    "length id 36 36", "length user_id 32 32",
                ]
            ),
            (
                "SELECT $1::uuid, x.run_id::uuid, cast(a as uuid), NULL::uuid, 'a'::uuid",
                [
                    "parse ? uuid", "parse run_id uuid", "parse a uuid",
                ]
            ),
            (
                "SELECT CONVERT(uniqueidentifier, @id), UUID_TO_BIN(:id)",
                [
                    "parse @id uuid", "parse ? uuid",
                ]
            ),
            ("SELECT id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'", ["pattern id UUID"]),
            ("SELECT '#[0-9a-f]{8}', '[0-9]{8}', '[a-f]{3}'", []),
            (
                "SELECT a FROM t ORDER BY t.id DESC, created_at, count(id) LIMIT 1",
                [
                    "order id order_by"
                ]
            ),
            (
                "SELECT a FROM t WHERE id > $1 AND $2 <= t.run_id AND a > 1",
                [
                    "order id >", "order run_id <=",
                ]
            ),
            ("SELECT a->>'id', b->id, count(id) > 1", []),
        ]
    )
    func consumers(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code) == expected)
    }

    @Test(
        "Constants in the place of an owner are placeholders",
        arguments: [
            (
                "CREATE TABLE t (user_id text DEFAULT 'unknown')",
                [
                    "placeholder user_id unknown fallback"
                ]
            ),
            (
                "INSERT INTO t (a, user_id) VALUES ('system', 'system')",
                [
                    "placeholder user_id system constant"
                ]
            ),
            ("SELECT coalesce(t.tenant_id, 'default')", ["placeholder tenant_id default fallback"]),
            ("SELECT coalesce(title, 'default'), coalesce(user_id, '7')", []),
        ]
    )
    func placeholders(_ code: String, _ expected: [String]) {
        #expect(Self.facts(code) == expected)
    }

    @Test("Bodies of functions are read, and those that make identifiers are minters")
    func minters() {
        let code = """
            CREATE OR REPLACE FUNCTION app.generate_run_id() RETURNS text AS $body$
            BEGIN
              -- it's a body
              RETURN 'run_' || gen_random_uuid();
            END $body$ LANGUAGE plpgsql;
            INSERT INTO runs (id) VALUES (app.generate_run_id());
            """
        #expect(
            Self.facts(code) == [
                "definition generate_run_id", "build run_{uuid} sum → generate_run_id",
                "make gen_random_uuid str → generate_run_id", "call generate_run_id",
            ]
        )
        let source = Array(code.utf8)
        let analysis = SQLLanguage().analyze(source.span, .all)
        #expect(analysis.generations.map(\.function) == ["generate_run_id"])
    }

    @Test("A fact stands at its own bytes")
    func places() {
        let code = "CREATE TABLE t (run_id uuid DEFAULT public.gen_random_uuid());"
        #expect(
            FactListing.places(code, SQLLanguage()) == ["run_id uuid", "public.gen_random_uuid()"]
        )
    }

    @Test(
        "Quotes of every dialect end where they should",
        arguments: [
            "'a''b'", "E'a\\'b'", "N'a'", "$$it's$$", "$q$a $$ b$q$", "\"a\"\"b\"", "'C:\\'",
            "`a` 'it\\'s'", "arr[1]", "ARRAY['a','b']", "[a b]", "/* /* */", "#temp", "a--b'\n",
        ]
    )
    func quotes(_ text: String) {
        #expect(Self.facts("SELECT \(text), uuidv4();").contains("make uuidv4 uuid"))
        let source = Array("SELECT \(text), uuidv4();".utf8)
        #expect(SQLLanguage().analyze(source.span, .all).syntaxError == nil)
    }

    @Test("What has no end is an error, and reading goes on behind its line")
    func unterminated() {
        let source = Array("SELECT 'a;\nSELECT newid();".utf8)
        let analysis = SQLLanguage().analyze(source.span, .all)
        #expect(analysis.syntaxError?.offset == 7)
        #expect(analysis.generations.count == 1)
    }

    @Test("Rows of a dump are not read")
    func dump() {
        let code = "COPY t (id) FROM stdin;\nit's 'newid()\n\\.\nSELECT newid();"
        #expect(Self.facts(code) == ["make newid uuid"])
    }

    @Test("Comments that speak to the scanner are directives")
    func directives() {
        let source = Array("-- signet: ignore\nSELECT 1; -- other\n/* signet: x */".utf8)
        let analysis = SQLLanguage().analyze(source.span, .all)
        #expect(analysis.directives == [0..<17, 37..<52])
    }

    @Test(
        "Expressions in texts of other languages are recognised",
        arguments: [
            ("gen_random_uuid()", "gen_random_uuid", "uuid"),
            (" (uuid_generate_v4())::text ", "uuid_generate_v4", "str"),
            ("lower(hex(randomblob(16)))", "randomblob", "hex"),
            ("UUID()", "uuid", "str"), ("public.gen_random_uuid();", "gen_random_uuid", "uuid"),
        ]
    )
    func match(_ text: String, _ symbol: String, _ shape: String) {
        let found = SQLGenerators.match(Array(text.utf8).span)
        #expect(found?.symbol == "sql." + symbol && found?.shape == shape)
    }

    @Test(
        "Other texts are no generators",
        arguments: [
            "", "now()", "uuid", "SELECT gen_random_uuid()", "'gen_random_uuid()'", "x_uuid()",
        ]
    )
    func noMatch(_ text: String) {
        #expect(SQLGenerators.match(Array(text.utf8).span) == nil)
    }

    @Test(
        "A scan for UUIDs skips files without generators only",
        arguments: [
            ("select NEWID()", true), ("select gen_random_UUID()", true), ("id, it", false),
        ]
    )
    func prefilter(_ code: String, _ expected: Bool) {
        #expect(SQLLanguage().mightMatch(Array(code.utf8).span, .uuids) == expected)
    }
}
