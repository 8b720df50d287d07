/// Why a place is left to a person.
package struct FixRefusal: Error, Sendable, Equatable {
    /// What stands in the way, as one clause.
    package var reason: String
    /// What would make the place one that can be written, as one clause.
    package var remedy: String?

    /// Creates a refusal.
    package init(_ reason: String, remedy: String? = nil) {
        self.reason = reason
        self.remedy = remedy
    }
}
