import ArgumentParser
import Foundation

/// The option of `signet scan` for the results of earlier scans.
struct ScanCacheOptions: ParsableArguments {
    @Flag(name: .customLong("no-cache"), help: "Use no results of earlier scans, and keep none.")
    var noCache = false

    /// Where the cache is: below `XDG_CACHE_HOME`, else below `.cache` in the home directory (XDG
    /// Base Directory Specification 0.8); `nil` for none.
    var directory: String? {
        if noCache { return nil }
        let environment = ProcessInfo.processInfo.environment
        if let home = environment["XDG_CACHE_HOME"], home.hasPrefix("/") { return home + "/signet" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return home + "/.cache/signet"
    }
}
