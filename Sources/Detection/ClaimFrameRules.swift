import Alignment
import Findings
import Language

/// Who says so, before a claim that stays: "the journal reported that", "some historians hold that", taken from the claim or put before it.
///
/// Asked after the frames: a speaker exchanged or lost is told there; here the whole frame went or came, and its claim stands bare.
struct ClaimFrameRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// Of the first words of the claim so many content words must stand untouched.
    static let fewestKept = 2
    /// And among so many.
    static let reach = 8
    /// A frame is read off the shape of one side only.
    static let confidence = 0.75
    /// A frame of more words than this is a clause that says something of its own.
    static let longestFrame = 16

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        guard pack.code == "en" else { return }
        if let frame = frame(parallel.old, parallel.oldTouched, { parallel.editIndex(oldToken: $0) }), !explained.isExplained(frame.edit), !saysSo(parallel.new, parallel.edits[frame.edit].new) {
            let name = parallel.old.mentions(in: frame.speaker).first.map { parallel.old.mentions[$0].subject(inquiry.pair.authority) }
            let text = parallel.old.text(frame.speaker)
            let at = min(parallel.edits[frame.edit].new.lowerBound, max(0, parallel.new.tokens.count - 1))
            docket.file(
                Finding(
                    rule: .attributionSourceRemoved, severity: .warning, confidence: parallel.cap(Self.confidence), entity: name ?? Subject(id: text.lowercased(), name: text),
                    before: parallel.old.place(frame.tokens), after: parallel.new.place(at..<at), message: "'\(parallel.old.text(frame.tokens))' stood before the claim; it stands bare now",
                    evidence: [Evidence(kind: "slot", detail: "the claim stays")]))
            explained.mark(old: frame.tokens)
        }
        if let frame = frame(parallel.new, parallel.newTouched, { parallel.editIndex(newToken: $0) }), !explained.isExplained(frame.edit), !frame.isDoubting, !saysSo(parallel.old, parallel.edits[frame.edit].old) {
            let name = parallel.new.mentions(in: frame.speaker).first.map { parallel.new.mentions[$0].subject(inquiry.pair.authority) }
            docket.file(
                Finding(
                    rule: .attributionSourceAdded, severity: .warning, confidence: parallel.cap(Self.confidence), entity: name,
                    before: WordFinding(parallel: parallel, inquiry: inquiry).counterpart(parallel.edits[frame.edit]), after: parallel.new.place(frame.tokens),
                    message: "the claim stood bare; '\(parallel.new.text(frame.tokens))' stands before it now", evidence: [Evidence(kind: "slot", detail: "the claim stood before")]))
            explained.mark(new: frame.tokens)
        }
    }

    private struct Frame {
        var tokens: Range<Int>
        var speaker: Range<Int>
        var edit: Int
        /// The verb holds the claim off: a matter of stance.
        var isDoubting: Bool
    }

    /// The first frame of a side that one edit took or put whole, with its claim standing.
    private func frame(_ side: Side, _ isTouched: [Bool], _ edit: (Int) -> Int?) -> Frame? {
        for line in side.lines {
            for index in line.tokens where isTouched[index] && index > line.tokens.lowerBound && side.tokens[index].kind == .word && !side.tokens[index].isCapital {
                let senses = pack.wording.senses(of: side.tokens[index].folded).filter { $0.scale == .force }
                guard side.tokens[index].has(.speech) || !senses.isEmpty, let number = edit(index), index + 1 < line.tokens.upperBound, isTouched[index + 1],
                    side.tokens[index + 1].folded == "that", edit(index + 1) == number
                else { continue }
                guard let speaker = PhraseReader(side: side, line: line.tokens).left(of: index), !speaker.isPronoun, speaker.tokens.allSatisfy({ isTouched[$0] && edit($0) == number }) else { continue }
                let frame = speaker.tokens.lowerBound..<index + 2
                guard frame.count <= Self.longestFrame, side.tokens[speaker.tokens].contains(where: { $0.kind == .word && !$0.has(.function) || $0.has(.indefinite) }) else { continue }
                let claim = (index + 2..<min(index + 2 + Self.reach, line.tokens.upperBound)).filter { side.tokens[$0].kind != .punctuation && !side.tokens[$0].has(.function) }
                guard claim.count(where: { !isTouched[$0] }) >= Self.fewestKept else { continue }
                return Frame(tokens: frame, speaker: speaker.tokens, edit: number, isDoubting: senses.contains { $0.level < 0 })
            }
        }
        return nil
    }

    /// Somebody says so on the other side as well.
    private func saysSo(_ side: Side, _ range: Range<Int>) -> Bool {
        side.tokens[range].contains { $0.has([.speech, .source]) || pack.wording.senses(of: $0.folded).contains { $0.scale == .force || $0.scale == .reputed } }
    }
}
