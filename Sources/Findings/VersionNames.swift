public import Records

extension [VersionLabel] {
    /// What a reader calls a version: its year where every version has one of its own ("1938"), else its label ("second edition"), else its number.
    public func name(of version: Int) -> String {
        guard indices.contains(version) else { return "version \(version + 1)" }
        let years = map { $0.date.map { String($0.prefix { $0 != "-" }) } ?? "" }
        if Set(years).count == count, years.allSatisfy({ $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) { return years[version] }
        return self[version].label.isEmpty ? "version \(version + 1)" : self[version].label
    }
}
