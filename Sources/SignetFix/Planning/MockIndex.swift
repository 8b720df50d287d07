import SignetScan

/// The tests that replace generators, by the module in which they replace them.
struct MockIndex: Sendable {
    /// The mocks that name a module of the tree: `app.runs.uuid4` is under `runs`.
    private var byModule: [String: [(path: [String], finding: Finding)]] = [:]
    /// The files whose tests replace `uuid.uuid4` for all that they run.
    private var global: [Finding] = []

    /// Reads the findings of `uuid-mock`.
    init(_ findings: [Finding]) {
        for finding in findings where finding.rule == "uuid-mock" {
            var path = finding.symbol.split(separator: ".").map(String.init)
            if path.last?.hasPrefix("uuid") == true { path.removeLast() }
            if path.last == "uuid" { path.removeLast() }
            if let module = path.last {
                byModule[module, default: []].append((path, finding))
            } else {
                global.append(finding)
            }
        }
    }

    /// The tests that replace the generator which the file at `path` calls.
    ///
    /// A test that replaces `uuid.uuid4` itself reaches whatever it runs; here that is taken to be
    /// its own file and those that are named like it: `test_runs.py` tests `runs.py`.
    func mocks(of path: String) -> [Finding] {
        guard !byModule.isEmpty || !global.isEmpty else { return [] }
        var parts = path.split(separator: "/").map(String.init)
        guard var name = parts.popLast() else { return [] }
        if let dot = name.lastIndex(of: ".") { name = String(name[..<dot]) }
        if name != "__init__" { parts.append(name) }
        let named = parts.last.flatMap { byModule[$0] } ?? []
        // `app.runs` is the module of `src/app/runs.py`.
        let exact = named.filter { mock in
            mock.path.count <= parts.count
                && zip(mock.path.reversed(), parts.reversed())
                    .allSatisfy { $0 == $1 }
        }
        let stem = parts.last ?? name
        return exact.map(\.finding)
            + global.filter { mock in
                mock.path == path || mock.path.contains("test_\(stem).py")
                    || mock.path.contains("/\(stem)_test.py")
            }
    }
}
