/// Tells by its path whether a file is a test.
///
/// What test runners look for: a folder `test`, `tests` or `testing`, and names such as
/// `test_x.py`, `x_test.py` and `conftest.py`.
enum TestPath {
    /// Whether the file at `path` is a test or stands among tests.
    static func isTest(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return false }
        let stem = name.prefix { $0 != "." }
        let isTestName =
            stem.hasPrefix("test_") || stem.hasSuffix("_test") || stem.hasSuffix("_tests")
            || stem == "test" || stem == "tests" || stem == "conftest"
        return isTestName || parts.dropLast().contains(where: isTestFolder)
    }

    private static func isTestFolder(_ name: Substring) -> Bool {
        ["test", "tests", "testing"].contains(name.lowercased()) || name == "__tests__"
    }
}
