import Settings

/// A commented mapping file to begin with; it is a valid one.
public var mappingExample: String { String(decoding: PackageResources.example_yml, as: UTF8.self) }

/// The mappings that come with the program: files like any user's, in `Mappings/`.
enum BundledMappings {
    static let names = [
        "ead", "ead3", "eac-cpf", "akoma-ntoso", "uslm", "dc-law", "state-events", "state-people", "state-pocom", "state-travels", "state-visits",
    ]
    /// What errors and `MappedBy` call their sources.
    static let prefix = "mapping:"

    private static func text(_ name: String) -> String? {
        let bytes: [UInt8]
        switch name {
        case "ead": bytes = PackageResources.ead_yml
        case "ead3": bytes = PackageResources.ead3_yml
        case "eac-cpf": bytes = PackageResources.eac_cpf_yml
        case "akoma-ntoso": bytes = PackageResources.akoma_ntoso_yml
        case "uslm": bytes = PackageResources.uslm_yml
        case "dc-law": bytes = PackageResources.dc_law_yml
        case "state-events": bytes = PackageResources.state_events_yml
        case "state-people": bytes = PackageResources.state_people_yml
        case "state-pocom": bytes = PackageResources.state_pocom_yml
        case "state-travels": bytes = PackageResources.state_travels_yml
        case "state-visits": bytes = PackageResources.state_visits_yml
        default: return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A file that does not load would be read as if it were not there; the tests load each.
    static func named(_ name: String) -> Mapping? { text(name).flatMap { try? readMapping(yaml: $0, source: prefix + name) } }

    /// The mapping that is for a document. Only files in which the root's name stands are read.
    static func find(root local: String, namespace: String, first: [String]) -> Mapping? {
        for name in names {
            guard let text = text(name), text.contains(local), let mapping = named(name) else { continue }
            if mapping.recognises(root: local, namespace: namespace, first: first) { return mapping }
        }
        return nil
    }
}
