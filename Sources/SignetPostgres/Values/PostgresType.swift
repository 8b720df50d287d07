/// The number by which Postgres knows a type (`pg_type.oid`; those of built-in types never change).
struct PostgresType: Hashable, Sendable {
    let number: UInt32

    static let unspecified = Self(number: 0)
    static let bool = Self(number: 16)
    static let bytea = Self(number: 17)
    static let int8 = Self(number: 20)
    static let int2 = Self(number: 21)
    static let int4 = Self(number: 23)
    static let text = Self(number: 25)
    static let json = Self(number: 114)
    static let float8 = Self(number: 701)
    static let unknown = Self(number: 705)
    static let varchar = Self(number: 1043)
    static let name = Self(number: 19)
    static let uuid = Self(number: 2950)

    /// The type whose elements are of this type, for those of which arrays are sent.
    var array: Self {
        switch self {
        case .bool: Self(number: 1000)
        case .bytea: Self(number: 1001)
        case .int8: Self(number: 1016)
        case .uuid: Self(number: 2951)
        default: Self(number: 1009)
        }
    }
}
