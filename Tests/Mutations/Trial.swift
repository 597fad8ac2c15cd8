public import Findings
import Palimpsest
import TestSupport

/// One pair of versions with what was planted between them, and what the tool said.
public struct Trial: Sendable {
    public enum Planted: Sendable, Hashable {
        case change(Change)
        case edit(Edit)

        var name: String {
            switch self {
            case .change(let change): change.rawValue
            case .edit(let edit): edit.rawValue
            }
        }
    }

    /// One finding, as far as the score needs it.
    public struct Said: Sendable, Hashable {
        public var rule: String
        public var severity: Severity
        public var certainty: Certainty
        public var isRight: Bool
        public var message: String
    }

    public var planted: Planted
    /// "en", "ru", or the corpus that the record came from.
    public var ground: String
    public var before: [UInt8]
    public var after: [UInt8]
    public var said: [Said] = []

    /// Lowest confidence at which findings are asked for: 0, so that the low ones can be judged as well; those below the tool's usual
    /// `minimumConfidence` count for the table of certainty only.
    mutating func judge(_ options: Options = Options(jobs: 1)) throws {
        var open = options
        open.minimumConfidence = 0
        let old = try Palimpsest.read(Input(name: "before.xml", bytes: before), options: options)
        let new = try Palimpsest.read(Input(name: "after.xml", bytes: after), options: options)
        said = compare(old, new, options: open).records.flatMap(\.findings).filter { $0.rule != .changeOther && $0.severity > .neutral }.map
        { finding in
            let isRight =
                switch planted {
                case .change(let change): change.isRightlyTold(by: finding.rule)
                case .edit: false
                }
            return Said(
                rule: finding.rule.id, severity: finding.confidence < options.minimumConfidence ? .neutral : finding.severity,
                certainty: finding.certainty, isRight: isRight,
                message: finding.message)
        }
    }

    /// Told by its own rule, as loud as the catalogue asks.
    public var isNamed: Bool {
        guard case .change(let change) = planted else { return false }
        return said.contains { $0.rule == change.rule && $0.severity >= change.bar }
    }
    /// Told by any of the rules that fit.
    public var isTold: Bool {
        guard case .change(let change) = planted else { return false }
        return said.contains { $0.isRight && $0.severity >= change.bar }
    }
    /// Something loud is said that was not planted.
    public var isFalse: Bool { said.contains { !$0.isRight && $0.severity >= .warning } }
    /// A note is made where nothing was changed (`fact.name` says itself that it may be a spelling).
    public var hasNote: Bool { said.contains { !$0.isRight && $0.severity >= .note && $0.rule != Rule.factName.id } }
}

/// Trials on invented pages, by seed: the same seed gives the same trials on every machine.
public func invented(seed: UInt64, each: Int, languages: [String] = ["en", "ru"]) throws -> [Trial] {
    var trials: [Trial] = []
    let tongues: [any Tongue] = [EnglishTongue(), RussianTongue()]
    for tongue in tongues where languages.contains(tongue.code) {
        for planted in Change.allCases.map(Trial.Planted.change) + Edit.allCases.map(Trial.Planted.edit) {
            var dice = SplitMix64(seed: seed ^ planted.name.utf8.reduce(UInt64(tongue.code.utf8.count)) { ($0 &* 31) &+ UInt64($1) })
            var made = 0
            // A page may have no place for a change; a dozen pages have one.
            for _ in 0..<each * 12 where made < each {
                guard var trial = Trial.invented(planted, tongue, &dice), trial.before != trial.after else { continue }
                try trial.judge()
                trials.append(trial)
                made += 1
            }
        }
    }
    return trials
}

extension Trial {
    static func invented(_ planted: Planted, _ tongue: any Tongue, _ dice: inout SplitMix64) -> Trial? {
        var page = Account.composed(tongue, &dice)
        switch planted {
        case .change(.homoglyph), .change(.invisible):
            guard let name = page.paragraphs.joined().flatMap(\.agents).randomElement(using: &dice)?.surname else { return nil }
            let hidden = planted == .change(.invisible) ? name.prefix(2) + "\u{200B}" + name.dropFirst(2) : withLookAlike(name)
            // A key is in small letters: only the name itself is found.
            return byHand(planted, page) { $0.replacingFirst(name, with: hidden) }
        case .change(.identityMoved):
            page.manner.marksNames = true
            let named = page.paragraphs.joined().flatMap(\.agents)
            guard named.count > 2, let one = named.first(where: { one in named.filter { $0 == one }.count == 1 }),
                let other = named.first(where: { $0 != one })
            else { return nil }
            return byHand(planted, page) { $0.replacingFirst("ref=\"#\(one.key)\"", with: "ref=\"#\(other.key)\"") }
        case .edit(.attributeOrder):
            return byHand(planted, page) {
                $0.replacingFirst("xml:id=\"page\" xml:lang=\"\(tongue.code)\"", with: "xml:lang='\(tongue.code)'  xml:id='page'")
            }
        case .edit(.spaces):
            return byHand(planted, page) { text in
                var isAfterDigit = false
                return String(
                    text.map { character in
                        defer { isAfterDigit = character.isNumber }
                        return character == " " && isAfterDigit ? "\u{A0}" : character
                    })
            }
        case .change(let change):
            guard let pair = page.planting(change, &dice) else { return nil }
            return Trial(planted: planted, ground: tongue.code, before: pair.before.record, after: pair.after.record)
        case .edit(let edit):
            guard let pair = page.retelling(edit, &dice) else { return nil }
            return Trial(planted: planted, ground: tongue.code, before: pair.before.record, after: pair.after.record)
        }
    }

    /// One letter of the name from the other alphabet.
    private static func withLookAlike(_ name: String) -> String {
        for (latin, cyrillic) in [("o", "о"), ("e", "е"), ("a", "а"), ("c", "с")] {
            if let other = name.replacingFirst(latin, with: cyrillic) ?? name.replacingFirst(cyrillic, with: latin) { return other }
        }
        return name
    }

    private static func byHand(_ planted: Planted, _ page: Account, _ edit: (String) -> String?) -> Trial? {
        let record = page.record
        guard let after = edit(String(decoding: record, as: UTF8.self)) else { return nil }
        return Trial(planted: planted, ground: page.tongue.code, before: record, after: Array(after.utf8))
    }
}

extension String {
    /// The text with the first occurrence replaced; nil where there is none.
    func replacingFirst(_ old: String, with new: String) -> String? {
        let bytes = Array(utf8)
        let wanted = Array(old.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        for at in 0...(bytes.count - wanted.count) where bytes[at..<(at + wanted.count)].elementsEqual(wanted) {
            return String(decoding: bytes[..<at] + Array(new.utf8) + bytes[(at + wanted.count)...], as: UTF8.self)
        }
        return nil
    }
}

extension Trial {
    /// What was planted and what was said instead, where it was not told or something else was; for people who look into it.
    public var miss: String? {
        let isMissed: Bool
        switch planted {
        case .change: isMissed = !isTold || isFalse
        case .edit: isMissed = isFalse || hasNote
        }
        guard isMissed else { return nil }
        let findings = said.map { "      \($0.isRight ? "right" : "wrong") \($0.severity) \($0.rule): \($0.message)" }.joined(
            separator: "\n")
        return "\(isTold ? "WRONG BESIDES" : "MISSED") \(planted.name) [\(ground)]\n\(difference)\(findings.isEmpty ? "" : "\n" + findings)"
    }

    /// Where the two versions differ, with a few words around.
    public var difference: String {
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = min(zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count, min(before.count, after.count) - start)
        func part(_ bytes: [UInt8]) -> String {
            let range = max(0, start - 90)..<min(bytes.count, bytes.count - end + 60)
            return String(decoding: bytes[range].prefix(700), as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return "   - \(part(before))\n   + \(part(after))"
    }

    /// What was planted, where, for people who look at samples.
    public var sample: String { "\(planted.name) [\(ground)]\n\(difference)" }
}
