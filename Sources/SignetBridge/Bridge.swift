package import Signet
package import SignetConfiguration

/// Tells texts of earlier generators apart, and translates them.
///
/// A value without state: the same text gives the same answer on every machine.
package struct Bridge: Sendable {
    /// The declared kinds.
    package let catalog: Catalog
    /// The families that the project declares.
    let declared: [DeclaredFamily]

    /// Whether a text may be of a family of the project's own.
    package var hasDeclaredFamilies: Bool { !declared.isEmpty }

    /// How many families a project may declare; each is compared with each.
    private static let maximumFamilies = 64

    /// The bridge of a project that declares nothing.
    package static let builtIn = Bridge(catalog: .builtIn, declared: [])

    private init(catalog: Catalog, declared: [DeclaredFamily]) {
        self.catalog = catalog
        self.declared = declared
    }

    /// Takes a project's kinds and families.
    ///
    /// - Throws: An error with the place of a template that cannot be read, or that some text of
    ///   another template fits, with such a text.
    package init(_ configuration: Configuration) throws(ConfigurationError) {
        var families: [DeclaredFamily] = []
        for setting in configuration.families {
            do throws(TemplateError) {
                let template = try Template(setting.template)
                families.append(DeclaredFamily(setting: setting, template: template))
            } catch {
                throw setting.error(error.message, in: configuration.file)
            }
        }
        guard families.count <= Self.maximumFamilies else {
            throw families[Self.maximumFamilies].setting.error(
                "at most \(Self.maximumFamilies) families are allowed",
                in: configuration.file
            )
        }
        for (index, family) in families.enumerated() {
            for earlier in families[..<index] {
                guard let text = family.template.overlap(with: earlier.template) else { continue }
                throw family.setting.error(
                    "the families \(earlier.setting.name) and \(family.setting.name) overlap: "
                        + "both take \(text); no two templates may take one text",
                    in: configuration.file
                )
            }
        }
        self.init(catalog: configuration.catalog, declared: families)
    }

    /// The name by which results call the family of a reading.
    package func name(of reading: Reading) -> String {
        guard reading.family == .declared else { return reading.family.name }
        return declared[Int(reading.declared)].setting.name
    }

    /// The name by which results call the family of a text; `ambiguous` where its readings differ.
    package func familyName(of detection: Detection) -> String {
        guard let family = detection.family else { return "ambiguous" }
        return family == .declared ? name(of: detection[0]) : family.name
    }
}

/// A family of legacy IDs that a project declares, ready to be recognized.
struct DeclaredFamily: Sendable {
    let setting: FamilySetting
    let template: Template
}
