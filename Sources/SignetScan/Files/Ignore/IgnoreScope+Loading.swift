#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension IgnoreScope {
    /// No ignore file of a sane project comes near this size.
    private static let limit = 16 << 20

    /// The scope of the directory at `path`, given what its listing has seen; `parent` itself when
    /// it brings no rules.
    package static func of(
        _ path: [UInt8],
        listing: borrowing DirectoryListing,
        below parent: IgnoreScope?
    ) -> IgnoreScope? {
        var sources = Sources()
        if listing.hasRipgrepIgnore { sources.ripgrep = rules(path, "/.rgignore", .ripgrep) }
        if listing.hasIgnore { sources.plain = rules(path, "/.ignore", .ripgrep) }
        if listing.hasGitIgnore { sources.git = rules(path, "/.gitignore", .git) }
        if listing.hasGit {
            sources.isRepository = true
            sources.exclude = GitDirectory.excludeRules(of: path)
        }
        return make(sources, path, parent)
    }

    /// The scope of all directories above the one at `path`, up to the root of the file system.
    package static func above(_ path: [UInt8]) -> IgnoreScope? {
        var scope: IgnoreScope?
        for (index, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
            let directory = Array(path[..<index])
            var sources = Sources()
            sources.ripgrep = rules(directory, "/.rgignore", .ripgrep)
            sources.plain = rules(directory, "/.ignore", .ripgrep)
            sources.git = rules(directory, "/.gitignore", .git)
            if GitDirectory.exists(in: directory) {
                sources.isRepository = true
                sources.exclude = GitDirectory.excludeRules(of: directory)
            }
            scope = make(sources, directory, scope)
        }
        return scope
    }

    private static func make(
        _ sources: Sources,
        _ path: [UInt8],
        _ parent: IgnoreScope?
    ) -> IgnoreScope? {
        let isEmpty = sources.ripgrep == nil && sources.plain == nil && sources.git == nil
        if isEmpty && !sources.isRepository { return parent }
        return IgnoreScope(sources, length: path.count, below: parent)
    }

    /// The rules of the file at `directory` + `name`, if there are any.
    static func rules(
        _ directory: [UInt8],
        _ name: StaticString,
        _ dialect: IgnorePattern.Dialect
    ) -> IgnoreRules? {
        var path = directory
        name.withUTF8Buffer { unsafe path.append(contentsOf: $0) }
        guard let text = OpenFile.content(of: path, limit: limit) else { return nil }
        let rules = IgnoreRules(parsing: text.span, dialect: dialect)
        return rules.isEmpty ? nil : rules
    }
}
