import Collation
import PlainText
import Traditions

/// `palimpsest-traditions [SEEDS]`: invented traditions with their true places and with those that we find, one JSON object a line, for
/// Scripts/compare-with-collatex.py.
@main struct Main {
    static func main() {
        let seeds = CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) } ?? 1
        for manner in Tradition.Manner.grid {
            for tongue in Tongue.all {
                for seed in 1...max(1, seeds) { print(line(Tradition(manner, in: tongue, seed: seed))) }
            }
        }
    }

    private static func line(_ tradition: Tradition) -> String {
        let witnesses = tradition.witnesses.map { witness in
            "{\"id\":\"\(witness.siglum)\",\"tokens\":[\(witness.tokens.map { "{\"t\":\"\($0.text)\",\"n\":\"\($0.compared)\"}" }.joined(separator: ","))]}"
        }
        return "{\"manner\":\"\(tradition.manner.name)\",\"tongue\":\"\(tradition.tongue)\",\"witnesses\":[\(witnesses.joined(separator: ","))],"
            + "\"places\":\(tradition.places),\"found\":\(collate(tradition.witnesses).places)}"
    }
}
