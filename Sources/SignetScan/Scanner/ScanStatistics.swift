/// How much work a scan was, and where its time went.
package struct ScanStatistics: Sendable {
    /// The files that were read.
    package var files = 0
    /// The directories that were listed.
    package var directories = 0
    /// The bytes of the files that were read.
    package var bytes = 0
    /// The files that the prefilter let through to a lexer.
    package var filesParsed = 0
    /// The files whose results were in the cache.
    package var filesReused = 0
    /// Those of them that were not even opened.
    package var filesUnread = 0
    /// The bytes of those that were parsed.
    package var bytesParsed = 0
    /// The threads.
    package var threads = 0
    /// The time from start to end, in nanoseconds.
    package var elapsed: UInt64 = 0
    /// The time of each phase, summed over all threads, in nanoseconds; zero unless measured.
    package var phases = PhaseTimes()

    /// The most memory the process has held at any time, in bytes.
    package var peakMemory = 0

    /// Adds the work of another thread; the elapsed time is that of the whole scan and stays.
    mutating func merge(_ other: ScanStatistics) {
        files += other.files
        directories += other.directories
        bytes += other.bytes
        filesParsed += other.filesParsed
        filesReused += other.filesReused
        filesUnread += other.filesUnread
        bytesParsed += other.bytesParsed
        phases.walk += other.phases.walk
        phases.read += other.phases.read
        phases.filter += other.phases.filter
        phases.analyze += other.phases.analyze
    }
}
