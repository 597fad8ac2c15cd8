// swift-tools-version: 6.2
import PackageDescription

// Apart from the tool's own package: nobody who builds the tool builds this.
let package = Package(
    name: "palimpsest-benchmarks",
    dependencies: [.package(name: "palimpsest", path: "..")],
    targets: [
        .executableTarget(name: "repeat-history", swiftSettings: [.swiftLanguageMode(.v6)]),
        // The tool's own tests build the same folder as `Volumes`; a name can stand in one package only.
        .target(name: "BenchmarkVolumes", path: "Sources/Volumes", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(name: "write-volumes", dependencies: ["BenchmarkVolumes"], swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(name: "stages", dependencies: [.product(name: "Palimpsest", package: "palimpsest")], swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
