import Signet
import SignetBridge
import SignetConfiguration
import Testing

@Suite struct `Declared families` {
    private func bridge(_ templates: String...) throws -> Bridge {
        var yaml = "kinds:\n  invoice:\n    summary: an invoice\nbridge:\n  families:\n"
        for (index, template) in templates.enumerated() {
            yaml += "    f\(index + 1):\n      kind: invoice\n      template: \"\(template)\"\n"
        }
        return try Bridge(Configuration(yaml: yaml, file: "signet.yml"))
    }

    @Test(
        arguments: [
            ("inv-{date}-{hex8}", "inv-20250915-7be0114c", ""),
            ("inv-{date}-{hex8}", "inv-20251315-7be0114c", nil),
            ("inv-{date}-{hex8}", "inv-20250915-7be0114c0", nil),
            ("I{number}/{word}", "I42/north", "number=42 type=north"),
            ("bill_{owner}_{number}", "bill_customer_001_77", "number=77 owner=customer_001"),
            ("bill_{owner}_{number}", "bill__77", nil),
            ("{owner}.{ms}", "customer_001.1757927717565", "owner=customer_001"),
            ("{datetime}{hex4}x", "202509150915177be0x", ""),
            ("o:{operation}:{uuid}", "o:a:b:c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d96", "operation=a:b"),
            ("ticket", "ticket", ""), ("ticket", "tickets", nil),
        ] as [(String, String, String?)]
    )
    func `a template reads its texts and no others`(
        template: String,
        text: String,
        parts: String?
    ) throws {
        let bridge = try bridge(template)
        let detection = bridge.detect(text)
        #expect((detection.family == .declared) == (parts != nil))
        guard let parts else { return }
        #expect(bridge.familyName(of: detection) == "f1")
        #expect(detection.kind == "invoice")
        #expect(detection.certainty == .certain)
        #expect(described(detection[0], text) == parts)
        #expect(try bridge.translate(text).kind == "invoice")
    }

    @Test(arguments: [
        ("inv-{date}-{hex8}", "inv-{number}-{word}", true), ("a{number}", "a{hex4}", true),
        ("inv-{date}-{hex8}", "inv-{date}-{hex9}", false), ("a_{owner}", "a_b_{owner}", true),
        ("a_{owner}_x", "a_{owner}_y", false), ("a_{owner}_x", "{owner}_b_x", true),
        ("{uuid}a", "{hex8}-{text}", true), ("a{number}", "b{number}", false),
        ("{word}-1", "{number}-2", false), ("x{s}", "x{ms}", false),
    ])
    func `two templates that take one text are refused with such a text`(
        left: String,
        right: String,
        overlap: Bool
    ) throws {
        do {
            _ = try bridge(left, right)
            #expect(!overlap)
        } catch let error as ConfigurationError {
            #expect(overlap)
            #expect(error.description.hasPrefix("signet.yml:11:17: the families f1 and f2 overlap"))
            // The text in the message is one of both.
            let text = try #require(
                error.message.firstMatch(of: /both take ([^;]+);/).map { String($0.1) }
            )
            for template in [left, right] where !template.contains("{date}") {
                #expect(try bridge(template).detect(text).family == .declared, "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("{owner}_{operation}", "at most one"), ("{number}{word}", "separator"),
        ("{number}1", "separator"), ("a{word}", "separator"), ("{colour}", "allowed: {date}"),
        ("{hex3}", "{hex4} to {hex64}"), ("{owner}", "takes everything"), ("", "1 to 200"),
        ("inv-{date", "no '}'"), ("{hex64}{hex64}{hex64}{hex64}", "at most 255"),
        ("a b", "words of a template"), ("ä", "words of a template"),
    ])
    func `a template that cannot be read says its line and what is allowed`(
        template: String,
        part: String
    ) throws {
        let error = try #require(throws: ConfigurationError.self) { try bridge(template) }
        #expect(error.line == 8)
        #expect(error.message.contains(part))
    }

    @Test(arguments: [
        ("bridge: {families: {f: {template: x}}}", "needs template and kind"),
        ("bridge: {families: {f: {template: x, kind: nope}}}", "not declared"),
        ("bridge: {families: {F: {template: x, kind: run}}}", "lower-case"),
        (
            "bridge: {families: {f: {template: x, kind: run, form: y}}}",
            "known here: template, kind"
        ),
        ("bridge: {family: {}}", "known here: families"),
    ])
    func `a declaration that is wrong says its line`(yaml: String, part: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try Configuration(yaml: yaml) }
        #expect(error.line == 1)
        #expect(error.message.contains(part))
    }

    @Test func `today's forms and plain UUIDs are never a declared family's`() throws {
        let bridge = try bridge("{text}7")
        #expect(bridge.detect("session_01j7nsj96je00838djrfaebxg7").family == .current)
        #expect(bridge.detect("c1d7a3f0-9b52-4e68-8a41-7f0e3b2c5d97").family == .uuid)
        #expect(bridge.detect("anything-7").family == .declared)
    }
}
