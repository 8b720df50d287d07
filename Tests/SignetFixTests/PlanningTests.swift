import Signet
import SignetFix
import SignetScan
import Testing

@Suite("Planning")
struct PlanningTests {
    // MARK: Versions

    @Test(
        "The oldest version that a project allows",
        arguments: [
            ("requires-python = \">=3.8\"", 8), ("requires-python = '>=3.10,<4'", 10),
            ("requires-python = \">= 3.9, != 3.9.1, <3.13\"", 9),
            ("requires-python = \"~=3.11\"", 11), ("python_requires='>=3.7'", 7),
            ("    python_requires = >=3.12", 12), ("python = \"^3.9\"", 9),
            ("requires-python = \">3.8\"", 8), ("requires-python = \"==3.13.*\"", 13),
        ]
    )
    func version(_ line: String, _ minor: Int) throws {
        #expect(try found(["pyproject.toml": "[project]\n\(line)\n"]) == PythonVersion(3, minor))
    }

    @Test(
        "What says nothing of versions is not believed",
        arguments: [
            "requires-python = \"<3.8\"", "requires-python = \">=13.2\"", "description = \"3.12\"",
            "requires-python = \"\"", "requires-python = \">=2.7\"",
            "requires-python = \">=3.100\"",
        ]
    )
    func noVersion(_ line: String) throws {
        #expect(try found(["pyproject.toml": "[project]\n\(line)\n"]) == PythonVersion(3, 9))
    }

    @Test("The nearest file that says it counts, and a declared version before all")
    func nearest() throws {
        let files = [
            "pyproject.toml": "[project]\nrequires-python = '>=3.10'\n",
            "app/setup.cfg": "[options]\npython_requires = >=3.12\n", ".python-version": "3.13.1\n",
        ]
        #expect(try found(files) == PythonVersion(3, 12))
        #expect(try found([".python-version": "3.13.1\n"]) == PythonVersion(3, 13))
        let tree = try FixTree(["app/main.py": Self.code].merging(files) { $1 })
        #expect(tree.plan(version: PythonVersion(3, 8)).files[0].version == PythonVersion(3, 8))
    }

    @Test(
        "What the tests run with counts where the project says nothing",
        arguments: [
            (".github/workflows/test.yml", "        python-version: ['3.10', \"3.8\", 3.12]\n", 8),
            (".github/workflows/a.yaml", "      with:\n        python-version: 3.10\n", 10),
            (
                ".github/workflows/a.yml",
                "matrix:\n  python-version:\n    - '3.11'\n    # - 3.6\n    - \"3.10\"\n  os:\n    - a-3.2\n",
                10
            ),
            (
                ".github/workflows/a.yml",
                "python-version: [\n  '3.12',  # not 3.7\n  '3.11'\n]\nnode: 3.4\n", 11
            ),
            (".github/workflows/a.yml", "  - {os: linux, python: '3.11', tox: py311}\n", 11),
            (".github/workflows/a.yml", "python-version: ${{ matrix.python }}\n", 9),
            (".github/workflows/a.yml", "uses: actions/checkout@v3.1\n", 9),
            ("tox.ini", "[tox]\nenvlist = lint, py311, py{310,312}-{a,b}\n", 10),
            ("tox.ini", "[tox]\nenv_list =\n    py3{11,12}\n    pypy310\n[a]\nx = py36\n", 10),
            ("tox.ini", "[testenv:py36]\nbasepython = python3.6\n", 9),
            ("noxfile.py", "PYTHONS = [\n    \"3.13\",\n    \"3.12\",\n]\n", 12),
            ("noxfile.py", "@nox.session(python=['3.11', '3.12'])\ndef a(session): ...\n", 11),
            (".gitlab-ci.yml", "image: python:3.11-slim\n", 11),
            (".travis.yml", "python:\n  - 3.7\n  - 3.8\n", 7),
        ]
    )
    func tested(_ path: String, _ text: String, _ minor: Int) throws {
        #expect(try found([path: text]) == PythonVersion(3, minor))
        let required = "[project]\nrequires-python = '>=3.13'\n"
        #expect(try found([path: text, "pyproject.toml": required]) == PythonVersion(3, 13))
    }

    @Test("The oldest of all files of continuous integration counts, those of projects inside too")
    func testedProjects() throws {
        let workflow = "python-version: '3.12'\n"
        let files = [
            ".github/workflows/a.yml": workflow, "tox.ini": "[tox]\nenvlist = py311\n",
            ".python-version": "3.10\n",
        ]
        #expect(try found(files) == PythonVersion(3, 11))
        let inner = ["app/tox.ini": "[tox]\nenvlist = py310\n"]
        #expect(try found(files.merging(inner) { $1 }) == PythonVersion(3, 11))
        let project = inner.merging(["app/setup.py": "setup()\n"]) { $1 }
        #expect(try found(files.merging(project) { $1 }) == PythonVersion(3, 10))
    }

    private static let code = "import uuid\nrun_id = str(uuid.uuid4())\n"

    private func found(_ files: [String: String]) throws -> PythonVersion? {
        let tree = try FixTree(["app/main.py": Self.code].merging(files) { $1 })
        return tree.plan(version: nil).files.first?.version
    }

    // MARK: Phases

    private func phases(_ files: [String: String]) throws -> [FixPhase] {
        let plan = try FixTree(files).plan()
        return FixPhase.phases(of: plan) { file in
            file.path.split(separator: "/").first.map(String.init) ?? ""
        }
    }

    @Test("Who consumes an identifier comes before who makes it")
    func order() throws {
        let phases = try phases([
            "alpha/make.py": "import uuid\nrun_id = str(uuid.uuid4())\n",
            "beta/read.py":
                "import uuid\n\n\ndef load(run_id):\n    return run_id.startswith('x')\n\n\n"
                + "event_id = uuid.uuid4()\n",
            "gamma/other.py": "import uuid\nmsg_id = uuid.uuid4()\n",
        ])
        #expect(phases.map(\.name).sorted() == ["beta", "gamma"])
        let all = try self.phases([
            "alpha/make.py": "import uuid\nrun_id = str(uuid.uuid4())\n",
            "beta/read.py":
                "import uuid\n\n\ndef load(run_id):\n    return uuid.UUID(run_id)\n\n\n"
                + "event_id = uuid.uuid4()\n",
        ])
        #expect(all.map(\.name) == ["beta", "alpha"])
        #expect(
            all.last?.message == """
                Ask Signet for the identifiers of alpha

                1 place in 1 file: run 1.
                Written by signet fix.
                """
        )
    }

    @Test("A circle of consumers still gives every part once")
    func circle() throws {
        func part(_ own: String, _ other: String) -> String {
            "import uuid\n\n\ndef load(\(other)):\n    return uuid.UUID(\(other))\n\n\n"
                + "\(own) = str(uuid.uuid4())\n"
        }
        let phases = try phases([
            "alpha/a.py": part("run_id", "event_id"), "beta/b.py": part("event_id", "run_id"),
        ])
        #expect(phases.map(\.name) == ["alpha", "beta"])
        #expect(phases.map(\.sites.count) == [1, 1])
    }

    // MARK: Choices

    @Test("The form that is asked for is taken, unless a consumer asks for a UUID")
    func form() throws {
        var settings = FixContext.Settings()
        settings.form = .readable
        let files = ["app/main.py": "import uuid\nreq_id = str(uuid.uuid4())\n"]
        let readable = try FixTree(files).plan(settings).sites[0]
        #expect(readable.replacement == "signet.new(\"req\")")
        #expect(readable.level == .unsafe)
        settings.form = .uuid
        let uuid = try FixTree(files).plan(settings).sites[0]
        #expect(uuid.replacement == "signet.new(\"req\", form=\"uuid\")")
        #expect(uuid.level == .safe)
    }

    @Test("Names that the project has declared are owners, too")
    func owners() throws {
        let files = [
            "app/main.py": """
            import uuid


            def connect(customer):
                ws_conn_id = f"ws_{customer}_{uuid.uuid4().hex[:8]}"
                return ws_conn_id

            """
        ]
        #expect(try FixTree(files).plan().sites[0].level == .manual)
        var settings = FixContext.Settings()
        settings.owners = ["customer"]
        let site = try FixTree(files).plan(settings).sites[0]
        #expect(site.replacement == "signet.new(\"ws_conn\", owner=customer)")
        #expect(site.owner == "customer")
    }

    @Test("A person may give another kind or owner, as far as the code takes it")
    func review() throws {
        let files = ["app/main.py": "import uuid\nreq_id = str(uuid.uuid4())\n"]
        var site = try FixTree(files).plan().sites[0]
        func rename(_ kind: String) -> Bool { site.rename(to: kind) }
        func give(_ owner: String) -> Bool { site.give(to: owner) }
        #expect(!rename("Not A Kind"))
        #expect(!rename(""))
        #expect(rename("order"))
        #expect(site.replacement == "signet.new(\"order\", form=\"compact\")")
        #expect(!give("evil()"))
        #expect(!give("a..b"))
        #expect(!give("1a"))
        #expect(give("self.user_id"))
        #expect(site.replacement == "signet.new(\"order\", owner=self.user_id)")
        #expect(!give("user_id"))
    }
}

extension FixTree {
    /// The plan at the level unsafe for Python 3.9.
    func plan(_ settings: FixContext.Settings) -> FixPlan {
        plan(at: .unsafe, version: PythonVersion(3, 9), settings)
    }
}
