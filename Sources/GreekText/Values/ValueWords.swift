/// The words that numbers, dates, durations and amounts are made of.
///
/// Greek words are found by their sound, so that accents, spelling of vowels and Greeklish do not matter; English
/// words and abbreviations by their letters.
struct ValueWords: Sendable {
    enum Unit: Sendable, Equatable { case minute, hour, day, week, month, year }
    enum Meaning: Sendable, Equatable {
        case number(Double), scale(Double), ordinal(Int), half, quarter
        /// A number and a half in one word: δυόμισι.
        case andHalf(Double)
        case weekday(Int), month(Int), unit(Unit), span(CalendarDuration)
        /// Days from today: αύριο is 1.
        case day(Int)
        /// Years from this one: πέρσι is −1.
        case year(Int)
        case next, other, this, last
        case within, after, ago, from, at, and, minus, part(DayPart), am, pm
        case start, middle, end
        case currency(String), cents, note(Int)
        case article
        case every
        /// How often something comes; an adjective may as well be said of a thing: μηνιαία κάρτα.
        case often(Recurrence.Frequency, Int, isAdjective: Bool)
        /// How many times: `twice` says it itself, «φορές» after a number.
        case times(Int?)
        /// Days of the week, in the plural each of them: «τα Σάββατα», «κάθε Σαββατοκύριακο».
        case weekdays(ClosedRange<Int>, isPlural: Bool)
        /// Parts of all days: «τα πρωινά».
        case parts(DayPart)
        case feast(Feast)
        /// The evening of today.
        case tonight
        /// The last one of several.
        case final
    }

    static let shared = ValueWords()
    private var greek: [UInt64: Meaning] = [:]
    private var exact: [UInt64: Meaning] = [:]

    /// What a word means among values, if anything.
    func meaning(of letters: [UInt8]) -> Meaning? {
        guard letters.count <= 20, letters.contains(where: { !Letter.isDigit($0) }) else { return nil }
        guard letters.contains(where: Letter.isLatin) else {
            if letters.count == 2, let meaning = exact[WordHash.of(letters)] { return meaning }
            return greek[WordHash.of(Greeklish.phoneticKey(of: letters))]
        }
        if let meaning = exact[WordHash.of(letters)] { return meaning }
        for (place, key) in Greeklish.phoneticKeys(of: letters, limit: 4).enumerated() {
            guard let meaning = greek[WordHash.of(key)] else { continue }
            // A second reading (`exei` as έξι) counts only if nothing in the spelling speaks against it.
            let spellsDiphthong = letters.contains(UInt8(ascii: "i")) && letters.contains(UInt8(ascii: "e"))
            if place == 0 || !(spellsDiphthong && meaning == .number(6)) { return meaning }
        }
        return nil
    }

    private init() {
        addCardinals()
        addParts()
        addOrdinals()
        addMoney()
        addCalendar()
        addRelations()
        addEnglishNumbers()
        addEnglishCalendar()
        addEnglishRelations()
        addRecurrences()
        addCompounds()
        addLengths()
        addFeasts()
        addEnglishRecurrences()
    }

    mutating func add(_ meaning: Meaning, _ words: String) {
        for word in words.split(separator: " ") {
            let letters = FoldedText(String(word)).bytes
            let isAbbreviation = meaning == .am || meaning == .pm
            if !isAbbreviation, letters.allSatisfy({ !Letter.isLatin($0) }) {
                greek[WordHash.of(Greeklish.phoneticKey(of: letters))] = meaning
            } else {
                exact[WordHash.of(letters)] = meaning
            }
        }
    }

    /// Adds a list in which the words of each value are separated by a slash; values go up by `step`.
    mutating func add(from first: Int, by step: Int = 1, _ list: String, _ meaning: (Int) -> Meaning) {
        for (place, words) in list.split(separator: "/").enumerated() {
            add(meaning(first + place * step), String(words))
        }
    }

    private mutating func addCardinals() {
        add(
            from: 0,
            "μηδέν μηδενικό/ένα ένας έναν μία μια ενός μιας/δύο δυο/τρία τρεις τριών/τέσσερα τέσσερις τεσσάρων/πέντε/έξι/επτά εφτά/οκτώ οχτώ/"
                + "εννέα εννιά/δέκα/έντεκα ένδεκα/δώδεκα/δεκατρία δεκατρείς/δεκατέσσερα δεκατέσσερις/δεκαπέντε/δεκαέξι δεκάξι/"
                + "δεκαεπτά δεκαεφτά/δεκαοκτώ δεκαοχτώ/δεκαεννέα δεκαεννιά"
        ) { .number(Double($0)) }
        add(from: 20, by: 10, "είκοσι/τριάντα/σαράντα/πενήντα/εξήντα/εβδομήντα/ογδόντα/ενενήντα/εκατό εκατόν") {
            .number(Double($0))
        }
        add(
            from: 200,
            by: 100,
            "διακόσια διακόσιες διακόσιοι διακοσίων/τριακόσια τριακόσιες τριακόσιοι/τετρακόσια τετρακόσιες τετρακόσιοι/"
                + "πεντακόσια πεντακόσιες πεντακόσιοι/εξακόσια εξακόσιες εξακόσιοι/επτακόσια εφτακόσια επτακόσιες εφτακόσιες/"
                + "οκτακόσια οχτακόσια οκτακόσιες/εννιακόσια εννιακόσιες/χίλια χίλιες χίλιοι χιλίων"
        ) { .number(Double($0)) }
        add(.scale(1000), "χιλιάδες χιλιάδων χιλ")
        add(.scale(1_000_000), "εκατομμύριο εκατομμύρια εκατομμυρίων εκατ")
    }

    private mutating func addParts() {
        add(.half, "μισό μισή μισά")
        add(.quarter, "τέταρτο τέταρτα")
        add(.andHalf(1.5), "ενάμισι ενάμισης μιάμιση μιάμισι ενάμιση")
        add(.andHalf(2.5), "δυόμισι δυόμιση")
        add(.andHalf(3.5), "τριάμισι τρεισήμισι τριάμιση τρισήμισι")
        add(.andHalf(4.5), "τεσσερισήμισι τεσσεράμισι")
        add(.andHalf(5.5), "πεντέμισι")
    }

    private mutating func addOrdinals() {
        add(
            from: 1,
            "πρώτος πρώτη πρώτο πρώτα πρώτου πρώτης/δεύτερος δεύτερη δεύτερο δεύτερης δεύτερου/τρίτος τρίτο τρίτου/"
                + "τέταρτος τέταρτης τετάρτου/πέμπτος πέμπτο πέμπτου/έκτος έκτη έκτο/έβδομος έβδομη έβδομο/όγδοος όγδοη όγδοο/"
                + "ένατος ένατη ένατο/δέκατος δέκατη δέκατο/ενδέκατος ενδέκατη ενδέκατο/δωδέκατος δωδέκατη δωδέκατο"
        ) { .ordinal($0) }
    }

    private mutating func addMoney() {
        add(.currency("EUR"), "ευρώ ευρω ευρα ευρό ευρόπουλα")
        add(.currency("USD"), "δολάρια δολάριο")
        add(.currency("GBP"), "λίρες λίρα")
        add(.cents, "σεντς σεντ cent cents")
        // Also several of a kind: «δύο χιλιάρικα».
        add(.note(5), "τάλιρο τάλιρα πεντάρικο πεντάρικα πεντάευρο πεντάευρα")
        add(.note(10), "δεκάρικο δεκάρικα δεκάευρο δεκάευρα")
        add(.note(20), "εικοσάρικο εικοσάρικα εικοσάευρο εικοσάευρα")
        add(.note(50), "πενηντάρικο πενηντάρικα πενηντάευρο πενηντάευρα")
        add(.note(100), "κατοστάρικο κατοστάρικα κατοστάρι κατοστάευρο κατοστάευρα")
        add(.note(1000), "χιλιάρικο χιλιάρικα")
    }

    private mutating func addCalendar() {
        add(
            from: 1,
            "Δευτέρα Δευτέρας/Τρίτη Τρίτης/Τετάρτη Τετάρτης/Πέμπτη Πέμπτης/Παρασκευή Παρασκευής/Σάββατο Σαββάτου/Κυριακή Κυριακής"
        ) {
            .weekday($0)
        }
        add(
            from: 1,
            "Ιανουάριος Ιανουαρίου Ιανουάριο Γενάρης Γενάρη/Φεβρουάριος Φεβρουαρίου Φεβρουάριο Φλεβάρης Φλεβάρη/"
                + "Μάρτιος Μαρτίου Μάρτιο Μάρτης Μάρτη/Απρίλιος Απριλίου Απρίλιο Απρίλης Απρίλη/Μάιος Μαΐου Μάιο Μάης Μάη/"
                + "Ιούνιος Ιουνίου Ιούνιο Ιούνης Ιούνη/Ιούλιος Ιουλίου Ιούλιο Ιούλης Ιούλη/Αύγουστος Αυγούστου Αύγουστο/"
                + "Σεπτέμβριος Σεπτεμβρίου Σεπτέμβριο Σεπτέμβρης Σεπτέμβρη/Οκτώβριος Οκτωβρίου Οκτώβριο Οκτώβρης Οκτώβρη Οχτώβρη/"
                + "Νοέμβριος Νοεμβρίου Νοέμβριο Νοέμβρης Νοέμβρη/Δεκέμβριος Δεκεμβρίου Δεκέμβριο Δεκέμβρης Δεκέμβρη"
        ) { .month($0) }
        add(.unit(.minute), "λεπτά λεπτό λεπτών")
        add(.unit(.hour), "ώρα ώρες ωρών")
        add(.unit(.day), "μέρα μέρες ημέρα ημέρες ημερών μερών εικοσιτετράωρο")
        add(.unit(.week), "εβδομάδα εβδομάδες εβδομάδων βδομάδα βδομάδες εβδομάδας")
        add(.unit(.month), "μήνα μήνες μηνών μήνας μηνός")
        add(.unit(.year), "χρόνο χρόνια χρόνων έτος έτη ετών χρόνος χρόνου έτους")
        add(.span(CalendarDuration(days: 15)), "δεκαπενθήμερο δεκαπενθημέρου")
        add(.span(CalendarDuration(days: 5)), "πενθήμερο")
        add(.span(CalendarDuration(days: 3)), "τριήμερο")
        add(
            from: 2,
            "δίμηνο διμήνου/τρίμηνο τριμήνου/τετράμηνο/πεντάμηνο/εξάμηνο εξαμήνου/επτάμηνο/οκτάμηνο/εννιάμηνο εννεάμηνο"
        ) {
            .span(CalendarDuration(months: $0))
        }
        add(
            from: 2,
            "διετία διετίας/τριετία τριετίας/τετραετία/πενταετία πενταετίας/εξαετία/επταετία/οκταετία/εννεαετία/δεκαετία δεκαετίας"
        ) {
            .span(CalendarDuration(months: $0 * 12))
        }
    }

    private mutating func addRelations() {
        add(.day(0), "σήμερα σημερινή")
        add(.tonight, "απόψε")
        add(.day(1), "αύριο αυριανή")
        add(.day(2), "μεθαύριο")
        add(.day(-1), "χθες χτες εχθές εχτές")
        add(.day(-2), "προχθές προχτές")
        add(.day(-3), "αντιπροχθές αντιπροχτές")
        add(.day(3), "αντιμεθαύριο παραμεθαύριο")
        add(.year(0), "φέτος εφέτος")
        add(.year(-1), "πέρσι πέρυσι")
        add(.next, "επόμενη επόμενο επόμενος επόμενης επόμενου επόμενες επόμενους")
        add(.other, "άλλη άλλο άλλον")
        add(.this, "αυτή αυτή αυτήν αυτό αυτόν τούτη ερχόμενη ερχόμενο προσεχή προσεχής")
        add(.last, "περασμένη περασμένο προηγούμενη προηγούμενο περασμένης περασμένου")
        add(.within, "σε εντός")
        add(.after, "μετά ύστερα έπειτα")
        add(.ago, "πριν προ")
        add(.from, "από")
        add(.at, "στις στη στην στον κατά γύρω περίπου ώρα")
        add(.unit(.hour), "ώρα")
        add(.and, "και κι")
        add(.minus, "παρά")
        add(.part(.morning), "πρωί πρωϊνή")
        add(.part(.noon), "μεσημέρι μεσημεράκι")
        add(.part(.afternoon), "απόγευμα απογευματάκι")
        add(.part(.evening), "βράδυ βραδάκι")
        add(.part(.night), "νύχτα μεσάνυχτα ξημερώματα χαράματα")
        add(.am, "πμ")
        add(.pm, "μμ")
        add(.end, "τέλος τέλη")
        add(.start, "αρχή αρχές")
        add(.middle, "μέσα")
        add(.article, "ο η το τον την τη του της τα τους τις των")
    }

    private mutating func addEnglishNumbers() {
        add(
            from: 0,
            "zero/one/two/three/four/five/six/seven/eight/nine/ten/eleven/twelve/thirteen/fourteen/fifteen/sixteen/"
                + "seventeen/eighteen/nineteen"
        ) { .number(Double($0)) }
        add(from: 20, by: 10, "twenty/thirty/forty/fifty/sixty/seventy/eighty/ninety") { .number(Double($0)) }
        add(.scale(100), "hundred")
        add(.scale(1000), "thousand")
        add(.scale(1_000_000), "million")
        add(from: 1, "first/second/third/fourth/fifth/sixth/seventh/eighth/ninth/tenth") { .ordinal($0) }
        add(.half, "half")
        add(.quarter, "quarter")
    }

    private mutating func addEnglishCalendar() {
        add(from: 1, "monday mon/tuesday tue/wednesday wed/thursday thu/friday fri/saturday sat/sunday sun") {
            .weekday($0)
        }
        add(
            from: 1,
            "january jan/february feb/march/april apr/may/june jun/july jul/august aug/september sept sep/october oct/november nov/"
                + "december dec"
        ) { .month($0) }
        add(.unit(.minute), "minute minutes min mins")
        add(.unit(.hour), "hour hours")
        add(.unit(.day), "day days")
        add(.unit(.week), "week weeks")
        add(.unit(.month), "month months")
        add(.unit(.year), "year years")
        add(.day(0), "today")
        add(.tonight, "tonight")
        add(.day(1), "tomorrow tmr")
        add(.day(-1), "yesterday")
    }

    private mutating func addEnglishRelations() {
        add(.next, "next")
        add(.this, "this coming")
        add(.last, "last previous past")
        add(.within, "in within")
        add(.after, "after")
        add(.ago, "ago before")
        add(.at, "at around about on")
        add(.minus, "to")
        add(.and, "and")
        add(.am, "am")
        add(.pm, "pm")
        add(.part(.morning), "morning")
        add(.part(.noon), "noon")
        add(.part(.afternoon), "afternoon")
        add(.part(.evening), "evening")
        add(.part(.night), "night midnight")
        add(.end, "end")
        add(.start, "beginning start")
        add(.currency("EUR"), "euro euros eur evro euro evrw euros")
        add(.currency("USD"), "dollar dollars usd")
        add(.currency("GBP"), "pound pounds gbp")
        add(.article, "the of")
        // `to` is the Greek article far more often than "five to six".
        add(.article, "to")
    }
}
