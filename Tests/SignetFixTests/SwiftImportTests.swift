import SignetFix
import Testing

@Suite struct `Imports in Swift files` {
    private static let rest = "\n\nlet runID = UUID().uuidString\n"

    @Test(arguments: [
        ("import Foundation", "import Foundation\nimport Signet"),
        ("// A header.\n\nimport Foundation", "// A header.\n\nimport Foundation\nimport Signet"),
        (
            "import Foundation // why\nimport Vapor",
            "import Foundation // why\nimport Signet\nimport Vapor"
        ),
        (
            "import Vapor\nimport Foundation",
            "import Vapor\nimport Foundation\nimport Signet"
        ),
        ("// A header.\nimport UIKit", "// A header.\nimport Signet\nimport UIKit"),
        (
            "import Foundation\nimport Testing\n\n@testable import App",
            "import Foundation\nimport Signet\nimport Testing\n\n@testable import App"
        ),
        (
            "import Foundation\nimport XCTest\n@testable import App",
            "import Foundation\nimport Signet\nimport XCTest\n@testable import App"
        ),
        (
            "import struct Foundation.UUID",
            "import struct Foundation.UUID\nimport Signet"
        ),
        (
            "internal import Foundation\npublic import Vapor",
            "internal import Foundation\ninternal import Signet\npublic import Vapor"
        ),
        ("public import Foundation", "public import Foundation\nimport Signet"),
        (
            "@preconcurrency import Foundation",
            "@preconcurrency import Foundation\nimport Signet"
        ),
        (
            "#if canImport(FoundationEssentials)\nimport FoundationEssentials\n#else\n"
                + "import Foundation\n#endif",
            "import Signet\n#if canImport(FoundationEssentials)\nimport FoundationEssentials\n"
                + "#else\nimport Foundation\n#endif"
        ),
        (
            "import Logging\n#if canImport(Foundation)\nimport Foundation\n#endif",
            "import Logging\nimport Signet\n#if canImport(Foundation)\nimport Foundation\n#endif"
        ),
        (
            "#if !os(Windows)\n#if canImport(Darwin)\nimport Foundation\n#endif\n#endif",
            "import Signet\n#if !os(Windows)\n#if canImport(Darwin)\nimport Foundation\n#endif\n#endif"
        ),
        ("import Foundation; import Vapor", "import Foundation; import Vapor\nimport Signet"),
        ("import Foundation\nimport Signet", "import Foundation\nimport Signet"),
        ("public import Signet\nimport Foundation", "public import Signet\nimport Foundation"),
    ])
    func `stand where the file would have put them`(_ old: String, _ new: String) throws {
        let fixture = try SwiftFixture(["a.swift": old + Self.rest])
        let file = try #require(fixture.plan().first)
        #expect(file.failure == nil)
        #expect(file.text == new + "\n\nlet runID = Signet.RunID().compact\n")
    }

    @Test(arguments: [
        ("public func f(runID: String = UUID().uuidString) {}", true),
        ("func f(runID: String = UUID().uuidString) {}", false),
        ("public func f() { let runID = UUID().uuidString }", false),
        ("@inlinable public func f() { let runID = UUID().uuidString }", true),
        ("public struct S { public init(runID: String = UUID().uuidString) {} }", true),
        ("@frozen public struct S { var runID = UUID().uuidString }", true),
    ])
    func `are public where code is compiled into other modules`(
        _ line: String,
        _ isPublic: Bool
    ) throws {
        let fixture = try SwiftFixture(["a.swift": "public import Foundation\n\(line)\n"])
        let text = try #require(fixture.plan().first?.text)
        #expect(text.contains("\npublic import Signet\n") == isPublic)
    }
}
