import TestSupport
import Testing

@testable import GreekText

/// What comes again and again, as a rule of RFC 5545 with the times of a period and the part of the day.
@Suite struct RecurrenceTests {
    @Test(arguments: [
        ("κάθε Δευτέρα", "FREQ=WEEKLY;BYDAY=MO"), ("καθε δευτερα", "FREQ=WEEKLY;BYDAY=MO"),
        ("ΚΑΘΕ ΔΕΥΤΕΡΑ", "FREQ=WEEKLY;BYDAY=MO"), ("kathe deytera", "FREQ=WEEKLY;BYDAY=MO"),
        ("every Monday", "FREQ=WEEKLY;BYDAY=MO"), ("each tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("κάθε Τρίτη και Πέμπτη", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("κάθε Δευτέρα, Τετάρτη και Παρασκευή", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("κάθε Δευτέρα και κάθε Πέμπτη", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("κάθε Δευτέρα έως Παρασκευή", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every monday and wednesday", "FREQ=WEEKLY;BYDAY=MO,WE"), ("τα Σάββατα", "FREQ=WEEKLY;BYDAY=SA"),
        ("ΤΑ ΣΑΒΒΑΤΑ", "FREQ=WEEKLY;BYDAY=SA"), ("τις Τρίτες και τις Πέμπτες", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("on Mondays", "FREQ=WEEKLY;BYDAY=MO"), ("κάθε Σαββατοκύριακο", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU"), ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("είστε ανοιχτά τις καθημερινές;", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("κάθε δεύτερη Τρίτη", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every other friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ])
    func weekdays(text: String, expected: String) {
        #expect(said(text) == expected)
    }

    @Test(arguments: [
        ("κάθε μέρα", "FREQ=DAILY"), ("κάθε μερα", "FREQ=DAILY"), ("κάθε εβδομάδα", "FREQ=WEEKLY"),
        ("κάθε μήνα", "FREQ=MONTHLY"),
        ("κάθε χρόνο", "FREQ=YEARLY"), ("κάθε ώρα", "FREQ=HOURLY"), ("every year", "FREQ=YEARLY"),
        ("κάθε 15 μέρες", "FREQ=DAILY;INTERVAL=15"),
        ("καθε δυο εβδομαδες", "FREQ=WEEKLY;INTERVAL=2"), ("κάθε 3 μήνες", "FREQ=MONTHLY;INTERVAL=3"),
        ("ανά τρίμηνο", "FREQ=MONTHLY;INTERVAL=3"), ("κάθε εξάμηνο", "FREQ=MONTHLY;INTERVAL=6"),
        ("ανά διετία", "FREQ=YEARLY;INTERVAL=2"),
        ("κάθε δεκαπενθήμερο", "FREQ=DAILY;INTERVAL=15"), ("κάθε μισή ώρα", "FREQ=MINUTELY;INTERVAL=30"),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"), ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("κάθε τρίτη μέρα", "FREQ=DAILY;INTERVAL=3"),
        ("κάθε δεύτερο μήνα", "FREQ=MONTHLY;INTERVAL=2"), ("μέρα παρά μέρα", "FREQ=DAILY;INTERVAL=2"),
        ("ΜΕΡΑ ΠΑΡΑ ΜΕΡΑ", "FREQ=DAILY;INTERVAL=2"),
        ("μήνα παρά μήνα", "FREQ=MONTHLY;INTERVAL=2"), ("καθημερινά", "FREQ=DAILY"),
        ("πληρώνω μηνιαίως", "FREQ=MONTHLY"),
        ("ετησίως", "FREQ=YEARLY"), ("weekly", "FREQ=WEEKLY"), ("I pay monthly.", "FREQ=MONTHLY"),
        ("fortnightly", "FREQ=WEEKLY;INTERVAL=2"),
        ("weekly on mondays", "FREQ=WEEKLY;BYDAY=MO"), ("κάθε εβδομάδα την Τρίτη", "FREQ=WEEKLY;BYDAY=TU"),
    ])
    func intervals(text: String, expected: String) {
        #expect(said(text) == expected)
    }

    @Test(arguments: [
        ("κάθε πρώτη του μήνα", "FREQ=MONTHLY;BYMONTHDAY=1"), ("καθε πρωτη του μηνα", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("κάθε 1η του μηνός", "FREQ=MONTHLY;BYMONTHDAY=1"), ("κάθε 15 του μήνα", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("κάθε πέμπτη του μήνα", "FREQ=MONTHLY;BYMONTHDAY=5"), ("στις 5 κάθε μήνα", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("την πρώτη κάθε μήνα", "FREQ=MONTHLY;BYMONTHDAY=1"), ("κάθε μήνα στις 10", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("the 1st of every month", "FREQ=MONTHLY;BYMONTHDAY=1"), ("monthly on the 5th", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("στο τέλος κάθε μήνα", "FREQ=MONTHLY;BYMONTHDAY=-1"), ("κάθε τέλος του μήνα", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("κάθε πρώτη Δευτέρα του μήνα", "FREQ=MONTHLY;BYDAY=1MO"),
        ("την πρώτη Δευτέρα κάθε μήνα", "FREQ=MONTHLY;BYDAY=1MO"),
        ("κάθε τρίτη Πέμπτη του μήνα", "FREQ=MONTHLY;BYDAY=3TH"),
        ("την τελευταία Παρασκευή κάθε μήνα", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("the second tuesday of every month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("κάθε 25 Μαρτίου", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=25"), ("κάθε Ιούνιο", "FREQ=YEARLY;BYMONTH=6"),
        ("στις 25 Μαρτίου κάθε χρόνο", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=25"),
        ("κάθε χρόνο στις 6 Ιουνίου", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=6"),
        ("every june", "FREQ=YEARLY;BYMONTH=6"),
    ])
    func daysOfMonthsAndYears(text: String, expected: String) {
        #expect(said(text) == expected)
    }

    @Test(arguments: [
        ("δύο φορές την εβδομάδα", "FREQ=WEEKLY ×2"), ("δυο φορες τη βδομαδα", "FREQ=WEEKLY ×2"),
        ("ΔΥΟ ΦΟΡΕΣ ΤΗΝ ΕΒΔΟΜΑΔΑ", "FREQ=WEEKLY ×2"),
        ("μία φορά τον μήνα", "FREQ=MONTHLY"), ("3 φορές το χρόνο", "FREQ=YEARLY ×3"),
        ("μια φορά κάθε δύο χρόνια", "FREQ=YEARLY;INTERVAL=2"),
        ("1 φορά ανά εξάμηνο", "FREQ=MONTHLY;INTERVAL=6"), ("twice a month", "FREQ=MONTHLY ×2"),
        ("once a week", "FREQ=WEEKLY"),
        ("three times per year", "FREQ=YEARLY ×3"), ("dyo fores tin evdomada", "FREQ=WEEKLY ×2"),
    ])
    func timesOfAPeriod(text: String, expected: String) {
        #expect(said(text) == expected)
    }

    @Test(arguments: [
        ("κάθε μέρα στις 8", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0"), ("στις 8 κάθε μέρα", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0"),
        ("κάθε Δευτέρα στις 5 και μισή το απόγευμα", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=17;BYMINUTE=30"),
        ("every monday at 9am", "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0"), ("κάθε πρωί", "FREQ=DAILY TMO"),
        ("κάθε Σάββατο βράδυ", "FREQ=WEEKLY;BYDAY=SA TEV"),
        ("κάθε Τρίτη απόγευμα στις 6", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0"),
        ("τα Σάββατα το πρωί", "FREQ=WEEKLY;BYDAY=SA TMO"),
        ("τα απογεύματα", "FREQ=DAILY TAF"), ("every morning", "FREQ=DAILY TMO"),
        ("καθημερινά στις 7:30", "FREQ=DAILY;BYHOUR=7;BYMINUTE=30"),
    ])
    func hours(text: String, expected: String) {
        #expect(said(text) == expected)
    }

    @Test(arguments: [
        "", "κάθε", "κάθε φορά που μπαίνω", "κάθε άνθρωπος", "για κάθε παιδί", "τρίτη φορά που ρωτάω",
        "δύο φορές ρώτησα",
        "δύο φορές αυτή την εβδομάδα", "την Τρίτη", "αύριο το πρωί", "μηνιαία κάρτα απεριορίστων", "η ετήσια δήλωση",
        "monthly card",
        "οι καθημερινές ανάγκες", "στις 5 παρά τέταρτο", "για δύο Κυριακές", "τις επόμενες Δευτέρες", "κάθε 0 μέρες",
        "κάθε 5000 μέρες",
        "κάθε 40 του μήνα", "each of them", "every one of us", "once upon a time", "κάθε πότε", "σε 15 μέρες",
        "ανά άτομο",
        "τα καθημερινά μου νέα", "ετήσια τέλη τάφου", "μηνιαίος κατάλογος", "τραπέζι στο Fridays",
        "πόσες Παρασκευές έχει ο μήνας",
    ])
    func whatComesOnceIsNone(text: String) {
        #expect(said(text) == "")
    }

    @Test func isNeitherADateNorALength() throws {
        for text in [
            "κάθε Δευτέρα", "κάθε 15 μέρες", "τα Σάββατα το πρωί", "κάθε μέρα στις 8", "στις 5 κάθε μήνα",
            "κάθε 25 Μαρτίου",
        ] {
            #expect(ValueText(text).dates(today: .tested).isEmpty, "\(text)")
            #expect(ValueText(text).durations.isEmpty, "\(text)")
        }
        let both = ValueText("κάθε Δευτέρα από την 1η Δεκεμβρίου για δύο ώρες")
        #expect(both.dates(today: .tested).isEmpty)
        #expect(both.durations.map(\.value.iso) == ["PT2H"])
        #expect(both.recurrences(today: .tested).map(\.value.rrule) == ["FREQ=WEEKLY;BYDAY=MO"])
        #expect(both.recurrences(today: .tested).first?.value.start?.iso == "2026-12-01")
    }

    @Test(arguments: [
        ("θα έρχομαι κάθε Δευτέρα στις 5 το απόγευμα, εντάξει;", "κάθε Δευτέρα στις 5 το απόγευμα"),
        ("πληρώνω στις 5 κάθε μήνα ενοίκιο", "5 κάθε μήνα"),
        ("πάω δύο φορές την εβδομάδα εκεί", "δύο φορές την εβδομάδα"),
    ])
    func rangesCoverTheWords(text: String, expected: String) throws {
        let found = try #require(ValueText(text).recurrences(today: .tested).first)
        #expect(String(decoding: Array(text.utf8)[found.source], as: UTF8.self) == expected)
    }

    @Test func hostileInputIsHarmless() {
        var random = SeededGenerator(seed: 8)
        let parts = [
            "κάθε ", "ανά ", " φορές ", " την ", "εβδομάδα ", " του μήνα ", "Δευτέρα ", "Τρίτες ", " παρά ", "μέρα ",
            "15 ", "5", " και ",
            "τέλος ", "πρώτη ", " τελευταία ", "Μαρτίου ", "βράδυ ", "every ", "other ", "twice ", " a ", "weekly ",
            ", ", ":", "στις ",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                parts[Int.random(in: parts.indices, using: &random)]
            }.joined()
            var end = 0
            for found in ValueText(text).recurrences(today: .tested) {
                #expect(found.source.lowerBound >= end && !found.source.isEmpty, "\(text)")
                end = found.source.upperBound
                #expect((1...Recurrence.longestInterval).contains(found.value.interval), "\(text)")
                #expect(found.value.daysOfMonth.allSatisfy { (1...31).contains($0) || $0 == -1 }, "\(text)")
            }
            #expect(end <= text.utf8.count)
        }
        _ = ValueText(String(repeating: "δύο φορές κάθε Δευτέρα ", count: 3000)).recurrences(today: .tested)
    }

    /// The rules of a text, with what a rule of RFC 5545 can't say.
    private func said(_ text: String) -> String {
        ValueText(text).recurrences(today: .tested).map { found in
            found.value.rrule + (found.value.times > 1 ? " ×\(found.value.times)" : "")
                + (found.value.part.map { " T" + $0.code } ?? "")
        }
        .joined(separator: " | ")
    }
}
