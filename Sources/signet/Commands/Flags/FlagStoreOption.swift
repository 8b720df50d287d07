import ArgumentParser
import Foundation
import SignetAudit
import SignetRollout

/// `--store DIR` or `--database URL`: where flags are kept.
struct FlagStoreOption: ParsableArguments {
    /// The variable that names the directory where no option names anything.
    static let variable = "SIGNET_FLAGS"

    @Option(
        help: ArgumentHelp(
            "The directory of the flags (default: the variable \(Self.variable), or the database).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var store: String?

    @OptionGroup var databaseOption: DatabaseOption

    /// The directory, or nil for a database: options go before variables.
    private func directory() throws -> String? {
        guard let store else {
            guard databaseOption.database == nil else { return nil }
            let path = ProcessInfo.processInfo.environment[Self.variable]
            guard path != nil || databaseOption.url != nil else {
                throw CommandFailure.usage(
                    "no store of flags: give --store DIR or --database URL, or set "
                        + "\(Self.variable) or \(DatabaseOption.variable)"
                )
            }
            return path
        }
        guard databaseOption.database == nil else {
            throw CommandFailure.usage(
                "flags are in a directory or in a database: give --store or --database"
            )
        }
        return store
    }

    /// Opens the store.
    ///
    /// - Parameter isNew: Whether it is made when there is none.
    /// - Returns: The store.
    /// - Throws: ``CommandFailure``.
    func open(makingNew isNew: Bool = false) async throws -> any FlagStore {
        guard let path = try directory() else {
            return try await databaseOption.open(makingNew: isNew)
        }
        guard isNew || FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure.usage("there is no store of flags at \(path)")
        }
        return try await RolloutFailure.rethrowing { () async throws(RolloutError) in
            try FileFlagStore(path: path)
        }
    }

    /// Where changes go on record: a directory of its own, one in the store's, or the database.
    ///
    /// - Parameters:
    ///   - audit: The directory that is asked for.
    ///   - store: The open store of the flags.
    /// - Returns: The store of the audit log.
    /// - Throws: ``CommandFailure``.
    func records(in audit: String?, of store: any FlagStore) throws -> any AuditStore {
        if audit == nil, let database = store as? any AuditStore { return database }
        guard let path = try audit ?? directory().map({ "\($0)/audit" }) else {
            throw CommandFailure.usage("name the audit log that records this with --audit")
        }
        return try AuditFailure.translating { () throws(AuditError) in
            try DirectoryAuditStore(path: path)
        }
    }

    /// The flags of the store, as they are now, for commands that change nothing.
    func flags() async throws -> RolloutFlags {
        try await Self.flags(of: try await open(), audit: NoChanges())
    }

    /// The flags of an open store, as they are now.
    static func flags(of store: any FlagStore, audit: any AuditSink) async throws -> RolloutFlags {
        try await RolloutFailure.rethrowing { () async throws(RolloutError) in
            let flags = RolloutFlags(store: store, audit: audit)
            try await flags.refresh()
            return flags
        }
    }
}
