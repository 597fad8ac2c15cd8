/// The words are our own choice; the texts made of them mean nothing.
extension Tongue {
    public static let all = [english, greek, french, latin, russian, armenian, arabic]

    public static let english = Tongue(
        name: "English",
        small: words("the and of to in a that was he his with it for they were by on had not at from as but her which or all she be this their him upon when there into no who so out them then if after under"),
        content: words(
            "river winter harvest soldier captain letter morning village market castle garden harbour bishop council weaver miller candle silver window bridge orchard shepherd mountain forest journey treasure counsel promise quarrel winter lantern parchment chapel steward tailor mariner barley thunder heron meadow copper kingdom daughter brother stranger herald banner gallows sentence witness answered carried gathered returned departed promised laboured conquered remembered forgotten wandered delivered commanded beheld builded mended ploughed burned broken ancient bitter gentle hollow mighty narrow silent weary golden crooked faithful humble"
        ),
        names: words("Aldwin Brandolf Cecily Dunstable Edmund Fairfax Godwin Hereward Isolde Jocelyn Kenelm Lambert Morwenna Norwich Osbert Petronel Rosamund Sigeric Thurstan Winchelsea"),
        spellings: pairs("u:v i:y ie:y ou:ow ea:e ll:l tt:t ck:k ai:ay s:z ght:t our:or e:ee o:oo th:þ er:re w:uu"), endings: words("ed eth ing es s est er"),
        short: pairs("and:& the:ye that:yt with:wt"), and: "and")

    public static let greek = Tongue(
        name: "Greek",
        small: words("καὶ δὲ τὸν ὁ τοῦ ἐν τὴν εἰς αὐτοῦ τῷ οὐ ὅτι τὸ ἡ τῆς μὴ γὰρ ἐκ τὰ ἐπὶ πρὸς οἱ αὐτῷ διὰ ὡς ἵνα ἀλλὰ εἰ κατὰ μετὰ τῶν αὐτὸν τοῖς οὖν ὑπὸ ἐὰν παρὰ τοὺς ἀπὸ περὶ"),
        content: words(
            "ποταμὸς χειμῶνος θερίζει στρατιώτης γράμματα κώμῃ ἀγορᾷ κῆπον λιμένα βουλῆς μυλωρὸς λύχνον ἄργυρος θυρίδα γέφυραν ποιμένες ὄρη ὕλην ὁδοιπορία θησαυρὸς συμβουλίαν ἐπαγγελία φανὸς ναύτης κριθὴ βροντῆς λειμῶνι χαλκοῦ βασιλείας θυγάτηρ ἀδελφοὶ ξένος κῆρυξ ἀπεκρίθη ἤνεγκεν συνήγαγον ὑπέστρεψεν ἐξῆλθεν ἐπηγγείλατο ἐκοπίασαν ἐνίκησεν ἐμνήσθη ἐπλανήθησαν παρέδωκεν ἐκέλευσεν εἶδεν ᾠκοδόμησεν ἠροτρίασεν ἐκάησαν παλαιὸν πικρὰν πραεῖα κοῖλον ἰσχυροὶ στενὴ χρυσοῦν σκολιὰ πιστὸς ταπεινοῦ γεωργὸς ἄμπελον εἰρήνην ἡμέραι νυκτὸς οἰκίας τείχη πύλαις ἑορτὴ θάλασσαν πλοῖα θεὸς κύριος πνεῦμα ἄνθρωπος οὐρανὸς πατὴρ υἱὸς θεὸς κύριος"
        ),
        names: words("Ἀλκίφρων Βρασίδας Γλαῦκος Δημάρατος Εὐφράνωρ Ζήνοδοτος Ἡγησίας Θεαγένης Ἰάσων Κλεινίας Λυκόφρων Μνησίθεος Νίκανδρος Ξάνθιππος Φιλόξενος"),
        spellings: pairs("ει:ι η:ι αι:ε οι:υ ω:ο ν:νν λλ:λ σσ:ττ ὶ:ί ὸ:ό ἀ:α ἐ:ε ῦ:υ ῆ:η ὴ:ή γγ:νγ ου:ο ῖ:ι ῶ:ω εν$:ε$ σιν$:σι$ εν$:ε$ ἀλλὰ:ἀλλ κατὰ:κατ ἐπὶ:ἐπ μετὰ:μετ"),
        endings: words("ος ον ου ους οις ῳ ην ης αι ας εν αν ει ει"),
        short: pairs("θεὸς:θς κύριος:κς πνεῦμα:πνα ἄνθρωπος:ανος οὐρανὸς:ουνος πατὴρ:πηρ υἱὸς:υς καὶ:κ"), and: "καὶ")

    /// Of the later Middle Ages.
    public static let french = Tongue(
        name: "French",
        small: words("de la et le les que il en un a qui ne des une dans pour ce se par son sur pas du plus si au avec ses mais lui on tout comme elle leur sans fut nous même dont ou"),
        content: words(
            "rivière hiver moisson soldat capitaine lettre matin bourgade marché château jardin havre évesque conseil tisserand meunier chandelle argent fenestre verger bergier montaigne forest voyage trésor promesse querelle lanterne parchemin chapelle intendant tailleur marinier orge tonnerre héron prairie cuivre royaume estranger hérault banniere potence tesmoing respondit portait rassembla retourna promit travailloit vainquit oubliée erroit livra commanda bastir labouroit bruslée brisée ancienne amere doulce creuse puissant estroite silencieux lasse dorée tordue fidele humble congnoissoit croyoit savoit venoit estoient chasteau maistre costé hostel beauté vouloit faisoient dirent ensemble tousjours avecques"
        ),
        names: words("Aliénor Baudouin Clotilde Enguerrand Foulques Geoffroy Hildegarde Isabeau Josselin Lancelin Mahaut Normandie Odon Perceval Raoul Sancerre Tancrède Vendôme"),
        spellings: pairs("oi:ai est:êt ost:ôt ast:ât é:e è:e i:y ll:l tt:t s:z ct:t f:ff an:en au:o eu:u oit$:ait$ oient$:aient$ ss:s mm:m nn:n u:v ai:e i:j gn:ngn c:ch é$:ez$ es$:ez$ ou:o ui:uy lx$:ux$"),
        endings: words("oit a ent er ez ant oient erent ee es e"), short: pairs("et:& que:q pour:pr par:p nous:no"), and: "et")

    public static let latin = Tongue(
        name: "Latin",
        small: words("et in est ad non cum ut quod ab de qui sed ex si per quae ac nec a hoc eius autem aut enim pro ante vel nunc iam ita tam sub inter post atque"),
        content: words(
            "flumen hiemem messis miles ducem litteras mane vicum forum castellum hortus portum episcopus consilium textor molitor candelam argento fenestra pontem pomarium pastor montes silvam iter thesaurus promissum litem lucerna membrana capella dispensator nauta hordeum tonitru pratum aeris regnum filiam fratres hospes praeco vexillum testis respondit portavit congregavit rediit discessit promisit laboravit vicit meminit errabat tradidit iussit aedificavit aravit combusta fracta antiquus amara mitis cavum potens angusta tacitus fessus aureum curvum fidelis humilis dominus deus sanctus spiritus"
        ),
        names: words("Adalbertus Balduinus Corvinus Drusilla Ermengardis Fulbertus Gaufridus Hildebertus Ivo Lotharius Mathildis Nantildis Odilo Pontius Rainaldus Sigibertus"),
        spellings: pairs("ae:e u:v i:y ti:ci oe:e mm:m nn:n ll:l ss:s ph:f h:ch i:j mp:m gn:ngn adp:app inm:imm qu:c d$:t$"), endings: words("us um i o am ae is it at ant avit erunt em es ibus"),
        short: pairs("dominus:dns deus:ds sanctus:scs spiritus:sps et:& est:ē per:p autem:aut"), and: "et")

    /// In the old orthography, and before it.
    public static let russian = Tongue(
        name: "Russian",
        small: words("и въ на не съ что онъ по къ а изъ у за отъ о же какъ но до то его для ихъ при бы ли подъ со во безъ она тотъ ея былъ надъ объ"),
        content: words(
            "рѣка зима жатва солдатъ капитанъ письмо утро деревня рынокъ крѣпость садъ гавань епископъ совѣтъ ткачъ мельникъ свѣча серебро окно мостъ пастухъ гора лѣсъ путешествіе сокровище обѣщаніе ссора фонарь грамота часовня портной морякъ ячмень громъ цапля лугъ мѣдь царство дочь братья чужеземецъ глашатай знамя свидѣтель отвѣтилъ принесъ собралъ возвратился ушелъ обѣщалъ трудился побѣдилъ вспомнилъ блуждалъ предалъ приказалъ увидѣлъ построилъ вспахалъ сожженный сломанный древній горькій кроткій могучій узкій безмолвный усталый золотой кривой вѣрный смиренный возстаніе комитетъ народъ слово господь богъ человѣкъ"
        ),
        names: words("Мстиславъ Всеволодъ Ярополкъ Изяславъ Рогнѣда Святополкъ Предслава Брячиславъ Глѣбъ Новгородъ Смоленскъ Тверь Игорь Ольга Добрыня"),
        spellings: pairs("ѣ:е ъ$:$ і:и ій$:ый$ аго$:ого$ ия$:ія$ воз:вос ѳ:ф о:ъ ы:ъи е:ь мя:мѧ я:ѧ у:оу чь:ч"), endings: words("ъ а у омъ ы овъ ами ахъ илъ али ила ій ая ое аго"),
        short: pairs("господь:гь богъ:бъ человѣкъ:члкъ"), and: "и")

    public static let armenian = Tongue(
        name: "Armenian",
        small: words("եւ ի որ է զի ոչ ընդ առ ըստ այլ յետ թէ նա սա իբրեւ մինչ ապա զնա նոցա նորա իւր ամ այն մի"),
        content: words(
            "թագաւոր քաղաք գետ լեառն եկեղեցի երկիր որդի հայր մայր եղբայր զօրք իշխան գիր խօսք տուն դուռն ճանապարհ ծով նաւ հաց ջուր գինի արեւ լուսին աստղ գիշեր ձմեռն ամառն վկայ խաղաղութիւն պատերազմ ասաց եկն գնաց եհաս առաքեաց շինեաց կոտորեաց նստաւ մեռաւ ծնաւ լուաւ ետես խօսեցաւ հրամայեաց մեծ փոքր հին նոր բարի չար սուրբ իմաստուն հզօր տկար ժողովեաց դարձաւ պահեաց գերեաց"
        ),
        names: words("Աշոտ Վահան Գագիկ Տրդատ Մուշեղ Սմբատ Գրիգոր Մեսրոպ Անի Կարս Դուին Վասակ"),
        spellings: pairs("եւ:և օ:աւ է:ե ւ:վ թ:տ ք:գ յ:հ իւ:ու ձ:ց ղ:լ ոյ:ու բ:պ"), endings: words("ն ց ք ի ով ս եաց աւ եալ"), short: pairs("եւ:և սուրբ:սբ"), and: "եւ")

    public static let arabic = Tongue(
        name: "Arabic",
        small: words("في من على إلى أن ما لا عن هو هذا كان قد ثم أو إذا لم هي ذلك بعد عند كل بين حتى مع إن"),
        content: words(
            "نهر شتاء حصاد جندي قائد رسالة صباح قرية سوق قلعة بستان ميناء مجلس نساج طحان شمعة فضة نافذة جسر راعي جبل غابة رحلة كنز وعد خصومة فانوس ملاح شعير رعد مرج نحاس مملكة ابنة إخوة غريب راية شاهد أجاب حمل جمع رجع ذهب وعدهم عمل غلب تذكر تاه سلم أمر رأى بنى حرث محروق مكسور قديم مرير لطيف قوي ضيق صامت متعب ذهبي أمين متواضع كتاب مدينة ملوك"
        ),
        names: words("زياد مروان بغداد دمشق هشام عائشة حمدان قيس الكوفة البصرة طاهر سليمان"),
        spellings: pairs("أ:ا إ:ا ة$:ه$ ى$:ي$ ؤ:و ئ:ي ض:ظ ث:ت ذ:د ين$:ون$"), endings: words("ة ون ين ات ان ه ها هم وا ت"), short: [], and: "و")

    private static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

    private static func pairs(_ line: String) -> [(String, String)] {
        line.split(separator: " ").map { pair in
            let halves = pair.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            return (halves[0], halves[1])
        }
    }
}
