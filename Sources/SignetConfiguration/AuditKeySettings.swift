/// Where the key that signs checkpoints of the audit log is, and whose signatures are trusted.
public struct AuditKeySettings: Sendable {
    /// The place of the private key, if this project's programs sign.
    public let signing: KeySources.Place?
    /// Public keys that are trusted, in hexadecimal; an audit log was perhaps signed with older ones.
    public let trusted: [String]

    init(_ node: YAMLNode) throws(ConfigurationError) {
        let settings = try node.members(["environment", "file", "trusted"])
        let isSigning = settings["environment"] != nil || settings["file"] != nil
        signing = isSigning ? try KeySources.Place(settings, of: node) : nil
        trusted = try settings["trusted"]?.texts() ?? []
    }
}
