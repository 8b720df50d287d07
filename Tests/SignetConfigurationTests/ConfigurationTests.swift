import Foundation
import Signet
import SignetConfiguration
import Testing

@Suite struct ConfigurationTests {
    private static let whole = """
        # A project's kinds and keys.
        version: 1
        kinds:
          invoice:
            summary: a bill
            slots: [region, owner?]
            owner: plain
            lifetime: 30d
            form: compact
          ws_conn:
            owner: tag
          event:
            form: classic
        keys:
          owner:
            tenant: tenant-a
            current: 1
            ring:
              - {number: 0, environment: OWNER_0}
              - {number: 1, file: /run/keys/owner}
          seal:
            audience: api
            ring: [{number: 3, environment: SEAL_3}]
        scan:
          include: [vendor/ours/**]
          exclude: [legacy/**, "*.gen.py"]
          baseline: .signet-baseline
          rules: {raw-uuid: off, home-made: error}
        services:
          web: web/**
          auth: [auth/**, lib/auth/]
        sources: app.ids
        """

    @Test func `a whole file is read`() throws {
        let configuration = try Configuration(yaml: Self.whole)
        #expect(configuration.declaredKinds == ["invoice", .wsConn, .event])
        #expect(configuration.catalog.declarations.count == 26)
        let invoice = try #require(configuration.catalog["invoice"])
        #expect(invoice.summary == "a bill")
        #expect(invoice.shape == [.init("region"), .init("owner", isRequired: false)])
        #expect(invoice.ownerPolicy == .plain)
        #expect(invoice.lifetime == .seconds(30 * 86_400))
        #expect(invoice.form == .compact)
        #expect(configuration.tenant == "tenant-a")
        #expect(configuration.audience == "api")
        #expect(configuration.ownerKeys?.current == 1)
        #expect(configuration.ownerKeys?.sources.map(\.number) == [0, 1])
        #expect(configuration.sealKeys?.current == nil)
        #expect(configuration.scanInclude == ["vendor/ours/**"])
        #expect(configuration.scanExclude == ["legacy/**", "*.gen.py"])
        #expect(configuration.scanBaseline == ".signet-baseline")
        #expect(configuration.ruleSettings.map(\.name) == ["raw-uuid", "home-made"])
        #expect(configuration.ruleSettings.map(\.level) == [.off, .error])
        #expect(configuration.ruleSettings.map(\.line) == [28, 28])
        #expect(configuration.services.map(\.name) == ["web", "auth"])
        #expect(configuration.services.map(\.globs) == [["web/**"], ["auth/**", "lib/auth/"]])
        #expect(configuration.sources == ["app.ids"])
    }

    @Test func `a built-in kind keeps what a file does not change`() throws {
        let catalog = try Configuration(yaml: Self.whole).catalog
        let connection = try #require(catalog[.wsConn])
        #expect(connection.ownerPolicy == .tag)
        #expect(connection.shape == [.init("owner")])
        #expect(connection.summary == Catalog.builtIn[.wsConn]?.summary)
        #expect(catalog[.event]?.form == .classic)
        #expect(catalog[.session] == Catalog.builtIn[.session])
    }

    @Test(arguments: [
        "", "# nothing\n", "version: 1", "kinds:", "kinds: {}", "keys:\nscan:\n", "---",
    ])
    func `what a file leaves out is built in`(text: String) throws {
        let configuration = try Configuration(yaml: text)
        #expect(configuration.catalog.declarations == Catalog.builtIn.declarations)
        #expect(configuration.ownerKeys == nil)
        #expect(configuration.declaredKinds.isEmpty)
    }

    @Test(arguments: [("90s", 90), ("15m", 900), ("12h", 43_200), ("30d", 2_592_000)])
    func `a lifetime has a unit`(text: String, seconds: Int) throws {
        let configuration = try Configuration(yaml: "kinds: {k: {lifetime: \(text)}}")
        #expect(configuration.catalog["k"]?.lifetime == .seconds(seconds))
    }

    @Test func `the nearest file upwards is taken`() throws {
        let root = URL(filePath: NSTemporaryDirectory()).appending(path: "signet-\(UUID())")
        let deep = root.appending(path: "a/b/c")
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        try Data("kinds: {far: {}}".utf8).write(to: root.appending(path: "signet.yml"))
        let path = deep.path(percentEncoded: false)
        #expect(try Configuration.nearest(to: path).declaredKinds == ["far"])
        try Data("kinds: {near: {}}".utf8).write(to: root.appending(path: "a/signet.yml"))
        let near = try Configuration.nearest(to: path)
        #expect(near.declaredKinds == ["near"])
        #expect(near.file?.hasSuffix("/a/signet.yml") == true)
    }

    @Test func `without a file the built-in configuration is taken`() throws {
        #expect(try Configuration.nearest(to: "/").file == nil)
        #expect(try Configuration.nearest(to: "/proc/self").declaredKinds.isEmpty)
    }

    @Test func `a file that cannot be read is an error that names it`() throws {
        for path in ["/does/not/exist.yml", "/"] {
            let error = #expect(throws: ConfigurationError.self) { try Configuration(file: path) }
            #expect(error?.code == .unreadable)
            #expect(error?.file == path)
        }
    }
}
