import Collation
import Inputs
import Palimpsest
import Records
import XMLEvents

/// What `collate` was given, as witnesses.
struct WitnessInputs {
    var witnesses: [Witness]
    var warnings: [Warning] = []

    /// Sigla of witnesses without a word, whose rows are empty: a wrong file, often.
    var silent: [String] { witnesses.filter(\.tokens.isEmpty).map(\.siglum) }

    static func read(_ names: [String], _ options: Options) throws(Failure) -> WitnessInputs {
        var arguments = RawArguments()
        if names.count == 1 { return try one(try InputFile.read(arguments.take(names[0]), limits: options.limits), options) }
        var result = WitnessInputs(witnesses: [])
        let sigla = sigla(names)
        for (name, siglum) in zip(names, sigla) {
            let input = try InputFile.read(arguments.take(name), limits: options.limits)
            if isJSON(input) { throw Failure(code: .usage, message: "\(name) is JSON, which holds all witnesses; name it alone") }
            if let text = try plainText(input, options) {
                result.witnesses.append(Witness(siglum: siglum, tokens: words(of: text)))
                continue
            }
            let document = try Documents.read(input, options)
            result.warnings += document.warnings
            result.witnesses.append(witness(document, siglum: siglum))
        }
        return result
    }

    private static func one(_ input: Input, _ options: Options) throws(Failure) -> WitnessInputs {
        if isJSON(input) {
            do throws(JSONError) { return WitnessInputs(witnesses: try readWitnesses(json: input.bytes, source: input.name)) } catch {
                throw Failure(code: .unreadable, message: error.description)
            }
        }
        if try plainText(input, options) != nil { throw Failure(code: .usage, message: "\(input.name) is one text; name the files to collate it with") }
        // The witnesses of a critical edition are its versions.
        var options = options
        options.reading = .witnesses
        let document = try Documents.read(input, options)
        guard let witnesses = Palimpsest.witnesses(in: document) else {
            let reason = document.holdsVersions ? "holds several records with versions of their own; give each a file of its own and collate them one at a time" : "holds one version only; name the files to collate it with"
            throw Failure(code: .usage, message: "\(input.name) \(reason)")
        }
        return WitnessInputs(witnesses: witnesses, warnings: document.warnings)
    }

    private static func isJSON(_ input: Input) -> Bool { opening(input.bytes).map { $0 == 0x7B || $0 == 0x5B && !isBracketedText(input.bytes) } ?? false }

    /// A text may begin with an editor's bracket; a list of JSON goes on with a value.
    private static func isBracketedText(_ bytes: [UInt8]) -> Bool {
        guard let bracket = bytes.firstIndex(of: 0x5B), let next = opening(Array(bytes[(bracket + 1)...].prefix(100))) else { return true }
        return !(next == 0x7B || next == 0x22 || next == 0x5B || next == 0x5D || next == 0x2D || (0x30...0x39).contains(next))
    }

    /// The first byte that is no white space.
    private static func opening(_ bytes: [UInt8]) -> UInt8? {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    }

    /// The text of a file that is no XML: one that does not begin with a tag, unless the vocabulary is named or the file calls itself XML.
    private static func plainText(_ input: Input, _ options: Options) throws(Failure) -> String? {
        let isNamedXML = ["xml", "xhtml", "html", "htm"].contains { input.name.lowercased().hasSuffix("." + $0) }
        guard options.vocabulary == nil, !isNamedXML else { return nil }
        let stated = options.encoding ?? (input.bytes.starts(with: [0xFF, 0xFE]) || input.bytes.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil)
        var bytes = input.bytes
        if let stated {
            do throws(ReadError) { bytes = try utf8(bytes, from: stated, named: input.name) } catch { throw Documents.failure(error) }
        }
        if opening(bytes) == UInt8(ascii: "<") { return nil }
        if bytes.contains(0) { throw Failure(code: .unreadable, message: "\(input.name) is neither text nor XML: it holds bytes of zero") }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(code: .unreadable, message: "\(input.name) is not UTF-8; say what it is in, for example --encoding windows-1252")
        }
        return text
    }

    /// The names of the files without folder and suffix; where two would be called the same, as they were named, and numbered where that is the same.
    static func sigla(_ names: [String]) -> [String] {
        let stems = names.map { name -> String in
            let file = name.split(separator: "/").last.map(String.init) ?? name
            guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
            return String(file[..<dot])
        }
        var taken: Set<String> = []
        return zip(names, stems).map { name, stem in
            let wish = stems.count { $0 == stem } > 1 ? name : stem
            var siglum = wish
            var number = 2
            while !taken.insert(siglum).inserted {
                siglum = "\(wish) (\(number))"
                number += 1
            }
            return siglum
        }
    }
}
