import Testing

@testable import GreekText

/// The one date of an answer, relative to Friday, 20 November 2026, 10:00.
@Suite struct SingleDateTests {
    @Test(arguments: [
        ("αύριο το πρωί", "2026-11-21TMO"), ("θα ήθελα την Τρίτη το απόγευμα, παρακαλώ", "2026-11-24TAF"),
        ("15/3/2027", "2027-03-15"), ("στις 15 Μαρτίου στις 5 το απόγευμα", "2027-03-15T17:00"),
        ("την Πέμπτη, αν γίνεται στις 10", "2026-11-26T10:00"), ("Τρίτη 24/11", "2026-11-24"),
        ("τη Δευτέρα 15 Μαρτίου", "2027-03-15"), ("Τρίτη, 24 Νοεμβρίου 2026", "2026-11-24"),
        ("on Monday, March 15th", "2027-03-15"), ("την επόμενη εβδομάδα", "2026-11-23/2026-11-29"),
        ("το απόγευμα", "TAF"), ("στις 10", "T10:00"), ("ayrio to proi", "2026-11-21TMO"),
        ("σε μία ώρα", "2026-11-20T11:00"),
    ])
    func isTheDateThatIsSaid(text: String, expected: String) throws {
        #expect(try date(text)?.iso == expected)
    }

    @Test(arguments: [
        "", "όποτε θέλετε", "αύριο ή μεθαύριο", "από Δευτέρα έως Τετάρτη", "μετά τις 15/3", "πριν την Παρασκευή",
        "μέχρι αύριο", "από αύριο", "όχι αύριο", "δεν μπορώ την Τρίτη", "κάθε Δευτέρα", "εκτός Παρασκευής",
        "not tomorrow",
        "by Friday", "Δευτέρα 24/11", "Δευτέρα στις 10 ή στις 12",
    ])
    func isNoneWhenNoSingleDateSaysTheSame(text: String) throws {
        #expect(try date(text) == nil)
    }

    @Test(arguments: [
        "2026-03-15", "2026-03-15T17:30", "T17:30", "TAF", "2026-11-21TMO", "2026-11-23/2026-11-29",
        "2026-11-23/2026-11-29TEV",
    ])
    func isReadAgain(iso: String) {
        #expect(DateValue(iso: iso)?.iso == iso)
    }

    @Test(arguments: [
        "", "T", "αύριο", "2026-3-15", "2026-13-01", "2026-02-30", "2026-03-15T", "2026-03-15TXX", "2026-03-15T25:00",
        "/",
        "2026-03-15/", "2026-03-15/2026-03-15", "+026-03-15", "2026-03-15T1:30", "T17:30T",
        "2026-03-15/2026-03-16/2026-03-17",
    ])
    func nothingElseIsRead(iso: String) {
        #expect(DateValue(iso: iso) == nil)
    }

    private func date(_ text: String) throws -> DateValue? {
        return ValueText(text).singleDate(today: .tested, now: ClockTime(hour: 10, minute: 0))
    }
}
