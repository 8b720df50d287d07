#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the result of a file depends on beside the file: the program, the rules, the declarations.
///
/// The key is a hash of all of it, so a cache that was written with anything else is not read. The
/// program is known by the identity of its file: a version number stays the same while somebody
/// works on a rule.
enum ScanKey {
    /// The key of a scan; `nil` if the program cannot be known.
    static func of(_ scanner: Scanner) -> UInt128? {
        let hash = ContentHash(seed: 0)
        guard let program = program(hash) else { return nil }
        var bytes = settings(of: scanner)
        bytes.fixed(program)
        return hash.hash(bytes.bytes.span)
    }

    /// Everything but the program: the hash of it names the file of the cache.
    static func settings(of scanner: Scanner) -> ByteWriter {
        var bytes = ByteWriter()
        let declarations = scanner.options.declarations
        bytes.list(scanner.languages) { language, bytes in
            bytes.text(language.name)
            bytes.list(language.extensions) { $1.text($0) }
        }
        bytes.list(scanner.rules) { $1.text($0.name) }
        bytes.fixed(scanner.facts.rawValue)
        bytes.byte(scanner.needsDirectives ? 1 : 0)
        bytes.list(declarations.kinds) { $1.text($0) }
        bytes.list(declarations.sources) { $1.text($0) }
        bytes.list(declarations.services) { service, bytes in
            bytes.text(service.name)
            bytes.list(service.globs) { $1.text($0) }
        }
        bytes.text(scanner.options.workingDirectory)
        return bytes
    }

    /// The digest of the identity of the program's own file.
    private static func program(_ hash: ContentHash) -> UInt128? {
        guard let path = executable else { return nil }
        return FileIdentity(name: path.span, in: nil, followLinks: true)?.digest(hash)
    }

    /// The path of the program with its terminating zero.
    private static var executable: [UInt8]? {
        #if canImport(Darwin)
        var size: UInt32 = 0
        unsafe _NSGetExecutablePath(nil, &size)
        var path = [CChar](repeating: 0, count: Int(size))
        guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        return path.map { UInt8(bitPattern: $0) }
        #else
        return Array("/proc/self/exe\0".utf8)
        #endif
    }
}
