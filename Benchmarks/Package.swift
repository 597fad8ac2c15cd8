// swift-tools-version: 6.2
import PackageDescription

// Apart from the tool's own package: nobody who builds the tool builds this.
let package = Package(
    name: "palimpsest-benchmarks",
    targets: [
        .executableTarget(name: "repeat-history", swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
