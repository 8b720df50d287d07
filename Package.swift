// swift-tools-version: 6.2

import PackageDescription

/// Every target is compiled as strictly as the language allows.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
    .treatWarning("ExplicitSendable", as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
]

/// A library target: its sources, and the floors below that it may see.
func floor(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target.
func tests(
    of name: String,
    on dependencies: [Target.Dependency] = [],
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

/// A library that only servers and tools need: without the trait "Server" it is not even fetched.
func server(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: ["Server"]))
}

let crypto = server("Crypto", "swift-crypto")
let yams = server("Yams", "Yams")
let logging = server("Logging", "swift-log")
let metrics = server("CoreMetrics", "swift-metrics")
let serviceContext = server("ServiceContextModule", "swift-service-context")
let httpTypes = server("HTTPTypes", "swift-http-types")
let httpClient = server("AsyncHTTPClient", "async-http-client")
let nio = server("NIOCore", "swift-nio")
let nioHTTP = server("NIOHTTP1", "swift-nio")
let hummingbirdTesting = server("HummingbirdTesting", "hummingbird")
let hummingbird = server("Hummingbird", "hummingbird")
let grdb = server("GRDB", "GRDB.swift")
let swiftParser = Target.Dependency.product(name: "SwiftParser", package: "swift-syntax")
let swiftSyntax = Target.Dependency.product(name: "SwiftSyntax", package: "swift-syntax")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "signet",
    products: [
        // Without third-party imports: whoever depends on these two only downloads nothing else.
        .library(name: "Signet", targets: ["Signet"]),
        .library(name: "SignetTesting", targets: ["SignetTesting"]),
        // For servers: live resources, and where they are kept.
        .library(name: "SignetRegistry", targets: ["SignetRegistry"]),
        .library(name: "SignetAudit", targets: ["SignetAudit"]),
        .library(name: "SignetRollout", targets: ["SignetRollout"]),
        .library(name: "SignetWebhook", targets: ["SignetWebhook"]),
        .library(name: "SignetSQLite", targets: ["SignetSQLite"]),
        .library(name: "SignetHummingbird", targets: ["SignetHummingbird"]),
        .library(name: "SignetPostgres", targets: ["SignetPostgres"]),
        .library(name: "SignetRedis", targets: ["SignetRedis"]),
        .library(name: "SignetStoreTesting", targets: ["SignetStoreTesting"]),
    ],
    traits: [
        .trait(name: "Server", description: "The registry, its stores and what they build on."),
        .default(enabledTraits: ["Server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-service-context", from: "1.5.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
    ],
    targets: [
        // L0: the value.
        floor("Signet"),
        floor("SignetOutput"),

        // L1: what stands on the value alone.
        floor("SignetTesting", on: ["Signet"]),
        floor("SignetSeal", on: ["Signet", crypto]),
        floor("SignetConfiguration", on: ["Signet", "SignetSeal", yams]),
        floor("SignetBridge", on: ["Signet", "SignetSeal", "SignetConfiguration"]),
        floor("SignetAudit", on: ["Signet", "SignetOutput", crypto]),
        floor(
            "SignetRegistry",
            on: [
                "Signet", "SignetConnections", "SignetBridge", "SignetAudit",
                logging, metrics, serviceContext,
            ]
        ),
        floor(
            "SignetRollout",
            on: [
                "Signet", "SignetOutput", "SignetConfiguration", "SignetBridge", "SignetAudit",
                logging, metrics,
            ]
        ),
        floor(
            "SignetStoreTesting",
            on: ["Signet", "SignetTesting", "SignetAudit", "SignetRollout", "SignetRegistry"]
        ),
        floor("SignetScan", on: ["SignetOutput", swiftParser, swiftSyntax]),
        floor("SignetConnections"),

        // L2: one driver each, behind the protocols of the registry, the audit log and the flags.
        floor(
            "SignetSQLite",
            on: ["Signet", "SignetAudit", "SignetRollout", "SignetRegistry", grdb]
        ),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // Without pkgConfig: SwiftPM would warn of a flag in Debian's file at every build.
        .systemLibrary(name: "CHiredis", providers: [.apt(["libhiredis-dev"])]),
        floor(
            "SignetPostgres",
            on: [
                "CPostgres", "Signet", "SignetConnections", "SignetAudit", "SignetRollout",
                "SignetRegistry",
            ]
        ),
        floor(
            "SignetRedis",
            on: ["CHiredis", "Signet", "SignetConnections", "SignetRegistry", crypto]
        ),

        // L2: edits to source.
        floor(
            "SignetFix",
            on: [
                "Signet", "SignetOutput", "SignetConfiguration", "SignetScan", swiftSyntax,
            ]
        ),

        // L3: streams of text.
        floor(
            "SignetHummingbird",
            on: [
                "Signet", "SignetOutput", "SignetRegistry", "SignetRollout",
                hummingbird, httpTypes, logging,
            ]
        ),
        floor(
            "SignetWebhook",
            on: [
                "Signet", "SignetConnections", "SignetRollout",
                crypto, httpClient, logging, metrics, nio, nioHTTP,
            ]
        ),
        floor("SignetObserve", on: ["Signet", "SignetBridge"]),

        // L4: the command line. It is no product, so that nobody downloads what it needs.
        .executableTarget(
            name: "signet",
            dependencies: [
                "Signet", "SignetOutput", "SignetSeal", "SignetConfiguration", "SignetBridge",
                "SignetObserve", "SignetScan", "SignetFix", "SignetAudit", "SignetRollout",
                "SignetRegistry", "SignetSQLite", "SignetPostgres",
                arguments,
            ],
            swiftSettings: settings
        ),
        // Writes Vectors/, from which the format can be built in other languages.
        .executableTarget(
            name: "signet-vectors",
            dependencies: ["Signet", "SignetOutput", "SignetSeal", "SignetTesting"],
            swiftSettings: settings
        ),

        // Tests. What needs a process of its own runs in the probe, which is no product.
        .target(name: "ProcessTesting", path: "Tests/ProcessTesting", swiftSettings: settings),
        .target(
            name: "ServerTesting",
            dependencies: ["CPostgres", "ProcessTesting"],
            path: "Tests/ServerTesting",
            swiftSettings: settings
        ),
        .target(
            name: "FaultTesting",
            dependencies: ["Signet", "SignetRegistry", "ProcessTesting"],
            path: "Tests/FaultTesting",
            swiftSettings: settings
        ),
        .target(name: "CProbe", path: "Tests/CProbe"),
        .executableTarget(
            name: "signet-probe",
            dependencies: [
                "Signet", "SignetBridge", "SignetAudit", "SignetRegistry", "SignetSQLite",
                "SignetPostgres", "CProbe",
            ],
            path: "Tests/Probe",
            swiftSettings: settings
        ),
        tests(of: "Signet", on: ["SignetTesting", "ProcessTesting"]),
        tests(of: "SignetScan", exclude: ["Fixtures"]),
        tests(
            of: "SignetFix",
            on: ["Signet", "SignetOutput", "SignetScan", "ProcessTesting"],
            exclude: ["Fixtures"]
        ),
        tests(of: "SignetTesting", on: ["Signet"]),
        tests(of: "SignetOutput"),
        tests(of: "SignetSeal", on: ["Signet", "SignetTesting", crypto]),
        tests(of: "SignetConfiguration", on: ["Signet", "SignetSeal"]),
        tests(
            of: "SignetAudit",
            on: ["Signet", "SignetOutput", "SignetTesting", "SignetStoreTesting", "ProcessTesting"]
        ),
        tests(
            of: "SignetRollout",
            on: [
                "Signet", "SignetAudit", "SignetTesting", "SignetStoreTesting", "ProcessTesting",
                logging, metrics,
            ]
        ),
        tests(
            of: "SignetRegistry",
            on: ["Signet", "SignetAudit", "SignetTesting", "SignetStoreTesting"]
        ),
        tests(
            of: "SignetSQLite",
            on: [
                "Signet", "SignetAudit", "SignetRollout", "SignetRegistry", "SignetTesting",
                "SignetStoreTesting", "ProcessTesting", "FaultTesting", grdb,
            ],
            exclude: ["Fixtures"]
        ),
        tests(of: "SignetBridge", on: ["Signet", "SignetSeal", "SignetConfiguration"]),
        tests(
            of: "SignetHummingbird",
            on: [
                "Signet", "SignetAudit", "SignetRegistry", "SignetRollout",
                hummingbird, hummingbirdTesting, httpTypes, logging,
            ]
        ),
        tests(
            of: "SignetWebhook",
            on: [
                "Signet", "SignetAudit", "SignetRollout", "ServerTesting",
                hummingbird, hummingbirdTesting, httpTypes, logging, crypto,
            ]
        ),
        tests(of: "SignetObserve", on: ["Signet", "SignetBridge"]),
        tests(of: "SignetConnections"),
        tests(
            of: "SignetPostgres",
            on: [
                "Signet", "SignetTesting", "SignetAudit", "SignetRollout", "SignetRegistry",
                "SignetStoreTesting", "ServerTesting", "ProcessTesting", "FaultTesting",
            ],
            exclude: ["Fixtures"]
        ),
        tests(
            of: "SignetRedis",
            on: [
                "Signet", "SignetTesting", "SignetRegistry", "SignetStoreTesting", "ServerTesting",
            ]
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "Signet", "SignetSeal", "SignetRegistry", "SignetSQLite", "ProcessTesting",
                "ServerTesting",
            ],
            swiftSettings: settings
        ),
    ]
)
