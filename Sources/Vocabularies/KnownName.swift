import PlainText
import Records

/// Attributes that the reader looks for, by local name.
enum KnownAttribute: String {
    case id, lang, ref, key, corresp, sameAs, who, when, from, to, notBefore, notAfter, value, quantity, target, source, resp, n, url, reason, type, rend, role
    case edition, label, covers, by, href
    case wit, method, loc, sigil, change, next, prev, copyOf, spanTo, ident, matchPattern, replacementPattern
    case active, passive, mutual, name, status, unit, subtype
    case src, alt, content, datetime, property, hidden, style, width, height
    case ariaHidden = "aria-hidden"
    case className = "class"
    case wordBreak = "break"
    case whenIso = "when-iso"
}

/// A name of an element or attribute in the document under way.
struct KnownName {
    var local: String
    var namespace: String
    var symbol: Symbol
    /// The same for the same name in every document, whatever its prefix.
    var hash: UInt64
    /// In a namespace that the vocabulary knows.
    var isOurs: Bool
    var attribute: KnownAttribute?
}

/// An element that is open.
struct Frame {
    var name: Int
    var meaning: Int
    var table: Int
    /// The outline node of the element, or of the nearest round it that has one.
    var node: Int32
    /// Index of the draft that takes the text, or -1.
    var draft: Int
    var ownsDraft = false
    /// Text that stands here, with no block open, makes the outermost such element the block.
    var isCandidate = false
    var role = Role.paragraph
    /// Index of the mark in the draft, or -1.
    var mark = -1
    var annotation: Annotation.Kind?
    var key = Symbol.none
    var attributes: UInt64
    var source: Int
    var language: Symbol
    var speaker: Symbol
    /// It gives credit for the picture that it stands with.
    var isCredit = false
    /// It is set aside as the survey of the document says: another reading, an apparatus that is not applied.
    var passedOver: String?
    /// The number by which a reader quotes this element ("l. 12", "chapter 3"), and that of the division round it.
    var number = Symbol.none
    var division = Symbol.none
    /// A record or version begins with it.
    var begins = false
    /// Of a mapping's choice: one of the children was compared.
    var hasChosen = false
}
