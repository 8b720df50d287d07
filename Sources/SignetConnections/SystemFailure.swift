/// What the operating system refused: a thread, a descriptor.
package struct SystemFailure: Error, Hashable, Sendable {
    /// The number by which the system names its reason (`errno`).
    package let number: Int32

    /// Creates a failure from the system's number.
    package init(_ number: Int32) {
        self.number = number
    }
}

extension SystemFailure: CustomStringConvertible {
    /// The number, which `errno -l` explains.
    package var description: String { "the system refuses with errno \(number)" }
}
