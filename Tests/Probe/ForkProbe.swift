import CProbe
import Foundation
import Signet
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Forks while other threads mint.
enum ForkProbe {
    private static let count = 2000
    private static let isDone = Atomic(false)

    /// Prints what the parent and its children mint after the fork, each line with its process.
    static func run() throws {
        for _ in 0..<2 {
            Thread.detachNewThread {
                while !isDone.load(ordering: .relaxed) { _ = try? Generator.shared.mintCore() }
            }
        }
        // A batch of entropy that is half used must not go on in a child.
        _ = try Generator.shared.mintCores(10)
        var uuids: [String] = []
        for number in 1...8 {
            let child = cprobe_fork()
            if child == 0 {
                Probe.write(try mint("child\(number)"))
                _exit(0)
            }
            uuids += try mint("parent")
            try wait(for: child)
        }
        isDone.store(true, ordering: .relaxed)
        Probe.write(uuids)
    }

    /// Prints the code of the error with which a child fails to mint under its parent's lease.
    static func runLeased() throws {
        let generator = Generator(mode: .leased(7), clock: .system, entropy: .system)
        _ = try generator.mintCore()
        let child = cprobe_fork()
        if child == 0 {
            do throws(IDError) {
                _ = try generator.mintCore()
                Probe.write(["minted"])
            } catch {
                Probe.write([error.code.name])
            }
            _exit(0)
        }
        try wait(for: child)
        _ = try generator.mintCore()
        Probe.write(["parent minted"])
    }

    private static func mint(_ process: String) throws -> [String] {
        try Generator.shared.mintCores(count).map { "\(process) \(AnyID(.user, $0).uuid)" }
    }

    private static func wait(for child: Int32) throws {
        var status: Int32 = 0
        guard unsafe waitpid(child, &status, 0) == child, status == 0 else {
            throw IDError(.entropyUnavailable)
        }
    }
}
