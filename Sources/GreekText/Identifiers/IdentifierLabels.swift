/// The words that announce an identifier, and those that may stand between.
struct IdentifierLabels: Sendable {
    enum Label: Sendable, Equatable {
        case taxNumber, socialSecurity, personalNumber, identity, passport, iban, card, phone, postcode, plate
        case gazette, ada, secret, userName, street, home, protocolNumber, postal
        /// μου, είναι, αριθμός: may stand between a label and what it announces.
        case filler
        /// είναι: as a filler, and says that a value follows.
        case equals
        /// Units and months: a number before one is no house number.
        case unit
        /// παπάκι, τελεία: how the marks of an address of electronic mail are said.
        case at, dot
    }

    static let shared = IdentifierLabels()
    private var labels: [UInt64: Label] = [:]
    private var common: Set<UInt64> = []

    /// What a word announces, by its first eight letters.
    @inline(__always)
    func label(_ word: UInt64) -> Label? { labels[word] }

    /// Whether a word is too common to be a password.
    func isCommon(_ word: UInt64) -> Bool { common.contains(word) || labels[word] != nil }

    private init() {
        addPersonal()
        addDocuments()
        addSmallWords()
    }

    private mutating func addPersonal() {
        // Longer words are compared by their first eight letters, so that their endings do not matter.
        add(.taxNumber, "αφμ afm φορολογικου μητρωου μητρωο vat tin")
        add(.socialSecurity, "αμκα amka")
        add(.personalNumber, "προσωπικος προσωπικο prosopikos")
        add(.identity, "αδτ adt ταυτοτητας δελτιο δελτιου tautotitas tautothtas taftotita id identity")
        add(.passport, "διαβατηριο διαβατηριου diavatirio diavathrio passport")
        add(.iban, "iban ιβαν λογαριασμος λογαριασμο λογαριασμου")
        add(.card, "καρτα καρτας καρτασ καρτες karta kartas card visa mastercard")
        add(
            .phone,
            "τηλ τηλεφωνο τηλεφωνα τηλεφωνου κινητο κινητα κινητου σταθερο til tilefono thlefwno kinito kinhto phone "
                + "mobile tel cell φαξ fax"
        )
        add(.postcode, "τκ tk zip postcode postal")
        add(.postal, "ταχ ταχυδρομικος ταχυδρομικο taxydromikos")
        add(
            .plate,
            "πινακιδα πινακιδας πινακιδες αυτοκινητο αυτοκινητου οχημα οχηματος αμαξι μηχανη κυκλοφοριας pinakida plate"
        )
        add(
            .secret,
            "κωδικος κωδικο κωδικου κωδικοι κωδικους κωδ συνθηματικο κλειδαριθμος kodikos kwdikos kodiko kwdiko "
                + "password passwd passcode pass pwd pin πιν otp puk cvv cvc cvv2 πασσγουορντ πασγουορντ"
        )
        add(.userName, "χρηστη username user login")
        add(.street, "οδος οδο οδου λεωφορος λεωφορου λεωφ λ πλατεια πλατειας πλ odos odo street avenue")
        add(
            .home,
            "διευθυνση διευθυνσης κατοικω μενω κατοικια κατοικιας διαμενω κατοικος dieuthinsi dieythynsh meno menw address live"
        )
    }

    private mutating func addDocuments() {
        add(.protocolNumber, "πρωτ πρωτοκολλου πρωτοκολλο prot protokollou πρωτοκ")
        add(.gazette, "φεκ fek")
        add(.ada, "αδα ada")
        add(.at, "παπακι papaki")
        add(.dot, "τελεια teleia dot")
    }

    private mutating func addSmallWords() {
        add(.equals, "ειναι einai is ειν ηταν was")
        add(
            .filler,
            "μου σου του της το τον την ο η μας mou my the number αριθμος αριθμο αριθ αριθμ αρ no νο num αυτο αυτος με "
                + "λεει for ως a νεου τυπου παλιου new type"
        )
        add(
            .unit,
            "χρονια χρονο χρονος ετη ετος ετων μηνες μηνα μηνων μερες μερα ημερες ημερων ωρες ωρα λεπτα ευρω euro ατομα "
                + "φορες παιδια τετραγωνικα τμ χλμ ιανουαριου φεβρουαριου μαρτιου απριλιου μαιου ιουνιου ιουλιου αυγουστου "
                + "σεπτεμβριου οκτωβριου νοεμβριου δεκεμβριου years months days hours euros"
        )
        let words =
            "δεν δε μη μην λαθος σωστος σωστο σωστη ακυρος ακυρο οτι απο για σε στο στη στην στον που πως ποιος ποιο τι και ή κι αλλα "
            + "wrong incorrect not invalid expired right correct required an to in and or what how where ιδιος ιδιο νεος παλιος εδω "
            + "ηδη πολυ μονο ενας ενα μια θελω πρεπει μπορω ξερω θυμαμαι χαθηκε ξεχασα ληγει reset forgot λειτουργει δουλευει "
            + "απαραιτητος υποχρεωτικος προσωπικος μυστικος αριθμητικος ανενεργος ενεργος κλειδωμενος ληγμενος lathos den"
        common = Set(words.split(separator: " ").map { ScannedText.packed($0) })
    }

    private mutating func add(_ label: Label, _ words: String) {
        for word in words.split(separator: " ") { labels[ScannedText.packed(word)] = label }
    }
}
