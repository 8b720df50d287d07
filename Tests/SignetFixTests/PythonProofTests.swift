import SignetFix
import SignetScan
import Testing

/// Each check, fed with an edit that it must refuse.
@Suite("Proof without an interpreter")
struct PythonProofTests {
    private static let file = ScannedFile(path: "a.py", language: "python", service: nil)

    /// The check that refuses the edits of `text`; `nil` if all are passed.
    private func rung(_ text: String, as sites: [Int] = [0]) throws -> ProofFailure.Rung? {
        let edits = try FileEdits.marked(text)
        let tree = try FixTree(["a.py": edits.original])
        let (scanner, report) = tree.scanned()
        guard let before = PythonSource(edits.original) else { return .edits }
        let planned = tree.plan().sites
        do throws(ProofFailure) {
            let proof = try PythonProof(before, edits)
            try proof.check(
                sites.compactMap { $0 < planned.count ? planned[$0] : nil },
                report.findings
            ) {
                scanner.matches(in: $0, of: Self.file)
            }
        } catch {
            return error.rung
        }
        return nil
    }

    @Test(
        "A right edit passes",
        arguments: [
            "«import uuid|import signet»\nrun_id = «str(uuid.uuid4())|signet.new('run')»\n",
            "import uuid\n«|import signet\n»run_id = «str(uuid.uuid4())|signet.new('run')»\nx = uuid\n",
            "def f():\n    «import uuid|import signet»\n"
                + "    run_id = «str(uuid.uuid4())|signet.new('run')»\n",
            "def f():\n    import uuid\n    run_id = «str(uuid.uuid4())|signet.new('run')»\n"
                + "«|import signet\n»",
        ]
    )
    func right(_ text: String) throws {
        #expect(try rung(text) == nil)
    }

    @Test(
        "The outline refuses what changes the code around",
        arguments: [
            "import uuid\nrun_id = «str(uuid.uuid4())|signet.new('run'»\n",
            "import uuid\nrun_id = «str(uuid.uuid4())|signet.new('run'))»\n",
            "import uuid\nrun_id = «str(uuid.uuid4())|signet.new('run)»\n",
            "import uuid\nrun_id = «str(uuid.uuid4())|signet.new('run') #»; x = 1\n",
            "import uuid\nrun_id = «str(uuid.uuid4())|'''»\nx = 1\ny = '''a'''\n",
            "import uuid\nif a:\n    run_id = «str(uuid.uuid4())|x\ny = 1»\nz = 2\n",
            "'''«import uuid|import signet»'''\nimport uuid\n"
                + "run_id = «str(uuid.uuid4())|signet.new('run')»\n",
        ]
    )
    func outline(_ text: String) throws {
        #expect(try rung(text) == .outline)
    }

    @Test(
        "Names that are not bound, or not yet, are refused",
        arguments: [
            "«import uuid|pass»\nrun_id = «str(uuid.uuid4())|signet.new('run')»\n",
            "«import uuid|import signet»\nrun_id = «str(uuid.uuid4())|signet.new('run')»\nx = uuid\n",
            "import uuid\nrun_id = «str(uuid.uuid4())|signet.new('run')»\n«|import signet\n»",
            "import uuid\nimport signet\nrun_id = «str(uuid.uuid4())|signet.new('run', owner=user_id)»\n",
            "«import uuid|import signet»\nclass A:\n    run_id = «str(uuid.uuid4())|signet.new('run')»\n"
                + "class B:\n    uuid = f(uuid.uuid4)\n",
            "def f():\n    «import uuid|import signet»\n"
                + "    run_id = «str(uuid.uuid4())|signet.new('run')»\n\n\n"
                + "def g():\n    return signet.new('run')«|, signet»\n",
            "class A:\n    «import uuid|import signet»\n    def f(self):\n        import uuid\n"
                + "        run_id = «str(uuid.uuid4())|signet.new('run')»\n",
            "«import uuid|import signet»\nrun_id = «str(uuid.uuid4())|signet.new('run')»\n\n\n"
                + "def f():\n    return uuid.UUID(int=1)\n",
        ]
    )
    func names(_ text: String) throws {
        #expect(try rung(text) == .names)
    }

    @Test("A place that is still found, and one that is new, are refused")
    func rescan() throws {
        let still = "import uuid\nrun_id = «str(uuid.uuid4())|f\"{uuid.uuid4()}\"»\n"
        #expect(try rung(still) == .rescan)
        let new = "import uuid\nrun_id = «str(uuid.uuid4())|uuid.uuid4().hex[:8]»\n"
        #expect(try rung(new) == .rescan)
        let other =
            "import uuid\nimport signet\nrun_id = «str(uuid.uuid4())|signet.new('run')»\n"
            + "x«| = uuid.uuid4()»\n"
        #expect(try rung(other) != nil)
    }

    @Test("Edits whose inverse does not give back the file are refused")
    func inverse() throws {
        let edits = try FileEdits.marked(
            "«import uuid|import signet»\nrun_id = «str(uuid.uuid4())|signet.new('run')»\n# a\n"
        )
        let tree = try FixTree(["a.py": edits.original])
        let (scanner, report) = tree.scanned()
        // The same code with another comment: all checks before this one see no difference.
        let other = Array(
            String(decoding: edits.original, as: UTF8.self).replacing("# a", with: "# b").utf8
        )
        let sites = tree.plan().sites
        for (text, rung) in [(edits.original, nil), (other, ProofFailure.Rung.inverse)] {
            guard let before = PythonSource(text) else { continue }
            var failure: ProofFailure?
            do throws(ProofFailure) {
                let proof = try PythonProof(before, edits)
                try proof.check(sites, report.findings) {
                    scanner.matches(in: $0, of: Self.file)
                }
            } catch {
                failure = error
            }
            #expect(failure?.rung == rung)
        }
    }

    @Test("The outline of a string that is only moved stays refused: comments and texts are code")
    func texts() throws {
        let text =
            "import uuid\nrun_id = «str(uuid.uuid4())|signet.new('run')»\nx = '«a|b'; y = 'c»'\n"
        #expect(try rung(text) == .outline)
    }
}
