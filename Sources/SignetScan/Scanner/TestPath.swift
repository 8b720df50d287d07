/// Tells by its path whether a file is a test.
///
/// What test runners look for: a folder `test`, `tests`, `testing`, `e2e`, `__tests__` or
/// `__mocks__`, and names such as `test_x.py`, `x_test.py`, `conftest.py`, `x.test.ts` and
/// `x.spec.ts`.
enum TestPath {
    /// Whether the file at `path` is a test or stands among tests.
    static func isTest(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return false }
        let stem = name.prefix { $0 != "." }
        let isTestName =
            stem.hasPrefix("test_") || stem.hasSuffix("_test") || stem.hasSuffix("_tests")
            || stem == "test" || stem == "tests" || stem == "conftest"
        return isTestName || hasTestExtension(name)
            || parts.dropLast().contains(where: isTestFolder)
    }

    private static func isTestFolder(_ name: Substring) -> Bool {
        ["test", "tests", "testing", "e2e", "__tests__", "__mocks__"].contains(name.lowercased())
    }

    /// Whether the extension before the last says that it is a test, as in `x.test.ts`.
    private static func hasTestExtension(_ name: Substring) -> Bool {
        let extensions = name.split(separator: ".").dropFirst().dropLast()
        return extensions.contains { ["test", "spec", "e2e", "cy"].contains($0) }
    }
}
