import Alignment
import Findings
import Language
import PlainText
import Records

/// Passages that tell nothing about the past: the buttons of a page, a worker's questions to himself, a relation that is stated in attributes now.
struct Boilerplate {
    let inquiry: Inquiry
    let isOld: Bool

    struct Kind {
        var rule: Rule
        var message: String
    }

    /// Longer notes are remarks for the reader, whatever sign they end with.
    static let longestQuery = 14
    /// Fewer letters of a name say nothing of an identifier.
    static let shortestPart = 4

    private var version: Version { isOld ? inquiry.pair.old : inquiry.pair.new }

    /// What the passage is besides testimony; nil: testimony.
    func kind(_ index: Int) -> Kind? {
        let passage = version.passages[index]
        guard passage.words.count <= Self.longestQuery else { return nil }
        let pack = inquiry.pack(version, index), words = version.tokens[passage.words].map { inquiry.pair.words.string($0.word) }
        if pack.group("interface").contains(words.joined(separator: "_")) { return Kind(rule: .neutralBookkeeping, message: "a button or label of the page") }
        if passage.role == .note, isQuery(passage, words, pack) { return Kind(rule: .neutralBookkeeping, message: "an editor's note to himself") }
        if isOld, isRelated(passage, words) { return Kind(rule: .neutralMarkup, message: "the relation is stated in attributes now") }
        return nil
    }

    /// "how deal with twins?", "TODO", "N/A": begun small and ending in a question, or with a word that workers mark such notes with.
    private func isQuery(_ passage: Passage, _ words: [String], _ pack: LanguagePack) -> Bool {
        let text = version.string(passage), marks = pack.group("query")
        let opensSmall = text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
        return opensSmall && text.hasSuffix("?") || words.first.map(marks.contains) == true && words.count <= 4 || marks.contains(text.lowercased())
    }

    /// Every name of a relation told in words stands in the pointers of a relation that came.
    private func isRelated(_ passage: Passage, _ words: [String]) -> Bool {
        guard isInRelation(passage, version) else { return false }
        let new = inquiry.pair.new
        let told = inquiry.pair.alignment.inserted.filter { isInRelation(new.passages[$0], new) }.map { Folding.folded(new.string(new.passages[$0])) }
        guard !told.isEmpty else { return false }
        let names = zip(words, version.tokens[passage.words]).filter { $1.marks.contains(.capital) || $0.utf8.contains { (0x30...0x39).contains($0) } }.map(\.0).filter { $0.utf8.count >= Self.shortestPart }
        return !names.isEmpty && names.allSatisfy { name in told.contains { $0.utf8.count >= name.utf8.count && $0.contains(name) } }
    }

    private func isInRelation(_ passage: Passage, _ version: Version) -> Bool {
        var node = passage.node
        while node >= 0 {
            let element = version.symbols[version.nodes[Int(node)].element]
            if element == "relation" || element == "listRelation" { return true }
            node = version.nodes[Int(node)].parent
        }
        return false
    }
}
