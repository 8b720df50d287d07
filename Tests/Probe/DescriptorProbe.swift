import CProbe
import Foundation
import Signet

/// Mints IDs when the process has no file descriptor left.
enum DescriptorProbe {
    /// Prints how many descriptors were opened, how many of 10,000 IDs and how many of 100 of
    /// Foundation's UUIDs were different, and how many tails were.
    static func run() throws {
        let opened = cprobe_exhaust_descriptors()
        let cores = try Generator(clock: .system, entropy: .system).mintCores(10_000)
        let uuids = (0..<100).map { _ in UUID() }
        Probe.write([
            "opened \(opened)",
            "ids \(Set(cores).count)",
            "tails \(Set(cores.map(\.tail)).count)",
            "foundation \(Set(uuids).count)",
        ])
    }
}
