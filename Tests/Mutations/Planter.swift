import TestSupport

extension Account {
    /// The page and the page after the change; nil where the page has no place for it. The page itself may be made ready first
    /// (a hedge must stand there before it is taken out).
    func planting(_ change: Change, _ dice: inout SplitMix64) -> (before: Account, after: Account)? {
        var before = self
        let stranger = strangers.randomElement(using: &dice)
        /// Edits the first statement that fits, in both pages if `both` says so.
        func at(_ fits: (Statement) -> Bool) -> (Int, Int)? {
            for (at, paragraph) in before.paragraphs.enumerated() {
                for (place, statement) in paragraph.enumerated() where fits(statement) { return (at, place) }
            }
            return nil
        }
        func changing(_ fits: (Statement) -> Bool, ready: (inout Statement) -> Void = { _ in }, _ edit: (inout Statement) -> Void) -> (
            Account, Account
        )? {
            guard let (paragraph, place) = at(fits) else { return nil }
            ready(&before.paragraphs[paragraph][place])
            var after = before
            edit(&after.paragraphs[paragraph][place])
            return after.paragraphs == before.paragraphs ? nil : (before, after)
        }
        func isDeed(_ one: Statement) -> Bool { if case .deed = one.form { one.agents.count == 1 } else { false } }
        func isShared(_ one: Statement) -> Bool { if case .deed = one.form { one.agents.count == 2 } else { false } }
        func isHarm(_ one: Statement) -> Bool { if case .harm = one.form { true } else { false } }
        func isCredit(_ one: Statement) -> Bool { if case .credit = one.form { true } else { false } }
        func isSpeech(_ one: Statement) -> Bool { if case .speech = one.form { true } else { false } }
        func isCitation(_ one: Statement) -> Bool { if case .citation = one.form { true } else { false } }
        func isQuotation(_ one: Statement) -> Bool { if case .quotation = one.form { true } else { false } }
        func isGathering(_ one: Statement) -> Bool { if case .gathering = one.form { true } else { false } }
        func isCount(_ one: Statement) -> Bool { if case .count = one.form { true } else { false } }
        func isOffice(_ one: Statement) -> Bool { if case .office = one.form { true } else { false } }
        func isPortrait(_ one: Statement) -> Bool { if case .portrait = one.form { true } else { false } }
        func isEvent(_ one: Statement) -> Bool { if case .event = one.form { true } else { false } }
        func isNamed(_ one: Statement) -> Bool { !one.agents.isEmpty }
        func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }
        let newcomer = stranger.map { [$0] } ?? []
        let harm = Bool.random(using: &dice)

        switch change {
        case .agentReplaced: return changing(harm ? isHarm : isDeed) { $0.agents = newcomer }
        case .agentDeleted:
            return changing(harm ? isHarm : isDeed, ready: { $0.besides = nil }) { $0.agents = [] }
        case .agentDropped: return changing(isShared) { $0.agents.remove(at: pick(2)) }
        case .agentDiluted: return changing(isDeed, ready: { $0.besides = nil }) { $0.agents += newcomer }
        case .agentDemoted: return changing(isDeed, ready: { $0.besides = nil }) { $0.isHelper = true }
        case .agentAdded:
            return changing(
                isDeed,
                ready: {
                    $0.besides = nil
                    $0.agents = []
                }
            ) { $0.agents = newcomer }
        case .creditReplaced: return changing(isCredit) { $0.agents = newcomer }
        case .creditDeleted: return changing(isCredit) { $0.agents = [] }
        case .rolesReversed:
            return changing(isHarm) { statement in
                guard let patient = statement.patient, let agent = statement.agents.first else { return }
                statement.agents = [patient]
                statement.patient = agent
            }
        case .patientReplaced: return changing(isHarm) { $0.patient = stranger }
        case .patientDeleted: return changing(isHarm) { $0.patient = nil }
        case .anonymised: return changing(harm ? isHarm : isDeed, ready: { $0.besides = nil }) { $0.isAnonymous = true }
        case .leftOutOfList: return changing(isGathering) { $0.agents.remove(at: pick(4)) }
        case .captionLostName:
            var after = self
            after.shown.remove(at: pick(3))
            return (self, after)
        case .listReordered: return changing(isGathering) { $0.agents.insert($0.agents.removeLast(), at: 0) }
        case .speakerReplaced: return changing(harm ? isSpeech : isQuotation) { $0.agents = newcomer }
        case .speakerDeleted: return changing(isSpeech) { $0.agents = [] }
        case .quoteAltered: return changing(isQuotation) { $0.isReworded = true }
        case .sourceRemoved: return changing(isCitation) { $0.agents = [] }
        case .sourceReplaced: return changing(isCitation) { $0.agents = newcomer }
        case .sourceAdded: return changing(isCitation, ready: { $0.agents = [] }) { $0.agents = newcomer }
        case .authorReplaced:
            var after = self
            after.author = stranger
            return (self, after)
        case .authorRemoved:
            var after = self
            after.author = nil
            return (self, after)
        case .doubtAdded: return changing(isSpeech) { $0.voucher = .doubting }
        case .doubtRemoved: return changing(isSpeech, ready: { $0.voucher = .doubting }) { $0.voucher = .neutral }
        case .forceChanged: return changing(isSpeech) { $0.voucher = .sure }
        case .hedgeAdded: return changing(harm ? isHarm : isDeed) { $0.hedge = pick(tongue.hedges) }
        case .hedgeRemoved:
            let hedge = pick(tongue.hedges)
            return changing(harm ? isHarm : isDeed, ready: { $0.hedge = hedge }) { $0.hedge = nil }
        case .negated: return changing(harm ? isHarm : isDeed, ready: { $0.besides = nil }) { $0.isNegated = true }
        case .labelWorse: return changing(isPortrait) { $0.label = .worse(pick(tongue.labels)) }
        case .labelBetter: return changing(isPortrait) { $0.label = .better(pick(tongue.labels)) }
        case .labelTurned:
            let label = pick(tongue.labels)
            return changing(isPortrait, ready: { $0.label = .better(label) }) { $0.label = .worse(pick(tongue.labels)) }
        case .loadedAdded, .loadedRemoved:
            let loaded = pick(tongue.evaluations)
            let deed = tongue.evaluableDeeds[pick(tongue.evaluableDeeds.count)]
            return changing(
                isDeed,
                ready: {
                    $0.form = .deed(deed)
                    $0.loaded = change == .loadedRemoved ? loaded : nil
                }
            ) { $0.loaded = change == .loadedAdded ? loaded : nil }
        case .honorificStripped: return changing(harm ? isPortrait : isShared, ready: { $0.honorific = .comrade }) { $0.honorific = .none }
        case .euphemism: return changing(isEvent) { $0.isReworded = true }
        case .dysphemism: return changing(isEvent, ready: { $0.isReworded = true }) { $0.isReworded = false }
        case .scareQuotes: return changing(isEvent) { $0.hasScareQuotes = true }
        case .officeChanged: return changing(isOffice) { $0.office = ($0.office + 1 + pick(tongue.offices - 1)) % tongue.offices }
        case .officeLost: return changing(isOffice) { $0.office = -1 }
        case .dateChanged:
            let part = pick(3)
            return changing({ $0.day != nil && $0.besides != nil }) { statement in
                guard var day = statement.day else { return }
                switch part {
                case 0: day.day += day.day > 14 ? -9 : 9
                case 1: day.month = day.month % 12 + 1
                default: day.year += 2
                }
                statement.day = day
            }
        case .dateRemoved: return changing({ $0.day != nil && $0.besides != nil }) { $0.day = nil }
        case .numberChanged:
            return changing(isCount) { one in one.number = tongue.numbers.filter { $0 != one.number }.randomElement(using: &dice) }
        case .numberRemoved: return changing(isCount) { $0.number = nil }
        case .placeChanged:
            return changing(harm ? isHarm : isShared) { $0.place = (($0.place ?? 0) + 1 + pick(tongue.places - 1)) % tongue.places }
        case .sentenceDropped:
            guard let (paragraph, place) = at({ one in isNamed(one) && !isGathering(one) }), before.paragraphs[paragraph].count > 1 else {
                return nil
            }
            var after = before
            after.paragraphs[paragraph].remove(at: place)
            return (before, after)
        case .lastMentionDropped:
            guard let stranger else { return nil }
            let paragraph = pick(before.paragraphs.count)
            before.paragraphs[paragraph].append(Statement(form: .office(pick(3)), agents: [stranger], office: pick(tongue.offices)))
            var after = before
            after.paragraphs[paragraph].removeLast()
            return (before, after)
        case .passageDropped:
            guard let paragraph = paragraphs.firstIndex(where: { $0.contains(where: isNamed) }) else { return nil }
            var after = self
            after.paragraphs.remove(at: paragraph)
            return (self, after)
        case .passageAdded:
            var after = self
            after.paragraphs.insert(
                [Statement(form: .office(pick(3)), agents: newcomer, office: pick(tongue.offices))], at: pick(paragraphs.count))
            return (self, after)
        case .imageReplaced:
            var after = self
            after.image = "plates/town-hall-2.jpg"
            return (self, after)
        case .withheld:
            guard let found = at(isNamed) else { return nil }
            var after = self
            after.gap = found
            return (self, after)
        case .identityMoved, .homoglyph, .invisible: return nil
        }
    }

    /// The page and the same page told otherwise; nil where its manner has no other way.
    func retelling(_ edit: Edit, _ dice: inout SplitMix64) -> (before: Account, after: Account)? {
        var before = self
        var after = self
        switch edit {
        case .indentation: after.manner.isIndented = false
        case .markup:
            before.manner.marksNames = true
            after.manner.marksNames = true
            after.manner.marksNamesAsReferences = true
        case .keys:
            before.manner.marksNames = true
            after.manner.marksNames = true
            after.manner.renamesKeys = true
        case .spelling:
            guard tongue.code == "en" else { return nil }
            after.manner.isBritish = false
        case .voice: after.manner.isPassive.toggle()
        case .pronoun: after.manner.usesPronoun.toggle()
        case .sentences:
            before.manner.isPassive = false
            after.manner.isPassive = false
            after.manner.isMerged = true
        case .dateStyle: after.manner.hasMonthFirst.toggle()
        case .dayFirst: after.manner.putsDayFirst = true
        case .numberStyle: after.manner.writesFigures.toggle()
        case .quotationMarks: after.manner.hasCurlyQuotes = true
        case .titles:
            let title = Bool.random(using: &dice) ? Statement.Honorific.professor : .doctor
            for at in before.paragraphs.indices {
                for place in before.paragraphs[at].indices {
                    if case .portrait = before.paragraphs[at][place].form { before.paragraphs[at][place].honorific = title }
                }
            }
            after = before
            after.manner.abbreviatesTitles = true
        case .initials: after.manner.usesInitials = true
        case .respelling: after.manner.respellsNames = true
        case .serialComma:
            guard tongue.code == "en" else { return nil }
            after.manner.hasSerialComma = true
        case .functionWords:
            guard tongue.code == "en" else { return nil }
            after.manner.hasOtherFunctionWords = true
        case .move:
            guard paragraphs.count > 3 else { return nil }
            after.manner.movesParagraph = true
        case .attributeOrder, .spaces: return (self, self)
        case .several:
            for one in [Edit.indentation, .voice, .pronoun, .dateStyle, .numberStyle, .quotationMarks, .respelling, .move].shuffled(
                using: &dice
            ).prefix(3) {
                guard let next = after.retelling(one, &dice) else { continue }
                after = next.after
            }
        }
        return (before, after)
    }
}
