/// A function or type of Swift that makes values for identifiers.
struct SwiftGenerator {
    /// Its full name.
    var symbol: String
    /// What it makes.
    var ingredient: Ingredients
    /// How many bits of the value an attacker cannot know; see `Generation.entropy`.
    var entropy: Int?
    /// What the value is before anything is done with it.
    var shape = "other"

    /// Foundation's UUID of version 4.
    static let uuid = SwiftGenerator(
        symbol: "Foundation.UUID",
        ingredient: .uuid,
        entropy: 122,
        shape: "uuid"
    )
    /// The controlled generator of swift-dependencies.
    static let dependency = SwiftGenerator(
        symbol: "Dependencies.uuid",
        ingredient: .uuid,
        entropy: 122,
        shape: "uuid"
    )

    private static func foreign(_ symbol: String) -> SwiftGenerator {
        SwiftGenerator(symbol: symbol, ingredient: .foreign, entropy: nil)
    }

    /// Types of which an instance made from nothing is a new identifier.
    static let types: [String: SwiftGenerator] = [
        "ULID": foreign("ULID"), "NanoID": foreign("NanoID"), "ObjectId": foreign("ObjectId"),
        "ObjectID": foreign("ObjectID"), "BSONObjectID": foreign("BSONObjectID"),
        "KSUID": foreign("KSUID"), "CUID": foreign("CUID"), "NSUUID": uuid,
    ]
    /// Functions, with or without arguments.
    static let functions: [String: SwiftGenerator] = [
        "arc4random": SwiftGenerator(symbol: "arc4random", ingredient: .secret, entropy: 32),
        "arc4random_uniform": SwiftGenerator(
            symbol: "arc4random_uniform",
            ingredient: .secret,
            entropy: nil
        ),
        "drand48": SwiftGenerator(symbol: "drand48", ingredient: .random, entropy: 0),
        "lrand48": SwiftGenerator(symbol: "lrand48", ingredient: .random, entropy: 0),
        "rand": SwiftGenerator(symbol: "rand", ingredient: .random, entropy: 0),
        "nanoid": foreign("nanoid"),
        "CFUUIDCreate": SwiftGenerator(symbol: "CFUUIDCreate", ingredient: .uuid, entropy: 122),
    ]
    /// Whole numbers, and the bits of their random values.
    static let integers: [String: Int] = [
        "Int": 64, "UInt": 64, "Int64": 64, "UInt64": 64, "Int32": 32, "UInt32": 32, "Int16": 16,
        "UInt16": 16, "Int8": 8, "UInt8": 8, "UInt128": 128, "Int128": 128, "Double": 53,
    ]
}
