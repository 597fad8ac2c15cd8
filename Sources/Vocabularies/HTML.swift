import Records
import XMLEvents

/// Web pages, old and new: the text that a page is about, without the furniture round it.
///
/// What is furniture follows from the elements that HTML has for it (`nav`, `header`, `footer`, `aside`), their roles, and the class names and ids
/// that most content systems share; a page that marks its main text is read there only.
enum HTML {
    /// `main`: the elements of the main text and, round each, those that hold it, by number; none: the page does not mark it.
    static func vocabulary(_ main: MainText, namespaces: Set<String>) -> Vocabulary {
        var vocabulary = Vocabulary(name: "html", elements: elements, tables: tables, namespaces: namespaces)
        vocabulary.breaksParagraphs = true
        vocabulary.refine = { element, number, table, attribute in refined(element, number, table, attribute, main) }
        return vocabulary
    }

    private static func named(_ meaning: Meaning, _ names: String) -> [(String, Meaning)] { names.split(separator: " ").map { (String($0), meaning) } }

    private static let elements: [String: Meaning] = Dictionary(
        [
            named(
                .container,
                "html head body div section hgroup center ul ol dl dir tr thead tbody tfoot table figure details fieldset noscript picture map layer blink marquee hr col colgroup"
            ),
            named(.block(.title).doing(.recordTitle), "title"),
            named(.block(.heading), "h1 h2 h3 h4 h5 h6 summary legend"),
            named(.block(.paragraph), "p pre address xmp listing plaintext"),
            named(.block(.item), "li dt dd"),
            named(.block(.cell), "td th"),
            named(.block(.caption).doing(.figureLine), "caption figcaption"),
            named(.block(.quotation), "blockquote"),
            named(.mark(.quotation, alone: .quotation), "q"),
            named(.mark(.title), "cite"),
            named(.mark(.date, alone: .date), "time"),
            named(.mark(.supplied), "ins"),
            named(.mark(.emphasis), "em strong i b u big small mark dfn font tt code kbd samp var a"),
            named(.mark(.source), "#source"),
            named(.aside("deletion"), "del s strike"),
            named(.aside("script"), "script style template"),
            named(.aside("form"), "form button select input textarea option optgroup datalist output label"),
            named(.aside("embedded"), "iframe object embed applet video audio canvas svg math frame frameset noframes progress meter"),
            named(.aside("navigation"), "nav menu header footer aside search dialog #navigation"),
            named(.aside("hidden text"), "#hidden"),
            named(.aside("outside the main text"), "#outside"),
            named(.aside("bookkeeping"), "meta link base rp"),
            named(Meaning(.container, .part, does: .lineBreak), "br"),
            named(.container, "#container"),
            [
                ("img", Meaning(.block(.graphic), .block(.graphic), does: .picture)),
                ("#decoration", .aside("decoration")),
                ("#author", Meaning(.block(.author), .block(.author), does: .content)),
                ("#date", .aside("bookkeeping").doing(.versionDate)),
                ("#description", Meaning(.block(.note), .block(.note), does: .content)),
                ("#byline", .block(.byline)),
                ("#credit", .block(.credit)),
                ("#caption", .block(.caption)),
                ("#main", .container.opening("text")), ("main", .container.opening("text")), ("article", .container.opening("text")),
            ],
        ].flatMap { $0 }, uniquingKeysWith: { $1 })

    /// Inside the main text a header holds its title and an aside is part of it.
    private static let tables: [String: [String: Meaning]] = [
        "text": Dictionary(named(.container, "header footer aside"), uniquingKeysWith: { $1 })
    ]

    // MARK: what attributes say

    private static let furniture: Set<String> = [
        "nav", "navbar", "navigation", "navbox", "menu", "mainmenu", "topmenu", "sidebar", "footer", "site-footer", "page-footer", "site-header", "masthead",
        "breadcrumb", "breadcrumbs", "cookie", "cookies", "cookie-banner", "cookie-notice", "cookie-consent", "consent", "gdpr", "share", "sharing", "social",
        "social-media", "advert", "advertisement", "ad", "ads", "adsbygoogle", "banner-ad", "newsletter", "subscribe", "related", "related-links", "comments",
        "pagination", "pager", "skip-link", "skip-links", "skiplink", "mw-editsection", "toc", "printfooter", "catlinks", "noprint", "mw-jump-link", "navheader",
        "navfooter", "search-form", "searchbox", "popup", "modal", "site-nav", "global-nav", "header-nav",
    ]
    private static let furnitureRoles: Set<String> = ["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar", "alertdialog", "dialog"]
    private static let holders: Set<String> = ["div", "section", "ul", "ol", "p", "span", "table", "tr", "td", "header", "dl", "center", "a"]
    private static let credits: Set<String> = ["credit", "credits", "photo-credit", "image-credit", "photographer", "photo-by", "image-source"]
    private static let captions: Set<String> = ["caption", "wp-caption-text", "image-caption", "photo-caption", "thumbcaption", "img-caption"]
    private static let bylines: Set<String> = ["byline", "author", "article-author", "post-author", "entry-author", "by-author"]

    @Sendable private static func refined(_ element: String, _ number: Int, _ table: String, _ attribute: (KnownAttribute) -> String?, _ main: MainText) -> String? {
        if main.texts.contains(number) { return "#main" }
        let isHolder = holders.contains(element)
        if attribute(.hidden) != nil || attribute(.ariaHidden) == "true" || attribute(.style).map(hides) == true { return element == "body" || element == "html" ? nil : "#hidden" }
        if main.holders.contains(number) { return "#container" }
        switch element {
        case "meta":
            let name = (attribute(.name) ?? attribute(.property))?.lowercased()
            switch name {
            case "author", "article:author", "dc.creator", "citation_author", "dcterms.creator": return "#author"
            case "date", "article:published_time", "dc.date", "dcterms.created", "dc.date.issued", "citation_publication_date": return "#date"
            case "description": return "#description"
            default: return nil
            }
        case "img":
            // A picture that is declared to say nothing, or of a point's width, is layout.
            if attribute(.alt) == "" || ["0", "1", "2"].contains(attribute(.width)) || ["0", "1", "2"].contains(attribute(.height)) { return "#decoration" }
            return nil
        case "a":
            if let href = attribute(.href)?.lowercased(), href.hasPrefix("http://") || href.hasPrefix("https://") { return "#source" }
        default: break
        }
        if table != "text", !main.isEmpty, isOutside(element) { return "#outside" }
        guard isHolder || element == "aside" || element == "figure" || element == "address" else { return nil }
        if let role = attribute(.role), furnitureRoles.contains(role.lowercased()), table != "text" || role.lowercased() == "navigation" { return "#navigation" }
        for value in [attribute(.className), attribute(.id)] {
            guard let value else { continue }
            for word in value.lowercased().split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).map(String.init) {
                if furniture.contains(word) { return "#navigation" }
                if element == "a" { continue }
                if credits.contains(word) { return "#credit" }
                if captions.contains(word), element != "table" { return "#caption" }
                if bylines.contains(word), element != "table", element != "section" { return "#byline" }
            }
        }
        return nil
    }

    /// Elements of the body that stand beside the main text. The head and its titles are read all the same.
    private static func isOutside(_ element: String) -> Bool {
        switch element {
        case "html", "head", "body", "title", "meta", "link", "base", "script", "style", "noscript", "template": false
        default: true
        }
    }

    private static func hides(_ style: String) -> Bool {
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }
}

/// Where the main text of a page stands: in `main` or `role=main`, else in its only `article`, else under an id that content systems use for it.
struct MainText: Sendable {
    /// Numbers of the elements that are it, and of those round them.
    var texts: Set<Int> = []
    var holders: Set<Int> = []
    var isEmpty: Bool { texts.isEmpty }
}

/// The first pass over a page.
final class MainTextFinder: XMLHandler {
    private var names: [String] = []
    private var open: [Int] = []
    private var count = 0
    private var found: [(rank: Int, element: Int, round: [Int])] = []

    private static let ids: Set<String> = ["content", "main", "main-content", "maincontent", "mw-content-text", "bodycontent", "article", "article-body", "page-content", "contenttext"]

    func name(_ id: Int, local: String, namespace: String) { names.append(local) }
    func start(_ tag: StartTag) {
        let element = count
        count += 1
        var rank = 0
        let name = names[tag.name]
        if name == "main" { rank = 3 }
        if name == "article" { rank = 2 }
        for attribute in tag.attributes {
            if names[attribute.name] == "role", attribute.string.lowercased() == "main" { rank = 3 }
            if names[attribute.name] == "id", rank < 2, name == "div" || name == "section" || name == "td", Self.ids.contains(attribute.string.lowercased()) { rank = 1 }
        }
        if rank > 0, open.count <= 256, found.count < 256 { found.append((rank, element, open)) }
        open.append(element)
    }
    func end(at source: Int) { open.removeLast() }
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}

    var main: MainText {
        var main = MainText()
        for rank in [3, 2, 1] {
            // The outermost of a kind; several articles are a list of them, not one text.
            let all = found.filter { $0.rank == rank }
            let outer = all.filter { one in !all.contains { one.round.contains($0.element) } }
            guard !outer.isEmpty, rank == 3 || outer.count == 1 else { continue }
            for one in outer {
                main.texts.insert(one.element)
                main.holders.formUnion(one.round)
            }
            return main
        }
        return main
    }
}
