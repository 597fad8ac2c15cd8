import XMLEvents

/// Pointers within a document, and what is wrong with them.
struct Pointers {
    /// The number of the element that has the id.
    var ids: [String: Int] = [:]
    private var pending: [(attribute: String, id: String, source: Int)] = []
    private var nexts: [String: (to: String, source: Int)] = [:]
    private var order: [String] = []
    private var found: [(code: String, message: String, offset: Int)] = []

    /// The ids of the pointers within this document ("#a #b").
    static func local(_ value: String?) -> [String] {
        (value ?? "").split(separator: " ").filter { $0.hasPrefix("#") && !$0.contains("(") }.map { String($0.dropFirst()) }
    }

    mutating func note(_ attribute: KnownAttribute, _ value: String, from id: String?, source: Int) {
        for target in Self.local(value) {
            if let id, id.utf8.elementsEqual(target.utf8), attribute != .change {
                found.append(("pointer", "@\(attribute.rawValue) of '\(id)' points at itself", source))
                continue
            }
            switch attribute {
            case .change: pending.append((attribute.rawValue, target, source))
            case .next, .prev:
                pending.append((attribute.rawValue, target, source))
                if attribute == .next, let id, nexts[id] == nil {
                    nexts[id] = (target, source)
                    order.append(id)
                }
            default: break
            }
        }
    }

    mutating func noteDate(_ attribute: String, _ value: UnsafeBufferPointer<UInt8>, source: Int) {
        guard !StatedDate.isPlausible(value) else { return }
        found.append(("date", "@\(attribute) '\(String(decoding: value, as: UTF8.self))' is no date; write it as 1917-11-07", source))
    }

    var troubles: [(code: String, message: String, offset: Int)] {
        var all = found
        for pointer in pending where ids[pointer.id] == nil { all.append(("pointer", "@\(pointer.attribute) points at '#\(pointer.id)', which is not there", pointer.source)) }
        // Each chain is followed once; a chain that comes back to what it passed itself is a cycle.
        var passed: [String: Int] = [:]
        for (number, first) in order.enumerated() {
            var at = first
            while passed[at] == nil, let next = nexts[at] {
                passed[at] = number
                at = next.to
            }
            if passed[at] == number, let place = nexts[at] { all.append(("pointer", "@next runs in a circle through '\(at)'", place.source)) }
        }
        return all
    }
}

/// A prefix of pointers (`prefixDef`): "psn:trotsky" stands for "persons.xml#trotsky".
struct PointerPrefix {
    let prefix: String
    private let target: String
    private let isUnderstood: Bool
    private let source: Int

    /// Only patterns of one group, which takes all that follows the prefix, are resolved: no expression of a record is ever run.
    init(_ prefix: String, pattern: String, target: String, source: Int) {
        self.prefix = prefix
        self.target = target
        self.source = source
        let bare = pattern.drop { $0 == "^" }.filter { $0 != "$" }
        isUnderstood = bare.hasPrefix("(") && bare.hasSuffix(")") && bare.count { $0 == "(" } == 1 && target.contains("$1") && !target.contains("$2")
    }

    var trouble: (code: String, message: String, offset: Int)? {
        isUnderstood ? nil : ("prefix", "the pattern of the prefix '\(prefix)' is not resolved: pointers that use it are compared as written", source)
    }

    static func resolved(_ pointer: String, _ prefixes: [PointerPrefix]) -> String {
        guard !prefixes.isEmpty, let colon = pointer.firstIndex(of: ":") else { return pointer }
        let name = pointer[..<colon]
        guard let prefix = prefixes.first(where: { $0.isUnderstood && $0.prefix == name }) else { return pointer }
        let rest = pointer[pointer.index(after: colon)...]
        let target = Array(prefix.target.utf8)
        guard let hole = target.indices.dropLast().first(where: { target[$0] == UInt8(ascii: "$") && target[$0 + 1] == UInt8(ascii: "1") }) else { return pointer }
        return String(decoding: target[..<hole] + Array(rest.utf8) + target[(hole + 2)...], as: UTF8.self)
    }
}

/// Dates as attributes state them.
enum StatedDate {
    /// Whether a value has the form of a date or time of XML Schema or ISO 8601 with month, day and time in their bounds; a duration or week passes.
    static func isPlausible(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        var bytes = Array(value).drop { $0 <= 0x20 }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        guard !bytes.isEmpty else { return true }
        func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
        // Nothing but digits and the signs of dates; letters that ISO 8601 uses are T, Z, P, W and those of durations.
        guard bytes.allSatisfy({ isDigit($0) || "-:.+,/TZPWYMDHSR".utf8.contains($0) }), bytes.contains(where: isDigit) else { return false }
        let date = bytes.prefix { $0 != UInt8(ascii: "T") }
        let isPlain = date.allSatisfy { isDigit($0) || $0 == 0x2D }
        guard isPlain, !date.isEmpty else { return true }
        let parts = date.drop { $0 == 0x2D }.split(separator: 0x2D, omittingEmptySubsequences: false)
        let numbers = parts.map { $0.reduce(0) { min(100_000, $0 * 10 + Int($1) - 0x30) } }
        let dashes = date.prefix { $0 == 0x2D }.count
        // --11-07 and ---07 leave out the year.
        let fields: (month: Int?, day: Int?)
        switch dashes {
        case 2: fields = (numbers.first, numbers.count > 1 ? numbers[1] : nil)
        case 3: fields = (nil, numbers.first)
        default: fields = (numbers.count > 1 ? numbers[1] : nil, numbers.count > 2 ? numbers[2] : nil)
        }
        if let month = fields.month, !(1...12).contains(month) { return false }
        if let day = fields.day, !(1...longest(fields.month)).contains(day) { return false }
        return parts.count <= 3 && parts.allSatisfy { !$0.isEmpty }
    }

    private static func longest(_ month: Int?) -> Int {
        switch month {
        case 2: 29
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
