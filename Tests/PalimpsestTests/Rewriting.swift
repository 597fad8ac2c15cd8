import Foundation
import TestSupport
import XMLEvents

/// Writes a record anew so that only its form changes: what an editor's tools do between two versions that say the same.
final class Rewriting: XMLHandler {
    enum Form: String, CaseIterable, Sendable {
        case attributeOrder, quotes, prefixes, cdata, decimalReferences, hexReferences, crlf, carriageReturns, decomposed, composed, reindented, rekeyed, emptyTags
        case mark, utf16Little, utf16Big, latin1, cyrillic
    }

    private let forms: Set<Form>
    private let ids: Set<String>
    private var dice: SplitMix64
    private var names: [(local: String, namespace: String)] = []
    private var open: [(name: String, declared: [String: String])] = []
    private var out = ""
    private var isTagOpen = false
    private var text = ""
    private var bytes: [UInt8] = []

    private init(_ forms: Set<Form>, ids: Set<String>, seed: UInt64) {
        self.forms = forms
        self.ids = ids
        dice = SplitMix64(seed: seed)
    }

    /// The record in other forms; the encodings that cannot hold a character get it as a reference.
    static func rewrite(_ record: [UInt8], _ forms: Set<Form>, seed: UInt64) throws -> [UInt8] {
        let input = try XMLInput(record, named: "record.xml")
        let ids = IDs()
        try input.read(into: ids)
        let writer = Rewriting(forms, ids: ids.found, seed: seed)
        try input.read(into: writer)
        return writer.encoded()
    }

    private final class IDs: XMLHandler {
        var found: Set<String> = []
        private var isID: [Bool] = []
        func name(_ id: Int, local: String, namespace: String) { isID.append(local == "id" && namespace == "http://www.w3.org/XML/1998/namespace") }
        func start(_ tag: StartTag) { for attribute in tag.attributes where isID[attribute.name] { found.insert(attribute.string) } }
        func end(at source: Int) {}
        func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}
    }

    private func has(_ form: Form) -> Bool { forms.contains(form) }
    private func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &dice) == 0 }

    func name(_ id: Int, local: String, namespace: String) { names.append((local, namespace)) }

    func start(_ tag: StartTag) {
        flush()
        closeTag()
        var declared = open.last?.declared ?? ["xml": "http://www.w3.org/XML/1998/namespace"]
        var fresh: [(String, String)] = []
        func prefix(_ namespace: String, isAttribute: Bool) -> String {
            if namespace == "http://www.w3.org/XML/1998/namespace" { return "xml:" }
            if namespace.isEmpty {
                if !isAttribute, declared[""].map({ !$0.isEmpty }) == true {
                    declared[""] = ""
                    fresh.append(("", ""))
                }
                return ""
            }
            let known = declared.filter { $0.value == namespace && !(isAttribute && $0.key.isEmpty) }.keys.sorted()
            if let first = known.first { return first.isEmpty ? "" : first + ":" }
            let name = has(.prefixes) || isAttribute ? "n\(declared.count)" : ""
            declared[name] = namespace
            fresh.append((name, namespace))
            return name.isEmpty ? "" : name + ":"
        }
        let element = prefix(names[tag.name].namespace, isAttribute: false) + names[tag.name].local
        var attributes = tag.attributes.map { attribute -> (String, String) in
            let name = prefix(names[attribute.name].namespace, isAttribute: true) + names[attribute.name].local
            return (name, has(.rekeyed) ? rekeyed(attribute.string, isID: name == "xml:id") : attribute.string)
        }
        attributes += fresh.map { ($0.0.isEmpty ? "xmlns" : "xmlns:" + $0.0, $0.1) }
        if has(.attributeOrder) { attributes.shuffle(using: &dice) }
        out += "<" + element
        for (name, value) in attributes {
            let quote = has(.quotes) && chance(2) ? "'" : "\""
            var escaped = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n", with: "&#10;").replacing("\t", with: "&#9;").replacing("\r", with: "&#13;")
            escaped = escaped.replacing(quote, with: quote == "'" ? "&apos;" : "&quot;")
            out += (has(.reindented) && chance(3) ? "\n  " : " ") + "\(name)=\(quote)\(escaped)\(quote)"
        }
        isTagOpen = true
        open.append((element, declared))
    }

    func end(at source: Int) {
        flush()
        let name = open.removeLast().name
        if isTagOpen, has(.emptyTags) ? chance(2) : true {
            out += "/>"
            isTagOpen = false
            return
        }
        closeTag()
        out += "</\(name)>"
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) { bytes += piece }

    func comment(_ text: UnsafeBufferPointer<UInt8>, at source: Int) {
        flush()
        closeTag()
        out += "<!--\(String(decoding: text, as: UTF8.self))-->"
    }
    func instruction(_ target: String, _ text: UnsafeBufferPointer<UInt8>, at source: Int) {
        flush()
        closeTag()
        out += "<?\(target) \(String(decoding: text, as: UTF8.self))?>"
    }

    private func closeTag() {
        if isTagOpen { out += ">" }
        isTagOpen = false
    }

    private func rekeyed(_ value: String, isID: Bool) -> String {
        if isID { return "k." + value }
        return value.split(separator: " ", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("#") && ids.contains(String(part.dropFirst())) ? "#k." + part.dropFirst() : String(part)
        }.joined(separator: " ")
    }

    private func flush() {
        guard !bytes.isEmpty else { return }
        closeTag()
        var text = String(decoding: bytes, as: UTF8.self)
        bytes = []
        if has(.decomposed) { text = text.decomposedStringWithCanonicalMapping }
        if has(.composed) { text = text.precomposedStringWithCanonicalMapping }
        if has(.cdata), chance(3), !text.contains("]]>"), !has(.latin1), !has(.cyrillic), !text.unicodeScalars.contains("\r") {
            out += "<![CDATA[\(text)]]>"
            return
        }
        var wasSpace = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\n", "\t":
                if has(.reindented) {
                    if !wasSpace { out += ["\n    ", " ", "\n\t", "  "][Int.random(in: 0..<4, using: &dice)] }
                } else {
                    out.unicodeScalars.append(scalar)
                }
                wasSpace = true
                continue
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\r": out += "&#13;"
            default:
                if has(.decimalReferences), chance(9) {
                    out += "&#\(scalar.value);"
                } else if has(.hexReferences), chance(9) {
                    out += "&#x\(String(scalar.value, radix: 16, uppercase: chance(2)));"
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
            wasSpace = false
        }
    }

    private func encoded() -> [UInt8] {
        var body = out
        if has(.crlf) { body = body.replacing("\n", with: "\r\n") }
        if has(.carriageReturns), !has(.crlf) { body = body.replacing("\n", with: "\r") }
        if has(.utf16Little) { return [0xFF, 0xFE] + "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\(body)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        if has(.utf16Big) { return [0xFE, 0xFF] + "<?xml version=\"1.0\"?>\(body)".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
        if has(.latin1) || has(.cyrillic) {
            let encoding: String.Encoding = has(.latin1) ? .isoLatin1 : .windowsCP1251
            var bytes = Array("<?xml version='1.0' encoding='\(has(.latin1) ? "ISO-8859-1" : "windows-1251")'?>".utf8)
            for scalar in body.unicodeScalars {
                if scalar.value < 0x80 {
                    bytes.append(UInt8(scalar.value))
                } else if let data = String(Character(scalar)).data(using: encoding), data.count == 1 {
                    bytes += data
                } else {
                    bytes += Array("&#\(scalar.value);".utf8)
                }
            }
            return bytes
        }
        return (has(.mark) ? [0xEF, 0xBB, 0xBF] : []) + Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\(body)\n".utf8)
    }
}
