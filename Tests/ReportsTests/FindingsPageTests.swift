import Reports
import TestSupport
import Testing

/// docs/findings.md is made from the catalogue: `RECORD_GOLDENS=1 swift test --filter FindingsPageTests` makes it anew.
@Suite struct FindingsPageTests {
    @Test func pageIsWhatTheCatalogueSays() { expectFile(RuleText.findingsPage(), at: Repository.path("docs/findings.md")) }
}
