/// Reads the paths of a mapping: `a/b`, `//c`, `/root/a`, `a[@type='x']`, `*`, `a/@b`, and several of them with `|`.
///
/// A path that does not begin with `/` fits at any depth, as in a pattern of XSLT. It looks upwards only, so that one pass over the record is
/// enough: what stands in or after an element cannot be asked for.
struct MappingPath {
    struct Fault: Error {
        /// Characters from the beginning of the text.
        var offset: Int
        var what: String
        var wayOut: String
    }

    var steps: [Mapping.Step] = []
    var attribute: Mapping.Name?

    /// All paths of the text.
    static func all(_ text: String, namespaces: [String: String]) throws(Fault) -> [MappingPath] {
        var scanner = Scanner(text: Array(text), namespaces: namespaces)
        var paths = [try scanner.path()]
        while scanner.take("|") { paths.append(try scanner.path()) }
        if !scanner.isAtEnd { throw scanner.fault("'\(scanner.rest)' cannot be read here", "write a path like chapter/p, //note or person/@key") }
        return paths
    }

    /// `@when`, or `../@when`.
    static func attribute(_ text: String, namespaces: [String: String]) throws(Fault) -> Mapping.Attribute {
        var scanner = Scanner(text: Array(text), namespaces: namespaces)
        let ofParent = scanner.take("../")
        guard scanner.take("@") else { throw scanner.fault("'\(text)' is no attribute", "write '@name', or '../@name' for one of the element round it") }
        let name = try scanner.name("an attribute")
        if !scanner.isAtEnd { throw scanner.fault("'\(scanner.rest)' cannot be read here", "write '@name' and nothing after it") }
        return Mapping.Attribute(name: name, ofParent: ofParent)
    }

    private struct Scanner {
        let text: [Character]
        let namespaces: [String: String]
        var at = 0

        init(text: [Character], namespaces: [String: String]) {
            self.text = text
            self.namespaces = namespaces
        }

        var isAtEnd: Bool { at >= text.count }
        var rest: String { String(text[min(at, text.count)...].prefix(24)) }

        func fault(_ what: String, _ wayOut: String) -> Fault { Fault(offset: at, what: what, wayOut: wayOut) }

        mutating func skipBlanks() {
            while at < text.count, text[at] == " " { at += 1 }
        }

        mutating func take(_ token: String) -> Bool {
            skipBlanks()
            guard text[min(at, text.count)...].starts(with: token) else { return false }
            at += token.count
            return true
        }

        mutating func path() throws(Fault) -> MappingPath {
            var path = MappingPath()
            skipBlanks()
            var isDeep = true
            if take("//") { isDeep = true } else if take("/") { isDeep = false }
            while true {
                if take("@") {
                    if path.steps.isEmpty { path.steps = [Mapping.Step(element: Mapping.Name(local: nil, namespace: nil), isDeep: true, tests: [])] }
                    path.attribute = try name("an attribute")
                    if path.attribute?.local == nil { throw fault("'@*' names no attribute", "name each attribute whose text is to be read") }
                    break
                }
                if take("..") || take(".") { throw fault("'.' and '..' are not read in a path", "begin the path further up: parent/child") }
                path.steps.append(try step(isDeep))
                if path.steps.count > Limits.pathSteps {
                    throw fault("the path has more than \(Limits.pathSteps) steps", "begin it further down; a path need not begin at the root")
                }
                if take("//") { isDeep = true } else if take("/") { isDeep = false } else { break }
            }
            skipBlanks()
            return path
        }

        private mutating func step(_ isDeep: Bool) throws(Fault) -> Mapping.Step {
            var step = Mapping.Step(element: try name("an element"), isDeep: isDeep, tests: [])
            while take("[") {
                guard take("@") else {
                    throw fault(
                        "only attributes can be asked for in [ ]", "write [@type='x'] or [@type]; what stands inside an element is not known where it begins")
                }
                var test = Mapping.Test(attribute: try name("an attribute"), value: nil)
                if take("=") { test.value = try quoted() }
                guard take("]") else { throw fault("']' is missing", "write [@type='x'] or [@type]") }
                step.tests.append(test)
            }
            if take("(") { throw fault("functions are not read in a path", "name elements and attributes only") }
            return step
        }

        private mutating func quoted() throws(Fault) -> String {
            skipBlanks()
            guard at < text.count, text[at] == "'" || text[at] == "\"", let end = text[(at + 1)...].firstIndex(of: text[at]) else {
                throw fault("a value in quotes is missing after '='", "write [@type='x']")
            }
            defer { at = end + 1 }
            return String(text[(at + 1)..<end])
        }

        mutating func name(_ what: String) throws(Fault) -> Mapping.Name {
            skipBlanks()
            if take("*") { return Mapping.Name(local: nil, namespace: nil) }
            let start = at
            let first = try word(what)
            guard at < text.count, text[at] == ":" else { return Mapping.Name(local: first, namespace: nil) }
            at += 1
            if at < text.count, text[at] == ":" { at = start; throw fault("axes are not read in a path", "use /, // and @ only") }
            guard let namespace = namespaces[first] else {
                at = start
                throw fault("the prefix '\(first)' is not declared", "add it under 'namespaces:', or leave it out: names without a prefix fit in any namespace")
            }
            if at < text.count, text[at] == "*" {
                at += 1
                return Mapping.Name(local: nil, namespace: namespace)
            }
            return Mapping.Name(local: try word(what), namespace: namespace)
        }

        private mutating func word(_ what: String) throws(Fault) -> String {
            let start = at
            while at < text.count, text[at].isLetter || text[at].isNumber || "_-.".contains(text[at]) || (at > start && text[at] == "·") { at += 1 }
            guard at > start, text[start].isLetter || text[start] == "_" else {
                at = start
                throw fault(isAtEnd ? "the path ends where \(what) belongs" : "'\(rest)' is no name of \(what)", "write a path like chapter/p, //note or person/@key")
            }
            return String(text[start..<at])
        }
    }
}
