import ArgumentParser
import Foundation
import Signet
import SignetBridge
import SignetConfiguration
import SignetOutput

/// The options that every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file (default: the nearest signet.yml upwards).",
            valueName: "file"
        ),
        completion: .file(extensions: ["yml", "yaml"])
    )
    var config: String?

    @Flag(name: .shortAndLong, help: "Print results only.")
    var quiet = false

    @Flag(name: .customLong("no-color"), help: "Print without colours, as NO_COLOR=1 does.")
    var noColor = false

    /// The project's configuration.
    func configuration() throws -> Configuration {
        try CommandFailure.rethrowing { try loadConfiguration() }
    }

    /// The project's configuration, with its own error.
    func loadConfiguration() throws(ConfigurationError) -> Configuration {
        let configuration =
            if let config {
                try Configuration(file: config)
            } else {
                try Configuration.nearest(to: FileManager.default.currentDirectoryPath)
            }
        // A family that cannot be told apart is a fault of the file, whichever command reads it.
        _ = try Bridge(configuration)
        return configuration
    }

    /// The style for text on standard output.
    var style: TerminalStyle {
        TerminalStyle(isOn: !noColor && Terminal.isColoured(descriptor: 1))
    }

    /// Tells somebody who sits before a terminal what the command waits for.
    func noteWaiting() {
        if Terminal.isTerminal(descriptor: 0) {
            note("reading IDs from standard input, one a line; end with Ctrl-D")
        }
    }

    /// Says what is lost by writing a form, if anything is.
    func noteLoss(_ form: TextForm) {
        if form == .classic {
            note("signet: classic texts leave out 24 of the 56 random bits; compact ones keep all")
        }
    }

    /// Says something that is no result, on standard error, unless told to be quiet.
    func note(_ text: String) {
        if !quiet { StandardError.write("\(text)\n") }
    }
}
