/// Why a server for tests could not be made.
package struct ServerFailure: Error, CustomStringConvertible {
    /// What did not work, and the end of the server's log.
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
