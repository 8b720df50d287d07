import Foundation
import ProcessTesting
import SignetFix
import Testing

/// Whole files before and after, for what real trees rarely hold.
@Suite("Rewriting Python")
struct PythonRewriteTests {
    @Test("Each file becomes what its case says, and stays so", arguments: try RewriteCase.all())
    func rewrite(_ item: RewriteCase) throws {
        for (level, after) in [(FixLevel.safe, item.safe), (.unsafe, item.unsafe)] {
            let tree = try FixTree(item.files)
            let plan = tree.plan(at: level, version: item.version)
            #expect(plan.result(item.path) ?? item.before == after, "\(level.rawValue)")
            #expect(plan.left(item.path) == item.left, "\(level.rawValue)")
            for edits in plan.changed.compactMap(\.edits) {
                #expect(edits.inverse.result == edits.original)
            }
            try tree.carryOut(plan)
            let again = tree.plan(at: level, version: item.version)
            #expect(again.changed.isEmpty, "a second run writes again")
        }
    }

    /// Writes what happens now into the cases, to be read before it is kept.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["SIGNET_RECORD"] != nil))
    func record() throws {
        for file in try RewriteCase.fixtures() {
            let cases = try RewriteCase.all(in: file).map { item in
                var item = item
                let tree = try FixTree(item.files)
                let safe = tree.plan(at: .safe, version: item.version)
                let unsafe = tree.plan(at: .unsafe, version: item.version)
                item.safe = safe.result(item.path) ?? item.before
                item.unsafe = unsafe.result(item.path) ?? item.before
                item.left = unsafe.left(item.path)
                return item.text
            }
            try Data(cases.joined(separator: "\n").utf8).write(to: file)
        }
    }

    @Test("Every case changes something or says why not")
    func cases() throws {
        let cases = try RewriteCase.all()
        #expect(cases.count > 150)
        #expect(Set(cases.map(\.title)).count == cases.count)
        let silent = cases.filter { $0.unsafe == $0.before && $0.left.isEmpty }.map(\.title)
        #expect(
            silent.sorted() == [
                "A loop hides the function for the whole function", "In a doctest and a text",
                "Somebody's own function of this name",
            ]
        )
    }

    @Test("CPython takes every result, with the same tree outside of the edits")
    func interpreter() throws {
        let pool = try #require(
            InterpreterPool.open(
                target: PythonVersion(3, 11),
                count: 1,
                environment: ProcessInfo.processInfo.environment
            )
        )
        var cases: [RewriteCase] = []
        var files: [FileEdits] = []
        for item in try RewriteCase.all() {
            let plan = try FixTree(item.files).plan(version: item.version)
            for edits in plan.changed.compactMap(\.edits) {
                cases.append(item)
                files.append(edits)
            }
        }
        for (item, verdict) in zip(cases, pool.check(files)) where verdict != .same {
            // What only a later Python reads is no matter of this one.
            let isLater = item.version > pool.version
            switch verdict {
            case .originalFaulty where isLater, .resultFaulty where isLater: break
            default: Issue.record("\(item.title): \(verdict.reason)")
            }
        }
    }

    /// Names that no scope binds, as CPython's own symbol tables have them; `old` holds those that
    /// the file did not bind before either.
    private static let unbound = """
        import builtins, json, sys, symtable

        def unbound(text):
            top = symtable.symtable(text, "file", "exec")
            known = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}
            used, tables = set(), [top]
            while tables:
                table = tables.pop()
                tables += table.get_children()
                for symbol in table.get_symbols():
                    if symbol.is_declared_global() and symbol.is_assigned():
                        known.add(symbol.get_name())
                    at_top = table is top and not symbol.is_assigned() and not symbol.is_imported()
                    if symbol.is_referenced() and (symbol.is_global() or at_top):
                        used.add(symbol.get_name())
            return used - known - set(dir(builtins))

        for title, old, new in json.load(sys.stdin):
            try:
                fresh = unbound(new) - unbound(old)
            except SyntaxError:
                continue
            if fresh and "import *" not in new:
                print(title, fresh)
        """

    @Test("CPython's symbol tables have every name that the results use")
    func names() async throws {
        var rows: [[String]] = []
        for item in try RewriteCase.all() {
            rows.append([item.title, item.before, item.safe])
            rows.append([item.title, item.before, item.unsafe])
        }
        rows.append(["seen to fail", "x = 1\n", "x = signet.new('x')\n"])
        let outcome = try await Program(path: "/usr/bin/python3").run(
            ["-c", Self.unbound],
            input: JSONEncoder().encode(rows)
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output == "seen to fail {'signet'}\n")
    }
}
