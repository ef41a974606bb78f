/// Numbers, lengths and notes in one word.
extension ValueWords {
    private static let ones =
        "ένα έναν ένας μία μια/δύο δυο/τρία τρεις τριών/τέσσερα τέσσερις τεσσάρων/πέντε/έξι/επτά εφτά/οκτώ οχτώ/εννέα εννιά"

    /// «εικοσιπέντε», «τριανταδύο», «εκατονδύο»; «εικοστή», «εκατοστός»; «καμιά δεκαριά»; «δισεκατομμύρια».
    mutating func addCompounds() {
        for (place, tens) in "είκοσι τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα".split(separator: " ")
            .enumerated()
        {
            let first = 20 + 10 * place
            for (one, words) in Self.ones.split(separator: "/").enumerated() {
                for word in words.split(separator: " ") { add(.number(Double(first + one + 1)), "\(tens)\(word)") }
            }
        }
        add(
            from: 20,
            by: 10,
            "εικοστός εικοστή εικοστό εικοστής εικοστού/τριακοστός τριακοστή τριακοστό τριακοστής/τεσσαρακοστός τεσσαρακοστή τεσσαρακοστό/"
                + "πεντηκοστός πεντηκοστή πεντηκοστό/εξηκοστός εξηκοστή εξηκοστό"
        ) { .ordinal($0) }
        add(.number(10), "δεκαριά δεκάδα")
        add(.number(15), "δεκαπενταριά")
        add(from: 20, by: 10, "εικοσαριά/τριανταριά/σαρανταριά/πενηνταριά") { .number(Double($0)) }
        add(.scale(1_000_000_000), "δισεκατομμύριο δισεκατομμύρια δισεκατομμυρίων δισ billion")
        add(
            from: 6,
            "εξίμισι εξήμισι εξίμιση/επτάμισι εφτάμισι εφτάμιση/οκτώμισι οχτώμισι οχτώμιση/εννιάμισι εννεάμισι/δεκάμισι/εντεκάμισι/δωδεκάμισι"
        ) { .andHalf(Double($0) + 0.5) }
    }

    /// «δεκαήμερο», «δωδεκάμηνο», «εικοσαετία», and their plurals.
    mutating func addLengths() {
        add(
            from: 2,
            "διήμερο/τριήμερα/τετραήμερο/πενθήμερα/εξαήμερο/εφταήμερο επταήμερο/οκταήμερο/εννιαήμερο/δεκαήμερο δεκαημέρου"
        ) {
            .span(CalendarDuration(days: $0))
        }
        add(.span(CalendarDuration(days: 15)), "δεκαπενθήμερα")
        add(.span(CalendarDuration(days: 20)), "εικοσαήμερο εικοσαημέρου")
        add(.span(CalendarDuration(days: 30)), "τριακονθήμερο τριακονθημέρου")
        add(from: 2, "δίμηνα/τρίμηνα/τετράμηνα τετραμήνου/πεντάμηνα/εξάμηνα/εφτάμηνο επταμήνου/οχτάμηνο/εννιαμήνου") {
            .span(CalendarDuration(months: $0))
        }
        add(from: 10, "δεκάμηνο/εντεκάμηνο ενδεκάμηνο/δωδεκάμηνο δωδεκαμήνου") { .span(CalendarDuration(months: $0)) }
        add(.span(CalendarDuration(months: 18)), "δεκαοκτάμηνο δεκαοχτάμηνο δεκαοκταμήνου")
        add(.span(CalendarDuration(months: 24)), "εικοσιτετράμηνο")
        add(.span(CalendarDuration(months: 240)), "εικοσαετία εικοσαετίας")
    }
}
