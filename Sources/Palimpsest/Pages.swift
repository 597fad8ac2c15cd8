public import Findings
public import Records
import Vocabularies
public import XMLEvents

/// Whether an input is an export of many pages, told from its first bytes. Such an input may be larger than memory: it is read by its pages.
public func isPaged(head: [UInt8]) -> Bool { Vocabularies.isPaged(head: head) }

/// Reads an export page by page: each is a document with one record. Returns what stands outside of the pages.
public func readPages(_ stream: XMLStream, each: @escaping (Document) -> Void) throws(ReadError) -> Document {
    try Vocabularies.readPages(stream, each: each)
}

/// What is asked of each record of a stream of pages.
public enum Course: Sendable {
    /// Each version against the one before.
    case everyVersion
    /// The last version against the first.
    case firstAndLast
}

/// Follows the pages of an export through their revisions; memory is that of the largest page and of what was found.
public func history(_ stream: XMLStream, course: Course = .everyVersion, options: Options = Options()) throws(ReadError) -> RevisionReport {
    let follower = PageFollower(course, options)
    let rest = try Vocabularies.readPages(stream) { follower.take($0) }
    return follower.report(with: rest)
}

/// Gathers pages until there is work for every thread, then follows them.
private final class PageFollower {
    private let course: Course
    private let options: Options
    private var waiting: [Document] = []
    private var size = 0
    private var report = RevisionReport(versions: [])
    /// The versions of the first page, which are those of the run if it is the only one.
    private var versions: [VersionLabel] = []

    /// Bytes of text that wait at most. A page of many revisions is work enough for itself.
    private static let mostWaiting = 8 << 20

    init(_ course: Course, _ options: Options) {
        self.course = course
        self.options = options
    }

    func take(_ page: Document) {
        waiting.append(page)
        size += page.records.reduce(0) { $0 + $1.versions.reduce(0) { $0 + $1.text.count } }
        if size >= Self.mostWaiting { settle() }
    }

    private func settle() {
        var single = options
        single.jobs = 1
        let pages = waiting
        let parts = concurrently(pages.count, jobs: options.jobs) { [course, single] index in
            course == .everyVersion ? followed(pages[index], single) : endsCompared(pages[index], single)
        }
        waiting = []
        size = 0
        for part in parts {
            if report.records.isEmpty { versions = part.versions }
            for record in part.records {
                var record = record
                record.versions = record.versions ?? part.versions
                report.records.append(record)
            }
            report.warnings += part.warnings
            report.limits += part.limits.filter { !report.limits.contains($0) }
            report.census.add(part.census)
            report.checksums.checked += part.checksums.checked
            report.checksums.matched += part.checksums.matched
        }
    }

    func report(with rest: Document) -> RevisionReport {
        settle()
        report.warnings = rest.warnings + report.warnings
        report.limits += rest.limits.filter { !report.limits.contains($0) }
        // Of first and last, what is counted is those two versions of each page.
        if course == .everyVersion { report.census.add(rest.census) }
        if report.records.count == 1 {
            report.versions = versions
            report.records[0].versions = nil
        }
        report.settleChecksums()
        return report
    }
}
