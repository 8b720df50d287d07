public import Signet

/// What a project's `signet.yml` says: its kinds, where its keys are, what a scan is to know.
public struct Configuration: Sendable {
    /// The path of the file; nil for the built-in configuration.
    public let file: String?
    /// The built-in kinds and the project's.
    public let catalog: Catalog
    /// The kinds that the file declares or changes, in the order of the file.
    public let declaredKinds: [Kind]
    /// Where the keys of owner tags are, if there are any.
    public let ownerKeys: KeySources?
    /// The tenant that owner tags are made for.
    public let tenant: String
    /// Where the keys of seals are, if there are any.
    public let sealKeys: KeySources?
    /// The audience that seals are made for.
    public let audience: String?
    /// The keys of the audit log, if there are any.
    public let auditKeys: AuditKeySettings?
    /// Globs of files to scan although they are ignored.
    public let scanInclude: [String]
    /// Globs of files not to scan.
    public let scanExclude: [String]
    /// The path of the list of known findings, relative to the working directory.
    public let scanBaseline: String?
    /// The rules that are off or of another severity than their own, in the order of the file.
    public let ruleSettings: [RuleSetting]
    /// The parts of the code base that are reported by themselves, in the order of the file.
    public let services: [ServiceDeclaration]
    /// The modules from which identifiers are to come, such as `app.ids`.
    public let sources: [String]
    /// What the rewriter is to know.
    public let fix: FixSettings
    /// The project's own families of legacy IDs, in the order of the file.
    public let families: [FamilySetting]

    /// The configuration of a project that has no file.
    public static let builtIn = Self(
        file: nil,
        catalog: .builtIn,
        declaredKinds: [],
        ownerKeys: nil,
        tenant: "",
        sealKeys: nil,
        audience: nil,
        auditKeys: nil,
        scanInclude: [],
        scanExclude: [],
        scanBaseline: nil,
        ruleSettings: [],
        services: [],
        sources: [],
        fix: .none,
        families: []
    )
}
