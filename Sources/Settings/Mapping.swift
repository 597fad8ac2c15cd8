public import Records

/// What the elements of an XML vocabulary mean, as a mapping file says it: paths, and for each what stands there.
public struct Mapping: Hashable, Sendable {
    /// As `--as` names it.
    public var name: String
    /// What it is for, in words.
    public var title: String
    /// Where it was read from.
    public var source: String
    /// The documents it is for; empty: any.
    public var roots: [Root]
    /// Attributes by which elements are known; empty: `xml:id` and `id`.
    public var ids: [Name]
    /// Attributes that state the language; empty: `xml:lang` and `lang`.
    public var languages: [Name]
    /// Primary subtag of the language of text that declares none; nil: guessed from its words.
    public var language: String?
    /// In the order of the file: of several that fit an element the last one counts.
    public var rules: [Rule]

    /// A document is recognised by its root element.
    public struct Root: Hashable, Sendable {
        public var element: String
        /// One of these namespaces, "" for none; empty: any.
        public var namespaces: [String]
        /// Elements, by local name, that stand among the first of the document, for roots whose names many vocabularies share.
        public var holds: [String]
    }

    /// The name of an element or attribute.
    public struct Name: Hashable, Sendable {
        /// nil: any (`*`).
        public var local: String?
        /// nil: any.
        public var namespace: String?
    }

    /// A condition on an attribute: it is there, or has this value.
    public struct Test: Hashable, Sendable {
        public var attribute: Name
        public var value: String?
    }

    /// An element on the way of a path.
    public struct Step: Hashable, Sendable {
        public var element: Name
        /// At any depth below the step before it, or below the document.
        public var isDeep: Bool
        public var tests: [Test]

        /// Any element at any depth.
        public static let anywhere = Step(element: Name(local: nil, namespace: nil), isDeep: true, tests: [])
    }

    /// An attribute of the element, or of the one round it (`../@who`).
    public struct Attribute: Hashable, Sendable {
        public var name: Name
        public var ofParent: Bool
    }

    /// What attributes may say about an element beside its text.
    public enum Fact: String, Hashable, Sendable, CaseIterable {
        /// Who or what is meant.
        case key
        case id
        /// Names of an entity.
        case names
        case when, from, to
        /// Of a page.
        case number
        case edition, label, by, reason
        case speaker
        /// Of a picture.
        case address
    }

    /// How an element stands in the text.
    public enum Place: Hashable, Sendable {
        /// Holds passages.
        case container
        /// Part of the text of the passage that it stands in; the second: a word of its own.
        case part, word
        /// A passage wherever it stands.
        case passage(Role)
        /// A passage where it stands alone, part of the text where it stands in one.
        case alone(Role)
        /// Read but not compared, for this reason.
        case aside(String)
    }

    /// What an element does beside standing in the text.
    public enum Deed: Hashable, Sendable {
        case none
        case lineBreak, pageBreak, gap, picture, choice
        case record, recordID, recordTitle
        case version, versionLabel, versionDate, versionMaker, versionReason
        /// A stated change: when, who, and the reason in words.
        case change, changeDate, changeMaker, changeReason
        case entity(Entity.Kind), entityName, entityKey
        /// Its text is the key of the name round it; its text is who speaks.
        case key, speaker
    }

    public struct Rule: Hashable, Sendable {
        public var steps: [Step]
        /// The text of this attribute is meant, not the element.
        public var attribute: Name?
        public var place: Place
        public var mark: Annotation.Kind?
        public var deed: Deed
        public var facts: [Fact: [Attribute]]
    }

    /// How many elements at the beginning of a document are looked at to recognise it.
    public static let firstElements = 32

    /// Whether the document with this beginning is one that the mapping is for. `first`: the local names of its first elements.
    public func recognises(root local: String, namespace: String, first: [String]) -> Bool {
        roots.isEmpty
            || roots.contains { root in
                root.element == local && (root.namespaces.isEmpty || root.namespaces.contains(namespace)) && root.holds.allSatisfy { first.contains($0) }
            }
    }
}
