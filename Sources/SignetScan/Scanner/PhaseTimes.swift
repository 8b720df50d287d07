/// Nanoseconds spent in each phase of a scan, summed over all threads.
package struct PhaseTimes: Sendable, Equatable {
    /// Listing directories and applying ignore rules.
    package var walk: UInt64 = 0
    /// Opening and reading files.
    package var read: UInt64 = 0
    /// Sorting out the files in which nothing can be found.
    package var filter: UInt64 = 0
    /// Decoding, lexing and applying rules.
    package var analyze: UInt64 = 0
}
