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
        .wrong(
            "const sessionToken = Math.random().toString(36);\n",
            in: "example.js",
            (1, 22, nil)
        ),
        .right("import secrets\nreset_token = secrets.token_urlsafe(32)\n"),
        .right("import uuid\nsession_id = uuid.uuid4()\n"),
        .right("next_token = tokens[i + 1]\n"),
    ]

    /// The fewest random bits that a secret must have.
    static let leastEntropy = 128
    /// The fewest that a nonce must have, which has to be unique rather than unknown (NIST SP
    /// 800-38D, section 8.2).
    static let leastNonceEntropy = 96
    /// Parts of paths in which a plain `token` lets somebody in.
    private static let places: Set<String> = [
        "auth", "oauth", "login", "session", "sessions", "security", "password", "account",
        "accounts", "authentication", "sso", "users", "tokens", "jwt",
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        lazy var isPlace = file.path.split { $0 == "/" || $0 == "." || $0 == "_" }
            .contains { Self.places.contains($0.lowercased()) }
        var found: [Match] = []
        for site in analysis.compositions where site.form != .bare {
            guard let name = site.name, isWeak(name, site.entropy, isPlace),
                HomeMadeFormat.isPlausible(site)
            else { continue }
            found.append(match(site.range, site.form.rawValue, site.entropy, name, site.function))
        }
        for site in analysis.generations {
            guard let name = site.taker, let entropy = site.entropy,
                isWeak(name, entropy, isPlace),
                !found.contains(where: { $0.range.contains(site.range.lowerBound) })
            else { continue }
            found.append(match(site.range, site.symbol, entropy, name, site.function))
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func isWeak(
        _ name: ValueName,
        _ entropy: Int,
        _ isPlace: @autoclosure () -> Bool
    ) -> Bool {
        guard name.role != .argument, entropy < Self.leastEntropy else { return false }
        let meaning = NameMeaning(name.text)
        guard meaning.isSecret || meaning.words == ["token"] && isPlace() else { return false }
        return meaning.words.last != "nonce" || entropy < Self.leastNonceEntropy
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
