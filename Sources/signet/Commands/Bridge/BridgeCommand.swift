import ArgumentParser
import Signet
import SignetBridge
import SignetConfiguration

/// `signet bridge`: old IDs and new ones.
struct BridgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bridge",
        abstract: "Tell what old IDs are, and what they are called in today's forms.",
        subcommands: [
            BridgeDetect.self, BridgeTranslate.self, BridgeMatch.self, BridgeReport.self,
        ]
    )
}

extension CommonOptions {
    /// The bridge of the project's configuration.
    func bridge() throws -> Bridge {
        let configuration = try configuration()
        return try CommandFailure.rethrowing { try Bridge(configuration) }
    }
}

/// The IDs of a command: those that are named, or else the lines of standard input.
struct BridgeIDs: ParsableArguments {
    @Argument(help: "IDs of any family; from standard input, one a line, when none is named.")
    var ids: [String] = []

    /// Gives each ID and where it stands to `body`, in the order given.
    func visit(
        _ common: CommonOptions,
        _ body: (Span<UInt8>, _ place: (word: StaticString, number: Int)) throws -> Void
    ) throws {
        for (index, id) in ids.enumerated() { try body(id.utf8.span, ("argument", index + 1)) }
        guard ids.isEmpty else { return }
        common.noteWaiting()
        var number = 0
        var reader = LineReader(descriptor: 0)
        try reader.forEachLine { line in
            number += 1
            try body(line, ("line", number))
        }
    }
}
