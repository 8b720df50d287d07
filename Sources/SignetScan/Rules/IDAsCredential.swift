/// Finds identifiers that are handed over as a secret.
package struct IDAsCredential: Rule {
    package let name = "id-as-credential"
    package let category = RuleCategory.secret
    package let needs = FactSet.consumers
    package let severity = Severity.error
    package let summary = "An identifier is used as a credential."
    package let documentation = """
        Identifiers are names: they stand in logs, URLs, error messages and other people's databases. Who
        can read one could act as its owner if it were also the key. Many are easy to guess besides.

        Make a separate secret, at least 128 random bits from the system, hand it out once, store only its
        hash, and let it expire.
        """
    package let examples: [RuleExample] = [
        .wrong("token = session_id\n", (1, 9, "credential")),
        .wrong("client = connect(api_key=user.user_id, retries=3)\n", (1, 26, "credential")),
        .wrong("headers = {\"Authorization\": f\"Bearer {session_id}\"}\n", (1, 39, "credential")),
        .right("token = token_id\nnext_token = run_id\n"),
        .right("session = session_id\ntoken_session_id = session_id\n"),
        .right("token = make_token(session_id)\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.consumptions(.credential).map { place in
            Match(
                place,
                "\(place.subjectName) is a name that others can read, and is used as \(place.detail ?? "a secret"); "
                    + "make a separate secret."
            )
        }
    }
}
