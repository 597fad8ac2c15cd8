/// What this module reads at most.
enum Limits {
    /// Bytes of an authority file in YAML: 5,000 persons take about 1 MB, and larger authorities are kept as TEI.
    static let authorityBytes = 8 << 20
}
