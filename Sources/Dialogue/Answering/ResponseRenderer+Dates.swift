import GreekText
import Procedures

/// Dates of slots as people say them, by the content's `date_…` responses.
extension ResponseRenderer {
    /// A slot's value as it is said: a date in words, everything else as it is.
    func said(_ value: JSONValue, of slot: String) -> String {
        guard domain.slots[slot]?.resolvesDates == true, let text = value.string, let date = DateValue(iso: text) else {
            return value.plainText
        }
        return say(date) ?? text
    }

    /// «την Τρίτη 24 Νοεμβρίου 2026 το πρωί»; nil when the content has no words for it.
    private func say(_ date: DateValue) -> String? {
        guard let first = date.first, let last = date.last, let day = days(first, last) else { return nil }
        if let time = date.time { return text("date_at", ["day": day, "time": time.iso]) }
        return date.part.map { text("date_\($0.rawValue)", ["day": day]) } ?? day
    }

    private func days(_ first: CalendarDate, _ last: CalendarDate) -> String? {
        guard first == last else { return text("date_span", ["from": say(first), "to": say(last)]) }
        return text("date_day", ["weekday": text("weekday_\(first.weekday)") ?? "", "date": say(first)])
    }
}
