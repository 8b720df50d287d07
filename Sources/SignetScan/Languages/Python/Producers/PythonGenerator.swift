/// A function whose values identifiers are made of.
struct PythonGenerator: Sendable {
    /// How many bits of a value an attacker cannot know.
    enum Entropy: Sendable {
        /// Always the same number.
        case bits(Int)
        /// Eight for each byte that the first argument asks for, 256 without an argument.
        case bytes
        /// As many as the first argument says.
        case argument
        /// About six for each character that the first argument asks for.
        case characters
    }

    /// The dotted name, such as `uuid.uuid4`.
    let path: String
    /// What it makes.
    let ingredient: Ingredients
    /// How much of it cannot be known.
    let entropy: Entropy

    init(_ path: String, _ ingredient: Ingredients, _ entropy: Entropy = .bits(0)) {
        self.path = path
        self.ingredient = ingredient
        self.entropy = entropy
    }

    /// How many bits of a value an attacker cannot know, if no argument says otherwise.
    var bits: Int {
        switch entropy {
        case .bits(let count): count
        case .bytes: 256
        case .argument: 64
        case .characters: 132
        }
    }

    /// How a value is represented at first.
    var form: PythonValue.Form {
        switch ingredient {
        case .time, .random, .process: .number
        case .secret where path.hasSuffix("bytes") || path.hasSuffix("urandom"): .bytes(nil)
        case .foreign, .secret: .text(nil)
        default: path == "time.strftime" ? .text(nil) : .object
        }
    }

    /// Whether it makes values that are to be unique by themselves.
    var isSource: Bool {
        ingredient == .uuid || ingredient == .random || ingredient == .secret
            || ingredient == .foreign
    }

    /// Whether it picks one of some given values; what it gives is new only among others.
    var picks: Bool { path.hasSuffix(".choice") || path.hasSuffix(".sample") }

    /// Whether the call turns a value that is there into an object, as `ObjectId(text)` does.
    func isConversion(_ call: PythonExpression) -> Bool {
        let isClass = path.hasSuffix("ObjectId") || path.hasSuffix("ULID")
        return isClass && !call.outline.isOp(.leftParen, at: call.tokens.upperBound - 2)
    }

    /// All generators; the names are those of the standard library and of packages on PyPI.
    static let all: [PythonGenerator] =
        uuids + clocks + randoms + secrets + processes + hashes + foreign

    /// RFC 9562: a random UUID has 122 free bits, version 7 has 74 beside its time.
    private static let uuids = [
        PythonGenerator("uuid.uuid1", .uuid), PythonGenerator("uuid.uuid3", .uuid),
        PythonGenerator("uuid.uuid4", .uuid, .bits(122)), PythonGenerator("uuid.uuid5", .uuid),
        PythonGenerator("uuid.uuid6", .uuid), PythonGenerator("uuid.uuid7", .uuid, .bits(74)),
        PythonGenerator("uuid.uuid8", .uuid),
    ]

    private static let clocks =
        [
            "time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns",
            "time.perf_counter", "time.perf_counter_ns", "time.process_time",
        ].map { PythonGenerator($0, .time) }
        + [
            "time.strftime", "datetime.datetime.now", "datetime.datetime.utcnow",
            "datetime.datetime.today", "datetime.date.today", "django.utils.timezone.now",
            "django.utils.timezone.localtime", "arrow.now", "arrow.utcnow", "pendulum.now",
        ].map { PythonGenerator($0, .calendar) }

    private static let randoms =
        [
            "random.random", "random.randint", "random.randrange", "random.choice",
            "random.choices", "random.sample", "random.uniform", "random.randbytes",
            "random.getrandbits", "numpy.random.randint", "numpy.random.random",
        ].map { PythonGenerator($0, .random) }

    private static let secrets = [
        PythonGenerator("secrets.token_hex", .secret, .bytes),
        PythonGenerator("secrets.token_urlsafe", .secret, .bytes),
        PythonGenerator("secrets.token_bytes", .secret, .bytes),
        PythonGenerator("os.urandom", .secret, .bytes),
        PythonGenerator("secrets.randbits", .secret, .argument),
        PythonGenerator("secrets.randbelow", .secret, .bits(32)),
        PythonGenerator("secrets.choice", .secret, .bits(6)),
        PythonGenerator("random.SystemRandom", .secret, .bits(53)),
        PythonGenerator("django.utils.crypto.get_random_string", .secret, .characters),
    ]

    private static let processes =
        [
            "os.getpid", "os.getppid", "threading.get_ident", "threading.get_native_id",
            "socket.gethostname", "platform.node",
        ].map { PythonGenerator($0, .process) } + [PythonGenerator("itertools.count", .counter)]

    private static let hashes =
        ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_256"]
        .map { PythonGenerator("hashlib.\($0)", .hash) }
        + ["zlib.crc32", "zlib.adler32", "binascii.crc32"].map { PythonGenerator($0, .hash) }

    private static let foreign = [
        PythonGenerator("shortuuid.uuid", .foreign, .bits(122)),
        PythonGenerator("shortuuid.random", .foreign, .characters),
        PythonGenerator("nanoid.generate", .foreign, .bits(126)),
        PythonGenerator("ulid.new", .foreign, .bits(80)),
        PythonGenerator("ulid.ulid", .foreign, .bits(80)),
        PythonGenerator("ulid.ULID", .foreign, .bits(80)),
        PythonGenerator("bson.ObjectId", .foreign, .bits(0)),
        PythonGenerator("bson.objectid.ObjectId", .foreign, .bits(0)),
        PythonGenerator("ksuid.Ksuid", .foreign, .bits(128)),
        PythonGenerator("ksuid.ksuid", .foreign, .bits(128)),
        PythonGenerator("cuid.cuid", .foreign, .bits(40)),
        PythonGenerator("cuid2.Cuid", .foreign, .bits(120)),
        PythonGenerator("xid.Xid", .foreign, .bits(0)),
        PythonGenerator("uuid_utils.uuid4", .uuid, .bits(122)),
        PythonGenerator("uuid_utils.uuid7", .uuid, .bits(74)),
        PythonGenerator("uuid6.uuid7", .uuid, .bits(74)),
        PythonGenerator("uuid_extensions.uuid7", .uuid, .bits(74)),
    ]
}
