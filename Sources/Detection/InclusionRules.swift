import Alignment
import Findings
import Records

/// Files that the record named as parts of itself (`xi:include`) and names no more. They are never opened: only their addresses are compared.
struct InclusionRules {
    let inquiry: Inquiry

    func apply(to docket: inout Docket) {
        let old = inquiry.pair.old, new = inquiry.pair.new
        guard !old.inclusions.isEmpty else { return }
        // The same file in another folder is the same part.
        func file(_ href: String) -> String { (href.split(separator: "/").last.map(String.init) ?? href).lowercased() }
        var standing: [String: Int] = [:]
        for inclusion in new.inclusions { standing[file(inclusion.href), default: 0] += 1 }
        for inclusion in old.inclusions {
            if let count = standing[file(inclusion.href)], count > 0 {
                standing[file(inclusion.href)] = count - 1
                continue
            }
            let (line, column) = old.source.position(of: inclusion.offset)
            let place = Place(
                span: inclusion.href, text: inclusion.href, spanStart: 0, path: old.path(of: inclusion.node), line: line, column: column,
                offset: inclusion.offset, length: 0)
            // Where text came in, the file may have been copied in: its words were never read, so nobody can tell.
            let mayStandInside = !inquiry.pair.alignment.inserted.isEmpty
            docket.file(
                Finding(
                    rule: .erasureRecord, severity: mayStandInside ? .warning : .error, confidence: mayStandInside ? 0.75 : nil, scope: .edition,
                    entity: Subject(id: inclusion.href, name: inclusion.href), before: place, after: nil,
                    message: "'\(inclusion.href)' was a part of the record; the later version does not include it"
                        + (mayStandInside ? "; new passages stand in the record, which may be its text" : ""),
                    evidence: [Evidence(kind: "search", detail: "looked for by its address and its file name")]))
        }
    }
}
