#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

#if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
extension Entropy {
    /// The operating system's source, in a batch of 1024 bytes for each thread.
    ///
    /// It needs no file descriptor. Each read is checked: a failed one throws and gives no bits.
    public static let system = Self { count throws(IDError) in
        try ThreadEntropy.take(bytes: (count + 7) / 8)
    }
}

/// A batch of random bytes that belongs to one thread and to one process.
///
/// The batch lies in a page of its own, which a forked child sees zeroed (`MADV_WIPEONFORK`): no
/// bytes are left, and the child reads its own. Where the kernel does not offer that, the number
/// of the process generation, raised in every child, tells that a batch is the parent's.
private enum ThreadEntropy {
    private static let batchCount = 1024
    private static let pageCount = 4096
    /// Where the bytes of a ``Batch`` begin.
    private static let bytesOffset = 16

    /// The layout of the page.
    private struct Batch {
        /// How many of the bytes are unused; they stand at the front.
        var remaining: Int
        /// The process generation in which they were read.
        var generation: UInt64
        var bytes: [1024 of UInt8]
        /// Lets eight bytes be loaded wherever one of the batch stands.
        var padding: UInt64
    }

    private static let key: pthread_key_t? = {
        var key = pthread_key_t()
        let status = unsafe pthread_key_create(&key) { page in
            #if canImport(Darwin)
            let page: UnsafeMutableRawPointer? = page
            #endif
            unsafe munmap(page, pageCount)
        }
        return status == 0 ? key : nil
    }()

    /// Takes up to eight bytes, as the lowest of a word; what stands above them means nothing.
    static func take(bytes count: Int) throws(IDError) -> UInt64 {
        guard let key else { throw IDError(.entropyUnavailable) }
        let page =
            if let page = unsafe pthread_getspecific(key) { unsafe page } else {
                try unsafe newPage(key)
            }
        let batch = unsafe page.assumingMemoryBound(to: Batch.self)
        // There is no page before ``newPage(_:)`` has read the current generation.
        let generation = ProcessGeneration.watched
        let isFresh = unsafe batch.pointee.generation == generation
        if unsafe !isFresh || batch.pointee.remaining < count {
            try unsafe refill(batch, generation)
        }
        let end = unsafe batch.pointee.remaining
        // Lowered first: a signal handler that runs from here on takes other bytes.
        unsafe batch.pointee.remaining = end - count
        let offset = bytesOffset + end - count
        return UInt64(
            littleEndian: unsafe page.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        )
    }

    private static func refill(
        _ batch: UnsafeMutablePointer<Batch>,
        _ generation: UInt64
    ) throws(IDError) {
        unsafe batch.pointee.remaining = 0
        let isFilled = unsafe withUnsafeMutableBytes(of: &batch.pointee.bytes) { bytes in
            unsafe SystemEntropy.fill(bytes)
        }
        guard isFilled else { throw IDError(.entropyUnavailable) }
        unsafe batch.pointee.generation = generation
        unsafe batch.pointee.remaining = batchCount
    }

    /// Maps this thread's page; it is unmapped when the thread ends.
    private static func newPage(_ key: pthread_key_t) throws(IDError) -> UnsafeMutableRawPointer {
        _ = ProcessGeneration.current
        let page = unsafe mmap(
            nil,
            pageCount,
            PROT_READ | PROT_WRITE,
            MAP_PRIVATE | MAP_ANONYMOUS,
            -1,
            0
        )
        guard let page = unsafe page, unsafe page != MAP_FAILED else {
            throw IDError(.entropyUnavailable)
        }
        #if canImport(Glibc) || canImport(Musl)
        // Fails on kernels before 4.14, where the generation alone protects the child.
        _ = unsafe madvise(page, pageCount, MADV_WIPEONFORK)
        #endif
        guard unsafe pthread_setspecific(key, page) == 0 else {
            unsafe munmap(page, pageCount)
            throw IDError(.entropyUnavailable)
        }
        return unsafe page
    }
}
#endif
