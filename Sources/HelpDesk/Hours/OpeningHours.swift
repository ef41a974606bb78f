package import Foundation
package import GreekText

/// When people are at the help desk, by the clock of Greece: data of a deployment.
///
/// ```json
/// {"hours": {"mon-fri": ["08:00-15:00"], "sat": ["09:00-13:00"]},
///  "holidays": ["01-01", "easter-2", "easter+1", "12-25", "2026-12-24"]}
/// ```
/// `12-25` is a holiday every year, `2026-12-24` once, `easter+1` a day after Orthodox Easter Sunday.
package struct OpeningHours: Sendable, Equatable {
    /// For each weekday, Monday first, the open times in seconds since midnight, in order, without overlaps.
    private let times: [[Range<Int>]]
    private let holidays: [Holiday]

    /// Reads hours from their written form.
    ///
    /// - Parameters:
    ///   - hours: Open times such as `08:00-15:00` by weekday (`mon`) or run of weekdays (`mon-fri`).
    ///   - holidays: Days on which nobody is there.
    /// - Throws: ``OpeningHoursError``, which says what to write instead.
    package init(hours: [String: [String]], holidays: [String] = []) throws(OpeningHoursError) {
        var times = [[Range<Int>]](repeating: [], count: 7)
        for (days, spans) in hours.sorted(by: { $0.key < $1.key }) {
            for span in spans {
                let range = try Self.span(span)
                for day in try Self.weekdays(days) { times[day].append(range) }
            }
        }
        for day in times.indices {
            times[day].sort { $0.lowerBound < $1.lowerBound }
            for (span, next) in zip(times[day], times[day].dropFirst()) where next.lowerBound < span.upperBound {
                throw .overlap(weekday: Self.names[day])
            }
        }
        self.times = times
        var list: [Holiday] = []
        for text in holidays {
            guard let holiday = Holiday(text) else { throw .badHoliday(text) }
            list.append(holiday)
        }
        self.holidays = list
    }

    /// The open times of a day.
    package func times(on day: CalendarDate) -> [Range<Int>] {
        holidays.contains { $0.falls(on: day) } ? [] : times[day.weekday - 1]
    }

    /// Whether somebody is there.
    package func isOpen(at date: Date) -> Bool {
        let time = GreekTime(date)
        return times(on: time.day).contains { $0.contains(time.seconds) }
    }

    /// The moment from which somebody is there: `date` itself when it is within the hours.
    ///
    /// Nil when nobody ever is within two years.
    package func nextOpening(from date: Date) -> Date? {
        guard !isOpen(at: date) else { return date }
        let time = GreekTime(date)
        for ahead in 0...731 {
            let day = time.day.adding(days: ahead)
            let now = ahead == 0 ? time.seconds : -1
            if let span = times(on: day).first(where: { $0.lowerBound > now }) {
                return GreekTime.date(day, seconds: span.lowerBound)
            }
        }
        return nil
    }

    /// The moment at which so much open time has passed since `date`.
    ///
    /// Nil when that is more than two years away.
    package func date(after openSeconds: Int, from date: Date) -> Date? {
        let start = GreekTime(date)
        var left = openSeconds
        for ahead in 0...731 {
            let day = start.day.adding(days: ahead)
            let now = ahead == 0 ? start.seconds : 0
            for span in times(on: day) where span.upperBound > now {
                let from = max(span.lowerBound, now)
                if left <= span.upperBound - from { return GreekTime.date(day, seconds: from + left) }
                left -= span.upperBound - from
            }
        }
        return nil
    }

    private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private static func weekdays(_ text: String) throws(OpeningHoursError) -> [Int] {
        let ends = text.lowercased().split(separator: "-").map { names.firstIndex(of: String($0)) }
        switch ends.count {
        case 1: if let day = ends[0] { return [day] }
        case 2: if let first = ends[0], let last = ends[1], first <= last { return Array(first...last) }
        default: break
        }
        throw .badWeekday(text)
    }

    private static func span(_ text: String) throws(OpeningHoursError) -> Range<Int> {
        let ends = text.split(separator: "-").map(seconds)
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { throw .badTime(text) }
        return start..<end
    }

    /// `08:30` as seconds since midnight, up to `24:00`.
    private static func seconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
        else { return nil }
        return hour * 3600 + minute * 60
    }
}

/// What is wrong with written opening hours.
package enum OpeningHoursError: Error, Sendable, Equatable {
    case badWeekday(String)
    case badTime(String)
    case badHoliday(String)
    case overlap(weekday: String)
}

extension OpeningHoursError: CustomStringConvertible {
    /// What to write instead.
    package var description: String {
        switch self {
        case .badWeekday(let text): "'\(text)' is no weekday; write mon … sun, or mon-fri"
        case .badTime(let text): "'\(text)' is no time of opening; write 08:00-15:00"
        case .badHoliday(let text): "'\(text)' is no holiday; write 12-25, 2026-12-24 or easter+1"
        case .overlap(let weekday): "the opening times of \(weekday) overlap"
        }
    }
}

extension OpeningHours: Decodable {
    private enum CodingKeys: String, CodingKey { case hours, holidays }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            hours: fields.decode([String: [String]].self, forKey: .hours),
            holidays: fields.decodeIfPresent([String].self, forKey: .holidays) ?? []
        )
    }
}
