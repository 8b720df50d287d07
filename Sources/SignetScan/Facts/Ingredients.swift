/// What a value that is to identify something is made of.
package struct Ingredients: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A UUID of any version, whole or cut.
    package static let uuid = Self(rawValue: 1 << 0)
    /// Seconds, milliseconds or nanoseconds since an epoch.
    package static let time = Self(rawValue: 1 << 1)
    /// A date or a time of day, formatted.
    package static let calendar = Self(rawValue: 1 << 2)
    /// A number that grows by one.
    package static let counter = Self(rawValue: 1 << 3)
    /// A hash of something.
    package static let hash = Self(rawValue: 1 << 4)
    /// The address of an object.
    package static let address = Self(rawValue: 1 << 5)
    /// The number of elements of a collection.
    package static let length = Self(rawValue: 1 << 6)
    /// A random number that can be predicted.
    package static let random = Self(rawValue: 1 << 7)
    /// Random bits from the system.
    package static let secret = Self(rawValue: 1 << 8)
    /// The number of a process or thread, or the name of a machine.
    package static let process = Self(rawValue: 1 << 9)
    /// A value of an identifier format that is not a UUID: ULID, Nano ID, ObjectId and the like.
    package static let foreign = Self(rawValue: 1 << 10)

    /// The names of the ingredients, in a fixed order, such as `time`.
    package var names: [String] {
        let all = [
            "uuid", "time", "calendar", "counter", "hash", "address", "length", "random",
            "secret", "process", "foreign",
        ]
        return all.indices.filter { rawValue & 1 << UInt16($0) != 0 }.map { all[$0] }
    }
}
