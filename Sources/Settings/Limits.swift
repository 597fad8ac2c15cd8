/// What this module reads at most.
enum Limits {
    /// Bytes of an authority file in YAML: 5,000 persons take about 1 MB, and larger authorities are kept as TEI.
    static let authorityBytes = 8 << 20
    /// Bytes of a mapping file: the largest bundled one has 8 kB.
    static let mappingBytes = 1 << 20
    /// Rules of a mapping, each path of a list counted. The reader tries each at every new place: a vocabulary of 500 elements needs fewer.
    static let mappingRules = 4_000
    /// Steps of a path: records stay below 60 levels, and a path need not begin at the root.
    static let pathSteps = 32
}
