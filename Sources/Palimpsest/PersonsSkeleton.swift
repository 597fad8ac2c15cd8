import Detection
import PlainText
public import Records
import Settings

/// A persons file in the making, for `inspect --write-persons`: every name of the inputs once, ready to be edited and given back with `--persons`.
public struct PersonsSkeleton {
    let options: Options
    private var found: [FoundName] = []
    private var byID: [String: Int] = [:]
    private var byForm: [String: Int] = [:]
    private var sources: [String] = []

    public init(options: Options) { self.options = options }

    /// Adds the names of every version.
    public mutating func take(_ document: Document) {
        if sources.last != document.source { sources.append(document.source) }
        for record in document.records {
            for version in record.versions {
                for name in namesFound(in: version, of: document, options: options) { join(name) }
            }
        }
    }

    /// Names of several versions are one by their identity, else by a form that both have.
    private mutating func join(_ name: FoundName) {
        let known = name.id.flatMap { byID[$0] } ?? (name.id == nil ? name.forms.compactMap { byForm[Self.folded($0)] }.first : nil)
        guard let known else {
            if let id = name.id { byID[id] = found.count }
            for form in name.forms where byForm[Self.folded(form)] == nil { byForm[Self.folded(form)] = found.count }
            found.append(name)
            return
        }
        found[known].count += name.count
        if found[known].kind == .unknown { found[known].kind = name.kind }
        for form in name.forms where !found[known].forms.contains(where: { $0.utf8.elementsEqual(form.utf8) }) {
            found[known].forms.append(form)
            if byForm[Self.folded(form)] == nil { byForm[Self.folded(form)] = known }
        }
    }

    private static func folded(_ form: String) -> String { Folding.folded(form) }

    /// How many entries it has.
    public var count: Int { found.count }

    /// The file, which `readPersons` reads.
    public var page: String {
        var ids = Set(found.compactMap(\.id))
        let entries = found.map { name in
            let id = name.id ?? fresh(name, &ids)
            // The fullest form tells most; the others follow as they are frequent.
            let main = name.forms.max { Self.isFuller($1, $0) } ?? id
            let names = [main] + name.forms.filter { !$0.utf8.elementsEqual(main.utf8) }
            let unsure = name.kind == .unknown ? ", kind not known: read as a person" : ""
            return PersonsEntry(
                Entity(id: id, kind: name.kind, names: names, keys: name.keys), note: "\(name.count) time\(name.count == 1 ? "" : "s"), by \(name.trust), first in line \(name.line)\(unsure)")
        }
        return personsPage(
            entries,
            heading: [
                "The names found in \(sources.joined(separator: " and ")), for 'palimpsest compare --persons'.",
                "Join entries that are one (all their names in one list), delete what is no name, set each kind: person, organisation, place or event.",
            ])
    }

    /// More words with a capital ("Trotsky" before "the old man"), then more letters.
    private static func isFuller(_ one: String, _ other: String) -> Bool {
        func capitals(_ form: String) -> Int { form.split(separator: " ").count { $0.unicodeScalars.first?.properties.isUppercase ?? false } }
        let (left, right) = (capitals(one), capitals(other))
        return left != right ? left > right : one.unicodeScalars.count > other.unicodeScalars.count
    }

    /// "Leon Trotsky" -> "leon-trotsky"; a second one gets a number.
    private func fresh(_ name: FoundName, _ ids: inout Set<String>) -> String {
        let main = name.forms.first ?? ""
        let words = Folding.folded(main).split { !$0.isLetter && !$0.isNumber }
        let slug = words.isEmpty ? "name" : words.joined(separator: "-")
        var id = slug, number = 2
        while !ids.insert(id).inserted {
            id = "\(slug)-\(number)"
            number += 1
        }
        return id
    }
}
