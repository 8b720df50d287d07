/// Finds tokens, nonces and keys that can be guessed.
package struct WeakSecret: Rule {
    package let name = "weak-secret"
    package let category = RuleCategory.secret
    package let needs: FactSet = [.uuids, .producers]
    package let severity = Severity.error
    package let summary = "A secret has too few random bits."
    package let documentation = """
        Whoever holds a session token, an OAuth state, a nonce, a reset token or an API key is let
        in. Such a value needs at least 128 bits from the system's random source (OWASP, Session
        Management Cheat Sheet; RFC 6819, section 5.1.4.2.2). A UUID has 122 at most, and its
        specification warns against this use (RFC 9562, section 8); a time, a counter or a hash of
        what is known has none; `random` can be predicted from its output.

        Use `signet secret new`, or `secrets.token_urlsafe(32)`, and store a hash of it.
        """
    package let examples: [RuleExample] = [
        .wrong("import secrets\nreset_token = secrets.token_hex(4)\n", (2, 15, nil)),
        .wrong("import random\napi_key = random.randint(0, 10**12)\n", (2, 11, nil)),
        .wrong("import time\noauth_state = f\"state_{time.time()}\"\n", (2, 15, nil)),
        .wrong("import uuid\nsession_token = str(uuid.uuid4())\n", (2, 21, nil)),
        .right("import secrets\nreset_token = secrets.token_urlsafe(32)\n"),
        .right("import uuid\nsession_id = uuid.uuid4()\n"),
        .right("next_token = tokens[i + 1]\n"),
    ]

    /// The fewest random bits that a secret must have.
    static let leastEntropy = 128

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        var found: [Match] = []
        for site in analysis.compositions {
            guard let name = site.name, isWeak(name, site.entropy), site.form != .bare else {
                continue
            }
            found.append(match(site.range, site.form.rawValue, site.entropy, name, site.function))
        }
        for site in analysis.generations {
            guard let name = site.name, let entropy = site.entropy, isWeak(name, entropy),
                site.shape != "reference",
                !found.contains(where: { $0.range.contains(site.range.lowerBound) })
            else { continue }
            found.append(match(site.range, site.symbol, entropy, name, site.function))
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isWeak(_ name: ValueName, _ entropy: Int) -> Bool {
        entropy < Self.leastEntropy && NameMeaning(name.text).isSecret && name.role != .argument
    }

    private func match(
        _ range: Range<Int>,
        _ symbol: String,
        _ entropy: Int,
        _ name: ValueName,
        _ function: String?
    ) -> Match {
        Match(
            range: range,
            message: "A secret with at most \(entropy) random bits can be guessed; use 256 bits "
                + "from the system's random source and store their hash.",
            symbol: symbol,
            shape: "secret",
            target: name.text,
            severity: entropy >= 64 ? .warning : nil,
            function: function
        )
    }
}
