/// What one sentence of an invented page tells, apart from how it is told. A planted change is a change of this value;
/// a harmless edit changes the `Manner` and leaves it alone. So each plant is correct by construction.
struct Statement: Hashable, Sendable {
    /// What is told; the number picks the matter from the word table of the language.
    enum Form: Hashable, Sendable {
        /// Who did what (built, founded, led).
        case deed(Int)
        /// Who did what to a person.
        case harm(Int)
        /// A deed under somebody's direction.
        case credit(Int)
        /// Who said what.
        case speech(Int)
        /// A claim with its source.
        case citation(Int)
        /// Words of somebody between quotation marks.
        case quotation(Int)
        /// Who was there.
        case gathering(Int)
        /// How many there were.
        case count(Int)
        /// Somebody with an office.
        case office(Int)
        /// Somebody with a word for him.
        case portrait(Int)
        /// Something that happened, with a word for it.
        case event(Int)
        /// What nobody did: the scene.
        case scene(Int)
    }

    /// How surely a verb of speech stands behind what is said.
    enum Voucher: Hashable, Sendable { case neutral, doubting, sure }
    /// The word for a person: none, good or bad.
    enum Label: Hashable, Sendable {
        case none
        case worse(Int)
        case better(Int)
    }

    /// What stands before the name.
    enum Honorific: Hashable, Sendable { case none, comrade, professor, doctor }

    var form: Form
    var agents: [Person] = []
    var patient: Person?
    var day: Day?
    var place: Int?
    var number: Int?
    var office = 0
    var voucher = Voucher.neutral
    var label = Label.none
    /// Index into the hedges.
    var hedge: Int?
    /// Index into the evaluative words.
    var loaded: Int?
    var isNegated = false
    /// Somebody unnamed stands where the agent stood ("one of the officers").
    var isAnonymous = false
    /// The agent only helped.
    var isHelper = false
    var honorific = Honorific.none
    /// The quotation in other words, or the event by its milder word.
    var isReworded = false
    /// Quotation marks round the word for the event.
    var hasScareQuotes = false
    /// What the agent did besides; a sentence of its own.
    var besides: Int?
}

/// A day of the calendar.
struct Day: Hashable, Sendable {
    var day: Int
    /// 1 to 12.
    var month: Int
    var year: Int
}

/// How an invented page is told. Two pages that differ in this alone tell the same.
struct Manner: Hashable, Sendable {
    var isPassive = false
    /// "He also" for "Ledovsky also", right after the sentence that names him.
    var usesPronoun = false
    /// What somebody did besides, in the same sentence.
    var isMerged = false
    var hasMonthFirst = false
    var putsDayFirst = false
    var writesFigures = false
    var hasCurlyQuotes = false
    var isBritish = true
    var abbreviatesTitles = false
    /// The initial for the given name.
    var usesInitials = false
    var respellsNames = false
    var hasSerialComma = false
    /// Other words of function: "while" and "whilst", "began" and "started".
    var hasOtherFunctionWords = false
    var marksNames = false
    var marksNamesAsReferences = false
    var renamesKeys = false
    var isIndented = true
    /// A paragraph that stands somewhere else.
    var movesParagraph = false
}
