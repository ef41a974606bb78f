import Testing

@testable import GreekText

/// A part of the day without an hour.
@Suite struct DayPartTests {
    /// Relative to Friday, 20 November 2026.
    @Test(arguments: [
        ("το πρωί", "TMO"), ("ΤΟ ΠΡΩΙ", "TMO"), ("το πρωι", "TMO"), ("to prwi", "TMO"), ("in the morning", "TMO"),
        ("πρωί", "TMO"), ("μεσημέρι", "TMI"),
        ("μεσημερι", "TMI"), ("θα έρθω το απόγευμα", "TAF"), ("το βράδυ", "TEV"), ("τη νύχτα", "TNI"),
        ("at night", "TEV"),
        ("αύριο το απόγευμα", "2026-11-21TAF"), ("αυριο το απογευμα", "2026-11-21TAF"),
        ("ΑΥΡΙΟ ΤΟ ΑΠΟΓΕΥΜΑ", "2026-11-21TAF"),
        ("avrio to apogevma", "2026-11-21TAF"), ("αύριο πρωί", "2026-11-21TMO"), ("tomorrow morning", "2026-11-21TMO"),
        ("tomorrow night", "2026-11-21TEV"), ("το βράδυ της Τρίτης", "2026-11-24TEV"),
        ("το βραδυ της τριτης", "2026-11-24TEV"),
        ("το πρωί της Παρασκευής", "2026-11-27TMO"), ("Δευτέρα πρωί", "2026-11-23TMO"),
        ("την Πέμπτη κατά το μεσημέρι", "2026-11-26TMI"),
        ("on Monday afternoon", "2026-11-23TAF"), ("απόψε", "2026-11-20TEV"), ("tonight", "2026-11-20TEV"),
        ("σήμερα το μεσημέρι", "2026-11-20TMI"),
        ("this afternoon", "2026-11-20TAF"), ("last night", "2026-11-19TEV"), ("15/3 το πρωί", "2027-03-15TMO"),
        ("το πρωί της 15ης Μαρτίου", "2027-03-15TMO"),
        ("αύριο το πρωί ή μεθαύριο το απόγευμα", "2026-11-21TMO 2026-11-22TAF"),
        ("από το πρωί ως το βράδυ", "TMO TEV"), ("την επόμενη εβδομάδα το πρωί", "2026-11-23/2026-11-29TMO"),
    ])
    func standsForHours(text: String, expected: String) throws {
        #expect(try said(text) == expected)
    }

    @Test(arguments: [
        ("αύριο το απόγευμα στις 5", "2026-11-21T17:00"), ("το πρωί στις 9", "T09:00"), ("στις 9 το πρωί", "T09:00"),
        ("απόψε στις 8", "2026-11-20T20:00"),
        ("το βράδυ της Τρίτης στις 9", "2026-11-24T21:00"), ("tomorrow evening at 7", "2026-11-21T19:00"),
        ("στις εννιά την Πέμπτη το βράδυ", "2026-11-26T21:00"), ("στις 5 μ.μ. αύριο", "2026-11-21T17:00"),
        ("μία το βράδυ", "T01:00"),
    ])
    func placesTheHourBesideIt(text: String, expected: String) throws {
        #expect(try said(text) == expected)
    }

    @Test(arguments: [
        "καλό απόγευμα", "καλό βράδυ σας", "good morning", "good evening to you", "καλημέρα", "η πρωινή βάρδια",
        "πρωινό", "βράδυ θέλω να ρωτήσω κάτι",
    ])
    func greetingsAreNoTime(text: String) throws {
        #expect(try said(text) == "")
    }

    @Test func hoursOfADayFollowEachOther() {
        let ranges = DayPart.allCases.map(\.minutes).sorted { $0.lowerBound < $1.lowerBound }
        #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == 1440)
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }

    @Test func givesTheMinutesOfADate() throws {
        #expect(ValueText("αύριο το πρωί").dates(today: .tested).first?.value.minutes == 300..<720)
        #expect(ValueText("αύριο στις 9").dates(today: .tested).first?.value.minutes == 540..<541)
        #expect(ValueText("αύριο").dates(today: .tested).first?.value.minutes == nil)
    }

    private func said(_ text: String) throws -> String {
        return ValueText(text).dates(today: .tested).map(\.value.iso).joined(separator: " ")
    }
}
