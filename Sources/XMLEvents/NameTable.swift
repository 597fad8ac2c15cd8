import CLibXML2

/// Names by the pointers of libxml2's dictionary, which holds each string once: an open-addressing table over local name and namespace.
struct NameTable {
    private struct Entry {
        var local: UInt = 0
        var space: UInt = 0
        var id = 0
    }
    private var entries = [Entry](repeating: Entry(), count: 1024)
    private var locals: [String] = []

    mutating func id(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) -> (id: Int, isNew: Bool) {
        let first = UInt(bitPattern: local), second = UInt(bitPattern: space)
        let mixed = (UInt64(first) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(second) &* 0xBF58_476D_1CE4_E5B9)
        var slot = Int(truncatingIfNeeded: mixed >> 32) & (entries.count - 1)
        while entries[slot].local != 0 {
            if entries[slot].local == first, entries[slot].space == second { return (entries[slot].id, false) }
            slot = (slot + 1) & (entries.count - 1)
        }
        let fresh = locals.count
        entries[slot] = Entry(local: first, space: second, id: fresh)
        locals.append(String(cString: local))
        if locals.count * 2 > entries.count { grow() }
        return (fresh, true)
    }

    func local(_ id: Int) -> String { locals[id] }

    private mutating func grow() {
        var larger = [Entry](repeating: Entry(), count: entries.count * 2)
        for entry in entries where entry.local != 0 {
            let mixed = (UInt64(entry.local) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(entry.space) &* 0xBF58_476D_1CE4_E5B9)
            var slot = Int(truncatingIfNeeded: mixed >> 32) & (larger.count - 1)
            while larger[slot].local != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = entry
        }
        entries = larger
    }
}
