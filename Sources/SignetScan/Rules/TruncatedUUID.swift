/// Finds UUIDs and random texts of which some digits are cut off.
package struct TruncatedUUID: Rule {
    package let name = "truncated-uuid"
    package let category = RuleCategory.producer
    package let needs: FactSet = [.uuids, .producers]
    package let severity = Severity.warning
    package let summary = "A UUID or random text is cut, so that values collide."
    package let documentation = """
        Of `n` random bits, two values are equal with even odds after about `1.2 * 2^(n/2)` of
        them (the birthday bound). Eight hexadecimal digits are 32 bits: 77,000 values. A service
        that makes a thousand a minute gets there in an hour and a quarter.

        Keep all digits, or ask the generator for an identifier of the right kind: its short form
        has 26 characters and all bits.

        The cut is found directly behind the call, and through a variable of the same function.
        Fewer than 64 bits are an error.
        """
    package let examples: [RuleExample] = [
        .wrong("import uuid\nrun_id = uuid.uuid4().hex[:8]\n", (2, 10, "hex[:8]")),
        .wrong("import uuid\nrun_id = str(uuid.uuid4())[:8]\n", (2, 10, "str[:8]")),
        .wrong(
            "import uuid\ndef f():\n    token = str(uuid.uuid4())\n    return token[:13]\n",
            (4, 12, "str[:13]")
        ),
        .wrong("import uuid\nname = str(uuid.uuid4()).split(\"-\")[0]\n", (2, 8, "str[:8]")),
        .wrong("import secrets\nkey = secrets.token_hex(16)[:6]\n", (2, 7, "hex[:6]")),
        .wrong(
            "import Foundation\nlet id = UUID().uuidString.prefix(8)\n",
            in: "example.swift",
            (2, 10, "str[:8]")
        ),
        .wrong(
            "import { v4 } from \"uuid\";\nconst runId = v4().slice(0, 8);\n",
            in: "example.ts",
            (2, 15, "str[:8]")
        ),
        .right("import uuid\nrun_id = uuid.uuid4().hex\n"),
        .right("import uuid\nrun_id = str(uuid.uuid4())[:36]\n"),
        .right("import uuid\ndef f(text):\n    value = uuid.uuid4()\n    return text[:8]\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.cuts.map { cut in
            Match(
                range: cut.range,
                message: "\(cut.entropy) random bits are left of \(cut.symbol); two values are "
                    + "equal after about \(Self.collision(bits: cut.entropy)); keep them all.",
                symbol: cut.symbol,
                shape: cut.shape,
                target: cut.name?.text,
                severity: cut.entropy < 64 ? .error : nil,
                function: cut.function
            )
        }
    }

    /// How many values make two equal ones likely, in words.
    ///
    /// The square root of π/2 · 2^bits (Flajolet, Grabner, Kirschenhofer, Prodinger 1992).
    static func collision(bits: Int) -> String {
        let count = 1.2533 * (0..<max(0, bits)).reduce(1.0) { value, _ in value * 1.414_213_562 }
        switch count {
        case ..<10_000: return "\(Quantity.grouped(Int(count)))"
        case ..<10_000_000: return "\(Quantity.grouped(Int(count / 1000))) thousand"
        case ..<10_000_000_000: return "\(Quantity.grouped(Int(count / 1e6))) million"
        default: return "billions"
        }
    }
}
