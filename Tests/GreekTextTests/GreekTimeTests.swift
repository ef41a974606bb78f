import Foundation
import GreekText
import Testing

@Suite struct GreekTimeTests {
    @Test(arguments: [
        ("2026-11-20T09:30", "2026-11-20 11:30"), ("2026-07-01T09:30", "2026-07-01 12:30"),
        ("2026-03-29T00:59", "2026-03-29 02:59"), ("2026-03-29T01:00", "2026-03-29 04:00"),
        ("2026-10-25T00:59", "2026-10-25 03:59"), ("2026-10-25T01:00", "2026-10-25 03:00"),
        ("2026-12-31T22:00", "2027-01-01 00:00"), ("2026-07-14T20:59", "2026-07-14 23:59"),
        ("1969-12-31T23:00", "1970-01-01 01:00"),
    ])
    func clocksOfGreece(utc: String, local: String) throws {
        let time = GreekTime(try date(utc))
        #expect(time.text == local)
        #expect("\(time.day.iso) \(time.time)" == local)
    }

    /// Against the system's own time zone data, where it has them.
    @Test(.enabled(if: TimeZone(identifier: "Europe/Athens") != nil, "no time zone data on this system"))
    func agreesWithTheSystem() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Athens"))
        for hour in stride(from: 0, to: 24 * 365 * 12, by: 7) {
            let moment = try date("2020-01-01T00:30").addingTimeInterval(Double(hour) * 3600)
            let time = GreekTime(moment)
            let wall = moment.addingTimeInterval(Double(zone.secondsFromGMT(for: moment))).timeIntervalSince1970
            #expect(Double(time.day.dayNumber * 86_400 + time.seconds) == wall)
        }
    }

    @Test func goesThereAndBack() throws {
        for hour in stride(from: 0, to: 24 * 365 * 3, by: 5) {
            let moment = try date("2026-01-01T00:30").addingTimeInterval(Double(hour) * 3600)
            let time = GreekTime(moment)
            let back = GreekTime.date(time.day, seconds: time.seconds)
            // Only the hour that comes twice in October may come back as its first half.
            #expect(back == moment || back.addingTimeInterval(3600) == moment && time.day.month == 10)
        }
    }

    @Test(arguments: [Double.infinity, -Double.infinity, 1e300, -1e300, 0])
    func everyMomentHasADay(seconds: Double) {
        #expect((1...9999).contains(GreekTime(Date(timeIntervalSince1970: seconds)).day.year))
    }

    private func date(_ stamp: String) throws -> Date { try Date.ISO8601FormatStyle().parse(stamp + ":00Z") }
}
