import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells a forked child from its parent: a number that every `fork` raises in the child.
enum ProcessGeneration {
    private static let count = Atomic<UInt64>(1)

    /// Whether `fork` raises the number; done once, before it is first read.
    private static let isWatched: Bool = {
        #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
        return pthread_atfork(nil, nil) { count.add(1, ordering: .relaxed) } == 0
        #else
        return false
        #endif
    }()

    /// 1 in the first process, more in its children.
    static var current: UInt64 {
        _ = isWatched
        return watched
    }

    /// ``current``, for whoever knows that it was read before: one load.
    static var watched: UInt64 { count.load(ordering: .relaxed) }
}
