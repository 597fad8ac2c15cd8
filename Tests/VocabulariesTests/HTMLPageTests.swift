import Records
import Testing
import Vocabularies
import XMLEvents

/// What a web page becomes: passages with their roles, and what is set aside under which name.
@Suite struct HTMLPageTests {
    private static func read(_ page: String) throws -> Document { try Vocabularies.read(Array(page.utf8), named: "page.html") }

    private static func passages(_ page: String) throws -> [String] {
        let document = try read(page)
        #expect(document.census.isComplete)
        let version = try #require(document.records.first?.versions.first)
        return version.passages.map { "\($0.role) \(version.string($0))" }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var page: String
        var passages: [String]
        init(_ page: String, _ passages: [String]) {
            self.page = page
            self.passages = passages
        }
        var testDescription: String { page }
    }

    static let rows: [Row] = [
        // old pages: bare text, two line breaks for a paragraph, cells and fonts for layout
        Row("<html><body>One.<br><br>Two.<br>\n<br>Three.</body></html>", ["paragraph One.", "paragraph Two.", "paragraph Three."]),
        Row("<html><body>One<br>line.</body></html>", ["paragraph One line."]),
        Row("<html><body>One.<h2>Head</h2>Two.<hr>Three.</body></html>", ["paragraph One.", "heading Head", "paragraph Two.", "paragraph Three."]),
        Row("<html><body><table><tr><td><font>One.<br><br><b>Two.<br><br>Three</b>.</font></td></tr></table></body></html>", ["cell One.", "cell Two.", "cell Three."]),
        Row("<html><body><center><b>One</b> two</center></body></html>", ["paragraph One two"]),
        Row("<p>One<p>Two<ul><li>a<li>b</ul></b>", ["paragraph One", "paragraph Two", "item a", "item b"]),
        // new pages: only the main text
        Row("<!DOCTYPE html><body><nav>menu</nav><p>before</p><main><header><h1>Head</h1></header><p>Text.</p><aside>box</aside></main><footer>foot</footer>", ["heading Head", "paragraph Text.", "paragraph box"]),
        Row("<!DOCTYPE html><body><div><div role=main><p>Text.</p></div><p>outside</p></div>", ["paragraph Text."]),
        Row("<!DOCTYPE html><body><article><p>One.</p></article><p>outside</p>", ["paragraph One."]),
        Row("<!DOCTYPE html><body><article><p>One.</p></article><article><p>Two.</p></article>", ["paragraph One.", "paragraph Two."]),
        Row("<!DOCTYPE html><body><header>top</header><div class='site-nav x'>menu</div><p>Text.</p><footer>foot</footer>", ["paragraph Text."]),
        // pictures
        Row(
            "<!DOCTYPE html><body><figure><img src='/a.jpg' alt='Kato at the gate'><figcaption>The gate. <span class=credit>Photo: Lund</span></figcaption></figure>",
            ["graphic /a.jpg", "caption Kato at the gate", "caption The gate.", "credit Photo: Lund"]),
        Row("<!DOCTYPE html><body><p>Text.<img src=dot.gif width=1 height=1><img src=line.gif alt=''></p>", ["paragraph Text."]),
        Row("<!DOCTYPE html><body><article><header><h2>A</h2></header>One</article><article><header><h2>B</h2></header>Two</article>", ["heading A", "paragraph One", "heading B", "paragraph Two"]),
        // what the head says
        Row("<!DOCTYPE html><head><title>The gate</title><meta name=author content='Ada Kato'></head><body><p>Text.</p>", ["title The gate", "author Ada Kato", "paragraph Text."]),
        Row("<!DOCTYPE html><body><p class=byline>By Ada Kato</p><blockquote>Words.</blockquote><dl><dt>a<dd>b</dl>", ["byline By Ada Kato", "quotation Words.", "item a", "item b"]),
        // XHTML is read as XML, by the same table
        Row(
            "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body><p>One<br/><br/>two.</p></body></html>",
            ["title T", "paragraph One", "paragraph two."]),
    ]

    @Test(arguments: rows) func becomesPassages(_ row: Row) throws { #expect(try Self.passages(row.page) == row.passages) }

    @Test func whatIsNoTextIsSetAsideByName() throws {
        let document = try Self.read(
            "<!DOCTYPE html><body><script>x<y</script><nav>menu</nav><form>Name <input></form><del>gone</del><div style='display: none'>secret</div><p hidden>draft</p><p>Text.</p><iframe>frame</iframe>"
        )
        #expect(document.census.isComplete)
        #expect(document.census.setAside == ["script": 3, "navigation": 4, "form": 4, "deletion": 4, "hidden text": 11, "embedded": 5])
        #expect(document.warnings.contains { $0.code == "hidden-text" })
    }

    @Test func whatOnlyLooksLikeAPageIsNone() throws {
        #expect(try Self.read("<p>One</p>").vocabulary == "generic")
        #expect(try Self.read("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>One</p></body></text></TEI>").vocabulary == "tei")
        #expect(try Self.read("<p>One<br>two").vocabulary == "html")
        #expect(throws: ReadError.self) { try Self.read("<record><p>One</record>") }
    }

    @Test func aPageInXHTMLThatIsCutIsRefused() throws {
        #expect(throws: ReadError.self) { try Self.read("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>One</p><p>tw") }
    }
}
