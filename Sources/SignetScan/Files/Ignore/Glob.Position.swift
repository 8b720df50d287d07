extension Glob {
    /// How far a match has come, and where it may start again.
    struct Position {
        /// The next step of the pattern.
        var token = 0
        /// The next byte of the path.
        var byte = 0
        /// The step after the last `*` of this component, and the first byte it has not taken.
        var run: (token: Int, byte: Int)?
        /// The step after the last `**/`, and the first byte it has not taken.
        var directories: (token: Int, byte: Int)?

        mutating func markRun() {
            token += 1
            run = (token, byte)
        }

        mutating func markDirectories() {
            token += 1
            run = nil
            directories = (token, byte)
        }

        /// Lets the last wildcard take more of `path`; `false` when none can.
        mutating func retry(in path: Span<UInt8>) -> Bool {
            if let point = run, point.byte < path.count, path[point.byte] != UInt8(ascii: "/") {
                run = (point.token, point.byte + 1)
                token = point.token
                byte = point.byte + 1
                return true
            }
            guard var point = directories else { return false }
            while point.byte < path.count, path[point.byte] != UInt8(ascii: "/") { point.byte += 1 }
            guard point.byte < path.count else { return false }
            point.byte += 1
            directories = point
            run = nil
            token = point.token
            byte = point.byte
            return true
        }
    }
}
