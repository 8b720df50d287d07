/// A function of a database that generates values for identifiers.
package struct SQLGenerator: Sendable, Equatable {
    /// Its name as the database spells it.
    package var symbol: String
    /// What it makes.
    package var ingredient: Ingredients
    /// How many bits of the value an attacker cannot know; see `Generation.entropy`.
    package var entropy: Int?
    /// What the value is: `uuid`, `str`, `hex` or `other`.
    package var shape: String
    /// Whether the number in its brackets is how many random bytes it makes.
    var countsBytes = false
    /// Whether nothing stands in its brackets; with arguments it is something else.
    var isBare = false

    private static func uuid(
        _ symbol: String,
        _ entropy: Int?,
        _ shape: String = "uuid",
        isBare: Bool = true
    ) -> SQLGenerator {
        SQLGenerator(
            symbol: symbol,
            ingredient: .uuid,
            entropy: entropy,
            shape: shape,
            isBare: isBare
        )
    }

    private static func foreign(_ symbol: String) -> SQLGenerator {
        SQLGenerator(symbol: symbol, ingredient: .foreign, entropy: nil, shape: "other")
    }

    /// All generators.
    ///
    /// Version 4 has 122 random bits, version 7 of PostgreSQL 62 behind its time.
    static let all: [SQLGenerator] = [
        uuid("gen_random_uuid", 122),
        uuid("uuid_generate_v1", 0), uuid("uuid_generate_v1mc", 0), uuid("uuid_generate_v4", 122),
        uuid("uuid_generate_v3", 0, isBare: false), uuid("uuid_generate_v5", 0, isBare: false),
        uuid("uuid_generate_v7", 62), uuid("uuidv4", 122), uuid("uuidv7", 62, isBare: false),
        uuid("uuid_v4", 122), uuid("uuid_v7", 62), uuid("gen_uuid_v7", 62),
        // Version 1 in MySQL, version 4 elsewhere.
        uuid("uuid", nil, "str"),
        uuid("generate_uuid", 122, "str"), uuid("uuid_string", 122, "str"),
        uuid("newid", 122), uuid("newsequentialid", 0), uuid("sys_guid", 0, "hex"),
        uuid("generateUUIDv4", 122, isBare: false), uuid("generateUUIDv7", 62, isBare: false),
        foreign("uuid_short"), foreign("gen_ulid"), foreign("generate_ulid"), foreign("ulid"),
        foreign("generateULID"), foreign("generateSnowflakeID"), foreign("ulid_generate"),
        foreign("gen_monotonic_ulid"), foreign("nanoid"), foreign("gen_nanoid"), foreign("ksuid"),
        foreign("unique_rowid"), foreign("typeid_generate"), foreign("xid"), foreign("cuid"),
        SQLGenerator(
            symbol: "gen_random_bytes",
            ingredient: .secret,
            entropy: nil,
            shape: "other",
            countsBytes: true
        ),
        SQLGenerator(
            symbol: "crypt_gen_random",
            ingredient: .secret,
            entropy: nil,
            shape: "other",
            countsBytes: true
        ),
        SQLGenerator(
            symbol: "random_bytes",
            ingredient: .secret,
            entropy: nil,
            shape: "other",
            countsBytes: true
        ),
        // SQLite's generator is seeded by the system.
        SQLGenerator(
            symbol: "randomblob",
            ingredient: .secret,
            entropy: nil,
            shape: "other",
            countsBytes: true
        ),
    ]
}
