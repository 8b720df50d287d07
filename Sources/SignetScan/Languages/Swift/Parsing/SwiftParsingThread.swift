#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Runs the parser of Swift on a stack that is deep enough for it.
///
/// The parser calls itself at every level of nesting, and threads of a scan have stacks of a size
/// that the system chooses: from 8 MB down to 128 KB. A stack costs only the pages that are used.
enum SwiftParsingThread {
    /// The bytes of the stack.
    static let stackSize = 256 << 20

    private final class Work {
        let body: () -> Void

        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// Calls `body` on a thread of its own and waits for it; false if there is no such thread.
    static func run(_ body: () -> Void) -> Bool {
        withoutActuallyEscaping(body) { body in
            var attributes = pthread_attr_t()
            unsafe pthread_attr_init(&attributes)
            defer { unsafe pthread_attr_destroy(&attributes) }
            unsafe pthread_attr_setstacksize(&attributes, stackSize)
            let work = unsafe Unmanaged.passRetained(Work(body))
            var thread = pthread_t()
            let status = unsafe pthread_create(
                &thread,
                &attributes,
                { context in
                    if let context = unsafe context {
                        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                    }
                    return nil
                },
                work.toOpaque()
            )
            guard status == 0 else {
                unsafe work.release()
                return false
            }
            pthread_join(thread, nil)
            return true
        }
    }
}
