import Foundation
import Palimpsest
import Records
import TestSupport

/// Trials on records of any corpus: what their mark-up lets one plant without understanding the sentences. Files that hold versions
/// of their own, and files that the tool does not read, are passed over.
public func inRecords(_ paths: [String], seed: UInt64, each: Int) throws -> [Trial] {
    var files: [String] = []
    for path in paths {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        if !isFolder.boolValue {
            files.append(path)
        } else if let inside = FileManager.default.enumerator(atPath: path) {
            files += inside.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted().map { path + "/" + $0 }
        }
    }
    var trials: [Trial] = []
    for (number, file) in files.enumerated() {
        guard let data = FileManager.default.contents(atPath: file), data.count < 1 << 20 else { continue }
        guard let document = try? Palimpsest.read(Input(name: file, bytes: Array(data))), !document.holdsVersions else { continue }
        let planter = RecordPlanter(Array(data))
        for planted in RecordPlanter.kinds {
            var dice = SplitMix64(seed: seed &+ UInt64(number) &* 7919 &+ planted.name.utf8.reduce(0) { ($0 &* 31) &+ UInt64($1) })
            var places = planter.places(planted)
            places.shuffle(using: &dice)
            for place in places.prefix(each) {
                guard let after = planter.plant(planted, place, &dice), after != planter.markup.bytes else { continue }
                var trial = Trial(planted: planted, ground: "records", before: planter.markup.bytes, after: after)
                try trial.judge()
                trials.append(trial)
            }
        }
    }
    return trials
}

/// What can be planted in one record.
struct RecordPlanter {
    let markup: Markup
    private let isRussian: Bool
    private let named: [Int]
    private let body: Set<String> = ["text", "body", "version"]
    private static let names: Set<String> = ["persName", "rs", "orgName"]
    private static let blocks: Set<String> = ["p", "ab"]

    /// What a record's mark-up lets one plant.
    static let kinds: [Trial.Planted] =
        [
            Change.leftOutOfList, .anonymised, .agentReplaced, .hedgeAdded, .doubtAdded, .labelWorse, .sentenceDropped, .lastMentionDropped,
            .passageDropped,
            .quoteAltered, .sourceRemoved, .authorReplaced, .authorRemoved, .dateChanged, .numberChanged, .placeChanged, .imageReplaced,
            .identityMoved,
            .homoglyph, .invisible, .withheld,
        ].map(Trial.Planted.change)
        + [Edit.indentation, .markup, .keys, .attributeOrder, .spaces, .dateStyle, .move, .quotationMarks].map(Trial.Planted.edit)

    init(_ record: [UInt8]) {
        let markup = Markup(record)
        self.markup = markup
        named = markup.elements.indices.filter {
            let element = markup.elements[$0]
            return Self.names.contains(element.name) && markup.stands(element, in: ["p", "ab"])
                && !markup.stands(element, in: ["teiHeader", "standOff", "persons", "quote", "q", "bibl", "note", "del"])
        }
        isRussian =
            markup.words(0..<record.count).filter { $0.unicodeScalars.allSatisfy { (0x400...0x4FF).contains($0.value) } }.count * 2
            > markup.words(0..<record.count).count
    }

    private func isText(_ element: Markup.Element) -> Bool { !markup.stands(element, in: ["teiHeader", "standOff", "persons"]) }

    /// Runs of three names and more with nothing but commas and "and" between.
    private var enumerations: [[Int]] {
        var runs: [[Int]] = []
        var run: [Int] = []
        for index in named {
            if let last = run.last, markup.elements[last].parent == markup.elements[index].parent {
                let between = markup.text(markup.elements[last].outer.upperBound..<markup.elements[index].outer.lowerBound).split(
                    whereSeparator: \.isWhitespace
                ).joined(separator: " ")
                if [",", "and", ", and", "и"].contains(between) {
                    run.append(index)
                    continue
                }
            }
            if run.count > 2 { runs.append(run) }
            run = [index]
        }
        if run.count > 2 { runs.append(run) }
        return runs
    }

    /// Names at the beginning of a sentence with a verb (a small letter) right behind: most likely the agent.
    private var agents: [Int] {
        let starts = Set(
            blocks.flatMap { markup.sentences(of: $0) }.map { sentence in
                sentence.lowerBound + markup.bytes[sentence].prefix { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.count
            })
        return named.filter { index in
            let element = markup.elements[index]
            guard element.name == "persName", starts.contains(element.outer.lowerBound), element.outer.upperBound + 1 < markup.bytes.count
            else { return false }
            let next = markup.text(element.outer.upperBound..<min(markup.bytes.count, element.outer.upperBound + 12)).drop(
                while: \.isWhitespace)
            let word = next.prefix(while: \.isLetter)
            return next.first?.isLowercase == true && !["and", "и", "or"].contains(String(word))
        }
    }

    private var blocks: [Int] {
        markup.elements.indices.filter {
            Self.blocks.contains(markup.elements[$0].name) && isText(markup.elements[$0]) && markup.stands(markup.elements[$0], in: body)
        }
    }

    private func key(_ index: Int) -> String? { markup.attribute("ref", of: markup.elements[index])?.value }

    private func indices(_ name: String, _ fits: (Markup.Element) -> Bool = { _ in true }) -> [Int] {
        markup.elements.indices.filter { markup.elements[$0].name == name && isText(markup.elements[$0]) && fits(markup.elements[$0]) }
    }

    /// Where it can be planted: an index of an element, or of what the kind counts by.
    func places(_ planted: Trial.Planted) -> [Int] {
        switch planted {
        case .change(let change):
            switch change {
            case .leftOutOfList: return Array(enumerations.indices)
            case .anonymised, .agentReplaced, .labelWorse: return agents
            case .hedgeAdded:
                return agents.filter { index in
                    let next =
                        markup.text(
                            markup.elements[index].outer.upperBound..<min(markup.bytes.count, markup.elements[index].outer.upperBound + 40)
                        ).split(whereSeparator: \.isWhitespace).first ?? ""
                    return next.hasSuffix("ed") || isRussian && (next.hasSuffix("л") || next.hasSuffix("ла"))
                }
            case .doubtAdded: return blocks.filter { markup.text(markup.elements[$0].inner).contains(" said that ") }
            case .sentenceDropped, .withheld:
                return blocks.filter { markup.sentences(of: $0).count > 1 && markup.words(markup.elements[$0].inner).count > 12 }
            case .lastMentionDropped:
                return blocks.filter { block in
                    markup.sentences(of: block).count > 1 && markup.sentences(of: block).contains { last(in: $0) }
                }
            case .passageDropped:
                return blocks.filter { block in
                    markup.words(markup.elements[block].inner).count > 8
                        && named.contains { markup.elements[$0].outer.overlaps(markup.elements[block].inner) }
                }
            case .quoteAltered:
                return indices("quote") {
                    markup.words($0.inner).filter { $0.count > 4 && $0.allSatisfy(\.isLowercase) }.count > 0
                        && !markup.text($0.inner).contains("<")
                }
            case .sourceRemoved: return indices("bibl") { markup.stands($0, in: ["p"]) }
            case .authorReplaced, .authorRemoved: return indices("byline") { markup.words($0.inner).count < 8 }
            case .dateChanged:
                return indices("date") {
                    markup.stands($0, in: ["p"]) && Int(markup.text($0.inner).prefix { $0.isNumber }).map { (1...28).contains($0) } == true
                        && !markup.text($0.inner).contains("(")
                }
            case .numberChanged: return numbers.indices.map { $0 }
            case .placeChanged: return indices("placeName") { markup.stands($0, in: ["p"]) }
            case .imageReplaced: return indices("graphic") { !markup.stands($0, in: ["facsimile", "sourceDoc", "surface"]) }
            case .identityMoved:
                return named.filter { index in key(index).map { key in named.filter { self.key($0) == key }.count > 1 } == true }
            case .homoglyph, .invisible:
                return named.filter {
                    markup.text(markup.elements[$0].inner).utf8.count > 4 && !markup.text(markup.elements[$0].inner).contains("<")
                        && !isRussian
                }
            default: return []
            }
        case .edit(let edit):
            switch edit {
            case .markup: return named.isEmpty ? [] : [0]
            case .keys: return named.contains { key($0) != nil } ? [0] : []
            case .dateStyle:
                return isRussian
                    ? []
                    : indices("date") {
                        markup.text($0.inner).split(separator: " ").count == 3
                            && Int(markup.text($0.inner).prefix(2).filter(\.isNumber)) != nil && !markup.text($0.inner).contains("(")
                    }
            case .move: return blocks.count > 2 ? [0] : []
            case .quotationMarks: return blocks.contains { markup.text(markup.elements[$0].inner).contains("'") } ? [0] : []
            default: return [0]
            }
        }
    }

    /// The names of a sentence that nothing else in the record has.
    private func last(in sentence: Range<Int>) -> Bool {
        named.contains { index in
            guard sentence.contains(markup.elements[index].outer.lowerBound), let key = key(index) else { return false }
            return markup.elements.indices.filter {
                Self.names.contains(markup.elements[$0].name) && isText(markup.elements[$0]) && self.key($0) == key
            }.count == 1
        }
    }

    /// Figures before a word in small letters, outside of dates, sources and the names of months.
    private var numbers: [Range<Int>] {
        var found: [Range<Int>] = []
        for block in blocks {
            let inside = markup.children(of: block)
            var at = markup.elements[block].inner.lowerBound
            while at < markup.elements[block].inner.upperBound {
                if let child = inside.first(where: { $0.outer.contains(at) }) {
                    at = child.outer.upperBound
                    continue
                }
                let digits = markup.bytes[at..<markup.elements[block].inner.upperBound].prefix { (0x30...0x39).contains($0) }
                guard !digits.isEmpty else {
                    at += 1
                    continue
                }
                let next = markup.text(digits.endIndex..<min(markup.bytes.count, digits.endIndex + 24))
                let word = next.dropFirst().prefix(while: \.isLetter)
                // Behind a capital it is the day of a month, or the number of something.
                let before = markup.text(max(0, at - 24)..<at).split(separator: " ").last ?? ""
                let isAlone = at > 0 && markup.bytes[at - 1] == 0x20 && before.first?.isUppercase != true
                let months = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "год", "век"]
                if isAlone, digits.count < 4, next.first == " ", word.count > 2, word.allSatisfy(\.isLowercase),
                    !months.contains(where: { word.hasPrefix($0) })
                {
                    found.append(at..<digits.endIndex)
                }
                at = digits.endIndex
            }
        }
        return found
    }

    func plant(_ planted: Trial.Planted, _ place: Int, _ dice: inout SplitMix64) -> [UInt8]? {
        switch planted {
        case .change(let change): return plant(change, place, &dice)
        case .edit(let edit): return retell(edit, place, &dice)
        }
    }

    private func plant(_ change: Change, _ place: Int, _ dice: inout SplitMix64) -> [UInt8]? {
        let element = markup.elements.indices.contains(place) ? markup.elements[place] : nil
        switch change {
        case .leftOutOfList:
            let run = enumerations[place]
            let gone = Int.random(in: 0..<run.count, using: &dice)
            let all = run.map { markup.elements[$0].outer }
            if gone < run.count - 2 { return markup.removing([all[gone].lowerBound..<all[gone + 1].lowerBound]) }
            if gone == run.count - 2 { return markup.removing([all[gone - 1].upperBound..<all[gone].upperBound]) }
            // The last one goes: the "and" moves up.
            let and = markup.text(all[gone - 1].upperBound..<all[gone].lowerBound)
            let kept = markup.text(all[gone - 1])
            return markup.replacing(
                all[gone - 2].upperBound..<all[gone].upperBound, with: (run.count == 3 ? and.replacing(",", with: "") : and) + kept)
        case .anonymised: return element.map { markup.replacing($0.outer, with: isRussian ? "Один из них" : "One of them") }
        case .labelWorse:
            return element.map { markup.replacing($0.outer, with: (isRussian ? "Предатель " : "The traitor ") + markup.text($0.outer)) }
        case .agentReplaced:
            guard let element, let own = key(place) else { return nil }
            let present = Set(named.filter { markup.elements[$0].parent == element.parent }.compactMap(key))
            let others = named.filter { other in
                key(other).map { $0 != own && !present.contains($0) } == true && markup.elements[other].name == "persName"
            }
            guard let other = others.randomElement(using: &dice), !isRussian else { return nil }
            return markup.replacing(element.outer, with: markup.text(markup.elements[other].outer))
        case .hedgeAdded:
            return element.map { markup.replacing($0.outer, with: markup.text($0.outer) + (isRussian ? " якобы" : " allegedly")) }
        case .doubtAdded:
            return element.flatMap { markup.text($0.outer).replacingFirst(" said that ", with: " claimed that ") }.map { text in
                markup.replacing(element?.outer ?? 0..<0, with: text)
            }
        case .sentenceDropped, .withheld:
            let sentences = markup.sentences(of: place).filter { markup.words($0).count > 4 }
            guard let one = sentences.randomElement(using: &dice) else { return nil }
            return change == .withheld ? markup.replacing(one, with: " <gap reason=\"withheld\"/>") : markup.removing([one])
        case .lastMentionDropped:
            return markup.sentences(of: place).filter { last(in: $0) }.randomElement(using: &dice).map { markup.removing([$0]) }
        case .passageDropped: return element.map { markup.removing([$0.outer]) }
        case .quoteAltered:
            guard let element else { return nil }
            let text = markup.text(element.inner)
            let words = markup.words(element.inner).filter { $0.count > 4 && $0.allSatisfy(\.isLowercase) }
            let all = markup.words(0..<markup.bytes.count).filter { word in
                word.count > 5 && word.allSatisfy(\.isLowercase) && !words.contains(word)
            }
            guard let one = words.randomElement(using: &dice), let other = all.randomElement(using: &dice) else { return nil }
            return text.replacingFirst(one, with: other).map { markup.replacing(element.inner, with: $0) }
        case .sourceRemoved:
            guard let element else { return nil }
            var range = element.outer
            if range.lowerBound > 0, markup.bytes[range.lowerBound - 1] == UInt8(ascii: "("),
                markup.bytes[range.upperBound] == UInt8(ascii: ")")
            {
                range = (range.lowerBound - 1)..<(range.upperBound + 1)
            }
            return markup.removing([range])
        case .authorReplaced: return element.map { markup.replacing($0.inner, with: isRussian ? "И. Заречный" : "By J. Harcourt") }
        case .authorRemoved: return element.map { markup.removing([$0.outer]) }
        case .dateChanged:
            guard let element else { return nil }
            let text = markup.text(element.inner)
            let digits = text.prefix { $0.isNumber }
            guard let day = Int(digits) else { return nil }
            let other = day > 14 ? day - 9 : day + 9
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let tag = markup.text(element.tag).replacing("-\(two(day))\"", with: "-\(two(other))\"")
            return markup.replacing(
                element.tag.lowerBound..<element.inner.upperBound, with: tag + "\(other)" + text.dropFirst(digits.count))
        case .numberChanged:
            let range = numbers[place]
            return Int(markup.text(range)).map { markup.replacing(range, with: "\($0 + ($0 > 40 ? 30 : 7))") }
        case .placeChanged:
            guard let element else { return nil }
            let all = indices("placeName")
            let present = Set(all.filter { markup.elements[$0].parent == element.parent }.map { markup.text(markup.elements[$0].inner) })
            let others = all.filter {
                !present.contains(markup.text(markup.elements[$0].inner)) && (key($0) == nil || key($0) != key(place))
            }
            return others.randomElement(using: &dice).map { markup.replacing(element.outer, with: markup.text(markup.elements[$0].outer)) }
        case .imageReplaced:
            guard let element, let url = markup.attribute("url", of: element) else { return nil }
            return markup.replacing(url.place, with: "plates/other.jpg")
        case .identityMoved:
            guard let element, let old = markup.attribute("ref", of: element),
                let other = named.filter({ key($0) != nil && key($0) != old.value && markup.elements[$0].name == element.name })
                    .randomElement(using: &dice)
            else { return nil }
            return markup.replacing(old.place, with: key(other) ?? "")
        case .homoglyph:
            guard let element else { return nil }
            let text = markup.text(element.inner)
            return (text.replacingFirst("o", with: "о") ?? text.replacingFirst("e", with: "е") ?? text.replacingFirst("a", with: "а")).map {
                markup.replacing(element.inner, with: $0)
            }
        case .invisible:
            guard let element else { return nil }
            let text = markup.text(element.inner)
            // Inside the longest word: behind an initial it would hide nothing.
            guard let word = markup.words(element.inner).max(by: { $0.count < $1.count }), word.count > 3 else { return nil }
            return text.replacingFirst(word, with: word.prefix(2) + "\u{200B}" + word.dropFirst(2)).map {
                markup.replacing(element.inner, with: $0)
            }
        default: return nil
        }
    }

    private func retell(_ edit: Edit, _ place: Int, _ dice: inout SplitMix64) -> [UInt8]? {
        switch edit {
        case .indentation, .spaces, .quotationMarks:
            var all: [UInt8] = []
            var at = 0
            let inside = blocks.map { markup.elements[$0].inner }
            var isTag = false
            var count = 0
            while at < markup.bytes.count {
                let byte = markup.bytes[at]
                if byte == UInt8(ascii: "<") { isTag = true }
                if byte == UInt8(ascii: ">") { isTag = false }
                let isInside = !isTag && inside.contains { $0.contains(at) }
                if edit == .indentation, isInside, byte == 0x20 {
                    count += 1
                    all += count % 4 == 0 ? Array("\n\t".utf8) : [byte]
                } else if edit == .spaces, isInside, byte == 0x20, at > 0, (0x30...0x39).contains(markup.bytes[at - 1]) {
                    all += Array("\u{A0}".utf8)
                } else if edit == .quotationMarks, isInside, byte == UInt8(ascii: "'") {
                    all += Array("’".utf8)
                } else {
                    all.append(byte)
                }
                at += 1
            }
            return all
        case .markup:
            return renamed
        case .keys:
            let text = String(decoding: markup.bytes, as: UTF8.self)
            return Array(
                text.replacing("ref=\"#", with: "ref=\"#new-").replacing("who=\"#", with: "who=\"#new-").replacing(
                    "source=\"#", with: "source=\"#new-"
                ).replacing("xml:id=\"", with: "xml:id=\"new-").replacing("corresp=\"#", with: "corresp=\"#new-").utf8)
        case .attributeOrder:
            guard let root = markup.elements.first, let id = markup.attribute("xml:id", of: root),
                let language = markup.attribute("xml:lang", of: root)
            else { return nil }
            let a = markup.text((id.place.lowerBound - 8)..<(id.place.upperBound + 1))
            let b = markup.text((language.place.lowerBound - 10)..<(language.place.upperBound + 1))
            return markup.text(root.tag).replacingFirst("\(a) \(b)", with: "\(b)  \(a)").map { markup.replacing(root.tag, with: $0) }
        case .dateStyle:
            let element = markup.elements[place]
            let parts = markup.text(element.inner).split(separator: " ")
            return markup.replacing(element.inner, with: "\(parts[1]) \(parts[0]), \(parts[2])")
        case .move:
            // Two neighbours of one parent change places.
            for (left, right) in zip(blocks, blocks.dropFirst()) where markup.elements[left].parent == markup.elements[right].parent {
                let a = markup.elements[left].outer
                let b = markup.elements[right].outer
                guard markup.words(a.upperBound..<b.lowerBound).isEmpty, markup.words(a).count > 8, markup.words(b).count > 8 else {
                    continue
                }
                return markup.replacing(
                    a.lowerBound..<b.upperBound, with: markup.text(b) + markup.text(a.upperBound..<b.lowerBound) + markup.text(a))
            }
            return nil
        default: return nil
        }
    }

    /// Each `persName` of a paragraph that has a key as `rs`.
    private var renamed: [UInt8] {
        var all = markup.bytes
        for index in named.reversed() where markup.elements[index].name == "persName" && key(index) != nil {
            let element = markup.elements[index]
            all.replaceSubrange(element.inner.upperBound..<element.outer.upperBound, with: Array("</rs>".utf8))
            all.replaceSubrange(element.outer.lowerBound..<(element.outer.lowerBound + 9), with: Array("<rs type=\"person\"".utf8))
        }
        return all
    }
}
