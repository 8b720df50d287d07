import ArgumentParser
import SignetAudit
import SignetConfiguration
import SignetOutput

/// `signet audit verify`: proves that a log is what was recorded.
struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that audit logs are what was recorded, or say what is wrong and where.",
        discussion: """
            Needs nothing but the files: copies and exports are verified anywhere. Directories are \
            expected to hold all of a log that is left, as a database is; a single file may be a \
            part of one. Files and a database are verified together by exporting the database.
            Without --key, a log only has to agree with itself: whoever can write it and signs \
            with a key of his own passes. Records behind the newest checkpoint, and a log that was \
            set back to an earlier state as a whole, are only proven by --expect or --checkpoint \
            with what was noted elsewhere.
            Exit status 1 when anything is wrong.
            Examples:
              signet audit verify /var/lib/app/audit --key 3b6a27bc…
              signet audit verify archive/2025 /var/lib/app/audit --json
              signet audit verify log.jsonl --expect 1200:9f86d081…
              signet audit verify --database postgres://app@db/app --key 3b6a27bc…
            """
    )

    @Argument(
        help: "Directories of stores, and files of exports (default: the database).",
        completion: .file()
    )
    var paths: [String] = []

    @OptionGroup var databaseOption: DatabaseOption

    @Option(
        help: ArgumentHelp(
            "A public key whose signatures are trusted (default: keys.audit.trusted).",
            valueName: "key"
        )
    )
    var key: [String] = []

    @Option(
        help: ArgumentHelp(
            "A place that the log went through, as printed by an earlier verification.",
            valueName: "sequence:hash"
        )
    )
    var expect: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file of checkpoints that were kept elsewhere, one a line.",
            valueName: "file"
        ),
        completion: .file()
    )
    var checkpoint: [String] = []

    @Option(help: "Verify the log of this tenant only.")
    var tenant: String?

    @Flag(help: "Print one JSON object a tenant.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let keys = try trustedKeys()
        let positions = try expect.map { text in
            guard let position = AuditPosition(text) else {
                throw CommandFailure.usage(
                    "--expect takes SEQUENCE:HASH, the hash in 64 hexadecimal digits"
                )
            }
            return position
        }
        let checkpoints = try checkpoint.flatMap(Self.checkpoints)
        let source = try await source()
        var tenants = try await tenants(in: source)
        // A tenant of whom nothing is left but a checkpoint elsewhere is missed as well.
        for tenant in checkpoints.map(\.tenant) where !tenants.contains(tenant) {
            if self.tenant == nil { tenants.append(tenant) }
        }
        guard positions.isEmpty || tenants.count == 1 else {
            throw CommandFailure.usage("--expect is about one log: give --tenant")
        }
        guard !tenants.isEmpty || !source.problems.isEmpty else {
            throw CommandFailure.usage("there is no audit log in what was named")
        }
        var writer = AuditVerificationWriter(json: json, style: common.style, keys: keys)
        try writer.write(source.problems)
        for tenant in tenants {
            let verification = try await AuditFailure.rethrowing { () async throws(AuditError) in
                try await source.verify(
                    tenant,
                    keys: keys,
                    expecting: positions,
                    checkpoints: checkpoints
                )
            }
            try writer.write(verification)
        }
        if writer.isAnySigned, keys.isEmpty {
            common.note("signet: nobody vouches for the keys that signed; --key names yours")
        }
        if !writer.isSound { throw ExitCode(1) }
    }

    /// The files that are named, or else the database.
    private func source() async throws -> AuditSource {
        guard paths.isEmpty else {
            guard databaseOption.database == nil else {
                throw CommandFailure.usage(
                    "verify files or a database; 'signet audit export' makes a file of a database"
                )
            }
            let files = try AuditFailure.translating { () throws(AuditError) in
                try AuditFileSet(paths)
            }
            return .files(files)
        }
        guard databaseOption.url != nil else {
            throw CommandFailure.usage(
                "name what to verify: directories, files, --database URL, or the variable "
                    + DatabaseOption.variable
            )
        }
        return .database(try await databaseOption.open())
    }

    /// Whose logs are verified.
    private func tenants(in source: AuditSource) async throws -> [String] {
        if let tenant { return [tenant] }
        return try await AuditFailure.rethrowing { () async throws(AuditError) in
            try await source.tenants()
        }
    }

    private func trustedKeys() throws -> Set<AuditPublicKey> {
        let texts = key.isEmpty ? try common.configuration().auditKeys?.trusted ?? [] : key
        return Set(
            try texts.map { text in
                guard let key = AuditPublicKey(text) else {
                    throw CommandFailure.usage("a public key is 64 hexadecimal digits")
                }
                return key
            }
        )
    }

    /// Reads a file of checkpoints.
    private static func checkpoints(_ path: String) throws -> [AuditCheckpoint] {
        var checkpoints: [AuditCheckpoint] = []
        var number = 0
        try LineReader.withLines(ofFile: path == "-" ? nil : path) { line in
            number += 1
            guard let checkpoint = try? AuditCheckpoint(json: String(line)) else {
                throw CommandFailure.usage("\(path):\(number): the line is no checkpoint")
            }
            checkpoints.append(checkpoint)
        }
        return checkpoints
    }
}
