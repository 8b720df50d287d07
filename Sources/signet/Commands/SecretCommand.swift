import ArgumentParser
import Signet
import SignetConfiguration
import SignetOutput
import SignetSeal

/// `signet secret`: makes and checks secrets.
struct SecretCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secret",
        abstract: "Make a secret, or check one that was typed.",
        subcommands: [New.self, Check.self]
    )

    /// `signet secret new KIND`.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Make a secret of 256 bits and the digest to store.",
            discussion: """
                The first line is the secret: hand it over once, store it nowhere. The digest, \
                SHA-256 in hexadecimal, is what to store; it goes to standard error unless \
                --json is given.
                """
        )

        @Argument(help: "What the secret gives access to.")
        var kind: String

        @Flag(help: "Print one JSON object with the secret and its digest.")
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let kind = try Kind(declared: kind, in: common.configuration().catalog)
            let secret: AnySecret
            do throws(SealError) {
                secret = try AnySecret(kind)
            } catch {
                throw CommandFailure.failed(error.description)
            }
            let output = StandardOutput.shared
            if json {
                output.text.object { json in
                    json.key("secret")
                    json.string(secret.text)
                    json.key("digest")
                    json.string(secret.hexDigest)
                }
            } else {
                output.write(secret.text)
            }
            try output.endLine()
            try output.flush()
            if !json { common.note("sha256 \(secret.hexDigest)") }
        }
    }

    /// `signet secret check TEXT`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check that a secret's text is whole, and print its digest.",
            discussion: """
                Pass '-' to read the text from standard input, which other users cannot see. \
                Exit status 1 when it is mistyped.
                """
        )

        @Argument(help: "The secret's text, or '-'.")
        var text: String

        @Flag(help: "Print one JSON object.")
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let catalog = try common.configuration().catalog
            let output = StandardOutput.shared
            do throws(SealError) {
                let text = text == "-" ? readLine() ?? "" : text
                let secret = try AnySecret(parsing: text, catalog: catalog)
                if json {
                    output.text.object { json in
                        json.key("valid")
                        json.bool(true)
                        json.key("kind")
                        json.string(secret.kind.description)
                        json.key("digest")
                        json.string(secret.hexDigest)
                    }
                } else {
                    output.write("\(secret.kind) sha256 \(secret.hexDigest)")
                }
            } catch {
                guard json else {
                    common.note("signet: \(error)")
                    throw ExitCode(1)
                }
                output.text.object { json in
                    json.key("valid")
                    json.bool(false)
                    json.key("error")
                    json.string(error.description)
                }
                try output.endLine()
                throw ExitCode(1)
            }
            try output.endLine()
        }
    }
}

extension AnySecret {
    /// The digest in hexadecimal.
    fileprivate var hexDigest: String { Hex.text(digest) }
}
