import Foundation
import Signet
import SignetConfiguration
import SignetOutput
import SignetSeal

/// Prints minted IDs of one kind, each on a line.
struct IDPrinter {
    /// The form in which the IDs are written.
    let form: TextForm

    private let catalog: Catalog
    private let slots: Slots
    private let json: Bool

    /// Prepares to print: fills the slots once, whatever the number of IDs.
    ///
    /// - Throws: ``CommandFailure`` that says which slot is missing or wrong.
    init(
        _ configuration: Configuration,
        _ kind: Kind,
        _ options: SlotOptions,
        _ minting: MintOptions
    ) throws {
        catalog = configuration.catalog
        json = minting.json
        let declaration = catalog[kind]
        form = minting.form.form ?? declaration?.form ?? .readable
        if form == .classic, declaration?.form != .classic {
            throw CommandFailure.usage(IDError(.classicNotDeclared, kind: kind).description)
        }
        // A form without slots needs none, but wrong ones are still wrong.
        let values = try options.values()
        let hasSlots = form == .readable || form == .classic
        guard let declaration, hasSlots || !values.isEmpty || options.owner != nil else {
            slots = .none
            return
        }
        let missing = Self.missing(in: declaration.shape, values, hasOwner: options.owner != nil)
        try Self.refuseUnknownSlots(declaration, options, values)
        guard missing.isEmpty || !hasSlots else {
            throw CommandFailure.usage(Self.advice(kind, missing))
        }
        slots = try CommandFailure.rethrowing {
            guard missing.isEmpty else { return .none }
            let owner = try Self.owner(options, declaration, configuration)
            return try declaration.slots(values, owner: owner)
        }
    }

    /// Prints an ID.
    func print(_ id: AnyID) throws {
        let output = StandardOutput.shared
        if json {
            let text = try catalog.text(of: id, as: form, slots: slots)
            let inspection = Inspection(text.utf8.span, kind: id.kind, catalog: catalog)
            inspection.write(text.utf8.span, to: &output.text)
        } else if form == .readable || form == .compact || form == .uuid {
            var failure: IDError?
            output.text.appendText(maximumCount: Catalog.maximumTextCount) { buffer, start in
                do throws(IDError) {
                    return try id.write(form, slots, into: &buffer, at: start)
                } catch {
                    failure = error
                    return 0
                }
            }
            if let failure { throw failure }
        } else {
            output.write(try catalog.text(of: id, as: form, slots: slots))
        }
        try output.endLine()
    }

    /// The slots that are required, or stand before one that is given, and are not given.
    private static func missing(
        in shape: [SlotDeclaration],
        _ values: [String: String],
        hasOwner: Bool
    ) -> [SlotDeclaration] {
        let isGiven = { (slot: SlotDeclaration) in
            values[slot.name] != nil || slot.name == KindDeclaration.ownerSlot && hasOwner
        }
        let last = shape.lastIndex { $0.isRequired || isGiven($0) } ?? -1
        return shape.prefix(last + 1).filter { !isGiven($0) }
    }

    /// Refuses slots that the kind does not have, also where none is written.
    private static func refuseUnknownSlots(
        _ declaration: KindDeclaration,
        _ options: SlotOptions,
        _ values: [String: String]
    ) throws {
        let names = declaration.shape.map(\.name)
        let given = values.keys + (options.owner == nil ? [] : [KindDeclaration.ownerSlot])
        guard given.allSatisfy(names.contains) else {
            throw CommandFailure.usage(
                IDError(.slotUnknown, kind: declaration.kind).description
                    + "; its slots: \(names.isEmpty ? "none" : names.joined(separator: ", "))"
            )
        }
    }

    private static func advice(_ kind: Kind, _ missing: [SlotDeclaration]) -> String {
        let options = missing.map { slot in
            slot.name == KindDeclaration.ownerSlot ? "--owner USER" : "--slot \(slot.name)=VALUE"
        }
        return "the readable text of \(kind) needs \(options.joined(separator: " ")); "
            + "or use --form compact"
    }

    private static func owner(
        _ options: SlotOptions,
        _ declaration: KindDeclaration,
        _ configuration: Configuration
    ) throws -> OwnerName? {
        guard let owner = options.owner else { return nil }
        guard declaration.ownerPolicy == .tag else { return .plain(owner) }
        guard let sources = configuration.ownerKeys else {
            throw CommandFailure.usage("the kind's owner is a tag: configure keys.owner for it")
        }
        let keys = try sources.load(environment: ProcessInfo.processInfo.environment)
        return .tag(try keys.ownerTag(for: owner, tenant: configuration.tenant))
    }
}
