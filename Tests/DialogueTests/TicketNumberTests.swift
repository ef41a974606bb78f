import Dialogue
import Testing

@Suite struct TicketNumberTests {
    @Test(arguments: [
        ("AR-2026-000123", "AR-2026-000123"), ("ar-2026-123", "AR-2026-000123"), ("ΑΡ 2026 123", "AR-2026-000123"),
        ("αρ2026/000123", "AR-2026-000123"), ("AR2026000123", "AR-2026-000123"), ("AR-2026-1234567", "AR-2026-1234567"),
        ("AR-2026-0", nil), ("AR-26-123", nil), ("XY-2026-123", nil), ("AR-2026-123-4", nil), ("2026-123", nil),
        ("AR-2026-123x", nil), ("", nil), ("AR", nil), ("AR-2026-99999999999999", nil),
    ])
    func numbersAreReadAsPeopleWriteThem(typed: String, expected: String?) {
        #expect(TicketNumber(typed)?.description == expected)
    }

    @Test(arguments: [
        ("Τι γίνεται με την υπόθεση ΑΡ-2026-000123;", "AR-2026-000123"), ("ar 2026/7 παρακαλώ", "AR-2026-000007"),
        ("αρ 2026-1 ή αρ 2026-2", "AR-2026-000001"), ("το κάρ-2026-5", nil), ("αρ. 2101234567", nil),
        ("αρ. 2026-1234567", nil), ("Αρ", nil), ("", nil),
    ])
    func theFirstOfAMessage(message: String, expected: String?) {
        #expect(TicketNumber.first(in: message)?.description == expected)
    }
}
