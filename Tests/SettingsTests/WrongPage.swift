import Testing

/// A file in YAML and the error that it must give, with its place.
struct WrongPage: CustomTestStringConvertible, Sendable {
    var yaml: String
    var error: String
    var testDescription: String { yaml.debugDescription }

    init(_ yaml: String, _ error: String) {
        self.yaml = yaml
        self.error = error
    }
}
