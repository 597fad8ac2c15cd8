import Detection
import Findings
import Testing

/// Harmless edits of the constructions that the rules of attribution and framing read: another order or voice, another word for the same party or deed,
/// a word moved. The sentences are ours.
@Suite struct QuietSentenceTests {
    static let english: [Case] = [
        Case("The village burned for two days.", "The village was burning for two days.", []),
        Case("Soldiers crossed the river at dawn.", "At dawn the soldiers crossed the river.", []),
        Case("The order came from the palace.", "The order came from the royal palace.", []),
        Case("The workers built the dam in two years.", "In two years the labourers built the dam.", []),
        Case("Antonov led the detachment and Krylenko the reserve.", "Antonov led the detachment, and Krylenko the reserve.", []),
        Case("The letter that Bukharin wrote was lost.", "Bukharin's letter was lost.", []),
        Case("He received a letter from his brother.", "He got a letter from his brother.", []),
        Case("The hospital was opened by nurses from Leeds.", "The hospital was opened by Leeds nurses.", []),
        Case("Kamenev, who edited the paper, was arrested.", "Kamenev, the editor of the paper, was arrested.", []),
        Case("The students protested in the square.", "The pupils protested in the square.", []),
        Case("The soldiers guarded the bridge.", "The troops guarded the bridge.", []),
        Case("The government closed the paper.", "The authorities closed the paper.", []),
        Case("The crowd stormed the prison.", "The people stormed the prison.", []),
        Case("Marx, Engels and Bakunin met in Paris.", "Bakunin, Engels and Marx met in Paris.", []),
        Case("The play was written by the Irish poet Yeats.", "The play was written by Yeats, the Irish poet.", []),
        Case("The battle lasted all day.", "The fighting lasted all day.", []),
        Case("The army retreated behind the river.", "The army withdrew behind the river.", []),
        Case("The mayor resigned in May.", "The mayor stepped down in May.", []),
        Case("The firm sacked forty workers.", "The firm dismissed forty workers.", []),
        Case("Police arrested the thief.", "The thief was arrested by police.", []),
        Case("He was beaten at chess.", "He was defeated at chess.", []),
        Case("The troops entered the city.", "The troops marched into the city.", []),
        Case("The ship sank in 1912.", "In 1912 the ship went down.", []),
        Case("The house was destroyed by fire.", "The house burned down.", []),
        Case("The minister stated that taxes would fall.", "The minister announced that taxes would fall.", []),
        Case("They took the fortress by storm.", "They stormed the fortress.", []),
        Case("The company bought the mine.", "The company acquired the mine.", []),
        Case("The rebels were defeated.", "The insurgents were defeated.", []),
        Case("The king died in 1547.", "The king passed away in 1547.", []),
        Case("In Washington the talks failed.", "The talks in Washington failed.", []),
        Case("Gorky wrote the play in 1902.", "Maxim Gorky wrote the play in 1902.", []),
        Case("It was Darwin who proposed the theory.", "Darwin proposed the theory.", []),
        Case("The teacher and the pupils planted trees.", "The pupils and their teacher planted trees.", []),
        Case("The mutiny began on the cruiser.", "The mutiny started on the cruiser.", []),
        Case("The famous battle was fought here.", "The well-known battle was fought here.", []),
        Case("The library was founded by Carnegie and opened in 1903.", "The library, founded by Carnegie, opened in 1903.", []),
        Case("Novelist Stendhal described the retreat.", "The novelist Stendhal described the retreat.", []),
        Case("Peasants fled to the towns.", "The peasants fled to the cities.", []),
        Case("The colonists settled by the river.", "The settlers lived by the river.", []),
        Case("The committee heard from the engineers that the dam leaked.", "The engineers told the committee that the dam leaked.", []),
        Case("The photographs show the ruined town.", "The pictures show the ruined town.", []),
        Case("Fighting broke out on the border.", "Clashes broke out on the border.", []),
        Case("The suspects were interrogated for hours.", "The suspects were questioned for hours.", []),
        Case("The treaty ended the war.", "The war ended with the treaty.", []),
    ]

    @Test(arguments: english) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    static let others: [LanguageRuleTests.Row] = [
        LanguageRuleTests.Row("ru", "Полк вошёл в город утром.", "Утром полк вступил в город."),
        LanguageRuleTests.Row("ru", "Рабочие построили мост за год.", "За год рабочими был построен мост."),
        LanguageRuleTests.Row("ru", "Письмо пришло от брата в мае.", "В мае от брата пришло письмо."),
        LanguageRuleTests.Row("ru", "Ученики посадили деревья.", "Школьники посадили деревья."),
        LanguageRuleTests.Row("ru", "Солдаты охраняли мост.", "Мост охраняли солдаты."),
        LanguageRuleTests.Row("ru", "Он скончался в 1924 году.", "Он умер в 1924 году."),
        LanguageRuleTests.Row("ru", "Министр сообщил, что налоги снизят.", "Министр объявил, что налоги снизят."),
        LanguageRuleTests.Row("ru", "Горький написал пьесу в 1902 году.", "В 1902 году Горький написал пьесу."),
        LanguageRuleTests.Row("ru", "Вечером в Кирове шёл снег.", "В Кирове вечером шёл снег."),
        LanguageRuleTests.Row("ru", "Повесть вышла в журнале.", "В журнале вышла повесть."),
        LanguageRuleTests.Row("ru", "Войска отступили за реку.", "Войска отошли за реку."),
        LanguageRuleTests.Row("ru", "Толпа заполнила площадь.", "Люди заполнили площадь."),
        LanguageRuleTests.Row("ru", "Ленин и Троцкий приняли парад.", "Парад приняли Ленин и Троцкий."),
        LanguageRuleTests.Row("de", "Die Arbeiter bauten die Brücke.", "Die Brücke bauten die Arbeiter."),
        LanguageRuleTests.Row("de", "Soldaten bewachten das Tor.", "Truppen bewachten das Tor."),
        LanguageRuleTests.Row("de", "Der König starb im Mai.", "Der König verstarb im Mai."),
        LanguageRuleTests.Row("de", "Ein Agent der Bank kam ins Haus.", "Ein Vertreter der Bank kam ins Haus."),
        LanguageRuleTests.Row("de", "Wie im Vorjahr blieb der Saal leer.", "Der Saal blieb leer wie im Vorjahr."),
        LanguageRuleTests.Row("de", "Die Große Koalition trat zurück.", "Die große Koalition trat zurück."),
        LanguageRuleTests.Row("fr", "Les ouvriers construisirent le pont.", "Le pont fut construit par les ouvriers."),
        LanguageRuleTests.Row("fr", "Comme toujours la salle était pleine.", "La salle était pleine comme toujours."),
        LanguageRuleTests.Row("fr", "Le roi mourut en mai.", "Le roi décéda en mai."),
        LanguageRuleTests.Row("fr", "La lettre de son frère arriva en mai.", "En mai arriva la lettre de son frère."),
        LanguageRuleTests.Row("fr", "Les élèves plantèrent des arbres.", "Les étudiants plantèrent des arbres."),
    ]

    @Test(arguments: others) func staysSilentElsewhere(row: LanguageRuleTests.Row) {
        #expect(Sheet.found(Sheet.pair(row.edit.before, row.edit.after, language: row.language)) == [])
    }
}
