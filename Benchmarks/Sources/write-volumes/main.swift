// Writes a pair of made-up TEI volumes with known edits: FOLDER/a.xml, FOLDER/b.xml and FOLDER/truth.json.
//
//     swift run -c release write-volumes FOLDER KIND BYTES [SEED]
//
// KIND: e1, e5, e20 (so many per cent of the paragraphs reworded, deleted, added or moved), every (each sentence changed), shuffled, alldiff, repeat
// (a few paragraphs over and over, 5 % edited), oneline (e5 without a line break), same.
import Foundation

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("write-volumes: \(message)\n".utf8))
    exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, let bytes = Int(arguments[3]), bytes > 0 else { fail("usage: write-volumes FOLDER KIND BYTES [SEED]") }
let folder = arguments[1], kind = arguments[2]
let seed = arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1
var dice = Dice(state: seed &* 7_919)
var chronicle = Chronicle(seed: seed, names: max(40, bytes / 4_000))

var old: [String] = []
var size = 0
while size < bytes {
    let text = kind == "repeat" && old.count >= 12 ? old[dice.below(12)] : chronicle.paragraph()
    old.append(text)
    size += text.utf8.count + 10
}

struct Truth {
    var reworded = 0, deleted = 0, inserted = 0, moved = 0
}
var truth = Truth()
var new: [String] = []
let share: Double
switch kind {
case "e1": share = 0.01
case "e5", "oneline", "repeat": share = 0.05
case "e20": share = 0.2
case "same": share = 0
case "every", "shuffled", "alldiff": share = -1
default: fail("unknown kind '\(kind)'; known: e1, e5, e20, every, shuffled, alldiff, repeat, oneline, same")
}
switch kind {
case "every":
    new = old.map { chronicle.touchedEverywhere($0) }
    truth.reworded = old.count
case "shuffled":
    new = old.shuffled(using: &dice)
case "alldiff":
    new = old.map { _ in chronicle.paragraph() }
    truth.deleted = old.count
    truth.inserted = old.count
default:
    var waiting: [String] = []
    for text in old {
        if !waiting.isEmpty, dice.chance(0.02) { new.append(waiting.removeFirst()) }
        guard dice.chance(share) else {
            new.append(text)
            continue
        }
        switch dice.below(10) {
        case 0..<6:
            let other = chronicle.reworded(text)
            new.append(other)
            if other != text { truth.reworded += 1 }
        case 6: truth.deleted += 1
        case 7:
            new.append(text)
            new.append(chronicle.paragraph())
            truth.inserted += 1
        default:
            waiting.append(text)
            truth.moved += 1
        }
    }
    new += waiting
}

func volume(_ paragraphs: [String], lineBreaks: Bool) -> String {
    let end = lineBreaks ? "\n" : ""
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(end)<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>A chronicle</title></titleStmt>"
        + "<publicationStmt><p>Made up.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>\(end)<text><body>\(end)"
    for start in stride(from: 0, to: paragraphs.count, by: 40) {
        text += "<div><head>Chapter \(start / 40 + 1)</head>\(end)"
        for paragraph in paragraphs[start..<min(start + 40, paragraphs.count)] { text += "<p>\(paragraph)</p>\(end)" }
        text += "</div>\(end)"
    }
    return text + "</body></text></TEI>\(end)"
}

do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(volume(old, lineBreaks: kind != "oneline").utf8).write(to: URL(fileURLWithPath: folder + "/a.xml"))
    try Data(volume(new, lineBreaks: kind != "oneline").utf8).write(to: URL(fileURLWithPath: folder + "/b.xml"))
    let written = "{\"kind\": \"\(kind)\", \"seed\": \(seed), \"reworded\": \(truth.reworded), \"deleted\": \(truth.deleted), \"inserted\": \(truth.inserted), \"moved\": \(truth.moved)}\n"
    try Data(written.utf8).write(to: URL(fileURLWithPath: folder + "/truth.json"))
} catch { fail("\(error)") }
