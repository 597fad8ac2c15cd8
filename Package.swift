// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in CI only (`-Xswiftc -warnings-as-errors`, see .ci/run): a newcomer's newer compiler must not fail the build.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A room of the house: `floor` names the lower modules that it may import, and no others (CI checks the imports against this list).
func room(_ name: String, _ floor: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: floor, resources: resources, swiftSettings: house)
}
/// `goldens`: the folder holds whole files that results are compared with.
func tests(_ name: String, _ floor: [Target.Dependency], goldens: Bool = false, others: [String] = []) -> Target {
    .testTarget(name: name, dependencies: floor, exclude: others + (goldens ? ["Goldens"] : []), swiftSettings: house)
}

let package = Package(
    name: "palimpsest",
    products: [
        // Reading and comparing, and what a client does with the result: the findings, their reports, the alignment under them.
        .library(name: "Palimpsest", targets: ["Palimpsest", "Reports", "Findings", "Alignment", "Records", "PlainText"]),
        .executable(name: "palimpsest", targets: ["PalimpsestCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // floor 0: C
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev", "zlib1g-dev"])]),
        .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "CXMLShim", dependencies: ["CLibXML2"]),
        .target(name: "CLexicons", exclude: ["data"]),
        // floor 1
        room("PlainText", []),
        room("SequenceDiff", []),
        room("Inputs", ["CArchive"]),
        // floor 2
        room("Records", ["PlainText"]),
        room("Collation", ["SequenceDiff", "PlainText"]),
        room("XMLEvents", ["CXMLShim", "CLibXML2", "PlainText"]),
        // floor 3
        room("Language", ["CLexicons", "CStemmer", "PlainText"]),
        room("Alignment", ["SequenceDiff", "Records", "PlainText"]),
        room("Findings", ["CMessageDigest", "Records", "PlainText"]),
        room("Settings", ["Records", .product(name: "Yams", package: "Yams")]),
        // floor 4
        room(
            "Vocabularies", ["CMessageDigest", "Settings", "XMLEvents", "Records", "PlainText"], resources: [.embedInCode("Schemas"), .embedInCode("Mappings")]),
        room("Detection", ["Alignment", "Language", "Findings", "Records", "PlainText"]),
        room("Reports", ["Collation", "Findings", "Records", "PlainText"], resources: [.embedInCode("Schemas")]),
        // floor 6
        room("Palimpsest", ["Inputs", "Detection", "Alignment", "Collation", "Language", "Vocabularies", "Settings", "XMLEvents", "Findings", "Records", "PlainText"]),
        // floor 7
        .executableTarget(
            name: "PalimpsestCommand",
            dependencies: [
                "Inputs", "Palimpsest", "Collation", "Language", "Reports", "Findings", "Detection", "Vocabularies", "XMLEvents", "Settings", "Records",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),
        // tests mirror the rooms; what several of them need lives in TestSupport
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        // planted changes and harmless edits: a library for the tests, and a program for any corpus (`make mutations`)
        .target(name: "Mutations", dependencies: ["TestSupport", "Palimpsest", "Findings", "Records"], path: "Tests/Mutations", swiftSettings: house),
        .executableTarget(name: "palimpsest-mutations", dependencies: ["Mutations"], path: "Tests/MutationsCommand", swiftSettings: house),
        tests("PlainTextTests", ["PlainText"]),
        tests("InputsTests", ["CArchive", "Inputs", "TestSupport"]),
        tests("SequenceDiffTests", ["TestSupport", "SequenceDiff"]),
        tests("XMLEventsTests", ["TestSupport", "XMLEvents", "PlainText"]),
        tests("VocabulariesTests", ["TestSupport", "Vocabularies", "Settings", "XMLEvents", "Records", "PlainText"]),
        // invented traditions with known truth, for the tests and for comparisons with other collation tools
        .target(name: "Traditions", dependencies: ["TestSupport", "Collation", "PlainText"], path: "Tests/Traditions", swiftSettings: house),
        .executableTarget(name: "palimpsest-traditions", dependencies: ["Traditions", "Collation", "PlainText"], path: "Tests/TraditionsCommand", swiftSettings: house),
        tests("CollationTests", ["TestSupport", "Traditions", "Collation", "PlainText"]),
        tests("LanguageTests", ["Language", "PlainText"]),
        // made-up volumes with known edits, for these tests and for the benchmarks
        .target(name: "Volumes", path: "Benchmarks/Sources/Volumes", swiftSettings: house),
        tests("AlignmentTests", ["TestSupport", "Volumes", "Alignment", "SequenceDiff", "Records", "PlainText"]),
        tests("FindingsTests", ["Findings", "Records"]),
        tests("DetectionTests", ["TestSupport", "Palimpsest", "Detection", "Alignment", "Language", "Findings", "Records", "PlainText"]),
        tests("ReportsTests", ["TestSupport", "Reports", "Collation", "XMLEvents", "Findings", "Records"], goldens: true, others: ["Schemas"]),
        tests("SettingsTests", ["Settings", "Records"]),
        tests("PalimpsestTests", ["TestSupport", "Palimpsest", "Findings", "Records", "Reports", "Settings", "XMLEvents"], goldens: true),
        tests("MutationTests", ["TestSupport", "Mutations"]),
        tests("CommandTests", ["TestSupport", "XMLEvents", "PalimpsestCommand", "Reports"], others: ["Shims"]),
    ]
)
