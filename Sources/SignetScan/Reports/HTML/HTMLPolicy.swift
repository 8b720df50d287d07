/// The content security policy of the page (W3C, Content Security Policy Level 3).
///
/// Only the one style and the one script are let through, each known by its hash; a test compares
/// the hashes with the texts, and says what they must be when a text has changed.
enum HTMLPolicy {
    /// The policy.
    static let text =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "style-src 'sha256-\(styleHash)'; script-src 'sha256-\(scriptHash)'"

    /// SHA-256 of the style, in Base64.
    private static let styleHash = "G1ypDj+AIMtMpfQNhUWpqhaa+ePt3toKT70zy04meDI="
    /// SHA-256 of the script, in Base64.
    private static let scriptHash = "8OH9Gju1syptLtQ4gfyAQoiG1z9RUi0xSjjt0+oDJ5o="
}
