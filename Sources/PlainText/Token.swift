/// One word of a text. Twelve bytes; a version holds an array of them.
public struct Token: Hashable, Sendable {
    /// Id of the folded word in the table of its run.
    public var word: UInt32
    /// First byte in the text.
    public var start: UInt32
    /// Bytes in the text, as written.
    public var length: UInt16
    public var marks: Marks

    public init(word: UInt32, start: UInt32, length: UInt16, marks: Marks) {
        self.word = word
        self.start = start
        self.length = length
        self.marks = marks
    }

    public var range: TextRange { TextRange(Int(start), Int(start) + Int(length)) }

    /// What the tokeniser saw of a word in passing.
    public struct Marks: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// The first letter is a capital (also in Cyrillic, Greek, Armenian and the like).
        public static let capital = Marks(rawValue: 1)
        /// The word begins with a digit.
        public static let digit = Marks(rawValue: 2)
        /// The word stands first in its passage, or after . ! ? : or an opening quotation mark.
        public static let opensSentence = Marks(rawValue: 4)
        /// Every letter is a capital, and there are two or more.
        public static let allCapitals = Marks(rawValue: 8)
    }
}
