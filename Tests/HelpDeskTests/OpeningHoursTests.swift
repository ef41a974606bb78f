import Dialogue
import Foundation
import GreekText
import Testing

@testable import HelpDesk

private func date(_ stamp: String) -> Date {
    (try? Event.timeStyle.parse(stamp + ":00.000Z")) ?? .distantPast
}

@Suite struct EasterTests {
    /// Dates of Easter as the Church of Greece publishes them.
    @Test(arguments: [
        (2020, "2020-04-19"), (2021, "2021-05-02"), (2022, "2022-04-24"), (2023, "2023-04-16"), (2024, "2024-05-05"),
        (2025, "2025-04-20"), (2026, "2026-04-12"), (2027, "2027-05-02"), (2028, "2028-04-16"),
    ])
    func easter(year: Int, expected: String) {
        #expect(CalendarDate.easter(of: year)?.iso == expected)
    }
}

@Suite struct OpeningHoursTests {
    private func hours() throws -> OpeningHours {
        try OpeningHours(
            hours: ["mon-fri": ["08:00-15:00"], "wed": ["17:00-20:00"], "sat": ["09:00-13:00"]],
            holidays: ["12-25", "12-26", "2026-12-24", "easter+1", "easter-2"]
        )
    }

    @Test(arguments: [
        ("2026-11-20T06:00", true), ("2026-11-20T05:59", false), ("2026-11-20T13:00", false),
        ("2026-11-20T12:59", true),
        ("2026-11-22T10:00", false), ("2026-11-25T16:00", true), ("2026-12-25T10:00", false),
        ("2026-12-24T10:00", false),
        ("2027-12-24T10:00", true), ("2026-04-13T10:00", false), ("2026-04-10T10:00", false),
        ("2026-04-14T10:00", true),
    ])
    func opensAndCloses(utc: String, isOpen: Bool) throws {
        #expect(try hours().isOpen(at: date(utc)) == isOpen)
    }

    @Test(arguments: [
        ("2026-11-20T09:00", "2026-11-20T09:00"), ("2026-11-20T13:00", "2026-11-21T07:00"),
        ("2026-11-21T11:00", "2026-11-23T06:00"), ("2026-11-25T13:30", "2026-11-25T15:00"),
        ("2026-12-23T18:00", "2026-12-28T06:00"), ("2026-03-28T12:00", "2026-03-30T05:00"),
    ])
    func nextOpening(from: String, expected: String) throws {
        #expect(try hours().nextOpening(from: date(from)) == date(expected))
    }

    @Test func countsOpenTimeOnly() throws {
        let hours = try hours()
        // Friday 14:00: one hour today, four on Saturday, the rest on Monday.
        #expect(hours.date(after: 8 * 3600, from: date("2026-11-20T12:00")) == date("2026-11-23T09:00"))
        #expect(hours.date(after: 3600, from: date("2026-11-20T12:00")) == date("2026-11-20T13:00"))
        #expect(hours.date(after: 0, from: date("2026-11-22T10:00")) == date("2026-11-23T06:00"))
        let never = try OpeningHours(hours: [:])
        #expect(never.nextOpening(from: date("2026-11-20T12:00")) == nil)
        #expect(never.date(after: 60, from: date("2026-11-20T12:00")) == nil)
    }

    @Test func serviceLevels() throws {
        let hours = try hours()
        let level = ServiceLevel(firstReplySeconds: 2 * 3600)
        var desk = HelpDesk()
        let number = "AR-2026-000001"
        let details = TicketOpened(number: number, subject: "θέμα", reason: .angry)
        func event(_ body: Event.Body, _ time: String) -> Event {
            Event(
                id: time,
                time: date(time),
                conversation: "a",
                seq: 1,
                turn: 1,
                channel: "rest",
                language: "el",
                body: body
            )
        }
        desk.apply(event(.ticketOpened(details), "2026-11-20T12:00"))
        let due = date("2026-11-21T08:00")
        let waiting = try #require(desk[number])
        #expect(level.standing(of: waiting, at: date("2026-11-20T23:00"), hours: hours) == .due(due))
        #expect(level.standing(of: waiting, at: date("2026-11-21T09:00"), hours: hours) == .overdue(since: due))
        desk.apply(event(.ticketReplied(TicketReplied(number: number, text: "α")), "2026-11-21T07:30"))
        let answered = try #require(desk[number])
        #expect(level.standing(of: answered, at: date("2026-11-25T09:00"), hours: hours) == .met)
    }

    @Test(arguments: [
        (["mon-fry": ["08:00-15:00"]], [], OpeningHoursError.badWeekday("mon-fry")),
        (["fri-mon": ["08:00-15:00"]], [], .badWeekday("fri-mon")), (["": ["08:00-15:00"]], [], .badWeekday("")),
        (["mon": ["8-15"]], [], .badTime("8-15")), (["mon": ["15:00-08:00"]], [], .badTime("15:00-08:00")),
        (["mon": ["08:00-24:30"]], [], .badTime("08:00-24:30")),
        (["mon": ["08:00-12:00", "11:00-13:00"]], [], .overlap(weekday: "mon")),
        (["mon": ["08:00-15:00"]], ["13-01"], .badHoliday("13-01")),
        (["mon": ["08:00-15:00"]], ["easter1"], .badHoliday("easter1")),
        (["mon": ["08:00-15:00"]], ["2026-02-30"], .badHoliday("2026-02-30")),
    ])
    func saysWhatIsWrong(hours: [String: [String]], holidays: [String], expected: OpeningHoursError) {
        #expect(throws: expected) { try OpeningHours(hours: hours, holidays: holidays) }
    }

    @Test func isReadFromData() throws {
        let json = #"{"hours": {"mon-fri": ["08:00-15:00"], "sun": ["20:00-24:00"]}, "holidays": ["easter", "02-29"]}"#
        let hours = try JSONDecoder().decode(OpeningHours.self, from: Data(json.utf8))
        #expect(hours.isOpen(at: date("2026-11-20T09:00")))
        #expect(hours.isOpen(at: date("2026-11-22T21:59")))
        #expect(!hours.isOpen(at: date("2026-11-22T22:00")))
    }
}
