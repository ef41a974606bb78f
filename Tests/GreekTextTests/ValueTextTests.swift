import Foundation
import TestSupport
import Testing

@testable import GreekText

@Suite struct ValueTextTests {
    @Test(arguments: [
        ("1.234,56", [1234.56]), ("έχω 3 παιδιά", [3]), ("είκοσι πέντε", [25]),
        ("δύο χιλιάδες τριακόσια πενήντα ένα", [2351]),
        ("εκατόν είκοσι χιλιάδες", [120_000]), ("ένα εκατομμύριο", [1_000_000]), ("μισό", [0.5]), ("δυόμισι", [2.5]),
        ("τρία τέταρτα", [0.75]), ("δύο και μισό", [2.5]), ("ο τρίτος και η 2η", [3, 2]), ("eikosi pente", [25]),
        ("EIKOSI ΠΕΝΤΕ", [25]),
        ("ένα πιστοποιητικό", []), ("ένα", [1]), ("12.500", [12_500]), ("3,5", [3.5]), ("3.5", [3.5]),
        ("10 000", [10_000]),
        ("twenty five and two hundred", [25, 200]), ("πεντε δεκα", [5, 10]), ("χίλια διακόσια", [1200]),
        ("5 χιλιάδες", [5000]),
        ("δώδεκα, δεκατρία", [12, 13]), ("στο 1555", [1555]), ("", []), ("exei", []),
    ])
    func numbers(text: String, expected: [Double]) {
        #expect(ValueText(text).numbers.map(\.value) == expected)
    }

    @Test(arguments: [
        ("10 €", "EUR 1000"), ("10€", "EUR 1000"), ("€10", "EUR 1000"), ("10 ευρώ", "EUR 1000"),
        ("δέκα ευρώ", "EUR 1000"),
        ("84,40", "EUR 8440"), ("84,40 €", "EUR 8440"), ("1.234,56 €", "EUR 123456"),
        ("δύο χιλιάδες ευρώ", "EUR 200000"),
        ("5 ευρώ και 20 λεπτά", "EUR 520"), ("ένα ευρώ και μισό", "EUR 150"), ("10 euro", "EUR 1000"),
        ("deka eyrw", "EUR 1000"),
        ("$15", "USD 1500"), ("ένα πενηντάρικο", "EUR 5000"), ("μισό ευρώ", "EUR 50"), ("10 χαρτιά", ""),
        ("3,5 ώρες", ""),
    ])
    func amounts(text: String, expected: String) {
        #expect(ValueText(text).amounts.map { "\($0.currency) \($0.cents)" }.joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("δύο εβδομάδες", "P14D"), ("μισή ώρα", "PT30M"), ("τρίμηνο", "P3M"), ("ένα χρόνο και τρεις μήνες", "P1Y3M"),
        ("10 εργάσιμες ημέρες", "P10D"), ("μιάμιση ώρα", "PT1H30M"), ("90 λεπτά", "PT1H30M"), ("πέντε χρόνια", "P5Y"),
        ("mia wra kai misi", "PT1H30M"), ("two weeks", "P14D"), ("ένα εξάμηνο", "P6M"), ("5 ευρώ", ""),
        ("δύο μέρες και 3 ώρες", "P2DT3H"),
        ("δεκαπενθήμερο", "P15D"), ("2,5 χρόνια", "P2Y6M"),
    ])
    func durations(text: String, expected: String) {
        #expect(ValueText(text).durations.map(\.value.iso).joined(separator: " ") == expected)
    }

    /// Relative to Friday, 20 November 2026, 10:00.
    @Test(arguments: [
        ("σήμερα", "2026-11-20"), ("αύριο", "2026-11-21"), ("avrio", "2026-11-21"), ("μεθαύριο", "2026-11-22"),
        ("χτες", "2026-11-19"),
        ("προχθές", "2026-11-18"), ("την Τρίτη", "2026-11-24"), ("την άλλη Τρίτη", "2026-11-24"),
        ("την αλλη τριτη", "2026-11-24"),
        ("την άλλη Παρασκευή", "2026-11-27"), ("την Παρασκευή", "2026-11-27"), ("την περασμένη Δευτέρα", "2026-11-16"),
        ("next Monday", "2026-11-23"), ("last friday", "2026-11-13"), ("την επόμενη εβδομάδα", "2026-11-23/2026-11-29"),
        ("αυτή την εβδομάδα", "2026-11-16/2026-11-22"), ("τον επόμενο μήνα", "2026-12-01/2026-12-31"),
        ("15/3", "2027-03-15"), ("15/3/2026", "2026-03-15"), ("15-3-2026", "2026-03-15"), ("15.3.2026", "2026-03-15"),
        ("5/12/26", "2026-12-05"), ("2026-03-15", "2026-03-15"), ("15 Μαρτίου", "2027-03-15"),
        ("15 Μαρτίου 2026", "2026-03-15"),
        ("1η Δεκεμβρίου", "2026-12-01"), ("πρώτη Απριλίου", "2027-04-01"), ("είκοσι πέντε Μαΐου", "2027-05-25"),
        ("25 του Μάρτη", "2027-03-25"), ("March 15th, 2027", "2027-03-15"), ("15 march", "2027-03-15"),
        ("29/2", "2028-02-29"),
        ("31/2", ""), ("στις 5 το απόγευμα", "T17:00"), ("17:30", "T17:30"), ("στις 5 και μισή", "T05:30"),
        ("5μμ", "T17:00"),
        ("5 μ.μ.", "T17:00"), ("at 5pm", "T17:00"), ("δέκα το πρωί", "T10:00"), ("στις 6 παρά τέταρτο", "T05:45"),
        ("στις 17.30", "T17:30"), ("12 το μεσημέρι", "T12:00"), ("12 το βράδυ", "T00:00"), ("1 το μεσημέρι", "T13:00"),
        ("2 τη νύχτα", "T02:00"), ("αύριο στις 5 το απόγευμα", "2026-11-21T17:00"),
        ("την Τρίτη στις 10 το πρωί", "2026-11-24T10:00"), ("στις 9:15 στις 3/12", "2026-12-03T09:15"),
        ("tomorrow at 10:30", "2026-11-21T10:30"), ("σε δύο εβδομάδες", "2026-12-04"), ("se 2 evdomades", "2026-12-04"),
        ("in 3 days", "2026-11-23"), ("πριν από 3 μέρες", "2026-11-17"), ("3 days ago", "2026-11-17"),
        ("μετά από έναν μήνα", "2026-12-20"),
        ("σε δύο ώρες", "2026-11-20T12:00"), ("τέλος του μήνα", "2026-11-30"), ("τέλη Μαρτίου", "2027-03-31"),
        ("αρχές του μήνα", "2026-11-01/2026-11-10"), ("end of the month", "2026-11-30"),
        ("τον Μάρτιο", "2027-03-01/2027-03-31"),
        ("Μάρτιο 2028", "2028-03-01/2028-03-31"), ("του χρόνου", "2027-01-01/2027-12-31"),
        ("πέρσι", "2025-01-01/2025-12-31"),
        ("τρίτη φορά που ρωτάω", ""), ("may i ask something", ""), ("έχω 5 παιδιά", ""), ("10 ευρώ", ""),
        ("άρθρο 15", ""),
        ("1.234,56", ""), ("νόμος 4727/2020", ""), ("στις 15/3 στις 17:30", "2027-03-15T17:30"),
        ("στις 3 Δεκεμβρίου", "2026-12-03"),
        ("μέσα σε 10 μέρες", "2026-11-30"), ("σε 5 λεπτά", "2026-11-20T10:05"),
        ("επτά π. μ. αύριο", "2026-11-21T07:00"),
        ("για τις πέντε", "T05:00"), ("αυτή την Πέμπτη", "2026-11-26"), ("πέμπτη Δεκεμβρίου", "2026-12-05"),
        ("5 μ", ""),
        ("3 Μαρτίου του δύο χιλιάδες δεκαεφτά", "2017-03-03"), ("του μήνα", ""), ("στους 3 μήνες", ""),
    ])
    func dates(text: String, expected: String) throws {
        let today = try #require(CalendarDate(year: 2026, month: 11, day: 20))
        let found = ValueText(text).dates(today: today, now: ClockTime(hour: 10, minute: 0))
        #expect(found.map(\.iso).joined(separator: " ") == expected)
    }

    @Test func calendarAgreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for day in stride(from: -30_000, to: 60_000, by: 37) {
            let moment = Date(timeIntervalSince1970: Double(day) * 86_400 + 3600)
            let date = CalendarDate(moment, in: calendar)
            #expect(date.dayNumber == day)
            #expect(CalendarDate(dayNumber: day) == date)
            #expect((calendar.component(.weekday, from: moment) + 5) % 7 + 1 == date.weekday)
            let later = calendar.date(byAdding: .month, value: 5, to: moment).map { CalendarDate($0, in: calendar) }
            #expect(later == date.adding(months: 5))
        }
        #expect(CalendarDate(year: 2026, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2028, month: 2, day: 29) != nil)
    }

    @Test func rangesCoverTheWords() throws {
        let text = "Θα έρθω αύριο στις 5 το απόγευμα, για δύο ώρες."
        let today = try #require(CalendarDate(year: 2026, month: 11, day: 20))
        let date = try #require(ValueText(text).dates(today: today).first)
        #expect(String(decoding: Array(text.utf8)[date.source], as: UTF8.self) == "αύριο στις 5 το απόγευμα")
        let duration = try #require(ValueText(text).durations.first)
        #expect(String(decoding: Array(text.utf8)[duration.source], as: UTF8.self) == "δύο ώρες")
    }

    @Test func hostileInputIsHarmless() throws {
        var random = SeededGenerator(seed: 6)
        let today = try #require(CalendarDate(year: 2026, month: 11, day: 20))
        let parts = [
            "5", "15", "2026", "/", ".", ",", ":", "-", " ", " στις ", " σε ", "δύο", " και ", "μισό", " εκατό ",
            "χιλιάδες", " Τρίτη ", " άλλη ",
            "μήνα", "€", " ευρώ", " πριν ", " από ", "99999999999999999999", "μ.μ.", "παρά", "τέταρτο", "του χρόνου",
            "\u{0301}", "🙂", " Μαρτίου ",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                parts[Int.random(in: parts.indices, using: &random)]
            }.joined()
            let values = ValueText(text)
            let ranges =
                values.numbers.map(\.source) + values.amounts.map(\.source) + values.durations.map(\.source)
                + values.dates(today: today).map(\.source)
            for range in ranges { #expect(range.upperBound <= text.utf8.count && !range.isEmpty, "\(text)") }
        }
        _ = ValueText(String(repeating: "χίλια ", count: 5000)).numbers
    }
}
