import TestSupport
import Testing

@testable import GreekText

/// From when until when something comes again, relative to Friday, 20 November 2026.
@Suite struct RecurrenceBoundsTests {
    @Test(arguments: [
        ("κάθε Δευτέρα μέχρι τον Ιούνιο", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630"),
        ("καθε δευτερα μεχρι τον ιουνιο", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630"),
        ("KATHE DEYTERA MEXRI TON IOYNIO", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630"),
        ("κάθε μέρα ως τις 15/3", "FREQ=DAILY;UNTIL=20270315"),
        ("κάθε μέρα έως και τις 15 Μαρτίου 2028", "FREQ=DAILY;UNTIL=20280315"),
        ("μέχρι τις 15/3 κάθε μέρα", "FREQ=DAILY;UNTIL=20270315"),
        ("ως τον Ιούνιο, κάθε Τρίτη", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630"),
        ("τα Σάββατα μέχρι το τέλος του μήνα", "FREQ=WEEKLY;BYDAY=SA;UNTIL=20261130"),
        ("μέχρι το τέλος του μήνα τα Σάββατα", "FREQ=WEEKLY;BYDAY=SA;UNTIL=20261130"),
        ("κάθε μέρα μέχρι την Παρασκευή", "FREQ=DAILY;UNTIL=20261127"),
        ("κάθε μέρα μέχρι την επόμενη Τρίτη", "FREQ=DAILY;UNTIL=20261124"),
        ("κάθε εβδομάδα μέχρι του χρόνου", "FREQ=WEEKLY;UNTIL=20271231"),
        ("κάθε μήνα μέχρι το 2030", "FREQ=MONTHLY;UNTIL=20301231"),
        ("every Monday until June", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270630"),
        ("every day till March 15th", "FREQ=DAILY;UNTIL=20270315"),
        (
            "κάθε Δευτέρα στις 5 το απόγευμα μέχρι τον Μάρτιο",
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=17;BYMINUTE=0;UNTIL=20270331"
        ),
        (
            "κάθε Δευτέρα μέχρι τον Μάρτιο στις 5 το απόγευμα",
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=17;BYMINUTE=0;UNTIL=20270331"
        ),
        ("δύο φορές την εβδομάδα ως τις 31/12", "FREQ=WEEKLY;UNTIL=20261231 ×2"),
    ])
    func lastsUntilADay(text: String, expected: String) throws {
        #expect(try said(text) == expected)
    }

    @Test(arguments: [
        ("για τρεις εβδομάδες κάθε Τρίτη", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        ("κάθε Τρίτη για τρεις εβδομάδες", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        ("gia treis evdomades kathe triti", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        ("κάθε Τρίτη και Πέμπτη για δύο εβδομάδες", "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"),
        ("κάθε μέρα για μία εβδομάδα", "FREQ=DAILY;COUNT=7"), ("κάθε πρωί για 10 μέρες", "FREQ=DAILY;COUNT=10 TMO"),
        ("κάθε 8 ώρες για 5 μέρες", "FREQ=HOURLY;INTERVAL=8;COUNT=15"),
        ("κάθε μήνα για δύο χρόνια", "FREQ=MONTHLY;COUNT=24"),
        (
            "κάθε τρίμηνο για έναν χρόνο",
            "FREQ=MONTHLY;INTERVAL=3;COUNT=4"
        ),
        ("κάθε δεύτερη Τρίτη για 6 εβδομάδες", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3"),
        ("κάθε Δευτέρα για 5 φορές", "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
        ("κάθε μέρα για τις επόμενες τρεις μέρες", "FREQ=DAILY;COUNT=3"),
        ("every day for two weeks", "FREQ=DAILY;COUNT=14"),
        ("every Monday for 5 times", "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
        ("δύο φορές την εβδομάδα για έναν μήνα", "FREQ=WEEKLY;UNTIL=20261219 ×2"),
        ("κάθε Τρίτη για έναν μήνα", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261219"),
        ("κάθε Δευτέρα για ένα εξάμηνο", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270519"),
    ])
    func lastsSoManyTimesOrSoLong(text: String, expected: String) throws {
        #expect(try said(text) == expected)
    }

    @Test(arguments: [
        ("κάθε Δευτέρα από 1/12 μέχρι 31/3", "2026-12-01 FREQ=WEEKLY;BYDAY=MO;UNTIL=20270331"),
        ("από αύριο κάθε μέρα", "2026-11-21 FREQ=DAILY"),
        ("κάθε Τρίτη από την άλλη εβδομάδα για ένα μήνα", "2026-11-23 FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222"),
        ("every day from tomorrow until friday", "2026-11-21 FREQ=DAILY;UNTIL=20261127"),
        ("από τον Σεπτέμβριο ως τον Ιούνιο κάθε Σάββατο", "2027-09-01 FREQ=WEEKLY;BYDAY=SA;UNTIL=20280630"),
    ])
    func beginsOnADay(text: String, expected: String) throws {
        #expect(try said(text) == expected)
    }

    @Test(arguments: [
        ("κάθε μέρα για δύο ώρες", "FREQ=DAILY"), ("κάθε Δευτέρα για 3 μέρες", "FREQ=WEEKLY;BYDAY=MO"),
        ("κάθε μέρα από τις 8 ως τις 3", "FREQ=DAILY"), ("κάθε χρόνο για τα τελευταία 5 χρόνια", "FREQ=YEARLY"),
        ("κάθε δύο χρόνια μέχρι τα 18", "FREQ=YEARLY;INTERVAL=2"), ("κάθε μέρα για το παιδί", "FREQ=DAILY"),
        ("κάθε Δευτέρα. Για τρεις εβδομάδες λείπω", "FREQ=WEEKLY;BYDAY=MO"),
        ("κάθε Δευτέρα μέχρι", "FREQ=WEEKLY;BYDAY=MO"),
        ("κάθε Δευτέρα μέχρι Παρασκευή", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("κάθε μέρα από Δευτέρα έως Παρασκευή", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("κάθε μέρα μέχρι αργά", "FREQ=DAILY"), ("κάθε Τρίτη για ραντεβού", "FREQ=WEEKLY;BYDAY=TU"),
        ("κάθε μέρα τρεις φορές", "FREQ=DAILY ×3"), ("every month twice", "FREQ=MONTHLY ×2"),
        ("κάθε μέρα για μηδέν μέρες", "FREQ=DAILY"), ("κάθε μέρα για 90000 μέρες", "FREQ=DAILY"),
    ])
    func whatIsNoEnd(text: String, expected: String) throws {
        #expect(try said(text) == expected)
    }

    @Test(arguments: [
        "κάθε Δευτέρα μέχρι τον Ιούνιο", "για τρεις εβδομάδες κάθε Τρίτη", "κάθε Δευτέρα από 1/12 μέχρι 31/3",
    ])
    func itsEndIsNeitherADateNorALength(text: String) throws {
        let values = ValueText(text)
        #expect(values.dates(today: .tested).isEmpty && values.durations.isEmpty)
        #expect(values.recurrences(today: .tested).map(\.source) == [0..<text.utf8.count])
    }

    @Test func hostileInputIsHarmless() throws {
        var random = SeededGenerator(seed: 11)
        let parts = [
            "κάθε ", "μέχρι ", "για ", "από ", "τις ", "15/3 ", "τρεις ", "εβδομάδες ", "Τρίτη ", "μέρα ", "φορές ",
            ", ",
            ". ", "μήνα ", "επόμενη ", "και ", "99999999 ", "2030 ", "until ", "Ιούνιο ", "τέλος ", "στις 5 ",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                parts[Int.random(in: parts.indices, using: &random)]
            }.joined()
            var end = 0
            for found in ValueText(text).recurrences(today: .tested) {
                #expect(found.source.lowerBound >= end && !found.source.isEmpty, "\(text)")
                end = found.source.upperBound
                if case .count(let count)? = found.value.end { #expect(count > 0, "\(text)") }
            }
        }
        _ = ValueText(String(repeating: "κάθε μέρα μέχρι αύριο για 3 μέρες ", count: 1000)).recurrences(today: .tested)
    }

    /// The first day, the rule, and what a rule can't say.
    private func said(_ text: String) throws -> String {
        ValueText(text).recurrences(today: .tested).map { found in
            (found.value.start.map { $0.iso + " " } ?? "") + found.value.rrule
                + (found.value.times > 1 ? " ×\(found.value.times)" : "")
                + (found.value.part.map { " T" + $0.code } ?? "")
        }
        .joined(separator: " | ")
    }
}
