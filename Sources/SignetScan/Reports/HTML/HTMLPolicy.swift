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
    private static let scriptHash = "HmnZ/zHlo01WlA4oOcnRVre0x5WefYcMNpvPx7qlu1E="
}
