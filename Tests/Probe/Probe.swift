import CProbe
import Foundation
import Signet

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What tests cannot do in their own process: one argument says what.
@main
struct Probe {
    static func main() async throws {
        switch CommandLine.arguments.dropFirst().first {
        case "mint": try mint(250_000)
        case "fork": try ForkProbe.run()
        case "fork-leased": try ForkProbe.runLeased()
        case "descriptors": try DescriptorProbe.run()
        case "allocations": try AllocationProbe.run()
        case "store": try await StoreProbe.run(Array(CommandLine.arguments.dropFirst(2)))
        case "audit":
            let arguments = CommandLine.arguments
            guard arguments.count == 5, let count = Int(arguments[4]) else { exit(2) }
            try await AuditProbe.run(arguments[2], arguments[3], dyingAfter: count)
        default: exit(2)
        }
    }

    /// Prints the UUIDs of IDs of the shared generator.
    private static func mint(_ count: Int) throws {
        let cores = try Generator.shared.mintCores(count)
        write(cores.map { AnyID(.user, $0).uuid })
    }

    /// Writes lines to standard output, past every buffer.
    static func write(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
