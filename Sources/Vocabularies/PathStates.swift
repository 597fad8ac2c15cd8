import Settings

/// The paths of a mapping as a machine of states, built as far as a document needs it.
///
/// A position is a step of a path that is still to be met. The state of an element is the set of positions that its children may meet; it takes
/// the place of the table in a frame. From a state and a name follow the rules that fit and the next state: both are found once and looked up from
/// then on, so that reading compares no names and no paths. Only where a step asks for attributes are these looked at, at the start tag.
final class PathStates {
    /// What is known when an element begins.
    struct Arrival {
        /// The rule that counts, or -1.
        var rule: Int
        /// Rules whose text is that of one of its attributes.
        var attributeRules: [Int]
        /// Attributes, by number, that a rule for its children asks for.
        var carries: [Int]
        var state: Int
    }
    private struct Position {
        var step: Mapping.Step
        var tests: [(attribute: Int, value: [UInt8]?)]
        /// What is met with the last step of the path.
        var goal: Goal?
    }
    private enum Goal {
        case element(Int), attribute(Int)
        case carry(Int)
    }
    /// The outcomes from one state and name, by which of the tests were passed (a bit for each).
    private struct Fork {
        var tests: [(attribute: Int, value: [UInt8]?)]
        var outcomes: [(passed: UInt64, arrival: Int)]
    }

    /// A hostile pair of mapping and record could make a state for each element; real ones have some hundreds.
    static let mostStates = 1 << 12
    /// More tests on one element (all that its rules ask for) are not told apart.
    private static let mostTests = 64

    /// The names of attributes that the mapping speaks of, by number.
    let attributes: [Mapping.Name]
    private let positions: [Position]
    private var states: [[Int32]] = []
    private var stateIDs: [[Int32]: Int] = [:]
    private var forks: [Fork] = []
    private var forkIDs: [UInt64: Int] = [:]
    private(set) var arrivals: [Arrival] = []
    /// The state in which the root is met.
    static let root = 0
    private(set) var isFull = false

    init(_ mapping: Mapping) {
        var attributes: [Mapping.Name] = []
        var numbers: [Mapping.Name: Int] = [:]
        func number(_ name: Mapping.Name) -> Int {
            if let known = numbers[name] { return known }
            numbers[name] = attributes.count
            attributes.append(name)
            return attributes.count - 1
        }
        var start: [Int32] = []
        var positions: [Position] = []
        func add(_ steps: [Mapping.Step], _ goal: Goal) {
            start.append(Int32(truncatingIfNeeded: positions.count))
            for (index, step) in steps.enumerated() {
                positions.append(
                    Position(
                        step: step, tests: step.tests.map { (number($0.attribute), $0.value.map { Array($0.utf8) }) },
                        goal: index == steps.count - 1 ? goal : nil))
            }
        }
        for (index, rule) in mapping.rules.enumerated() {
            if let attribute = rule.attribute {
                _ = number(attribute)
                add(rule.steps, .attribute(index))
            } else {
                add(rule.steps, .element(index))
            }
            // In the order of the file, for the numbers not to depend on a dictionary's.
            for fact in Mapping.Fact.allCases {
                for stated in rule.facts[fact] ?? [] {
                    let carried = number(stated.name)
                    if stated.ofParent { add(rule.steps.count > 1 ? Array(rule.steps.dropLast()) : [.anywhere], .carry(carried)) }
                }
            }
        }
        for name in mapping.ids + mapping.languages { _ = number(name) }
        self.attributes = attributes
        self.positions = positions
        states = [start]
        stateIDs = [start: 0]
    }

    /// What an element is, by the state round it.
    /// - Parameters:
    ///   - name: the number of its name in the document, `local` and `namespace` that name.
    ///   - value: the value of an attribute, by number, if stated.
    func arrival(
        in state: Int, name: Int, local: String, namespace: String, value: (Int) -> UnsafeBufferPointer<UInt8>?
    ) -> Int {
        let key = UInt64(truncatingIfNeeded: state) << 32 | UInt64(truncatingIfNeeded: name)
        let fork: Int
        if let known = forkIDs[key] {
            fork = known
        } else {
            fork = forks.count
            forks.append(Fork(tests: tests(in: state, local, namespace), outcomes: []))
            forkIDs[key] = fork
        }
        var passed: UInt64 = 0
        for (index, test) in forks[fork].tests.enumerated() where Self.passes(test, value) { passed |= 1 << UInt64(index) }
        for outcome in forks[fork].outcomes where outcome.passed == passed { return outcome.arrival }
        let made = advance(from: state, local, namespace, value)
        forks[fork].outcomes.append((passed, made))
        return made
    }

    private static func passes(_ test: (attribute: Int, value: [UInt8]?), _ value: (Int) -> UnsafeBufferPointer<UInt8>?) -> Bool {
        guard let stated = value(test.attribute) else { return false }
        guard let wanted = test.value else { return true }
        return stated.elementsEqual(wanted)
    }

    private func tests(in state: Int, _ local: String, _ namespace: String) -> [(attribute: Int, value: [UInt8]?)] {
        var tests: [(attribute: Int, value: [UInt8]?)] = []
        for index in states[state] where fits(positions[Int(index)].step.element, local, namespace) {
            for test in positions[Int(index)].tests where !tests.contains(where: { $0.attribute == test.attribute && $0.value == test.value }) {
                if tests.count < Self.mostTests { tests.append(test) }
            }
        }
        return tests
    }

    private func fits(_ name: Mapping.Name, _ local: String, _ namespace: String) -> Bool {
        if let wanted = name.local, !wanted.utf8.elementsEqual(local.utf8) { return false }
        if let wanted = name.namespace, !wanted.utf8.elementsEqual(namespace.utf8) { return false }
        return true
    }

    /// All positions of the state at once: those that wait at any depth stay, those that the element meets move on.
    private func advance(from state: Int, _ local: String, _ namespace: String, _ value: (Int) -> UnsafeBufferPointer<UInt8>?) -> Int {
        var next: Set<Int32> = []
        var arrival = Arrival(rule: -1, attributeRules: [], carries: [], state: 0)
        for index in states[state] {
            let position = positions[Int(index)]
            if position.step.isDeep { next.insert(index) }
            guard fits(position.step.element, local, namespace), position.tests.allSatisfy({ Self.passes($0, value) }) else { continue }
            switch position.goal {
            case nil: next.insert(index + 1)
            // The last rule of the file that fits counts.
            case .element(let rule): arrival.rule = max(arrival.rule, rule)
            case .attribute(let rule): arrival.attributeRules.append(rule)
            case .carry(let attribute): if !arrival.carries.contains(attribute) { arrival.carries.append(attribute) }
            }
        }
        arrival.attributeRules.sort()
        let sorted = next.sorted()
        if let known = stateIDs[sorted] {
            arrival.state = known
        } else if states.count < Self.mostStates {
            arrival.state = states.count
            stateIDs[sorted] = states.count
            states.append(sorted)
        } else {
            isFull = true
        }
        arrivals.append(arrival)
        return arrivals.count - 1
    }
}
