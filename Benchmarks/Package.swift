// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v26)],
    dependencies: [
        .package(name: "signet", path: ".."),
        // Without its interposers: allocations are counted by a target of this package.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(name: "AllocationCounter", path: "AllocationCounter"),
        // The plugin of the library runs every target whose directory stands in "Benchmarks".
        .executableTarget(
            name: "IDs",
            dependencies: [
                "AllocationCounter",
                .product(name: "Signet", package: "signet"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "IDs",
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),
        .executableTarget(
            name: "Registry",
            dependencies: [
                .product(name: "Signet", package: "signet"),
                .product(name: "SignetRegistry", package: "signet"),
                .product(name: "SignetSQLite", package: "signet"),
            ],
            path: "Registry",
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
        ),
    ]
)
