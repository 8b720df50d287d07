import ArgumentParser
import Foundation
import Signet
import SignetAudit
import SignetConfiguration

/// `signet audit key`: makes keys that sign, and shows their public halves.
struct AuditKey: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make a key that signs checkpoints, or show the public half of one.",
        discussion: """
            Prints the public half: 64 hexadecimal digits of Ed25519 (RFC 8032). The private one \
            stays in the file, which only its owner may read. Give the public half to whoever is \
            to verify, by another way than the log.
            Examples:
              signet audit key --new /etc/app/audit.key
              signet audit key /etc/app/audit.key
            """
    )

    @Argument(help: "The file of the private key.", completion: .file())
    var file: String

    @Flag(help: "Make the key; a file that is there is not touched.")
    var new = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        if new { try make() }
        let seed = try CommandFailure.rethrowing {
            try KeySources.Place.file(file).load([:], "the private key of the audit log")
        }
        let signer = try AuditFailure.translating { () throws(AuditError) in
            try AuditSigner(seed: seed)
        }
        StandardOutput.shared.write("\(signer.publicKey)")
        try StandardOutput.shared.endLine()
    }

    private func make() throws {
        let seed = try AuditFailure.translating { () throws(AuditError) in
            try AuditSigner.makeSeed()
        }
        let text = Data((Hex.text(seed) + "\n").utf8)
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure.usage("the file is there already; a key is not written over")
        }
        let isMade = FileManager.default.createFile(
            atPath: file,
            contents: text,
            attributes: [.posixPermissions: 0o600]
        )
        guard isMade else { throw CommandFailure.failed("the key file cannot be written") }
    }
}
