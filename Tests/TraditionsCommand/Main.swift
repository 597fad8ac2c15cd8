import Collation
import PlainText
import Traditions

/// `palimpsest-traditions [FIRST [LAST]]`: invented traditions of these seeds, with their true places and with those that we find, one JSON
/// object a line, for Scripts/compare-with-collatex.py.
@main struct Main {
    static func main() {
        let bounds = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        let first = bounds.first ?? 1, last = max(first, bounds.dropFirst().first ?? first)
        for manner in Tradition.Manner.grid {
            for tongue in Tongue.all {
                for seed in first...last { print(line(Tradition(manner, in: tongue, seed: seed))) }
            }
        }
    }

    private static func line(_ tradition: Tradition) -> String {
        let witnesses = tradition.witnesses.map { witness in
            "{\"id\":\"\(witness.siglum)\",\"tokens\":[\(witness.tokens.map { "{\"t\":\"\($0.text)\",\"n\":\"\($0.compared)\"}" }.joined(separator: ","))]}"
        }
        return "{\"manner\":\"\(tradition.manner.name)\",\"tongue\":\"\(tradition.tongue)\",\"seed\":\(tradition.seed),\"witnesses\":[\(witnesses.joined(separator: ","))],"
            + "\"places\":\(tradition.places),\"found\":\(collate(tradition.witnesses).places)}"
    }
}
