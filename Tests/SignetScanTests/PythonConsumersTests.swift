import SignetScan
import Testing

@Suite("Consumers, isolation and minters in Python")
struct PythonConsumersTests {
    /// The facts of `source`, with all that uses identifiers.
    private func analyze(_ source: String) -> SourceAnalysis {
        let bytes = Array(source.utf8)
        return PythonLanguage().analyze(bytes.span, .all)
    }

    /// The consumptions of `source`, each as its operation, subject, detail and width.
    private func consumptions(_ source: String) -> [String] {
        analyze(source).consumptions.map { place in
            let parts = [place.operation.rawValue, place.subject, place.detail]
            let text = parts.compactMap { $0 }.joined(separator: " ")
            return place.width.map { "\(text) \($0)" } ?? text
        }
    }

    @Test(
        "A place that depends on the look of an identifier is found through what is around it",
        arguments: [
            ("(run_id).split('_')\n", ["split run_id _"]),
            ("str(a.b(c)[0].run_id.lower()).rpartition(':')\n", ["split run_id :"]),
            ("x = userId[:8]\n", ["slice userId :8"]),
            ("x = f\"{run_id[:8]}\"\n", ["slice run_id :8"]),
            ("x = run_uuid[-12:]\n", ["slice run_uuid -12:"]),
            ("run_id_str.startswith(('run_', 'job_'))\n", ["affix run_id_str run_"]),
            ("run_id.startswith(prefix)\n", ["affix run_id"]),
            ("run_id[0] != 'r'\n", ["affix run_id r"]),
            ("'run_' not in self.run_id\n", ["affix run_id run_"]),
            ("36 == len(a.run_id)\n", ["length run_id 36 36"]),
            ("len(run_id) in {32, 36}\n", ["length run_id 32 32"]),
            ("assert len(new_client_id()) == 8\n", ["length new_client_id 8 8"]),
            ("len(str(ids.generate_run_id(a))) == 36\n", ["length generate_run_id 36 36"]),
            ("generate_run_id(a).split('_')\n", ["split generate_run_id _"]),
            ("make_run_id()[:8]\n", ["slice make_run_id :8"]),
            ("assert x_id.count('-') == 4\n", ["split x_id -"]),
            (
                "self.assertRegex(run_id, r'^[0-9a-f]{32}$')\n",
                ["pattern run_id 32 digits"]
            ),
            (
                "self.assertRegex(str(a.run_id), '[0-9a-f]{32}')\n",
                ["pattern run_id 32 digits"]
            ),
        ]
    )
    func found(_ source: String, _ expected: [String]) {
        #expect(consumptions(source) == expected)
    }

    @Test(
        "What only looks alike is left alone",
        arguments: [
            "load_client_id()[:8]\n", "len(get_user_id(x)) == 8\n", "run_id.count('a')\n",
            "self.assertRegex(text, r'^[0-9a-f]{32}$')\n", "row_ids.count(3)\n",
            "run_id.split(',')\n", "run_id.split()\n", "run_ids[:8]\n", "run_id[i:]\n",
            "run_id[0]\n", "run_id[:1000]\n", "len(run_id) > 0\n", "len(run_id)\n",
            "valid.split('_')\n", "hybrid[:4]\n", "GRID[:4]\n", "x.run_id.path.split('_')\n",
            "print(run_id[:8])\n", "self.logger.debug('%s', run_id[:8])\n",
            "raise ValueError(f'bad {run_id[:8]}')\n", "x = f'{run_id[:8]}...'\n",
            "run_id.startswith('http://')\n", "'a' in run_id\n", "if run_id in 'abc': pass\n",
            "from ids import run_id\n", "def run_id(x): pass\n", "'run_' in run_ids\n",
        ]
    )
    func alone(_ source: String) {
        #expect(consumptions(source) == [])
    }

    @Test(
        "A type of UUIDs is an annotation, a parser or a column by where it stands",
        arguments: [
            ("def f(a: int, run_id: UUID = None): ...\n", ["annotation run_id UUID"]),
            ("def f() -> dict[str, uuid.UUID]: ...\n", ["annotation uuid.UUID"]),
            ("class A:\n    b: str | UUID4 | None\n", ["annotation b UUID4"]),
            ("self.runs: Dict[UUID, Run] = {}\n", ["annotation runs UUID"]),
            ("async def f(x: Annotated[UUID, Path()]): ...\n", ["annotation x UUID"]),
            ("x = uuid.UUID(row['run_id'])\n", ["parse run_id"]),
            ("x = UUID(hex=run_id)\n", ["parse run_id"]),
            ("from uuid import UUID as U\na: U = U(x)\n", ["annotation a U", "parse"]),
            ("c = Column(UUID(as_uuid=True))\n", ["column c UUID"]),
            ("c: Mapped[str] = mapped_column(sa.Uuid)\n", ["column c sa.Uuid"]),
            ("sa.Column('run_id', postgresql.UUID())\n", ["column run_id postgresql.UUID"]),
            ("a = UUID\nisinstance(x, UUID)\nUUID.from_text(x)\nf(UUID)\n", []),
            ("if x: UUID\n{a: UUID}\nlambda: UUID\nclass UUID(Base): pass\n", []),
            ("UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')\nUUID(int=1)\nUUID(KNOWN)\n", []),
        ]
    )
    func types(_ source: String, _ expected: [String]) {
        #expect(consumptions(source) == expected)
    }

    @Test(
        "A column's width is read where its name is that of an identifier",
        arguments: [
            ("run_id = db.Column(db.String(36))\n", ["column run_id String(36) 36"]),
            ("id = CharField(primary_key=True, max_length=32)\n", ["column id CharField(32) 32"]),
            ("name = db.Column(db.String(36))\n", []),
            ("run_id = forms.CharField(max_length=36)\n", []),
            ("x = String(36)\n", []),
            (
                "class A:\n    id: UUID = Field(sa_column=Column(Uuid))\n",
                ["annotation id UUID", "column id Uuid"]
            ),
            ("AddField(name='run_id', field=models.UUIDField())\n", ["column run_id UUIDField"]),
            ("output_field = UUIDField()\n", []),
            ("q = f'CREATE TABLE t ({name} uuid)'\n", ["column uuid"]),
            (
                "q = 'CREATE TABLE t (\"run_id\" character varying(40), b uuid[])'\n",
                ["column run_id character varying(40) 40", "column b uuid[]"]
            ),
            (
                "q = 'ALTER TABLE t ALTER COLUMN run_id TYPE uuid USING run_id::uuid'\n",
                ["column run_id uuid", "parse run_id uuid"]
            ),
            ("'CREATE TABLE t (run_id uuid)'\n", []),
            (
                "q = f'CREATE TABLE {self.table} (run_id varchar(36), {more})'\n",
                ["column run_id varchar(36) 36"]
            ),
            ("q = 'SELECT a FROM t WHERE run_id = $1::uuid'\n", ["parse uuid"]),
            ("q = 'Create a run with a run_id uuid (36 characters)'\n", []),
        ]
    )
    func columns(_ source: String, _ expected: [String]) {
        #expect(consumptions(source) == expected)
    }

    @Test("A fact names the function around it, with its classes")
    func functions() {
        let source = """
            class A:
                def f(self): return run_id[:8]

                class B:
                    async def g(self):
                        if run_id[:4]:
                            pass
                        def h(): pass
                        run_id[:5]
                run_id[:6]
            run_id[:7]

            """
        let places = analyze(source).consumptions
        #expect(places.map(\.detail) == [":8", ":4", ":5", ":6", ":7"])
        #expect(places.map(\.function) == ["A", "A.B.g", "A.B.g", "A", nil])
    }

    @Test("A minter is defined only where its body makes a value or asks another minter")
    func minters() {
        let source = """
            from app.ids import new_run_id as fresh, other

            def generate_thread_id():
                return str(uuid.uuid4())

            def make_user_id(row):
                return row["id"]

            class JobIdFactory:
                def get(self):
                    return fresh()

            """
        let mentions = analyze("import uuid\n" + source).minters.map {
            "\($0.role.rawValue) \($0.name) \($0.module ?? "-") \($0.function ?? "-")"
        }
        #expect(
            mentions == [
                "import new_run_id app.ids -", "definition generate_thread_id - -",
                "definition JobIdFactory - -", "call new_run_id app.ids JobIdFactory.get",
            ]
        )
    }

    @Test(
        "A placeholder is found by what takes it",
        arguments: [
            ("user_id = x.get('a') or 'unknown'\n", ["fallback user_id unknown"]),
            ("f(ctx['tenant_id'] or \"default\")\n", ["fallback tenant_id default"]),
            ("class A:\n    user_id: str = 'anonymous'\n", ["parameter user_id anonymous"]),
            ("self.owner_id = 'system'\n", ["constant owner_id system"]),
            ("row['user_id'] = 'system'\n", ["constant user_id system"]),
            ("def f(self, *, user_id=''): ...\n", ["parameter user_id "]),
            ("if x: user_id = 'test'\n", ["constant user_id test"]),
            ("USER_ID = 'test'\nuser_id = ''\nuser_id = 'usr_1'\nuser = 'unknown'\n", []),
            ("print(user_id or 'unknown')\nuser_id == 'unknown'\nuser_id = 'test' + x\n", []),
        ]
    )
    func placeholders(_ source: String, _ expected: [String]) {
        let found = analyze(source).placeholders.map {
            "\($0.form.rawValue) \($0.name.text) \($0.text)"
        }
        #expect(found == expected)
    }

    @Test("Sources that are not Python are read to their end")
    func broken() {
        let pieces = [
            "run_id", "(", ")", "[", "]", "{", "}", ".", "split", "'_'", "=", ":", "\n", "def ",
            "class ", "    ", "UUID", "Column", "String", "36", "or ", "'unknown'", ",", "uuid4",
            "lambda ", "f'", "'", "in ", "patch", "sorted", "key=", "len", "from ", "import ",
            "new_id", "user_id", "<uuid:", "[0-9a-f]{8}", "\"", "get",
        ]
        var state: UInt64 = 42
        for _ in 0..<4000 {
            var source = ""
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                source += pieces[Int(state >> 33) % pieces.count]
            }
            let analysis = analyze(source)
            let count = source.utf8.count
            #expect(analysis.consumptions.allSatisfy { $0.range.upperBound <= count })
        }
    }
}
