import ArgumentParser
import Signet
import SignetConfiguration

/// `signet convert`: writes IDs in another form.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write IDs in another form.",
        discussion: """
            Without an ID, reads one a line from standard input. A refused one is reported on \
            standard error with its place, the rest is converted, and the exit status is 1.
            Examples:
              signet convert --to uuid session_01j7nsj96je00838djrfaebxg7
              signet convert --to compact --kind session 0191eb99-24d2-7000-81a1-b2c3d4e5f607
            """
    )

    @Option(
        name: .customLong("to"),
        help: "readable, compact, uuid, checked or classic.",
        completion: .list(TextForm.writable.map(\.name))
    )
    var formName: String

    @OptionGroup var kindOption: KindOption

    @Argument(help: "IDs in any form.")
    var ids: [String] = []

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard TextForm.writable.contains(where: { $0.name == formName }) else {
            throw ValidationError("A form is readable, compact, uuid, checked or classic.")
        }
    }

    func run() throws {
        let catalog = try common.configuration().catalog
        let kind = try kindOption.kind(in: catalog)
        let form = TextForm.writable.first { $0.name == formName } ?? .compact
        common.noteLoss(form)
        let output = StandardOutput.shared
        var isRefused = false
        func convert(_ text: Span<UInt8>, _ place: String) throws {
            do throws(IDError) {
                output.write(try Self.text(text, as: form, kind: kind, catalog: catalog))
            } catch {
                isRefused = true
                common.note("signet: \(place): \(error)")
                return
            }
            try output.endLine()
        }
        for (index, id) in ids.enumerated() {
            try convert(id.utf8.span, "argument \(index + 1)")
        }
        if ids.isEmpty {
            common.noteWaiting()
            var number = 0
            var reader = LineReader(descriptor: 0)
            try reader.forEachLine { line in
                number += 1
                try convert(line, "line \(number)")
            }
        }
        if isRefused { throw ExitCode(1) }
    }

    /// The text of an ID in another form.
    private static func text(
        _ text: Span<UInt8>,
        as form: TextForm,
        kind: Kind?,
        catalog: Catalog
    ) throws(IDError) -> String {
        let inspection = Inspection(text, kind: kind, catalog: catalog)
        if let error = inspection.error { throw error }
        switch inspection.form {
        case .secret: throw IDError(.secretNotID)
        case .sealed: throw IDError(.sealUnverified)
        default: break
        }
        // A derived core is a translation, which wants to be asked for by that name.
        guard let core = inspection.parsed?.core ?? inspection.legacy?.adopted else {
            throw IDError(.legacyText)
        }
        if form == .uuid { return AnyID(.user, core).uuid }
        guard let kind = inspection.kind else { throw IDError(.kindMissing) }
        let slots = inspection.parsed?.slots ?? .none
        return try catalog.text(of: AnyID(kind, core), as: form, slots: slots)
    }
}
