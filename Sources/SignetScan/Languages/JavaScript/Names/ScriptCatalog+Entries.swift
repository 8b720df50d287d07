extension ScriptCatalog {
    /// A generator with the module or global and the members that lead to it.
    struct Entry {
        let path: String
        let generator: ScriptGenerator
    }

    /// Entries that share what they make.
    private static func all(
        _ ingredient: Ingredients,
        _ entropy: Int?,
        _ use: ScriptGenerator.Use,
        _ paths: [(path: String, symbol: String)]
    ) -> [Entry] {
        paths.map {
            Entry(
                path: $0.path,
                generator: ScriptGenerator(
                    symbol: $0.symbol,
                    ingredient: ingredient,
                    entropy: entropy,
                    use: use
                )
            )
        }
    }

    /// All entries; a module and its members are separated by blanks, modules that are alike by
    /// bars.
    static let entries = uuids + foreign + randoms + others + parsers

    private static let uuids =
        all(
            .uuid,
            122,
            .call,
            [
                ("uuid", "uuid.v4"), ("uuid v4", "uuid.v4"), ("uuid/v4", "uuid.v4"),
                ("uuidv4", "uuidv4.uuid"), ("uuidv4 uuid", "uuidv4.uuid"),
                ("@lukeed/uuid v4", "@lukeed/uuid.v4"), ("@lukeed/uuid", "@lukeed/uuid.v4"),
                ("uuid-random", "uuid-random"), ("react-native-uuid v4", "react-native-uuid.v4"),
                ("expo-crypto randomUUID", "expo-crypto.randomUUID"),
                ("crypto randomUUID", "crypto.randomUUID"),
                ("crypto webcrypto randomUUID", "crypto.randomUUID"),
                ("global crypto randomUUID", "crypto.randomUUID"),
            ]
        )
        + all(
            .uuid,
            0,
            .call,
            [
                ("uuid v1", "uuid.v1"), ("uuid/v1", "uuid.v1"), ("uuid v6", "uuid.v6"),
                ("react-native-uuid v1", "react-native-uuid.v1"),
            ]
        )
        + all(
            .uuid,
            74,
            .call,
            [("uuid v7", "uuid.v7"), ("uuidv7 uuidv7", "uuidv7.uuidv7")]
        )
        + all(
            .uuid,
            nil,
            .call,
            [
                ("uuid v3", "uuid.v3"), ("uuid/v3", "uuid.v3"), ("uuid v5", "uuid.v5"),
                ("uuid/v5", "uuid.v5"),
            ]
        )
        + all(
            .uuid,
            122,
            .reference,
            [
                ("sequelize DataTypes UUIDV4", "sequelize.UUIDV4"),
                ("sequelize UUIDV4", "sequelize.UUIDV4"),
                ("sequelize Sequelize UUIDV4", "sequelize.UUIDV4"),
            ]
        )

    private static let foreign =
        all(
            .foreign,
            126,
            .call,
            [
                ("nanoid", "nanoid.nanoid"), ("nanoid nanoid", "nanoid.nanoid"),
                ("nanoid/async nanoid", "nanoid.nanoid"),
            ]
        )
        + all(
            .foreign,
            0,
            .call,
            [("nanoid/non-secure nanoid", "nanoid/non-secure.nanoid")]
        )
        + all(
            .foreign,
            nil,
            .factory,
            [
                ("nanoid customAlphabet", "nanoid.customAlphabet"),
                ("nanoid customRandom", "nanoid.customRandom"),
                ("nanoid/async customAlphabet", "nanoid.customAlphabet"),
                ("nanoid/non-secure customAlphabet", "nanoid/non-secure.customAlphabet"),
                ("ulid|ulidx monotonicFactory", "ulid.monotonicFactory"),
                ("@paralleldrive/cuid2 init", "@paralleldrive/cuid2.init"),
                ("hyperid", "hyperid"),
            ]
        )
        + all(
            .foreign,
            80,
            .call,
            [("ulid|ulidx ulid", "ulid.ulid"), ("ulid", "ulid.ulid")]
        )
        + all(
            .foreign,
            nil,
            .call,
            [
                ("cuid", "cuid"), ("@paralleldrive/cuid2|cuid2 createId", "cuid2.createId"),
                ("shortid", "shortid.generate"), ("shortid generate", "shortid.generate"),
                ("short-uuid generate", "short-uuid.generate"), ("uniqid", "uniqid"),
                ("short-uuid uuid", "short-uuid.uuid"), ("typeid-js typeid", "typeid-js.typeid"),
            ]
        )
        + all(
            .foreign,
            0,
            .object,
            [
                ("bson|mongodb ObjectId", "bson.ObjectId"),
                ("bson|mongodb ObjectID", "bson.ObjectId"),
                ("mongoose Types ObjectId", "mongoose.Types.ObjectId"),
            ]
        )

    private static let randoms =
        all(
            .secret,
            nil,
            .call,
            [
                ("crypto randomBytes", "crypto.randomBytes"),
                ("crypto randomInt", "crypto.randomInt"),
                ("crypto getRandomValues", "crypto.getRandomValues"),
                ("crypto webcrypto getRandomValues", "crypto.getRandomValues"),
                ("global crypto getRandomValues", "crypto.getRandomValues"),
            ]
        )
        + all(.random, 0, .call, [("global Math random", "Math.random")])

    private static let others =
        all(
            .time,
            0,
            .call,
            [
                ("global Date now", "Date.now"), ("global performance now", "performance.now"),
                ("perf_hooks performance now", "performance.now"),
                ("global process hrtime", "process.hrtime"),
                ("global process hrtime bigint", "process.hrtime"),
            ]
        )
        + all(.time, 0, .object, [("global Date", "Date")])
        + all(
            .process,
            0,
            .value,
            [("global process pid", "process.pid"), ("process pid", "process.pid")]
        )
        + all(.process, 0, .call, [("os hostname", "os.hostname")])
        + all(
            .hash,
            nil,
            .call,
            [
                ("crypto createHash", "crypto.createHash"),
                ("crypto createHmac", "crypto.createHmac"),
            ]
        )
        + all(
            .counter,
            0,
            .call,
            [
                ("lodash|lodash-es|underscore uniqueId", "lodash.uniqueId"),
                ("lodash/uniqueId", "lodash.uniqueId"),
            ]
        )

    private static let parsers =
        all(
            .uuid,
            nil,
            .parser,
            [
                ("uuid validate", "uuid.validate"), ("uuid parse", "uuid.parse"),
                ("uuid version", "uuid.version"),
            ]
        )
}
